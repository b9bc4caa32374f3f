import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** Adds a link to those that still hold: another process may have printed one too. Only the owner of the tables may. */
export async function addSetupLink(connection: Tx, tokenHash: Buffer, at: Date, endsAt: Date): Promise<void> {
  await sql`delete from setup_link where ends_at <= ${at}`.execute(connection);
  await sql`insert into setup_link (token_hash, ends_at) values (${tokenHash}, ${endsAt})`.execute(connection);
}

export async function maySetUp(tx: Tx, tokenHash: Buffer, at: Date): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select may_set_up(${tokenHash}, ${at}) as may`.execute(tx);
  return rows[0]?.may ?? false;
}

/** Uses up the link; false when it does not hold, or somebody was quicker. */
export async function beginSetUp(tx: Tx, tokenHash: Buffer, at: Date): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`select begin_set_up(${tokenHash}, ${at}) as begun`.execute(tx);
  return rows[0]?.begun ?? false;
}
