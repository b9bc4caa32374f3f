import { isNeed, type Listing, type Need, needMap, needs } from '../directory/index.ts';
import { uuid } from '../platform/database.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { systems } from './codes.ts';
import type { Issue } from './web/outcome.ts';

/** What a HealthcareService can be looked for by: the names and types of FHIR R4. */
export const searchParameters = {
  _id: { type: 'token', documentation: 'Several ids mean any of them.' },
  name: { type: 'string', documentation: 'The beginning of the name; :contains for any part of it, :exact for the whole.' },
  organization: { type: 'reference', documentation: 'The organisation that runs it.' },
  location: { type: 'reference', documentation: 'A place where it is.' },
  active: { type: 'token', documentation: 'Whether it runs at present.' },
  'service-category': { type: 'token', documentation: 'sdoh, a category of SDOH Clinical Care 3.0.0, or a need of Bothy.' },
  'service-type': { type: 'token', documentation: 'A need of Bothy.' },
} as const;

export type Asked = {
  listing: Listing;
  page: number;
  size: number;
  /** The parameters that were understood, for the links. */
  understood: [string, string][];
};

const usualSize = 20;
const largestSize = 100;
const largestPage = 100_000;

/** Parameters that say how to answer, and not what to look for. */
const about = new Set(['_format', '_pretty', '_count', '_page']);

/** Reads a search. What is not known is left out, unless the reader wants to be told (`strict`); what cannot be understood is always told. */
export function readSearch(given: readonly (readonly [string, string])[], strict: boolean): Result<Asked, Issue[]> {
  const issues: Issue[] = [];
  const wrong = (text: string): undefined => void issues.push({ code: 'invalid', text });
  const understood: [string, string][] = [];
  const ids: string[][] = [];
  const organisations: string[][] = [];
  const locations: string[][] = [];
  const askedNeeds: Need[][] = [];
  let nothing = false;
  let name: Listing['name'] = null;
  let active: boolean | null = null;
  let [page, size] = [1, usualSize];

  for (const [key, value] of given) {
    const [parameter = '', modifier] = key.split(':', 2);
    if (!(parameter in searchParameters) && !about.has(parameter)) {
      if (strict) issues.push({ code: 'not-supported', text: `There is no search parameter ${parameter} here.` });
      continue;
    }
    if (!value.trim()) continue;
    if (modifier !== undefined && !(parameter === 'name' && ['contains', 'exact'].includes(modifier))) {
      issues.push({ code: 'not-supported', text: `The modifier :${modifier} is not known for ${parameter}.` });
      continue;
    }
    const several = value
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
    switch (parameter) {
      case '_id':
        ids.push(several.filter((id) => uuid.test(id)));
        break;
      case 'organization':
        organisations.push(idsIn(several, 'Organization'));
        break;
      case 'location':
        locations.push(idsIn(several, 'Location'));
        break;
      case 'name':
        if (name) wrong('Give name once.');
        name = { text: value.slice(0, 200), how: modifier === 'exact' ? 'is' : modifier === 'contains' ? 'has' : 'begins' };
        break;
      case 'active': {
        const code = value.split('|').at(-1)!;
        if (!['true', 'false'].includes(code)) wrong('active is true or false.');
        const wanted = code === 'true';
        if (active !== null && active !== wanted) nothing = true;
        active = wanted;
        break;
      }
      case 'service-category':
      case 'service-type': {
        const found = several.map((token) => needsOf(token, parameter));
        if (!found.includes('any')) askedNeeds.push(found.flatMap((each) => (each === 'any' ? [] : each)));
        break;
      }
      case '_count':
        size = whole(value, 0, Number.MAX_SAFE_INTEGER) ?? (wrong('_count is a whole number, 0 or more.'), usualSize);
        break;
      case '_page':
        page = whole(value, 1, largestPage) ?? (wrong('_page is a whole number from 1.'), 1);
        break;
    }
    if (!['_format', '_pretty', '_count', '_page'].includes(parameter)) understood.push([key, value]);
  }
  if (issues.length) return refuse(issues);
  const listing: Listing = {
    ids: nothing ? [] : both(ids),
    name,
    organisations: both(organisations),
    locations,
    needs: askedNeeds,
    active,
  };
  return ok({ listing, page, size: Math.min(size, largestSize), understood });
}

/** Repeated parameters must all hold. */
const both = (lists: readonly (readonly string[])[]): string[] | null =>
  lists.length ? lists.reduce((a, b) => a.filter((id) => b.includes(id))).map((id) => id) : null;

const idsIn = (references: readonly string[], type: string): string[] =>
  references
    .map((reference) => reference.split('/').slice(-2))
    .flatMap((parts) => {
      const id = parts.at(-1) ?? '';
      return uuid.test(id) && (parts.length === 1 || parts[0] === type) ? [id.toLowerCase()] : [];
    });

function whole(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
}

/** `system|code`, `|code` or `code`. Every service here is about social needs, so `sdoh` asks nothing. A code that nothing has finds nothing. */
function needsOf(token: string, parameter: 'service-category' | 'service-type'): Need[] | 'any' {
  const [system, code] = token.includes('|')
    ? [token.slice(0, token.indexOf('|')), token.slice(token.indexOf('|') + 1)]
    : [undefined, token];
  const of = (wanted: string) => system === undefined || system === wanted;
  if (of(systems.needs) && isNeed(code)) return [code];
  if (of(systems.needs) && !code && system) return [...needs];
  if (parameter === 'service-type') return [];
  if (of(systems.usCoreCategory) && (code === 'sdoh' || (!code && system))) return 'any';
  return of(systems.sdoh) ? needs.filter((need) => needMap[need].gravity === code) : [];
}
