import { type Need, needs } from '../need.ts';
import type { Audience } from '../service.ts';
import { audiencesIn, needsIn } from './crosswalk.ts';
import { count, type NotKept } from './kept.ts';
import { toPlainText } from './plain-text.ts';
import { isRaw, type Raw, rawsIn } from './raw.ts';

/** What the taxonomy terms of a service mean in our words. A term that means nothing to us is counted by its name. */
export function termsOf(service: Raw, unknown: NotKept): { needs: Need[]; audiences: Audience[]; names: string[] } {
  const names = [...new Set(rawsIn(service['attributes']).map(nameOf).filter(Boolean))];
  const found = { needs: new Set<Need>(), audiences: new Set<Audience>() };
  for (const name of names) {
    const meant = { needs: needsIn(name), audiences: audiencesIn(name) };
    for (const need of meant.needs) found.needs.add(need);
    for (const audience of meant.audiences) found.audiences.add(audience);
    if (!meant.needs.length && !meant.audiences.length) count(unknown, name);
  }
  return { needs: needs.filter((need) => found.needs.has(need)), audiences: [...found.audiences], names };
}

function nameOf(attribute: Raw): string {
  const term = attribute['taxonomy_term'];
  const told = (value: unknown) => toPlainText(value, 120);
  return (isRaw(term) && (told(term['name']) || told(term['term']))) || told(attribute['label']) || told(attribute['value']);
}
