/** A part of a paper for the steering group: what is so at this moment, with nothing in it that tells of one person. */
export type PaperPart = {
  title: string;
  lines: readonly string[];
  table?: { head: readonly string[]; rows: readonly (readonly string[])[] };
  href?: string;
};

/** Stands in a frozen paper where something was that somebody has taken back. The page says it in words. */
export const takenBackMark = '[taken-back]';

export type Paper = { id: string; madeAt: Date; madeBy: string; parts: readonly PaperPart[] };

/** The parts without these words, wherever they stand; undefined when they stand nowhere. What was frozen stays frozen but for what somebody took back. */
export function without(parts: readonly PaperPart[], words: readonly string[], instead: string): PaperPart[] | undefined {
  const wanted = words.filter((each) => each.trim() !== '');
  const has = (text: string) => wanted.some((each) => text.includes(each));
  const all = parts.flatMap(({ lines, table }) => [...lines, ...(table?.rows.flat() ?? [])]);
  if (!all.some(has)) return undefined;
  const clean = (text: string) => (has(text) ? instead : text);
  return parts.map(({ lines, table, ...part }) => ({
    ...part,
    lines: lines.map(clean),
    ...(table && { table: { head: table.head, rows: table.rows.map((row) => row.map(clean)) } }),
  }));
}
