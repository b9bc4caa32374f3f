import { differencesOf, isSame, type Line } from './difference.ts';
import type { DirectoryRecord, Document } from './record.ts';

/** What nobody sees of a document: it says how the rest is to be read. */
const ours = 'bothy';

/** The present document with the fields that one version changed as they were before it; undefined when one of them has been changed again since. */
export function fieldsBack(present: Document, before: Document, accepted: Document): Document | undefined {
  const changed = differencesOf(before, accepted).map(({ field }) => field);
  const held = (field: string) => isSame(present[field], accepted[field]);
  if (changed.some((field) => field !== ours && !held(field))) return undefined;
  const back = changed.filter(held);
  const kept = Object.entries(present).filter(([field]) => !back.includes(field) || before[field] !== undefined);
  const put = back.flatMap((field) => (before[field] === undefined ? [] : [[field, before[field]] as const]));
  return { ...Object.fromEntries([...kept, ...put]), id: present.id };
}

/** How one version differs from the one before it: old and new, field by field. The first has nothing before it. */
export type Step = {
  version: number;
  first: boolean;
  removed: boolean;
  /** Whether it was taken out of the directory, or put back, by this version. */
  turn: 'removed' | 'restored' | null;
  changes: { field: string; before: Line[]; after: Line[] }[];
};

/** The steps of versions that come the latest first; `tell` says what stands in a field. */
export const stepsOf = (versions: readonly DirectoryRecord[], tell: (field: string, value: unknown) => Line[]): Step[] =>
  versions.map(({ version, document, removed }, nth) => {
    const before = versions[nth + 1];
    const differences = before ? differencesOf(before.document, document) : [];
    return {
      version,
      removed,
      first: !before,
      turn: !before || before.removed === removed ? null : removed ? 'removed' : 'restored',
      changes: differences
        .map(({ field, before: old, after }) => ({ field, before: tell(field, old), after: tell(field, after) }))
        .filter(({ before: old, after }) => !isSame(old, after)),
    };
  });

/** Of what only Bothy knows of a service, people read who may be asked and who checked it. */
export const shownOf = (field: string, value: unknown): unknown =>
  field === ours && value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).filter(([part]) => ['request_email', 'request_phone', 'assured_by'].includes(part)))
    : value;

/** What a record is called. A place may have no name but where it is. */
export function titleOf(document: Document): string {
  const [address] = Array.isArray(document['addresses']) ? (document['addresses'] as Record<string, unknown>[]) : [];
  const said = [document['name'], address?.['address_1'], address?.['city']].find((text) => typeof text === 'string' && text.trim());
  return typeof said === 'string' ? said : '';
}
