import type { Tx } from './database.ts';

type Tables = { access: { at: Date; account_id: string; person_id: string; what: string } };

/** Notes that somebody looked at a person's record. `what` is a route's pattern, never a URL with ids or words in it. */
export async function recordAccess(tx: Tx, read: { account: string; people: readonly string[]; what: string; at: Date }): Promise<void> {
  const rows = read.people.map((person) => ({ at: read.at, account_id: read.account, person_id: person, what: read.what }));
  if (rows.length) await tx.withTables<Tables>().insertInto('access').values(rows).execute();
}
