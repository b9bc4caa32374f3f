import type { Tx } from '../../platform/database.ts';
import type { Kind } from '../record.ts';
import { type RecordChange, saveRecords, type Saving } from '../record/save.ts';
import { lastProposed } from '../store/change-sets.ts';
import { takeSaid } from '../store/feed-records.ts';
import { documentsById } from '../store/records.ts';
import { namedBy } from './references.ts';

/**
 * A service needs its organisation and its places. Where they were proposed in another set, or were refused, they come with it. Gives the
 * services whose organisation nobody knows, which cannot be.
 */
export async function bringBelongings(tx: Tx, wanted: readonly RecordChange[], saving: Saving): Promise<Set<string>> {
  const missing = new Map<string, { kind: Kind; id: string }>();
  for (const kind of ['organisation', 'location'] as const) {
    const named = wanted.flatMap(({ document }) => namedBy(document).filter((each) => each.kind === kind));
    const there = await documentsById(
      tx,
      kind,
      named.map(({ key }) => key),
    );
    for (const { key } of named) if (!there.has(key)) missing.set(`${kind} ${key}`, { kind, id: key });
  }
  if (!missing.size) return new Set();
  const proposed = await lastProposed(tx, [...missing.values()]);
  await saveRecords(
    tx,
    proposed.map(({ kind, record: id, after: document, sources }) => ({ kind, id, document, ...(sources && { sources }) })),
    saving,
  );
  for (const { feed, kind, key, said, after } of proposed) {
    const document = said ?? after;
    if (feed !== null && key !== null) await takeSaid(tx, feed, [{ kind, key, document, gone: false }]);
  }
  const brought = new Set(proposed.map(({ kind, record }) => `${kind} ${record}`));
  const unknown = (name: string) => missing.has(name) && !brought.has(name);
  return new Set(
    wanted
      .filter(({ document }) => namedBy(document).some(({ kind, key }) => kind === 'organisation' && unknown(`${kind} ${key}`)))
      .map(({ id }) => id),
  );
}
