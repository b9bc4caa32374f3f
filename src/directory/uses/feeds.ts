import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import { uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { PlainError } from '../../platform/plain-error.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { ChangeSet } from '../change-set.ts';
import type { Feed, FeedKind, Reject, Run } from '../feed/feed.ts';
import { nameOfUrl } from '../feed/source-url.ts';
import * as sets from '../store/change-sets.ts';
import { allFeeds, findFeed, findRun, lastRuns, putFeed, rejectsOf, runsOf } from '../store/feeds.ts';
import { countOpen } from '../store/matches.ts';
import { countContested } from '../store/voices.ts';
import { asCurator, type FeedPorts } from './feed-needs.ts';

export type FeedForm = Pick<Feed, 'name' | 'trust' | 'pullHours' | 'apply' | 'stopped'> & { kind: FeedKind; address: string | null };
export type FeedList = {
  feeds: (Feed & { last: Run | null })[];
  sets: (ChangeSet & { feedName: string | null })[];
  waiting: { sets: number; questions: number; contested: number };
};
export type FeedSeen = { feed: Feed; runs: Run[]; sets: ChangeSet[] };
export type FeedRefusal = 'not-found' | 'address' | 'address-taken' | { stale: Feed };

const shownRuns = 10;
const shownSets = 20;
const rejectsAtOnce = 100;

/** Where the directory is taken in from. */
export function feedUses(ports: FeedPorts) {
  const { now, jobs } = ports;
  return {
    feedList: (asker: Asker): Promise<FeedList> =>
      asCurator(ports, asker, async (tx) => {
        const feeds = await allFeeds(tx);
        const last = await lastRuns(tx);
        const names = new Map(feeds.map(({ id, name }) => [id, name]));
        const recent = await sets.setsWhere(tx, { limit: shownSets });
        return {
          feeds: feeds.map((feed) => ({ ...feed, last: last.get(feed.id) ?? null })),
          sets: recent.map((set) => ({ ...set, feedName: (set.feed && names.get(set.feed)) ?? null })),
          waiting: { sets: await sets.countProposed(tx), questions: await countOpen(tx), contested: await countContested(tx) },
        };
      }),

    feedSeen: (asker: Asker, id: string): Promise<FeedSeen | undefined> =>
      asCurator(ports, asker, async (tx) => {
        const feed = uuid.test(id) ? await findFeed(tx, { id }) : undefined;
        return feed && { feed, runs: await runsOf(tx, id, shownRuns), sets: await sets.setsWhere(tx, { feed: id, limit: shownSets }) };
      }),

    /** `known`: which feed, as it was when somebody began to change it. */
    saveFeed: (asker: Asker, form: FeedForm, known?: { id: string; rowVersion: number }): Promise<Result<string, FeedRefusal>> =>
      asCurator(ports, asker, async (tx) => {
        const feed = known && uuid.test(known.id) ? await findFeed(tx, { id: known.id }) : undefined;
        if (known && !feed) return refuse('not-found');
        if (known && feed && feed.rowVersion !== known.rowVersion) return refuse({ stale: feed });
        const address = named(form.address);
        if (address === undefined) return refuse('address');
        const other = address === null ? undefined : await findFeed(tx, { address });
        if (other && other.id !== feed?.id) return refuse('address-taken');
        const id = feed?.id ?? randomUUID();
        const before = feed ?? { options: {} as Feed['options'], changedSince: null, lastWhole: null };
        const { query, ...options } = before.options;
        const isSecret = form.address !== null && form.address !== address;
        const kept = isSecret ? { query: queryOf(form.address!) } : address === feed?.address && query !== undefined ? { query } : {};
        const nextPull = form.pullHours !== null && address !== null && !form.stopped ? (feed?.nextPull ?? now()) : null;
        await putFeed(tx, { ...before, ...form, options: { ...options, ...kept }, id, address, nextPull });
        await recordEvents(tx, [
          { type: feed ? 'feed-changed' : 'feed-added', subject: { kind: 'feed', id }, by: { kind: 'account', id: asker.id }, at: now() },
        ]);
        return ok(id);
      }),

    /** Reads it as soon as may be, however lately it was read. */
    pullNow: (asker: Asker, id: string): Promise<Result<null, 'not-found'>> =>
      asCurator(ports, asker, async (tx) => {
        const feed = uuid.test(id) ? await findFeed(tx, { id }) : undefined;
        if (!feed?.address || feed.kind === 'file' || feed.stopped) return refuse('not-found');
        await jobs.enqueue(tx, 'read-feed', { programme: asker.programme.id, feed: id, whole: 'yes' });
        return ok(null);
      }),

    rejects: (asker: Asker, run: string, page: number): Promise<{ run: Run; feed: Feed; rejects: Reject[]; pages: number } | undefined> =>
      asCurator(ports, asker, async (tx) => {
        const found = uuid.test(run) ? await findRun(tx, run) : undefined;
        const feed = found && (await findFeed(tx, { id: found.feed }));
        if (!found || !feed) return undefined;
        const rejects = await rejectsOf(tx, run, (page - 1) * rejectsAtOnce, rejectsAtOnce);
        return { run: found, feed, rejects, pages: Math.max(1, Math.ceil((found.counts['rejected'] ?? 0) / rejectsAtOnce)) };
      }),

    /** Every one of them, for a file. */
    allRejects: (asker: Asker, run: string): Promise<Reject[] | undefined> =>
      asCurator(ports, asker, async (tx) => (uuid.test(run) && (await findRun(tx, run)) ? rejectsOf(tx, run, 0, mostInFile) : undefined)),
  };
}

const mostInFile = 100_000;

/** What a feed is remembered by; undefined for what is no web address. */
function named(address: string | null): string | null | undefined {
  try {
    return address === null ? null : nameOfUrl(address);
  } catch (error) {
    if (error instanceof PlainError) return undefined;
    throw error;
  }
}

/** What may be a secret is kept apart from what is shown. */
const queryOf = (address: string): string => new URL(address).search;
