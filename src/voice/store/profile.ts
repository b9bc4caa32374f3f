import { sql } from 'kysely';
import type { Bound } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import { countedAs, type Place } from '../core/areas-place.ts';
import type { Every } from '../core/needs-profile-period.ts';

const columns = sql`id, name, areas, postcodes, practices, version, row_version as "rowVersion", retired_at as "retiredAt"`;

/** By name; those that are used no more last. */
export async function allPlaces(tx: Tx): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select ${columns} from needs_place order by retired_at nulls first, lower(unaccent(name))`.execute(tx);
  return rows;
}

export async function findPlace(tx: Tx, id: string): Promise<Place | undefined> {
  const { rows } = await sql<Place>`select ${columns} from needs_place where id = ${id}`.execute(tx);
  return rows[0];
}

export async function addPlace(tx: Tx, { id, name, areas, postcodes, practices }: Place): Promise<void> {
  await sql`
    insert into needs_place (id, name, areas, postcodes, practices)
    values (${id}, ${name}, ${[...areas]}::text[], ${[...postcodes]}::text[], ${[...practices]}::uuid[])`.execute(tx);
  await addBound(tx, { id, version: 1, postcodes, practices });
}

/** Over the version that was read; false where somebody has saved since. */
export async function savePlace(tx: Tx, place: Place): Promise<boolean> {
  const { id, name, areas, postcodes, practices, version, rowVersion, retiredAt } = place;
  const { numAffectedRows } = await sql`
    update needs_place set name = ${name}, areas = ${[...areas]}::text[], postcodes = ${[...postcodes]}::text[],
      practices = ${[...practices]}::uuid[], version = ${version}, retired_at = ${retiredAt}, row_version = row_version + 1
    where id = ${id} and row_version = ${rowVersion}`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await addBound(tx, place);
  return true;
}

async function addBound(
  tx: Tx,
  { id, version, postcodes, practices }: Pick<Place, 'id' | 'version' | 'postcodes' | 'practices'>,
): Promise<void> {
  await sql`
    insert into needs_place_bound (place_id, version, postcodes, practices)
    values (${id}, ${version}, ${[...postcodes]}::text[], ${[...practices]}::uuid[]) on conflict do nothing`.execute(tx);
}

/** Every way in which any place was ever bounded. */
export async function allBounds(tx: Tx): Promise<Bound[]> {
  const { rows } = await sql<{ id: string; version: number; postcodes: string[]; practices: string[] }>`
    select place_id as id, version, postcodes, practices from needs_place_bound`.execute(tx);
  return rows.map(({ postcodes, practices, ...place }) => ({ key: countedAs(place), postcodes, practices }));
}

export async function countingOf(tx: Tx): Promise<Every | undefined> {
  const { rows } = await sql<{ every: Every }>`select every from needs_counting`.execute(tx);
  return rows[0]?.every;
}

/** Said once, and then it stays; false where it has been said. */
export async function chooseCounting(tx: Tx, every: Every, by: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into needs_counting (every, chosen_at, chosen_by) values (${every}, ${at}, ${by}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export type Counted = { place: string; kind: string; need: string; count: number | null; at: Date };

export async function countsOf(tx: Tx, period: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select place, kind, need, count, counted_at as at from needs_count where period = ${period}`.execute(tx);
  return rows;
}

/** One at a time: two who count at once must know of each other's. */
export async function countInTurn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('needs ' || current_programme()::text))`.execute(tx);
}

export async function addCounts(tx: Tx, period: string, counts: readonly Counted[]): Promise<void> {
  if (!counts.length) return;
  const rows = counts.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }));
  await sql`
    insert into needs_count (period, place, kind, need, count, counted_at)
    select ${period}, place, kind, need, count, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(place text, kind text, need text, count integer, at timestamptz)`.execute(
    tx,
  );
}
