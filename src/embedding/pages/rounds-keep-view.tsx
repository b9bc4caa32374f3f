import {
  Button,
  Columns,
  Details,
  Form,
  Hidden,
  HiddenText,
  InsetText,
  Panel,
  Select,
  Stats,
  SummaryList,
  Table,
  TextArea,
  TextField,
  useWords,
  type Values,
} from '../../design/index.ts';
import { daysBetween } from '../../platform/calendar.ts';
import { leastPeople } from '../core/groups.ts';
import { remindsOn, roundRoles } from '../core/round.ts';
import type { RoundSeen } from '../index.ts';
import { useDay, useGroupName } from './rounds-words.tsx';

type Props = { seen: RoundSeen; values: Values };

/** A survey that has not closed, for whoever keeps it. */
export function KeepRound({ seen, values }: Props) {
  const words = useWords().rounds.keep;
  const { site, round, slips, invited, answered, today } = seen;
  const dayOf = useDay();
  const here = `/belonging/${site.id}/rounds/${round.id}`;
  const asked = round.stage === 'planned' ? slips.length : Object.values(invited).reduce((a, b) => a + b, 0);
  if (round.stage === 'called-off') return <Facts seen={seen} />;
  return (
    <>
      {round.stage === 'open' && (
        <Stats
          items={[
            { figure: answered, text: words.answered },
            { figure: asked, text: words.invited },
            { figure: words.daysLeft(Math.max(0, daysBetween(today, round.closesOn))), text: words.until(dayOf(round.closesOn)) },
          ]}
        />
      )}
      {round.stage === 'open' && <p>{words.hidden}</p>}
      {asked < leastPeople && <InsetText>{words.fewInvited}</InsetText>}
      {round.stage === 'planned' ? <Planned seen={seen} here={here} /> : <Open seen={seen} here={here} />}
      <Columns>
        <Panel heading={words.inviteHeading}>
          <p>{words.inviteText}</p>
          <Form action={`${here}/invite`} values={values}>
            <Roles name="role" />
            <TextArea name="addresses" label={words.addresses} hint={words.addressesHint} rows={5} />
            <Button preventDoubleClick>{round.stage === 'open' ? words.addAndWrite : words.invite}</Button>
          </Form>
        </Panel>
        <Panel heading={words.paperHeading}>
          <p>{words.paperText}</p>
          <Form action={`${here}/codes`} values={values}>
            <Roles name="paperRole" />
            <TextField name="count" label={words.count} width={3} value="8" />
            <Button variant="secondary">{words.makeSheet}</Button>
          </Form>
        </Panel>
      </Columns>
      <Facts seen={seen} />
    </>
  );
}

function Roles({ name }: { name: string }) {
  const words = useWords().rounds;
  return <Select name={name} label={words.keep.role} options={roundRoles.map((role) => ({ value: role, text: words.roles[role] }))} />;
}

function Planned({ seen: { round, slips }, here }: { seen: RoundSeen; here: string }) {
  const words = useWords().rounds.keep;
  const nameOf = useGroupName();
  const dayOf = useDay();
  return (
    <>
      <p>{words.opens(dayOf(round.opensOn))}</p>
      <Form action={`${here}/open`}>
        <Button preventDoubleClick>{words.open}</Button>
      </Form>
      <Table
        caption={words.people}
        rows={slips}
        empty={<p>{words.noPeople}</p>}
        columns={[
          { header: words.address, rowHeader: true, cell: ({ address }) => <span class="bothy-break">{address ?? words.onPaper}</span> },
          { header: words.role, cell: ({ role }) => nameOf(role) },
          {
            header: words.remove,
            headerHidden: true,
            cell: ({ id, address }) => (
              <Form action={`${here}/uninvite`}>
                <Hidden name="slip" value={id} />
                <Button variant="link">
                  {words.remove}
                  <HiddenText>{words.removeWho(address ?? words.onPaper)}</HiddenText>
                </Button>
              </Form>
            ),
          },
        ]}
      />
      <p class="bothy-note">{words.peopleHint}</p>
      <Details summary={words.callOffSummary}>
        <p>{words.callOffText}</p>
        <Form action={`${here}/call-off`}>
          <Button variant="warning">{words.callOff}</Button>
        </Form>
      </Details>
    </>
  );
}

function Open({ seen: { round, mayRemind }, here }: { seen: RoundSeen; here: string }) {
  const words = useWords().rounds.keep;
  const dayOf = useDay();
  return (
    <>
      {mayRemind ? (
        <Form action={`${here}/remind`}>
          <p>{words.remindText}</p>
          <Button variant="secondary" preventDoubleClick>
            {words.remind}
          </Button>
        </Form>
      ) : (
        <p>{[round.remindedOn && words.reminded(dayOf(round.remindedOn)), words.remindSoon].filter(Boolean).join(' ')}</p>
      )}
      <Details summary={words.closeSummary}>
        <p>{words.closeText}</p>
        <Form action={`${here}/close`}>
          <Button variant="warning" preventDoubleClick>
            {words.close}
          </Button>
        </Form>
      </Details>
    </>
  );
}

function Facts({ seen: { site, round, invited, generalConfirmed } }: { seen: RoundSeen }) {
  const words = useWords().rounds;
  const facts = words.keep.facts;
  const dayOf = useDay();
  const nameOf = useGroupName();
  const here = `/belonging/${site.id}/rounds/${round.id}`;
  const change = round.stage === 'planned' ? [{ href: `${here}/change`, text: words.keep.change }] : [];
  // Nobody is "other" where there is only one group.
  const together = Object.keys(invited).length === 1 ? invited['together'] : undefined;
  const groups = Object.entries(invited).map(([group, n]) => `${nameOf(group)}: ${n}`);
  return (
    <>
      <SummaryList
        rows={[
          { key: facts.kind, value: `${words.kinds[round.kind]} (${round.items.length})`, actions: change },
          ...(round.general ? [{ key: facts.general, value: facts.generalYes }] : []),
          { key: facts.intervention, value: round.intervention },
          { key: facts.organisation, value: round.organisation },
          { key: facts.time, value: words.results.period(dayOf(round.opensOn), dayOf(round.closesOn)) },
          { key: facts.reminder, value: dayOf(round.remindedOn ?? remindsOn(round)) },
          { key: facts.rule, value: words.form.leasts[round.leastPercent as keyof typeof words.form.leasts] },
          ...(groups.length ? [{ key: words.keep.groups, value: together ? words.keep.everybody(together) : groups.join('; ') }] : []),
        ]}
      />
      {round.general &&
        (generalConfirmed ? (
          <p class="bothy-note">{words.wording.confirmed(generalConfirmed.name, dayOf(generalConfirmed.on))}</p>
        ) : (
          <Panel heading={words.wording.toConfirm}>
            <p>{words.wording.confirmText}</p>
            <Form action={`${here}/wording`}>
              <Button variant="secondary">{words.wording.confirm}</Button>
            </Form>
          </Panel>
        ))}
    </>
  );
}
