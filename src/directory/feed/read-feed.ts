import { randomUUID } from 'node:crypto';
import { recordEvents } from '../../platform/events.ts';
import type { Tx } from '../../platform/database.ts';
import { PlainError } from '../../platform/plain-error.ts';
import { isTooMany } from '../change-set.ts';
import { countSet, dropGone, findSet, noteCounts, openSet, proposeGone, removeSet, setState } from '../store/change-sets.ts';
import { letGoOfShared, vanishedOf } from '../store/feed-records.ts';
import { beginRun, endRun, noteRead, runsOf, touchRun, waitForTurn } from '../store/feeds.ts';
import { applySet } from './apply.ts';
import type { Entry, Pause } from './entry.ts';
import { type Counts, type Feed, type Mark, sourceOfFeed } from './feed.ts';
import { keepKeys, type KeyMark } from './portraits.ts';
import { type Reading, takeIn } from './take-in.ts';

/** Runs some work in a transaction of the programme that is read into. */
export type InTurn = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export type ReadAsk = {
  feed: Feed;
  /** Opens the feed, from its beginning or from where an earlier reading broke off. */
  entries: (resume: Mark | null) => AsyncIterable<Entry | Pause> | Iterable<Entry | Pause>;
  /** Only what has changed is asked for: what is not in it has not vanished. */
  partial?: boolean;
  /** Applied without anybody looking, whatever the feed's own rule. */
  apply?: boolean;
  now: () => Date;
  onProgress?: (what: 'read' | 'saved', count: number) => void;
  onChanged?: (entry: Entry) => void;
  /** Called now and then between transactions, after much has been added. */
  settle?: () => Promise<void>;
  /** In the transaction that notes that all of it was read. */
  onComplete?: (tx: Tx) => Promise<void>;
};

export type ReadResult = Pick<Reading, 'run' | 'set' | 'services' | 'organisations' | 'rejected' | 'waiting'> & {
  vanished: number;
  /** Why it broke off; null when it was read to its end. */
  incomplete: string | null;
  applied: boolean;
};

const batch = 200;
const settleAfter = new Set([4, 20, 100, 500, 2500]);
const deadAfter = 5 * 60_000;
const resumeWithin = 24 * 3_600_000;

/**
 * Reads a feed once. What was read before a fault is good, and is kept; the next reading goes on from there. Ends in a PlainError only when
 * nothing at all could be read.
 */
export async function readFeed(inTurn: InTurn, ask: ReadAsk): Promise<ReadResult> {
  const { feed, now, onProgress = () => undefined, partial = false } = ask;
  const begun = await inTurn((tx) => begin(tx, feed, now(), partial));
  for (let mark: KeyMark | null | undefined; mark !== null;) mark = await inTurn((tx) => keepKeys(tx, mark ?? undefined));
  const { reading, resume } = { resume: begun.resume, reading: { ...begun.reading, onChanged: ask.onChanged ?? (() => undefined) } };

  let waiting: Entry[] = [];
  let mark = resume;
  let read = 0;
  let flushed = 0;
  const flush = async () => {
    const entries = waiting;
    waiting = [];
    if (settleAfter.has(++flushed)) await ask.settle?.();
    await inTurn(async (tx) => {
      await waitForTurn(tx);
      if (entries.length) await takeIn(tx, reading, entries);
      await touchRun(tx, reading.run, { at: now(), resume: mark, counts: countsOf(reading) });
    });
  };
  let fault: unknown;
  try {
    for await (const entry of ask.entries(resume)) {
      if (entry.kind === 'mark') {
        mark = entry.mark;
        if (waiting.length >= batch / 2) await flush();
        continue;
      }
      onProgress('read', ++read);
      waiting.push(entry);
      if (waiting.length >= batch) await flush();
    }
  } catch (error) {
    fault = error;
  }
  await flush();
  if (fault !== undefined && !(fault instanceof PlainError)) {
    await inTurn((tx) => endRun(tx, reading.run, { state: 'incomplete', reason: '', counts: countsOf(reading), at: now() }));
    throw fault;
  }
  if (fault && !read && !resume) {
    await inTurn(async (tx) => {
      await endRun(tx, reading.run, { state: 'failed', reason: fault.message, counts: countsOf(reading), at: now() });
      await removeSet(tx, reading.set);
    });
    throw new PlainError(`${fault.message} Nothing was changed.`);
  }
  if (reading.changes > batch) await ask.settle?.();
  return inTurn((tx) => end(tx, ask, reading, fault?.message ?? null, onProgress));
}

async function begin(tx: Tx, feed: Feed, at: Date, partial: boolean): Promise<{ reading: Reading; resume: Mark | null }> {
  await waitForTurn(tx);
  const [last] = await runsOf(tx, feed.id, 1);
  if (last?.state === 'reading' && at.getTime() - last.touched.getTime() < deadAfter)
    throw new PlainError('This feed is being read already.');
  if (last?.state === 'reading') await endRun(tx, last.id, { state: 'incomplete', reason: '', counts: last.counts, at });
  const goesOn =
    last && ['reading', 'incomplete'].includes(last.state) && last.resume && at.getTime() - last.began.getTime() < resumeWithin;
  const run = randomUUID();
  const chain = goesOn ? last.chain : run;
  await beginRun(tx, { id: run, feed: feed.id, chain, began: at, partial: goesOn ? last.partial : partial });
  const set = randomUUID();
  await openSet(tx, { id: set, kind: 'feed', feed: feed.id, run, by: sourceOfFeed(feed), made: at, state: 'gathering' });
  const none = () => ({ added: 0, changed: 0, unchanged: 0 });
  const counts = { services: none(), organisations: none(), changes: 0, rejected: 0, waiting: 0, blurred: false };
  return {
    reading: { feed, run, chain, resumed: Boolean(goesOn), set, at, ...counts, onChanged: () => undefined },
    resume: goesOn ? last.resume : null,
  };
}

const countsOf = ({ services, organisations, rejected, waiting }: Reading): Counts => ({
  ...services,
  'organisations added': organisations.added,
  'organisations changed': organisations.changed,
  'organisations unchanged': organisations.unchanged,
  rejected,
  waiting,
});

async function end(
  tx: Tx,
  ask: ReadAsk,
  reading: Reading,
  incomplete: string | null,
  onProgress: NonNullable<ReadAsk['onProgress']>,
): Promise<ReadResult> {
  const { feed, run, set } = reading;
  const at = ask.now();
  await waitForTurn(tx);
  const whole = incomplete === null && !ask.partial && !reading.blurred;
  const vanished = whole ? await proposeVanished(tx, reading, at) : 0;
  const counts = { ...countsOf(reading), vanished };
  await endRun(tx, run, { state: incomplete === null ? 'complete' : 'incomplete', reason: incomplete ?? '', counts, at });
  if (incomplete === null) {
    await ask.onComplete?.(tx);
    await noteRead(tx, feed.id, { changedSince: reading.at, ...(!ask.partial && { lastWhole: reading.at }) });
  }
  const { services, organisations, rejected, waiting } = reading;
  const result = { run, set, services, organisations, rejected, waiting, vanished, incomplete };
  const { changes = 0 } = await countSet(tx, set);
  if (!changes) {
    await setState(tx, set, { state: 'dropped' });
    return { ...result, applied: false };
  }
  await noteCounts(tx, set, counts);
  await setState(tx, set, { state: 'proposed' });
  if (!ask.apply && feed.apply !== 'itself') return { ...result, applied: false };
  await applySet(tx, (await findSet(tx, set, true))!, { at, by: null, onProgress: (done) => onProgress('saved', done) });
  await tellOfImport(tx, feed, counts, at);
  return { ...result, applied: true };
}

/** Once for all that a set brought. */
export async function tellOfImport(tx: Tx, feed: Pick<Feed, 'id'>, counts: Counts, at: Date): Promise<void> {
  const { added = 0, changed = 0, unchanged = 0, rejected = 0, vanished = 0 } = counts;
  if (added + changed === 0) return;
  const data = { added, changed, unchanged, rejected, vanished };
  await recordEvents(tx, [{ type: 'services-imported', subject: { kind: 'feed', id: feed.id }, by: { kind: 'system' }, at, data }]);
}

/** Gives how many services were not met. Few are proposed to be withdrawn; of many a person is asked whether the feed came back short. */
async function proposeVanished(tx: Tx, { feed, run, chain }: Reading, at: Date): Promise<number> {
  await dropGone(tx, feed.id);
  const counted = await vanishedOf(tx, feed.id, chain);
  if (!counted.vanished) return 0;
  const tooMany = isTooMany(counted);
  if (!tooMany) await letGoOfShared(tx, feed.id, chain);
  const id = randomUUID();
  await openSet(tx, { id, kind: 'gone', feed: feed.id, run, by: sourceOfFeed(feed), made: at, state: 'gathering' });
  const proposed = await proposeGone(tx, id, feed.id, chain);
  await noteCounts(tx, id, counted);
  await countSet(tx, id);
  if (!proposed) {
    await removeSet(tx, id);
    return counted.vanished;
  }
  await setState(tx, id, { state: 'proposed', guard: tooMany ? ['many-gone'] : [] });
  if (!tooMany && feed.apply === 'itself') await applySet(tx, (await findSet(tx, id, true))!, { at, by: null });
  return counted.vanished;
}
