import { sql } from 'kysely';
import { boundsJson, type CountAsked, type WhereCount } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

/**
 * How many people an organisation could not take: because it had no room (full, or a waiting list), or for another reason. The needs
 * are those that the service helps with.
 */
export async function refusedByNeed(
  tx: Tx,
  which: 'no-room' | 'other-no',
  { bounds, from, to, without }: CountAsked,
): Promise<WhereCount[]> {
  const noRoom = sql`(a.name = 'waiting-list' or (a.name = 'cannot-help' and a.reason = 'full'))`;
  const { rows } = await sql<WhereCount>`
    with seen as (
      select distinct c.person_id, need from connection_answer a join connection c on c.id = a.connection_id
      join service_needs s on s.id = c.service_id, unnest(s.needs) need
      where a.at >= ${from} and a.at < ${to} and c.status <> 'entered-in-error' and need <> all(${[...without]}::text[])
        and ${which === 'no-room' ? noRoom : sql`(a.name = 'cannot-help' and a.reason is distinct from 'full')`}),
    placed as (
      select w.id as person_id, places_of(w.practice_id, spaced_postcode(w.postcode), ${boundsJson(bounds)}::jsonb) as places
      from person_where w where w.id in (select person_id from seen))
    select places, coalesce(need, '') as need, count(distinct person_id)::int as count
    from seen join placed using (person_id) group by grouping sets ((places, need), (places))`.execute(tx);
  return rows;
}
