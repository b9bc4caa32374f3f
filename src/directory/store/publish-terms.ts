import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Asking } from '../published.ts';
import { asJson } from './put.ts';

type Part = RawBuilder<unknown>;

/** Our own lists, which stand in no table, as rows of the tables that hold those of others. */
export type Own = { taxonomies: readonly TaxonomyRow[]; terms: readonly TermRow[] };
export type TaxonomyRow = {
  id: string;
  name: string;
  description: string;
  uri: string | null;
  version: string | null;
  licence: string;
  licence_uri: string | null;
};
export type TermRow = {
  id: string;
  taxonomy_id: string | null;
  parent_id: string | null;
  code: string | null;
  name: string;
  description: string;
  language: string | null;
  term_uri: string | null;
  taxonomy: string | null;
};
type Asked = Asking & { own: Own };

const taxonomyColumns = sql`id, name, description, uri, version, licence, licence_uri`;
const termColumns = sql`id, taxonomy_id, parent_id, code, name, description, language, term_uri, taxonomy`;

const everyTaxonomy = ({ taxonomies }: Own): Part => sql`(
  select ${taxonomyColumns} from taxonomy
  union all select ${taxonomyColumns} from jsonb_populate_recordset(null::taxonomy, ${asJson(taxonomies)})) as x`;

const everyTerm = ({ terms }: Own, { retired = false } = {}): Part => sql`(
  select ${termColumns} from taxonomy_term where ${retired ? sql`true` : sql`not retired`}
  union all select ${termColumns} from jsonb_populate_recordset(null::taxonomy_term, ${asJson(terms)})) as x`;

const saying = (words: string): Part[] =>
  words ? [sql`to_tsvector('english', folded(concat_ws(' ', name, description))) @@ plainto_tsquery('english', folded(${words}))`] : [];

export const taxonomiesAsked = ({ own, words }: Asked) => ({ from: everyTaxonomy(own), id: sql`x.id`, where: saying(words) });

export const termsAsked = ({ own, words, taxonomies, terms, parent, topOnly }: Asked) => ({
  from: everyTerm(own),
  id: sql`x.id`,
  where: [
    ...saying(words),
    ...taxonomies.map((id) => sql`x.taxonomy_id = ${id}::uuid`),
    ...terms.map((id) => sql`x.id = ${id}::uuid`),
    ...(parent ? [sql`x.parent_id = ${parent}::uuid`] : []),
    ...(topOnly ? [sql`x.parent_id is null`] : []),
  ],
});

/** For each term and each taxonomy that is asked for, the services that carry it. */
export const carryingTerms = ({ terms, taxonomies, own }: Asked): Part[] => [
  ...terms.map((id) => sql`select service_id from service_term where term_id = ${id}::uuid`),
  ...taxonomies.map((id) => {
    const ours = own.terms.filter((term) => term.taxonomy_id === id.toLowerCase()).map((term) => term.id);
    return ours.length
      ? sql`select service_id from service_term where term_id = any(${ours}::uuid[])`
      : sql`select service_id from service_term where taxonomy_id = ${id}::uuid
          union all select service_id from service_term where term_id in (select id from taxonomy_term where taxonomy_id = ${id}::uuid)`;
  }),
];

export async function taxonomiesById(tx: Tx, own: Own, ids: readonly string[]): Promise<TaxonomyRow[]> {
  const { rows } = await sql<TaxonomyRow>`
    select ${taxonomyColumns} from ${everyTaxonomy(own)} where id = any(${ids}::uuid[]) order by id`.execute(tx);
  return rows;
}

/** Terms, those too that are no longer in their list. */
export async function termsById(tx: Tx, own: Own, ids: readonly string[]): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    select ${termColumns} from ${everyTerm(own, { retired: true })} where id = any(${ids}::uuid[]) order by id`.execute(tx);
  return rows;
}
