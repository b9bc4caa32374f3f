import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type LinkKind = 'invited' | 'reset';
export type LinkedAccount = { programme: string; programmeName: string; account: string; name: string; email: string; kind: LinkKind };

const tables = (tx: Tx) => tx.withTables<{ account_link: { token_hash: Buffer; account_id: string; kind: LinkKind; ends_at: Date } }>();

export async function addAccountLink(tx: Tx, account: string, kind: LinkKind, tokenHash: Buffer, endsAt: Date): Promise<void> {
  await tables(tx).insertInto('account_link').values({ token_hash: tokenHash, account_id: account, kind, ends_at: endsAt }).execute();
}

/** Asked outside programmes: the token alone tells whose it is. */
export async function accountOfLink(tx: Tx, tokenHash: Buffer, at: Date): Promise<LinkedAccount | undefined> {
  const { rows } = await sql<LinkedAccount>`
    select asker->'programme'->>'id' as programme, asker->'programme'->>'name' as "programmeName", asker->>'id' as account, asker->>'name' as name, asker->>'email' as email, kind
    from account_of_link(${tokenHash}, ${at})`.execute(tx);
  return rows[0];
}

/** Uses up one link, and with it all others of that account; false when somebody was quicker. */
export async function useAccountLink(tx: Tx, account: string, tokenHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tables(tx).deleteFrom('account_link').where('token_hash', '=', tokenHash).executeTakeFirst();
  await removeAccountLinks(tx, account);
  return numDeletedRows > 0;
}

export async function removeAccountLinks(tx: Tx, account: string): Promise<void> {
  await tables(tx).deleteFrom('account_link').where('account_id', '=', account).execute();
}
