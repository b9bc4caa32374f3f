import type { Taxonomy, Term } from '../taxonomy.ts';
import { idFrom } from '../feed/ids.ts';
import { isRaw, isSaid, type Raw, textIn } from '../feed/raw.ts';

const columns = new Set([
  ...['id', 'taxonomy_id', 'parent_id', 'code', 'name', 'term', 'description', 'language', 'term_uri', 'taxonomy', 'taxonomy_detail'],
]);

const orNull = (value: unknown): string | null => textIn(value) || null;
const idOrNull = (value: unknown): string | null => (textIn(value) ? idFrom(value) : null);

/** A `taxonomy_term` of HSDS (or of the UK profile 2, where its name is `term`); undefined for one that has no name or no id. */
export function termIn(raw: Raw): Term | undefined {
  const name = textIn(raw['name']) || textIn(raw['term']);
  if (!name || !textIn(raw['id'])) return undefined;
  const detail = raw['taxonomy_detail'];
  return {
    id: idFrom(raw['id']),
    taxonomyId: idOrNull(raw['taxonomy_id']) ?? (isRaw(detail) ? idOrNull(detail['id']) : null),
    parentId: idOrNull(raw['parent_id']),
    code: orNull(raw['code']),
    name,
    description: textIn(raw['description']),
    language: orNull(raw['language']),
    termUri: orNull(raw['term_uri']),
    taxonomy: orNull(raw['taxonomy']),
    document: Object.fromEntries(Object.entries(raw).filter(([field, value]) => !columns.has(field) && isSaid(value))),
  };
}

export type TaxonomyTold = Pick<Taxonomy, 'id' | 'name' | 'description' | 'uri' | 'version'> & { metadata: unknown };

/** The `taxonomy_detail` of a term of HSDS. */
export function taxonomyIn(raw: Raw): TaxonomyTold | undefined {
  const detail = raw['taxonomy_detail'];
  if (!isRaw(detail) || !textIn(detail['id']) || !textIn(detail['name'])) return undefined;
  return {
    id: idFrom(detail['id']),
    name: textIn(detail['name']),
    description: textIn(detail['description']),
    uri: orNull(detail['uri']),
    version: orNull(detail['version']),
    metadata: Array.isArray(detail['metadata']) ? detail['metadata'] : [],
  };
}
