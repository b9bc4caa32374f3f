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

const withRole = (tx: Tx, role: Role) =>
  tx
    .withTables<Tables>()
    .selectFrom('account')
    .select('id')
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`${role} = any(roles)`)
    .orderBy('id');
