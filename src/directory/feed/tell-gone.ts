import type { Tx } from '../../platform/database.ts';
import { addChanges, type NewChange, overtake } from '../store/change-sets.ts';
import { knownOf, takeSaid, voicesOf } from '../store/feed-records.ts';
import { recordsById } from '../store/records.ts';
import type { Feed } from './feed.ts';

/** Proposes to withdraw the services that a feed itself says are no more, unless another feed still gives them. Gives how many. */
export async function tellGone(
  tx: Tx,
  { feed, set, changes: from }: { feed: Pick<Feed, 'id'>; set: string; changes: number },
  keys: readonly string[],
): Promise<number> {
  if (!keys.length) return 0;
  const known = [...(await knownOf(tx, feed.id, 'service', keys)).values()].filter(({ gone, record }) => !gone && record !== null);
  const ids = known.map(({ record }) => record!);
  const records = new Map((await recordsById(tx, 'service', ids)).map((record) => [record.id, record]));
  const voices = await voicesOf(tx, 'service', ids);
  const changes: NewChange[] = [];
  const shared: string[] = [];
  for (const { key, record } of known) {
    const current = records.get(record!);
    const own = voices.find((voice) => voice.feed === feed.id && voice.record === record);
    if (voices.some((voice) => voice.feed !== feed.id && voice.record === record)) shared.push(key);
    else if (current && !current.removed) {
      const { document, version, sources } = current;
      const was = { before: document, beforeVersion: version, said: null, saidBefore: own?.document ?? null };
      const name = typeof document['name'] === 'string' ? document['name'].slice(0, 300) : '';
      changes.push({ kind: 'service', record: current.id, action: 'withdraw', name, ...was, after: document, sources, fields: [], key });
    }
  }
  await takeSaid(
    tx,
    feed.id,
    shared.map((key) => ({ kind: 'service', key, document: null, gone: true })),
  );
  await addChanges(tx, set, from, changes);
  await overtake(
    tx,
    feed.id,
    set,
    changes.map(({ key }) => key!),
  );
  return changes.length;
}
