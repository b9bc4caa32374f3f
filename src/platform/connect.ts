import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { embeddedPool } from './embedded.ts';

/** The same text-to-value rules on both databases: counts are numbers, calendar days stay 'YYYY-MM-DD'. By type id: int8, date, numeric. */
const parsers: Record<number, (text: string) => unknown> = { 20: Number, 1082: (text) => text, 1700: Number };

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => parsers[oid] ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

export async function connect(url: string): Promise<{ kysely: Kysely<unknown>; kind: 'postgres' | 'pglite' }> {
  const postgres = /^postgres(ql)?:/.test(url);
  const pool = postgres ? new pg.Pool({ connectionString: url, types, max: 10 }) : await embeddedPool(url, parsers);
  return { kysely: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), kind: postgres ? 'postgres' : 'pglite' };
}
