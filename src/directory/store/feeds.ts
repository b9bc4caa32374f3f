import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Counts, Feed, Mark, Reject, Run } from '../feed/feed.ts';
import { asJson } from './put.ts';

type FeedRow = Omit<Feed, 'pullHours' | 'changedSince' | 'lastWhole' | 'nextPull' | 'rowVersion'> & {
  pull_hours: number | null;
  changed_since: Date | null;
  last_whole: Date | null;
  next_pull: Date | null;
  row_version: number;
};
const toFeed = ({ pull_hours, changed_since, last_whole, next_pull, row_version, ...row }: FeedRow): Feed => ({
  ...row,
  pullHours: pull_hours,
  changedSince: changed_since,
  lastWhole: last_whole,
  nextPull: next_pull,
  rowVersion: row_version,
});
const feedColumns = sql`id, name, kind, address, trust, pull_hours, apply, options, stopped, changed_since, last_whole, next_pull, row_version`;

/** Two that take something in at once would lock each other's rows. The second waits until the first is done. */
export async function waitForTurn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7266910)`.execute(tx);
}

/** After much has been added, so that what was a good way to ask while there was little does not stay so. As the owner of the tables. */
export async function countAnew(connection: Tx): Promise<void> {
  await sql`analyze feed_record, change, directory_record, match_key, match_keyed`.execute(connection);
}

export async function allFeeds(tx: Tx): Promise<Feed[]> {
  const { rows } = await sql<FeedRow>`select ${feedColumns} from feed order by lower(name), id`.execute(tx);
  return rows.map(toFeed);
}

export async function findFeed(tx: Tx, by: { id: string } | { address: string }): Promise<Feed | undefined> {
  const which = 'id' in by ? sql`id = ${by.id}` : sql`address = ${by.address}`;
  const { rows } = await sql<FeedRow>`select ${feedColumns} from feed where ${which}`.execute(tx);
  return rows[0] && toFeed(rows[0]);
}

export async function putFeed(tx: Tx, feed: Omit<Feed, 'rowVersion'>): Promise<void> {
  const { id, name, kind, address, trust, pullHours, apply, options, stopped, changedSince, lastWhole, nextPull } = feed;
  await sql`
    insert into feed (id, name, kind, address, trust, pull_hours, apply, options, stopped, changed_since, last_whole, next_pull)
    values (${id}, ${name}, ${kind}, ${address}, ${trust}, ${pullHours}, ${apply}, ${asJson(options)}, ${stopped}, ${changedSince}, ${lastWhole}, ${nextPull})
    on conflict (programme_id, id) do update set name = excluded.name, kind = excluded.kind, address = excluded.address, trust = excluded.trust,
      pull_hours = excluded.pull_hours, apply = excluded.apply, options = excluded.options, stopped = excluded.stopped,
      changed_since = excluded.changed_since, last_whole = excluded.last_whole, next_pull = excluded.next_pull,
      row_version = feed.row_version + 1`.execute(tx);
}

/** Notes how far a feed has been read, without it counting as an edit of somebody. */
export async function noteRead(
  tx: Tx,
  feed: string,
  read: { changedSince?: Date; lastWhole?: Date; nextPull?: Date | null },
): Promise<void> {
  await sql`
    update feed set changed_since = coalesce(${read.changedSince ?? null}, changed_since), last_whole = coalesce(${read.lastWhole ?? null}, last_whole),
      next_pull = ${read.nextPull === undefined ? sql`next_pull` : read.nextPull} where id = ${feed}`.execute(tx);
}

export async function dueFeeds(tx: Tx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from feed where next_pull <= ${now} and not stopped and address is not null order by next_pull limit 20`.execute(tx);
  return rows.map(({ id }) => id);
}

type RunRow = Omit<Run, 'feed' | 'chain' | 'began' | 'touched' | 'ended'> & {
  feed_id: string;
  chain_id: string;
  began_at: Date;
  touched_at: Date;
  ended_at: Date | null;
};
const toRun = ({ feed_id, chain_id, began_at, touched_at, ended_at, ...row }: RunRow): Run => ({
  ...row,
  feed: feed_id,
  chain: chain_id,
  began: began_at,
  touched: touched_at,
  ended: ended_at,
});
const runColumns = sql`id, feed_id, chain_id, began_at, touched_at, ended_at, state, partial, reason, resume, counts`;

export async function beginRun(tx: Tx, run: Pick<Run, 'id' | 'feed' | 'chain' | 'began' | 'partial'>): Promise<void> {
  await sql`
    insert into feed_run (id, feed_id, chain_id, began_at, touched_at, partial)
    values (${run.id}, ${run.feed}, ${run.chain}, ${run.began}, ${run.began}, ${run.partial})`.execute(tx);
}

export async function touchRun(
  tx: Tx,
  id: string,
  { at, resume, counts }: { at: Date; resume: Mark | null; counts: Counts },
): Promise<void> {
  await sql`update feed_run set touched_at = ${at}, resume = ${resume && asJson(resume)}, counts = ${asJson(counts)} where id = ${id}`.execute(
    tx,
  );
}

export async function endRun(tx: Tx, id: string, end: Pick<Run, 'state' | 'reason' | 'counts'> & { at: Date }): Promise<void> {
  await sql`
    update feed_run set ended_at = ${end.at}, touched_at = ${end.at}, state = ${end.state}, reason = ${end.reason}, counts = ${asJson(end.counts)}
    where id = ${id}`.execute(tx);
}

/** The latest readings of a feed, the last first. */
export async function runsOf(tx: Tx, feed: string, limit: number): Promise<Run[]> {
  const { rows } = await sql<RunRow>`
    select ${runColumns} from feed_run where feed_id = ${feed} order by nth desc limit ${limit}`.execute(tx);
  return rows.map(toRun);
}

export async function findRun(tx: Tx, id: string): Promise<Run | undefined> {
  const { rows } = await sql<RunRow>`select ${runColumns} from feed_run where id = ${id}`.execute(tx);
  return rows[0] && toRun(rows[0]);
}

/** The last reading of every feed, by feed. */
export async function lastRuns(tx: Tx): Promise<Map<string, Run>> {
  const { rows } = await sql<RunRow>`select distinct on (feed_id) ${runColumns} from feed_run order by feed_id, nth desc`.execute(tx);
  return new Map(rows.map((row) => [row.feed_id, toRun(row)]));
}

export async function addRejects(tx: Tx, run: string, from: number, rejects: readonly Reject[]): Promise<void> {
  if (!rejects.length) return;
  const rows = rejects.map((reject, nth) => ({ ...reject, nth: from + nth }));
  await sql`
    insert into feed_reject (run_id, nth, path, name, reason)
    select ${run}, nth, path, name, reason from jsonb_to_recordset(${asJson(rows)}) as new (nth integer, path text, name text, reason text)`.execute(
    tx,
  );
}

export async function rejectsOf(tx: Tx, run: string, from: number, limit: number): Promise<Reject[]> {
  const { rows } = await sql<Reject>`
    select path, name, reason from feed_reject where run_id = ${run} and nth >= ${from} order by nth limit ${limit}`.execute(tx);
  return rows;
}

export type KnownPage = { etag: string | null; lastModified: string | null; content: unknown };

export async function findPage(tx: Tx, feed: string, page: string): Promise<KnownPage | undefined> {
  const { rows } = await sql<KnownPage>`
    select etag, last_modified as "lastModified", content from feed_page where feed_id = ${feed} and page = ${page}`.execute(tx);
  return rows[0];
}

export async function putPage(tx: Tx, feed: string, page: string, { etag, lastModified, content }: KnownPage): Promise<void> {
  await sql`
    insert into feed_page (feed_id, page, etag, last_modified, content) values (${feed}, ${page}, ${etag}, ${lastModified}, ${asJson(content)})
    on conflict (programme_id, feed_id, page) do update set etag = excluded.etag, last_modified = excluded.last_modified, content = excluded.content`.execute(
    tx,
  );
}
