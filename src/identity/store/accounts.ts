import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { AccountDetails, AccountSeen } from '../account.ts';
import type { Role } from '../asker.ts';

type Tables = {
  account: {
    id: string;
    email: string;
    name: string;
    roles: Role[];
    job_title: string;
    practice_id: string | null;
    team_id: string | null;
    organisation_id: string | null;
    password_hash: string | null;
    disabled_at: Date | null;
    signed_in_at: Date | null;
    row_version: number;
  };
  session: { token_hash: Buffer; account_id: string };
};

const tables = (tx: Tx) => tx.withTables<Tables>();

const seen = (tx: Tx) =>
  tables(tx)
    .selectFrom('account')
    .select([
      'id',
      'email',
      'name',
      'roles',
      'job_title as jobTitle',
      'practice_id as practice',
      'team_id as team',
      'organisation_id as organisation',
      'signed_in_at as signedInAt',
      'row_version as rowVersion',
    ])
    .select((cols) => [cols('disabled_at', 'is', null).as('active'), cols('password_hash', 'is not', null).as('joined')])
    .$castTo<AccountSeen>();

export const allAccounts = (tx: Tx): Promise<AccountSeen[]> =>
  seen(tx)
    .orderBy(sql`disabled_at is not null`)
    .orderBy(sql`lower(unaccent(name))`)
    .orderBy('id')
    .execute();

export const findAccount = (tx: Tx, id: string): Promise<AccountSeen | undefined> => seen(tx).where('id', '=', id).executeTakeFirst();

/** Saves over the version that was read; false when somebody else has saved meanwhile. */
export async function updateAccount(tx: Tx, id: string, details: AccountDetails, rowVersion: number): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('account')
    .set({
      name: details.name,
      email: details.email.toLowerCase(),
      roles: [...details.roles],
      job_title: details.jobTitle,
      practice_id: details.practice,
      team_id: details.team,
      organisation_id: details.organisation,
      row_version: rowVersion + 1,
    })
    .where('id', '=', id)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** Answers whether that changed anything. Whoever is disabled is signed out everywhere at once. */
export async function setDisabled(tx: Tx, id: string, at: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('account')
    .set((cols) => ({ disabled_at: at, row_version: cols('row_version', '+', 1) }))
    .where('id', '=', id)
    .where('disabled_at', at ? 'is' : 'is not', null)
    .executeTakeFirst();
  if (at) await endSessions(tx, id);
  return numUpdatedRows > 0;
}

export async function setPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tables(tx).updateTable('account').set({ password_hash: passwordHash }).where('id', '=', id).execute();
}

export async function endSessions(tx: Tx, account: string): Promise<void> {
  await tables(tx).deleteFrom('session').where('account_id', '=', account).execute();
}
