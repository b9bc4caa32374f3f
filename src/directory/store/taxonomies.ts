import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Taxonomy, Term } from '../taxonomy.ts';
import { asJson } from './put.ts';

type Told = Pick<Taxonomy, 'id' | 'name' | 'description' | 'uri' | 'version'> & { metadata: unknown };

export const termColumns = sql`id, taxonomy_id, parent_id, code, name, description, language, term_uri, taxonomy, document`;
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

/** Adds what records say of taxonomies and terms. A list that was imported whole is not changed by what records say of it. */
export async function addTold(tx: Tx, taxonomies: readonly Told[], terms: readonly Term[], at: Date): Promise<void> {
  if (taxonomies.length) {
    const rows = asJson(taxonomies.map((taxonomy) => ({ ...taxonomy, source: 'feed', imported_at: at })));
    await sql`
      insert into taxonomy (id, name, description, uri, version, source, imported_at, metadata)
      select id, name, description, uri, version, source, imported_at, metadata from jsonb_populate_recordset(null::taxonomy, ${rows})
      on conflict (programme_id, id) do update set name = excluded.name, description = excluded.description, uri = excluded.uri,
        version = excluded.version, metadata = excluded.metadata
      where taxonomy.source = 'feed' and (taxonomy.name, taxonomy.description, taxonomy.uri, taxonomy.version, taxonomy.metadata)
        is distinct from (excluded.name, excluded.description, excluded.uri, excluded.version, excluded.metadata)`.execute(tx);
  }
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
