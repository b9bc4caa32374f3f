import {
  ActionLink,
  Button,
  Columns,
  Details,
  Dot,
  Form,
  formatDate,
  formatDateTime,
  Hidden,
  Lines,
  NotificationBanner,
  Panel,
  Radios,
  SummaryList,
  TextArea,
  Timeline,
  useWords,
} from '../../design/index.ts';
import { firstNameOf, nameOf, PersonPage } from '../../people/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { cancelReasons, type Followed, isOpen } from '../index.ts';
import { AnswerFields } from './answer-fields.tsx';
import { answerErrorIds } from './answer-form.ts';
import { dots } from './requests-view.tsx';
import { Told } from './told.tsx';

type Doing = 'answer' | 'cancel' | 'mistake';
type Props = Followed & { today: string; timeZone: string; values: Typed; errors?: Errors; doing?: Doing; newer?: boolean };

/** A connection as the link worker follows it. */
export function ConnectionPage(props: Props) {
  const { connection, person, service, errors, newer } = props;
  const words = useWords().connections.connection;
  return (
    <PersonPage
      person={person}
      title={service.name}
      caption={words.caption(nameOf(person), connection.reference)}
      back={{ href: `/people/${person.id}`, text: words.back(nameOf(person)) }}
      errors={errors}
      errorIds={answerErrorIds}
    >
      {newer && <NotificationBanner text={words.newer} id="newer" />}
      <Columns split="two-thirds">
        <div>
          <Standing {...props} />
          <Panel heading={words.shared}>
            {connection.shared ? (
              <Told packet={connection.shared} />
            ) : (
              <p>{connection.redacted ? words.takenOut(formatDate(connection.redacted.at)) : words.nothingShared}</p>
            )}
          </Panel>
          <Panel heading={words.happened}>
            <Happened {...props} />
          </Panel>
        </div>
        <div>{isOpen(connection.status) ? <ToDo {...props} /> : <After {...props} />}</div>
      </Columns>
    </PersonPage>
  );
}

function Standing({ connection, service, sessions, timeZone }: Props) {
  const { connection: words, state, reason, reply } = useWords().connections;
  const { status, kind, statusReason, expectedOn, askedAt } = connection;
  const came = sessions.map((session) => `${formatDate(session.on)}: ${session.came ? reply.came : reply.didNotCome}`);
  const why = connection.reason && connection.reason !== 'goes-themselves' ? reason[connection.reason] : undefined;
  return (
    <SummaryList
      rows={[
        { key: words.state, value: <Dot kind={dots[status]} text={state(status, kind)} /> },
        ...(why ? [{ key: words.why, value: why }] : []),
        ...(statusReason ? [{ key: words.said, value: <Lines text={statusReason} /> }] : []),
        ...(status === 'on-hold' && expectedOn ? [{ key: words.expected, value: formatDate(expectedOn) }] : []),
        { key: words.organisation, value: service.organisationName },
        { key: words.asked, value: `${formatDateTime(askedAt, { timeZone })}. ${words.kind[kind]}.` },
        ...(sessions.length || status === 'accepted' || status === 'in-progress'
          ? [{ key: words.sessions, value: <Lines text={came.join('\n') || words.noSessions} /> }]
          : []),
      ]}
    />
  );
}

function Happened({ events, answers, names, service, timeZone }: Props) {
  const { connections, timeline } = useWords();
  const words = connections.connection;
  const notes = new Map(answers.map(({ id, note }) => [id, note]));
  const told = new Set<unknown>();
  const entries = events.map(({ type, at, by, data }) => {
    const answer = data['answer'];
    const note = typeof answer === 'string' && !told.has(answer) ? notes.get(answer) : undefined;
    told.add(answer);
    const who =
      by.kind === 'account'
        ? names.get(by.id)
        : by.kind === 'organisation'
          ? words.byOrganisation(service.organisationName)
          : words.bySystem;
    const what = timeline[type]?.(data, { account: (id) => names.get(id) ?? '' }) ?? type;
    return { at, what, ...(who && { who }), ...(note && { detail: <Lines text={note} /> }) };
  });
  return <Timeline entries={entries} timeZone={timeZone} />;
}

function ToDo({ connection, today, values, doing, errors }: Props) {
  const { connection: words, heard } = useWords().connections;
  const action = (verb: Doing) => `/connections/${connection.id}/${verb}`;
  const self = connection.kind === 'self';
  return (
    <>
      <Panel heading={words.heardTitle}>
        <p>{self ? words.heardSelf : words.heardText}</p>
        <AnswerFields
          connection={connection}
          action={action('answer')}
          today={today}
          values={doing === 'answer' ? values : {}}
          button={words.record}
          voice={heard}
        />
      </Panel>
      <Details summary={words.cancelTitle} expander open={doing === 'cancel'}>
        <Form action={action('cancel')} values={doing === 'cancel' ? { ...values, version: undefined } : {}}>
          <p>{self ? words.cancelSelf : words.cancelText}</p>
          <Hidden name="version" value={String(connection.rowVersion)} />
          <Radios
            name="why"
            label={words.cancelWhy}
            labelSize="s"
            options={cancelReasons.map((value) => ({ value, text: words.cancelReasons[value] }))}
          />
          <TextArea name="cancelNote" label={words.cancelNote} rows={2} maxLength={1000} />
          <Button variant="secondary" preventDoubleClick>
            {words.cancel}
          </Button>
        </Form>
      </Details>
      <Mistake connection={connection} open={doing === 'mistake' && Boolean(errors)} />
    </>
  );
}

function After({ connection, person }: Props) {
  const words = useWords().connections.connection;
  return (
    <>
      {connection.status !== 'completed' && connection.status !== 'entered-in-error' && (
        <Panel soft>
          <p>{words.anotherText(firstNameOf(person))}</p>
          <ActionLink href={`/services?for=${person.id}`}>{words.another}</ActionLink>
        </Panel>
      )}
      {connection.status !== 'entered-in-error' && <Mistake connection={connection} open={false} />}
    </>
  );
}

function Mistake({ connection, open }: Pick<Props, 'connection'> & { open: boolean }) {
  const words = useWords().connections.connection;
  return (
    <Details summary={words.mistakeTitle} open={open}>
      <p>{words.mistakeText}</p>
      <Form action={`/connections/${connection.id}/mistake`}>
        <Hidden name="version" value={String(connection.rowVersion)} />
        <Button variant="secondary" small preventDoubleClick>
          {words.mistake}
        </Button>
      </Form>
    </Details>
  );
}
