import type { Asker } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { differencesOf } from '../difference.ts';
import { type DirectoryRecord, type Document, type Kind, type Source, sourceOf } from '../record.ts';
import { type RecordChange, saveRecords } from '../record/save.ts';
import { feedNames } from '../store/editing.ts';
import { recordsById } from '../store/records.ts';

/** Writes down what somebody typed, with whatever it names that is new, and says who did. */
export async function saveTyped(
  tx: Tx,
  asker: Asker,
  at: Date,
  {
    kind,
    before,
    after,
    with: others = [],
    removed = false,
  }: { kind: Kind; before: Document | null; after: Document; with?: RecordChange[]; removed?: boolean },
): Promise<void> {
  const saved = await saveRecords(tx, [...others, { kind, id: after.id, document: after, removed }], { by: `account:${asker.id}`, at });
  if (!saved.some((each) => each.kind === kind && each.id === after.id)) return;
  const fields = before ? differencesOf(before, after).map(({ field }) => field) : [];
  await recordEvents(tx, [
    {
      type: `${kind}-${before ? 'changed' : 'added'}`,
      subject: { kind, id: after.id },
      by: { kind: 'account', id: asker.id },
      at,
      ...(before && { data: { fields: fields.filter((field) => field !== 'bothy') } }),
    },
  ]);
}

/** What the feed is called whose word each of these fields is; fields that are somebody's own word are left out. */
export async function feedsBehind(
  tx: Tx,
  { sources }: Pick<DirectoryRecord, 'sources'>,
  fields: readonly string[],
): Promise<Map<string, string>> {
  const ids = new Map(fields.flatMap((field) => feedIn(sourceOf(sources, field)).map((id) => [field, id] as const)));
  const names = await feedNames(tx, [...new Set(ids.values())]);
  return new Map([...ids].flatMap(([field, id]) => (names.has(id) ? [[field, names.get(id)!] as const] : [])));
}

const feedIn = (source: Source | undefined): string[] => (source?.startsWith('feed:') ? [source.slice('feed:'.length)] : []);

/** Takes a thing out of the directory, or puts it back. What is so already stays so. */
export async function setRemoved(
  tx: Tx,
  asker: Asker,
  at: Date,
  kind: Kind,
  id: string,
  removed: boolean,
  reason?: string,
): Promise<boolean> {
  const [record] = await recordsById(tx, kind, [id]);
  if (!record) return false;
  if (record.removed === removed) return true;
  await saveRecords(tx, [{ kind, id, document: record.document, sources: record.sources, removed }], { by: `account:${asker.id}`, at });
  await recordEvents(tx, [
    {
      type: `${kind}-${removed ? 'taken-out' : 'put-back'}`,
      subject: { kind, id },
      by: { kind: 'account', id: asker.id },
      at,
      ...(reason && { data: { reason } }),
    },
  ]);
  return true;
}
