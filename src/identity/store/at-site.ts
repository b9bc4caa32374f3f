import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Role } from '../asker.ts';

/** The ids of those who may sign in now and have this role: at some practices, at all practices of a team, or in the team itself. */
export async function accountsAt(
  tx: Tx,
  role: Role,
  at: { practices: readonly string[] } | { practicesOf: string } | { team: string },
): Promise<string[]> {
  const there =
    'practices' in at
      ? sql`practice_id = any(${[...at.practices]}::uuid[])`
      : 'team' in at
        ? sql`team_id = ${at.team}`
        : sql`practice_id in (select id from practice where team_id = ${at.practicesOf})`;
  const { rows } = await sql<{ id: string }>`
    select id from account where ${there} and ${role} = any(roles) and disabled_at is null order by id`.execute(tx);
  return rows.map(({ id }) => id);
}
