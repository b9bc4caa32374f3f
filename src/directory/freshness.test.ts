import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../platform/calendar.ts';
import { decayOf, usualDecay } from './freshness.ts';

const today = '2026-11-21';
const checked = (daysAgo: number) => decayOf(addDays(today, -daysAgo), today);

describe('what the age of a listing lets it count', () => {
  it.each([
    [0, 'fresh', 1],
    [90, 'fresh', 1],
    [315, 'ageing', 0.5],
    [539, 'ageing', 1 / 450],
    [540, 'old', 0],
    [730, 'old', 0],
    [731, 'hidden', 0],
  ])('checked %i days ago, it is %s and counts %d', (daysAgo, kind, factor) => {
    expect(checked(daysAgo)).toEqual({ kind, factor });
  });

  it('does not hide what nobody has checked yet', () => {
    expect(decayOf(null, today)).toEqual({ kind: 'never', factor: 0 });
  });

  it('counts a day in the future as today', () => {
    expect(checked(-30)).toEqual({ kind: 'fresh', factor: 1 });
  });

  it('never counts more for having been checked longer ago', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (one, more) => {
        expect(checked(one + more).factor).toBeLessThanOrEqual(checked(one).factor);
      }),
    );
  });

  it('follows the days that it is given', () => {
    expect(decayOf(addDays(today, -20), today, { fullFor: 10, nothingAfter: 30, hiddenAfter: 40 })).toEqual({
      kind: 'ageing',
      factor: 0.5,
    });
    expect(usualDecay.nothingAfter).toBeLessThan(usualDecay.hiddenAfter);
  });
});
