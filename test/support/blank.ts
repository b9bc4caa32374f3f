import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { openDatabase } from '../../src/platform/database.ts';

const home = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(home, 'node_modules/.cache/bothy');
let made: string | undefined;

/** An embedded database with today's tables and nothing in them, in memory. Making one anew takes four seconds; this begins as a copy. */
export const openBlank = async () => openDatabase('memory://', { copyOf: await openAsBlob(join(await blank(), 'db.tar')) });

/** The same in a folder. */
export async function blankFolder(to: string): Promise<void> {
  cpSync(join(await blank(), 'db'), to, { recursive: true });
}

/** The folder that holds it, named by what it is made of: whoever comes first makes it, and two who come together make the same. */
async function blank(): Promise<string> {
  const folder = (made ??= join(cache, `blank-${fingerprint()}`));
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const old = readdirSync(cache).filter(
    (name) => name.startsWith('blank-') && Date.now() - statSync(join(cache, name)).mtimeMs > 3_600_000,
  );
  for (const name of old) rmSync(join(cache, name), { recursive: true, force: true });
  const begun = mkdtempSync(join(cache, 'begun-'));
  await (await openDatabase(join(begun, 'db'))).close();
  const lite = await PGlite.create(join(begun, 'db'));
  writeFileSync(join(begun, 'db.tar'), Buffer.from(await (await lite.dumpDataDir('none')).arrayBuffer()));
  await lite.close();
  try {
    renameSync(begun, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(begun, { recursive: true });
  }
  return folder;
}

/** Says which tables these are: other migrations, or another embedded database, make another. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  const migrations = join(home, 'migrations');
  for (const name of readdirSync(migrations).sort()) hash.update(name).update(readFileSync(join(migrations, name)));
  const pglite = join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '../package.json');
  for (const each of [pglite, join(home, 'src/platform/embedded.ts')]) hash.update(readFileSync(each));
  return hash.digest('hex').slice(0, 16);
}
