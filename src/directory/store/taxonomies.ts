import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Taxonomy, Term } from '../taxonomy.ts';
import { asJson } from './put.ts';

type Told = Pick<Taxonomy, 'id' | 'name' | 'description' | 'uri' | 'version'> & { metadata: unknown };

const termColumns = sql`id, taxonomy_id, parent_id, code, name, description, language, term_uri, taxonomy, document`;
const changed = sql`taxonomy_id = excluded.taxonomy_id, parent_id = excluded.parent_id, code = excluded.code, name = excluded.name,
  description = excluded.description, language = excluded.language, term_uri = excluded.term_uri, taxonomy = excluded.taxonomy,
  document = excluded.document, retired = false, seen_in = coalesce(excluded.seen_in, taxonomy_term.seen_in)`;

/** The columns of terms, from rows in JSON. */
const rowsOf = (terms: readonly Term[], seenIn: string | null = null) =>
  asJson(
    terms.map(({ taxonomyId, parentId, termUri, ...term }) => ({
      ...term,
      taxonomy_id: taxonomyId,
      parent_id: parentId,
      term_uri: termUri,
      retired: false,
      seen_in: seenIn,
    })),
  );

/**
 * Adds what records say of taxonomies and terms. A list that was imported whole is not changed by what records say of it; one that is only
 * hinted at changes nothing that is known.
 */
export async function addTold(
  tx: Tx,
  { told, hinted }: { told: readonly Told[]; hinted: readonly Told[] },
  terms: readonly Term[],
  at: Date,
): Promise<void> {
  const rows = (taxonomies: readonly Told[]) => asJson(taxonomies.map((each) => ({ ...each, source: 'feed', imported_at: at })));
  const insert = (taxonomies: readonly Told[]) => sql`
    insert into taxonomy (id, name, description, uri, version, source, imported_at, metadata)
    select id, name, description, uri, version, source, imported_at, metadata from jsonb_populate_recordset(null::taxonomy, ${rows(taxonomies)})
    on conflict (programme_id, id)`;
  if (told.length) {
    await sql`${insert(told)} do update set name = excluded.name, description = excluded.description, uri = excluded.uri,
        version = excluded.version, metadata = excluded.metadata
      where taxonomy.source = 'feed' and (taxonomy.name, taxonomy.description, taxonomy.uri, taxonomy.version, taxonomy.metadata)
        is distinct from (excluded.name, excluded.description, excluded.uri, excluded.version, excluded.metadata)`.execute(tx);
  }
  if (hinted.length) await sql`${insert(hinted)} do nothing`.execute(tx);
  if (!terms.length) return;
  await sql`
    insert into taxonomy_term (${termColumns})
    select ${termColumns} from jsonb_populate_recordset(null::taxonomy_term, ${rowsOf(terms)})
    on conflict (programme_id, id) do update set ${changed}
    where not exists (select from taxonomy t where t.id = taxonomy_term.taxonomy_id and t.source <> 'feed')
      and (taxonomy_term.taxonomy_id, taxonomy_term.parent_id, taxonomy_term.code, taxonomy_term.name, taxonomy_term.description,
        taxonomy_term.language, taxonomy_term.term_uri, taxonomy_term.taxonomy, taxonomy_term.document)
        is distinct from (excluded.taxonomy_id, excluded.parent_id, excluded.code, excluded.name, excluded.description, excluded.language,
          excluded.term_uri, excluded.taxonomy, excluded.document)`.execute(tx);
}

/** What is known of terms that are to be put in: whether this import had them already, whether another whole list holds them, and whether nothing is new. */
export type KnownTerm = { id: string; twice: boolean; elsewhere: boolean; same: boolean };

export async function knownTerms(tx: Tx, terms: readonly Term[], taxonomy: string, run: string): Promise<Map<string, KnownTerm>> {
  const { rows } = await sql<KnownTerm>`
    select t.id, t.seen_in is not distinct from ${run}::uuid as twice,
      t.taxonomy_id <> ${taxonomy} and exists (select from taxonomy x where x.id = t.taxonomy_id and x.source <> 'feed') as elsewhere,
      not t.retired and (t.taxonomy_id, t.parent_id, t.code, t.name, t.description, t.language, t.term_uri, t.taxonomy, t.document)
        is not distinct from (n.taxonomy_id, n.parent_id, n.code, n.name, n.description, n.language, n.term_uri, n.taxonomy, n.document) as same
    from jsonb_populate_recordset(null::taxonomy_term, ${rowsOf(terms)}) n join taxonomy_term t on t.id = n.id`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function putTerms(tx: Tx, terms: readonly Term[], run: string): Promise<void> {
  if (!terms.length) return;
  await sql`
    insert into taxonomy_term (${termColumns}, seen_in)
    select ${termColumns}, seen_in from jsonb_populate_recordset(null::taxonomy_term, ${rowsOf(terms, run)})
    on conflict (programme_id, id) do update set ${changed}`.execute(tx);
}

export async function putTaxonomy(tx: Tx, { licenceUri, importedAt, outcome, ...taxonomy }: Taxonomy): Promise<void> {
  await sql`
    insert into taxonomy (id, name, description, uri, version, licence, licence_uri, source, imported_at, outcome)
    values (${taxonomy.id}, ${taxonomy.name}, ${taxonomy.description}, ${taxonomy.uri}, ${taxonomy.version}, ${taxonomy.licence}, ${licenceUri},
      ${taxonomy.source}, ${importedAt}, ${asJson(outcome)})
    on conflict (programme_id, id) do update set name = excluded.name, description = excluded.description, uri = excluded.uri,
      version = excluded.version, licence = excluded.licence, licence_uri = excluded.licence_uri, source = excluded.source,
      imported_at = excluded.imported_at, outcome = excluded.outcome`.execute(tx);
}

/** Marks the terms of a list that this import did not have. */
export async function retireUnseen(tx: Tx, taxonomy: string, run: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update taxonomy_term set retired = true
    where taxonomy_id = ${taxonomy} and not retired and seen_in is distinct from ${run}::uuid`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** How many terms of a list name a parent that it does not have. */
export async function countLostParents(tx: Tx, taxonomy: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from taxonomy_term t where taxonomy_id = ${taxonomy} and not retired and parent_id is not null
      and not exists (select from taxonomy_term p where p.id = t.parent_id)`.execute(tx);
  return rows[0]!.n;
}
