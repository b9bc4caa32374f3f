import type { Measured } from './measure.ts';

/** DESIGN.md section 10: at the 95th percentile, and against the bare statements. */
const budget = { p95: 25, ratio: 2 };
/** Issue 3: when there are ten times as many, it takes no longer than this many times as long. */
const mostGrowth = 1.5;

export type Report = Record<string, Measured>;

/** How much longer each takes when there are ten times as many, by its p50: `service-search 1,000 → 10,000: 1.1×`. */
export function growthOf(report: Report): string[] {
  const sizes = new Map<string, [size: number, p50: number][]>();
  for (const [key, { p50 }] of Object.entries(report)) {
    const [name, size] = key.split('@') as [string, string];
    sizes.set(name, [...(sizes.get(name) ?? []), [Number(size), p50]]);
  }
  return [...sizes].flatMap(([name, all]) =>
    all
      .toSorted(([a], [b]) => a - b)
      .flatMap(([size, p50], nth, sorted) => {
        const [before, earlier] = sorted[nth - 1] ?? [0, 0];
        if (!before || !earlier) return [];
        const growth = (p50 / earlier) ** (1 / Math.log10(size / before));
        return [
          `${name} ${before.toLocaleString('en-GB')} → ${size.toLocaleString('en-GB')}: ${growth.toFixed(2)}×${growth > mostGrowth ? ` (over ${mostGrowth}×)` : ''}`,
        ];
      }),
  );
}

export function toTable(report: Report): string {
  const rows = Object.entries(report).map(([name, { clients, n, p50, p95, p99, perSecond, bare, ratio, memory }]) => {
    const missed = [...(p95 > budget.p95 ? [`p95 > ${budget.p95} ms`] : []), ...(ratio > budget.ratio ? [`ratio > ${budget.ratio}`] : [])];
    if (memory) missed.push(`memory ${memory.half} MB, at most ${memory.most} MB`);
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
