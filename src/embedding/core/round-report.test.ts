import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, groupsToShow } from './groups.ts';
import { type AskedItem, type Given, reportOf } from './round-report.ts';

const scores = { 5: 5, 4: 4, 3: 3, 2: 2, 1: 1 };
const turned = { 5: 1, 4: 2, 3: 3, 2: 4, 1: 5 };
const notRelevant = [6, 7, 8];
const asked: AskedItem[] = [
  { id: 'A1', part: 'action', scores, notRelevant },
  { id: 'A2', part: 'action', scores: turned, notRelevant },
  { id: 'A3', part: 'action', scores, notRelevant },
  { id: 'A4', part: 'action', scores, notRelevant },
  { id: 'C1', part: 'coherence', scores, notRelevant },
  { id: 'C2', part: 'coherence', scores, notRelevant },
  { id: 'G1', part: null, scores: { 0: 0, 5: 5, 10: 10 }, notRelevant: [] },
];
const half = { leastPercent: 50 };
const same = (n: number, answers: Record<string, number>, group = 'together'): Given[] =>
  Array.from({ length: n }, () => ({ group, answers }));
const whole = (given: Given[]) => {
  const report = reportOf(asked, given, half);
  if (!report.enough) throw new Error('There were enough.');
  return report;
};

describe('what is told of a round', () => {
  it('is nothing at all, where fewer than five answered', () => {
    expect(reportOf(asked, same(4, { A1: 5 }), half)).toEqual({ enough: false });
  });

  it('has the disruption of working relationships turned round in the mean, and as it was said in the counts', () => {
    const { parts, items } = whole(same(5, { A1: 5, A2: 1, A3: 5, A4: 5 }));
    expect(parts[0]).toEqual({ part: 'action', n: 5, mean: 5, sd: 0 });
    expect(items[1]!.tally!.counts[1]).toBe(5);
  });

  it('keeps each kind of “not relevant” apart, and out of the mean', () => {
    const { parts, items } = whole([...same(3, { A1: 4, A2: 6, A3: 2 }), ...same(2, { A1: 4, A2: 7, A3: 2 })]);
    expect(items[1]!.tally).toEqual({ counts: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 3, 7: 2, 8: 0 }, empty: 0 });
    expect(parts[0]).toMatchObject({ n: 5, mean: 3 });
  });

  it('leaves out of a part whoever answered less than half of it, in the mean and in the counts alike', () => {
    const { parts, items } = whole([...same(5, { A1: 5, A2: 1, A3: 5, A4: 5 }), ...same(1, { A1: 1, A3: 7 })]);
    expect(parts[0]).toMatchObject({ n: 5, mean: 5 });
    expect(items[0]!.tally).toMatchObject({ counts: { 1: 0, 5: 5 }, empty: 1 });
    expect(items[2]!.tally!.counts[7]).toBe(1);
  });

  it('makes no mean of a part of which a pulse asked only one statement', () => {
    const report = reportOf([asked[0]!, asked[4]!], same(6, { A1: 5, C1: 4 }), half);
    expect(report).toMatchObject({ enough: true, parts: [], answered: 6 });
  });

  it('shows a role only where those without it are five, too', () => {
    const groups = (...sizes: [string, number][]) =>
      whole(sizes.flatMap(([group, n]) => same(n, { A1: 3, A2: 3 }, group))).groups.map(({ group }) => group);
    expect(groups(['gp', 6], ['nurse', 5])).toEqual(['nurse', 'gp']);
    expect(groups(['gp', 6], ['nurse', 4])).toEqual([]);
    expect(groups(['gp', 7], ['nurse', 5], ['together', 3])).toEqual(['gp']);
    expect(groups(['gp', 9])).toEqual([]);
  });
});

describe('roles that few have', () => {
  it('are counted together from the beginning', () => {
    const of = groupsOf({ gp: 6, nurse: 3, receptionist: 8, manager: 1, other: 2 });
    expect((['gp', 'receptionist', 'nurse', 'manager', 'other'] as const).map(of)).toEqual([
      'gp',
      'receptionist',
      'together',
      'together',
      'together',
    ]);
    expect((['gp', 'manager'] as const).map(groupsOf({ gp: 6, manager: 1 }))).toEqual(['together', 'together']);
  });
});

const answer = fc.record(
  Object.fromEntries(asked.map(({ id, scores: can, notRelevant: or }) => [id, fc.constantFrom(...Object.keys(can).map(Number), ...or)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, number>>;
const round = fc.array(fc.record({ group: fc.constantFrom('gp', 'nurse', 'receptionist', 'together'), answers: answer }), {
  maxLength: 34,
});

/** Every difference that somebody could make who may take any shown groups away from everybody. */
const differences = (everybody: number, groups: readonly number[]): number[] =>
  groups.reduce<number[]>((sums, n) => sums.flatMap((sum) => [sum, sum - n]), [everybody]);
const tellsOfNobody = (n: number) => n === 0 || n >= 5;

describe('one person’s answers', () => {
  it('are never what is left when figures are taken from each other', () => {
    fc.assert(
      fc.property(round, fc.constantFrom(50, 75, 100), (given, leastPercent) => {
        const report = reportOf(asked, given, { leastPercent });
        expect(report.enough).toBe(given.length >= 5);
        if (!report.enough) return;
        const { groups } = report;
        const covers: [number | null, (number | null)[]][] = [
          [report.answered, groups.map(({ answered }) => answered)],
          ...report.items.map(({ tally }, n): [number | null, (number | null)[]] => [
            said(tally),
            groups.map(({ items }) => said(items[n]!.tally)),
          ]),
          ...report.parts.map((part, at): [number | null, (number | null)[]] => [part.n, groups.map(({ parts }) => parts[at]!.n)]),
        ];
        for (const [everybody, theirs] of covers) {
          const shown = theirs.filter((n) => n !== null);
          if (everybody === null) expect(shown).toEqual([]);
          else expect([...differences(everybody, shown), ...shown].every(tellsOfNobody), `${everybody} − ${shown.join(', ')}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not show in a mean that leaves them out: what stands in the counts of a part is what stands in its mean', () => {
    fc.assert(
      fc.property(round, (given) => {
        const report = reportOf(asked, given, half);
        if (!report.enough) return;
        for (const { part, n } of report.parts) {
          const items = asked.filter((item) => item.part === part);
          const levels = report.items.flatMap(({ item, tally }) => {
            const its = items.find(({ id }) => id === item);
            return its && tally ? [Object.keys(its.scores).reduce((sum, value) => sum + tally.counts[Number(value)]!, 0)] : [];
          });
          if (n !== null) for (const counted of levels) expect(counted).toBeLessThanOrEqual(n);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are as safe with any numbers of people in any roles', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 6 }), (sizes) => {
        const counts = Object.fromEntries(sizes.map((n, at) => [`role ${at}`, n]));
        const total = sizes.reduce((a, b) => a + b, 0);
        const shown = groupsToShow(counts, total).map((group) => counts[group]!);
        expect([...differences(total, shown), ...shown].filter((n) => n !== total).every(tellsOfNobody)).toBe(true);
      }),
    );
  });
});

const said = (tally: { counts: Readonly<Record<number, number>> } | null): number | null =>
  tally && Object.values(tally.counts).reduce((a, b) => a + b, 0);
