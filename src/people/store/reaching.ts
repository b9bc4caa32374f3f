import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export async function addStopLink(tx: Tx, person: string, tokenHash: Buffer, at: Date): Promise<void> {
  await sql`insert into stop_link (token_hash, person_id, made_at) values (${tokenHash}, ${person}, ${at})`.execute(tx);
}

/** Asked outside programmes: the token alone tells who is meant. */
export async function personOfStopLink(tx: Tx, tokenHash: Buffer): Promise<{ programme: string; person: string } | undefined> {
  const { rows } = await sql<{
    programme: string;
    person: string;
  }>`select programme, person from person_of_stop_link(${tokenHash})`.execute(tx);
  return rows[0];
}
