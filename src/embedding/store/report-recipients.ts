import type { Tx } from '../../platform/database.ts';

/** Somebody at a practice who is mailed its report each month, until they or we stop it. */
export type Recipient = { account: string; addedAt: Date; stoppedAt: Date | null };
type Row = {
  practice_id: string;
  account_id: string;
  added_at: Date;
  added_by: string;
  stopped_at: Date | null;
  stopped_by: string | null;
};
const tables = (tx: Tx) => tx.withTables<{ report_recipient: Row }>();
type Change = { practice: string; account: string; by: string; at: Date };

export async function recipientsOf(tx: Tx, practice: string): Promise<Recipient[]> {
  const rows = await tables(tx)
    .selectFrom('report_recipient')
    .selectAll()
    .where('practice_id', '=', practice)
    .orderBy('added_at')
    .execute();
  return rows.map((row) => ({ account: row.account_id, addedAt: row.added_at, stoppedAt: row.stopped_at }));
}

export async function addRecipient(tx: Tx, { practice, account, by, at }: Change): Promise<void> {
  const row = { added_at: at, added_by: by, stopped_at: null, stopped_by: null };
  await tables(tx)
    .insertInto('report_recipient')
    .values({ practice_id: practice, account_id: account, ...row })
    .onConflict((c) => c.columns(['programme_id', 'practice_id', 'account_id'] as never).doUpdateSet(row))
    .execute();
}

/** Answers whether they were still to be mailed. */
export async function stopRecipient(tx: Tx, { practice, account, by, at }: Change): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('report_recipient')
    .set({ stopped_at: at, stopped_by: by })
    .where('practice_id', '=', practice)
    .where('account_id', '=', account)
    .where('stopped_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
