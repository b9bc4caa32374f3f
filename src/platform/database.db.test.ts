import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankFolder } from '../../test/support/blank.ts';
import { freshPostgres, testDatabase } from '../../test/support/database.ts';
import { newProgramme } from '../../test/support/programme.ts';
import { type Database, openDatabase, type Tx } from './database.ts';

const onPostgres = process.env.TEST_STORE === 'postgres';
let db: Database;
beforeAll(async () => void (db = await testDatabase()));

const one = async <T>(tx: Tx, query: ReturnType<typeof sql<T>>) => (await query.execute(tx)).rows[0];
const alive = async (database: Database) =>
  expect(await database.outsideProgrammes((tx) => one(tx, sql`select 1 as one`))).toEqual({ one: 1 });

describe('values', () => {
  it('come back the same from both databases', async () => {
    const row = await db.outsideProgrammes((tx) =>
      one(
        tx,
        sql`select 9007199254740991::int8 as count, 7::int4 as few, 12.50::numeric as share, 1.5::float8 as ratio, date '2026-02-28' as day,
          timestamptz '2026-02-28 23:30+00' as at, null::date as never, true as yes, '{"a":[1]}'::jsonb as data, '\\x00ff'::bytea as bytes,
          array['b','a']::text[] as words, array[1,2]::int8[] as counts, array[date '2026-02-28', null]::date[] as days, array[0.5]::numeric[] as shares, '{}'::int8[] as none,
          array['00000000-0000-4000-8000-000000000000']::uuid[] as ids, time '09:30' as opens`,
      ),
    );
    expect(row).toEqual({
      count: 9007199254740991,
      few: 7,
      share: 12.5,
      ratio: 1.5,
      day: '2026-02-28',
      at: new Date('2026-02-28T23:30:00Z'),
      never: null,
      yes: true,
      data: { a: [1] },
      bytes: Buffer.from([0, 255]),
      words: ['b', 'a'],
      counts: [1, 2],
      days: ['2026-02-28', null],
      none: [],
      shares: [0.5],
      ids: ['00000000-0000-4000-8000-000000000000'],
      opens: '09:30:00',
    });
  });

  it('come back the same when there are parameters', async () => {
    const at = new Date('2026-03-29T01:30:00.123Z');
    const row = await db.outsideProgrammes((tx) =>
      one(
        tx,
        sql`select ${'2026-02-28'}::date as day, ${5}::int8 as count, ${at}::timestamptz as at, ${['a', 'b']}::text[] as words, ${Buffer.from('x')}::bytea as bytes, ${JSON.stringify({ a: 1 })}::jsonb as data`,
      ),
    );
    expect(row).toEqual({ day: '2026-02-28', count: 5, at, words: ['a', 'b'], bytes: Buffer.from('x'), data: { a: 1 } });
  });

  it('are counted when they are changed', async () => {
    const { id } = await newProgramme(db);
    await db.inProgramme(id, async (tx) => {
      expect((await sql`update account set job_title = 'x'`.execute(tx)).numAffectedRows).toBe(9n);
      expect((await sql`update account set job_title = ${'y'} where name = ${'nobody'}`.execute(tx)).numAffectedRows).toBe(0n);
      expect((await sql`update account set job_title = ${'y'} where name = ${'Dev Anand'}`.execute(tx)).numAffectedRows).toBe(1n);
    });
  });
});

describe('a query that fails', () => {
  it('undoes its transaction, and leaves the next one well', async () => {
    const { id } = await newProgramme(db);
    const failed = db.inProgramme(id, async (tx) => {
      await sql`update programme set name = 'changed'`.execute(tx);
      await sql`select 1 / 0`.execute(tx);
    });
    await expect(failed).rejects.toThrow('division by zero');
    expect(await db.inProgramme(id, (tx) => one(tx, sql`select name from programme`))).toEqual({ name: 'Glenkens Connections' });
  });

  it('does not spoil the others that run at the same time', async () => {
    const several = await Promise.allSettled(
      Array.from({ length: 30 }, (_, i) =>
        db.outsideProgrammes((tx) => one(tx, i % 3 ? sql`select ${i}::int as i` : sql`select 1 / ${0}::int`)),
      ),
    );
    expect(several.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual(
      several.map((_, i) => (i % 3 ? { i } : 'failed')),
    );
  });

  it('in a script of several leaves nothing of the script', async () => {
    await expect(db.asOwner((connection) => sql.raw('create table half (id int); select 1 / 0').execute(connection))).rejects.toThrow(
      'division by zero',
    );
    expect(await db.asOwner((connection) => one(connection, sql`select to_regclass('half') as half`))).toEqual({ half: null });
  });
});

describe('a transaction', () => {
  it('works as a role that cannot go round the rules, and only for its own length', async () => {
    const { id } = await newProgramme(db);
    const inside = sql`select current_user::text as role, current_setting('bothy.programme', true) as programme`;
    expect(await db.inProgramme(id, (tx) => one(tx, inside))).toEqual({ role: 'bothy_app', programme: id });
    const outside = await db.asOwner((connection) => one<{ role: string; programme: string }>(connection, inside as never));
    expect(outside!.role).not.toBe('bothy_app');
    expect(outside!.programme ?? '').toBe('');
  });

  it('is for one programme, named by its id', () => {
    for (const wrong of ['', 'galloway', "'; drop table event; --"])
      expect(() => db.inProgramme(wrong, () => Promise.resolve())).toThrow('named by its id');
  });

  it('of a programme that does not exist sees nothing', async () => {
    expect(await db.inProgramme(randomUUID(), (tx) => one(tx, sql`select count(*) as n from account`))).toEqual({ n: 0 });
  });
});

if (!onPostgres)
  describe('the embedded database', () => {
    let own: Database;
    beforeAll(async () => void (own = await openDatabase('memory://', { migrate: false, patience: 20 })));
    afterAll(() => own.close());
    const nothing = () => Promise.resolve();

    it('refuses, with the likely mistake, a transaction inside another, instead of waiting for ever', async () => {
      const nested = own.asOwner(() => own.asOwner(nothing));
      await expect(nested).rejects.toThrow(
        'Waited 0.02 s for the embedded database. Is something inside a transaction asking for another one?',
      );
      await own.asOwner(nothing);
    });

    it('gives the next in line its turn when one before it has given up waiting', async () => {
      let finish = () => {};
      const long = own.asOwner(() => new Promise<void>((done) => (finish = done)));
      await expect(own.asOwner(nothing)).rejects.toThrow('Waited');
      const next = own.asOwner((connection) => one(connection, sql`select 2 as two`));
      finish();
      await long;
      expect(await next).toEqual({ two: 2 });
    });

    it('of a newer Bothy is left alone with one sentence, and not held', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'bothy-newer-'));
      await blankFolder(join(folder, 'db'));
      const newer = await openDatabase(join(folder, 'db'), { migrate: false });
      await newer.asOwner((connection) =>
        sql`insert into kysely_migration (name, timestamp) values ('9999-later.sql', '2030-01-01')`.execute(connection),
      );
      await newer.close();
      await expect(openDatabase(join(folder, 'db'))).rejects.toThrow('made by another version of Bothy');
      await (await openDatabase(join(folder, 'db'), { migrate: false })).close();
      rmSync(folder, { recursive: true });
    });
  });

if (onPostgres)
  describe('PostgreSQL going away', () => {
    it('while nobody asks, while one works, and between two queries, is got over', async () => {
      const url = await freshPostgres(`away_${process.pid}`);
      const own = await openDatabase(url);
      const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${new URL(url).pathname.slice(1)}`;
      const cutAll = () => db.asOwner((connection) => cut.execute(connection));
      await Promise.all(Array.from({ length: 5 }, () => alive(own)));
      await cutAll();
      await expect
        .poll(() =>
          alive(own).then(
            () => 'alive',
            () => 'away',
          ),
        )
        .toBe('alive');

      await expect(
        own.outsideProgrammes(async (tx) => {
          await sql`select 1`.execute(tx);
          await cutAll();
          await sql`select 1`.execute(tx);
        }),
      ).rejects.toThrow();
      await expect
        .poll(() =>
          alive(own).then(
            () => 'alive',
            () => 'away',
          ),
        )
        .toBe('alive');

      await expect(
        own.outsideProgrammes(async (tx) => {
          const long = sql`select pg_sleep(30)`.execute(tx);
          long.catch(() => {});
          await expect
            .poll(
              async () =>
                (await db.asOwner((c) =>
                  one<{ n: number }>(c, sql`select count(*) as n from pg_stat_activity where query like 'select pg_sleep(30)'`),
                ))!.n,
            )
            .toBe(1);
          await cutAll();
          await long;
        }),
      ).rejects.toThrow();
      await expect
        .poll(() =>
          alive(own).then(
            () => 'alive',
            () => 'away',
          ),
        )
        .toBe('alive');
      await own.close();
    });
  });
