import type { Measured } from './measure.ts';

/** DESIGN.md section 10: at the 95th percentile, and against the bare statements. */
const budget = { p95: 25, ratio: 2 };

export type Report = Record<string, Measured>;

export function toTable(report: Report): string {
  const rows = Object.entries(report).map(([name, { clients, n, p50, p95, p99, perSecond, bare, ratio }]) => {
    const missed = [...(p95 > budget.p95 ? [`p95 > ${budget.p95} ms`] : []), ...(ratio > budget.ratio ? [`ratio > ${budget.ratio}`] : [])];
    return [name, clients, n, p50, p95, p99, perSecond, bare.p50, bare.p95, ratio, missed.join(', ')].map(String);
  });
  const table = [['', 'clients', 'n', 'p50', 'p95', 'p99', 'per s', 'bare p50', 'bare p95', 'ratio', 'over budget'], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const last = widths.length - 1;
  return table
    .map((row) =>
      row
        .map((cell, nth) => (nth === 0 || nth === last ? cell.padEnd(widths[nth]!) : cell.padStart(widths[nth]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
