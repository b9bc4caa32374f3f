import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Role } from '../asker.ts';

/** Whoever supports people, leads those who do, or is named: those who have left included, for the people that they leave. */
export type Staff = {
  id: string;
  name: string;
  roles: Role[];
  team: string | null;
  active: boolean;
  /** Whether they have chosen a password yet. */
  joined: boolean;
  signedInAt: Date | null;
};

type Tables = {
  account: {
    id: string;
    name: string;
    roles: Role[];
    team_id: string | null;
    password_hash: string | null;
    disabled_at: Date | null;
    signed_in_at: Date | null;
  };
};

export const staffOf = (tx: Tx, named: readonly string[] = []): Promise<Staff[]> =>
  tx
    .withTables<Tables>()
    .selectFrom('account')
    .select((cols) => [
      'id',
      'name',
      'roles',
      'team_id as team',
      'signed_in_at as signedInAt',
      cols('disabled_at', 'is', null).as('active'),
      cols('password_hash', 'is not', null).as('joined'),
    ])
    .where((cols) =>
      cols.or([sql<boolean>`roles && array['link-worker', 'team-lead']`, ...(named.length ? [cols('id', 'in', [...named])] : [])]),
    )
    .$castTo<Staff>()
    .orderBy(sql`lower(unaccent(name))`)
    .orderBy('id')
    .execute();
