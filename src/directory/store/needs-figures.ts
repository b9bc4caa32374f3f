import { sql } from 'kysely';
import { type Bound, boundsJson, type CountAsked, type WhereCount } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

/** How often somebody looked and found nothing that fitted. What nobody said whose it was is counted where they looked. */
export async function gapsByNeed(tx: Tx, { bounds, from, to, without }: CountAsked): Promise<WhereCount[]> {
  const { rows } = await sql<WhereCount>`
    with seen as (
      select g.id, g.needs, places_of(w.practice_id, coalesce(nullif(spaced_postcode(w.postcode), ''), g.area || ' '), ${boundsJson(bounds)}::jsonb) as places
      from gap g left join person_where w on w.id = g.person_id where g.at >= ${from} and g.at < ${to}),
    parted as (select distinct seen.id, seen.places, need from seen, unnest(seen.needs) need where need <> all(${[...without]}::text[]))
    select places, coalesce(need, '') as need, count(distinct id)::int as count
    from parted group by grouping sets ((places, need), (places))`.execute(tx);
  return rows;
}

/** What services say of themselves now, for each need. `near`: they meet in this place, or for all of it where no place is asked for. */
export type Offer = { need: string; services: number; near: number; room: number; full: number; notSaid: number };

export async function offerByNeed(tx: Tx, bound: Bound | undefined, now: Date): Promise<Offer[]> {
  const near = bound
    ? sql`exists (select from service_at_location sal join location l on l.id = sal.location_id
        where sal.service_id = s.id and 'here' = any(places_of(null, spaced_postcode(l.postcode), ${boundsJson([{ ...bound, key: 'here' }])}::jsonb)))`
    : sql`true`;
  const { rows } = await sql<Offer>`
    with open as (
      select s.id, s.needs, ${near} as near,
        case when exists (select from service_listing p where p.service_id = s.id and p.paused_until > ${now}) then 'full'
          when c.expires_at is null or c.expires_at <= ${now} then 'not-said'
          when c.available > 0 then 'room' else 'full' end as room
      from service s left join service_capacity c on c.service_id = s.id
      where s.status = 'active' and not exists (select from directory_record r where r.kind = 'service' and r.id = s.id and r.removed))
    select need, count(*)::int as services, count(*) filter (where near)::int as near, count(*) filter (where room = 'room')::int as room,
      count(*) filter (where room = 'full')::int as full, count(*) filter (where room = 'not-said')::int as "notSaid"
    from open, unnest(needs) need group by need`.execute(tx);
  return rows;
}
