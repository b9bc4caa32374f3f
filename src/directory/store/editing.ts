import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Kind } from '../record.ts';

/** Holds a record until the end of the transaction, so that two who save at once come one after the other. */
export async function holdRecord(tx: Tx, kind: Kind, id: string): Promise<void> {
  await sql`select from directory_record where kind = ${kind} and id = ${id} for update`.execute(tx);
}

/** What the feeds of these ids are called. */
export async function feedNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from feed where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The places of an organisation's services, those that most of them use first. */
export async function placesUsedBy(tx: Tx, organisation: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select sal.location_id as id from service_at_location sal join service s on s.id = sal.service_id
    where s.organisation_id = ${organisation} group by 1 order by count(*) desc, 1 limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** At how many services each of these places is. */
export async function usesOfPlaces(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select location_id as id, count(*) as n from service_at_location where location_id = any(${ids}::uuid[]) group by 1`.execute(tx);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Organisations whose names have all of these words, in the order of their names. */
export async function organisationsNamed(tx: Tx, words: readonly string[], limit: number): Promise<{ id: string; name: string }[]> {
  const like = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisation where folded(name) like all(select folded(w) from unnest(${like}::text[]) w)
    order by status, folded(name), id limit ${limit}`.execute(tx);
  return rows;
}

/** How many services of an organisation are still in the directory. */
export async function countServicesOf(tx: Tx, organisation: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from service s where organisation_id = ${organisation}
      and not exists (select from directory_record r where r.kind = 'service' and r.id = s.id and r.removed)`.execute(tx);
  return rows[0]!.n;
}

/** Records that share one of these keys, but not those that so many share that it says nothing. */
export async function recordsWithKeys(tx: Tx, kind: Kind, keys: readonly string[], limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.record_id as id from match_key m join directory_record r on r.kind = m.kind and r.id = m.record_id
    where m.kind = ${kind} and m.key = any(${keys}::text[]) and not r.removed
    group by 1 order by count(*) desc, 1 limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}
