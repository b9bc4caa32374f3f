import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportServices } from '../directory/index.ts';
import { PlainError } from '../platform/plain-error.ts';
import type { Given, Lent } from './command.ts';
import { programmeNamed } from './programme-named.ts';
import { count, withDatabase } from './with-database.ts';

export async function run({ rest: [file], values, flags }: Given, lent: Lent): Promise<void> {
  if (!file) throw new PlainError('Name the file to write, like: npm run bothy -- export-services services.ndjson');
  if (await stat(file).catch(() => undefined)) throw new PlainError(`${file} is there already. Name another, or move it away first.`);
  const open = flags['public'] === true;
  const written = await withDatabase(lent, async (db) => {
    const programme = await programmeNamed(db, values['programme']);
    return write(file, exportServices(db, { programme, audience: open ? 'public' : 'whole', now: lent.now() }));
  });
  console.log(
    `${file} holds ${count(written, 'record')}, one a line. ${
      open
        ? 'They are what anybody may read.'
        : 'They hold what is private too, such as where refuges are: keep them safe, or use --public.'
    }`,
  );
}

/** Writes as fast as the disk takes it, and leaves nothing when it breaks off. */
async function write(file: string, batches: AsyncGenerator<readonly unknown[]>): Promise<number> {
  let written = 0;
  const part = `${file}.part`;
  async function* lines() {
    for await (const batch of batches) {
      written += batch.length;
      if (Math.floor(written / 10_000) > Math.floor((written - batch.length) / 10_000))
        console.error(`  ${count(written, 'record')} written …`);
      yield batch.map((each) => `${JSON.stringify(each)}\n`).join('');
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(part, { mode: 0o600 }));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const { code } = error as { code?: string };
    if (code && ['ENOENT', 'EACCES', 'EISDIR', 'ENOSPC', 'EROFS'].includes(code))
      throw new PlainError(`${file} cannot be written (${code}).`);
    throw error;
  }
  return written;
}
