import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Source, Stage } from '../referral.ts';

/** Somebody's newest referral within some days, without what it says. */
export type Course = { person: string; receivedOn: string; source: Source; stage: Stage['name'] };

/** For lists of people that leave with permission. Days are those of the time zone, both included. */
export async function coursesBetween(tx: Tx, { from, to, timeZone }: { from: string; to: string; timeZone: string }): Promise<Course[]> {
  const { rows } = await sql<Course>`
    select distinct on (person_id) person_id as person, (received_at at time zone ${timeZone})::date::text as "receivedOn", source, stage
    from referral where (received_at at time zone ${timeZone})::date between ${from}::date and ${to}::date
    order by person_id, received_at desc`.execute(tx);
  return rows;
}
