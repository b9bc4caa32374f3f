import { type Expression, sql, type SqlBool } from 'kysely';
import type { Need } from '../../directory/index.ts';
import type { Closure } from '../../referrals/index.ts';
import { addDays, type CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Filters, Sort } from '../caseload.ts';
import type { HoldReason } from '../holding.ts';
import type { TaskKind } from '../task.ts';
import type { Weight } from '../weight.ts';
import type { HeldColumns } from './holdings.ts';
import { type SupportRow, type Tables as All, tables as all } from './tables.ts';
import { weightSum } from './weights.ts';

export const pageSize = 50;

/** One worker's, or a whole team's. */
export type Whose = { linkWorker: string } | { team: string };
export type CaseloadQuery = {
  whose: Whose;
  stage: 'open' | 'closed';
  sort: Sort;
  filters: Filters;
  /** Words of a name. */
  name: string;
  today: CalendarDay;
  now: Date;
  page: number;
  /** Rows on a page; one more is looked for, to know whether there is another page. */
  size: number;
};

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
  weight: Weight | null;
  suggestedWeight: Weight;
  heldSince: string | null;
  heldBecause: HoldReason | null;
  heldFor: string;
  risk: boolean;
  closedBecause: Closure | null;
  closedAt: Date | null;
};

type Tables = Omit<All, 'support'> & { support: SupportRow & HeldColumns & { weight: Weight | null; suggested_weight: Weight } };
const tables = (tx: Tx) => all(tx).withTables<Tables>();

const waitingSince = sql<Date>`coalesce(last_contact_at, started_at)`;
/** While somebody waits for what is not in the worker's hands, only looking again at the wait is late. */
const isLate = (today: CalendarDay) => sql<boolean>`(next_due < ${today} and (held_since is null or next_kind = 'holding-review'))`;
/** Something is known or was raised that might hurt them or others; what it is stands in the record. */
const isAtRisk = sql<boolean>`(exists (select from risk r where r.programme_id = s.programme_id and r.person_id = s.person_id and r.ended_on is null)
  or exists (select from risk_raised r where r.programme_id = s.programme_id and r.person_id = s.person_id and (r.lead_at is null or r.worker_at is null)))`;

const theirs = (whose: Whose) =>
  'team' in whose ? sql<SqlBool>`team_id = ${whose.team}` : sql<SqlBool>`link_worker_id = ${whose.linkWorker}`;

/**
 * A page of a caseload and one row more, when there is one. The page is cut out of the supports before anybody's name is looked up,
 * unless it is sorted by name or asks for what only the person tells.
 */
export function caseloadRows(tx: Tx, query: CaseloadQuery): Promise<CaseloadRow[]> {
  const { whose, stage, sort, filters, name, page, size } = query;
  const [limit, offset] = [size + 1, (page - 1) * size];
  const order = stage === 'closed' ? sql`closed_at desc` : orderOf[sort];
  const ofPerson = personFilters(filters, name);
  const cutLater = sort === 'name' || ofPerson.length > 0;
  const those = tables(tx)
    .selectFrom('support as s')
    .selectAll('s')
    .where('stage', '=', stage)
    .where(theirs(whose))
    .where((eb) => eb.and(stage === 'open' ? supportFilters(query) : []));
  const supports = cutLater ? those : those.orderBy(order).orderBy('id').limit(limit).offset(offset);
  const named = tables(tx)
    .selectFrom(supports.as('s'))
    .innerJoinLateral(
      // With a limit it is looked up for each support; without, the planner may read everybody to sort a team by name.
      (eb) => eb.selectFrom('person_in_list').selectAll().whereRef('person_in_list.id', '=', 's.person_id').limit(1).as('p'),
      (join) => join.onTrue(),
    )
    .where((eb) => eb.and(ofPerson))
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
      'weight',
      'suggested_weight as suggestedWeight',
      'held_since as heldSince',
      'held_because as heldBecause',
      'held_for as heldFor',
      isAtRisk.as('risk'),
      'closed_because as closedBecause',
      'closed_at as closedAt',
    ]);
  const sorted = named.orderBy(sort === 'name' && stage === 'open' ? sql`sort_name` : order).orderBy('s.id');
  return (cutLater ? sorted.limit(limit).offset(offset) : sorted).execute();
}

const orderOf = {
  pressing: sql`next_due`,
  name: sql`next_due`,
  contact: waitingSince,
  weight: sql`coalesce(weight, suggested_weight) desc, next_due`,
} satisfies Record<Sort, unknown>;

function supportFilters({ filters: { need, held, unmet, when, risk, silent }, today, now }: CaseloadQuery): Expression<SqlBool>[] {
  const asked: Expression<SqlBool>[] = [];
  if (need) asked.push(sql<SqlBool>`${need} = any(needs)`);
  if (held === 'any') asked.push(sql<SqlBool>`held_since is not null`);
  else if (held === 'no') asked.push(sql<SqlBool>`held_since is null`);
  else if (held) asked.push(sql<SqlBool>`held_because = ${held}`);
  if (unmet) asked.push(sql<SqlBool>`last_contact_at is null`);
  if (when === 'late') asked.push(isLate(today));
  if (when === 'today') asked.push(sql<SqlBool>`next_due <= ${today}`);
  if (when === 'week') asked.push(sql<SqlBool>`next_due <= ${addDays(today, 7)}`);
  if (risk) asked.push(isAtRisk);
  if (silent) asked.push(sql<SqlBool>`${waitingSince} < ${new Date(now.getTime() - silent * 86_400_000)}`);
  return asked;
}

/** Each word of the name, from the beginning of a word, whatever its case and accents. */
function personFilters({ place, interpreter }: Filters, name: string): Expression<SqlBool>[] {
  const asked: Expression<SqlBool>[] = [];
  if (place) asked.push(sql<SqlBool>`place = ${place}`);
  if (interpreter) asked.push(sql<SqlBool>`interpreter <> ''`);
  for (const word of name.split(/\s+/).filter(Boolean)) {
    const begins = word.replaceAll(/[\\%_]/g, String.raw`\$&`);
    asked.push(sql<SqlBool>`' ' || folded(given_name || ' ' || family_name || ' ' || chosen_name) like '% ' || folded(${begins}) || '%'`);
  }
  return asked;
}

export type Figures = {
  people: number;
  late: number;
  today: number;
  unmet: number;
  longestSince: Date | null;
  held: number;
  heldSince: string | null;
  weight: number;
};

/**
 * `unmet` have not been in touch yet; `longestSince` is when the one who has waited longest for the worker last was, or was taken on.
 * Those who wait for something else are counted apart.
 */
export async function caseloadFigures(tx: Tx, whose: Whose, today: string, heldCountsPercent: number): Promise<Figures> {
  return tables(tx)
    .selectFrom('support as s')
    .where('stage', '=', 'open')
    .where(theirs(whose))
    .select(({ fn }) => [
      fn.countAll<number>().as('people'),
      fn.countAll<number>().filterWhere(isLate(today)).as('late'),
      fn
        .countAll<number>()
        .filterWhere(sql<SqlBool>`next_due <= ${today} and (held_since is null or next_kind = 'holding-review')`)
        .as('today'),
      fn.countAll<number>().filterWhere('last_contact_at', 'is', null).as('unmet'),
      sql<Date | null>`min(${waitingSince}) filter (where held_since is null)`.as('longestSince'),
      fn.countAll<number>().filterWhere('held_since', 'is not', null).as('held'),
      fn.min('held_since').as('heldSince'),
      weightSum(heldCountsPercent).as('weight'),
    ])
    .executeTakeFirstOrThrow();
}

/** Where the people of a caseload live, for choosing from. */
export async function placesOf(tx: Tx, whose: Whose): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('support as s')
    .innerJoin('person_in_list as p', 'p.id', 's.person_id')
    .select('place')
    .distinct()
    .where('stage', '=', 'open')
    .where(theirs(whose))
    .where('place', '!=', '')
    .orderBy('place')
    .limit(200)
    .execute();
  return rows.map(({ place }) => place);
}
