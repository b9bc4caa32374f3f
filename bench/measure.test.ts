import { expect, it } from 'vitest';
import { writes } from './capture.ts';
import { percentile } from './measure.ts';
import { growthOf, toTable } from './table.ts';

it('takes the nearest rank, so that a percentile is always a time that was measured', () => {
  const times = Array.from({ length: 20 }, (_, nth) => 20 - nth);
  expect([50, 95, 99, 100].map((p) => percentile(times, p))).toEqual([10, 19, 20, 20]);
  expect(percentile([7], 95)).toBe(7);
});

it('says which budget was missed, and nothing where none was', () => {
  const measured = { clients: 1, n: 300, p50: 3, p95: 9, p99: 12, perSecond: 250, bare: { p50: 2, p95: 6 }, ratio: 1.5 };
  const [, good, late] = toTable({ 'caseload-page@1000': measured, 'queue-page@1000': { ...measured, p95: 30, ratio: 5 } }).split('\n');
  expect(good).toMatch(/1\.5$/);
  expect(late).toMatch(/p95 > 25 ms, ratio > 2$/);
});

it('says how much longer each takes with ten times as many, also where a size was left out', () => {
  const at = (p50: number) => ({ clients: 1, n: 300, p50, p95: 9, p99: 12, perSecond: 250, bare: { p50: 2, p95: 6 }, ratio: 1.5 });
  expect(growthOf({ 'search@1000': at(4), 'search@100000': at(9), 'search@1000000': at(18), 'page@1000': at(1) })).toEqual([
    'search 1,000 → 100,000: 1.50×',
    'search 100,000 → 1,000,000: 2.00× (over 1.5×)',
  ]);
});

it('knows a statement that holds or changes rows, which belongs in a transaction', () => {
  const statement = (text: string) => [{ text, values: [] }];
  expect(writes(statement('select * from referral where id = $1'))).toBe(false);
  expect(writes(statement('select * from referral where id = $1 for update'))).toBe(true);
  expect(writes(statement('insert into "referral" default values'))).toBe(true);
});
