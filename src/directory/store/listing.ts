import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { pauseOf } from './room.ts';

/** The form of the listings that this Bothy writes. */
const form = 1;

/** Parts of a day as search asks for them: from six, noon, five in the evening, ten at night. */
const partsOfDay = sql`(values ('morning', 6, 12), ('afternoon', 12, 17), ('evening', 17, 22), ('night', 22, 30)) part (name, starts, ends)`;
const hoursOf = (time: string) => sql`(extract(epoch from ${sql.ref(time)}) / 3600)`;

/**
 * Writes anew what search knows of these services: one row for each place of each that is active.
 * A private place, and one of which no point is known, counts as being in the middle of its town.
 */
export async function listServices(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from service_listing where service_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    with listed as (
      select s.*, coalesce(sal.id, s.id) as listing_id, l.id as location_id, c.available, c.expires_at,
        case when p.id is not null then coalesce(p.until_at, 'infinity') end as paused_until,
        folded(s.name) as title,
        folded(o.name) as runs_it,
        folded(concat_ws(' ', o.description, l.town, case when not l.private then concat_ws(' ', l.name, l.postcode) end)) as around,
        folded(concat_ws(' ', s.description, s.eligibility)) as details,
        case
          when not l.private and l.latitude is not null and l.longitude is not null then ll_to_earth(l.latitude, l.longitude)::cube
          else (
            select ll_to_earth(p.latitude, p.longitude)::cube from place p
            where p.code = any(array[case when not l.private then upper(replace(l.postcode, ' ', '')) end,
              trim(regexp_replace(replace(folded(l.town), '''', ''), '[^a-z0-9]+', ' ', 'g'))])
            order by p.kind limit 1)
        end as spot,
        coalesce((
          select array_agg(distinct token) from schedule t,
            lateral (select right(day, 2) as name from unnest(t.byday) day union select null where t.byday = '{}') day,
            lateral (
              select part.name from ${partsOfDay}
              where ${hoursOf('t.opens_at')} < part.ends and part.starts < greatest(
                case when t.closes_at < t.opens_at then 24 else 0 end + coalesce(${hoursOf('t.closes_at')}, 0), ${hoursOf('t.opens_at')} + 0.5)
              union select null) part,
            lateral unnest(array[day.name, part.name, day.name || '-' || part.name]) token
          where t.service_id = s.id and (t.location_id is null or t.location_id = l.id) and token is not null), '{}') as days,
        case when s.free then 0 else (select min(amount) from cost_option where service_id = s.id) end as cheapest,
        coalesce((
          select array_agg(distinct code) from directory_record r,
            jsonb_array_elements(case jsonb_typeof(r.document -> 'service_areas') when 'array' then r.document -> 'service_areas' else '[]' end) a,
            unnest(string_to_array(concat_ws(',', a ->> 'name', a ->> 'extent'), ',')) said,
            trim(regexp_replace(replace(folded(said), '''', ''), '[^a-z0-9]+', ' ', 'g')) code
          where r.kind = 'service' and r.id = s.id and code <> '' and length(code) < 60), '{}') as area,
        exists (
          select from directory_record r
          where r.private and (r.kind = 'service' and r.id = s.id or r.kind = 'organisation' and r.id = s.organisation_id)) as private
      from service s
      join organisation o on o.id = s.organisation_id
      left join service_at_location sal on sal.service_id = s.id
      left join location l on l.id = sal.location_id
      left join service_capacity c on c.service_id = s.id
      left join lateral (${pauseOf(sql`s`)}) p on true
      where s.id = any(${ids}::uuid[]) and s.status = 'active'
    ), spelt as (
      insert into service_word (word, stem)
      select distinct word, coalesce((tsvector_to_array(to_tsvector('english', word)))[1], '')
      from listed, unnest(tsvector_to_array(to_tsvector('simple', concat_ws(' ', title, runs_it, around, details)))) word
      where word ~ '^[[:alpha:]]{3,30}$' order by word
      on conflict do nothing
    )
    insert into service_listing (id, service_id, location_id, words, spot, needs, who_for, days, attendance, free, min_age, max_age, room, room_until,
      paused_until, assured_at, languages, accessibility, cheapest, area, private, keys, form)
    select listing_id, id, location_id,
      setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', runs_it), 'B')
        || setweight(to_tsvector('english', around), 'C') || setweight(to_tsvector('english', details), 'D'),
      spot, needs, case when who_for = '{}' then '{everyone}' else who_for end, days, attendance, coalesce(free, false),
      min_age, max_age, available, expires_at, paused_until, assured_at, languages, accessibility, cheapest, area, private,
      listing_keys(needs, who_for, attendance, languages, accessibility, spot), ${form}::smallint
    from listed`.execute(tx);
}

/** Writes anew some of what an older Bothy listed; answers whether there was any. */
export async function relistSome(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select distinct service_id as id from service_listing where form < 1 limit 500`.execute(tx);
  await listServices(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length > 0;
}
