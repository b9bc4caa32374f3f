import { type RawBuilder, sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import { freshForDays } from '../freshness.ts';
import { cellsAround } from '../grid.ts';
import type { Need } from '../need.ts';
import type { Place } from '../place.ts';
import type { Search } from '../search.ts';
import type { Part } from '../understand.ts';

/** What its source keeps private is only for those who are signed in. */
export type Reader = 'staff' | 'anybody';

export type Asked = Omit<Search, 'place' | 'words' | 'not'> & {
  /** All that was typed, in case it is a name. */
  words: readonly string[];
  parts: readonly Part[];
  here: Place | undefined;
  reader: Reader;
  now: Date;
  today: CalendarDay;
};

/**
 * 'all': those that have something of every part; 'some': of any. 'words': of every part, and of one whose need was chosen as well, its words: what
 * meets the need alone is asked for only when those are few.
 */
export type Matching = 'words' | 'all' | 'some';

export type Sql = RawBuilder<unknown>;

/** What a service must have: everything that the form asks, and something of the words. */
export function conditionsOf(asked: Asked, here: Sql | undefined, matching: Matching): Sql[] {
  const around = aroundOf(asked);
  return [...asksOf(asked, here, around), ...matchOf(asked, matching, around)];
}

/** The cells to look in, and 'any' for what comes to people or is on a screen; undefined when there is no distance, or too long a one. */
function aroundOf({ here, km }: Asked): string[] | undefined {
  const cells = here && km !== null ? cellsAround(here, km) : undefined;
  return cells && [...cells, 'any'];
}

/** Those with one of these needs in these cells; with no need, any in them. */
const inCells = (needs: readonly Need[], cells: readonly string[]): Sql => {
  const keys = (needs.length ? needs : ['']).flatMap((need) => cells.map((cell) => `${need}@${cell}`));
  return sql`keys && ${keys}::text[]`;
};

function asksOf(asked: Asked, here: Sql | undefined, around: string[] | undefined): Sql[] {
  const parts: Sql[] = asked.reader === 'anybody' ? [sql`not private`] : [];
  if (around) parts.push(inCells(asked.needs, around));
  else if (asked.needs.length) parts.push(sql`needs && ${asked.needs}::text[]`);
  // What has no place of its own, but visits or is on a screen or a telephone, is near everywhere.
  if (here && asked.km !== null)
    parts.push(sql`(spot <-> ${here} <= ${asked.km * 1000} or spot is null and attendance && '{home-visit,online,phone}')`);
  if (asked.whoFor) parts.push(sql`who_for && ${[asked.whoFor, 'everyone']}::text[]`);
  if (asked.age !== null) parts.push(sql`coalesce(min_age, 0) <= ${asked.age} and coalesce(max_age, 200) >= ${asked.age}`);
  const days = whenOf(asked);
  if (days.length) parts.push(sql`days && ${days}::text[]`);
  if (asked.attendance.includes('in-person')) parts.push(sql`attendance && ${asked.attendance}::text[]`);
  else if (asked.attendance.length) parts.push(keyed('by', asked.attendance));
  if (asked.language === 'en') parts.push(sql`'en' = any(languages)`);
  else if (asked.language) parts.push(keyed('in', [asked.language]));
  if (asked.accessibility.length) parts.push(sql`keys @> ${asked.accessibility.map((way) => `with:${way}`)}::text[]`);
  if (asked.free) parts.push(sql`free`);
  if (asked.maxCost !== null) parts.push(sql`cheapest <= ${asked.maxCost}`);
  if (asked.room) parts.push(sql`room > 0 and room_until > ${asked.now} and (paused_until is null or paused_until <= ${asked.now})`);
  if (asked.covers && asked.here) parts.push(sql`area && ${areasOf(asked.here)}::text[]`);
  if (asked.fresh) parts.push(sql`assured_at >= ${asked.today}::date - ${freshForDays}::int`);
  return parts;
}

const keyed = (kind: 'who' | 'by' | 'in' | 'with', codes: readonly string[]): Sql =>
  sql`keys && ${codes.map((code) => `${kind}:${code}`)}::text[]`;

/** What a service may call the area that a place is in. */
export const areasOf = ({ code, kind, name }: Place): string[] => [
  'everywhere',
  kind === 'town' ? code : (kind === 'postcode' ? code.slice(0, -3) : code).toLowerCase(),
  name.toLowerCase(),
];

/** 'SA-evening' where both were asked for, as a listing has it. */
const whenOf = ({ days, times }: Pick<Search, 'days' | 'times'>): string[] =>
  days.length && times.length ? days.flatMap((day) => times.map((time) => `${day}-${time}`)) : [...days, ...times];

/** Words as a question to the index. They are plain letters and digits; see tokensOf. */
export const query = (text: string): Sql => sql`to_tsquery('english', folded(${text}))`;
export const every = (phrase: string, mark = ''): string =>
  `(${phrase
    .split(' ')
    .map((word) => word + mark)
    .join(' <-> ')})`;
export const anyOf = (phrases: readonly string[], mark = ''): string => phrases.map((phrase) => every(phrase, mark)).join(' | ');

function matchOf({ parts, needs }: Asked, matching: Matching, around: string[] | undefined): Sql[] {
  const naming = parts.filter(({ kind, weight }) => (kind === 'idea' || kind === 'word') && weight >= 0.5);
  if (!naming.length) return [];
  // Whatever needs were chosen say already where to look.
  const there = needs.length ? undefined : around;
  if (matching === 'some') return [hasAny(naming, around, there)];
  const unasked = (part: Part): Part =>
    matching === 'words' && part.needs.some((need) => needs.includes(need)) ? { ...part, needs: [] } : part;
  return naming.map((part) => hasAny([unasked(part)], around, there));
}

/** Those that have the words of one of these parts, or what the words mean. Each way asks one index for everything at once. */
function hasAny(parts: readonly Part[], around: string[] | undefined, there: string[] | undefined): Sql {
  const all = <T>(of: (part: Part) => readonly T[]): T[] => [...new Set(parts.flatMap(of))];
  const phrases = all(({ exact, like }) => [...exact, ...like]);
  const needs = all((part) => part.needs);
  const traits = all(({ whoFor, attendance, accessibility, language }) => [
    ...whoFor.map((code) => `who:${code}`),
    ...attendance.map((code) => `by:${code}`),
    ...accessibility.map((code) => `with:${code}`),
    ...(language ? [`in:${language}`] : []),
  ]);
  const nearby = there ? sql` and ${inCells([], there)}` : sql``;
  const ways = [
    ...(phrases.length ? [sql`words @@ ${query(anyOf(phrases))}${nearby}`] : []),
    ...(needs.length ? [around ? inCells(needs, around) : sql`needs && ${needs}::text[]`] : []),
    ...(traits.length ? [sql`keys && ${traits}::text[]${nearby}`] : []),
  ];
  return ways.length ? sql`(${sql.join(ways, sql` or `)})` : sql`true`;
}
