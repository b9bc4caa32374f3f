import { type Database, openDatabase } from '../platform/database.ts';
import type { Progress } from '../platform/backup/back-up.ts';
import type { Lent } from './command.ts';

/** Opens the database for one command and closes it whatever happens. */
export async function withDatabase<T>(
  { config }: Lent,
  work: (db: Database) => Promise<T>,
  options: { migrate?: boolean } = {},
): Promise<T> {
  const db = await openDatabase(config.databaseUrl, options);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

/** Tells on stderr how far a long command has come: each table, and every ten thousand rows. */
export function tellProgress(): Progress {
  let told = { table: '', rows: 0 };
  return (table, rows) => {
    if (table === told.table && rows - told.rows < 10_000) return;
    told = { table, rows };
    console.error(`  ${table}: ${count(rows, 'row')} …`);
  };
}

/** Not in a backup: whoever was signed out, or used a link, must not find the old one working again. */
export const fleeting = ['session', 'account_link', 'setup_link', 'rate_limit'];
