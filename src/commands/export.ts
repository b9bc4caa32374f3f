import { programmeNamed } from './programme-named.ts';
import { exportCsv } from '../platform/backup/export.ts';
import { PlainError } from '../platform/plain-error.ts';
import type { Given, Lent } from './command.ts';
import { count, fleeting, tellProgress, withDatabase } from './with-database.ts';

/** What only a few may know is in a backup, and in no file that is made to be read. */
const apart = ['restricted_fact'];

export async function run({ rest: [folder], values, flags }: Given, lent: Lent): Promise<void> {
  if (!folder) throw new PlainError('Name the folder to write, like: npm run bothy -- export ./glenkens --yes');
  if (!flags['yes']) {
    throw new PlainError(
      'The files will hold personal data: names, birth dates, and what people told their link worker. They are not encrypted. If you may hold them, and know where they will lie, add --yes.',
    );
  }
  const counts = await withDatabase(lent, async (db) => {
    const programme = await programmeNamed(db, values['programme']);
    return exportCsv(db, programme, folder, {
      leaveOut: [...fleeting, ...apart],
      leaveOutColumns: ['password_hash'],
      progress: tellProgress(),
    });
  });
  const rows = Object.values(counts).reduce((sum, each) => sum + each, 0);
  console.log(
    `${folder} holds ${count(Object.keys(counts).length, 'file')} with ${count(rows, 'row')}. They hold personal data: delete them when you have done with them. What is restricted is not among them.`,
  );
}
