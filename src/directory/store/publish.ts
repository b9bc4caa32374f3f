import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Place } from '../place.ts';
import type { Asking, Period, PublishedKind } from '../published.ts';
import { areasOf } from './conditions.ts';
import { carryingTerms, type Own, taxonomiesAsked, termsAsked } from './publish-terms.ts';

type Part = RawBuilder<unknown>;
/** What is asked, with the place found. */
export type Asked = Asking & { here: Place | null; own: Own };
/** Either a page, or what comes after an id. */
export type Slice = { limit: number } & ({ offset: number } | { after: string | null });

/** The ids of what anybody may read, in the order of the ids. */
export async function publishedIds(tx: Tx, kind: PublishedKind, asked: Asked, slice: Slice): Promise<string[]> {
  const { from, id, where } = listOf(kind, asked);
  const after = 'after' in slice && slice.after !== null ? [sql`${id} > ${slice.after}::uuid`] : [];
  const { rows } = await sql<{ id: string }>`
    select ${id} as id from ${from} where ${all([...where, ...after])}
    order by ${id} limit ${slice.limit} offset ${'offset' in slice ? slice.offset : 0}`.execute(tx);
  return rows.map((row) => row.id);
}

export async function publishedCount(tx: Tx, kind: PublishedKind, asked: Asked): Promise<number> {
  const { from, where } = listOf(kind, asked);
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${from} where ${all(where)}`.execute(tx);
  return rows[0]!.n;
}

export async function isPublished(tx: Tx, kind: PublishedKind, asked: Asked, wanted: string): Promise<boolean> {
  const { from, id, where } = listOf(kind, asked);
  const { rows } = await sql`select 1 from ${from} where ${all([...where, sql`${id} = ${wanted}::uuid`])}`.execute(tx);
  return rows.length > 0;
}

/** When the records of these ids last changed. */
export async function changesOf(tx: Tx, kind: 'service' | 'organisation', ids: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select id, changed_at as at from directory_record where kind = ${kind} and id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** When what can be read last changed: by somebody's hand, what was taken out included, or by itself, as room does that is not known any more and a pause that ends. */
export async function lastChange(tx: Tx, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select greatest(
      (select max(at) from unnest(array['organisation', 'service', 'location']) as each (kind),
        lateral (select changed_at as at from directory_record r where r.kind = each.kind order by changed_at desc limit 1) as newest),
      (select max(expires_at) from service_capacity where expires_at <= ${now}),
      (select max(expires_at) from room_telling where expires_at <= ${now}),
      (select max(until_at) from service_pause where until_at <= ${now})) as at`.execute(tx);
  return rows[0]!.at;
}

/** Which service is at which place. */
export async function placingsOf(tx: Tx, ids: readonly string[]): Promise<{ id: string; service: string; location: string }[]> {
  const { rows } = await sql<{ id: string; service: string; location: string }>`
    select id, service_id as service, location_id as location from service_at_location where id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

/** The services of some organisations that anybody may read, at most so many of them in all. */
export async function servicesRunBy(tx: Tx, organisations: readonly string[], limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from service s where s.organisation_id = any(${organisations}::uuid[]) and ${all(openServices)} order by s.id limit ${limit}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

// Beside a table under row-level security PostgreSQL would not use the indexes of a view either; so each view is asked by itself.
const alone = sql`offset 0`;

const all = (parts: readonly Part[]): Part => (parts.length ? sql.join(parts, sql` and `) : sql`true`);
const any = (parts: readonly Part[]): Part => sql`(${sql.join(parts, sql` or `)})`;

function listOf(kind: PublishedKind, asked: Asked): { from: Part; id: Part; where: Part[] } {
  switch (kind) {
    case 'services':
      return { from: sql`service s`, id: sql`s.id`, where: [...openServices, ...servicesAsked(asked)] };
    case 'service_at_locations':
      return { from: sql`service_at_location sal`, id: sql`sal.id`, where: placingsAsked(asked) };
    case 'organizations':
      return { from: sql`organisation o`, id: sql`o.id`, where: organisationsAsked(asked) };
    case 'taxonomies':
      return taxonomiesAsked(asked);
    case 'taxonomy_terms':
      return termsAsked(asked);
  }
}

// What is hidden is little, and an index of its own finds it; so the rest can be counted from an index alone.
const hidden = (kind: 'service' | 'organisation' | 'location'): Part =>
  sql`select id from directory_record where kind = ${kind} and (private or removed)`;
const openServices: Part[] = [sql`s.id not in (${hidden('service')})`, sql`s.organisation_id not in (${hidden('organisation')})`];

const changed = (kind: 'service' | 'organisation' | 'location', from: Date): Part =>
  sql`select id from directory_record where kind = ${kind} and changed_at >= ${from}`;

function servicesAsked(asked: Asked): Part[] {
  const { words, organisation, changedFrom, here, near } = asked;
  return [
    ...(words ? [sql`s.id in (select service_id from service_search where ${matches(words)} ${alone})`] : []),
    ...(organisation ? [sql`s.organisation_id = ${organisation}::uuid`] : []),
    ...(changedFrom ? [sql`s.id in (${changed('service', changedFrom)})`] : []),
    ...sortedUnder(asked, sql`s.id`),
    ...agesAsked(asked),
    ...periodsAsked(asked, (times) => sql`s.id in (select t.service_id from schedule t where ${times})`),
    ...(here && near ? [nearby(here, near.metres)] : []),
  ];
}

/** A private place is at no distance from anywhere. */
function nearby(here: Place, metres: number | null): Part {
  if (metres === null) return sql`s.id in (select service_id from service_search where ${covering(here)} ${alone})`;
  return sql`s.id in (
    select service_id from (select service_id, location_id from service_search near where ${within(here, metres)} ${alone}) as near
    where location_id not in (select id from location where private))`;
}

function placingsAsked(asked: Asked): Part[] {
  const { words, organisation, changedFrom, here, near, minAge, maxAge } = asked;
  const ofTheirs = (condition: Part) => sql`sal.service_id in (select s.id from service s where ${condition})`;
  return [
    sql`sal.service_id not in (${hidden('service')})`,
    sql`sal.service_id not in (select id from service where organisation_id in (${hidden('organisation')}))`,
    sql`sal.location_id not in (${hidden('location')})`,
    sql`sal.location_id not in (select id from location where private)`,
    ...(words ? [sql`sal.id in (select id from service_search where ${matches(words)} ${alone})`] : []),
    ...(organisation ? [ofTheirs(sql`s.organisation_id = ${organisation}::uuid`)] : []),
    ...(changedFrom
      ? [any([sql`sal.service_id in (${changed('service', changedFrom)})`, sql`sal.location_id in (${changed('location', changedFrom)})`])]
      : []),
    ...sortedUnder(asked, sql`sal.service_id`),
    ...(minAge !== null || maxAge !== null ? [ofTheirs(all(agesAsked(asked)))] : []),
    ...periodsAsked(
      asked,
      (times) =>
        sql`exists (select from schedule t where t.service_id = sal.service_id and (t.location_id is null or t.location_id = sal.location_id) and ${times})`,
    ),
    ...(here && near
      ? [
          sql`sal.id in (select near.id from service_search near where ${near.metres === null ? covering(here) : within(here, near.metres)} ${alone})`,
        ]
      : []),
  ];
}

function organisationsAsked(asked: Asked): Part[] {
  const { words, organisation, changedFrom } = asked;
  return [
    sql`o.id not in (${hidden('organisation')})`,
    ...(words ? [sql`o.id in (select id from organisation_search where ${matches(words)} ${alone})`] : []),
    ...(organisation ? [sql`o.id = ${organisation}::uuid`] : []),
    ...(changedFrom ? [sql`o.id in (${changed('organisation', changedFrom)})`] : []),
    ...carryingTerms(asked).map(
      (services) => sql`o.id in (select s.organisation_id from service s where s.id in (${services}) and ${all(openServices)})`,
    ),
  ];
}

const matches = (words: string): Part => sql`words @@ plainto_tsquery('english', folded(${words}))`;

const sortedUnder = (asked: Asked, service: Part): Part[] => carryingTerms(asked).map((services) => sql`${service} in (${services})`);

const agesAsked = ({ minAge, maxAge }: Asked): Part[] => [
  ...(minAge === null ? [] : [sql`(s.max_age is null or s.max_age >= ${minAge})`]),
  ...(maxAge === null ? [] : [sql`(s.min_age is null or s.min_age <= ${maxAge})`]),
];

const periodsAsked = ({ periods }: Asked, runsIn: (times: Part) => Part): Part[] =>
  periods.length ? [any(periods.map((period) => runsIn(timesIn(period))))] : [];

/** A schedule that is on at some time of the period. One that says no times is on at none that can be asked for, and one past midnight until the day ends. */
function timesIn({ days, from, until }: Period): Part {
  const isoDays = days.map((day) => ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(day) + 1);
  // As RFC 5545 writes them: each week, or the first to the fifth of a month from either end.
  const codes = days.flatMap((day) => ['', '1', '2', '3', '4', '5', '-1', '-2', '-3', '-4', '-5'].map((nth) => nth + day));
  return all([
    ...(days.length
      ? [
          sql`(t.byday && ${codes}::text[]
            or t.byday = '{}' and t.freq = 'weekly' and extract(isodow from t.valid_from) = any(${isoDays}::int[]))`,
        ]
      : []),
    ...(from === null
      ? []
      : [sql`(coalesce(t.closes_at, t.opens_at) > ${from}::time or t.closes_at < t.opens_at or t.opens_at >= ${from}::time)`]),
    ...(until === null ? [] : [sql`coalesce(t.opens_at, t.closes_at) < ${until}::time`]),
    ...(days.length || from !== null || until !== null ? [] : [sql`true`]),
  ]);
}

/** Somebody from here may come: the service says that it works here, or does not say where it works. */
const covering = (here: Place): Part => sql`(area = '{}' or area && ${areasOf(here)}::text[])`;

function within({ latitude, longitude }: Place, metres: number): Part {
  const here = sql`ll_to_earth(${latitude}, ${longitude})::cube`;
  return sql`cube_enlarge(${here}, ${metres}, 3) @> near.spot and near.spot <-> ${here} <= ${metres}`;
}
