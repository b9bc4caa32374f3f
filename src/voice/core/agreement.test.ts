import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alphaBetween, krippendorffsAlpha, type Level } from './agreement-alpha.ts';
import { cohensKappa, fleissKappa, percentAgreement, type Ratings, type Weights } from './agreement.ts';

type Interval = { value: number; low: number; high: number };
type Reference = {
  cohen: Record<string, { table: number[][] } & Record<Weights, Interval>>;
  fleiss: { diagnoses: { rows: number[][]; value: number; z: number } };
  alpha: Record<string, { rows: (number | null)[][] } & Record<Level, number>>;
};
/** How each value was made, and which published ones it was held to, is said in agreement.py beside it. */
const reference = JSON.parse(readFileSync('test/reference/agreement.json', 'utf8')) as Reference;

const coders = (table: readonly (readonly number[])[]): [number[], number[]] => {
  const said = table.flatMap((row, i) => row.flatMap((n, j) => Array.from({ length: n }, () => [i, j] as const)));
  return [said.map(([i]) => i), said.map(([, j]) => j)];
};
const turned = (rows: readonly (readonly number[])[]): number[][] => rows[0]!.map((_, j) => rows.map((row) => row[j]!));
const valueOf = <T extends { value: number }, E>(answer: { ok: true; value: T } | { ok: false; error: E }): T => {
  if (!answer.ok) throw new Error(String(answer.error));
  return answer.value;
};
const binary = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })), { minLength: 2, maxLength: 40 });

describe('agreement equals what others have published and computed', () => {
  it.each(Object.entries(reference.cohen))('Cohen’s kappa, plain and weighted, with its interval: %s', (_, { table, ...expected }) => {
    const [one, other] = coders(table);
    for (const weights of ['none', 'linear', 'quadratic'] as const) {
      const found = valueOf(cohensKappa(one, other, weights, Object.keys(table).map(Number)));
      expect(found.value).toBeCloseTo(expected[weights].value, 9);
      expect(found.low).toBeCloseTo(expected[weights].low, 6);
      expect(found.high).toBeCloseTo(Math.min(1, expected[weights].high), 6);
    }
  });

  it('Fleiss’ kappa of thirty diagnoses by six psychiatrists, and the error that R’s irr gives it', () => {
    const { rows, value, z } = reference.fleiss.diagnoses;
    const found = valueOf(fleissKappa(turned(rows)));
    expect(found.value).toBeCloseTo(value, 9);
    expect(found.units).toBe(30);
    expect(found.value / ((found.high - found.value) / 1.959963984540054)).toBeCloseTo(z, 5);
  });

  it.each(Object.entries(reference.alpha))('Krippendorff’s alpha at every level, with what is missing: %s', (_, { rows, ...expected }) => {
    for (const level of ['nominal', 'ordinal', 'interval'] as const) {
      const { value } = valueOf(krippendorffsAlpha(rows, level));
      expect(value).toBeCloseTo(expected[level], 9);
      const between = alphaBetween(rows, level, 200);
      if (!between.ok) throw new Error(between.error);
      expect(between.value.low).toBeLessThanOrEqual(value);
      expect(between.value.high).toBeGreaterThanOrEqual(value);
      expect(alphaBetween(rows, level, 200)).toEqual(between);
    }
  });
});

describe('agreement in any coding', () => {
  it('is whole where two coders always agree and use both answers', () => {
    const same = [0, 1, 1, 0, 1];
    for (const found of [
      cohensKappa(same, same),
      fleissKappa([same, same]),
      krippendorffsAlpha([same, same]),
      percentAgreement([same, same]),
    ])
      expect(valueOf(found).value).toBeCloseTo(1, 12);
  });

  it('does not depend on who comes first', () => {
    fc.assert(
      fc.property(binary, (pairs) => {
        const [one, other] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        for (const weights of ['none', 'linear', 'quadratic'] as const) {
          const [there, back] = [cohensKappa(one, other, weights), cohensKappa(other, one, weights)];
          expect(there.ok).toBe(back.ok);
          if (there.ok && back.ok) expect(there.value.value).toBeCloseTo(back.value.value, 9);
        }
      }),
    );
  });

  it('never passes 1, and its interval holds the value', () => {
    fc.assert(
      fc.property(binary, (pairs) => {
        const rows: Ratings = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        for (const found of [cohensKappa(rows[0]!, rows[1]!), fleissKappa(rows), krippendorffsAlpha(rows)])
          if (found.ok) {
            expect(found.value.value).toBeLessThanOrEqual(1 + 1e-12);
            if ('low' in found.value) expect(found.value.low).toBeLessThanOrEqual(found.value.value + 1e-12);
          }
      }),
    );
  });

  it.each<[string, Ratings, string]>([
    ['nobody but one coder', [[0, 1]], 'one-coder'],
    [
      'two coders of different things',
      [
        [0, null, 1],
        [null, 1, null],
      ],
      'no-overlap',
    ],
    ['nothing at all', [[], []], 'no-overlap'],
    [
      'everybody always says the same',
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
      'one-category',
    ],
  ])('says in a word why there is no number: %s', (_, rows, why) => {
    expect(fleissKappa(rows)).toEqual({ ok: false, error: why });
    expect(krippendorffsAlpha(rows)).toEqual({ ok: false, error: why });
    if (rows.length === 2) expect(cohensKappa(rows[0]!, rows[1]!)).toEqual({ ok: false, error: why });
  });

  it('leaves Fleiss’ kappa out where not equally many coded everything, for alpha says it better', () => {
    const rows: Ratings = [
      [0, 1, 1],
      [0, 1, 0],
      [0, 1, null],
    ];
    expect(fleissKappa(rows)).toEqual({ ok: false, error: 'uneven' });
    expect(krippendorffsAlpha(rows).ok).toBe(true);
  });
});
