import { restore } from '../platform/backup/restore.ts';
import { openQueue } from '../platform/jobs.ts';
import { openLog } from '../platform/log.ts';
import { PlainError } from '../platform/plain-error.ts';
import type { Given, Lent } from './command.ts';
import { count, fleeting, tellProgress, withDatabase } from './with-database.ts';

export async function run({ rest: [file] }: Given, lent: Lent): Promise<void> {
  if (!file) throw new PlainError('Name the backup to restore, like: npm run bothy -- restore bothy.backup');
  const log = openLog(lent.config.logLevel);
  const end = await withDatabase(
    lent,
    (db) => restore(db, file, { openQueue: (names) => openQueue(db, names, log), leaveOut: fleeting, progress: tellProgress() }),
    { migrate: false },
  );
  const rows = Object.values(end.tables).reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `Restored ${count(rows, 'row')} of ${count(Object.keys(end.tables).length, 'table')}; each was compared with what was backed up. Everybody signs in anew.`,
  );
}
