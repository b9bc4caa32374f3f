import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownDatabase } from '../../test/support/database.ts';
import type { Database, Tx } from './database.ts';

type Relation = { name: string; kind: 'table' | 'view'; hasProgramme: boolean; secured: boolean };

let db: Database;
let relations: Relation[];
const ours = randomUUID();
const theirs = randomUUID();

/** Whatever the application's role can reach, asked of the catalogue, so that a new table cannot be forgotten. */
const reachable = (connection: Tx) =>
  sql<Relation>`
    select c.relname as name, case c.relkind when 'v' then 'view' when 'm' then 'view' else 'table' end as kind, c.relrowsecurity as secured,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'programme_id' and not a.attisdropped) as "hasProgramme"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm')
      and (has_table_privilege('bothy_app', c.oid, 'select') or has_table_privilege('bothy_app', c.oid, 'insert')
        or has_table_privilege('bothy_app', c.oid, 'update') or has_table_privilege('bothy_app', c.oid, 'delete'))
    order by 1`.execute(connection);

const failure = (work: Promise<unknown>): Promise<{ code?: string; message: string }> =>
  work.then(
    () => ({ message: 'nothing failed' }),
    (error: { code?: string; message: string }) => error,
  );

beforeAll(async () => {
  db = await ownDatabase('tenancy');
  relations = (await db.asOwner(reachable)).rows;
  await db.asOwner(async (connection) => {
    for (const programme of [ours, theirs]) await plantRows(connection, programme);
  });
});

afterAll(() => db.close());

/** One row of each programme in every table, put there by the owner with the usual checks between tables switched off. */
async function plantRows(connection: Tx, programme: string): Promise<void> {
  for (const { name } of tables()) await sql`alter table ${sql.table(name)} disable trigger all`.execute(connection);
  for (const { name } of tables()) await plant(connection, name, programme);
  for (const { name } of tables()) await sql`alter table ${sql.table(name)} enable trigger all`.execute(connection);
}

const tables = () => relations.filter(({ kind }) => kind === 'table');

async function plant(connection: Tx, table: string, programme: string): Promise<void> {
  const { rows } = await sql<{ name: string; type: string }>`
    select a.attname as name, t.typname as type from pg_attribute a join pg_type t on t.oid = a.atttypid
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and a.attgenerated = '' and a.attidentity = ''
      and (not a.atthasdef or a.attname = 'programme_id')`.execute(connection);
  const checks = await sql<{
    name: string;
  }>`select conname as name from pg_constraint where conrelid = ${table}::regclass and contype = 'c'`.execute(connection);
  const definitions = await sql<{ sql: string; name: string }>`
    select conname as name, pg_get_constraintdef(oid) as sql from pg_constraint where conrelid = ${table}::regclass and contype = 'c'`.execute(
    connection,
  );
  for (const { name } of checks.rows) await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(connection);
  const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
  const values = sql.join(rows.map(({ name, type }) => (name === 'programme_id' ? sql`${programme}::uuid` : anyValue(type))));
  await sql`insert into ${sql.table(table)} (${columns}) values (${values}) on conflict do nothing`.execute(connection);
  for (const { name, sql: definition } of definitions.rows) {
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)} not valid`.execute(connection);
  }
}

function anyValue(type: string): RawBuilder<unknown> {
  switch (type) {
    case 'uuid':
      return sql`gen_random_uuid()`;
    case 'timestamptz':
      return sql`now()`;
    case 'date':
      return sql`current_date`;
    case 'bool':
      return sql`true`;
    case 'bytea':
      return sql`decode(md5(random()::text), 'hex')`;
    case 'jsonb':
      return sql`'{}'::jsonb`;
    case 'text':
      return sql`md5(random()::text)`;
    case 'tsvector':
      return sql`''::tsvector`;
    case 'cube':
      return sql`ll_to_earth(55, -4)`;
    default:
      if (type.startsWith('_')) return sql`'{}'`;
      return sql`1`;
  }
}

describe('every table that the application can reach', () => {
  it('is protected, or holds no programme’s data', () => {
    expect(
      tables()
        .filter(({ hasProgramme, secured }) => !hasProgramme || !secured)
        .map(({ name }) => name),
    ).toEqual([]);
    expect(tables().length).toBeGreaterThan(15);
  });

  it('shows a programme its own rows and none of another', async () => {
    for (const { name } of relations.filter(({ hasProgramme }) => hasProgramme)) {
      const seen = await db.inProgramme(ours, (tx) =>
        sql<{ programme_id: string }>`select distinct programme_id from ${sql.table(name)}`.execute(tx),
      );
      const ids = seen.rows.map((row) => row.programme_id);
      expect(
        ids.filter((id) => id !== ours),
        `${name} shows another programme`,
      ).toEqual([]);
      if (tables().some((table) => table.name === name)) expect(ids, `${name} hides its own rows`).toEqual([ours]);
    }
  });

  it('shows nobody’s rows when no programme is named', async () => {
    for (const { name } of relations) {
      const { rows } = await db.outsideProgrammes((tx) => sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(tx));
      expect(rows[0]?.n, name).toBe(0);
    }
  });

  it('takes no row for another programme', async () => {
    for (const { name } of tables()) {
      const insert = db.inProgramme(ours, (tx) => sql`insert into ${sql.table(name)} (programme_id) values (${theirs}::uuid)`.execute(tx));
      const { code, message } = await failure(insert);
      expect({ name, code, message }).toMatchObject({ code: '42501', message: expect.stringContaining('row-level security') as string });
    }
  });

  it('lets no row of another programme be changed, moved or removed', async () => {
    for (const { name } of tables()) {
      const reach = await db.asOwner((connection) =>
        sql<{ update: boolean; remove: boolean }>`
          select has_table_privilege('bothy_app', ${name}::regclass, 'update') as update, has_table_privilege('bothy_app', ${name}::regclass, 'delete') as remove`.execute(
          connection,
        ),
      );
      if (reach.rows[0]!.update) {
        const touched = await db.inProgramme(ours, (tx) =>
          sql`update ${sql.table(name)} set programme_id = programme_id where programme_id = ${theirs}::uuid`.execute(tx),
        );
        expect(Number(touched.numAffectedRows ?? 0n), `update ${name}`).toBe(0);
        const moved = db.inProgramme(ours, (tx) => sql`update ${sql.table(name)} set programme_id = ${theirs}::uuid`.execute(tx));
        expect((await failure(moved)).code, `move ${name}`).toBe('42501');
      }
      if (reach.rows[0]!.remove) {
        const removed = await db.inProgramme(ours, (tx) =>
          sql`delete from ${sql.table(name)} where programme_id = ${theirs}::uuid`.execute(tx),
        );
        expect(Number(removed.numAffectedRows ?? 0n), `delete ${name}`).toBe(0);
      }
    }
  });
});

describe('the application’s role', () => {
  it('cannot bypass the protection', async () => {
    const { rows } = await db.asOwner((connection) =>
      sql<{ any: boolean }>`select rolsuper or rolbypassrls as any from pg_roles where rolname = 'bothy_app'`.execute(connection),
    );
    expect(rows[0]?.any).toBe(false);
    const owned = await db.asOwner((connection) =>
      sql<{ n: number }>`select count(*) as n from pg_class where relowner = 'bothy_app'::regrole`.execute(connection),
    );
    expect(owned.rows[0]?.n).toBe(0);
  });

  it('cannot rewrite what happened or who looked', async () => {
    for (const log of ['event', 'access']) {
      expect((await failure(db.inProgramme(ours, (tx) => sql`delete from ${sql.table(log)}`.execute(tx)))).code).toBe('42501');
      expect((await failure(db.inProgramme(ours, (tx) => sql`update ${sql.table(log)} set at = now()`.execute(tx)))).code).toBe('42501');
    }
  });

  it('has no other function that runs with the owner’s rights than the ones that are meant', async () => {
    const { rows } = await db.asOwner((connection) =>
      sql<{ name: string }>`select proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and prosecdef and has_function_privilege('bothy_app', p.oid, 'execute') order by 1`.execute(connection),
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'account_of_feed',
      'account_of_link',
      'appointment_of_link',
      'asker_of_session',
      'assurance_of_link',
      'begin_set_up',
      'connection_of_reply',
      'idea_of_link',
      'may_set_up',
      'measure_of_link',
      'person_of_stop_link',
      'plan_of_link',
      'programme_ids',
      'programme_of_slug',
      'publishing_programmes',
      'round_of_secret',
      'shortlist_of_link',
      'sign_in_of',
      'story_of_link',
    ]);
  });
});
