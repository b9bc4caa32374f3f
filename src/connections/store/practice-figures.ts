import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** Which of these people have been connected to a service since an instant, and not turned away. */
export async function connectedSince(tx: Tx, people: readonly string[], since: Date): Promise<Set<string>> {
  if (!people.length) return new Set();
  const { rows } = await sql<{ person: string }>`
    select distinct person_id as person from connection
    where person_id = any(${[...people]}::uuid[]) and asked_at >= ${since}
      and (status in ('accepted', 'in-progress', 'completed', 'on-hold') or kind = 'self' and status <> 'entered-in-error')`.execute(tx);
  return new Set(rows.map(({ person }) => person));
}
