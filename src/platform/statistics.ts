import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** What PostgreSQL believes of the size of its tables. After many rows at once it would still plan for few, the checks of foreign keys among them. */
export async function refreshStatistics(connection: Tx): Promise<void> {
  await sql`analyze`.execute(connection);
}
