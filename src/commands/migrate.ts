import { migrationsIn } from '../platform/backup/catalogue.ts';
import { migrateTo } from '../platform/migrate.ts';
import type { Given, Lent } from './command.ts';
import { count, withDatabase } from './with-database.ts';

export const run = (_given: Given, lent: Lent): Promise<void> =>
  withDatabase(
    lent,
    (db) =>
      db.asOwner(async (connection) => {
        const applied = await migrateTo(connection);
        for (const name of applied) console.log(`Applied ${name}`);
        console.log(
          `The tables are up to date: ${count((await migrationsIn(connection)).length, 'migration')}, ${applied.length} of them new.`,
        );
      }),
    { migrate: false },
  );
