import { idFrom } from '../feed/ids.ts';
import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';

/** The taxonomy terms that a service carries, with the taxonomy of each where that is told. */
export function termsIn(service: Raw): { service: string; term: string; taxonomy: string | null }[] {
  return rawsIn(service['attributes']).flatMap((attribute) => {
    const term = isRaw(attribute['taxonomy_term']) ? attribute['taxonomy_term'] : {};
    const id = textIn(term['id']) || textIn(attribute['taxonomy_term_id']);
    if (!id) return [];
    const detail = isRaw(term['taxonomy_detail']) ? textIn(term['taxonomy_detail']['id']) : '';
    const taxonomy = detail || textIn(term['taxonomy_id']);
    return [{ service: textIn(service['id']), term: idFrom(id), taxonomy: taxonomy ? idFrom(taxonomy) : null }];
  });
}
