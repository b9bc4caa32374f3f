import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountedGain, ndcg, recall } from './metrics.ts';

describe('nDCG', () => {
  it('is what scikit-learn and the definition give for lists worked out elsewhere', () => {
    // 7/log2(2) + 3/log2(3) + 7/log2(4) + 0 + 1/log2(6) + 3/log2(7), by hand.
    expect(discountedGain([3, 2, 3, 0, 1, 2])).toBeCloseTo(13.848264, 5);
    // Manning, Raghavan and Schütze, and Wikipedia's "Discounted cumulative gain", with the gains 2^grade - 1.
    const wanted = { a: 3, b: 2, c: 3, d: 0, e: 1, f: 2 };
    expect(ndcg(['a', 'b', 'c', 'd', 'e', 'f'], wanted, 6)).toBeCloseTo(0.948811, 5);
  });

  it('is one for the best order, nothing for what nobody wants, and counts what was not found', () => {
    const wanted = { a: 3, b: 1 };
    expect(ndcg(['a', 'b', 'x'], wanted, 10)).toBe(1);
    expect(ndcg(['x', 'y'], wanted, 10)).toBe(0);
    expect(ndcg(['b', 'a'], wanted, 10)).toBeCloseTo((1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)), 10);
    expect(ndcg(['b'], wanted, 10)).toBeLessThan(0.2);
    expect(ndcg([...'xxxxxxxxxx', 'a'], wanted, 10)).toBe(0);
  });

  it('lies between nothing and one, and never falls when a better service moves up', () => {
    const grades = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(grades, fc.nat(), (list, at) => {
        const wanted = Object.fromEntries(list.map((grade, nth) => [`s${nth}`, grade]));
        const found = list.map((_, nth) => `s${nth}`);
        const nth = at % (list.length - 1);
        const better = found.toSpliced(nth, 2, found[nth + 1]!, found[nth]!);
        const [before, after] = [ndcg(found, wanted, 10), ndcg(better, wanted, 10)];
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1 + 1e-9);
        if (list[nth + 1]! >= list[nth]!) expect(after).toBeGreaterThanOrEqual(before - 1e-12);
      }),
    );
  });
});

it('recall is the part of what is wanted among the first, of no more than could stand there', () => {
  expect(recall(['a', 'x', 'b'], { a: 3, b: 1, c: 2, z: 0 }, 10)).toBeCloseTo(2 / 3, 10);
  expect(recall(['a', 'b'], { a: 1, b: 1, c: 1 }, 2)).toBe(1);
  expect(recall([], {}, 10)).toBe(1);
});
