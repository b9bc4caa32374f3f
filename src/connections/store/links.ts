import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type LinkedTo = { programme: string; connection: string; expired: boolean };

const tables = (tx: Tx) => tx.withTables<{ reply_link: { token_hash: Buffer; connection_id: string; made_at: Date; expires_at: Date } }>();

export async function addReplyLink(tx: Tx, connection: string, tokenHash: Buffer, at: Date, expiresAt: Date): Promise<void> {
  await tables(tx)
    .insertInto('reply_link')
    .values({ token_hash: tokenHash, connection_id: connection, made_at: at, expires_at: expiresAt })
    .execute();
}

/** Asked outside programmes: the token alone tells which one is meant. */
export async function linkedTo(tx: Tx, tokenHash: Buffer, at: Date): Promise<LinkedTo | undefined> {
  const { rows } = await sql<LinkedTo>`select programme, connection, expired from connection_of_reply(${tokenHash}, ${at})`.execute(tx);
  return rows[0];
}
