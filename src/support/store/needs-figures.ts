import { sql } from 'kysely';
import { boundsJson, type CountAsked, type WhereCount } from '../../people/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';

type Held = Omit<CountAsked, 'from' | 'to'> & { from: CalendarDay; to: CalendarDay };

/** More days than these on hold for a service is long. */
const longWaitDays = 28;

/**
 * How many people were on hold: over four weeks for a service (`long-wait`), or because there was nowhere to send them (`nowhere`).
 * `nowhere-days` adds up the days of the latter that fell into the time. Both days are included.
 */
export async function heldByNeed(
  tx: Tx,
  which: 'long-wait' | 'nowhere' | 'nowhere-days',
  { bounds, from, to, without }: Held,
): Promise<WhereCount[]> {
  const until = sql`least(coalesce(h.until, ${to}::date), ${to}::date)`;
  const because = which === 'long-wait' ? sql`h.because = 'service' and ${until} - h.since > ${longWaitDays}` : sql`h.because = 'nowhere'`;
  const { rows } = await sql<WhereCount>`
    with held as (
      select h.id, h.person_id, s.needs, ${until} - greatest(h.since, ${from}::date) + 1 as days
      from holding h join support s on s.id = h.support_id
      where h.since <= ${to}::date and coalesce(h.until, ${to}::date) >= ${from}::date and ${because}),
    seen as (select distinct held.id, held.person_id, held.days, need from held, unnest(held.needs) need where need <> all(${[...without]}::text[])),
    placed as (
      select w.id as person_id, places_of(w.practice_id, spaced_postcode(w.postcode), ${boundsJson(bounds)}::jsonb) as places
      from person_where w where w.id in (select person_id from seen)),
    by_need as (select places, need, id, person_id, days from seen join placed using (person_id)),
    each as (select places, need, id, person_id, days from by_need union select places, '', id, person_id, days from by_need)
    select places, need, ${which === 'nowhere-days' ? sql`sum(days)` : sql`count(distinct person_id)`}::int as count
    from each group by places, need`.execute(tx);
  return rows;
}
