import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Staged<T> = { id: string; hash: string; value: T };

/** A file of lines on disk, so that nothing of a feed is applied before all of it has been read, and memory stays flat. */
export type Shelf<T> = {
  add: (line: T) => Promise<void>;
  batches: () => AsyncGenerator<T[]>;
};

const batch = 300;

/** A folder for one import, readable by nobody else, gone when the work ends. */
export async function withStaging<T>(work: (shelf: <L>(name: string) => Promise<Shelf<L>>) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bothy-feed-'));
  try {
    return await work((name) => openShelf(join(folder, `${name}.ndjson`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function openShelf<T>(path: string): Promise<Shelf<T>> {
  let waiting: string[] = [];
  const flush = async () => {
    const lines = waiting;
    waiting = [];
    if (lines.length) await appendFile(path, lines.join(''));
  };
  await writeFile(path, '');
  return {
    add: async (line) => {
      waiting.push(`${JSON.stringify(line)}\n`);
      if (waiting.length >= batch) await flush();
    },
    batches: async function* () {
      await flush();
      let lines: T[] = [];
      for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
        lines.push(JSON.parse(line) as T);
        if (lines.length >= batch) {
          yield lines;
          lines = [];
        }
      }
      if (lines.length) yield lines;
    },
  };
}
