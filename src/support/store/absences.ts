import type { Selectable } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Absence } from '../absence.ts';

type Row = {
  id: string;
  account_id: string;
  cover_id: string | null;
  from_on: string;
  to_on: string;
  added_by: string;
  added_at: Date;
  ended_at: Date | null;
};
const tables = (tx: Tx) => tx.withTables<{ absence: Row }>();
/** Those that were not called off. */
const kept = (tx: Tx) => tables(tx).selectFrom('absence').selectAll().where('ended_at', 'is', null);

export async function addAbsence(tx: Tx, { id, account, cover, from, to }: Absence, by: string, at: Date): Promise<void> {
  await tables(tx)
    .insertInto('absence')
    .values({ id, account_id: account, cover_id: cover, from_on: from, to_on: to, added_by: by, added_at: at, ended_at: null })
    .execute();
}

/** Called off, or come back early. Answers whether that changed anything. */
export async function endAbsence(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('absence')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

export async function findAbsence(tx: Tx, id: string): Promise<Absence | undefined> {
  const row = await kept(tx).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Present and to come: of these people, or covered by them. */
export async function absencesOf(tx: Tx, accounts: readonly string[], today: CalendarDay): Promise<Absence[]> {
  if (!accounts.length) return [];
  const rows = await kept(tx)
    .where('to_on', '>=', today)
    .where((eb) => eb.or([eb('account_id', 'in', [...accounts]), eb('cover_id', 'in', [...accounts])]))
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** Whoever is away on this day. */
export async function awayOn(tx: Tx, today: CalendarDay): Promise<Absence[]> {
  const rows = await kept(tx).where('from_on', '<=', today).where('to_on', '>=', today).orderBy('id').execute();
  return rows.map(fromRow);
}

const fromRow = (row: Selectable<Row>): Absence => ({
  id: row.id,
  account: row.account_id,
  cover: row.cover_id,
  from: row.from_on,
  to: row.to_on,
});
