import { sql } from 'kysely';
import type { Tx } from './database.ts';

type Tables = { access: { at: Date; account_id: string; person_id: string; what: string } };

/**
 * Notes that somebody looked at a person's record. `what` is a route's pattern, never a URL with ids or words in it. The note does not wait for
 * the disk: should the database server itself crash, the looks of its last moment (three times `wal_writer_delay` at most) may go unnoted.
 */
export async function recordAccess(tx: Tx, read: { account: string; people: readonly string[]; what: string; at: Date }): Promise<void> {
  const rows = read.people.map((person) => ({ at: read.at, account_id: read.account, person_id: person, what: read.what }));
  if (!rows.length) return;
  await sql`select set_config('synchronous_commit', 'off', true)`.execute(tx);
  await tx.withTables<Tables>().insertInto('access').values(rows).execute();
}

export type Access = { account: string; what: string; at: Date };

/** Who looked at a person's record, or at one that was joined to it; newest first. */
export async function accessesTo(tx: Tx, person: string, limit: number): Promise<Access[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('access')
    .select(['account_id as account', 'what', 'at'])
    .where('person_id', 'in', sql<string>`(select records_of(${person}))`)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}
