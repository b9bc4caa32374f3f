import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Programme, Settings } from '../programme.ts';
import type { Practice, Team } from '../store.ts';

export type PracticeSeen = Practice & { rowVersion: number };
export type TeamSeen = Team & { rowVersion: number };

type Tables = {
  practice: { id: string; name: string; place: string; code: string; team_id: string; row_version: number };
  team: { id: string; name: string; email: string | null; phone: string | null; row_version: number };
  programme: { name: string; settings: string; row_version: number };
};

const tables = (tx: Tx) => tx.withTables<Tables>();
const byName = sql`lower(unaccent(name))`;

export const practicesSeen = (tx: Tx): Promise<PracticeSeen[]> =>
  tables(tx)
    .selectFrom('practice')
    .select(['id', 'name', 'place', 'code', 'team_id as team', 'row_version as rowVersion'])
    .orderBy(byName)
    .orderBy('id')
    .execute();

export const teamsSeen = (tx: Tx): Promise<TeamSeen[]> =>
  tables(tx)
    .selectFrom('team')
    .select(['id', 'name', 'email', 'phone', 'row_version as rowVersion'])
    .orderBy(byName)
    .orderBy('id')
    .execute();

/** Each saves over the version that was read; false when somebody else has saved meanwhile. */
export async function updatePractice(tx: Tx, { id, name, place, code = '', team, rowVersion }: PracticeSeen): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('practice')
    .set({ name, place, code, team_id: team, row_version: rowVersion + 1 })
    .where('id', '=', id)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

export async function updateTeam(tx: Tx, { id, name, email, phone, rowVersion }: TeamSeen): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('team')
    .set({ name, email, phone, row_version: rowVersion + 1 })
    .where('id', '=', id)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

export async function programmeVersion(tx: Tx): Promise<number> {
  return (await tables(tx).selectFrom('programme').select('row_version').executeTakeFirstOrThrow()).row_version;
}

export async function updateProgramme(
  tx: Tx,
  { name, settings }: Pick<Programme, 'name'> & { settings: Settings },
  rowVersion: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('programme')
    .set({ name, settings: JSON.stringify(settings), row_version: rowVersion + 1 })
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}
