import { access, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { areas as words } from '../../locales/en/areas.ts';
import { PlainError } from '../platform/plain-error.ts';
import { importAreas, type AreasRead, type AreasRefusal } from '../voice/index.ts';
import type { Given, Lent } from './command.ts';
import { programmeNamed } from './programme-named.ts';
import { count, withDatabase } from './with-database.ts';

const mostLines = 20;

export async function run({ rest: [path], values, flags }: Given, lent: Lent): Promise<void> {
  if (!path) throw new PlainError('Name the table to read, like: npm run bothy -- import-areas census.csv');
  const { source, licence, year = '', name = basename(path).replace(/\.\w{2,4}$/, '') } = values;
  if (!source) throw new PlainError('Say who publishes these figures, with --source.');
  if (!licence) throw new PlainError('Say under which licence they are published, with --licence.');
  await access(path).catch(() => {
    throw new PlainError(`There is no file ${path} that can be read.`);
  });
  const dryRun = flags['dry-run'] === true;
  const ask = { text: await readFile(path), name, source, licence, year, invented: flags['invented'] === true, at: lent.now() };
  const read = await withDatabase(lent, async (db) => importAreas(db, await programmeNamed(db, values['programme']), ask, { dryRun }));
  if (!read.ok) throw new PlainError(sentenceFor(read.error, path));
  console.log(reportOf(read.value, { name, dryRun }));
}

function sentenceFor(why: AreasRefusal, path: string): string {
  const form =
    'Its headings must say so, such as: Area code, Area name, Indicator, Value, Unit, Year, Denominator; or Area code and a column for each figure.';
  switch (why) {
    case 'empty':
    case 'no-rows':
      return `${path} has no rows below its headings. Nothing was changed.`;
    case 'too-many':
      return `${words.bring.errors['too-many']}. Nothing was changed.`;
    case 'no-year':
      return 'No column says of which year the figures are. Say it with --year.';
    case 'nothing':
      return 'No row can be used. --dry-run says why. Nothing was changed.';
    case 'no-area':
    case 'no-figures':
    case 'both-forms':
    case 'twice':
      return `It cannot be told what each column means. ${form} Or bring the table in on the page “${words.title}”, and say it there.`;
  }
}

function reportOf({ values, areas, indicators, missing, faults }: AreasRead, { name, dryRun }: { name: string; dryRun: boolean }): string {
  return [
    dryRun ? `${name}: nothing was changed. This is what would be.` : name,
    `${count(values, 'figure')}: ${count(indicators, 'indicator')} of ${count(areas, 'area')}.`,
    ...(missing ? [`${count(missing, 'cell')} without a figure left out.`] : []),
    ...(faults.length ? [`${count(faults.length, 'cell')} not taken:`] : []),
    ...faults.slice(0, mostLines).map(({ nth, column, why }) => `  ${words.tried.fault(nth, column, words.tried.whys[why])}`),
    ...(faults.length > mostLines ? [`  and ${(faults.length - mostLines).toLocaleString('en-GB')} more.`] : []),
  ].join('\n');
}
