import { describe, expect, it } from 'vitest';
import { tQuantile } from './t-quantile.ts';
import { differenceOf, intervalOf, meanOf, spreadOf } from './welch.ts';

// Reference values: SciPy 1.17.1, stats.t.ppf, stats.t.interval and stats.ttest_ind(equal_var=False).confidence_interval(0.95).
const before = [3.25, 4, 2.75, 3.5, 3, 4.25, 2.5];
const after = [4, 4.5, 3.75, 4.25, 3.5, 4.75, 4, 3.25, 4.5];
const sampleOf = (values: number[]) => ({ n: values.length, mean: meanOf(values), sd: spreadOf(values) });

describe('how sure a mean is', () => {
  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 1.5, 6.016663104427929],
    [0.975, 4, 2.7764451051977934],
    [0.975, 9.7, 2.237515123700105],
    [0.975, 23, 2.0686576104190486],
    [0.975, 120.25, 1.9798884820224563],
    [0.95, 6, 1.9431802805153042],
    [0.995, 3.2, 5.493257258868877],
  ])('rests on Student’s t: %d with %d degrees of freedom', (probability, degrees, expected) => {
    expect(tQuantile(probability, degrees)).toBeCloseTo(expected, 8);
  });

  it('is said as an interval around it', () => {
    const { from, to } = intervalOf(sampleOf(before));
    expect(spreadOf(before)).toBeCloseTo(0.6408699444616558, 10);
    expect([from, to]).toEqual([expect.closeTo(2.728722728068388, 8), expect.closeTo(3.914134414788755, 8)]);
  });

  it('is said of a change as well, between different people', () => {
    const { by, interval } = differenceOf(sampleOf(before), sampleOf(after));
    expect(by).toBeCloseTo(0.7341269841269837, 10);
    expect(interval).toEqual({
      from: expect.closeTo(0.08910782689333785, 8) as number,
      to: expect.closeTo(1.3791461413606296, 8) as number,
    });
  });

  it('is not made up where everybody said the same', () => {
    const same = { n: 6, mean: 4, sd: 0 };
    expect(differenceOf(same, { ...same, mean: 5 })).toEqual({ by: 1, interval: { from: 1, to: 1 } });
  });
});
