import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Closing, GoalReview } from '../closing.ts';
import { inParts } from './in-parts.ts';
import { type ClosingRow, tables } from './tables.ts';

export async function addClosings(tx: Tx, closings: readonly Closing[]): Promise<void> {
  for (const part of inParts(closings)) await tables(tx).insertInto('closing').values(part.map(toRow)).execute();
}

export async function findClosing(tx: Tx, id: string): Promise<Closing | undefined> {
  const row = await tables(tx).selectFrom('closing').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** How the support that came of this referral ended, the last time that it did. */
export async function closingOfReferral(tx: Tx, referral: string): Promise<Closing | undefined> {
  const query = tables(tx).selectFrom('closing').selectAll().where('referral_id', '=', referral);
  const row = await query.orderBy('closed_at', 'desc').limit(1).executeTakeFirst();
  return row && fromRow(row);
}

const toRow = ({
  person,
  support,
  referral,
  goals,
  didNotWork,
  forPractice,
  whatNext,
  tellReferrer,
  closedAt,
  closedBy,
  ...rest
}: Closing): ClosingRow => ({
  ...rest,
  person_id: person,
  support_id: support,
  referral_id: referral,
  goals: JSON.stringify(goals),
  did_not_work: didNotWork,
  for_practice: forPractice,
  what_next: whatNext,
  tell_referrer: tellReferrer,
  closed_at: closedAt,
  closed_by: closedBy,
});

const fromRow = (row: Selectable<ClosingRow>): Closing => ({
  id: row.id,
  person: row.person_id,
  support: row.support_id,
  referral: row.referral_id,
  because: row.because,
  goals: row.goals as unknown as GoalReview[],
  outcome: row.outcome,
  didNotWork: row.did_not_work,
  forPractice: row.for_practice,
  whatNext: row.what_next,
  tellReferrer: row.tell_referrer,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
});
