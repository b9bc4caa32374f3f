import {
  Button,
  ButtonRow,
  Columns,
  Details,
  Form,
  formatDate,
  Page,
  Panel,
  PersonBanner,
  Timeline,
  useWords,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { nameOf } from '../../people/index.ts';
import { ageOn, dayIn } from '../../platform/calendar.ts';
import type { PersonRecord } from '../index.ts';
import { ProtocolPanel } from './attempt-view.tsx';
import { ConnectionsPanel, PlanPanel, ReferralsPanel } from './person-panels.tsx';
import { InDanger } from './person-page.tsx';
import { PhoneLink, SafeContactFacts, VoicemailWarning } from './safe-contact.tsx';
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
      <VoicemailWarning person={person} />
      <Actions record={record} />
      <Columns split="two-thirds">
        <div>
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
          </Panel>
          <Details summary={words.timeline} expander>
            <Timeline entries={history} timeZone={timeZone} />
          </Details>
        </div>
        <div>
          <Panel heading={words.safe} soft>
            <SafeContactFacts person={person} />
            <p>
              <a href={`/people/${person.id}/details`}>{words.change}</a>
            </p>
          </Panel>
          <PlanPanel record={record} />
          <ConnectionsPanel connections={record.connections} timeZone={timeZone} />
          <ReferralsPanel record={record} timeZone={timeZone} />
        </div>
      </Columns>
    </Page>
  );
}

function Banner({ record: { person, support, names }, timeZone, now }: { record: PersonRecord; timeZone: string; now: Date }) {
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
    </PersonBanner>
  );
}

/** The number to ring, and the ways that they are content with, where it is seen first on a phone. */
function Reach({ person }: Pick<PersonRecord, 'person'>) {
  const { channel } = useWords().people;
  const { channels } = person.safeContact;
  if (!person.phone && !channels.length) return null;
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
  if (!support) return <InDanger />;
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
      <InDanger />
    </ButtonRow>
  );
}
