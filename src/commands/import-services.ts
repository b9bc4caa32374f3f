import { importServices } from '../directory/index.ts';
import { PlainError } from '../platform/plain-error.ts';
import type { Given, Lent } from './command.ts';
import { reportOf } from './import-report.ts';
import { programmeNamed } from './programme-named.ts';
import { count, withDatabase } from './with-database.ts';

export async function run({ rest: [from], values, flags }: Given, lent: Lent): Promise<void> {
  if (!from) throw new PlainError('Name the feed to read, like: npm run bothy -- import-services https://directory.example/oruk/v3');
  const dryRun = flags['dry-run'] === true;
  const imported = await withDatabase(lent, async (db) =>
    importServices(db, {
      programme: await programmeNamed(db, values['programme']),
      from,
      dryRun,
      allowPrivate: flags['allow-private'] === true,
      report: values['report'],
      now: lent.now,
      onProgress: tellHundreds(),
    }),
  );
  console.log(reportOf(imported, { dryRun, report: values['report'] }));
  const { services, organisations, rejected } = imported;
  const taken = [services, organisations].some(({ added, changed, unchanged }) => added + changed + unchanged > 0);
  if (!taken)
    throw new PlainError(
      rejected ? 'None of it could be taken. Nothing was changed.' : 'There is nothing in this feed. Nothing was changed.',
    );
}

/** A line for every five hundred. */
function tellHundreds() {
  return (what: 'read' | 'saved', done: number) => {
    if (done % 500 === 0)
      console.error(what === 'read' ? `  ${count(done, 'record')} read …` : `  ${count(done, 'service')} compared and saved …`);
  };
}
