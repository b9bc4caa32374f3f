import { type Coding, type Span, touch } from './codebook-passages.ts';

export const groupings = ['practice', 'need', 'teller', 'quarter'] as const;
export type Grouping = (typeof groupings)[number];

/** A group of texts; `others`: those of groups too small to show apart. */
export type Group<T> = { key: string; others?: true; texts: readonly T[] };

/**
 * Splits texts by a key, so that no group has fewer than `least`: what is smaller is put together, with the next smallest when that is still
 * too few. Nothing when there would be fewer than two groups: then the split is not shown at all.
 */
export function splitBy<T>(texts: readonly T[], keysOf: (text: T) => readonly string[], least: number): Group<T>[] | undefined {
  const keys = [...new Set(texts.flatMap((text) => keysOf(text)))].toSorted();
  const groups = keys
    .map((key): Group<T> => ({ key, texts: texts.filter((text) => keysOf(text).includes(key)) }))
    .toSorted((a, b) => b.texts.length - a.texts.length || a.key.localeCompare(b.key));
  const large = groups.filter((group) => group.texts.length >= least);
  const small = groups.slice(large.length);
  const others = new Set(small.flatMap((group) => group.texts));
  while (others.size > 0 && others.size < least && large.length) for (const text of large.pop()!.texts) others.add(text);
  const shown: Group<T>[] = others.size ? [...large, { key: '', others: true, texts: [...others] }] : large;
  return shown.length > 1 && shown.every((group) => group.texts.length >= least) ? shown : undefined;
}

/** 'YYYY-MM-DD' → '2026 Q4'. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** A stretch that at least one coder gave the code, and who did. */
export type Found = Span & { coders: readonly string[] };

/** The stretches of a text that were given one of these codes, overlapping ones as one. `codes`: the code, and those that became part of it. */
export function foundIn(codings: readonly Coding[], codes: ReadonlySet<string>): Found[] {
  const all = codings
    .flatMap(({ coder, passages }) => passages.filter(({ code }) => codes.has(code)).map(({ from, to }) => ({ from, to, coders: [coder] })))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const joined: { from: number; to: number; coders: string[] }[] = [];
  for (const each of all) {
    const last = joined.at(-1);
    if (last && touch(last, each)) {
      last.to = Math.max(last.to, each.to);
      for (const coder of each.coders) if (!last.coders.includes(coder)) last.coders.push(coder);
    } else joined.push({ ...each });
  }
  return joined;
}
