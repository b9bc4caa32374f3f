import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Action, ChangeSet, ChangeSetKind } from '../change-set.ts';
import { differencesOf } from '../difference.ts';
import type { DirectoryRecord, Document, Kind, Source, Sources } from '../record.ts';
import { addChanges, countSet, findSet, type NewChange, openSet, setState, nextWanted, noteOutcomes } from '../store/change-sets.ts';
import { takeSaid } from '../store/feed-records.ts';
import { waitForTurn } from '../store/feeds.ts';
import { recordsById } from '../store/records.ts';
import { applySet, undoSet } from './apply.ts';
import { tellOfImport } from './read-feed.ts';
import { nameOf } from './take-in.ts';

/** What a thing is to be. `sources` only where it is known better than that every field that changes is the word of whoever proposes. */
export type Proposal = { kind: Kind; id: string; document: Document; sources?: Sources; removed?: boolean };
type Proposing = { kind: ChangeSetKind; by: Source; at: Date; feed?: string | null; changes: readonly Proposal[] };

/** Makes a change set that waits to be applied, and gives its id; null when nothing would change. */
export async function proposeChanges(tx: Tx, { kind, by, at, feed = null, changes }: Proposing): Promise<string | null> {
  const present = new Map<string, DirectoryRecord>();
  for (const of of ['organisation', 'location', 'service'] as const) {
    const ids = changes.filter((change) => change.kind === of).map(({ id }) => id);
    for (const record of await recordsById(tx, of, ids)) present.set(`${of} ${record.id}`, record);
  }
  const wanted = changes.flatMap((change) => changeOf(change, present.get(`${change.kind} ${change.id}`)) ?? []);
  if (!wanted.length) return null;
  const id = randomUUID();
  await openSet(tx, { id, kind, feed, run: null, by, made: at, state: 'proposed' });
  await addChanges(tx, id, 0, wanted);
  await countSet(tx, id);
  return id;
}

function changeOf({ kind, id, document, sources, removed = false }: Proposal, current: DirectoryRecord | undefined): NewChange | null {
  const fields = differencesOf(current?.document ?? null, document).map(({ field }) => field);
  const action: Action = !current ? 'add' : removed && !current.removed ? 'withdraw' : !removed && current.removed ? 'put-back' : 'change';
  if (current && !fields.length && action === 'change') return null;
  const before = { before: current?.document ?? null, beforeVersion: current?.version ?? null };
  const nothingSaid = { key: null, said: null, saidBefore: null };
  return { kind, record: id, action, name: nameOf(document), ...before, after: document, sources: sources ?? null, fields, ...nothingSaid };
}

export type SetRefusal = 'not-found' | 'decided' | 'changed-meanwhile';
type Deciding = { at: Date; by: string; rowVersion?: number; onProgress?: (done: number) => void };

/** Makes all its wanted changes, at once for whoever reads. `rowVersion`: refused when the set is no longer the one that was looked at. */
export async function applyChangeSet(tx: Tx, id: string, doing: Deciding): Promise<Result<ChangeSet, SetRefusal>> {
  await waitForTurn(tx);
  const set = await findSet(tx, id, true);
  if (!set) return refuse('not-found');
  if (set.state !== 'proposed' && set.state !== 'applying') return refuse('decided');
  if (doing.rowVersion !== undefined && doing.rowVersion !== set.rowVersion) return refuse('changed-meanwhile');
  await applySet(tx, set, doing);
  if (set.kind === 'feed') await tellOfImport(tx, { id: set.feed! }, set.counts, doing.at);
  else await tell(tx, 'directory-changed', set, doing);
  return ok(set);
}

/** Leaves everything as it is. What a feed said in it is not proposed again until it says something else. */
export async function dropChangeSet(tx: Tx, id: string, { at, by }: Deciding): Promise<Result<ChangeSet, SetRefusal>> {
  const set = await findSet(tx, id, true);
  if (!set) return refuse('not-found');
  if (set.state !== 'proposed') return refuse('decided');
  if (set.kind === 'gone') await keepSpeaking(tx, set);
  await setState(tx, id, { state: 'dropped', decided: { at, by } });
  return ok(set);
}

/** Somebody wants to keep what the feed no longer gives: it is asked about no more. */
async function keepSpeaking(tx: Tx, { id, feed }: ChangeSet): Promise<void> {
  for (;;) {
    const changes = await nextWanted(tx, id, 500);
    if (!changes.length || feed === null) return;
    const taken = changes.flatMap(({ kind, key, saidBefore: document }) => (key === null ? [] : [{ kind, key, document, gone: true }]));
    await takeSaid(tx, feed, taken);
    await noteOutcomes(
      tx,
      id,
      changes.map(({ nth }) => ({ nth, outcome: 'kept' as const })),
    );
  }
}

/** Takes all of it back. Gives how many things were left as they are, because somebody has changed them since. */
export async function undoChangeSet(tx: Tx, id: string, doing: Deciding): Promise<Result<{ set: ChangeSet; kept: number }, SetRefusal>> {
  await waitForTurn(tx);
  const set = await findSet(tx, id, true);
  if (!set) return refuse('not-found');
  if (set.state !== 'applied') return refuse('decided');
  const kept = await undoSet(tx, set, doing);
  await tell(tx, 'directory-change-undone', set, doing);
  return ok({ set, kept });
}

const tell = (tx: Tx, type: string, { id, kind, counts }: ChangeSet, { at, by }: Deciding) =>
  recordEvents(tx, [
    { type, subject: { kind: 'change-set', id }, by: { kind: 'account', id: by }, at, data: { kind, changes: counts['changes'] ?? 0 } },
  ]);
