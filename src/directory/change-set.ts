import type { Document, Kind, Source, Sources } from './record.ts';

export type ChangeSetKind = 'feed' | 'gone' | 'manual' | 'csv' | 'match' | 'choice';
export type ChangeSetState = 'gathering' | 'proposed' | 'applying' | 'applied' | 'undone' | 'dropped';
export type Action = 'add' | 'change' | 'withdraw' | 'put-back';
/** Why a person must look first. */
export type Guard = 'many-gone';

/** Changes that belong together: previewed, applied and undone as one. */
export type ChangeSet = {
  id: string;
  kind: ChangeSetKind;
  feed: string | null;
  run: string | null;
  by: Source;
  made: Date;
  state: ChangeSetState;
  guard: readonly Guard[];
  counts: Readonly<Record<string, number>>;
  decidedAt: Date | null;
  decidedBy: string | null;
  undoneAt: Date | null;
  rowVersion: number;
};

export type Change = {
  nth: number;
  kind: Kind;
  record: string;
  action: Action;
  name: string;
  before: Document | null;
  beforeVersion: number | null;
  after: Document;
  sources: Sources | null;
  fields: readonly string[];
  key: string | null;
  said: Document | null;
  saidBefore: Document | null;
  decision: 'wanted' | 'refused';
  outcome: 'applied' | 'same' | 'overtaken' | 'undone' | 'kept' | null;
};

const share = 0.1;
const atLeast = 5;

/** A feed that came back short looks just like one whose services have closed. So many at once, and a person is asked. */
export const isTooMany = ({ known, vanished }: { known: number; vanished: number }): boolean =>
  vanished >= atLeast && vanished > known * share;

/** What somebody did to a document, done to the same document as it has become since: only the fields that they changed. */
export function patched(current: Document, after: Document, fields: readonly string[]): Document {
  const changed = new Set(fields);
  const kept = Object.entries(current).filter(([field]) => !changed.has(field) || Object.hasOwn(after, field));
  const present = new Set(kept.map(([field]) => field));
  const added = Object.entries(after).filter(([field]) => changed.has(field) && !present.has(field));
  const patchedEntries = kept.map(([field, value]) => [field, changed.has(field) ? after[field] : value] as const);
  return Object.fromEntries([...patchedEntries, ...added]) as Document;
}
