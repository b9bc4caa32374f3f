import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Need } from '../need.ts';
import type { Location, Organisation } from '../service.ts';

/** What is looked for among the services that anybody may read of. Null asks nothing; any one of a list will do. */
export type Listing = {
  ids: readonly string[] | null;
  name: { text: string; how: 'begins' | 'has' | 'is' } | null;
  organisations: readonly string[] | null;
  /** Each of these two lists is a question of its own. */
  locations: readonly (readonly string[])[];
  needs: readonly (readonly Need[])[];
  active: boolean | null;
};

const hidden = (kind: 'service' | 'organisation' | 'location') =>
  sql`select id from directory_record where kind = ${kind} and (private or removed)`;

const openServices = sql`s.id not in (${hidden('service')}) and s.organisation_id not in (${hidden('organisation')})`;

/** Backslashes before what `like` would take for a pattern. */
const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');

function conditions({ ids, name, organisations, locations, needs, active }: Listing): RawBuilder<unknown> {
  const parts = [openServices];
  if (ids) parts.push(sql`s.id = any(${[...ids]}::uuid[])`);
  if (organisations) parts.push(sql`s.organisation_id = any(${[...organisations]}::uuid[])`);
  for (const any of locations)
    parts.push(sql`s.id in (select sal.service_id from service_at_location sal join location l on l.id = sal.location_id
      where sal.location_id = any(${[...any]}::uuid[]) and not l.private and l.id not in (${hidden('location')}))`);
  for (const any of needs) parts.push(sql`s.needs && ${[...any]}::text[]`);
  if (active !== null) parts.push(active ? sql`s.status = 'active'` : sql`s.status <> 'active'`);
  if (name?.how === 'is') parts.push(sql`s.name = ${name.text}`);
  if (name?.how === 'begins') parts.push(sql`folded(s.name) like folded(${escaped(name.text)}) || '%'`);
  if (name?.how === 'has') parts.push(sql`folded(s.name) like '%' || folded(${escaped(name.text)}) || '%'`);
  return sql.join(parts, sql` and `);
}

export async function listedCount(tx: Tx, listing: Listing): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from service s where ${conditions(listing)}`.execute(tx);
  return rows[0]!.n;
}

/** In the order of the ids. A service changed when its record did, and when what was said of its room, or a pause, was over. */
export async function listedIds(
  tx: Tx,
  listing: Listing,
  { limit, offset, now }: { limit: number; offset: number; now: Date },
): Promise<{ id: string; changedAt: Date | null }[]> {
  const { rows } = await sql<{ id: string; changedAt: Date | null }>`
    select s.id, greatest(
      (select r.changed_at from directory_record r where r.kind = 'service' and r.id = s.id),
      (select c.expires_at from service_capacity c where c.service_id = s.id and c.expires_at <= ${now}),
      (select max(p.until_at) from service_pause p where p.organisation_id = s.organisation_id
        and (p.service_id is null or p.service_id = s.id) and p.ended_at is null and p.until_at <= ${now})) as "changedAt"
    from (select s.id, s.organisation_id from service s where ${conditions(listing)} order by s.id limit ${limit} offset ${offset}) s
    order by s.id`.execute(tx);
  return rows;
}

export async function listedOrganisation(tx: Tx, id: string): Promise<{ organisation: Organisation; changedAt: Date | null } | undefined> {
  const { rows } = await sql<Organisation & { changedAt: Date | null }>`
    select o.id, o.name, o.description, o.website, o.email, o.phone, o.status,
      (select r.changed_at from directory_record r where r.kind = 'organisation' and r.id = o.id) as "changedAt"
    from organisation o where o.id = ${id} and o.id not in (${hidden('organisation')})`.execute(tx);
  if (!rows[0]) return undefined;
  const { changedAt, ...organisation } = rows[0];
  return { organisation, changedAt };
}

/** A place at which anybody may know that there is something. */
export async function listedLocation(tx: Tx, id: string): Promise<{ location: Location; changedAt: Date | null } | undefined> {
  const { rows } = await sql<Location & { changedAt: Date | null }>`
    select l.id, l.name, l.address, l.town, l.postcode, l.latitude, l.longitude, l.private,
      (select r.changed_at from directory_record r where r.kind = 'location' and r.id = l.id) as "changedAt"
    from location l where l.id = ${id} and not l.private and l.id not in (${hidden('location')})
      and exists (select from service_at_location sal join service s on s.id = sal.service_id where sal.location_id = l.id and ${openServices})`.execute(
    tx,
  );
  if (!rows[0]) return undefined;
  const { changedAt, ...location } = rows[0];
  return { location, changedAt };
}
