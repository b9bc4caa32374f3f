import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { EndingPlan } from '../ending.ts';

type EndingRow = {
  support_id: string;
  person_id: string;
  last_on: string | null;
  check_ins: string;
  what_goes_on: string;
  who_to_turn_to: string;
  talked_through: boolean;
  row_version: number;
  saved_at: Date;
  saved_by: string;
};

const tables = (tx: Tx) => tx.withTables<{ ending_plan: EndingRow }>();

export async function endingOf(tx: Tx, support: string): Promise<EndingPlan | undefined> {
  const row = await tables(tx).selectFrom('ending_plan').selectAll().where('support_id', '=', support).executeTakeFirst();
  return row && fromRow(row);
}

/** Saves over the version that was read (0 when there was none); answers false when somebody else has saved since. */
export async function saveEnding(tx: Tx, ending: EndingPlan, over: number): Promise<boolean> {
  if (over === 0) {
    const added = await tables(tx)
      .insertInto('ending_plan')
      .values(toRow(ending))
      .onConflict((c) => c.doNothing())
      .returning('support_id')
      .executeTakeFirst();
    return added !== undefined;
  }
  const { numUpdatedRows } = await tables(tx)
    .updateTable('ending_plan')
    .set(toRow(ending))
    .where('support_id', '=', ending.support)
    .where('row_version', '=', over)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

const toRow = (ending: EndingPlan): EndingRow => ({
  support_id: ending.support,
  person_id: ending.person,
  last_on: ending.lastOn,
  check_ins: JSON.stringify(ending.checkIns),
  what_goes_on: ending.whatGoesOn,
  who_to_turn_to: ending.whoToTurnTo,
  talked_through: ending.talkedThrough,
  row_version: ending.rowVersion,
  saved_at: ending.savedAt,
  saved_by: ending.savedBy,
});

const fromRow = (row: Selectable<EndingRow>): EndingPlan => ({
  support: row.support_id,
  person: row.person_id,
  lastOn: row.last_on,
  checkIns: row.check_ins as unknown as string[],
  whatGoesOn: row.what_goes_on,
  whoToTurnTo: row.who_to_turn_to,
  talkedThrough: row.talked_through,
  rowVersion: row.row_version,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
});
