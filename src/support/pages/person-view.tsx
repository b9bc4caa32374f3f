import {
  Button,
  ButtonRow,
  Columns,
  Details,
  Form,
  formatDate,
  formatShortDate,
  formatTime,
  Page,
  Panel,
  PersonBanner,
  Timeline,
  useWords,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { DiedBanner, InDanger, nameOf, PersonSections, SafeContactFacts } from '../../people/index.ts';
import { ageOn, dayIn } from '../../platform/calendar.ts';
import type { PersonRecord } from '../index.ts';
import { CareNotes, WeightPanel } from './care-panel.tsx';
import { HoldingPanel } from './holding-panel.tsx';
import { ProtocolPanel } from './attempt-view.tsx';
import { ConnectionsPanel, PlanPanel, ReferralsPanel } from './person-panels.tsx';
import { RaisedPanel } from './raised-view.tsx';
import { SafetyLine } from './safety-line.tsx';
import { PhoneLink, VoicemailWarning } from './safe-contact.tsx';
import { TasksPanel, type TaskTyped } from './tasks-view.tsx';
import { useHistory, useTouches } from './timeline.tsx';

type Props = { record: PersonRecord; asker: Asker; now: Date; typed?: TaskTyped | undefined };

export function RecordPage({ record, asker, now, typed }: Props) {
  const { person, support, tasks, names, protocol } = record;
  const words = useWords().support.person;
  const { timeZone } = asker.programme.settings;
  const touches = useTouches(record);
  const history = useHistory(record);
  const open = support?.stage.name === 'open';
  return (
    <Page
      title={nameOf(person)}
      titleHidden
      back={{ href: '/caseload', text: useWords().support.caseload.mine }}
      errors={typed?.errors}
      errorIds={{ dueOn: typed && typed.task !== 'new' ? `due-${typed.task}-day` : 'dueOn-day' }}
    >
      <Banner record={record} timeZone={timeZone} now={now} />
      <PersonSections person={person} section="record" />
      <RaisedPanel seen={record.raised} person={person.id} timeZone={timeZone} />
      <SafetyLine record={record} />
      <DiedBanner person={person} />
      <CareNotes record={record} asker={asker} />
      <VoicemailWarning person={person} />
      <Actions record={record} />
      <Columns split="two-thirds">
        <div>
          <HoldingPanel record={record} now={now} timeZone={timeZone} />
          <TasksPanel
            person={person}
            support={support}
            tasks={tasks}
            names={names}
            me={asker.id}
            now={now}
            timeZone={timeZone}
            typed={typed}
          />
          {open && protocol && protocol.tries > 0 && <ProtocolPanel protocol={protocol} person={person.id} />}
          <Panel heading={words.contacts}>
            {touches.length ? <Timeline entries={touches} timeZone={timeZone} /> : <p>{words.noContacts}</p>}
            {record.contacts.length > 0 && <a href={`/people/${person.id}/contacts`}>{useWords().contacts.page.all}</a>}
          </Panel>
          <Details summary={words.timeline} expander>
            <Timeline entries={history} timeZone={timeZone} />
          </Details>
        </div>
        <div>
          {!person.died && (
            <Panel heading={words.safe} soft>
              <SafeContactFacts person={person} />
            </Panel>
          )}
          <PlanPanel record={record} />
          <ConnectionsPanel connections={record.connections} timeZone={timeZone} />
          <WeightPanel record={record} asker={asker} />
          <ReferralsPanel record={record} timeZone={timeZone} />
        </div>
      </Columns>
    </Page>
  );
}

function Banner({ record, timeZone, now }: { record: PersonRecord; timeZone: string; now: Date }) {
  const { person, support, names } = record;
  const words = useWords().support.person;
  const { closure } = useWords().referrals;
  const official = `${person.givenName} ${person.familyName}`;
  const facts = [
    String(ageOn(person.dateOfBirth, dayIn(timeZone, now))),
    words.born(formatDate(person.dateOfBirth)),
    person.pronouns,
    person.place,
    person.interpreter && words.interpreter(person.interpreter),
    nameOf(person) !== official && words.known(official),
  ].filter(Boolean);
  const worker = support && (names.get(support.linkWorker)?.name ?? words.somebody);
  return (
    <PersonBanner name={nameOf(person)} level={1} facts={facts}>
      <p>
        {!support && words.notBegun}
        {support?.stage.name === 'open' && `${words.supportedBy(worker ?? '')} ${words.since(formatDate(support.startedAt, { timeZone }))}`}
        {support?.stage.name === 'closed' &&
          words.ended(formatDate(support.stage.at, { timeZone }), closure[support.stage.because].toLowerCase())}
      </p>
      <Reach person={person} />
      <NextAppointment record={record} timeZone={timeZone} />
    </PersonBanner>
  );
}

function NextAppointment({ record: { person, appointment }, timeZone }: { record: PersonRecord; timeZone: string }) {
  const words = useWords().calendar;
  if (!appointment) return null;
  const { id, kind, startsAt } = appointment;
  return (
    <p>
      <a href={`/people/${person.id}/appointments/${id}`}>
        {words.person.next(`${words.kinds[kind]}, ${formatShortDate(startsAt, { timeZone })}, ${formatTime(startsAt, { timeZone })}`)}
      </a>
    </p>
  );
}

/** The number to ring, and the ways that they are content with, where it is seen first on a phone. */
function Reach({ person }: Pick<PersonRecord, 'person'>) {
  const { channel } = useWords().people;
  const { channels } = person.safeContact;
  if (person.died || (!person.phone && !channels.length)) return null;
  return (
    <p>
      {person.phone && <PhoneLink number={person.phone} />}
      {person.phone && channels.length > 0 && ' · '}
      {channels.map((each) => channel[each]).join(', ')}
    </p>
  );
}

function Actions({ record: { person, support } }: { record: PersonRecord }) {
  const words = useWords().support.person;
  const to = (page: string) => `/people/${person.id}/${page}`;
  if (!support) return <InDanger person={person.id} />;
  if (person.died) return <ActionsAfterDeath person={person.id} open={support.stage.name === 'open'} />;
  return (
    <ButtonRow>
      <Button href={to('contact')}>{words.contact}</Button>
      {support.stage.name === 'open' ? (
        <>
          <Button variant="secondary" href={to('attempt')}>
            {words.attempt}
          </Button>
          <Button variant="secondary" href={to('plan')}>
            {words.plan}
          </Button>
          <Button variant="secondary" href={`/services?for=${person.id}`}>
            {words.find}
          </Button>
          <Button variant="secondary" href={to('hold')}>
            {useWords().caseloads.holding.hold}
          </Button>
          <Button variant="secondary" href={to('close')}>
            {words.close}
          </Button>
        </>
      ) : (
        <Form action={to('reopen')}>
          <Button variant="secondary" preventDoubleClick>
            {words.reopen}
          </Button>
        </Form>
      )}
      <InDanger person={person.id} />
    </ButtonRow>
  );
}

/** Their family may still be spoken with, and their support be brought to its end. Nobody is to be rung, found a service, or visited. */
function ActionsAfterDeath({ person, open }: { person: string; open: boolean }) {
  const words = useWords().support.person;
  return (
    <ButtonRow>
      {open && <Button href={`/people/${person}/close`}>{words.close}</Button>}
      <Button variant="secondary" href={`/people/${person}/contact`}>
        {words.contact}
      </Button>
      <InDanger person={person} />
    </ButtonRow>
  );
}
