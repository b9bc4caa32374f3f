import { tQuantile } from './t-quantile.ts';

export const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** The standard deviation of a sample (over n − 1). */
export function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

export type Sample = { n: number; mean: number; sd: number };
export type Interval = { from: number; to: number };

/** The 95 % interval of a mean, by Student's t. */
export function intervalOf({ n, mean, sd }: Sample): Interval {
  const half = tQuantile(0.975, n - 1) * (sd / Math.sqrt(n));
  return { from: mean - half, to: mean + half };
}

/** How much the second mean is above the first, with its 95 % interval, for different people each time (Welch 1947: unequal spreads). */
export function differenceOf(before: Sample, after: Sample): { by: number; interval: Interval } {
  const by = after.mean - before.mean;
  const [a, b] = [before.sd ** 2 / before.n, after.sd ** 2 / after.n];
  if (a + b === 0) return { by, interval: { from: by, to: by } };
  const degrees = (a + b) ** 2 / (a ** 2 / (before.n - 1) + b ** 2 / (after.n - 1));
  const half = tQuantile(0.975, degrees) * Math.sqrt(a + b);
  return { by, interval: { from: by - half, to: by + half } };
}
