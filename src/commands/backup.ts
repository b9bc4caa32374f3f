import { backUp } from '../platform/backup/back-up.ts';
import { PlainError } from '../platform/plain-error.ts';
import type { Given, Lent } from './command.ts';
import { count, fleeting, tellProgress, withDatabase } from './with-database.ts';

export async function run({ rest: [file] }: Given, lent: Lent): Promise<void> {
  if (!file) throw new PlainError('Name the file to write, like: npm run bothy -- backup bothy.backup');
  const end = await withDatabase(lent, (db) =>
    backUp(db, file, { leaveOut: fleeting, version: lent.version, at: lent.now(), progress: tellProgress() }),
  );
  const rows = Object.values(end.tables).reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${file} holds ${count(rows, 'row')} of ${count(Object.keys(end.tables).length, 'table')}. It holds personal data: keep it encrypted, and away from this machine.`,
  );
}
