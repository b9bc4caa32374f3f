import { type RawBuilder, sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { freshForDays } from '../freshness.ts';
import type { Need } from '../need.ts';
import type { Place } from '../place.ts';
import type { Candidate } from '../ranking.ts';
import { mostCompared, type Search } from '../search.ts';
import type { Part } from '../understand.ts';

export type Asked = Omit<Search, 'place' | 'words' | 'not'> & {
  /** All that was typed, in case it is a name. */
  words: readonly string[];
  parts: readonly Part[];
  here: Place | undefined;
  now: Date;
  today: CalendarDay;
};

/** 'all': those that have something of every part; 'some': of any. */
export type Matching = 'all' | 'some';

type Sql = RawBuilder<unknown>;
type Row = Omit<Candidate, 'needs' | 'whoFor' | 'days' | 'attendance' | 'languages' | 'accessibility' | 'hits'> &
  Record<'needs' | 'whoFor' | 'days' | 'attendance' | 'languages' | 'accessibility' | 'hits', string>;

const mostSorted = 1500;

/** The places of services that answer every question of the form and have something of the words: the nearest, or else those checked last. */
export async function candidatesFor(tx: Tx, asked: Asked, matching: Matching): Promise<Candidate[]> {
  const here = asked.here && sql`ll_to_earth(${asked.here.latitude}, ${asked.here.longitude})::cube`;
  const wanted = [...conditions(asked, here), ...matchOf(asked.parts, matching)];
  // Sorting all that a common word matches would take longer than anybody waits; nearness has an index of its own.
  const enough = here || !wanted.length ? sql`` : sql`limit ${mostSorted}`;
  const { rows } = await sql<Row>`
    select service_id as service, location_id as location, ${here ? sql`(spot <-> ${here}) / 1000` : sql`null::float8`} as km,
      array_to_string(needs, ' ') as needs, array_to_string(who_for, ' ') as "whoFor", array_to_string(days, ' ') as days,
      array_to_string(attendance, ' ') as attendance, array_to_string(languages, ' ') as languages,
      array_to_string(accessibility, ' ') as accessibility, free, min_age as "minAge", max_age as "maxAge",
      case when room_until > ${asked.now} then room end as room, coalesce(paused_until > ${asked.now}, false) as paused, assured_at as "assuredAt",
      ${asked.here ? sql`area && ${areasOf(asked.here)}::text[]` : sql`false`} as covers, ${nameOf(asked.words)} as named, ${densityOf(asked.parts)} as density, ${hitsOf(asked.parts)} as hits
    from (
      select * from (select * from service_search where ${sql.join([sql`true`, ...wanted], sql` and `)} ${enough}) as matching
      order by ${here ? sql`spot <-> ${here}` : sql`assured_at desc nulls last, id`}
      limit ${mostCompared}
    ) as compared`.execute(tx);
  return rows.map(toCandidate);
}

/** What a service may call the area that a place is in. */
export const areasOf = ({ code, kind, name }: Place): string[] => [
  'everywhere',
  kind === 'town' ? code : (kind === 'postcode' ? code.slice(0, -3) : code).toLowerCase(),
  name.toLowerCase(),
];

const listOf = (text: string): string[] => (text ? text.split(' ') : []);

const toCandidate = ({ needs, whoFor, days, attendance, languages, accessibility, hits, ...row }: Row): Candidate => ({
  ...row,
  needs: listOf(needs) as Need[],
  whoFor: listOf(whoFor) as Candidate['whoFor'],
  days: listOf(days),
  attendance: listOf(attendance) as Candidate['attendance'],
  languages: listOf(languages),
  accessibility: listOf(accessibility) as Candidate['accessibility'],
  hits: [...hits].map(Number),
});

function conditions(asked: Asked, here: Sql | undefined): Sql[] {
  const parts: Sql[] = [];
  if (here && asked.km !== null)
    // What has no place of its own, but visits or is on a screen or a telephone, is near everywhere.
    parts.push(sql`(cube_enlarge(${here}, ${asked.km * 1000}, 3) @> spot and spot <-> ${here} <= ${asked.km * 1000}
      or spot is null and attendance && '{home-visit,online,phone}')`);
  if (asked.needs.length) parts.push(sql`needs && ${asked.needs}::text[]`);
  if (asked.whoFor) parts.push(sql`who_for && ${[asked.whoFor, 'everyone']}::text[]`);
  if (asked.age !== null) parts.push(sql`coalesce(min_age, 0) <= ${asked.age} and coalesce(max_age, 200) >= ${asked.age}`);
  const days = whenOf(asked);
  if (days.length) parts.push(sql`days && ${days}::text[]`);
  if (asked.attendance.length) parts.push(sql`attendance && ${asked.attendance}::text[]`);
  if (asked.language) parts.push(sql`languages && ${[asked.language]}::text[]`);
  if (asked.accessibility.length) parts.push(sql`accessibility @> ${asked.accessibility}::text[]`);
  if (asked.free) parts.push(sql`free`);
  if (asked.maxCost !== null) parts.push(sql`cheapest <= ${asked.maxCost}`);
  if (asked.room) parts.push(sql`room > 0 and room_until > ${asked.now} and (paused_until is null or paused_until <= ${asked.now})`);
  if (asked.covers && asked.here) parts.push(sql`area && ${areasOf(asked.here)}::text[]`);
  if (asked.fresh) parts.push(sql`assured_at >= ${asked.today}::date - ${freshForDays}::int`);
  return parts;
}

/** 'SA-evening' where both were asked for, as a listing has it. */
const whenOf = ({ days, times }: Pick<Search, 'days' | 'times'>): string[] =>
  days.length && times.length ? days.flatMap((day) => times.map((time) => `${day}-${time}`)) : [...days, ...times];

/** Words as a question to the index. They are plain letters and digits; see tokensOf. */
const query = (text: string): Sql => sql`to_tsquery('english', folded(${text}))`;
const every = (phrase: string, mark = ''): string =>
  `(${phrase
    .split(' ')
    .map((word) => word + mark)
    .join(' <-> ')})`;
const anyOf = (phrases: readonly string[], mark = ''): string => phrases.map((phrase) => every(phrase, mark)).join(' | ');

function matchOf(parts: readonly Part[], matching: Matching): Sql[] {
  const naming = parts.filter(({ kind, weight }) => (kind === 'idea' || kind === 'word') && weight >= 0.5);
  if (!naming.length) return [];
  const either = (some: readonly Part[]): Sql => {
    const phrases = some.flatMap(({ exact, like }) => [...exact, ...like]);
    const codes = (column: string, of: (part: Part) => readonly string[]) => {
      const wanted = [...new Set(some.flatMap(of))];
      return wanted.length ? [sql`${sql.ref(column)} && ${wanted}::text[]`] : [];
    };
    const ways = [
      ...(phrases.length ? [sql`words @@ ${query(anyOf(phrases))}`] : []),
      ...codes('needs', ({ needs }) => needs),
      ...codes('who_for', ({ whoFor }) => whoFor),
      ...codes('attendance', ({ attendance }) => attendance),
      ...codes('accessibility', ({ accessibility }) => accessibility),
      ...codes('languages', ({ language }) => (language ? [language] : [])),
    ];
    return ways.length ? sql`(${sql.join(ways, sql` or `)})` : sql`true`;
  };
  return matching === 'all' ? naming.map((part) => either([part])) : [either(naming)];
}

/** How much of what a service says is about what was asked. */
function densityOf(parts: readonly Part[]): Sql {
  const phrases = parts.flatMap(({ exact, like, kind }) => (kind === 'idea' ? [...exact, ...like] : []));
  return phrases.length ? sql`ts_rank('{0.2, 0.3, 0.6, 1}', words, ${query(anyOf(phrases))}) * ${phrases.length}::int` : sql`0::float8`;
}

/** Whether the words, one after another, stand in the name of the service or of its organisation. */
const nameOf = (words: readonly string[]): Sql =>
  words.length > 1 && words.length < 7 ? sql`words @@ ${query(every(words.join(' '), ':AB'))}` : sql`false`;

/** One digit for each part; see Candidate. */
function hitsOf(parts: readonly Part[]): Sql {
  if (!parts.length) return sql`''`;
  return sql.join(
    parts.map(({ exact, like }) => {
      const cases = [
        ...(exact.length
          ? [
              sql`when words @@ ${query(anyOf(exact, ':A'))} then '5' when words @@ ${query(anyOf(exact, ':AB'))} then '4'
                when words @@ ${query(anyOf(exact))} then '3'`,
            ]
          : []),
        ...(like.length ? [sql`when words @@ ${query(anyOf(like, ':A'))} then '2' when words @@ ${query(anyOf(like))} then '1'`] : []),
      ];
      return cases.length ? sql`case ${sql.join(cases, sql` `)} else '0' end` : sql`'0'`;
    }),
    sql` || `,
  );
}
