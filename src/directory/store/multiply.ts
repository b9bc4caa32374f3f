import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** How many services stand in one town. */
const inTown = 40;

/** A number from 0 up to 1 that is the same for the same text. */
const chance = (of: RawBuilder<unknown>) => sql`(('x' || substr(md5((${of})::text), 1, 8))::bit(32)::bigint / 4294967296.0)`;
const pick = (from: readonly string[], of: RawBuilder<unknown>) => sql`(${from}::text[])[1 + floor(${chance(of)} * ${from.length})::int]`;

const starts = [
  'Aber',
  'Ard',
  'Bal',
  'Black',
  'Burn',
  'Carn',
  'Craig',
  'Dal',
  'Drum',
  'Fern',
  'Glen',
  'Hazel',
  'Inver',
  'Kil',
  'Loch',
  'Rowan',
];
const ends = [
  'brae',
  'burgh',
  'dale',
  'field',
  'ford',
  'hill',
  'holm',
  'lea',
  'mouth',
  'muir',
  'ness',
  'side',
  'ton',
  'vale',
  'water',
  'wick',
];

/** The services that the first copies were made of. */
const originals = sql`(select s.*, row_number() over (order by s.id) - 1 as nth, count(*) over () as of_all
  from service s where s.status = 'active' and not s.name like '% no. %' order by s.id)`;

/**
 * Makes so many copies of every active service that is no copy itself, from the copy of this number on: each with ids, a name, a place and
 * figures of its own, spread as wide as so many services in all would be. For whoever needs very many at once, such as a benchmark: written by a
 * few statements, without the documents that a directory of one's own would have. Answers how many services it made.
 */
export async function multiplyServices(tx: Tx, { copies, from, inAll }: { copies: number; from: number; inAll: number }): Promise<number> {
  const reach = Math.min(1, Math.sqrt(inAll / inTown / 2500));
  await sql`drop table if exists pg_temp.copied`.execute(tx);
  await sql`
    create temp table copied on commit drop as
    select s.id as of_id, md5(s.id || ':' || copy)::uuid as id, md5('at ' || s.id || ':' || copy)::uuid as location_id, town, copy,
      ${pick(starts, sql`'start ' || town`)} || ${pick(ends, sql`'end ' || town`)} as town_name,
      54.9 + ${reach}::float8 * (${chance(sql`'lat ' || town`)} * 7 - 3.8) + (${chance(sql`'lat ' || s.id || copy`)} - 0.5) / 20 as latitude,
      -4 + ${reach}::float8 * (${chance(sql`'lon ' || town`)} * 6 - 1.5) + (${chance(sql`'lon ' || s.id || copy`)} - 0.5) / 20 as longitude,
      floor(${chance(sql`'room ' || s.id || copy`)} * 20 - 8)::int as available,
      now() + (floor(${chance(sql`'until ' || s.id || copy`)} * 60) - 28) * interval '1 day' as room_until,
      current_date - floor(${chance(sql`'checked ' || s.id || copy`)} * 500)::int as assured_at
    from ${originals} s, generate_series(${from}::int, ${from + copies - 1}::int) copy,
      lateral (select (copy * s.of_all + s.nth) / ${inTown} as town) at_town`.execute(tx);
  await sql`
    insert into place (code, kind, name, latitude, longitude)
    select distinct on (town) folded(town_name) || ' ' || town, 'town', town_name || ' ' || town, latitude, longitude from copied
    on conflict do nothing`.execute(tx);
  await copyRows(
    tx,
    'service',
    ['id', 'name', 'assured_at'],
    sql`s.id = c.of_id`,
    sql`c.id, c.town_name || ' ' || s.name || ' no. ' || c.copy, c.assured_at`,
  );
  await sql`
    insert into location (id, name, town, latitude, longitude)
    select location_id, town_name || ' hall', town_name, latitude, longitude from copied`.execute(tx);
  await sql`insert into service_at_location (service_id, location_id) select id, location_id from copied`.execute(tx);
  await copyRows(
    tx,
    'schedule',
    ['id', 'service_id', 'location_id'],
    sql`s.service_id = c.of_id`,
    sql`gen_random_uuid(), c.id, c.location_id`,
  );
  await copyRows(
    tx,
    'service_listing',
    [...listed],
    sql`s.id = (select min(id::text)::uuid from service_listing l where l.service_id = c.of_id)`,
    values,
  );
  const { rows } = await sql<{ n: number }>`select count(*) as n from copied`.execute(tx);
  return rows[0]!.n;
}

const listed = ['id', 'service_id', 'location_id', 'words', 'spot', 'room', 'room_until', 'assured_at', 'keys'] as const;
const values = sql`c.location_id, c.id, c.location_id, s.words || setweight(to_tsvector('simple', c.town_name), 'A'),
  ll_to_earth(c.latitude, c.longitude)::cube, nullif(greatest(c.available, 0), 0), c.room_until, c.assured_at,
  listing_keys(s.needs, s.who_for, s.attendance, s.languages, s.accessibility, ll_to_earth(c.latitude, c.longitude)::cube)`;

/** Copies rows of a table, all columns but those that are given as they are. */
async function copyRows(
  tx: Tx,
  table: string,
  own: readonly string[],
  joined: RawBuilder<unknown>,
  given: RawBuilder<unknown>,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name <> 'programme_id' and is_generated = 'NEVER' order by ordinal_position`.execute(
    tx,
  );
  const rest = rows.map(({ name }) => name).filter((name) => !own.includes(name));
  await sql`
    insert into ${sql.table(table)} (${sql.join([...own, ...rest].map((name) => sql.ref(name)))})
    select ${given}, ${sql.join(rest.map((name) => sql.ref(`s.${name}`)))} from copied c join ${sql.table(table)} s on ${joined}`.execute(
    tx,
  );
}
