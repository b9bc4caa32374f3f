import { sql } from 'kysely';
import type { Need } from '../../directory/index.ts';
import type { Closure } from '../../referrals/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { TaskKind } from '../task.ts';
import { tables } from './tables.ts';

export const pageSize = 50;

/** One worker's, or a whole team's. */
export type Whose = { linkWorker: string } | { team: string };
export type Sort = 'pressing' | 'name' | 'contact';
export type CaseloadQuery = { whose: Whose; stage: 'open' | 'closed'; sort: Sort; page: number };

export type CaseloadRow = {
  person: string;
  linkWorker: string;
  givenName: string;
  familyName: string;
  chosenName: string;
  dateOfBirth: string;
  place: string;
  interpreter: string;
  needs: Need[];
  startedAt: Date;
  lastContactAt: Date | null;
  nextDue: string | null;
  nextKind: TaskKind | null;
  nextNote: string;
  closedBecause: Closure | null;
  closedAt: Date | null;
};

const waitingSince = sql<Date>`coalesce(last_contact_at, started_at)`;

/**
 * A page of a caseload and one row more, when there is one. The page is cut out of the supports before anybody's name is looked up,
 * unless it is sorted by name.
 */
export function caseloadRows(tx: Tx, { whose, stage, sort, page }: CaseloadQuery): Promise<CaseloadRow[]> {
  const some = tables(tx).selectFrom('support').selectAll().where('stage', '=', stage);
  const theirs = 'team' in whose ? some.where('team_id', '=', whose.team) : some.where('link_worker_id', '=', whose.linkWorker);
  const [limit, offset] = [pageSize + 1, (page - 1) * pageSize];
  const order = stage === 'closed' ? sql`closed_at desc` : sort === 'contact' ? waitingSince : sql`next_due`;
  const supports = sort === 'name' ? theirs : theirs.orderBy(order).orderBy('id').limit(limit).offset(offset);
  const named = tables(tx)
    .selectFrom(supports.as('s'))
    .innerJoinLateral(
      // With a limit it is looked up for each support; without, the planner may read everybody to sort a team by name.
      (eb) => eb.selectFrom('person_in_list').selectAll().whereRef('person_in_list.id', '=', 's.person_id').limit(1).as('p'),
      (join) => join.onTrue(),
    )
    .select([
      'p.id as person',
      'link_worker_id as linkWorker',
      'given_name as givenName',
      'family_name as familyName',
      'chosen_name as chosenName',
      'date_of_birth as dateOfBirth',
      'place',
      'interpreter',
      'needs',
      'started_at as startedAt',
      'last_contact_at as lastContactAt',
      'next_due as nextDue',
      'next_kind as nextKind',
      'next_note as nextNote',
      'closed_because as closedBecause',
      'closed_at as closedAt',
    ]);
  const sorted = sort === 'name' ? named.orderBy('sort_name').limit(limit).offset(offset) : named.orderBy(order);
  return sorted.orderBy('s.id').execute();
}

export type Figures = { people: number; late: number; today: number; unmet: number; longestSince: Date | null };

/** `unmet` have not been in touch yet; `longestSince` is when the one who has waited longest last was, or was taken on. */
export async function caseloadFigures(tx: Tx, whose: Whose, today: string): Promise<Figures> {
  const open = tables(tx).selectFrom('support').where('stage', '=', 'open');
  const theirs = 'team' in whose ? open.where('team_id', '=', whose.team) : open.where('link_worker_id', '=', whose.linkWorker);
  return theirs
    .select(({ fn }) => [
      fn.countAll<number>().as('people'),
      fn.countAll<number>().filterWhere('next_due', '<', today).as('late'),
      fn.countAll<number>().filterWhere('next_due', '<=', today).as('today'),
      fn.countAll<number>().filterWhere('last_contact_at', 'is', null).as('unmet'),
      sql<Date | null>`min(${waitingSince})`.as('longestSince'),
    ])
    .executeTakeFirstOrThrow();
}
