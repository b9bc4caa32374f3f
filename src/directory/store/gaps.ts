import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Gap, GapCount, Why } from '../gap.ts';
import type { Need } from '../need.ts';
import type { Point } from '../place.ts';

type Row = {
  id: string;
  needs: Need[];
  why: Why;
  place: string;
  area: string;
  latitude: number | null;
  longitude: number | null;
  note: string;
  person_id: string | null;
  recorded_by: string | null;
  at: Date;
};
const tables = (tx: Tx) => tx.withTables<{ gap: Row }>();

export async function addGap(tx: Tx, { needs, person, recordedBy, ...gap }: Gap, point: Point | undefined): Promise<void> {
  const row = {
    ...gap,
    needs: [...needs],
    person_id: person,
    recorded_by: recordedBy,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
  };
  await tables(tx).insertInto('gap').values(row).execute();
}

/** Over what was recorded: what was needed, why and where. */
export async function changeGap(tx: Tx, { id, needs, why, place, area, note }: Gap, point: Point | undefined): Promise<void> {
  const where = { place, area, latitude: point?.latitude ?? null, longitude: point?.longitude ?? null };
  await tables(tx)
    .updateTable('gap')
    .set({ needs: [...needs], why, note, ...where })
    .where('id', '=', id)
    .execute();
}

export async function findGap(tx: Tx, id: string): Promise<Gap | undefined> {
  const row = await tables(tx).selectFrom('gap').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toGap(row);
}

export async function gapsOfPerson(tx: Tx, person: string, limit = 20): Promise<Gap[]> {
  const rows = await tables(tx).selectFrom('gap').selectAll().where('person_id', '=', person).orderBy('at', 'desc').limit(limit).execute();
  return rows.map(toGap);
}

export async function gapsRecordedBy(tx: Tx, account: string, limit: number): Promise<Gap[]> {
  const rows = await tables(tx)
    .selectFrom('gap')
    .selectAll()
    .where('recorded_by', '=', account)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toGap);
}

export async function removeGap(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('gap').where('id', '=', id).execute();
}

/** How often each need could not be met in each area, and why. A gap with two needs counts for both. */
export async function countGaps(tx: Tx, since: Date): Promise<GapCount[]> {
  const { rows } = await sql<GapCount>`
    select need, area, why, count(*) as count from gap, unnest(needs) need where at >= ${since} group by need, area, why order by need, area, why`.execute(
    tx,
  );
  return rows;
}

const toGap = ({ person_id, recorded_by, latitude: _latitude, longitude: _longitude, ...row }: Row): Gap => ({
  ...row,
  person: person_id,
  recordedBy: recorded_by,
});
