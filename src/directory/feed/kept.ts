import { isSaid, type Raw } from './raw.ts';

/** Counts what was said and could not be kept, by what it is. */
export type NotKept = Map<string, number>;

export const count = (counts: Map<string, number>, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

/** Counts every property of a record that nothing here reads. */
export function countUnread(notKept: NotKept, kind: string, record: Raw, read: ReadonlySet<string>): void {
  for (const [name, value] of Object.entries(record)) if (isSaid(value) && !read.has(name)) count(notKept, `${kind}.${name}`);
}

/** What could be made of a value; a value that was said but could not be read is counted. */
export function keep<T>(notKept: NotKept, what: string, value: unknown, read: (value: unknown) => T | null): T | null {
  if (!isSaid(value)) return null;
  const kept = read(value);
  if (kept === null) count(notKept, what);
  return kept;
}
