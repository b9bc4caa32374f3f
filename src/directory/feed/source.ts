import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { PlainError } from '../../platform/plain-error.ts';
import type { Entry, Pause } from './entry.ts';
import type { Mark } from './feed.ts';
import type { Fetching } from './fetching.ts';
import { entriesOfFile } from './source-file.ts';
import { entriesOfTables } from './source-tabular.ts';
import { entriesOfUrl, nameOfUrl } from './source-url.ts';
import { tablesOfFolder } from './tables.ts';

/**
 * `name` is what the feed is remembered by. Its entries are read as they are asked for, and end in a PlainError when it is malformed; they begin
 * where an earlier reading broke off when the source knows such marks.
 */
export type OpenedFeed = { name: string; byWeb: boolean; entries: (resume: Mark | null) => AsyncIterable<Entry | Pause> };

/** A web address, a JSON or ndjson file, a folder of CSV files, or its datapackage.json. */
export async function openFeed(what: string, fetching: Fetching): Promise<OpenedFeed> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(what)) {
    return { name: nameOfUrl(what), byWeb: true, entries: (resume) => entriesOfUrl(what, { fetching, resume }) };
  }
  const path = resolve(what);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new PlainError(error.code === 'ENOENT' ? `There is no file or folder ${what}.` : `${what} cannot be read (${error.code}).`);
  });
  if (found.isDirectory()) return { name: path, byWeb: false, entries: () => entriesOfFolder(path) };
  if (basename(path) === 'datapackage.json') return { name: dirname(path), byWeb: false, entries: () => entriesOfFolder(dirname(path)) };
  return { name: path, byWeb: false, entries: () => entriesOfFile(path) };
}

async function* entriesOfFolder(path: string): AsyncGenerator<Entry> {
  yield* entriesOfTables(await tablesOfFolder(path));
}
