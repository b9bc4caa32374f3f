import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import { columnsIn, draftOf } from './columns.ts';
import { type Draft, type Reading, type Rejected, UnreadableFile } from './file.ts';
import { taxonomyIn, termIn } from './read-term.ts';

/** A list of terms: a plain list, or what an HSDS server answers at /taxonomy_terms. */
export function readJson(document: unknown): Reading {
  const items = listIn(document);
  const told = items.map(taxonomyIn).find((taxonomy) => taxonomy !== undefined);
  const about = told && {
    id: told.id,
    name: told.name,
    description: told.description,
    ...(told.uri && { uri: told.uri }),
    ...(told.version && { version: told.version }),
  };
  return { about: about ?? {}, rows: items.map((item, index) => toDraft(item, `item ${index + 1}`, told?.id)) };
}

function listIn(document: unknown): Raw[] {
  const lists = Array.isArray(document)
    ? [document]
    : isRaw(document)
      ? ['contents', 'taxonomy_terms', 'terms', 'concepts', 'items', 'data'].map((name) => document[name])
      : [];
  const items = lists.map(rawsIn).find(({ length }) => length > 0);
  if (!items) throw new UnreadableFile('no-terms');
  return items;
}

/** The fields that only HSDS has tell its terms from a plain list's. */
const isOfHsds = (item: Raw): boolean =>
  ['taxonomy_detail', 'parent_id', 'taxonomy_id', 'term_uri', 'taxonomy'].some((field) => field in item);

function toDraft(item: Raw, at: string, taxonomy: string | undefined): Draft | Rejected {
  const term = isOfHsds(item) ? termIn(item) : undefined;
  if (term) {
    const own = taxonomyIn(item)?.id;
    if (own !== undefined && own !== taxonomy) return { at, why: 'other-list' };
    const { id, parentId, code, name, description, language, termUri, document } = term;
    return { at, key: id, id, ...(parentId && { parentId }), code, name, description, language, termUri, document };
  }
  const columns = columnsIn(Object.keys(item));
  if (columns) return draftOf(item, columns, at);
  return { at, why: textIn(item['id']) ? 'no-name' : 'no-code' };
}
