import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import type { Document } from '../record.ts';
import { countSet, findSet, openSet, removeSet, setState } from '../store/change-sets.ts';
import { waitingOf } from '../store/feed-records.ts';
import { findFeed, runsOf, waitForTurn } from '../store/feeds.ts';
import { applySet } from './apply.ts';
import { sourceOfFeed } from './feed.ts';
import { type Reading, say } from './take-in.ts';

const atOnce = 300;

/** Takes in what waited for somebody's word, now that there is one. Gives the set of what changed, or null when nothing did. */
export async function takeWaiting(tx: Tx, feedId: string, { at, by }: { at: Date; by: string }): Promise<string | null> {
  await waitForTurn(tx);
  const feed = await findFeed(tx, { id: feedId });
  const [last] = await runsOf(tx, feedId, 1);
  if (!feed || !last) return null;
  const set = randomUUID();
  await openSet(tx, { id: set, kind: 'match', feed: feedId, run: null, by: sourceOfFeed(feed), made: at, state: 'proposed' });
  const none = () => ({ added: 0, changed: 0, unchanged: 0 });
  const counts = { services: none(), organisations: none(), changes: 0, rejected: 0, waiting: 0, blurred: false };
  const reading: Reading = { feed, run: last.id, chain: last.chain, resumed: false, set, at, ...counts, onChanged: () => undefined };
  const around = { known: new Map<string, never>(), resolved: new Map<string, string>(), documents: new Map<string, Document>() };
  const tried = new Set<string>();
  for (;;) {
    const waiting = (await waitingOf(tx, feedId, atOnce + tried.size)).filter(({ kind, key }) => !tried.has(`${kind} ${key}`));
    if (!waiting.length) break;
    for (const kind of ['organisation', 'location', 'service'] as const) {
      const own = waiting.filter((each) => each.kind === kind);
      for (const { key } of own) tried.add(`${kind} ${key}`);
      const parts = own.map(({ key, pending: document, hash, path }) => ({ kind, key, document, hash, path }));
      if (parts.length) await say(tx, reading, kind, parts, around);
    }
  }
  if (!reading.changes) {
    await removeSet(tx, set);
    return null;
  }
  await countSet(tx, set);
  await setState(tx, set, { state: 'proposed' });
  await applySet(tx, (await findSet(tx, set, true))!, { at, by });
  return set;
}
