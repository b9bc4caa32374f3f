import { uuid } from '../../platform/database.ts';
import { isSaid, type Raw, textIn } from '../feed/raw.ts';
import type { Draft, Rejected } from './file.ts';
import { lastPart } from './read-openactive.ts';

/**
 * What a column is for, by its name: the likeliest first. The local government lists (standards.esd.org.uk) give Identifier, Label,
 * Description and Broader; their files could not be had while this was written, so other usual names are taken too.
 */
const patterns = {
  code: [/^identifier$/, /^code$/, /^notation$/, /^id$/, /(concept|term|item|service|need|circumstance|activity) ?(id|identifier|code)$/],
  name: [/^(pref(erred)? ?)?label$/, /^name$/, /^title$/, /^term$/, / (label|name|title)$/, /^(heading|value)$/],
  parent: [
    /^broader( (term|concept))?( (id|identifier|code|uri))?$/,
    /^parent( (term|concept))?( (id|identifier|code|uri))?$/,
    /^(part of|is part of)$/,
  ],
  description: [/^description$/, /^definition$/, /^scope ?notes?$/, /^notes?$/],
  uri: [/^(term |concept )?(uri|url|iri)$/, /^link$/],
  language: [/^lang(uage)?$/],
} as const;
type Part = keyof typeof patterns;
export type Columns = Partial<Record<Part, string>>;

const folded = (header: string) =>
  header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[\s_.-]+/g, ' ')
    .trim();

/** Which column is which; undefined when none can be the name. */
export function columnsIn(headers: readonly string[]): Columns | undefined {
  const columns: Columns = {};
  for (const part of Object.keys(patterns) as Part[]) {
    const taken = new Set(Object.values(columns));
    const found = patterns[part]
      .map((pattern) => headers.find((header) => !taken.has(header) && pattern.test(folded(header))))
      .find((header) => header !== undefined);
    if (found !== undefined) columns[part] = found;
  }
  return columns.name === undefined ? undefined : columns;
}

const keyIn = (text: string) => (/^https?:/i.test(text) ? lastPart(text) : text);

/** A term from one row. Without a code its address tells it apart, and without that its name. */
export function draftOf(row: Raw, columns: Columns, at: string): Draft | Rejected {
  const said = (part: Part) => (columns[part] === undefined ? '' : textIn(row[columns[part]]));
  const name = said('name');
  if (!name) return { at, why: 'no-name' };
  const uri = said('uri');
  const key = keyIn(said('code')) || keyIn(uri) || name;
  const parent = keyIn(said('parent'));
  const used = new Set(Object.values(columns));
  return {
    at,
    key,
    ...(uuid.test(key) && { id: key.toLowerCase() }),
    ...(parent && (uuid.test(parent) ? { parentId: parent.toLowerCase() } : { parentKey: parent })),
    code: said('code') ? key : null,
    name,
    description: said('description'),
    language: said('language') || null,
    termUri: uri || (/^https?:/.test(said('code')) ? said('code') : null),
    document: Object.fromEntries(Object.entries(row).filter(([field, value]) => field && !used.has(field) && isSaid(value))),
  };
}
