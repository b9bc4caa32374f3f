import {
  Columns,
  Details,
  Dot,
  Due,
  EmptyState,
  Page,
  Pagination,
  Panel,
  PersonBanner,
  SummaryList,
  Table,
  Tag,
  TaskList,
  Timeline,
  Stats,
  ActionLink,
  Card,
  InsetText,
  PanelBox,
  Prose,
  WarningCallout,
  type DotKind,
} from '../index.ts';
import { KitchenForm } from './kitchen-form.tsx';

const now = new Date('2026-11-24T10:15:00Z');

type Row = { name: string; facts: string; kind: DotKind; next: string; due: string; matters: string; weight: number };

const people: Row[] = [
  {
    name: 'Moira Kerr',
    facts: '62 · Castle Douglas',
    kind: 'late',
    next: 'Ring today: 2nd attempt',
    due: '2026-11-21',
    matters: 'Loneliness, bereavement',
    weight: 4,
  },
  {
    name: 'Tomasz Wójcik',
    facts: '38 · Dalbeattie · Polish interpreter',
    kind: 'late',
    next: 'Debt advice has not answered',
    due: '2026-11-23',
    matters: 'Money, housing',
    weight: 7,
  },
  {
    name: 'Agnes McMillan',
    facts: '81 · Kirkcudbright',
    kind: 'hold',
    next: 'Befriending list is long',
    due: '2026-11-25',
    matters: 'Loneliness, mobility',
    weight: 5,
  },
  {
    name: 'Jordan Reid',
    facts: '24 · Castle Douglas',
    kind: 'ok',
    next: 'First visit to the Men’s Shed',
    due: '2026-11-26',
    matters: 'Purpose, low mood',
    weight: 3,
  },
];

const Caseload = () => (
  <>
    <Stats
      items={[
        { figure: 2, text: 'need you today', late: true },
        { figure: 31, text: 'people, weight 118 of 140' },
        { figure: 4, text: 'being held, longest 23 days', href: '/caseload?held=yes' },
        { figure: '9 days', text: 'usual wait for first contact' },
      ]}
    />
    <Table
      caption="People I support, most pressing first"
      captionHidden
      rows={people}
      columns={[
        {
          header: 'Person',
          rowHeader: true,
          cell: ({ name, facts }) => (
            <>
              <a href={`/people/${name}`}>{name}</a> <span class="bothy-note">{facts}</span>
            </>
          ),
        },
        { header: 'How it stands', cell: ({ kind }) => <Dot kind={kind} /> },
        { header: 'What is next', cell: ({ next }) => next },
        { header: 'When', sort: { href: '?sort=due', direction: 'ascending' }, cell: ({ due }) => <Due day={due} now={now} /> },
        { header: 'What matters', cell: ({ matters }) => matters },
        { header: 'Weight', numeric: true, sort: { href: '?sort=weight' }, cell: ({ weight }) => weight },
      ]}
    />
    <Pagination page={3} pages={12} href={(page) => `/caseload?page=${page}`} />
  </>
);

const Story = () => (
  <Columns split="two-thirds">
    <div>
      <Panel heading="What happened">
        <Timeline
          entries={[
            { at: new Date('2026-11-24T09:30:00Z'), what: 'Rang, no answer', who: 'Sam Findlay', late: true },
            { at: new Date('2026-11-20T14:00:00Z'), what: 'Referral accepted', who: 'Sam Findlay' },
            {
              at: new Date('2026-11-20T09:05:00Z'),
              what: 'Referred by Glenkens Medical Practice',
              who: 'Aileen Boyd',
              detail: <Prose text={'Lost her husband in August.\nUsed to sing.\n\nWould like company more than <b>advice</b>.'} />,
            },
          ]}
        />
      </Panel>
    </div>
    <div>
      <Panel heading="To do" soft>
        <TaskList
          tasks={[
            { title: 'First contact', href: '/one', status: 'Done', kind: 'done' },
            { title: 'What matters', href: '/two', hint: 'In her own words', status: 'To do', kind: 'blue' },
            { title: 'Closing', status: 'Cannot start yet', kind: 'later' },
          ]}
        />
      </Panel>
      <EmptyState title="No connections yet">
        <p>Find a service she might like, and connect her.</p>
        <ActionLink href="/services">Find a service</ActionLink>
      </EmptyState>
    </div>
  </Columns>
);

const Odds = () => (
  <>
    <SummaryList
      rows={[
        { key: 'Name', value: 'Moira Kerr', actions: [{ href: '/name', text: 'Change', about: 'name' }] },
        {
          key: 'Safe to leave a message',
          value: 'No',
          actions: [
            { href: '/a', text: 'Change', about: 'messages' },
            { href: '/b', text: 'Why', about: 'messages' },
          ],
        },
        { key: 'Lives with', value: 'Alone' },
      ]}
    />
    <InsetText>Moira would like to be rung in the morning.</InsetText>
    <WarningCallout heading="Do not leave messages">Somebody else may hear them.</WarningCallout>
    <Details summary="How we choose who is first">Late things stand before everything else.</Details>
    <Columns split="thirds">
      <Card heading="Crossmichael singers" href="/s" clickable description="Thursdays, room for three" />
      <Card heading="Dalbeattie Men’s Shed" description="Tuesdays and Fridays" actions={[{ href: '/e', text: 'Change' }]} />
      <Card heading="Feature" feature description="Bereavement café" />
    </Columns>
    <p>
      {(['default', 'white', 'grey', 'green', 'blue', 'purple', 'red', 'orange'] as const).map((colour) => (
        <>
          <Tag colour={colour}>{colour}</Tag>{' '}
        </>
      ))}
    </p>
    <p>
      {(['late', 'hold', 'ok', 'waiting', 'closed'] as const).map((kind) => (
        <>
          <Dot kind={kind} />{' '}
        </>
      ))}
    </p>
    <PanelBox title="Referral sent" level={2}>
      Sam will ring within 9 days
    </PanelBox>
    <Pagination label="Guide" previous={{ href: '/p', text: 'Money' }} next={{ href: '/n', text: 'Housing' }} />
  </>
);

/** Every component on one page, for tests and for looking at. */
export const KitchenSink = ({ failed = false }: { failed?: boolean }) => (
  <Page
    title="My caseload"
    caption="Sam Findlay, link worker"
    crumbs={[{ href: '/', text: 'Home' }]}
    wide={false}
    errors={
      failed
        ? {
            who: 'Enter who it is for',
            needs: 'Choose what would help',
            born: 'Enter a date of birth',
            agreed: 'Say whether she agrees',
            channel: 'Choose how to reach her',
            more: 'Keep it to 200 characters',
            team: 'Choose a team',
            score: 'Choose a number',
            secret: 'Enter your password',
          }
        : undefined
    }
  >
    <Caseload />
    <PersonBanner
      caption="Being supported since 20 November"
      name="Moira Kerr"
      facts={['62', 'Castle Douglas', 'she/her']}
      tags={<Tag colour="red">No messages</Tag>}
    />
    <Story />
    <Odds />
    <KitchenForm />
  </Page>
);
