import type { Tx } from '../../platform/database.ts';
import { idFrom } from '../feed/ids.ts';
import type { Raw } from '../feed/raw.ts';
import { codeOf } from '../record/own-terms.ts';
import { addTold } from '../store/taxonomies.ts';
import { type Term, webAddress } from '../taxonomy.ts';
import { type TaxonomyTold, taxonomyIn, termIn } from './read-term.ts';

/**
 * Notes the terms that records carry, each a `taxonomy_term` of HSDS with its `taxonomy_detail` where there is one. What was imported as a
 * whole list stays as its list says; our own are known already.
 */
export async function registerTerms(tx: Tx, given: readonly Raw[], at: Date): Promise<void> {
  const theirs = given.flatMap((raw) => {
    const term = termIn(raw);
    return term && !codeOf(term.id) ? [{ term: { ...term, taxonomyId: listOf(term) }, taxonomy: taxonomyIn(raw) }] : [];
  });
  const told = new Map(theirs.flatMap(({ taxonomy }) => (taxonomy ? [[taxonomy.id, taxonomy] as const] : [])));
  const hinted = new Map(theirs.map(({ term }) => [term.taxonomyId, hintOf(term)]));
  const terms = new Map(theirs.map(({ term }) => [term.id, term]));
  await addTold(tx, { told: [...told.values()], hinted: [...hinted.values()] }, [...terms.values()], at);
}

const nameOf = ({ taxonomy }: Term) => taxonomy ?? 'Terms of no list';

/** Terms that do not say which list they are of are kept together by what they call it, so that somebody can go through them. */
const listOf = (term: Term): string => term.taxonomyId ?? idFrom(`taxonomy:${nameOf(term).toLowerCase()}`);

const hintOf = (term: Term): TaxonomyTold => ({
  id: listOf(term),
  name: nameOf(term),
  description: '',
  uri: webAddress(term.taxonomy),
  version: null,
  metadata: [],
});
