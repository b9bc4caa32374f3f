import { sql } from 'kysely';
import type { Need } from '../../directory/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { Closure, ReturnReason, Stage } from '../referral.ts';

/** One referral for the report of its practice; the caller tells nothing but counts of many. */
export type PracticeReferral = {
  id: string;
  person: string;
  needs: Need[];
  stage: Stage['name'];
  reason: ReturnReason | null;
  receivedAt: Date;
  /** Whether the team had to ask the referrer something. */
  asked: boolean;
};
type Within = { practice: string; since: Date; until: Date };

/** What came from a practice from one instant until another. A referral that went on in another record is counted there. */
export async function practiceReferrals(tx: Tx, { practice, since, until }: Within): Promise<PracticeReferral[]> {
  const { rows } = await sql<PracticeReferral>`
    select r.id, person_id as person, needs, stage, return_reason as reason, received_at as "receivedAt",
      exists (select from referral_question q where q.programme_id = r.programme_id and q.referral_id = r.id) as asked
    from referral r
    where practice_id = ${practice} and received_at >= ${since} and received_at < ${until} and closed_because is distinct from 'joined'`.execute(
    tx,
  );
  return rows;
}

/** How the support of people whom a practice referred, whenever that was, ended within this time. */
export async function practiceEndings(tx: Tx, { practice, since, until }: Within): Promise<{ id: string; because: Closure }[]> {
  const { rows } = await sql<{ id: string; because: Closure }>`
    select id, closed_because as because from referral
    where practice_id = ${practice} and closed_at >= ${since} and closed_at < ${until} and closed_because <> 'joined'`.execute(tx);
  return rows;
}
