import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type PracticeStaff = { id: string; name: string; jobTitle: string };

/** Who has an account at a practice and may sign in, by name. */
export async function practiceStaff(tx: Tx, practice: string): Promise<PracticeStaff[]> {
  const { rows } = await sql<PracticeStaff>`
    select id, name, job_title as "jobTitle" from account where practice_id = ${practice} and disabled_at is null order by folded(name), id`.execute(
    tx,
  );
  return rows;
}
