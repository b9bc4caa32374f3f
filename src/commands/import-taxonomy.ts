import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { taxonomies as words } from '../../locales/en/taxonomies.ts';
import { importTaxonomy, type ImportedTerms, type TermsAsk, type TermsFormat } from '../directory/index.ts';
import { PlainError } from '../platform/plain-error.ts';
import type { Given, Lent } from './command.ts';
import { programmeNamed } from './programme-named.ts';
import { count, withDatabase } from './with-database.ts';

const formats: readonly TermsFormat[] = ['open-eligibility', 'openactive', 'csv', 'json', 'snomed-refset'];

export async function run({ rest: [path], values, flags }: Given, lent: Lent): Promise<void> {
  if (!path) throw new PlainError('Name the list to read, like: npm run bothy -- import-taxonomy activity-list.jsonld');
  const as = formats.find((format) => format === values['as']);
  if (values['as'] !== undefined && !as) throw new PlainError(`--as takes one of ${formats.join(', ')}.`);
  const dryRun = flags['dry-run'] === true;
  const ask: TermsAsk = {
    file: await fileAt(path),
    descriptions: values['descriptions'] === undefined ? undefined : await fileAt(values['descriptions']),
    as,
    name: values['name'],
    licence: values['licence'],
    licenceUri: values['licence-uri'],
    mayRetire: flags['may-retire'] === true,
    by: { kind: 'system' },
    at: lent.now(),
  };
  const taken = await withDatabase(lent, async (db) => importTaxonomy(db, await programmeNamed(db, values['programme']), ask, { dryRun }));
  if (!taken.ok) {
    const { why, what, rejections = [] } = taken.error;
    const hint = {
      'no-licence': ' Give it with --licence.',
      'many-would-go': ' With --may-retire they go.',
      'no-descriptions': ' It goes with --descriptions.',
    };
    const said = words.problems[why](what).replace(/ If they should go.*/, '');
    throw new PlainError([`${said}${why in hint ? hint[why as keyof typeof hint] : ''}`, ...rejections.map(lineOf)].join('\n'));
  }
  console.log(reportOf(taken.value, dryRun));
}

async function fileAt(path: string): Promise<TermsAsk['file']> {
  await access(path).catch(() => {
    throw new PlainError(`There is no file ${path} that can be read.`);
  });
  return { name: basename(path), open: () => createReadStream(path) };
}

function reportOf({ taxonomy, rejections, rejected, ...counts }: ImportedTerms, dryRun: boolean): string {
  const { added, changed, unchanged, retired, matched, lostParents } = counts;
  return [
    dryRun ? `${taxonomy.name}: nothing was changed. This is what would be.` : taxonomy.name,
    `Terms: ${[`${figure(added)} added`, `${figure(changed)} changed`, `${figure(unchanged)} unchanged`, `${figure(retired)} no longer in the list`].join(', ')}.`,
    ...(matched ? [`${count(matched, 'term')} matched with our needs by what Bothy brings.`] : []),
    ...(lostParents ? [`${count(lostParents, 'term')} under a term that is not in the list.`] : []),
    ...(rejected ? [`${count(rejected, 'row')} not taken:`, ...rejections.map(lineOf)] : []),
    ...(rejected > rejections.length ? [`  and ${figure(rejected - rejections.length)} more.`] : []),
  ].join('\n');
}

const figure = (value: number): string => value.toLocaleString('en-GB');
const lineOf = ({ at, why }: ImportedTerms['rejections'][number]): string => `  ${at}: ${words.rows[why]}.`;
