import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { foldedName, type Place, toPostcode } from '../place.ts';
import { asJson } from './put.ts';

const columns = sql`code, kind, name, latitude, longitude`;

/** Adds places to the gazetteer, or replaces those of the same code. */
export async function putPlaces(tx: Tx, places: readonly Place[]): Promise<void> {
  if (!places.length) return;
  await sql`
    insert into place (${columns})
    select distinct on (code) ${columns} from jsonb_populate_recordset(null::place, ${asJson(places)})
    on conflict (programme_id, code) do update set kind = excluded.kind, name = excluded.name, latitude = excluded.latitude, longitude = excluded.longitude`.execute(
    tx,
  );
}

/** A whole postcode, or else the middle of its first half; otherwise a place by its name. */
export async function findPlace(tx: Tx, text: string): Promise<Place | undefined> {
  const postcode = toPostcode(text);
  const codes = postcode ? [postcode.whole ?? postcode.outcode, postcode.outcode, foldedName(text)] : [foldedName(text)];
  const { rows } = await sql<Place>`select ${columns} from place where code = any(${codes}::text[])`.execute(tx);
  const found = codes.map((code) => rows.find((row) => row.code === code)).find((row) => row);
  return found ?? (postcode && middleOf(tx, postcode.outcode));
}

async function middleOf(tx: Tx, outcode: string): Promise<Place | undefined> {
  const { rows } = await sql<{ latitude: number | null; longitude: number | null }>`
    select avg(latitude) as latitude, avg(longitude) as longitude from place
    where kind = 'postcode' and code >= ${outcode} and code < ${`${outcode}[`} and length(code) = ${outcode.length + 3}`.execute(tx);
  const { latitude, longitude } = rows[0]!;
  return latitude === null || longitude === null ? undefined : { code: outcode, kind: 'outcode', name: outcode, latitude, longitude };
}

export async function knowsPlaces(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from place limit 1`.execute(tx);
  return rows.length > 0;
}

/** Names of towns that begin so, for somebody who is typing; all of them, up to the limit, when nothing is typed. */
export async function townsLike(tx: Tx, start: string, limit: number): Promise<string[]> {
  const from = foldedName(start);
  const { rows } = await sql<{ name: string }>`
    select name from place where kind = 'town' and code >= ${from} and code < ${`${from}\u{10ffff}`} order by code limit ${limit}`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

/** Which of these names are towns of the gazetteer. */
export async function townsAmong(tx: Tx, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from place where kind = 'town' and code = any(${names.map(foldedName)}::text[])`.execute(tx);
  return rows.map(({ name }) => name);
}
