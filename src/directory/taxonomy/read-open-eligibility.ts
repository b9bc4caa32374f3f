import { XMLParser } from 'fast-xml-parser';
import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import { type Draft, type Reading, type Rejected, UnreadableFile } from './file.ts';

const levels = ['top_level', 'second_level', 'third_level', 'fourth_level', 'fifth_level'] as const;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  isArray: (name) => name === 'category' || (levels as readonly string[]).includes(name),
});

/** The XML of the Open Eligibility taxonomy: services and situations in levels. It declares XML 2.0, which there is not; nobody minds. */
export function readOpenEligibility(text: string): Reading {
  // Whatever a document declares for itself can be made to grow without end. The list has no use for it.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new UnreadableFile('entities');
  const root = parsed(text)['taxonomy'];
  if (!isRaw(root)) throw new UnreadableFile('not-known', 'taxonomy');
  const version = textIn(root['version']);
  return { about: { ...(version && { version }) }, rows: [...termsIn(root['services']), ...termsIn(root['situations'])] };
}

function parsed(text: string): Raw {
  try {
    const found: unknown = parser.parse(text.replace(/^\s*<\?xml[^>]*\?>/, ''));
    return isRaw(found) ? found : {};
  } catch {
    throw new UnreadableFile('not-xml');
  }
}

function* termsIn(part: unknown): Generator<Draft | Rejected> {
  if (!isRaw(part)) return;
  const categories = isRaw(part['descriptions']) ? rawsIn(part['descriptions']['category']) : [];
  const described = new Map(categories.map((category) => [textIn(category['id']), textIn(category['#text']).replace(/\s+/g, ' ')]));
  yield* level(part, 0, undefined, described);
}

/** A level may be left out: one term of the third stands straight under the first. */
function* level(
  of: Raw,
  depth: number,
  parentKey: string | undefined,
  described: ReadonlyMap<string, string>,
): Generator<Draft | Rejected> {
  for (const [index, name] of levels.entries())
    if (index >= depth)
      for (const term of rawsIn(of[name])) {
        const key = textIn(term['id']);
        yield toDraft(term, parentKey, described);
        yield* level(term, index + 1, key || parentKey, described);
      }
}

function toDraft(term: Raw, parentKey: string | undefined, described: ReadonlyMap<string, string>): Draft | Rejected {
  const [key, name] = [textIn(term['id']), textIn(term['title'])];
  const at = key || name || '?';
  if (!key) return { at, why: 'no-code' };
  if (!name) return { at, why: 'no-name' };
  return {
    at,
    key,
    ...(parentKey !== undefined && { parentKey }),
    code: key,
    name,
    description: described.get(key) ?? '',
    language: 'en',
    termUri: null,
    document: {},
  };
}
