import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Taxonomy, Term } from '../taxonomy.ts';

export type TaxonomyCounted = Taxonomy & { terms: number; retired: number };
type TaxonomyRow = Omit<Taxonomy, 'licenceUri' | 'importedAt'> & { licence_uri: string | null; imported_at: Date };

const toTaxonomy = <R extends TaxonomyRow>({ licence_uri, imported_at, ...row }: R) => ({
  ...row,
  licenceUri: licence_uri,
  importedAt: imported_at,
});
const columns = sql`x.id, x.name, x.description, x.uri, x.version, x.licence, x.licence_uri, x.source, x.imported_at, x.outcome`;

export async function findTaxonomy(tx: Tx, id: string): Promise<Taxonomy | undefined> {
  const { rows } = await sql<TaxonomyRow>`select ${columns} from taxonomy x where x.id = ${id}`.execute(tx);
  return rows[0] && toTaxonomy(rows[0]);
}

/** Every list, with how many terms it has and how many of them it no longer has. */
export async function allTaxonomies(tx: Tx): Promise<TaxonomyCounted[]> {
  const { rows } = await sql<TaxonomyRow & { terms: number; retired: number }>`
    select ${columns}, count(t.id) filter (where not t.retired) as terms, count(t.id) filter (where t.retired) as retired
    from taxonomy x left join taxonomy_term t on t.taxonomy_id = x.id
    group by x.programme_id, x.id order by folded(x.name), x.id`.execute(tx);
  return rows.map(toTaxonomy);
}

export type TermSeen = Term & { retired: boolean; parentName: string | null };
type TermRow = Omit<TermSeen, 'taxonomyId' | 'parentId' | 'termUri' | 'parentName'> & {
  taxonomy_id: string | null;
  parent_id: string | null;
  term_uri: string | null;
  parent_name: string | null;
};
const toTerm = ({ taxonomy_id, parent_id, term_uri, parent_name, ...row }: TermRow): TermSeen => ({
  ...row,
  taxonomyId: taxonomy_id,
  parentId: parent_id,
  termUri: term_uri,
  parentName: parent_name,
});
const termSelect = sql`
  select t.id, t.taxonomy_id, t.parent_id, t.code, t.name, t.description, t.language, t.term_uri, t.taxonomy, t.document, t.retired,
    p.name as parent_name
  from taxonomy_term t left join taxonomy_term p on p.id = t.parent_id`;

export async function findTerm(tx: Tx, id: string): Promise<TermSeen | undefined> {
  const { rows } = await sql<TermRow>`${termSelect} where t.id = ${id}`.execute(tx);
  return rows[0] && toTerm(rows[0]);
}

/** The terms of one list that are not retired: their ids, codes, names and whether they stand at the top. */
export async function termsOfTaxonomy(
  tx: Tx,
  taxonomy: string,
): Promise<{ id: string; code: string | null; name: string; isTop: boolean }[]> {
  const { rows } = await sql<{ id: string; code: string | null; name: string; isTop: boolean }>`
    select id, code, name, parent_id is null as "isTop" from taxonomy_term where taxonomy_id = ${taxonomy} and not retired`.execute(tx);
  return rows;
}

export type Shown = 'all' | 'unmatched' | 'retired';
export type TermsPage = { rows: TermSeen[]; total: number };

/** Terms that mean something to us already: settled themselves, or under one that is, or the same as one in a list that was imported. */
const covered = (taxonomy: string) => sql`
  covered as (
    select t.id from taxonomy_term t where t.taxonomy_id = ${taxonomy}
      and (exists (select from term_match m where m.term_id = t.id and m.settled) or exists (select from term_twin w where w.term_id = t.id))
    union
    select t.id from covered c join taxonomy_term t on t.parent_id = c.id where t.taxonomy_id = ${taxonomy}
  )`;

const shownOf: Record<Shown, ReturnType<typeof sql>> = {
  all: sql`not t.retired`,
  unmatched: sql`not t.retired and not exists (select from covered c where c.id = t.id)`,
  retired: sql`t.retired`,
};

/** One page of a list by name, those with words in their name or code. */
export async function pageOfTerms(
  tx: Tx,
  taxonomy: string,
  { show, words, page, size }: { show: Shown; words: string; page: number; size: number },
): Promise<TermsPage> {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const where = sql`t.taxonomy_id = ${taxonomy} and ${shownOf[show]}
    ${words ? sql`and (folded(t.name) like folded(${like}) or lower(t.code) like lower(${like}))` : sql``}`;
  const { rows } = await sql<TermRow>`
    with recursive ${covered(taxonomy)} ${termSelect} where ${where}
    order by folded(t.name), t.id limit ${size} offset ${(page - 1) * size}`.execute(tx);
  const count = await sql<{
    n: number;
  }>`with recursive ${covered(taxonomy)} select count(*) as n from taxonomy_term t where ${where}`.execute(tx);
  return { rows: rows.map(toTerm), total: count.rows[0]!.n };
}

/** How many terms of a list nobody has matched, nor any of those above them. */
export async function countUnmatched(tx: Tx, taxonomy: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with recursive ${covered(taxonomy)} select count(*) as n from taxonomy_term t
    where t.taxonomy_id = ${taxonomy} and ${shownOf.unmatched}`.execute(tx);
  return rows[0]!.n;
}

/** The terms of other lists with this code, address or name, at most so many. */
export async function termsLike(tx: Tx, text: string, except: string, limit: number): Promise<TermSeen[]> {
  const { rows } = await sql<TermRow>`
    ${termSelect} where (t.code = ${text} or t.term_uri = ${text} or folded(t.name) = folded(${text})) and t.id <> ${except} and not t.retired
    order by t.taxonomy_id, t.id limit ${limit}`.execute(tx);
  return rows.map(toTerm);
}
