import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { needWords } from '../need-words.ts';
import { asJson } from './put.ts';
import { pauseOf } from './room.ts';

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
        folded(concat_ws(' ', o.name, (select string_agg(said.value, ' ') from jsonb_each_text(${asJson(needWords)}) said where said.key = any(s.needs)))) as about,
        folded(concat_ws(' ', l.town, case when not l.private then concat_ws(' ', l.name, l.postcode) end)) as whereabouts,
        folded(concat_ws(' ', s.description, s.eligibility)) as details,
        case
          when not l.private and l.latitude is not null and l.longitude is not null then ll_to_earth(l.latitude, l.longitude)::cube
          else (
            select ll_to_earth(p.latitude, p.longitude)::cube from place p
            where p.code = any(array[case when not l.private then upper(replace(l.postcode, ' ', '')) end,
              trim(regexp_replace(replace(folded(l.town), '''', ''), '[^a-z0-9]+', ' ', 'g'))])
            order by p.kind limit 1)
        end as spot,
        coalesce((select array_agg(distinct right(day, 2)) from schedule t, unnest(t.byday) day
          where t.service_id = s.id and (t.location_id is null or t.location_id = l.id)), '{}') as days
      from service s
      join organisation o on o.id = s.organisation_id
      left join service_at_location sal on sal.service_id = s.id
      left join location l on l.id = sal.location_id
      left join service_capacity c on c.service_id = s.id
      left join lateral (${pauseOf(sql`s`)}) p on true
      where s.id = any(${ids}::uuid[]) and s.status = 'active'
    ), spelt as (
      insert into service_word (word)
      select distinct word from listed, unnest(tsvector_to_array(to_tsvector('simple', concat_ws(' ', title, about, whereabouts, details)))) word
      where word ~ '^[[:alpha:]]{3,30}$' order by word
      on conflict do nothing
    )
    insert into service_listing (id, service_id, location_id, words, spot, needs, who_for, days, attendance, free, min_age, max_age, room, room_until, paused_until, assured_at)
    select listing_id, id, location_id,
      setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', about), 'B')
        || setweight(to_tsvector('english', whereabouts), 'C') || setweight(to_tsvector('english', details), 'D'),
      spot, needs, case when who_for = '{}' then '{everyone}' else who_for end, days, attendance, coalesce(free, false),
      min_age, max_age, available, expires_at, paused_until, assured_at
    from listed`.execute(tx);
}
