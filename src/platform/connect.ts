import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Embedded } from './embedded.ts';

const asDay = (text: string) => text;
const asBytes = (text: string) => Buffer.from(text.slice(2), 'hex');
/** A list of one dimension, of values that need no quotes. */
const listOf = (each: (text: string) => unknown) => (text: string) =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((item) => (item === 'NULL' ? null : each(item)));

/** The same text-to-value rules on both databases: counts are numbers, calendar days stay 'YYYY-MM-DD'. By type id: bytea, then int8, date and numeric with their lists. */
const parsers: Record<number, (text: string) => unknown> = {
  17: asBytes,
  20: Number,
  1082: asDay,
  1700: Number,
  1016: listOf(Number),
  1182: listOf(asDay),
  1231: listOf(Number),
};

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

export async function connect(url: string, embedded: Embedded): Promise<{ kysely: Kysely<unknown>; kind: 'postgres' | 'pglite' }> {
  const postgres = /^postgres(ql)?:/.test(url);
  // PGlite is large, and PostgreSQL does without it.
  const pool = postgres ? openPool(url) : await (await import('./embedded.ts')).embeddedPool(url, parsers, embedded);
  return { kysely: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), kind: postgres ? 'postgres' : 'pglite' };
}

/** A connection that is lost says so to whoever uses it next; without listeners it would end the process as well. */
function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, types, max: 10, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
