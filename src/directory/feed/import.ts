import { randomUUID } from 'node:crypto';
import { appendFile, writeFile } from 'node:fs/promises';
import type { Database, Tx } from '../../platform/database.ts';
import { PlainError } from '../../platform/plain-error.ts';
import { countAnew, findFeed, putFeed, rejectsOf } from '../store/feeds.ts';
import type { Entry } from './entry.ts';
import type { Feed } from './feed.ts';
import { count } from './kept.ts';
import { mapService } from './map-service.ts';
import { readFeed, type InTurn, type ReadResult } from './read-feed.ts';
import { readService } from './record.ts';

import { openFeed } from './source.ts';

/** `from` is a web address, a file or a folder. `allowPrivate`: also addresses of one's own network. `report`: a file for every rejection. */
export type ImportAsk = {
  programme: string;
  from: string;
  allowPrivate?: boolean;
  dryRun?: boolean;
  report?: string | undefined;
  /** How a pause is made before something is tried again, in milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
  now: () => Date;
  onProgress?: (what: 'read' | 'saved', count: number) => void;
};

/**
 * `rejections` has the first of them; `notKept` counts what was said and could not be read, `unknownTerms` the terms that match none of ours.
 * `incomplete`: why the feed could not be read to its end.
 */
export type Imported = Omit<ReadResult, 'run' | 'set' | 'applied'> & {
  feed: string;
  rejections: string[];
  notKept: ReadonlyMap<string, number>;
  unknownTerms: ReadonlyMap<string, number>;
};

const shownRejections = 50;

/** Reads a feed of services, and saves what is new and what has changed, in one transaction. Nothing is withdrawn before somebody has said so. */
export async function importServices(db: Database, ask: ImportAsk): Promise<Imported> {
  const { from, programme, allowPrivate = false, dryRun = false, onProgress, wait } = ask;
  const source = await openFeed(from, { ...(allowPrivate && { mayReach: () => true }), ...(wait && { wait }) });
  const heard = { notKept: new Map<string, number>(), unknownTerms: new Map<string, number>() };
  const read = async (inTurn: InTurn, settle?: () => Promise<void>): Promise<Imported> => {
    const feed = await inTurn((tx) => feedOf(tx, source.name, source.byWeb));
    const result = await readFeed(inTurn, {
      feed: { ...feed, apply: 'ask' },
      entries: source.entries,
      apply: true,
      now: ask.now,
      ...(onProgress && { onProgress }),
      ...(settle && { settle }),
      onChanged: (entry) => hear(entry, heard),
    });
    const lines = (from: number, limit: number) =>
      inTurn(async (tx) =>
        (await rejectsOf(tx, result.run, from, limit)).map(({ path, name, reason }) => `${name ? `${path} (${name})` : path}: ${reason}`),
      );
    if (ask.report !== undefined) await writeReport(lines, ask.report);
    const { services, organisations, rejected, waiting, vanished, incomplete } = result;
    const told = { services, organisations, rejected, waiting, vanished, incomplete };
    return { ...told, feed: source.name, rejections: await lines(0, shownRejections), ...heard };
  };
  return dryRun
    ? triedOnly(db, programme, read)
    : read(
        (work) => db.inProgramme(programme, work),
        () => db.asOwner(countAnew),
      );
}

/** What somebody would be told, were nothing of it to happen: all in one transaction that is given up. */
async function triedOnly(db: Database, programme: string, read: (inTurn: InTurn) => Promise<Imported>): Promise<Imported> {
  let found: Imported | undefined;
  const enough = new PlainError('This was a trial.');
  await db
    .inProgramme(programme, async (tx) => {
      found = await read((work) => work(tx));
      throw enough;
    })
    .catch((error: unknown) => {
      if (error !== enough) throw error;
    });
  return found!;
}

async function feedOf(tx: Tx, name: string, byWeb: boolean): Promise<Feed> {
  const known = await findFeed(tx, { address: name });
  if (known) return known;
  const plain = { address: name, trust: 5, pullHours: null, apply: 'ask', options: {}, stopped: false } as const;
  const never = { changedSince: null, lastWhole: null, nextPull: null };
  const feed: Omit<Feed, 'rowVersion'> = { id: randomUUID(), name, kind: byWeb ? 'hsds' : 'file', ...plain, ...never };
  await putFeed(tx, feed);
  return { ...feed, rowVersion: 1 };
}

function hear(entry: Entry, heard: { notKept: Map<string, number>; unknownTerms: Map<string, number> }): void {
  const service = entry.kind === 'service' ? readService(entry.record) : undefined;
  if (!service?.ok) return;
  const all = { notKept: new Map<string, number>(), unknownTerms: heard.unknownTerms };
  mapService(service.value, all);
  // Every field is kept as the feed says it; only what is unreadable where it stands is worth telling.
  for (const what of all.notKept.keys()) if (what.includes('(')) count(heard.notKept, what);
}

async function writeReport(lines: (from: number, limit: number) => Promise<string[]>, path: string): Promise<void> {
  const atOnce = 1000;
  try {
    await writeFile(path, '');
    for (let from = 0; ; from += atOnce) {
      const some = await lines(from, atOnce);
      await appendFile(path, some.map((line) => `${line}\n`).join(''));
      if (some.length < atOnce) return;
    }
  } catch (error) {
    throw new PlainError(`The report ${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}
