import type { Tx } from '../../platform/database.ts';
import { anything, type Search } from '../search.ts';

type Tables = { search: { id: string; account_id: string | null; words: string; place: string; filters: string; at: Date } };
const tables = (tx: Tx) => tx.withTables<Tables>();

export async function addSearch(tx: Tx, id: string, account: string | null, { words, place, ...filters }: Search, at: Date): Promise<void> {
  await tables(tx)
    .insertInto('search')
    .values({ id, account_id: account, words, place, filters: JSON.stringify(filters), at })
    .execute();
}

/** Only whoever searched can open it again; one that nobody's account stands behind, anybody who has its id. */
export async function findSearch(tx: Tx, id: string, account: string | null): Promise<Search | undefined> {
  const row = await tables(tx)
    .selectFrom('search')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', 'is not distinct from', account)
    .executeTakeFirst();
  return row && { ...anything, ...(row.filters as unknown as Partial<Search>), words: row.words, place: row.place };
}

export async function removeSearchesBefore(tx: Tx, at: Date): Promise<void> {
  await tables(tx).deleteFrom('search').where('at', '<', at).execute();
}

/** Forgets what people who were not signed in have searched for. */
export async function removePublicSearchesBefore(tx: Tx, at: Date): Promise<void> {
  await tables(tx).deleteFrom('search').where('account_id', 'is', null).where('at', '<', at).execute();
}
