import type { Document } from './record.ts';

/** A field that two documents of one thing say differently. */
export type Difference = { field: string; before: unknown; after: unknown };

/** Every field that differs, in the order of the documents. The order of names within a field does not count. */
export function differencesOf(before: Document | null, after: Document | null): Difference[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].flatMap((field) => {
    const [old, now] = [own(before, field), own(after, field)];
    return isSame(old, now) ? [] : [{ field, before: old, after: now }];
  });
}

const own = (document: Document | null, field: string): unknown =>
  document && Object.hasOwn(document, field) ? document[field] : undefined;

export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name]));
}

/** The same text for the same content, whatever the order of its names; what a hash is made of. */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value)) ?? 'null';

const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(ordered)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((name) => [name, ordered((value as Record<string, unknown>)[name])]),
        )
      : value;

/** One line of what a field says: `deep` is how far inside a list it stands, `name` the HSDS name of its part, or '' for a bare value. */
export type Line = { deep: number; name: string; value: string };

/** They say again what stands beside them. */
const onlyForMachines = new Set(['link_entity', 'taxonomy_detail']);

/** A field as lines that can be read; ids are left out, because nobody can compare them by eye. */
export function linesOf(value: unknown, deep = 0, name = ''): Line[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value))
    return value.flatMap((each: unknown, nth) => [
      ...(nth && typeof each === 'object' ? [{ deep, name: '', value: '' }] : []),
      ...linesOf(each, deep, name),
    ]);
  if (typeof value !== 'object') return [{ deep, name, value: String(value as string | number | boolean) }];
  const parts = Object.entries(value).filter(([part]) => part !== 'id' && !part.endsWith('_id') && !onlyForMachines.has(part));
  const lines = parts.flatMap(([part, each]) => {
    if (typeof each !== 'object' || each === null) return linesOf(each, deep, part);
    const inner = linesOf(each, deep + 1);
    return inner.length ? [{ deep, name: part, value: '' }, ...inner] : [];
  });
  return lines.length ? lines : isOnlyId(value) ? [{ deep, name, value: String((value as { id: unknown }).id) }] : [];
}

const isOnlyId = (value: object): boolean => typeof (value as { id?: unknown }).id === 'string';
