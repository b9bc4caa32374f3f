import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

type Tables = {
  appointment_link: { token_hash: Buffer; appointment_id: string; made_at: Date; expires_at: Date };
  calendar_feed: { token_hash: Buffer; account_id: string; made_at: Date; ended_at: Date | null };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

export async function addAppointmentLink(tx: Tx, appointment: string, tokenHash: Buffer, at: Date, expiresAt: Date): Promise<void> {
  await tables(tx)
    .insertInto('appointment_link')
    .values({ token_hash: tokenHash, appointment_id: appointment, made_at: at, expires_at: expiresAt })
    .execute();
}

export type LinkedAppointment = { programme: string; appointment: string; expired: boolean };

/** Asked outside programmes: the token alone tells which one is meant. */
export async function appointmentOfLink(tx: Tx, tokenHash: Buffer, at: Date): Promise<LinkedAppointment | undefined> {
  const { rows } =
    await sql<LinkedAppointment>`select programme, appointment, expired from appointment_of_link(${tokenHash}, ${at})`.execute(tx);
  return rows[0];
}

/** Ends whatever calendar address the worker had. */
export const endFeeds = (tx: Tx, account: string, at: Date) =>
  tables(tx).updateTable('calendar_feed').set({ ended_at: at }).where('account_id', '=', account).where('ended_at', 'is', null).execute();

export async function addFeed(tx: Tx, account: string, tokenHash: Buffer, at: Date): Promise<void> {
  await tables(tx)
    .insertInto('calendar_feed')
    .values({ token_hash: tokenHash, account_id: account, made_at: at, ended_at: null })
    .execute();
}

/** When the worker's present calendar address was made; undefined when there is none. */
export async function feedMadeAt(tx: Tx, account: string): Promise<Date | undefined> {
  const row = await tables(tx)
    .selectFrom('calendar_feed')
    .select('made_at')
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.made_at;
}

export async function accountOfFeed(tx: Tx, tokenHash: Buffer): Promise<{ programme: string; account: string } | undefined> {
  const { rows } = await sql<{ programme: string; account: string }>`select programme, account from account_of_feed(${tokenHash})`.execute(
    tx,
  );
  return rows[0];
}
