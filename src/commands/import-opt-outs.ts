import { readFile } from 'node:fs/promises';
import { compareOptOuts } from '../people/index.ts';
import { decoded } from '../platform/decode.ts';
import { PlainError } from '../platform/plain-error.ts';
import type { Given, Lent } from './command.ts';
import { programmeNamed } from './programme-named.ts';
import { count, withDatabase } from './with-database.ts';

export async function run({ rest: [path], values, flags }: Given, lent: Lent): Promise<void> {
  if (!path) throw new PlainError('Name the list to read, like: npm run bothy -- import-opt-outs opted-out.csv');
  const text = await readFile(path).then(
    (bytes) => decoded(bytes),
    () => {
      throw new PlainError(`There is no file ${path} that can be read.`);
    },
  );
  const kind = flags['cleaned'] ? ('cleaned' as const) : ('opted-out' as const);
  const compared = await withDatabase(lent, async (db) => {
    const programme = await programmeNamed(db, values['programme']);
    return db.inProgramme(programme, (tx) => compareOptOuts(tx, { kind, text }, { kind: 'system' }, lent.now()));
  });
  if (!compared.ok) throw new PlainError('There is no NHS number in that file. Nothing was changed.');
  const { numbers, others, optedOut } = compared.value;
  console.log(`Compared with ${count(numbers, 'NHS number')}: ${count(optedOut, 'person has', 'people have')} opted out.`);
  if (others) console.log(`${count(others, 'other cell')} in it ${others === 1 ? 'was' : 'were'} not read.`);
}
