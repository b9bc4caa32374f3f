import { sql } from 'kysely';
import { boundsJson, type CountAsked, type WhereCount } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

/** The place of those whose practice and postcode are both not recorded. */
export const unplaced = 'unplaced';

/** How many people were referred, by whomever and whatever came of it. Somebody referred twice is one. */
export async function referredByNeed(tx: Tx, { bounds, from, to, without }: CountAsked): Promise<WhereCount[]> {
  const { rows } = await sql<WhereCount>`
    with seen as (
      select distinct r.person_id, need from referral r, unnest(r.needs) need
      where r.received_at >= ${from} and r.received_at < ${to} and need <> all(${[...without]}::text[])),
    placed as (
      select w.id as person_id, case when w.practice_id is null and spaced_postcode(w.postcode) = '' then array[${unplaced}]
        else places_of(w.practice_id, spaced_postcode(w.postcode), ${boundsJson(bounds)}::jsonb) end as places
      from person_where w where w.id in (select person_id from seen))
    select places, coalesce(need, '') as need, count(distinct person_id)::int as count
    from seen join placed using (person_id) group by grouping sets ((places, need), (places))`.execute(tx);
  return rows;
}
