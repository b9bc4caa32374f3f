import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { AreaValue, Load } from '../core/areas.ts';
import type { Sourced } from '../core/areas-indicator.ts';

export type AreaFile = { id: string; name: string; text: string; at: Date; by: string };

export async function addFile(tx: Tx, { id, name, text, at, by }: AreaFile): Promise<void> {
  await sql`insert into area_file (id, name, text, brought_at, brought_by) values (${id}, ${name}, ${text}, ${at}, ${by})`.execute(tx);
}

export async function findFile(tx: Tx, id: string): Promise<AreaFile | undefined> {
  const { rows } = await sql<AreaFile>`
    select id, name, text, brought_at as at, brought_by as by from area_file where id = ${id}`.execute(tx);
  return rows[0];
}

export async function removeFile(tx: Tx, id: string): Promise<void> {
  await sql`delete from area_file where id = ${id}`.execute(tx);
}

export async function removeFilesBefore(tx: Tx, at: Date): Promise<void> {
  await sql`delete from area_file where brought_at < ${at}`.execute(tx);
}

type NewLoad = Omit<Load, 'values' | 'areas' | 'indicators' | 'undoneAt'>;

const atOnce = 5000;

export async function addLoad(
  tx: Tx,
  { id, name, source, licence, invented, at, by }: NewLoad,
  values: readonly AreaValue[],
): Promise<void> {
  await sql`
    insert into area_load (id, name, source, licence, invented, loaded_at, loaded_by)
    values (${id}, ${name}, ${source}, ${licence}, ${invented}, ${at}, ${by})`.execute(tx);
  for (let from = 0; from < values.length; from += atOnce)
    await sql`
      insert into area_value (load_id, indicator, area, year, area_name, value, unit, denominator, source)
      select ${id}, indicator, area, year, "areaName", value, unit, denominator, source
      from jsonb_to_recordset(${JSON.stringify(values.slice(from, from + atOnce))}::jsonb)
        as v(indicator text, area text, year text, "areaName" text, value double precision, unit text, denominator double precision, source text)`.execute(
      tx,
    );
}

/** The newest first. */
export async function allLoads(tx: Tx): Promise<Load[]> {
  const { rows } = await sql<Load>`
    select l.id, l.name, l.source, l.licence, l.invented, l.loaded_at as at, l.loaded_by as by, l.undone_at as "undoneAt",
      (select count(*)::int from area_value v where v.load_id = l.id) as values,
      (select count(distinct v.area)::int from area_value v where v.load_id = l.id) as areas,
      (select count(distinct v.indicator)::int from area_value v where v.load_id = l.id) as indicators
    from area_load l order by l.loaded_at desc, l.id`.execute(tx);
  return rows;
}

/** Takes a table back, or lets it count again; answers whether there was anything to change. */
export async function setUndone(tx: Tx, id: string, undone: { at: Date; by: string } | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update area_load set undone_at = ${undone?.at ?? null}, undone_by = ${undone?.by ?? null}
    where id = ${id} and (undone_at is null) = ${undone !== null}`.execute(tx);
  return numAffectedRows === 1n;
}

/** What counts now: of each figure the one that was brought in last. */
export async function currentValues(tx: Tx): Promise<Sourced[]> {
  const { rows } = await sql<AreaValue & { load: string; name: string; from: string; licence: string; invented: boolean; at: Date }>`
    select distinct on (v.indicator, v.area, v.year) v.area, v.area_name as "areaName", v.indicator, v.year, v.value, v.unit, v.denominator,
      v.source, l.id as load, l.name, l.source as from, l.licence, l.invented, l.loaded_at as at
    from area_value v join area_load l on l.id = v.load_id where l.undone_at is null
    order by v.indicator, v.area, v.year, l.loaded_at desc`.execute(tx);
  return rows.map(({ load, name, from, licence, invented, at, ...value }) => ({
    ...value,
    load: { id: load, name, source: from, licence, invented, at },
  }));
}

/** The areas that figures are known of, by name. */
export async function knownAreas(tx: Tx): Promise<{ area: string; name: string }[]> {
  const { rows } = await sql<{ area: string; name: string }>`
    select v.area, max(v.area_name) as name from area_value v join area_load l on l.id = v.load_id where l.undone_at is null
    group by v.area order by 2, 1`.execute(tx);
  return rows;
}
