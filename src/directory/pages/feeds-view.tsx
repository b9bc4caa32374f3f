import {
  Button,
  ButtonRow,
  EmptyState,
  Form,
  formatDateTime,
  Heading,
  HiddenText,
  Page,
  Pagination,
  Stats,
  SummaryList,
  Table,
  Tag,
  type TagColour,
  useWords,
} from '../../design/index.ts';
import type { ChangeSet, Feed, FeedList, FeedReject, FeedRun, FeedSeen } from '../index.ts';

const runColours: Readonly<Record<FeedRun['state'], TagColour>> = {
  reading: 'blue',
  complete: 'green',
  incomplete: 'orange',
  failed: 'red',
};
const setColours: Readonly<Record<ChangeSet['state'], TagColour>> = {
  gathering: 'grey',
  proposed: 'orange',
  applying: 'blue',
  applied: 'green',
  undone: 'grey',
  dropped: 'grey',
};

export const SetState = ({ state }: Pick<ChangeSet, 'state'>) => <Tag colour={setColours[state]}>{useWords().feeds.setStates[state]}</Tag>;

export function FeedsPage({ feeds, sets, waiting }: FeedList) {
  const { feeds: words, csv, editing } = useWords();
  const { list, feedKinds } = words;
  return (
    <Page title={list.title} wide>
      <p>{list.intro}</p>
      <Stats
        items={[
          { figure: waiting.sets, text: list.waitingSets(waiting.sets), late: waiting.sets > 0 },
          { figure: waiting.questions, text: list.waitingQuestions(waiting.questions), href: '/matches' },
          { figure: waiting.contested, text: list.contested(waiting.contested), href: '/differences' },
        ]}
      />
      <Heading class="nhsuk-heading-m">{list.feeds}</Heading>
      <Table
        caption={list.feeds}
        captionHidden
        responsive
        panel
        rows={feeds}
        columns={[
          { header: list.name, rowHeader: true, cell: ({ id, name }) => <a href={`/feeds/${id}`}>{name}</a> },
          { header: list.kind, cell: ({ kind }) => feedKinds[kind] },
          { header: list.trust, cell: ({ trust }) => trust, numeric: true },
          { header: list.last, cell: ({ last }) => (last ? formatDateTime(last.began) : list.never) },
          { header: list.result, cell: ({ last, stopped }) => <Outcome last={last} stopped={stopped} /> },
        ]}
        empty={
          <EmptyState title={list.noFeeds} level={3}>
            <p>{list.noFeedsText}</p>
          </EmptyState>
        }
      />
      <ButtonRow>
        <Button href="/feeds/new" variant="secondary">
          {list.add}
        </Button>
        <Button href="/feeds/csv" variant="secondary">
          {csv.bring.title}
        </Button>
        <a href="/services/new">{editing.service.add}</a>
        <a href="/feeds/export">{csv.export.title}</a>
      </ButtonRow>
      <Heading class="nhsuk-heading-m">{list.changes}</Heading>
      <SetTable sets={sets} empty={list.noChanges} />
    </Page>
  );
}

function Outcome({ last, stopped }: { last: FeedRun | null; stopped: boolean }) {
  const { list, runStates } = useWords().feeds;
  if (stopped) return <Tag colour="grey">{list.stopped}</Tag>;
  return last && <Tag colour={runColours[last.state]}>{runStates[last.state]}</Tag>;
}

function SetTable({ sets, empty }: { sets: readonly (ChangeSet & { feedName?: string | null })[]; empty: string }) {
  const { list, setKinds } = useWords().feeds;
  return (
    <Table
      caption={list.changes}
      captionHidden
      responsive
      panel
      rows={sets}
      columns={[
        {
          header: list.what,
          rowHeader: true,
          cell: ({ id, kind, feedName }) => <a href={`/changes/${id}`}>{[setKinds[kind], feedName].filter(Boolean).join(': ')}</a>,
        },
        { header: list.result, cell: ({ counts }) => <Counts counts={counts} /> },
        { header: list.made, cell: ({ made }) => formatDateTime(made) },
        { header: list.state, cell: ({ state }) => <SetState state={state} /> },
      ]}
      empty={<p>{empty}</p>}
    />
  );
}

/** How many of each sort there are in a set. */
export function Counts({ counts }: Pick<ChangeSet, 'counts'>) {
  const { set } = useWords().feeds;
  const sorts = Object.entries(counts).flatMap(([name, count]) => {
    const [kind, action] = name.split(' ');
    return action !== undefined && kind !== 'organisations' ? [set.counts(kind!, action, count)] : [];
  });
  return <>{sorts.join(', ')}</>;
}

export function FeedPage({ feed, runs, sets }: FeedSeen) {
  const words = useWords().feeds;
  const { feed: own } = words;
  return (
    <Page title={feed.name} back={{ href: '/feeds', text: words.list.title }} wide>
      <SummaryList rows={aboutFeed(feed, words)} />
      <ButtonRow>
        <Button href={`/feeds/${feed.id}/change`} variant="secondary">
          {own.change}
          <HiddenText> {feed.name}</HiddenText>
        </Button>
      </ButtonRow>
      {feed.address !== null && !feed.stopped && feed.kind !== 'file' && (
        <Form action={`/feeds/${feed.id}/read`}>
          <Button>{own.readNow}</Button>
        </Form>
      )}
      <Heading class="nhsuk-heading-m">{own.changes}</Heading>
      <SetTable sets={sets} empty={own.none} />
      <Heading class="nhsuk-heading-m">{own.runs}</Heading>
      <Runs runs={runs} />
    </Page>
  );
}

function aboutFeed(feed: Feed, { feed: own, form, feedKinds, list }: ReturnType<typeof useWords>['feeds']) {
  return [
    ...(feed.address === null ? [] : [{ key: own.address, value: feed.address }]),
    { key: own.kind, value: feedKinds[feed.kind] },
    { key: own.trust, value: form.trustOptions(feed.trust) },
    { key: own.apply, value: feed.apply === 'ask' ? form.applyAsk : form.applyItself },
    ...(feed.kind === 'file' || feed.kind === 'csv'
      ? []
      : [{ key: own.pull, value: feed.stopped ? list.stopped : form.pullOptions[String(feed.pullHours ?? '')] }]),
    ...(feed.nextPull ? [{ key: own.next, value: formatDateTime(feed.nextPull) }] : []),
  ];
}

function Runs({ runs }: { runs: readonly FeedRun[] }) {
  const words = useWords().feeds;
  const { feed: own, runStates } = words;
  return (
    <Table
      caption={own.runs}
      captionHidden
      responsive
      panel
      rows={runs}
      columns={[
        { header: own.began, rowHeader: true, cell: ({ began }) => formatDateTime(began) },
        {
          header: own.state,
          cell: ({ state, reason, resume, partial }) => (
            <>
              <Tag colour={runColours[state]}>{runStates[state]}</Tag> {partial && words.partial}
              {reason && (
                <p class="nhsuk-u-margin-top-2 nhsuk-u-margin-bottom-0">
                  {state === 'incomplete' && resume ? `${reason} ${words.goesOn}` : reason}
                </p>
              )}
            </>
          ),
        },
        { header: own.found, cell: ({ counts }) => words.found(counts) },
        {
          header: own.rejected,
          numeric: true,
          cell: ({ id, counts }) =>
            counts['rejected'] ? <a href={`/feeds/readings/${id}`}>{words.rejects.count(counts['rejected'])}</a> : 0,
        },
      ]}
      empty={<p>{own.noRuns}</p>}
    />
  );
}

type RejectsProps = { run: FeedRun; feed: Feed; rejects: readonly FeedReject[]; pages: number; page: number };

export function RejectsPage({ run, feed, rejects, pages, page }: RejectsProps) {
  const words = useWords().feeds.rejects;
  return (
    <Page title={words.title} back={{ href: `/feeds/${feed.id}`, text: feed.name }} wide>
      <p>{words.intro}</p>
      <Table
        caption={words.title}
        captionHidden
        responsive
        panel
        rows={rejects}
        columns={[
          { header: words.path, rowHeader: true, cell: ({ path }) => path },
          { header: words.name, cell: ({ name }) => name },
          { header: words.reason, cell: ({ reason }) => reason },
        ]}
        empty={<p>{words.none}</p>}
      />
      {pages > 1 && <Pagination page={page} pages={pages} href={(to) => `/feeds/readings/${run.id}?page=${to}`} />}
      {rejects.length > 0 && (
        <p>
          <a href={`/feeds/readings/${run.id}/left-out.csv`}>{words.download}</a>
        </p>
      )}
    </Page>
  );
}
