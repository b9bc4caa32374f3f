import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Change, ChangeSet, ChangeSetState } from '../change-set.ts';
import { namedBy } from '../feed/references.ts';
import type { Document, Kind } from '../record.ts';
import { asJson } from './put.ts';

type SetRow = Omit<ChangeSet, 'feed' | 'run' | 'made' | 'decidedAt' | 'decidedBy' | 'undoneAt' | 'rowVersion'> & {
  feed_id: string | null;
  run_id: string | null;
  made_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
  undone_at: Date | null;
  row_version: number;
};
const toSet = ({ feed_id, run_id, made_at, decided_at, decided_by, undone_at, row_version, ...row }: SetRow): ChangeSet => ({
  ...row,
  feed: feed_id,
  run: run_id,
  made: made_at,
  decidedAt: decided_at,
  decidedBy: decided_by,
  undoneAt: undone_at,
  rowVersion: row_version,
});
const setColumns = sql`id, kind, feed_id, run_id, by, made_at, state, guard, counts, decided_at, decided_by, undone_at, row_version`;

export async function openSet(tx: Tx, set: Pick<ChangeSet, 'id' | 'kind' | 'feed' | 'run' | 'by' | 'made' | 'state'>): Promise<void> {
  await sql`
    insert into change_set (id, kind, feed_id, run_id, by, made_at, state)
    values (${set.id}, ${set.kind}, ${set.feed}, ${set.run}, ${set.by}, ${set.made}, ${set.state})`.execute(tx);
}

export async function findSet(tx: Tx, id: string, lock = false): Promise<ChangeSet | undefined> {
  const { rows } = await sql<SetRow>`
    select ${setColumns} from change_set where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] && toSet(rows[0]);
}

export async function setsWhere(
  tx: Tx,
  { feed, limit, offset = 0 }: { feed?: string; limit: number; offset?: number },
): Promise<ChangeSet[]> {
  const { rows } = await sql<SetRow>`
    select ${setColumns} from change_set
    where state not in ('gathering', 'dropped') and (counts ? 'changes') and ${feed === undefined ? sql`true` : sql`feed_id = ${feed}`}
    order by made_at desc, id limit ${limit} offset ${offset}`.execute(tx);
  return rows.map(toSet);
}

/** How many wait for somebody's word. */
export async function countProposed(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from change_set where state = 'proposed'`.execute(tx);
  return rows[0]!.n;
}

type NewState = {
  state: ChangeSetState;
  decided?: { at: Date; by: string | null };
  undone?: { at: Date; by: string | null };
  guard?: readonly string[];
};
export async function setState(tx: Tx, id: string, { state, decided, undone, guard }: NewState): Promise<void> {
  const and: RawBuilder<unknown>[] = [sql`state = ${state}`, sql`row_version = row_version + 1`];
  if (decided) and.push(sql`decided_at = ${decided.at}`, sql`decided_by = ${decided.by}`);
  if (undone) and.push(sql`undone_at = ${undone.at}`, sql`undone_by = ${undone.by}`);
  if (guard) and.push(sql`guard = ${[...guard]}::text[]`);
  await sql`update change_set set ${sql.join(and)} where id = ${id}`.execute(tx);
}

/** Counts the changes of a set anew: how many there are, of what sort, and what came of them. */
export async function countSet(tx: Tx, id: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ counts: Record<string, number> }>`
    update change_set set counts = counts || (
      select jsonb_strip_nulls(jsonb_build_object('changes', nullif(count(*), 0), 'refused', nullif(count(*) filter (where decision = 'refused'), 0),
        'kept', nullif(count(*) filter (where outcome = 'kept'), 0))) from change where change_set_id = ${id}
    ) || (
      select coalesce(jsonb_object_agg(kind || ' ' || action, n), '{}') from (
        select kind, action, count(*) as n from change where change_set_id = ${id} group by 1, 2) as counted
    ) where id = ${id} returning counts`.execute(tx);
  return rows[0]?.counts ?? {};
}

export async function noteCounts(tx: Tx, id: string, counts: Readonly<Record<string, number>>): Promise<void> {
  await sql`update change_set set counts = counts || ${asJson(counts)} where id = ${id}`.execute(tx);
}

export async function removeSet(tx: Tx, id: string): Promise<void> {
  await sql`delete from change_set where id = ${id}`.execute(tx);
}

export type NewChange = Omit<Change, 'nth' | 'decision' | 'outcome'>;
/** Adds to a set. A record that is in it already is left as it is there. */
export async function addChanges(tx: Tx, set: string, from: number, changes: readonly NewChange[]): Promise<void> {
  if (!changes.length) return;
  const rows = changes.map((change, nth) => ({ ...change, nth: from + nth }));
  await sql`
    insert into change (change_set_id, nth, kind, record_id, action, name, before, before_version, after, sources, fields, feed_key, said, said_before)
    select ${set}, nth, kind, record, action, name, nullif(before, 'null'::jsonb), "beforeVersion", after, nullif(sources, 'null'::jsonb), fields, key,
      nullif(said, 'null'::jsonb), nullif("saidBefore", 'null'::jsonb)
    from jsonb_to_recordset(${asJson(rows)}) as new (nth integer, kind text, record uuid, action text, name text, before jsonb,
      "beforeVersion" integer, after jsonb, sources jsonb, fields text[], key uuid, said jsonb, "saidBefore" jsonb)
    on conflict (programme_id, change_set_id, kind, record_id) do nothing`.execute(tx);
}

/** What a newer reading says of the same things makes older proposals of that feed pointless. */
export async function overtake(tx: Tx, feed: string, set: string, keys: readonly string[]): Promise<void> {
  if (!keys.length) return;
  await sql`
    update change c set decision = 'refused', outcome = 'overtaken' from change_set s
    where s.programme_id = c.programme_id and s.id = c.change_set_id and s.feed_id = ${feed} and s.id <> ${set} and s.state = 'proposed'
      and c.feed_key = any(${keys}::uuid[]) and c.outcome is null`.execute(tx);
}

/** Those of a feed that say what is gone from it, and have not been decided on: the next whole reading says it anew. */
export async function dropGone(tx: Tx, feed: string): Promise<void> {
  await sql`
    update change_set set state = 'dropped', row_version = row_version + 1 where feed_id = ${feed} and kind = 'gone' and state = 'proposed'`.execute(
    tx,
  );
}

/** Proposes to withdraw each service that a chain of readings has not met and that no other feed gives. */
export async function proposeGone(tx: Tx, set: string, feed: string, chain: string): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into change (change_set_id, nth, kind, record_id, action, name, before, before_version, after, sources, feed_key, said_before)
    select ${set}, row_number() over (order by r.feed_key), 'service', d.id, 'withdraw', coalesce(left(d.document ->> 'name', 300), ''), d.document,
      d.version, d.document, d.sources, r.feed_key, r.document
    from feed_record r
    join directory_record d on d.programme_id = r.programme_id and d.kind = r.kind and d.id = r.record_id and not d.removed
    where r.feed_id = ${feed} and r.kind = 'service' and not r.gone and r.seen_in <> ${chain} and r.document is not null
      and not exists (select from feed_record other where other.kind = r.kind and other.record_id = r.record_id and other.feed_id <> r.feed_id
        and not other.gone and other.document is not null)
    on conflict (programme_id, change_set_id, kind, record_id) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

type ChangeRow = Omit<Change, 'record' | 'beforeVersion' | 'key' | 'saidBefore'> & {
  record_id: string;
  before_version: number | null;
  feed_key: string | null;
  said_before: Change['saidBefore'];
};
const toChange = ({ record_id, before_version, feed_key, said_before, ...row }: ChangeRow): Change => ({
  ...row,
  record: record_id,
  beforeVersion: before_version,
  key: feed_key,
  saidBefore: said_before,
});
const changeColumns = sql`nth, kind, record_id, action, name, before, before_version, after, sources, fields, feed_key, said, said_before, decision, outcome`;

export async function changesOf(
  tx: Tx,
  set: string,
  { kind, action, limit, offset }: { kind?: string | undefined; action?: string | undefined; limit: number; offset: number },
): Promise<Change[]> {
  const { rows } = await sql<ChangeRow>`
    select ${changeColumns} from change where change_set_id = ${set} and ${kind ? sql`kind = ${kind}` : sql`true`} and ${action ? sql`action = ${action}` : sql`true`}
    order by turn desc, nth limit ${limit} offset ${offset}`.execute(tx);
  return rows.map(toChange);
}

/** The next that are wanted and not yet done with. */
export async function nextWanted(tx: Tx, set: string, limit: number): Promise<Change[]> {
  const { rows } = await sql<ChangeRow>`
    select ${changeColumns} from change where change_set_id = ${set} and decision = 'wanted' and outcome is null order by turn, nth limit ${limit}`.execute(
    tx,
  );
  return rows.map(toChange);
}

/** The next that were applied; services first, so that nothing is left without what it names. */
export async function nextApplied(tx: Tx, set: string, limit: number): Promise<Change[]> {
  const { rows } = await sql<ChangeRow>`
    select ${changeColumns} from change where change_set_id = ${set} and outcome = 'applied'
    order by turn desc, nth limit ${limit}`.execute(tx);
  return rows.map(toChange);
}

/** What was last proposed that each of these should be, wherever that was. */
export async function lastProposed(tx: Tx, wanted: readonly { kind: Kind; id: string }[]): Promise<(Change & { feed: string | null })[]> {
  if (!wanted.length) return [];
  const { rows } = await sql<ChangeRow & { feed: string | null }>`
    select distinct on (c.kind, c.record_id) c.nth, c.kind, c.record_id, c.action, c.name, c.before, c.before_version, c.after, c.sources, c.fields,
      c.feed_key, c.said, c.said_before, c.decision, c.outcome, s.feed_id as feed
    from change c join change_set s on s.programme_id = c.programme_id and s.id = c.change_set_id
    join jsonb_to_recordset(${asJson(wanted)}) as asked (kind text, id uuid) on c.kind = asked.kind and c.record_id = asked.id
    order by c.kind, c.record_id, s.made_at desc`.execute(tx);
  return rows.map(({ feed, ...row }) => ({ ...toChange(row), feed }));
}

/** What this set has of the things that documents name. */
export async function documentsIn(
  tx: Tx,
  set: string,
  documents: readonly Document[],
): Promise<Pick<Change, 'kind' | 'record' | 'after'>[]> {
  const named = documents.flatMap(namedBy).map(({ key }) => key);
  const { rows } = await sql<Pick<Change, 'kind' | 'record' | 'after'>>`
    select kind, record_id as record, after from change where change_set_id = ${set} and kind <> 'service' and record_id = any(${named}::uuid[])`.execute(
    tx,
  );
  return rows;
}

export type Outcome = Pick<Change, 'nth' | 'outcome'> & Partial<Pick<Change, 'before' | 'beforeVersion' | 'after' | 'fields'>>;
export async function noteOutcomes(tx: Tx, set: string, outcomes: readonly Outcome[]): Promise<void> {
  if (!outcomes.length) return;
  await sql`
    update change c set outcome = new.outcome, before = coalesce(nullif(new.before, 'null'::jsonb), c.before),
      before_version = coalesce(new."beforeVersion", c.before_version), after = coalesce(new.after, c.after), fields = coalesce(new.fields, c.fields)
    from jsonb_to_recordset(${asJson(outcomes)}) as new (nth integer, outcome text, before jsonb, "beforeVersion" integer, after jsonb, fields text[])
    where c.change_set_id = ${set} and c.nth = new.nth`.execute(tx);
}

export async function decideOn(tx: Tx, set: string, nth: readonly number[], decision: Change['decision']): Promise<void> {
  await sql`
    update change set decision = ${decision} where change_set_id = ${set} and nth = any(${nth}::integer[]) and outcome is null`.execute(tx);
}

/** The version of each record before the one that a set made, for those that nobody has changed since. */
export async function beforeSet(
  tx: Tx,
  set: string,
  kind: string,
  records: readonly string[],
): Promise<Map<string, { document: Change['before']; sources: Change['sources']; removed: boolean }>> {
  const { rows } = await sql<{ id: string; document: Change['before']; sources: Change['sources']; removed: boolean }>`
    select d.id, v.document, v.sources, coalesce(v.removed, true) as removed from directory_record d
    left join directory_version v on v.programme_id = d.programme_id and v.kind = d.kind and v.record_id = d.id and v.version = d.version - 1
    where d.kind = ${kind} and d.id = any(${records}::uuid[]) and d.change_set = ${set}`.execute(tx);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
