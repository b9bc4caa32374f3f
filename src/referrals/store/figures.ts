import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ReturnReason } from '../referral.ts';

/** Whose referrals: those of some practices, or all that came to a team. Instants: `from` is in it, `to` is not. */
type Counted = { of: { practices: readonly string[] } | { team: string }; from: Date; to: Date };

const theirs = ({ of }: Counted) => ('team' in of ? sql`team_id = ${of.team}` : sql`practice_id = any(${[...of.practices]}::uuid[])`);

/** How many of these accounts have referred somebody. */
export async function countReferring(tx: Tx, accounts: readonly string[], { from, to }: Omit<Counted, 'of'>): Promise<number> {
  if (!accounts.length) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(distinct referred_by)::int as count from referral
    where referred_by = any(${[...accounts]}::uuid[]) and received_at >= ${from} and received_at < ${to}`.execute(tx);
  return rows[0]!.count;
}

/** The reasons for which a practice could have known beforehand; the others are nobody's mistake. */
const unsuitable = ['not-enough-information', 'out-of-scope', 'unsafe-for-this-service'] as const satisfies readonly ReturnReason[];

/** Of the referrals that came in this time and have been decided on, how many went back as unsuitable; `why` has the most frequent reason first. */
export async function countReturned(tx: Tx, counted: Counted): Promise<{ count: number; of: number; why: ReturnReason[] }> {
  const { rows } = await sql<{ reason: ReturnReason | null; count: number }>`
    select case when decided_at < ${counted.to} then return_reason end as reason, count(*)::int as count from referral
    where ${theirs(counted)} and received_at >= ${counted.from} and received_at < ${counted.to} and stage in ('accepted', 'returned', 'closed')
    group by 1 order by count desc, reason`.execute(tx);
  const back = rows.filter(({ reason }) => (unsuitable as readonly (string | null)[]).includes(reason));
  const sum = (some: readonly { count: number }[]) => some.reduce((total, { count }) => total + count, 0);
  return { count: sum(back), of: sum(rows), why: back.map(({ reason }) => reason!) };
}
