import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { listServices } from './listing.ts';
import { asJson } from './put.ts';

export type Kind = 'organisation' | 'service';
type FeedRecord = { id: string; feed: string; hash: string };

/** Two imports at once would lock each other's rows. The second waits until the first is done. */
export async function waitForTurn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7266910)`.execute(tx);
}

/** How many services came from a feed, the last time that it was read. */
export async function countOfFeed(tx: Tx, feed: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from feed_record where feed = ${feed} and kind = 'service'`.execute(tx);
  return rows[0]!.n;
}

export async function recordsOf(tx: Tx, kind: Kind, ids: readonly string[]): Promise<Map<string, FeedRecord>> {
  const { rows } = await sql<FeedRecord>`
    select record_id as id, feed, hash from feed_record where kind = ${kind} and record_id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those of the ids that the directory has, from wherever. */
export async function knownAmong(tx: Tx, kind: Kind, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(kind)} where id = any(${ids}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export async function privateAmong(tx: Tx, locations: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from location where private and id = any(${locations}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** What search knows of every service at places that have become private must forget where they are. */
export async function relistAt(tx: Tx, locations: readonly string[]): Promise<void> {
  if (!locations.length) return;
  const { rows } = await sql<{ id: string }>`
    select distinct service_id as id from service_at_location where location_id = any(${locations}::uuid[])`.execute(tx);
  await listServices(
    tx,
    rows.map(({ id }) => id),
  );
}

export async function markSeen(
  tx: Tx,
  kind: Kind,
  feed: string,
  records: readonly { id: string; hash: string }[],
  at: Date,
): Promise<void> {
  const rows = records.map(({ id, hash }) => ({ kind, record_id: id, feed, hash, seen_at: at }));
  await sql`
    insert into feed_record (kind, record_id, feed, hash, seen_at)
    select new.kind, new.record_id, new.feed, new.hash, new.seen_at from jsonb_populate_recordset(null::feed_record, ${asJson(rows)}) as new
    on conflict (programme_id, kind, record_id) do update set feed = excluded.feed, hash = excluded.hash, seen_at = excluded.seen_at`.execute(
    tx,
  );
}
