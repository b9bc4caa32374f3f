import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { PlainError } from '../../platform/plain-error.ts';
import { textOf } from './text-file.ts';
import { isRaw, type Raw, rawsIn, textIn } from './raw.ts';

type Rows = () => AsyncIterable<Raw> | Iterable<Raw>;
/** The tabular form of HSDS: the rows of each table, by the name of the table, and how large all of them are. */
export type Tables = { tables: ReadonlyMap<string, Rows>; bytes: number };

/** The CSV files of a folder. A datapackage.json among them may name them otherwise, but leads nowhere else. */
export async function tablesOfFolder(folder: string): Promise<Tables> {
  const names = await readdir(folder);
  const files = new Map(names.filter((name) => /\.csv$/i.test(name)).map((name) => [tableName(name), join(folder, name)]));
  if (names.includes('datapackage.json')) for (const [name, path] of await resourcesOf(folder)) files.set(name, path);
  if (!files.has('services')) {
    if (files.has('service')) throw new PlainError(`${folder} is the tabular form of HSDS 1 or 2. Bothy reads version 3.`);
    throw new PlainError(`${folder} is not the tabular form of HSDS: there is no services.csv in it.`);
  }
  const sizes = await Promise.all([...files.values()].map(async (path) => (await stat(path)).size));
  const tables = new Map([...files].map(([name, path]): [string, Rows] => [name, () => rowsOf(path)]));
  return { tables, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** The tabular form in one JSON document, as `{ "services.csv": [...] }`. */
export function tablesOfDocument(document: unknown): Tables | undefined {
  if (!isRaw(document) || !Array.isArray(document['services.csv'])) return undefined;
  return { tables: new Map(Object.entries(document).map(([name, rows]) => [tableName(name), () => rawsIn(rows)])), bytes: 0 };
}

const tableName = (file: string): string => file.replace(/\.csv$/i, '').toLowerCase();

/** A datapackage.json that is not one, such as a link that was flattened, is passed over. */
async function resourcesOf(folder: string): Promise<[name: string, path: string][]> {
  let described: unknown;
  try {
    described = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8'));
  } catch {
    return [];
  }
  const present = new Set(await readdir(folder, { recursive: true }));
  return rawsIn(isRaw(described) ? described['resources'] : []).flatMap((resource): [string, string][] => {
    const path = resolve(folder, textIn(resource['path']));
    const within = path.startsWith(folder + sep) ? path.slice(folder.length + 1) : '';
    return textIn(resource['name']) && present.has(within) && /\.csv$/i.test(within) ? [[textIn(resource['name']), path]] : [];
  });
}

async function* rowsOf(path: string): AsyncGenerator<Raw> {
  const heads = (names: string[]) => names.map((name) => name.trim().toLowerCase());
  const parser = Readable.from(textOf(path)).pipe(parse({ bom: true, columns: heads, skip_empty_lines: true }));
  try {
    for await (const row of parser as AsyncIterable<Record<string, string>>)
      yield Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new PlainError(`${path} is not a whole CSV file: ${error.message.replace(/\.$/, '')}.`);
  }
}
