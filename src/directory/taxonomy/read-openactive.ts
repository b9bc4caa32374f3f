import { uuid } from '../../platform/database.ts';
import { isRaw, isSaid, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import type { Draft, Reading, Rejected } from './file.ts';

const read = new Set(['id', 'identifier', 'type', 'prefLabel', 'broader', 'topConceptOf', 'definition', 'notation']);

/** The last part of an address: what OpenActive and most lists tell their terms apart by. */
export const lastPart = (address: string): string => /[^/#]+(?=[/#]*$)/.exec(address)?.[0] ?? address;

/** A list of SKOS concepts in JSON-LD, as OpenActive publishes its activities. Of several broader concepts the first is the parent. */
export function readConcepts(scheme: Raw): Reading {
  const uri = textIn(scheme['id']) || textIn(scheme['@id']);
  const licenceUri = textIn(scheme['license']);
  return {
    about: {
      ...(uri && { uri }),
      ...(labelIn(scheme['title']) && { name: labelIn(scheme['title']) }),
      ...(textIn(scheme['description']) && { description: textIn(scheme['description']) }),
      ...(licenceUri && { licenceUri }),
    },
    rows: rawsIn(scheme['concept']).map(toDraft),
  };
}

function toDraft(concept: Raw, index: number): Draft | Rejected {
  const at = `concept ${index + 1}`;
  const address = textIn(concept['id']) || textIn(concept['@id']);
  const key = textIn(concept['identifier']) || lastPart(address);
  const name = labelIn(concept['prefLabel']);
  if (!key) return { at, why: 'no-code' };
  if (!name) return { at, why: 'no-name' };
  const broader = [concept['broader']].flat().map(textIn).filter(Boolean);
  const parent = broader[0] && lastPart(broader[0]);
  return {
    at,
    key,
    ...(uuid.test(key) && { id: key.toLowerCase() }),
    ...(parent && (uuid.test(parent) ? { parentId: parent.toLowerCase() } : { parentKey: parent })),
    code: textIn(concept['notation']) || key,
    name,
    description: labelIn(concept['definition']),
    language: null,
    termUri: /^https?:/.test(address) ? address : null,
    document: {
      ...Object.fromEntries(Object.entries(concept).filter(([field, value]) => !read.has(field) && isSaid(value))),
      ...(broader.length > 1 && { broader }),
    },
  };
}

/** Plain text, or the English of a text in several languages. */
function labelIn(label: unknown): string {
  if (!isRaw(label)) return textIn(label);
  return textIn(label['en']) || textIn(label['@value']) || (Object.values(label).map(textIn).find(Boolean) ?? '');
}
