import { dayIn } from '../../platform/calendar.ts';
import { thisProgramme } from '../../identity/index.ts';
import { PlainError } from '../../platform/plain-error.ts';
import type { Feed } from '../feed/feed.ts';
import { heldMemory, type PageContent } from '../feed/page-memory.ts';
import { readFeed, type ReadResult } from '../feed/read-feed.ts';
import { entriesOfRpde } from '../feed/source-openactive.ts';
import { entriesOfUrl } from '../feed/source-url.ts';
import { hashOf } from '../feed/ids.ts';
import type { Fetching } from '../feed/fetching.ts';
import { applyChangeSet } from '../feed/propose.ts';
import { countAnew, dueFeeds, findFeed, findPage, noteRead, putPage } from '../store/feeds.ts';
import type { FeedPorts } from './feed-needs.ts';

const hour = 3_600_000;
/** Clocks differ, and a feed may take a while to show what has changed. */
const overlap = hour;
/** Asking only for what has changed never tells what has gone, so everything is asked for now and then. */
const wholeEvery = 7 * 24 * hour;

type Pull = { whole?: boolean; fetching?: Fetching };

/** Reads feeds by the clock, and does what takes long. */
export function pullUses(ports: FeedPorts) {
  const { db, now, jobs, log, everyProgramme } = ports;

  /** Reads one feed, only what has changed when that is enough. Null when there is nothing to read. */
  async function pull(programme: string, id: string, { whole = false, fetching = {} }: Pull = {}): Promise<ReadResult | null> {
    const inTurn = <T>(work: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme, work);
    const { feed, timeZone } = await inTurn(async (tx) => ({
      feed: await findFeed(tx, { id }),
      timeZone: (await thisProgramme(tx)).settings.timeZone,
    }));
    if (!feed?.address || feed.stopped) return null;
    const due = feed.pullHours === null ? null : new Date(now().getTime() + feed.pullHours * hour);
    await inTurn((tx) => noteRead(tx, id, { nextPull: due }));
    const partial =
      // Sessions are told with their series, so only a whole reading of them tells it right.
      feed.kind !== 'openactive' &&
      !whole &&
      feed.changedSince !== null &&
      feed.lastWhole !== null &&
      now().getTime() - feed.lastWhole.getTime() < wholeEvery;
    const memory = heldMemory(async (address) => {
      const known = await inTurn((tx) => findPage(tx, id, hashOf(address)));
      return known && { ...known, content: known.content as PageContent };
    });
    return readFeed(inTurn, {
      feed,
      partial,
      now,
      settle: () => db.asOwner(countAnew),
      entries: (resume) =>
        feed.kind === 'openactive'
          ? entriesOfRpde(addressOf(feed), fetching, { today: dayIn(timeZone, now()), timeZone })
          : entriesOfUrl(addressOf(feed), {
              fetching,
              resume,
              lines: feed.kind === 'ndjson',
              ...(partial ? { since: sinceOf(feed) } : { memory }),
            }),
      onComplete: async (tx) => {
        for (const [address, known] of memory.heard()) await putPage(tx, id, hashOf(address), known);
      },
    });
  }

  return {
    pull,
    handlers: {
      'read-feed': async ({ programme = '', feed = '', whole }: Record<string, string>) => {
        await pull(programme, feed, { whole: whole === 'yes' }).catch((error: unknown) => {
          // What is wrong with a feed is noted with its reading; trying again at once would not mend it.
          if (!(error instanceof PlainError)) throw error;
          log.warn({ feed }, 'A feed could not be read');
        });
      },
      'read-due-feeds': async () => {
        for (const programme of await everyProgramme()) {
          await db.inProgramme(programme, async (tx) => {
            for (const feed of await dueFeeds(tx, now())) await jobs.enqueue(tx, 'read-feed', { programme, feed });
          });
        }
      },
      'apply-change-set': async ({ programme = '', set = '', account = '' }: Record<string, string>) => {
        await db.inProgramme(programme, (tx) => applyChangeSet(tx, set, { at: now(), by: account }));
      },
    },
    schedules: { 'read-due-feeds': '*/10 * * * *' },
  };
}

const sinceOf = ({ changedSince }: Feed): Date | null => changedSince && new Date(changedSince.getTime() - overlap);

/** With what may be a secret in it. */
const addressOf = ({ address, options: { query } }: Feed): string =>
  typeof query === 'string' && query ? Object.assign(new URL(address!), { search: query }).href : address!;
