import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { hashOf } from './ids.ts';

/** Things on disk by a key, parted so that each part can be held in memory when all of them could not. */
export type Shelf<T> = {
  add: (key: string, thing: T) => Promise<void>;
  parts: number;
  /** What is in one part, in the order in which it was added. */
  read: (part: number) => AsyncGenerator<[key: string, thing: T]>;
};

const linesAtOnce = 500;

/** A folder for one reading, readable by nobody else, gone when the work ends. All its shelves are parted alike. */
export async function* withShelves<E>(parts: number, work: (shelf: <T>(name: string) => Shelf<T>) => AsyncGenerator<E>): AsyncGenerator<E> {
  const folder = await mkdtemp(join(tmpdir(), 'bothy-feed-'));
  try {
    yield* work((name) => openShelf(folder, name, parts));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function openShelf<T>(folder: string, name: string, parts: number): Shelf<T> {
  const waiting = Array.from({ length: parts }, (): string[] => []);
  const written = new Set<number>();
  const file = (part: number) => join(folder, `${name}-${part}`);
  const flush = async (part: number) => {
    const lines = waiting[part]!.splice(0);
    if (!lines.length) return;
    written.add(part);
    await appendFile(file(part), lines.join(''));
  };
  return {
    parts,
    add: async (key, thing) => {
      const part = partOf(key, parts);
      waiting[part]!.push(`${JSON.stringify([key, thing])}\n`);
      if (waiting[part]!.length >= linesAtOnce) await flush(part);
    },
    read: async function* (part) {
      await flush(part);
      if (!written.has(part)) return;
      for await (const line of createInterface({ input: createReadStream(file(part), 'utf8') })) yield JSON.parse(line) as [string, T];
    },
  };
}

const partOf = (key: string, parts: number): number => (parts === 1 ? 0 : parseInt(hashOf(key).slice(0, 8), 16) % parts);

/** Each thing of one shelf with what belongs to it on another, by their common key. */
export async function* joined<T, B>(
  things: Shelf<T>,
  belongings: Shelf<B>,
): AsyncGenerator<[key: string, thing: T, belongings: readonly B[]]> {
  for (let part = 0; part < things.parts; part++) {
    const own = new Map<string, B[]>();
    for await (const [key, each] of belongings.read(part)) {
      const group = own.get(key);
      if (group) group.push(each);
      else own.set(key, [each]);
    }
    for await (const [key, thing] of things.read(part)) yield [key, thing, own.get(key) ?? []];
  }
}
