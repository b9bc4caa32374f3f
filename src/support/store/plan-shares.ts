import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { PlanShare } from '../share.ts';

type ShareRow = {
  id: string;
  person_id: string;
  plan_id: string;
  large: boolean;
  easy: boolean;
  shared_at: Date;
  shared_by: string;
  expires_at: Date;
  opened_at: Date | null;
  stopped_at: Date | null;
};
type Tables = { plan_share: ShareRow; plan_link: { token_hash: Buffer; share_id: string } };

const tables = (tx: Tx) => tx.withTables<Tables>();

export async function addShare(tx: Tx, share: PlanShare): Promise<void> {
  await tables(tx)
    .insertInto('plan_share')
    .values({
      id: share.id,
      person_id: share.person,
      plan_id: share.plan,
      large: share.large,
      easy: share.easy,
      shared_at: share.sharedAt,
      shared_by: share.sharedBy,
      expires_at: share.expiresAt,
      opened_at: share.openedAt,
      stopped_at: share.stoppedAt,
    })
    .execute();
}

export async function addPlanLink(tx: Tx, share: string, tokenHash: Buffer): Promise<void> {
  await tables(tx).insertInto('plan_link').values({ token_hash: tokenHash, share_id: share }).execute();
}

/** Asked outside programmes: the token alone tells which one is meant. */
export async function shareOfLink(tx: Tx, tokenHash: Buffer): Promise<{ programme: string; share: string } | undefined> {
  const { rows } = await sql<{ programme: string; share: string }>`select programme, share from plan_of_link(${tokenHash})`.execute(tx);
  return rows[0];
}

export async function findShare(tx: Tx, id: string): Promise<PlanShare | undefined> {
  const row = await tables(tx).selectFrom('plan_share').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function sharesOf(tx: Tx, person: string): Promise<PlanShare[]> {
  const rows = await tables(tx).selectFrom('plan_share').selectAll().where('person_id', '=', person).orderBy('shared_at', 'desc').execute();
  return rows.map(fromRow);
}

export async function noteOpened(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx).updateTable('plan_share').set({ opened_at: at }).where('id', '=', id).where('opened_at', 'is', null).execute();
}

/** Answers how many were still open. */
export async function stopShares(tx: Tx, person: string, at: Date): Promise<number> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('plan_share')
    .set({ stopped_at: at })
    .where('person_id', '=', person)
    .where('stopped_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

const fromRow = (row: Selectable<ShareRow>): PlanShare => ({
  id: row.id,
  person: row.person_id,
  plan: row.plan_id,
  large: row.large,
  easy: row.easy,
  sharedAt: row.shared_at,
  sharedBy: row.shared_by,
  expiresAt: row.expires_at,
  openedAt: row.opened_at,
  stoppedAt: row.stopped_at,
});
