import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Need } from '../need.ts';
import type { Candidate } from '../ranking.ts';
import { mostCompared } from '../search.ts';
import type { Part } from '../understand.ts';
import { anyOf, areasOf, type Asked, conditionsOf, every, type Matching, query, type Sql } from './conditions.ts';

type Row = Omit<Candidate, 'needs' | 'whoFor' | 'days' | 'attendance' | 'languages' | 'accessibility' | 'hits'> &
  Record<'needs' | 'whoFor' | 'days' | 'attendance' | 'languages' | 'accessibility' | 'hits', string>;

const mostSorted = 1500;

/** The places of services that answer every question of the form and have something of the words: the nearest, or else those checked last. */
export async function candidatesFor(tx: Tx, asked: Asked, matching: Matching): Promise<Candidate[]> {
  const here = asked.here && sql`ll_to_earth(${asked.here.latitude}, ${asked.here.longitude})::cube`;
  const wanted = conditionsOf(asked, here, matching);
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
