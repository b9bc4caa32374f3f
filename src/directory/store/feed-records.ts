import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Document, Kind, Source } from '../record.ts';
import { asJson } from './put.ts';

/** What a feed says of one thing, under the key that the feed has for it, and which of our records that is. */
export type FeedRecord = {
  feed: string;
  kind: Kind;
  key: string;
  record: string | null;
  document: Document | null;
  hash: string;
  path: string;
  said: Date;
  seenIn: string;
  gone: boolean;
};
type Row = Omit<FeedRecord, 'feed' | 'key' | 'record' | 'said' | 'seenIn'> & {
  feed_id: string;
  feed_key: string;
  record_id: string | null;
  said_at: Date;
  seen_in: string;
};
const toRecord = ({ feed_id, feed_key, record_id, said_at, seen_in, ...row }: Row): FeedRecord => ({
  ...row,
  feed: feed_id,
  key: feed_key,
  record: record_id,
  said: said_at,
  seenIn: seen_in,
});

type Known = Omit<FeedRecord, 'document'>;
/** What a feed is known to have said of these keys, without the words. */
export async function knownOf(tx: Tx, feed: string, kind: Kind, keys: readonly string[]): Promise<Map<string, Known>> {
  if (!keys.length) return new Map();
  const { rows } = await sql<Row>`
    select feed_id, kind, feed_key, record_id, hash, path, said_at, seen_in, gone
    from feed_record where feed_id = ${feed} and kind = ${kind} and feed_key = any(${keys}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.feed_key, toRecord(row)]));
}

/** What every feed says of these records, as far as it was taken in. */
export async function voicesOf(
  tx: Tx,
  kind: Kind,
  records: readonly string[],
): Promise<(FeedRecord & { document: Document; trust: number })[]> {
  if (!records.length) return [];
  const { rows } = await sql<Row & { document: Document; trust: number }>`
    select r.feed_id, r.kind, r.feed_key, r.record_id, r.document, r.hash, r.path, r.said_at, r.seen_in, r.gone, f.trust
    from feed_record r join feed f on f.programme_id = r.programme_id and f.id = r.feed_id
    where r.kind = ${kind} and r.record_id = any(${records}::uuid[]) and not r.gone and r.document is not null
    order by r.feed_id, r.feed_key`.execute(tx);
  return rows.map((row) => ({ ...toRecord(row), document: row.document, trust: row.trust }));
}

/** Which of our records each of these is: `<feed> <kind> <key>` → record. */
export async function recordsNamed(tx: Tx, named: readonly { feed: string; kind: Kind; key: string }[]): Promise<Map<string, string>> {
  if (!named.length) return new Map();
  const { rows } = await sql<{ feed: string; kind: Kind; key: string; record: string }>`
    select r.feed_id as feed, r.kind, r.feed_key as key, r.record_id as record from feed_record r
    join jsonb_to_recordset(${asJson(named)}) as asked (feed uuid, kind text, key uuid)
      on r.feed_id = asked.feed and r.kind = asked.kind and r.feed_key = asked.key
    where r.record_id is not null`.execute(tx);
  return new Map(rows.map(({ feed, kind, key, record }) => [`${feed} ${kind} ${key}`, record]));
}

/** Those of the records that this feed already has under a key of its own. */
export async function takenBy(tx: Tx, feed: string, kind: Kind, records: readonly string[]): Promise<Set<string>> {
  if (!records.length) return new Set();
  const { rows } = await sql<{ id: string }>`
    select record_id as id from feed_record where feed_id = ${feed} and kind = ${kind} and record_id = any(${records}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** These were met, here; '' keeps where they were met before. */
export async function noteSeen(
  tx: Tx,
  feed: string,
  kind: Kind,
  seen: readonly { key: string; path: string }[],
  chain: string,
): Promise<void> {
  if (!seen.length) return;
  const rows = seen.map(({ key, path }) => ({ key, path }));
  await sql`
    update feed_record r set seen_in = ${chain}, path = coalesce(nullif(new.path, ''), r.path)
    from jsonb_to_recordset(${asJson(rows)}) as new (key uuid, path text)
    where r.feed_id = ${feed} and r.kind = ${kind} and r.feed_key = new.key`.execute(tx);
}

/** `pending`: what it says while nobody knows which record it is. `document` null keeps what had been taken. */
export type Said = {
  kind: Kind;
  key: string;
  record: string | null;
  document: Document | null;
  pending: Document | null;
  hash: string;
  path: string;
};

export async function putSaid(tx: Tx, feed: string, said: readonly Said[], { chain, at }: { chain: string; at: Date }): Promise<void> {
  if (!said.length) return;
  await sql`
    insert into feed_record (feed_id, kind, feed_key, record_id, document, pending, hash, path, said_at, seen_in)
    select ${feed}, kind, key, record, nullif(document, 'null'::jsonb), nullif(pending, 'null'::jsonb), hash, path, ${at}, ${chain}
    from jsonb_to_recordset(${asJson(said)}) as new (kind text, key uuid, record uuid, document jsonb, pending jsonb, hash text, path text)
    on conflict (programme_id, feed_id, kind, feed_key) do update set record_id = excluded.record_id,
      document = coalesce(excluded.document, feed_record.document), pending = excluded.pending, hash = excluded.hash, path = excluded.path,
      said_at = excluded.said_at, seen_in = excluded.seen_in, gone = false`.execute(tx);
}

/** What the feed says is now part of the truth; or no longer, with null. */
export async function takeSaid(
  tx: Tx,
  feed: string,
  taken: readonly { kind: Kind; key: string; document: Document | null; gone: boolean }[],
): Promise<void> {
  if (!taken.length) return;
  await sql`
    update feed_record r set document = nullif(new.document, 'null'::jsonb), gone = new.gone
    from jsonb_to_recordset(${asJson(taken)}) as new (kind text, key uuid, document jsonb, gone boolean)
    where r.feed_id = ${feed} and r.kind = new.kind and r.feed_key = new.key`.execute(tx);
}

export type Waiting = { kind: Kind; key: string; pending: Document; hash: string; path: string };
/** What waits for somebody's word on which record it is, or on whose it is. */
export async function waitingOf(tx: Tx, feed: string, limit: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select r.kind, r.feed_key as key, r.pending, r.hash, r.path from feed_record r
    where r.feed_id = ${feed} and r.pending is not null and not exists (
      select from match_question q where q.feed_id = r.feed_id and q.kind = r.kind and q.feed_key = r.feed_key and q.answer is null)
    order by array_position(array['organisation', 'location', 'service'], r.kind), r.feed_key limit ${limit}`.execute(tx);
  return rows;
}

/** Whose word people want for fields of these records: `<record>` → field → source. */
export async function choicesOf(tx: Tx, kind: Kind, records: readonly string[]): Promise<Map<string, Record<string, Source>>> {
  if (!records.length) return new Map();
  const { rows } = await sql<{ record: string; field: string; source: Source }>`
    select record_id as record, field, source from feed_choice where kind = ${kind} and record_id = any(${records}::uuid[])`.execute(tx);
  const choices = new Map<string, Record<string, Source>>();
  for (const { record, field, source } of rows) choices.set(record, { ...choices.get(record), [field]: source });
  return choices;
}

/** How many services of a feed are in the directory, and how many of them this chain of readings has not met. */
export async function vanishedOf(tx: Tx, feed: string, chain: string): Promise<{ known: number; vanished: number }> {
  const { rows } = await sql<{ known: number; vanished: number }>`
    select count(*) as known, count(*) filter (where seen_in <> ${chain}) as vanished
    from feed_record where feed_id = ${feed} and kind = 'service' and not gone and document is not null`.execute(tx);
  return rows[0]!;
}

/** What a feed no longer gives and another still does is not gone from the directory; only this feed no longer speaks of it. */
export async function letGoOfShared(tx: Tx, feed: string, chain: string): Promise<void> {
  await sql`
    update feed_record r set gone = true
    where r.feed_id = ${feed} and r.kind = 'service' and not r.gone and r.seen_in <> ${chain} and r.record_id is not null and exists (
      select from feed_record other where other.kind = r.kind and other.record_id = r.record_id and other.feed_id <> r.feed_id
        and not other.gone and other.document is not null)`.execute(tx);
}
