import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownDatabase } from '../../test/support/database.ts';
import type { Database, Tx } from '../platform/database.ts';
import { beginMerge, endMerge, takeApart } from './store/merges.ts';

/** What is only ever added to stays under the id that it was written with; whoever reads it asks for `records_of` a person. */
const logs = ['access', 'event'];

let db: Database;
const programme = randomUUID();
const [kept, gone, somebodyElse] = [randomUUID(), randomUUID(), randomUUID()];
let tables: { name: string; column: string; key: boolean }[];

beforeAll(async () => {
  db = await ownDatabase('merge');
  await db.asOwner(async (connection) => {
    await sql`insert into programme (programme_id, slug, name) values (${programme}, 'merge', 'Merge')`.execute(connection);
    for (const id of [kept, gone, somebodyElse])
      await sql`insert into person (programme_id, id, given_name, family_name, date_of_birth, added_at)
        values (${programme}, ${id}, 'Moira', 'Kerr', '1964-03-14', now())`.execute(connection);
    tables = (await ofPeople(connection)).rows;
    for (const { name } of tables) await sql`alter table ${sql.table(name)} disable trigger all`.execute(connection);
    for (const { name, column } of tables.filter(({ name }) => !logs.includes(name) && !name.startsWith('person_merge')))
      for (const person of [kept, gone, gone, somebodyElse]) await plant(connection, name, column, person);
  });
});
afterAll(() => db.close());

/** Every column that names a person, by its name or by what it refers to, whoever may write it. */
const ofPeople = (connection: Tx) =>
  sql<{ name: string; column: string; key: boolean }>`
    select c.relname as name, a.attname as column, i.indisprimary is not null as key from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname <> 'programme_id'
    left join pg_index i on i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)
    where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'person' and (a.attname = 'person_id' or exists (
      select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'person'::regclass and a.attnum = any (f.conkey)))
    order by 1`.execute(connection);

/** A row of a person with something in every column that must have something; what a check forbids is not checked. */
async function plant(connection: Tx, table: string, column: string, person: string): Promise<void> {
  const checks = await sql<{ name: string }>`
    select conname as name from pg_constraint where conrelid = ${table}::regclass and contype = 'c'`.execute(connection);
  for (const { name } of checks.rows) await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(connection);
  const { rows } = await sql<{ name: string; type: string }>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and a.attgenerated = '' and a.attidentity = ''
      and not a.atthasdef and a.attname not in ('programme_id', ${column})`.execute(connection);
  const names = sql.join([sql.ref('programme_id'), sql.ref(column), ...rows.map(({ name }) => sql.ref(name))]);
  const values = sql.join([sql`${programme}`, sql`${person}`, ...rows.map(({ type }) => anyValue(type))]);
  await sql`insert into ${sql.table(table)} (${names}) values (${values}) on conflict do nothing`.execute(connection);
}

function anyValue(type: string) {
  if (type === 'uuid') return sql`gen_random_uuid()`;
  if (type.startsWith('timestamp')) return sql`now()`;
  if (type === 'date') return sql`current_date`;
  if (type === 'time without time zone') return sql`localtime`;
  if (type === 'boolean') return sql`true`;
  if (type === 'bytea') return sql`decode(md5(random()::text), 'hex')`;
  if (type === 'jsonb') return sql`'{}'::jsonb`;
  if (type === 'text') return sql`md5(random()::text)`;
  if (type.endsWith('[]')) return sql`'{}'`;
  if (type === 'tstzrange') return sql`tstzrange(now(), now() + interval '1 hour')`;
  return sql`1`;
}

const within = <T>(work: (tx: Tx) => Promise<T>) => db.inProgramme(programme, work);
const rowsOf = (...people: string[]) =>
  within(async (tx) => {
    const { rows } = await sql<{ relation: string; content: object }>`
      select relation, content from person_rows(array[${sql.join(people)}]::uuid[]) order by relation, content::text`.execute(tx);
    return rows;
  });

it('no table that tells of a person is forgotten when two records become one', async () => {
  const moving = await within((tx) =>
    sql<{ name: string; keys: string[] }>`select relation::text as name, keys::text[] from person_keys()`.execute(tx),
  );
  const moved = new Map(moving.rows.map(({ name, keys }) => [name, keys]));
  const ours = ['person_merge'];
  const forgotten = tables.filter(({ name, column }) => !logs.includes(name) && !ours.includes(name) && !moved.get(name)?.includes(column));
  expect(forgotten).toEqual([]);
  expect(moved.size).toBeGreaterThan(20);
});

it('everything of the one record becomes the other’s, and exactly everything goes back', async () => {
  const before = await rowsOf(kept, gone);
  const others = await rowsOf(somebodyElse);
  const planted = new Set(before.map(({ relation }) => relation));
  const merge = { id: randomUUID(), gone, kept, at: new Date(), by: randomUUID() };
  await within(async (tx) => {
    await beginMerge(tx, merge);
    await endMerge(tx, merge);
  });
  expect((await rowsOf(gone)).map(({ relation }) => relation)).toEqual(['person']);
  expect(new Set((await rowsOf(kept)).map(({ relation }) => relation))).toEqual(planted);
  expect(await rowsOf(somebodyElse)).toEqual(others);
  expect(await within((tx) => takeApart(tx, merge, { at: new Date(), by: merge.by }))).toBe(0);
  expect(await rowsOf(kept, gone)).toEqual(before);
  expect(await rowsOf(somebodyElse)).toEqual(others);
});
