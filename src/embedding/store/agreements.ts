import type { Tx } from '../../platform/database.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Agreement } from '../core/agreement.ts';

type Row = {
  id: string;
  organisation_id: string;
  kind: Agreement['kind'];
  signed_on: CalendarDay;
  expires_on: CalendarDay | null;
  contact: string;
  note: string;
  keeper_id: string;
  ended_at: Date | null;
  ended_why: string;
  warned_for: CalendarDay | null;
  row_version: number;
};
const tables = (tx: Tx) => tx.withTables<{ agreement: Omit<Row, 'warned_for'> & { warned_for?: CalendarDay | null } }>();

const toAgreement = (row: Omit<Row, 'warned_for'>): Agreement => ({
  id: row.id,
  organisation: row.organisation_id,
  kind: row.kind,
  signedOn: row.signed_on,
  expiresOn: row.expires_on,
  contact: row.contact,
  note: row.note,
  keeper: row.keeper_id,
  endedAt: row.ended_at,
  endedWhy: row.ended_why,
  rowVersion: row.row_version,
});
const toRow = (agreement: Agreement) => ({
  organisation_id: agreement.organisation,
  kind: agreement.kind,
  signed_on: agreement.signedOn,
  expires_on: agreement.expiresOn,
  contact: agreement.contact,
  note: agreement.note,
  keeper_id: agreement.keeper,
  ended_at: agreement.endedAt,
  ended_why: agreement.endedWhy,
});

/** Of one organisation, or of all; the newest first. */
export async function agreementsOf(tx: Tx, organisation?: string): Promise<Agreement[]> {
  let query = tables(tx).selectFrom('agreement').selectAll();
  if (organisation) query = query.where('organisation_id', '=', organisation);
  return (await query.orderBy('signed_on', 'desc').orderBy('id').execute()).map(toAgreement);
}

export async function findAgreement(tx: Tx, id: string): Promise<Agreement | undefined> {
  const row = await tables(tx).selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toAgreement(row);
}

export async function addAgreements(tx: Tx, agreements: readonly Agreement[]): Promise<void> {
  await tables(tx)
    .insertInto('agreement')
    .values(agreements.map((agreement) => ({ id: agreement.id, ...toRow(agreement), row_version: agreement.rowVersion })))
    .execute();
}

/** Answers whether nobody had changed it since the version that was read. */
export async function saveAgreement(tx: Tx, agreement: Agreement): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('agreement')
    .set({ ...toRow(agreement), row_version: agreement.rowVersion + 1 })
    .where('id', '=', agreement.id)
    .where('row_version', '=', agreement.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes those of which nobody has been warned for this end, and notes that they now have been. */
export async function takeUnwarned(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return [];
  const rows = await tables(tx)
    .updateTable('agreement')
    .set((e) => ({ warned_for: e.ref('expires_on') }))
    .where('id', 'in', [...ids])
    .where((e) => e('warned_for', 'is distinct from', e.ref('expires_on')))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
