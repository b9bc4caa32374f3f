import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { tables } from './tables.ts';

export type LinkedTo = { programme: string; measure: string; expired: boolean };

export async function addMeasureLink(tx: Tx, measure: string, tokenHash: Buffer, at: Date, expiresAt: Date): Promise<void> {
  await tables(tx)
    .insertInto('measure_link')
    .values({ token_hash: tokenHash, measure_id: measure, made_at: at, expires_at: expiresAt })
    .execute();
}

/** Asked outside programmes: the token alone tells which one is meant. */
export async function linkedTo(tx: Tx, tokenHash: Buffer, at: Date): Promise<LinkedTo | undefined> {
  const { rows } = await sql<LinkedTo>`select programme, measure, expired from measure_of_link(${tokenHash}, ${at})`.execute(tx);
  return rows[0];
}

/** What is still open though the last of its links is over. */
export async function openAndOver(tx: Tx, at: Date): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('measure')
    .innerJoin('measure_link', 'measure_link.measure_id', 'measure.id')
    .select('measure.id')
    .where('measure.state', 'in', ['sent', 'begun'])
    .groupBy('measure.id')
    .having((e) => e.fn.max('measure_link.expires_at'), '<=', at)
    .execute();
  return rows.map(({ id }) => id);
}
