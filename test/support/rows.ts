import { sql } from 'kysely';
import type { Database } from '../../src/platform/database.ts';

/** How many rows a programme has in a table, or how many different values of a column. */
export const countRows = (db: Database, programme: string, table: string, differentIn?: string): Promise<number> =>
  db.inProgramme(programme, async (tx) => {
    const counted = differentIn ? sql`distinct ${sql.ref(differentIn)}` : sql`*`;
    const { rows } = await sql<{ n: number }>`select count(${counted}) as n from ${sql.table(table)}`.execute(tx);
    return rows[0]!.n;
  });
