import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Line, TermNode } from '../crosswalk.ts';
import { asJson } from './put.ts';

const linesOf = (term: ReturnType<typeof sql>) => sql`
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('list', c.list, 'code', c.code, 'term', c.to_term_id, 'relation', c.relation))
    order by c.list, c.code, c.to_term_id), '[]') from crosswalk c where c.term_id = ${term})`;

/** These terms, and every term that what they mean could come from. */
export async function nodesFor(tx: Tx, terms: readonly string[]): Promise<Map<string, TermNode & { name: string }>> {
  if (!terms.length) return new Map();
  const { rows } = await sql<TermNode & { id: string; name: string }>`
    with recursive near(id) as (
      select unnest(${[...terms]}::uuid[])
      union
      select e.id from near n cross join lateral (
        select t.parent_id as id from taxonomy_term t where t.id = n.id and t.parent_id is not null
        union all select c.to_term_id from crosswalk c where c.term_id = n.id and c.to_term_id is not null
        union all select w.twin_id from term_twin w where w.term_id = n.id
      ) e
    )
    select t.id, t.name, t.parent_id as parent, case when m.settled then ${linesOf(sql`t.id`)} end as lines,
      array(select w.twin_id::text from term_twin w where w.term_id = t.id order by 1) as twins
    from near join taxonomy_term t on t.id = near.id left join term_match m on m.term_id = t.id`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export type Match = { version: number; lines: Line[] | null; by: string | null; at: Date | null };

/** What was said of one term. Version 0 when nobody has ever said anything. */
export async function matchOf(tx: Tx, term: string): Promise<Match> {
  const { rows } = await sql<Match>`
    select row_version as version, matched_by as by, matched_at as at, case when settled then ${linesOf(sql`m.term_id`)} end as lines
    from term_match m where term_id = ${term}`.execute(tx);
  return rows[0] ?? { version: 0, lines: null, by: null, at: null };
}

/** Nobody else can change what these terms mean until this transaction is over. */
export async function holdTerms(tx: Tx, terms: readonly string[]): Promise<void> {
  await sql`select id from taxonomy_term where id = any(${[...terms]}::uuid[]) order by id for update`.execute(tx);
}

export type NewMatch = { term: string; lines: readonly Line[] | null };

/** Says what terms mean, from now on; null takes back what was said. Answers their versions. */
export async function putMatches(tx: Tx, matches: readonly NewMatch[], by: string | null, at: Date): Promise<Map<string, number>> {
  if (!matches.length) return new Map();
  const { rows } = await sql<{ id: string; version: number }>`
    insert into term_match (term_id, settled, matched_by, matched_at)
    select new.term, new.settled, ${by}::uuid, ${at} from jsonb_to_recordset(${asJson(
      matches.map(({ term, lines }) => ({ term, settled: lines !== null })),
    )}) as new (term uuid, settled boolean)
    on conflict (programme_id, term_id) do update set settled = excluded.settled, row_version = term_match.row_version + 1,
      matched_by = excluded.matched_by, matched_at = excluded.matched_at
    returning term_id as id, row_version as version`.execute(tx);
  await sql`delete from crosswalk where term_id = any(${matches.map(({ term }) => term)}::uuid[])`.execute(tx);
  const lines = matches.flatMap(({ term, lines: each }) =>
    (each ?? []).map((line) =>
      'term' in line ? { term_id: term, to_term_id: line.term, relation: line.relation } : { term_id: term, ...line },
    ),
  );
  await sql`
    insert into crosswalk (term_id, list, code, to_term_id, relation)
    select term_id, list, code, to_term_id, relation from jsonb_populate_recordset(null::crosswalk, ${asJson(lines)})
    on conflict do nothing`.execute(tx);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Those of the terms of which nothing was ever said (`never`), or nothing is said now (`now`). */
export async function unsaidAmong(tx: Tx, terms: readonly string[], when: 'never' | 'now'): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select t.id from taxonomy_term t where t.id = any(${[...terms]}::uuid[])
      and not exists (select from term_match m where m.term_id = t.id and (m.settled or ${when === 'never'}))`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export type ChangedTerm = { term: string; version: number; was: Line[] | null };
export type ChangeKind = 'edited' | 'accepted' | 'brought';
export type Change = {
  id: string;
  taxonomy: string;
  kind: ChangeKind;
  at: Date;
  by: string | null;
  terms: ChangedTerm[];
  undoneAt: Date | null;
};

export async function addChange(tx: Tx, { id, taxonomy, kind, at, by, terms }: Omit<Change, 'undoneAt'>): Promise<void> {
  await sql`
    insert into crosswalk_change (id, taxonomy_id, kind, at, by_account, terms)
    values (${id}, ${taxonomy}, ${kind}, ${at}, ${by}, ${asJson(terms)})`.execute(tx);
}

const changeColumns = sql`id, taxonomy_id as taxonomy, kind, at, by_account as by, terms, undone_at as "undoneAt"`;

/** The latest changes to a list's meanings, the newest first. */
export async function changesOf(tx: Tx, taxonomy: string, limit: number): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select ${changeColumns} from crosswalk_change where taxonomy_id = ${taxonomy} order by at desc, id limit ${limit}`.execute(tx);
  return rows;
}

/** One change, held until this transaction is over. */
export async function takeChange(tx: Tx, taxonomy: string, id: string): Promise<Change | undefined> {
  const { rows } = await sql<Change>`
    select ${changeColumns} from crosswalk_change where id = ${id} and taxonomy_id = ${taxonomy} for update`.execute(tx);
  return rows[0];
}

export async function markUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update crosswalk_change set undone_at = ${at} where id = ${id}`.execute(tx);
}

export async function versionsOfMatches(tx: Tx, terms: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    select term_id as id, row_version as version from term_match where term_id = any(${[...terms]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** The services that carry one of these terms, or one that may mean what it does: under it, matched with it, or the same elsewhere. */
export async function servicesWithTerm(tx: Tx, ...terms: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive touched(id) as (
      select unnest(${[...terms]}::uuid[])
      union
      select e.id from touched n cross join lateral (
        select t.id from taxonomy_term t where t.parent_id = n.id
        union all select c.term_id from crosswalk c where c.to_term_id = n.id
        union all select w.term_id from term_twin w where w.twin_id = n.id
      ) e
    )
    select distinct s.service_id as id from touched join service_term s on s.term_id = touched.id order by 1`.execute(tx);
  return rows.map(({ id }) => id);
}
