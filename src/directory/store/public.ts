import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Need } from '../need.ts';
import type { Point } from '../place.ts';
import type { Organisation } from '../service.ts';

/** Those of these services that nobody outside may read of: their record is private or taken away, or that of whoever runs them. */
export async function hiddenAmong(tx: Tx, services: readonly string[]): Promise<Set<string>> {
  if (!services.length) return new Set();
  const { rows } = await sql<{ id: string }>`
    select s.id from service s where s.id = any(${[...services]}::uuid[]) and exists (
      select from directory_record r where (r.private or r.removed)
        and (r.kind, r.id) in (('service', s.id), ('organisation', s.organisation_id)))`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** How many services that run are listed under each need. */
export async function countByNeed(tx: Tx): Promise<{ need: Need; count: number }[]> {
  const { rows } = await sql<{ need: Need; count: number }>`
    select need, count(*) as count from service, unnest(needs) need where status = 'active' group by need`.execute(tx);
  return rows;
}

/** An organisation that anybody may read of, and the ids of what it runs. */
export async function openOrganisation(tx: Tx, id: string): Promise<{ organisation: Organisation; services: string[] } | undefined> {
  const { rows } = await sql<Organisation & { services: string[] }>`
    select id, name, description, website, email, phone, status,
      array(select s.id from service s where s.organisation_id = o.id and s.status = 'active' order by lower(unaccent(s.name)), s.id limit 100) as services
    from organisation o where id = ${id} and not exists (
      select from directory_record r where r.kind = 'organisation' and r.id = o.id and (r.private or r.removed))`.execute(tx);
  const row = rows[0];
  if (!row) return undefined;
  const { services, ...organisation } = row;
  return { organisation, services };
}

export type Listed = { kind: 'service' | 'organisation'; id: string; changedAt: Date | null };

/** What runs, is nobody's secret, and nobody need fear to be seen reading. */
const toTell = (restricted: readonly Need[]) => sql`
  select s.id, s.organisation_id, r.changed_at from service s
  left join directory_record r on r.kind = 'service' and r.id = s.id
  where s.status = 'active' and not s.needs && ${[...restricted]}::text[] and not coalesce(r.private or r.removed, false)
    and not exists (select from directory_record h where h.kind = 'organisation' and h.id = s.organisation_id and (h.private or h.removed))`;

/** What search engines may be told of, some thousands at a time. */
export async function toIndex(tx: Tx, restricted: readonly Need[], { skip, limit }: { skip: number; limit: number }): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    with open as (${toTell(restricted)})
    select 'service' as kind, id, changed_at as "changedAt" from open
    union all
    select 'organisation', organisation_id, max(changed_at) from open group by organisation_id
    order by kind, id offset ${skip} limit ${limit}`.execute(tx);
  return rows;
}

export async function countToIndex(tx: Tx, restricted: readonly Need[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with open as (${toTell(restricted)}) select count(*) + count(distinct organisation_id) as n from open`.execute(tx);
  return rows[0]!.n;
}

export type Town = Point & { name: string };

/** Towns of the gazetteer between these corners, in no order that says anything. */
export async function townsWithin(tx: Tx, from: Point, to: Point, limit: number): Promise<Town[]> {
  const { rows } = await sql<Town>`
    select name, latitude, longitude from place where kind = 'town'
      and latitude between ${from.latitude} and ${to.latitude} and longitude between ${from.longitude} and ${to.longitude}
    order by name limit ${limit}`.execute(tx);
  return rows;
}
