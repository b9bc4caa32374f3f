import type { Tx } from '../../platform/database.ts';
import { meaningOf } from '../crosswalk.ts';
import { idFrom } from '../feed/ids.ts';
import type { MeaningOf } from '../feed/map-terms.ts';
import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import { nodesFor } from '../store/crosswalk.ts';

/** What the programme's crosswalk says of the terms that these services carry. Their terms must have been noted. */
export async function meaningsFor(tx: Tx, services: readonly Raw[]): Promise<MeaningOf> {
  const ids = new Set(services.flatMap(carried).map(idFrom));
  const nodes = await nodesFor(tx, [...ids]);
  const meanings = new Map([...ids].map((id) => [id, meaningOf(id, nodes)?.meaning]));
  return (term) => meanings.get(idFrom(term['id']));
}

/** Every `taxonomy_term` that a service carries. */
export const termsCarried = (service: Raw): Raw[] =>
  rawsIn(service['attributes']).flatMap(({ taxonomy_term: term }) => (isRaw(term) && textIn(term['id']) ? [term] : []));

const carried = (service: Raw): unknown[] => termsCarried(service).map((term) => term['id']);
