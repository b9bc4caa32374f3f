import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Role } from '../asker.ts';

type Tables = { account: { id: string; roles: Role[]; team_id: string | null; disabled_at: Date | null } };

/** Whoever else leads this team; or, when nobody does, the managers of the programme, so that there is always somebody. */
export async function leadsOf(tx: Tx, team: string, except?: string): Promise<string[]> {
  const leads = (await withRole(tx, 'team-lead').where('team_id', '=', team).execute()).filter(({ id }) => id !== except);
  const found = leads.length ? leads : await withRole(tx, 'programme-manager').execute();
  return found.map(({ id }) => id);
}

/** This account while it may still work with agreements, or else the managers of the programme. */
export async function managersOf(tx: Tx, rather?: string): Promise<string[]> {
  const managers = await withRole(tx, 'programme-manager').execute();
  const keepers = rather ? [...managers, ...(await withRole(tx, 'team-lead').execute())].filter(({ id }) => id === rather) : [];
  return (keepers.length ? keepers : managers).map(({ id }) => id);
}

const withRole = (tx: Tx, role: Role) =>
  tx
    .withTables<Tables>()
    .selectFrom('account')
    .select('id')
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`${role} = any(roles)`)
    .orderBy('id');

/** Whoever may sit in a steering group, by name: its members, leads and managers. */
export async function steeringAccounts(tx: Tx): Promise<{ id: string; name: string }[]> {
  const rows = await tx
    .withTables<{ account: { id: string; name: string; roles: Role[]; disabled_at: Date | null } }>()
    .selectFrom('account')
    .select(['id', 'name'])
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`roles && array['steering-member', 'team-lead', 'programme-manager']`)
    .orderBy(sql`lower(unaccent(name))`)
    .orderBy('id')
    .execute();
  return rows;
}
