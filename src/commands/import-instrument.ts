import { readFile } from 'node:fs/promises';
import { importInstrument } from '../measures/index.ts';
import { decoded } from '../platform/decode.ts';
import { PlainError } from '../platform/plain-error.ts';
import type { Given, Lent } from './command.ts';
import { programmeNamed } from './programme-named.ts';
import { count, withDatabase } from './with-database.ts';

export async function run({ rest: [path], values, flags }: Given, lent: Lent): Promise<void> {
  if (!path) throw new PlainError('Name the measure to read, like: npm run bothy -- import-instrument who-5.json');
  const text = await readFile(path).then(
    (bytes) => decoded(bytes),
    () => {
      throw new PlainError(`There is no file ${path} that can be read.`);
    },
  );
  const dryRun = flags['dry-run'] === true;
  const taken = await withDatabase(lent, async (db) => {
    const programme = await programmeNamed(db, values['programme']);
    return db.inProgramme(programme, (tx) => importInstrument(tx, text, { by: null, at: lent.now(), dryRun }));
  });
  if (!taken.ok) throw new PlainError(`${whyNot(taken.error)} Nothing was changed.`);
  const { instrument, isNew } = taken.value;
  const { id, version, items, scales } = instrument;
  const what = `${id}, version ${version}: ${count(items.length, 'question')}, ${count(scales.length, 'score')}`;
  if (dryRun) return console.log(`${what}. It can be taken. Nothing was changed.`);
  console.log(`${what}. ${isNew ? 'Brought in' : 'Brought in again, over what was here'}.`);
  console.log('It is not in use until an administrator switches it on, at /instruments.');
}

function whyNot(refused: Extract<Awaited<ReturnType<typeof importInstrument>>, { ok: false }>['error']): string {
  if (refused === 'version-used')
    return 'This version is here already and has been used, so it stays as it is. Give the file a new version.';
  if (refused === 'no-licence')
    return 'It has questions that need a licence. Bring it in without them, have an administrator say at /instruments that you are licensed, then bring it in again.';
  const { problems } = refused;
  const [are, lines] = [problems.length === 1 ? 'thing is' : 'things are', problems.map((problem) => `  ${problem}`)];
  return [`The file cannot be taken: ${problems.length} ${are} wrong.`, ...lines, ''].join('\n');
}
