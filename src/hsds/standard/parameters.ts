import type { Asking, Depth, Period, PublishedKind } from '../../directory/index.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Given } from '../web/given.ts';
import type { Wrong } from '../web/problem.ts';
import { readingOf } from '../web/reading.ts';

export type List = { asking: Asking; page: number; perPage: number; stream: boolean; minimal: boolean; full: boolean; depth: Depth };

const usualPage = 50;
/** The most that one page holds; of documents with services in them, and of ids alone. */
export const mostInPage = { whole: 500, services: 50, ids: 50_000 } as const satisfies Record<Depth, number>;

/** What is asked of a list, by the parameters of HSDS 3.1 and those of Open Referral UK. A larger page than there may be is made as large as it may be. */
export function readList(kind: PublishedKind, given: Given): Result<List, Wrong[]> {
  const read = readingOf(given);
  const [asksMinimal, asksServices] = [read.yes('minimal'), read.yes('full_service')];
  const minimal = asksMinimal && kind === 'services';
  const depth: Depth = minimal ? 'ids' : asksServices && kind === 'organizations' ? 'services' : 'whole';
  const most = mostInPage[depth];
  const [page, perPage] = [
    read.number('page', { least: 1, most: 1e9, whole: true }),
    read.number('per_page', { least: 1, most: 1e9, whole: true }),
  ];
  const asking: Asking = {
    words: read.text('search'),
    terms: read.ids('taxonomy_term_id'),
    taxonomies: read.ids('taxonomy_id'),
    organisation: read.id('organization_id'),
    changedFrom: read.instant('modified_after'),
    ...agesIn(read),
    periods: periodsIn(read),
    near: nearIn(read),
    parent: read.id('parent_id'),
    topOnly: read.yes('top_only'),
  };
  const list: List = {
    asking,
    page: page ?? 1,
    perPage: Math.min(perPage ?? (minimal ? most : Math.min(usualPage, most)), most),
    stream: read.code('format', ['json', 'ndjson']) === 'ndjson',
    minimal,
    full: read.yes('full'),
    depth,
  };
  return read.wrong.length ? refuse(read.wrong) : ok(list);
}

type Reading = ReturnType<typeof readingOf>;

function agesIn(read: Reading): Pick<Asking, 'minAge' | 'maxAge'> {
  const bounds = { least: 0, most: 150 };
  const [least, most] = [read.number('minimum_age', bounds), read.number('maximum_age', bounds)];
  if (least !== null && most !== null && least > most) read.refuse('minimum_age', 'give no more than maximum_age.');
  return { minAge: least === null ? null : Math.ceil(least), maxAge: most === null ? null : Math.floor(most) };
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const clockTime = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** Sets of day, start and end: the first of each belong together, and so on; what is given once counts for all. */
function periodsIn(read: Reading): Period[] {
  const [on, from, until] = [read.many('day'), read.many('start_time'), read.many('end_time')];
  const sets = Math.max(on.length, from.length, until.length);
  if (sets > 20) read.refuse('day', 'give at most 20.');
  for (const [name, values] of [
    ['day', on],
    ['start_time', from],
    ['end_time', until],
  ] as const)
    if (values.length > 1 && values.length < sets)
      read.refuse(name, 'give this once, or as often as the others of day, start_time and end_time.');
  const nth = (values: readonly string[], set: number) => values[values.length === 1 ? 0 : set] ?? null;
  const time = (name: string, typed: string | null) =>
    typed === null || clockTime.test(typed) ? typed : (read.refuse(name, 'give a time such as 09:30.') ?? null);
  return Array.from({ length: Math.min(sets, 20) }, (_, set) => ({
    days: (nth(on, set) ?? '')
      .split(',')
      .filter(Boolean)
      .flatMap((typed) => days.find((day) => day === typed.trim().toUpperCase()) ?? read.refuse('day', `give ${days.join(', ')}.`) ?? []),
    from: time('start_time', nth(from, set)),
    until: time('end_time', nth(until, set)),
  }));
}

function nearIn(read: Reading): Asking['near'] {
  const place = read.text('postcode', 20);
  const metres = read.number('proximity', { least: 1, most: 1_000_000 });
  if (metres !== null && !place) read.refuse('postcode', 'say from where the distance is.');
  return place ? { place, metres } : null;
}
