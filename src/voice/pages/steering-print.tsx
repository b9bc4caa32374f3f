import {
  Button,
  formatDate,
  formatDateTime,
  formatFullDate,
  Heading,
  Lines,
  Page,
  Panel,
  SummaryList,
  Table,
  useWords,
} from '../../design/index.ts';
import { linesOf, type Meeting } from '../core/steering.ts';
import { type Paper, type PaperPart, takenBackMark } from '../core/steering-paper.ts';
import type { MeetingSeen } from '../index.ts';

const Print = ({ text }: { text: string }) => (
  <print-button hidden>
    <Button type="button" variant="secondary" small>
      {text}
    </Button>
  </print-button>
);

/** What the group was given to read, as it was when it was made. */
export function PaperPage({ meeting, paper, timeZone }: { meeting: Meeting; paper: Paper; timeZone: string }) {
  const { paper: words } = useWords().steering;
  return (
    <Page
      title={words.title(formatDate(meeting.startsAt, { timeZone }))}
      back={{ href: `/steering/meetings/${meeting.id}` }}
      actions={<Print text={words.print} />}
    >
      <p>{words.made(formatDateTime(paper.madeAt, { timeZone }))}</p>
      {paper.parts.map((part, nth) => (
        <Part part={part} key={nth} />
      ))}
    </Page>
  );
}

function Part({ part: { title, lines, table, href } }: { part: PaperPart }) {
  const { paper: words } = useWords().steering;
  const said = (text: string) => (text === takenBackMark ? words.takenBack : text);
  return (
    <Panel heading={title}>
      {lines.map((line, nth) => (
        <p key={nth}>
          <Lines text={said(line)} />
        </p>
      ))}
      {table && (
        <Table<readonly string[]>
          caption={title}
          captionHidden
          panel={false}
          rows={table.rows}
          columns={table.head.map((header, nth) => ({ header, cell: (row) => said(row[nth] ?? ''), rowHeader: nth === 0 }))}
        />
      )}
      {href?.startsWith('/') && <a href={href}>{words.look}</a>}
    </Panel>
  );
}

export function MinutesPage({ seen, timeZone }: { seen: MeetingSeen; timeZone: string }) {
  const words = useWords().steering;
  const { meeting, members, attendance, decisions, actions } = seen;
  const named = (how: readonly string[]) =>
    members
      .filter(({ id }) => how.includes(attendance.get(id) ?? ''))
      .map(({ id, name }) => (attendance.get(id) === 'by-call' ? words.minutes.byCall(name) : name))
      .join(', ') || words.minutes.nobody;
  const rows = [
    ...(meeting.place ? [{ key: words.minutes.place, value: meeting.place }] : []),
    { key: words.minutes.there, value: named(['there', 'by-call']) },
    { key: words.minutes.sorry, value: named(['sorry']) },
    ...(meeting.agenda
      ? [
          {
            key: words.minutes.agenda,
            value: (
              <ol>
                {linesOf(meeting.agenda).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ol>
            ),
          },
        ]
      : []),
    ...(meeting.notes ? [{ key: words.minutes.notes, value: <Lines text={meeting.notes} /> }] : []),
  ];
  return (
    <Page
      title={words.minutes.title(formatFullDate(meeting.startsAt, { timeZone }))}
      caption={words.home.title}
      back={{ href: `/steering/meetings/${meeting.id}` }}
      actions={<Print text={words.minutes.print} />}
    >
      <SummaryList rows={rows} />
      <Heading class="nhsuk-heading-m">{words.minutes.decisions}</Heading>
      {decisions.length === 0 && <p>{words.meeting.noDecisions}</p>}
      {decisions.map(({ id, number, what, outcome, reason, otherwise }) => (
        <section key={id}>
          <Heading level={3} class="nhsuk-heading-s">{`${words.meeting.number(number)}: ${what}`}</Heading>
          <p>{words.meeting.outcomes[outcome]}</p>
          <p>{`${words.minutes.why}: ${reason}`}</p>
          {otherwise && <p>{words.meeting.otherwiseSaid(otherwise)}</p>}
        </section>
      ))}
      <Heading class="nhsuk-heading-m">{words.minutes.actions}</Heading>
      <Table
        caption={words.minutes.actions}
        captionHidden
        rows={actions}
        empty={<p>{words.meeting.noActions}</p>}
        columns={[
          { header: words.action.what, cell: ({ what }) => what, rowHeader: true },
          { header: words.minutes.owner, cell: ({ ownerName }) => ownerName },
          {
            header: words.minutes.due,
            cell: ({ dueOn, doneOn }) => (doneOn ? `${words.minutes.done}, ${formatDate(doneOn)}` : formatDate(dueOn)),
          },
        ]}
      />
    </Page>
  );
}
