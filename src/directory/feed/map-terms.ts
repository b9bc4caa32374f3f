import { isNothing, type Meaning } from '../crosswalk.ts';
import { type Need, needs } from '../need.ts';
import type { Audience } from '../service.ts';
import { audiencesIn, needsIn } from './crosswalk.ts';
import { count, type NotKept } from './kept.ts';
import { toPlainText } from './plain-text.ts';
import { isRaw, type Raw, rawsIn } from './raw.ts';

/** What somebody has said that a `taxonomy_term` means; undefined while nobody has, and its words are all there is to go by. */
export type MeaningOf = (term: Raw) => Meaning | undefined;

/** What words mean, when nobody has said more. */
export const meaningOfWords = (name: string): Meaning => ({ needs: needsIn(name), audiences: audiencesIn(name) });

/** What the taxonomy terms of a service mean in our words. A term that means nothing to us is counted by its name. */
export function termsOf(
  service: Raw,
  unknown: NotKept,
  meaningOf: MeaningOf = () => undefined,
): { needs: Need[]; audiences: Audience[]; names: string[] } {
  const attributes = rawsIn(service['attributes']);
  const names = [...new Set(attributes.map(nameOf).filter(Boolean))];
  const found = { needs: new Set<Need>(), audiences: new Set<Audience>() };
  const nothing = new Set<string>();
  for (const attribute of attributes) {
    const name = nameOf(attribute);
    const said = isRaw(attribute['taxonomy_term']) ? meaningOf(attribute['taxonomy_term']) : undefined;
    const meant = said ?? meaningOfWords(name);
    for (const need of meant.needs) found.needs.add(need);
    for (const audience of meant.audiences) found.audiences.add(audience);
    if (name && !said && isNothing(meant)) nothing.add(name);
  }
  for (const name of nothing) count(unknown, name);
  return { needs: needs.filter((need) => found.needs.has(need)), audiences: [...found.audiences], names };
}

function nameOf(attribute: Raw): string {
  const term = attribute['taxonomy_term'];
  const told = (value: unknown) => toPlainText(value, 120);
  return (isRaw(term) && (told(term['name']) || told(term['term']))) || told(attribute['label']) || told(attribute['value']);
}
