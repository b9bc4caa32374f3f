import { randomBytes } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Draft, Fields } from './draft.ts';

type DraftRow = {
  programme_id?: string;
  id: string;
  account_id: string;
  page: string;
  fields: string;
  turn: number;
  began_at: Date;
  saved_at: Date;
  finished_at: Date | null;
};
type Tables = { draft: DraftRow; draft_key: { key: Buffer } };
const tables = (tx: Tx) => tx.withTables<Tables>();

/** The programme's key, made when it is first needed. Several processes may ask at once; all get the same. */
export async function keyOf(tx: Tx): Promise<Buffer> {
  const found = await tables(tx).selectFrom('draft_key').select('key').executeTakeFirst();
  if (found) return Buffer.from(found.key);
  await sql`insert into draft_key (key) values (${randomBytes(32)}) on conflict do nothing`.execute(tx);
  return Buffer.from((await tables(tx).selectFrom('draft_key').select('key').executeTakeFirstOrThrow()).key);
}

export async function findKey(tx: Tx): Promise<Buffer | undefined> {
  const found = await tables(tx).selectFrom('draft_key').select('key').executeTakeFirst();
  return found && Buffer.from(found.key);
}

/** Held until the transaction ends, so that two savings of one draft come one after the other. */
export async function holdDraft(tx: Tx, account: string, id: string): Promise<Draft | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 6))`.execute(tx);
  return findDraft(tx, account, id);
}

/** Only ever its own account's. */
export async function findDraft(tx: Tx, account: string, id: string): Promise<Draft | undefined> {
  const row = await tables(tx).selectFrom('draft').selectAll().where('id', '=', id).where('account_id', '=', account).executeTakeFirst();
  return row && fromRow(row);
}

export async function unfinishedOf(tx: Tx, account: string, page?: string): Promise<Draft[]> {
  let query = tables(tx).selectFrom('draft').selectAll().where('account_id', '=', account).where('finished_at', 'is', null);
  if (page) query = query.where('page', '=', page);
  return (await query.orderBy('saved_at', 'desc').limit(50).execute()).map(fromRow);
}

export async function putDraft(tx: Tx, draft: Draft): Promise<void> {
  const row = toRow(draft);
  await tables(tx)
    .insertInto('draft')
    .values(row)
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doUpdateSet(row).where('draft.account_id', '=', draft.account))
    .execute();
}

export async function removeSavedBefore(tx: Tx, before: Date): Promise<void> {
  await tables(tx).deleteFrom('draft').where('saved_at', '<', before).execute();
}

const toRow = ({ id, account, page, fields, turn, beganAt, savedAt, finishedAt }: Draft): DraftRow => ({
  id,
  account_id: account,
  page,
  fields: JSON.stringify(fields),
  turn,
  began_at: beganAt,
  saved_at: savedAt,
  finished_at: finishedAt,
});

const fromRow = (row: Selectable<DraftRow>): Draft => ({
  id: row.id,
  account: row.account_id,
  page: row.page,
  fields: row.fields as unknown as Fields,
  turn: row.turn,
  beganAt: row.began_at,
  savedAt: row.saved_at,
  finishedAt: row.finished_at,
});
