import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import { addChange, putMatches, unsaidAmong } from '../store/crosswalk.ts';
import { termsOfTaxonomy } from '../store/taxonomy-lists.ts';
import { broughtLines } from './default-crosswalks.ts';
import type { Format } from './read.ts';

/** Matches the terms of a list with what Bothy brings, where nobody here has ever said anything. Answers how many. */
export async function bringDefaults(tx: Tx, taxonomy: string, format: Format, at: Date): Promise<number> {
  if (format !== 'open-eligibility' && format !== 'openactive') return 0;
  const brought = (await termsOfTaxonomy(tx, taxonomy)).flatMap((term) => {
    const lines = broughtLines(format, term);
    return lines ? [{ term: term.id, lines }] : [];
  });
  const unsaid = await unsaidAmong(
    tx,
    brought.map(({ term }) => term),
    'never',
  );
  const matches = brought.filter(({ term }) => unsaid.has(term));
  if (!matches.length) return 0;
  const versions = await putMatches(tx, matches, null, at);
  const terms = matches.map(({ term }) => ({ term, version: versions.get(term)!, was: null }));
  await addChange(tx, { id: randomUUID(), taxonomy, kind: 'brought', at, by: null, terms });
  return matches.length;
}
