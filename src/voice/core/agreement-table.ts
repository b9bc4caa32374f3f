import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Ratings } from './agreement.ts';

export type TableRefusal = 'empty' | 'too-big' | { line: number };

/** A table that somebody typed or pasted: a line for each thing, a column for each coder; empty, '.' and 'NA' are missing. One row a coder. */
export function readTable(typed: string): Result<Ratings, TableRefusal> {
  const lines = typed.split(/\r?\n/);
  const rows: (number | null)[][] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.trim()) continue;
    const row = line
      .trim()
      .split(/[,;\t]|[^\S\t]+/)
      .map((cell) => (/^(?:\.|na|)$/i.test(cell.trim()) ? null : Number(cell)));
    if (row.some((value) => value !== null && !Number.isFinite(value))) return refuse({ line: index + 1 });
    rows.push(row);
  }
  const width = Math.max(0, ...rows.map(({ length }) => length));
  if (width < 2) return refuse('empty');
  if (rows.length > 2000 || width > 20) return refuse('too-big');
  return ok(Array.from({ length: width }, (_, coder) => rows.map((row) => row[coder] ?? null)));
}
