import {
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  type Errors,
  Form,
  formatDate,
  formatDateTime,
  formatTime,
  Heading,
  InsetText,
  Lines,
  Page,
  Panel,
  SummaryList,
  TextArea,
  TextField,
  TimeField,
  useWords,
} from '../../design/index.ts';
import { calendarDay } from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { linesOf, type Meeting, voicesIn } from '../core/steering.ts';
import { constituencies } from '../core/steering-member.ts';
import type { MeetingSeen } from '../index.ts';
import { Actions, DecisionLine } from './steering-home.tsx';

type Props = { seen: MeetingSeen; timeZone: string };

/** A meeting from its agenda to what was agreed. */
export function MeetingPage({ seen, timeZone }: Props) {
  const words = useWords().steering;
  const { meeting, mayKeep } = seen;
  const path = `/steering/meetings/${meeting.id}`;
  const held = meeting.stage === 'held';
  return (
    <Page
      title={words.meeting.title(formatDate(meeting.startsAt, { timeZone }))}
      caption={words.stages[meeting.stage]}
      back={{ href: '/steering', text: words.home.title }}
    >
      <Facts meeting={meeting} timeZone={timeZone} />
      {mayKeep && (
        <p>
          <a href={`${path}/change`}>{words.meeting.change}</a>
        </p>
      )}
      <Papers seen={seen} timeZone={timeZone} path={path} />
      <Heading class="nhsuk-heading-m">{words.meeting.ideas}</Heading>
      {seen.ideas.length === 0 && <p>{words.meeting.noIdeas}</p>}
      <ul>
        {seen.ideas.map(({ id, told }) => (
          <li key={id}>
            <a href={`/ideas/${id}`}>{told}</a>
          </li>
        ))}
      </ul>
      {held && <Voices seen={seen} />}
      {mayKeep && meeting.stage !== 'called-off' && (
        <ButtonRow>
          <Button href={`${path}/held`} variant={held ? 'secondary' : 'primary'} small={held}>
            {words.meeting.hold}
          </Button>
        </ButtonRow>
      )}
      {held && (
        <>
          <Heading class="nhsuk-heading-m">{words.meeting.decisions}</Heading>
          {seen.decisions.length === 0 && <p>{words.meeting.noDecisions}</p>}
          {seen.decisions.map((decision) => (
            <DecisionLine decision={decision} key={decision.id} />
          ))}
          {mayKeep && <Button href={`${path}/decide`}>{words.meeting.decide}</Button>}
          <Heading class="nhsuk-heading-m">{words.meeting.actions}</Heading>
          <Actions actions={seen.actions} today={seen.today} empty={<p>{words.meeting.noActions}</p>} />
          {mayKeep && <Button href={`${path}/agree`}>{words.meeting.addAction}</Button>}
          <p>
            <a href={`${path}/minutes`}>{words.meeting.minutes}</a>
          </p>
        </>
      )}
    </Page>
  );
}

function Facts({ meeting, timeZone }: { meeting: Meeting; timeZone: string }) {
  const words = useWords().steering.meeting;
  const rows = [
    { key: words.time, value: formatDateTime(meeting.startsAt, { timeZone }) },
    ...(meeting.place ? [{ key: words.place, value: <Lines text={meeting.place} /> }] : []),
    ...(meeting.callLink ? [{ key: words.callLink, value: <a href={meeting.callLink}>{meeting.callLink}</a> }] : []),
    {
      key: words.agenda,
      value: meeting.agenda ? (
        <ol>
          {linesOf(meeting.agenda).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      ) : (
        words.noAgenda
      ),
    },
    ...(meeting.notes ? [{ key: words.notes, value: <Lines text={meeting.notes} /> }] : []),
  ];
  return <SummaryList rows={rows} />;
}

function Papers({ seen: { papers, mayKeep, meeting }, timeZone, path }: { seen: MeetingSeen; timeZone: string; path: string }) {
  const words = useWords().steering.meeting;
  return (
    <Panel heading={words.papers}>
      {papers.length === 0 && <p>{words.noPapers}</p>}
      <ul class="nhsuk-list">
        {papers.map(({ id, madeAt }) => (
          <li key={id}>
            <a href={`${path}/papers/${id}`}>{words.paper(formatDateTime(madeAt, { timeZone }))}</a>
          </li>
        ))}
      </ul>
      {mayKeep && meeting.stage !== 'called-off' && (
        <Form action={`${path}/papers`}>
          <Button variant="secondary" small>
            {words.makePaper}
          </Button>
          <p class="bothy-note">{words.makePaperHint}</p>
        </Form>
      )}
    </Panel>
  );
}

function Voices({ seen: { members, attendance } }: { seen: MeetingSeen }) {
  const words = useWords().steering;
  const voices = voicesIn(members, attendance);
  const absent = constituencies.filter((each) => !voices.has(each)).map((each) => words.constituencies[each].toLowerCase());
  return (
    <Panel heading={words.meeting.voices}>
      <p>
        {constituencies
          .filter((each) => voices.has(each))
          .map((each) => `${words.constituencies[each]}: ${voices.get(each)}`)
          .join(' · ')}
      </p>
      {absent.length > 0 && <p class="bothy-note">{words.meeting.absent(absent.join(', '))}</p>}
    </Panel>
  );
}

type EditProps = {
  meeting?: Meeting | undefined;
  timeZone: string;
  values?: Typed | undefined;
  errors?: Errors | undefined;
  stale?: boolean | undefined;
};

export function EditMeetingPage({ meeting, timeZone, values, errors, stale }: EditProps) {
  const words = useWords().steering.meeting;
  const path = meeting ? `/steering/meetings/${meeting.id}` : '/steering';
  return (
    <Page title={meeting ? words.changeTitle : words.newTitle} back={{ href: path }} errors={errors} errorIds={{ day: 'day-day' }}>
      {stale && meeting && (
        <InsetText>
          {[words.stale, formatDateTime(meeting.startsAt, { timeZone }), meeting.place, meeting.agenda].filter(Boolean).join(' · ')}
        </InsetText>
      )}
      <Form action={meeting ? `${path}/change` : '/steering/meetings/new'} values={values} rowVersion={meeting?.rowVersion}>
        <DateField name="day" label={words.day} value={meeting && calendarDay(meeting.startsAt, timeZone)} />
        <TimeField name="time" label={words.time} hint={words.timeHint} value={meeting && formatTime(meeting.startsAt, { timeZone })} />
        <TextField name="place" label={words.place} hint={words.placeHint} value={meeting?.place} />
        <TextField name="callLink" type="url" label={words.callLink} hint={words.callLinkHint} value={meeting?.callLink} optional />
        <TextArea name="agenda" label={words.agenda} hint={words.agendaHint} value={meeting?.agenda} rows={6} optional />
        {meeting && <Checkbox name="calledOff" label={words.calledOff} checked={meeting.stage === 'called-off'} />}
        <Button>{words.save}</Button>
      </Form>
    </Page>
  );
}
