import type { Tx } from '../../platform/database.ts';
import { differencesOf } from '../difference.ts';
import { type Change, type ChangeSet, patched } from '../change-set.ts';
import type { DirectoryRecord, Kind } from '../record.ts';
import { deriveServices, type RecordChange, type Saved, saveRecords } from '../record/save.ts';
import { countSet, nextApplied, nextWanted, noteOutcomes, type Outcome, setState, beforeSet } from '../store/change-sets.ts';
import { takeSaid } from '../store/feed-records.ts';
import { privateIds, recordsById, servicesAround } from '../store/records.ts';
import { bringBelongings } from './belongings.ts';
import { mergeRecords } from './merge-records.ts';
import { namedBy } from './references.ts';

const atOnce = 300;
type Doing = { at: Date; by: string | null; onProgress?: ((done: number) => void) | undefined };

/** Makes every wanted change of a set, in the caller's one transaction: whoever reads sees all of them or none. */
export async function applySet(tx: Tx, set: ChangeSet, { at, by, onProgress }: Doing): Promise<void> {
  let done = 0;
  for (;;) {
    const changes = await nextWanted(tx, set.id, atOnce);
    if (!changes.length) break;
    if (set.feed !== null) await takeSaid(tx, set.feed, changes.flatMap(nowSaid));
    const outcomes: Outcome[] = [];
    for (const kind of ['organisation', 'location', 'service'] as const) {
      const own = changes.filter((change) => change.kind === kind);
      if (own.length) outcomes.push(...(await applyKind(tx, set, kind, own, at)));
    }
    await noteOutcomes(tx, set.id, outcomes);
    onProgress?.((done += changes.length));
  }
  await setState(tx, set.id, { state: 'applied', decided: { at, by } });
  await countSet(tx, set.id);
}

const nowSaid = ({ kind, key, said, after, action, saidBefore }: Change) =>
  key === null ? [] : [{ kind, key, document: action === 'withdraw' ? saidBefore : (said ?? after), gone: action === 'withdraw' }];

async function applyKind(tx: Tx, set: ChangeSet, kind: Kind, changes: readonly Change[], at: Date): Promise<Outcome[]> {
  const ids = changes.map(({ record }) => record);
  const current = new Map((await recordsById(tx, kind, ids)).map((record) => [record.id, record]));
  // Somebody may have changed it since this was proposed: then what is to be is worked out anew.
  const stale = changes.filter(
    (change) =>
      change.key !== null && change.action !== 'withdraw' && (current.get(change.record)?.version ?? null) !== change.beforeVersion,
  );
  const anew = await mergeRecords(
    tx,
    kind,
    stale.map(({ record }) => ({ record })),
  );
  const planned = changes.map((change) => ({ change, to: planOf(change, current.get(change.record), anew.get(change.record)?.merged) }));
  const saving = { by: set.by, at, changeSet: set.id };
  const homeless =
    kind === 'service'
      ? await bringBelongings(
          tx,
          planned.map(({ to }) => to),
          saving,
        )
      : new Set<string>();
  const saved = await hidingWhatIsPrivate(
    tx,
    kind,
    planned.flatMap(({ to }) => (homeless.has(to.id) ? [] : to)),
    (wanted) => saveRecords(tx, wanted, saving),
  );
  const happened = new Set(saved.map(({ id }) => id));
  return planned.map(({ change, to }): Outcome => {
    const was = current.get(change.record);
    const outcome = happened.has(change.record) ? 'applied' : homeless.has(change.record) ? 'kept' : 'same';
    if ((was?.version ?? null) === change.beforeVersion) return { nth: change.nth, outcome };
    const fields = differencesOf(was?.document ?? null, to.document).map(({ field }) => field);
    return { nth: change.nth, outcome, before: was?.document ?? null, beforeVersion: was?.version ?? null, after: to.document, fields };
  });
}

/** One service may say of a place that nobody may know where it is. Then every other service there must forget it too. */
async function hidingWhatIsPrivate(
  tx: Tx,
  kind: Kind,
  wanted: RecordChange[],
  save: (wanted: RecordChange[]) => Promise<Saved[]>,
): Promise<Saved[]> {
  if (kind !== 'service') return save(wanted);
  const places = wanted.flatMap(({ document }) => namedBy(document).flatMap((each) => (each.kind === 'location' ? [each.key] : [])));
  const hidden = await privateIds(tx, 'location', places);
  const saved = await save(wanted);
  const now = [...(await privateIds(tx, 'location', places))].filter((place) => !hidden.has(place));
  await deriveServices(tx, await servicesAround(tx, [], now));
  return saved;
}

function planOf(
  change: Change,
  current: DirectoryRecord | undefined,
  anew: Pick<RecordChange, 'document' | 'sources'> | undefined,
): RecordChange {
  const { kind, record: id, action, after, beforeVersion, fields } = change;
  const removed = action === 'withdraw' || (action === 'change' && current?.removed === true);
  const sources = change.sources ? { sources: change.sources } : {};
  if (action === 'withdraw' && current) return { kind, id, document: current.document, sources: current.sources, removed };
  if (anew) return { kind, id, ...anew, removed };
  if (!current || current.version === beforeVersion) return { kind, id, document: after, ...sources, removed };
  return { kind, id, document: patched(current.document, after, fields), removed };
}

/**
 * Takes back every change of a set. What somebody has changed since is left as it is, and told. What was added is withdrawn, because people may
 * have been connected to it. Gives how many were left.
 */
export async function undoSet(tx: Tx, set: ChangeSet, { at, by }: { at: Date; by: string }): Promise<number> {
  let kept = 0;
  for (;;) {
    const changes = await nextApplied(tx, set.id, atOnce);
    if (!changes.length) break;
    if (set.feed !== null) await takeSaid(tx, set.feed, changes.flatMap(saidBefore));
    const outcomes: Outcome[] = [];
    for (const kind of ['service', 'location', 'organisation'] as const) {
      const own = changes.filter((change) => change.kind === kind);
      const before = await beforeSet(
        tx,
        set.id,
        kind,
        own.map(({ record }) => record),
      );
      const back = own.flatMap(({ record: id, after }): RecordChange[] => {
        const was = before.get(id);
        if (!was) return [];
        return [{ kind, id, document: was.document ?? after, ...(was.sources && { sources: was.sources }), removed: was.removed }];
      });
      await saveRecords(tx, back, { by: `account:${by}`, at, changeSet: set.id });
      const undone = new Set(back.map(({ id }) => id));
      outcomes.push(...own.map(({ nth, record }) => ({ nth, outcome: undone.has(record) ? ('undone' as const) : ('kept' as const) })));
    }
    kept += outcomes.filter(({ outcome }) => outcome === 'kept').length;
    await noteOutcomes(tx, set.id, outcomes);
  }
  await setState(tx, set.id, { state: 'undone', undone: { at, by } });
  await countSet(tx, set.id);
  return kept;
}

/** What a feed no longer gives, and somebody keeps, it no longer speaks of. */
const saidBefore = ({ kind, key, saidBefore: document, action }: Change) =>
  key === null ? [] : [{ kind, key, document, gone: action === 'withdraw' }];
