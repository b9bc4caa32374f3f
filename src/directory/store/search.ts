import { type RawBuilder, sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { freshForDays } from '../freshness.ts';
import type { Point } from '../place.ts';
import { mostCompared, pageSize, type Search, wordsOf } from '../search.ts';
import { wordMeant } from '../spelling.ts';

export type Hit = { service: string; location: string | null; km: number | null };
export type Asked = Omit<Search, 'place'> & { here: Point | undefined; now: Date; today: CalendarDay };
export type Matching = 'all' | 'some';

const mostSorted = 3000;

/** One page of the services that answer every question, best first. `total` stops at `mostCompared` places. */
export async function searchListings(tx: Tx, asked: Asked, page: number, matching: Matching): Promise<{ hits: Hit[]; total: number }> {
  const here = asked.here && sql`ll_to_earth(${asked.here.latitude}, ${asked.here.longitude})::cube`;
  const query = queryFor(asked.words, matching);
  const km = here ? sql`(spot <-> ${here}) / 1000` : sql`null::float8`;
  const wanted = conditions(asked, here, query);
  // Sorting all that a common word matches would take longer than anybody waits; nearness has an index of its own.
  const enough = here || !wanted.length ? sql`` : sql`limit ${mostSorted}`;
  const { rows } = await sql<Hit & { total: number }>`
    with candidate as (
      select service_id, location_id, words, needs, who_for, ${km} as km, room, room_until, paused_until, assured_at
      from (select * from service_search where ${sql.join([sql`true`, ...wanted], sql` and `)} ${enough}) as matching
      order by ${here ? sql`spot <-> ${here}` : sql`assured_at desc nulls last, id`}
      limit ${mostCompared}
    ), best as (
      select distinct on (service_id) service_id, location_id, km, ${scoreFor(asked, query)} as score
      from candidate order by service_id, score desc, location_id
    )
    select service_id as service, location_id as location, km, count(*) over () as total
    from best order by score desc, service_id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx);
  return { hits: rows.map(({ total: _, ...hit }) => hit), total: rows[0]?.total ?? 0 };
}

type Part = RawBuilder<unknown>;

function queryFor(words: string, matching: Matching): Part | undefined {
  const plain = wordsOf(words).join(' ');
  if (!plain) return undefined;
  const all = sql`plainto_tsquery('english', folded(${plain}))`;
  return matching === 'all' ? all : sql`replace(${all}::text, '&', '|')::tsquery`;
}

function conditions(asked: Asked, here: Part | undefined, query: Part | undefined): Part[] {
  const parts: Part[] = [];
  if (query) parts.push(sql`words @@ ${query}`);
  if (here && asked.km !== null)
    parts.push(sql`cube_enlarge(${here}, ${asked.km * 1000}, 3) @> spot and spot <-> ${here} <= ${asked.km * 1000}`);
  if (asked.needs.length) parts.push(sql`needs && ${asked.needs}::text[]`);
  if (asked.whoFor) parts.push(sql`who_for && ${[asked.whoFor, 'everyone']}::text[]`);
  if (asked.age !== null) parts.push(sql`coalesce(min_age, 0) <= ${asked.age} and coalesce(max_age, 200) >= ${asked.age}`);
  if (asked.days.length) parts.push(sql`days && ${asked.days}::text[]`);
  if (asked.attendance.length) parts.push(sql`attendance && ${asked.attendance}::text[]`);
  if (asked.free) parts.push(sql`free`);
  if (asked.room) parts.push(sql`room > 0 and room_until > ${asked.now} and (paused_until is null or paused_until <= ${asked.now})`);
  return parts;
}

/** The words count most, then nearness (half its weight at 5 km), then room (what takes nobody at present goes far down), then how lately somebody checked. */
function scoreFor({ here, needs, whoFor, now, today }: Asked, query: Part | undefined): Part {
  const relevance = query ? sql`4 * ts_rank(words, ${query})` : sql`0`;
  const nearness = here ? sql`2 / (1 + coalesce(km, 1000) / 5)` : sql`0`;
  const meets = needs.length > 1 ? sql`0.5 * (select count(*) from unnest(needs) need where need = any(${needs}::text[]))` : sql`0`;
  // What is for some people only ranks below what is for anybody, unless it was asked for.
  const open = whoFor ? sql`0` : sql`case when who_for <@ '{everyone}' then 0.5 else 0 end`;
  return sql`${relevance} + ${nearness} + ${meets} + ${open}
    + case when paused_until > ${now} then -2 when room_until > ${now} then case when room > 0 then 1 else 0.2 end else 0.5 end
    + case when assured_at > ${today}::date - ${freshForDays}::int then 0.5 else 0 end`;
}

/** The same words, with each that no listing has put right by the nearest one that some listing has. */
export async function spellingOf(tx: Tx, words: string): Promise<string> {
  await sql`select set_config('pg_trgm.similarity_threshold', '0.15', true)`.execute(tx);
  const { rows } = await sql<{ typed: string; known: boolean; like: string[] }>`
    select typed, known,
      case when known then '{}' else array(
        select word from service_spelling where word % folded(typed) order by similarity(word, folded(typed)) desc, word limit 30) end as "like"
    from (
      select typed, nth, numnode(plainto_tsquery('english', folded(typed))) = 0
        or exists (select from service_search where words @@ plainto_tsquery('english', folded(typed))) as known
      from unnest(${wordsOf(words)}::text[]) with ordinality as each (typed, nth)
    ) as looked_up order by nth`.execute(tx);
  return rows.map(({ typed, known, like }) => (known ? typed : (wordMeant(typed, like) ?? typed))).join(' ');
}
