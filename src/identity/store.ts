import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Asker, Role } from './asker.ts';
import { toHelpLine } from './help-line.ts';
import { type Programme, type Settings, usualSettings } from './programme.ts';

export type Account = {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  jobTitle: string;
  practice: string | null;
  team: string | null;
  organisation: string | null;
  passwordHash: string | null;
};
/** `code`: what the health service calls it (ODS code). */
export type Practice = { id: string; name: string; place: string; code?: string | undefined; team: string };
export type Team = { id: string; name: string; email: string | null; phone: string | null };

type Tables = {
  programme: { programme_id: string; slug: string; name: string; settings: string };
  team: { id: string; name: string; email: string | null; phone: string | null };
  practice: { id: string; name: string; place: string; code?: string | undefined; team_id: string };
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
    disabled_at?: Date | null;
    signed_in_at?: Date | null;
  };
  session: { token_hash: Buffer; account_id: string; started_at: Date; seen_at: Date; ends_at: Date };
};

const tables = (tx: Tx) => tx.withTables<Tables>();
type Stored<T> = Omit<T, 'programme'> & { programme: Omit<Programme, 'settings'> & { settings: Partial<Settings> } };

const withUsual = (p: Stored<Asker>['programme']): Programme => {
  const settings = { ...usualSettings, ...p.settings };
  return { ...p, settings: { ...settings, inDanger: settings.inDanger.map(toHelpLine) } };
};
const toAsker = (stored: Stored<Asker>): Asker => ({ ...stored, programme: withUsual(stored.programme) });

export async function askerOfSession(tx: Tx, tokenHash: Buffer, at: Date, idleMinutes: number): Promise<Asker | undefined> {
  const { rows } = await sql<{ asker: Stored<Asker> | null }>`
    select asker_of_session(${tokenHash}, ${at}, make_interval(mins => ${idleMinutes})) as asker`.execute(tx);
  return rows[0]?.asker ? toAsker(rows[0].asker) : undefined;
}

export async function findSignIn(tx: Tx, email: string): Promise<{ asker: Asker; passwordHash: string | null } | undefined> {
  const { rows } = await sql<{
    asker: Stored<Asker>;
    password_hash: string | null;
  }>`select asker, password_hash from sign_in_of(${email})`.execute(tx);
  return rows[0] && { asker: toAsker(rows[0].asker), passwordHash: rows[0].password_hash };
}

export async function findProgramme(tx: Tx, slug: string): Promise<Programme | undefined> {
  const { rows } = await sql<{ programme: Stored<Asker>['programme'] | null }>`select programme_of_slug(${slug}) as programme`.execute(tx);
  return rows[0]?.programme ? withUsual(rows[0].programme) : undefined;
}

/** The programmes that let anybody read their directory. */
export async function publishingProgrammes(tx: Tx): Promise<Programme[]> {
  const { rows } = await sql<{ programme: Stored<Asker>['programme'] }>`select publishing_programmes() as programme`.execute(tx);
  return rows.map(({ programme }) => withUsual(programme));
}

export async function thisProgramme(tx: Tx): Promise<Programme> {
  const row = await tables(tx).selectFrom('programme').selectAll().executeTakeFirstOrThrow();
  return withUsual({ id: row.programme_id, slug: row.slug, name: row.name, settings: row.settings as unknown as Partial<Settings> });
}

export async function programmeIds(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select programme_ids() as id`.execute(tx);
  return rows.map((row) => row.id);
}

export async function addProgramme(
  tx: Tx,
  { id, slug, name, settings }: Omit<Programme, 'settings'> & { settings: Partial<Settings> },
): Promise<void> {
  await tables(tx)
    .insertInto('programme')
    .values({ programme_id: id, slug, name, settings: JSON.stringify(settings) })
    .execute();
}

export async function addTeams(tx: Tx, teams: readonly Team[]): Promise<void> {
  if (teams.length)
    await tables(tx)
      .insertInto('team')
      .values([...teams])
      .execute();
}

export async function addPractices(tx: Tx, practices: readonly Practice[]): Promise<void> {
  if (practices.length)
    await tables(tx)
      .insertInto('practice')
      .values(practices.map(({ team, ...p }) => ({ ...p, team_id: team })))
      .execute();
}

export async function addAccounts(tx: Tx, accounts: readonly Account[]): Promise<void> {
  const rows = accounts.map(({ jobTitle, practice, team, organisation, passwordHash, email, ...account }) => ({
    ...account,
    email: email.toLowerCase(),
    job_title: jobTitle,
    practice_id: practice,
    team_id: team,
    organisation_id: organisation,
    password_hash: passwordHash,
  }));
  if (rows.length) await tables(tx).insertInto('account').values(rows).execute();
}

export async function addSession(tx: Tx, account: string, tokenHash: Buffer, at: Date, endsAt: Date): Promise<void> {
  await tables(tx)
    .insertInto('session')
    .values({ token_hash: tokenHash, account_id: account, started_at: at, seen_at: at, ends_at: endsAt })
    .execute();
  await tables(tx).updateTable('account').set({ signed_in_at: at }).where('id', '=', account).execute();
}

export async function removeSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tables(tx).deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

export const allPractices = (tx: Tx): Promise<Practice[]> =>
  tables(tx).selectFrom('practice').select(['id', 'name', 'place', 'code', 'team_id as team']).orderBy('name').execute();

export const allTeams = (tx: Tx): Promise<Team[]> =>
  tables(tx).selectFrom('team').select(['id', 'name', 'email', 'phone']).orderBy('name').execute();

export type Colleague = Pick<Account, 'id' | 'name' | 'email' | 'jobTitle' | 'roles' | 'practice' | 'team'>;
const colleagueColumns = ['id', 'name', 'email', 'job_title as jobTitle', 'roles', 'practice_id as practice', 'team_id as team'] as const;

export async function accountsById(tx: Tx, ids: readonly string[]): Promise<Map<string, Colleague>> {
  const rows = ids.length
    ? await tables(tx)
        .selectFrom('account')
        .select(colleagueColumns)
        .where('id', 'in', [...new Set(ids)])
        .execute()
    : [];
  return new Map(rows.map((row) => [row.id, row]));
}

export const teamMembers = (tx: Tx, team: string): Promise<Colleague[]> =>
  tables(tx)
    .selectFrom('account')
    .select(colleagueColumns)
    .where('team_id', '=', team)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute();
