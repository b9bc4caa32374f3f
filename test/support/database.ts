import pg from 'pg';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { fingerprint, openBlank } from './blank.ts';

const opened = new Map<string | undefined, Promise<Database>>();

/**
 * One migrated database for each test worker: embedded, or PostgreSQL when TEST_STORE says so. Tests do not share
 * anything in it, because each makes programmes of its own and row-level security keeps them apart.
 */
export function testDatabase(store = process.env.TEST_STORE): Promise<Database> {
  const database = opened.get(store) ?? (store === 'postgres' ? openPostgres() : openBlank());
  opened.set(store, database);
  return database;
}

/** A database of its own, for a test that bends the tables themselves. Close it. */
export const ownDatabase = async (name: string): Promise<Database> =>
  process.env.TEST_STORE === 'postgres' ? openDatabase(await copyOfBlank(`${name}_${process.pid}`)) : openBlank();

async function openPostgres(): Promise<Database> {
  return openDatabase(await copyOfBlank(`w${process.env.VITEST_POOL_ID ?? 0}_${process.pid}`));
}

/** A PostgreSQL database with today's tables and nothing in them, made anew. */
const copyOfBlank = async (name: string): Promise<string> => freshPostgres(name, await blankPostgres());

/** The name of the database that others are copies of. Whoever comes first makes it. */
async function blankPostgres(): Promise<string> {
  const base = new URL(process.env.TEST_DATABASE_URL!);
  const beside = base.pathname.slice(1);
  const blank = `${beside}_blank_${fingerprint()}`;
  const admin = new pg.Client({ connectionString: base.href });
  await admin.connect();
  await admin.query('select pg_advisory_lock(20261122)');
  const there = await admin.query('select from pg_database where datname = $1', [blank]);
  if (!there.rowCount) {
    const made = await freshPostgres('making');
    await (await openDatabase(made)).close();
    await admin.query(`alter database "${beside}_making" rename to "${blank}"`);
    const { rows } = await admin.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [
      `${beside}_blank_`,
    ]);
    for (const { name } of rows) if (name !== blank) await admin.query(`drop database if exists "${name}"`).catch(() => undefined);
  }
  await admin.end();
  return blank;
}

/** An empty PostgreSQL database beside TEST_DATABASE_URL's, made anew, or a copy of another; answers its address. */
export async function freshPostgres(name: string, copyOf = 'template1'): Promise<string> {
  const base = new URL(process.env.TEST_DATABASE_URL!);
  const database = `${base.pathname.slice(1)}_${name}`;
  const admin = new pg.Client({ connectionString: base.href });
  await admin.connect();
  await dropThoseOfTheDead(admin, base.pathname.slice(1));
  await admin.query(`drop database if exists "${database}" with (force)`);
  await admin.query(`create database "${database}" template "${copyOf}"`);
  await admin.end();
  return Object.assign(new URL(base), { pathname: `/${database}` }).href;
}

/** Databases that earlier runs left behind: their names end in the id of a process that is no more. */
async function dropThoseOfTheDead(admin: pg.Client, base: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [
    `${base}_`,
  ]);
  for (const { name } of rows) {
    const maker = Number(/_(\d+)$/.exec(name)?.[1] ?? process.pid);
    if (!isAlive(maker)) await admin.query(`drop database if exists "${name}"`).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
