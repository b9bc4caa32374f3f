import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Need } from '../need.ts';

/** How often nothing was found for each need, in the whole programme. */
export async function gapsBetween(tx: Tx, since: Date, until: Date): Promise<{ need: Need; n: number }[]> {
  const { rows } = await sql<{ need: Need; n: number }>`
    select need, count(*) as n from gap, unnest(needs) need where at >= ${since} and at < ${until} group by need order by need`.execute(tx);
  return rows;
}
