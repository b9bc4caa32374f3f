import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { PlainError } from '../../platform/plain-error.ts';
import type { FetchOptions } from '../../platform/safe-fetch.ts';
import type { Entry } from './entry.ts';
import { entriesOfFile } from './source-file.ts';
import { entriesOfTables } from './source-tabular.ts';
import { entriesOfUrl, nameOfUrl } from './source-url.ts';
import { tablesOfFolder } from './tables.ts';

/** `name` is what the feed is remembered by. Its entries are read as they are asked for, and end in a PlainError when it is malformed. */
export type Feed = { name: string; entries: AsyncIterable<Entry> | Iterable<Entry> };

/** A web address, a JSON or ndjson file, a folder of CSV files, or its datapackage.json. */
export async function openFeed(what: string, fetching: FetchOptions): Promise<Feed> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(what)) return { name: nameOfUrl(what), entries: entriesOfUrl(what, fetching) };
  const path = resolve(what);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new PlainError(error.code === 'ENOENT' ? `There is no file or folder ${what}.` : `${what} cannot be read (${error.code}).`);
  });
  if (found.isDirectory()) return { name: path, entries: entriesOfTables(await tablesOfFolder(path)) };
  if (basename(path) === 'datapackage.json') return { name: dirname(path), entries: entriesOfTables(await tablesOfFolder(dirname(path))) };
  return { name: path, entries: entriesOfFile(path) };
}
