import type { Tx } from '../../platform/database.ts';
import { meaningOf } from '../crosswalk.ts';
import { idFrom } from '../feed/ids.ts';
import type { MeaningOf } from '../feed/map-terms.ts';
import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import { nodesFor } from '../store/crosswalk.ts';

/** What the programme's crosswalk says of the terms that these services carry. Their terms must have been noted. */
export async function meaningsFor(tx: Tx, services: readonly Raw[]): Promise<MeaningOf> {
  const ids = new Set(services.flatMap(termsCarried).map((term) => idFrom(term['id'])));
  const nodes = await nodesFor(tx, [...ids]);
  const meanings = new Map([...ids].map((id) => [id, meaningOf(id, nodes)?.meaning]));
  return (term) => meanings.get(idFrom(term['id']));
}

/** Every `taxonomy_term` that a document carries, and that whatever belongs to it carries. */
export function termsCarried(document: Raw): Raw[] {
  const terms: Raw[] = [];
  const left: unknown[] = [document];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (Array.isArray(part)) for (const each of part as unknown[]) left.push(each ?? null);
    if (!isRaw(part)) continue;
    for (const { taxonomy_term: term } of rawsIn(part['attributes'])) if (isRaw(term) && textIn(term['id'])) terms.push(term);
    left.push(...Object.values(part).filter((value) => typeof value === 'object' && value !== null));
  }
  return terms;
}
