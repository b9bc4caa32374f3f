import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { GoalReview } from '../closing.ts';

/** When somebody of the team was first in touch with each of those who were referred, by the referral. */
export async function firstContactsOf(tx: Tx, referrals: readonly string[]): Promise<Map<string, Date>> {
  if (!referrals.length) return new Map();
  const { rows } = await sql<{ referral: string; at: Date }>`
    select s.referral_id as referral, min(c.happened_at) as at
    from support s join contact c on c.programme_id = s.programme_id and c.support_id = s.id
    where s.referral_id = any(${[...referrals]}::uuid[]) and c.struck_at is null and c.outcome = 'met'
    group by s.referral_id`.execute(tx);
  return new Map(rows.map(({ referral, at }) => [referral, at]));
}

/** What had come of each goal when support ended, by the referral; goals that nobody spoke of are left out. */
export async function goalsAtEnding(tx: Tx, referrals: readonly string[]): Promise<Map<string, NonNullable<GoalReview['result']>[]>> {
  if (!referrals.length) return new Map();
  const { rows } = await sql<{ referral: string; goals: GoalReview[] }>`
    select distinct on (referral_id) referral_id as referral, goals from closing
    where referral_id = any(${[...referrals]}::uuid[]) order by referral_id, closed_at desc`.execute(tx);
  return new Map(rows.map(({ referral, goals }) => [referral, goals.flatMap(({ result }) => (result ? [result] : []))]));
}
