import { basename } from 'node:path';
import { PlainError } from '../../platform/plain-error.ts';
import { type Entry, entriesOf } from './entry.ts';
import { entriesOfDocument, parsed } from './document.ts';
import { piecesOf } from './json-list.ts';
import { isRaw } from './raw.ts';
import { textOf } from './text-file.ts';
import { entriesOfTables } from './source-tabular.ts';
import { tablesOfDocument } from './tables.ts';

const mostLetters = 128 * 1024 * 1024;

type Told = { name?: string; contentType?: string | undefined };

/** A list of JSON and ndjson are read record by record, whatever their length; any other document whole. */
export async function* entriesOfFile(path: string, { name = basename(path), contentType }: Told = {}): AsyncGenerator<Entry> {
  const text = () => textOf(path, contentType);
  if (await isLines(name, contentType, text)) return yield* entriesOfLines(text(), name);
  let nth = 0;
  for await (const piece of piecesOf(text(), mostLetters)) {
    if ('tooLarge' in piece) throw new PlainError(`${name} is too large to read whole. Give it as ndjson: one service on each line.`);
    if ('cut' in piece) throw new PlainError(`${name} is not whole JSON; it may have been cut short.`);
    if ('record' in piece) {
      const at = `services[${nth++}]`;
      const record = readOr(piece.record);
      if (record.ok) yield* entriesOf(record.value, at);
      else yield { kind: 'service', path: at, record: null, problem: 'is not JSON' };
    } else {
      const document = parsed(piece.whole, name);
      const tables = tablesOfDocument(document);
      yield* tables ? entriesOfTables(tables) : entriesOfDocument(document, name);
    }
  }
}

/** So much is looked at to see what a file is. */
const longestLook = 1024 * 1024;
const longestLine = 64 * 1024 * 1024;

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<[line: string, nth: number]> {
  let nth = 0;
  let rest = '';
  for await (const part of text) {
    const lines = (rest + part).split(/\r?\n/);
    rest = lines.pop()!;
    if (rest.length > longestLine) throw new PlainError(`Line ${nth + lines.length + 1} is longer than ${longestLine / 1024 / 1024} MB.`);
    for (const line of lines) {
      nth += 1;
      if (line.trim()) yield [line.trim(), nth];
    }
  }
  if (rest.trim()) yield [rest.trim(), nth + 1];
}

/** Whether the first line is a whole object, and more follows; or the name says so. */
async function isLines(name: string, contentType: string | undefined, text: () => AsyncIterable<string>): Promise<boolean> {
  if (/\.(ndjson|jsonl)$/i.test(name) || /ndjson|jsonl/i.test(contentType ?? '')) return true;
  let start = '';
  for await (const part of text()) if ((start += part).length > longestLook) break;
  const [first = '', ...others] = start.split('\n').filter((line) => line.trim());
  const read = readOr(first);
  return others.length > 0 && read.ok && isRaw(read.value);
}

/** A line that cannot be read is rejected, and the next one read. When it is the last, the file may have been cut short there. */
async function* entriesOfLines(text: AsyncIterable<string>, name: string): AsyncGenerator<Entry> {
  let broken = 0;
  let good = 0;
  let last = false;
  for await (const [line, nth] of linesOf(text)) {
    const record = readOr(line);
    last = !record.ok;
    if (record.ok) {
      good += 1;
      yield* entriesOf(record.value, `line ${nth}`);
    } else {
      broken = nth;
      yield {
        kind: 'service',
        path: `line ${nth}`,
        record: null,
        problem: /^</.test(line) ? 'is a web page, not JSON' : 'is not whole JSON',
      };
    }
  }
  if (!good && !broken) parsed('', name);
  if (last) throw new PlainError(`Line ${broken} of ${name} is not whole JSON; it may have been cut short.`);
}

function readOr(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
