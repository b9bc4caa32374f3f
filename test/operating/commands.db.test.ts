import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/database.ts';
import { blankFolder } from '../support/blank.ts';
import { freshPostgres } from '../support/database.ts';
import { bothy } from './bothy.ts';

const folder = mkdtempSync(join(tmpdir(), 'bothy-commands-'));
const onPostgres = process.env['TEST_STORE'] === 'postgres';
const backup = join(folder, 'bothy.backup');
let here: Record<string, string>;

beforeAll(async () => {
  here = onPostgres ? { DATABASE_URL: await freshPostgres(`commands_${process.pid}`) } : { BOTHY_DATA: join(folder, 'first') };
  for (const name of ['first', 'empty']) if (!onPostgres || name !== 'first') await blankFolder(join(folder, name, 'db'));
  const seeded = await bothy(['seed', '--people', '12', '--services', '5', '--referrals', '12', '--seed', 'hills'], here);
  expect(seeded.said).toContain('referrals: 12 of 12');
  expect(seeded.code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const urlOf = (env: Record<string, string>) => env['DATABASE_URL'] ?? `${env['BOTHY_DATA']}/db`;

/** Every row of every table as text, whatever the kind of database. */
async function contents(env: Record<string, string>): Promise<Record<string, string[]>> {
  const db = await openDatabase(urlOf(env), { migrate: false });
  const found = await db.asOwner(async (connection) => {
    await sql`set timezone = 'UTC'`.execute(connection);
    const tables = await sql<{ name: string }>`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'kysely%' and c.relname not in ('session', 'account_link', 'setup_link', 'rate_limit')`.execute(
      connection,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.table(name)} t order by 1`.execute(
        connection,
      );
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  });
  await db.close();
  return found;
}

describe('migrate', () => {
  it('brings the tables up to date once', { timeout: 60_000 }, async () => {
    expect(await bothy(['migrate'], here)).toMatchObject({ code: 0, out: expect.stringContaining('0 of them new') as string });
  });
});

describe('backup and restore', { timeout: 120_000 }, () => {
  it('bring every table back row by row, on either kind of database', async () => {
    const written = await bothy(['backup', backup], here);
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining('It holds personal data') as string });
    expect(written.said).toMatch(/ {2}person: \d+ rows …/);
    expect(statSync(backup).mode & 0o077).toBe(0);
    const before = await contents(here);
    expect(before['person']!.length).toBeGreaterThan(12);
    expect(before['event']!.length).toBeGreaterThan(50);

    const targets: Record<string, string>[] = [{ BOTHY_DATA: join(folder, 'second') }];
    if (process.env['TEST_DATABASE_URL']) targets.push({ DATABASE_URL: await freshPostgres(`restored_${process.pid}`) });
    for (const there of targets) {
      expect(await bothy(['restore', backup], there)).toMatchObject({
        code: 0,
        out: expect.stringContaining('each was compared') as string,
      });
      expect(await contents(there)).toEqual(before);
      const added = await bothy(
        ['create-account', '--email', 'after@glenkens.example', '--name', 'After', '--role', 'administrator'],
        there,
      );
      expect(added.code, added.said).toBe(0);
    }
  });

  it('refuse a database that holds something', async () => {
    const refused = await bothy(['restore', backup], here);
    expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/^The database is not empty: [^\n]*\n$/) as string });
  });

  it('refuse a file that is damaged, not whole, or something else, and leave the database empty', async () => {
    const empty = { BOTHY_DATA: join(folder, 'empty') };
    const whole = statSync(backup).size;
    await bothy(['backup', join(folder, 'short.backup')], here);
    truncateSync(join(folder, 'short.backup'), Math.floor(whole / 2));
    for (const file of [join(folder, 'short.backup'), 'package.json', join(folder, 'nothing')]) {
      expect(await bothy(['restore', file], empty)).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^[^\n]*(not whole|no file)[^\n]*\n$/) as string,
      });
    }
    expect((await bothy(['restore', backup], empty)).code).toBe(0);
  });

  it('never write over an earlier backup', async () => {
    expect(await bothy(['backup', backup], here)).toMatchObject({ code: 1, said: expect.stringContaining('is there already') as string });
  });
});

describe('export', { timeout: 60_000 }, () => {
  const to = join(folder, 'export');

  it('warns that it holds personal data, and waits for a yes', async () => {
    expect(await bothy(['export', to], here)).toMatchObject({ code: 1, said: expect.stringContaining('personal data') as string });
    expect(existsSync(to)).toBe(false);
  });

  it('writes one CSV file for each table, without passwords or sessions', async () => {
    expect((await bothy(['export', to, '--yes'], here)).code).toBe(0);
    const files = readdirSync(to);
    expect(files).toContain('person.csv');
    expect(files).not.toContain('session.csv');
    expect(files).not.toContain('restricted_fact.csv');
    expect(statSync(to).mode & 0o077).toBe(0);
    const [names, ...people] = readFileSync(join(to, 'person.csv'), 'utf8').trimEnd().split('\r\n');
    expect(names).toMatch(/^programme_id,id,given_name,family_name,/);
    expect(people).toHaveLength((await contents(here))['person']!.length);
    expect(readFileSync(join(to, 'account.csv'), 'utf8')).not.toContain('argon2');
  });
});
