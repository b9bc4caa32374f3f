import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { PlainError } from '../../platform/plain-error.ts';
import { type Entry, entriesOf } from './entry.ts';
import { entriesOfDocument, parsed } from './document.ts';
import { isRaw } from './raw.ts';
import { entriesOfTables } from './source-tabular.ts';
import { tablesOfDocument } from './tables.ts';

const mostBytes = 256 * 1024 * 1024;

/** A JSON document is read whole; ndjson line by line, whatever its length. */
export async function* entriesOfFile(path: string): AsyncGenerator<Entry> {
  const name = basename(path);
  if (await isLines(path)) return yield* entriesOfLines(path, name);
  const { size } = await stat(path);
  if (size > mostBytes) throw new PlainError(`${name} is too large to read whole. Give it as ndjson: one service on each line.`);
  const document = parsed(await readFile(path, 'utf8'), name);
  const tables = tablesOfDocument(document);
  yield* tables ? entriesOfTables(tables) : entriesOfDocument(document, name);
}

async function* linesOf(path: string): AsyncGenerator<[line: string, nth: number]> {
  let nth = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    nth += 1;
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text) yield [text, nth];
  }
}

/** Whether the first line is a whole object, and more follows; or the name says so. */
async function isLines(path: string): Promise<boolean> {
  if (/\.(ndjson|jsonl)$/i.test(path)) return true;
  let first: string | undefined;
  for await (const [line] of linesOf(path)) {
    if (first !== undefined) return true;
    first = line;
    try {
      if (!isRaw(JSON.parse(line))) return false;
    } catch {
      return false;
    }
  }
  return false;
}

async function* entriesOfLines(path: string, name: string): AsyncGenerator<Entry> {
  for await (const [line, nth] of linesOf(path)) yield* entriesOf(parsed(line, `Line ${nth} of ${name}`), `line ${nth}`);
}
