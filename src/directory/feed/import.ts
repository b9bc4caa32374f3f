import { appendFile, writeFile } from 'node:fs/promises';
import type { Database } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { PlainError } from '../../platform/plain-error.ts';
import type { Organisation, Service } from '../service.ts';
import { type Applied, applyStaged } from './apply.ts';
import { openFeed } from './source.ts';
import { type Shelf, type Staged, withStaging } from './staging.ts';
import { type Read, stageFeed } from './stage.ts';

/** `from` is a web address, a file or a folder. `allowPrivate`: also addresses of one's own network. `report`: a file for every rejection. */
export type ImportAsk = {
  programme: string;
  from: string;
  allowPrivate?: boolean;
  dryRun?: boolean;
  report?: string | undefined;
  now: () => Date;
  onProgress?: (what: 'read' | 'saved', count: number) => void;
};

/** `rejections` has the first of them; `notKept` and `unknownTerms` count what was said and has no place with us. */
export type Imported = Applied & {
  feed: string;
  rejected: number;
  rejections: string[];
  notKept: ReadonlyMap<string, number>;
  unknownTerms: ReadonlyMap<string, number>;
};

const shownRejections = 50;

/** Reads a feed of services to its end, and only then saves what is new and what has changed, in one transaction. */
export async function importServices(db: Database, ask: ImportAsk): Promise<Imported> {
  const { from, programme, allowPrivate = false, dryRun = false, onProgress = () => undefined } = ask;
  const feed = await openFeed(from, allowPrivate ? { mayReach: () => true } : {});
  return withStaging(async (shelf) => {
    const stage = {
      organisations: await shelf<Staged<Organisation>>('organisations'),
      services: await shelf<Staged<Service>>('services'),
      rejections: await shelf<string>('rejections'),
    };
    const kept = { notKept: new Map<string, number>(), unknownTerms: new Map<string, number>() };
    const read = await stageFeed(feed.entries, stage, kept, (count) => onProgress('read', count)).catch(andNothingChanged);
    const rejections = await firstOf(stage.rejections);
    if (ask.report !== undefined) await writeReport(stage.rejections, ask.report);
    const found = { feed: feed.name, rejected: read.rejected, rejections, ...kept };

    if (!isWorthSaving(read)) return { ...found, ...nothing };

    const applied = await db.inProgramme(programme, async (tx) => {
      const at = ask.now();
      const { privateLocations } = read;
      const saved = await applyStaged(tx, stage, {
        feed: feed.name,
        at,
        dryRun,
        privateLocations,
        onProgress: (count) => onProgress('saved', count),
      });
      const { added, changed, unchanged } = saved.services;
      if (!dryRun && added + changed > 0) {
        const data = { added, changed, unchanged, rejected: read.rejected, vanished: saved.vanished };
        await recordEvents(tx, [
          { type: 'services-imported', subject: { kind: 'programme', id: programme }, by: { kind: 'system' }, at, data },
        ]);
      }
      return saved;
    });
    return { ...found, ...applied };
  });
}

const nothing: Applied = {
  organisations: { added: 0, changed: 0, unchanged: 0 },
  services: { added: 0, changed: 0, unchanged: 0 },
  vanished: 0,
};

/** Organisations alone are a feed only when no service was meant to come with them. */
const isWorthSaving = ({ services, organisations, rejected }: Read): boolean => services > 0 || (organisations > 0 && rejected === 0);

function andNothingChanged(error: unknown): never {
  if (error instanceof PlainError) throw new PlainError(`${error.message} Nothing was changed.`);
  throw error;
}

async function firstOf(rejections: Shelf<string>): Promise<string[]> {
  for await (const batch of rejections.batches()) return batch.slice(0, shownRejections);
  return [];
}

async function writeReport(rejections: Shelf<string>, path: string): Promise<void> {
  try {
    await writeFile(path, '');
    for await (const batch of rejections.batches()) await appendFile(path, batch.map((line) => `${line}\n`).join(''));
  } catch (error) {
    throw new PlainError(`The report ${path} cannot be written (${(error as NodeJS.ErrnoException).code}). Nothing was changed.`);
  }
}
