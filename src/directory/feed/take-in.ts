import type { Tx } from '../../platform/database.ts';
import { differencesOf, isSame } from '../difference.ts';
import type { Action } from '../change-set.ts';
import type { Document, Kind } from '../record.ts';
import { knownOf, noteSeen, putSaid, takeSaid } from '../store/feed-records.ts';
import { addRejects } from '../store/feeds.ts';
import { addChanges, type NewChange, overtake } from '../store/change-sets.ts';
import type { Entry } from './entry.ts';
import type { Feed, Reject } from './feed.ts';
import { mergeRecords, type MergedRecord } from './merge-records.ts';
import { type Part, takenApart } from './parts.ts';
import { nameIn } from './record.ts';
import { resolveNew } from './resolve.ts';
import { tellGone } from './tell-gone.ts';

export type Tally = { added: number; changed: number; unchanged: number };

/** One reading of a feed, and what it has come to so far. */
export type Reading = {
  feed: Feed;
  run: string;
  chain: string;
  /** It goes on where an earlier one broke off, so it may meet again what that one had read. */
  resumed: boolean;
  set: string;
  at: Date;
  services: Tally;
  organisations: Tally;
  changes: number;
  rejected: number;
  waiting: number;
  /** Something was rejected of which nobody can say what it was, so nobody can say what has vanished either. */
  blurred: boolean;
  /** What each changed service is to be heard with: how much of it nobody could read. */
  onChanged: (entry: Entry) => void;
};

/** Takes in some entries of a feed: notes what it says, and proposes what should change. */
export async function takeIn(tx: Tx, reading: Reading, entries: readonly Entry[]): Promise<void> {
  const { parts, rejects, seen, removed } = sorted(entries, reading);
  const known = new Map<string, Known>();
  for (const kind of kinds) {
    const keys = [...parts.filter((part) => part.kind === kind).map(({ key }) => key), ...(kind === 'service' ? seen : [])];
    for (const [key, record] of await knownOf(tx, reading.feed.id, kind, keys)) known.set(`${kind} ${key}`, record);
  }
  const fresh = withoutRepeats(parts, known, reading, rejects);
  const resolved = new Map<string, string>();
  const documents = new Map<string, Document>();
  for (const kind of kinds) {
    const own = fresh.filter((part) => part.kind === kind);
    const [same, other] = partition(
      own,
      ({ key, hash }) => known.get(`${kind} ${key}`)?.hash === hash && !known.get(`${kind} ${key}`)!.gone,
    );
    await noteSeen(
      tx,
      reading.feed.id,
      kind,
      [...same, ...(kind === 'service' ? seen.map((key) => ({ key, path: '' })) : [])],
      reading.chain,
    );
    count(reading, kind, 'unchanged', same.length);
    await say(tx, reading, kind, other, { known, resolved, documents });
  }
  inOrderOf(entries, rejects);
  reading.changes += await tellGone(tx, reading, removed);
  await addRejects(tx, reading.run, reading.rejected, rejects);
  reading.rejected += rejects.length;
  const told = new Set(
    fresh.filter((part) => part.kind === 'service' && known.get(`service ${part.key}`)?.hash !== part.hash).map(({ path }) => path),
  );
  for (const entry of entries) if (told.has(entry.path)) reading.onChanged(entry);
}

const kinds = ['organisation', 'location', 'service'] as const satisfies readonly Kind[];
type Known = { record: string | null; hash: string; path: string; seenIn: string; gone: boolean };

function sorted(entries: readonly Entry[], reading: Reading) {
  const found = { parts: [] as Part[], rejects: [] as Reject[], seen: [] as string[], removed: [] as string[] };
  for (const entry of entries) {
    const taken = takenApart(entry);
    if ('parts' in taken) found.parts.push(...taken.parts);
    else if ('removed' in taken) found.removed.push(taken.removed);
    else if ('seen' in taken) {
      found.seen.push(taken.seen);
      count(reading, 'service', 'unchanged', 1);
    } else {
      const { path, name, reason, key } = taken;
      found.rejects.push({ path, name, reason });
      if (key === null) reading.blurred = true;
      else found.seen.push(key);
    }
  }
  return found;
}

/** Organisations and places come again with each of their services. A service that comes again is a fault of the feed. */
function withoutRepeats(parts: readonly Part[], known: ReadonlyMap<string, Known>, { chain, resumed }: Reading, rejects: Reject[]): Part[] {
  const first = new Map<string, string>();
  return parts.filter((part) => {
    const { kind, key, path, hash, document } = part;
    const before = known.get(`${kind} ${key}`);
    const earlier = first.get(`${kind} ${key}`) ?? (before?.seenIn === chain ? before.path : undefined);
    first.set(`${kind} ${key}`, first.get(`${kind} ${key}`) ?? path);
    if (earlier === undefined) return true;
    if (kind === 'service' && !(resumed && before?.hash === hash))
      rejects.push({ path, name: nameIn(document), reason: `id ${key} is that of ${earlier} too` });
    return false;
  });
}

type Around = { known: ReadonlyMap<string, Known>; resolved: Map<string, string>; documents: Map<string, Document> };

/** Notes what a feed says of things that are new to it or have changed, and proposes what should change. */
export async function say(
  tx: Tx,
  reading: Reading,
  kind: Kind,
  parts: readonly Part[],
  { known, resolved, documents }: Around,
): Promise<void> {
  const { feed, chain, at, set } = reading;
  const recordOf = (key: string) => known.get(`${kind} ${key}`)?.record ?? undefined;
  for (const { key } of parts) if (recordOf(key)) resolved.set(`${kind} ${key}`, recordOf(key)!);
  const unknown = parts.filter(({ key }) => !recordOf(key));
  reading.waiting += await resolveNew(tx, kind, unknown, { feed: feed.id, at, resolved, known: documents });

  const settled = parts.flatMap((part) => {
    const record = resolved.get(`${kind} ${part.key}`);
    return record === undefined ? [] : [{ ...part, record }];
  });
  const own = (part: Part) => ({ feed: feed.id, key: part.key, trust: feed.trust, at, document: part.document });
  const merged = await mergeRecords(
    tx,
    kind,
    settled.map((part) => ({ record: part.record, own: own(part) })),
    resolved,
  );
  await putSaid(
    tx,
    feed.id,
    parts.map((part) => {
      const record = resolved.get(`${kind} ${part.key}`) ?? null;
      return {
        kind,
        key: part.key,
        record,
        document: null,
        pending: record === null ? part.document : null,
        hash: part.hash,
        path: part.path,
      };
    }),
    { chain, at },
  );

  const changes: NewChange[] = [];
  const silent: Part[] = [];
  for (const part of settled) {
    const to = merged.get(part.record)!;
    documents.set(`${kind} ${part.record}`, to.merged.document);
    const change = changeOf(part, to, known.get(`${kind} ${part.key}`)?.gone === true);
    if (change) changes.push(change);
    else silent.push(part);
    count(reading, kind, change === null ? 'unchanged' : change.action === 'add' ? 'added' : 'changed', 1);
  }
  await takeSaid(
    tx,
    feed.id,
    silent.map(({ key, document }) => ({ kind, key, document, gone: false })),
  );
  await addChanges(tx, set, reading.changes, changes);
  await overtake(
    tx,
    feed.id,
    set,
    parts.map(({ key }) => key),
  );
  reading.changes += changes.length;
}

/** Null when the truth stays as it is. What somebody withdrew stays so; what had gone from its feed and has come back is put back. */
function changeOf(part: Part & { record: string }, { merged, current, saidBefore }: MergedRecord, wasGone: boolean): NewChange | null {
  const { kind, key, record, document: said } = part;
  const fields = differencesOf(current?.document ?? null, merged.document).map(({ field }) => field);
  const back = current?.removed === true && wasGone;
  if (current && !fields.length && !back) return null;
  const action: Action = !current ? 'add' : back ? 'put-back' : 'change';
  const before = { before: current?.document ?? null, beforeVersion: current?.version ?? null, saidBefore };
  return {
    kind,
    record,
    action,
    name: nameOf(merged.document),
    ...before,
    after: merged.document,
    sources: merged.sources,
    fields,
    key,
    said: isSame(said, merged.document) ? null : said,
  };
}

export const nameOf = ({ name }: Document): string => (typeof name === 'string' ? name.slice(0, 300) : '');

function count(reading: Reading, kind: Kind, what: keyof Tally, many: number): void {
  if (kind === 'service') reading.services[what] += many;
  if (kind === 'organisation') reading.organisations[what] += many;
}

/** As they stand in the feed. */
function inOrderOf(entries: readonly Entry[], rejects: Reject[]): void {
  const places = new Map(entries.map(({ path }, nth) => [path, nth]));
  rejects.sort((a, b) => (places.get(a.path) ?? 0) - (places.get(b.path) ?? 0));
}

const partition = <T>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] => [all.filter(holds), all.filter((one) => !holds(one))];
