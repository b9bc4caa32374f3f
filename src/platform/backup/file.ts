import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import { PlainError } from '../plain-error.ts';

export type Header = { bothy: 'backup'; format: 1; version: string; migrations: string[]; takenAt: string; months: string[] };
export type Digest = { rows: number; digest: string };
export type QueuedJob = { name: string; data: Record<string, string>; startAfter: string };
export type End = { tables: Record<string, Digest>; jobs: string[] };

/** One line of a backup. Rows are wrapped without being read. */
export type Line =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; name: string; columns: string[] }
  | { kind: 'row'; json: string }
  | { kind: 'job'; job: QueuedJob }
  | { kind: 'sequence'; name: string; last: number | null }
  | { kind: 'end'; end: End; sha256: string };

export const rowLine = (json: string): string => `{"r":${json}}\n`;

function lineOf(text: string): Line {
  if (text.startsWith('{"r":')) return { kind: 'row', json: text.slice(5, -1) };
  const read = JSON.parse(text) as Record<string, never>;
  if ('bothy' in read) return { kind: 'header', header: read as unknown as Header };
  if ('table' in read) return { kind: 'table', name: read['table'], columns: read['columns']! };
  if ('job' in read) return { kind: 'job', job: read['job'] };
  if ('sequence' in read) return { kind: 'sequence', name: read['sequence'], last: read['last']! };
  return { kind: 'end', end: read['end']!, sha256: read['sha256']! };
}

/** Writes the lines beside the file and names it only when it is whole. Nobody but its owner can read it. */
export async function writeBackup(file: string, lines: () => AsyncGenerator<string, End>): Promise<End> {
  if (existsSync(file)) throw new PlainError(`${file} is there already. Give another name, so that no backup is lost.`);
  const partial = `${file}.partial`;
  const hash = createHash('sha256');
  let end: End | undefined;
  async function* hashed() {
    const source = lines();
    for (;;) {
      const next = await source.next();
      if (next.done) {
        end = next.value;
        yield `${JSON.stringify({ end, sha256: hash.digest('hex') })}\n`;
        return;
      }
      hash.update(next.value);
      yield next.value;
    }
  }
  try {
    await pipeline(Readable.from(hashed()), createGzip(), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return end!;
}

/** Reads a backup line by line; throws a sentence when it is not one, or not whole. */
export async function* readBackup(file: string): AsyncGenerator<Line> {
  const hash = createHash('sha256');
  let whole = false;
  try {
    for await (const text of linesOf(file)) {
      const line = lineOf(text);
      if (line.kind === 'end') {
        if (line.sha256 !== hash.digest('hex'))
          throw new PlainError(`${file} is damaged: its contents do not agree with its checksum. Nothing was restored.`);
        whole = true;
      } else hash.update(`${text}\n`);
      yield line;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new PlainError(`There is no file ${file}.`);
    if (!isUnreadable(error)) throw error;
    throw new PlainError(`${file} is not a backup of Bothy, or is not whole. Nothing was restored.`);
  }
  if (!whole) throw new PlainError(`${file} is not a backup of Bothy, or is not whole. Nothing was restored.`);
}

const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  /^Z_|EISDIR/.test((error as NodeJS.ErrnoException).code ?? '') ||
  (error as Error).message === 'unexpected end of file';

async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let rest = '';
  for await (const chunk of gunzip) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest) yield rest;
}
