import type { Tx } from '../../platform/database.ts';
import type { Raw } from '../feed/raw.ts';
import { codeOf } from '../record/own-terms.ts';
import { addTold } from '../store/taxonomies.ts';
import { taxonomyIn, termIn } from './read-term.ts';

/**
 * Notes the terms that records carry, each a `taxonomy_term` of HSDS with its `taxonomy_detail` where there is one. What was imported as a
 * whole list stays as its list says; our own are known already.
 */
export async function registerTerms(tx: Tx, given: readonly Raw[], at: Date): Promise<void> {
  const theirs = given.flatMap((raw) => {
    const term = termIn(raw);
    return term && !codeOf(term.id) ? [{ term, taxonomy: taxonomyIn(raw) }] : [];
  });
  const taxonomies = new Map(theirs.flatMap(({ taxonomy }) => (taxonomy ? [[taxonomy.id, taxonomy] as const] : [])));
  const terms = new Map(theirs.map(({ term }) => [term.id, term]));
  await addTold(tx, [...taxonomies.values()], [...terms.values()], at);
}
