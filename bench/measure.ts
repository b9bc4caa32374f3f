import type { Bare } from './bare.ts';
import { heard, type Statement } from './capture.ts';

/** Milliseconds; `ratio` is the p95 of the use case to that of its bare statements. */
export type Measured = {
  clients: number;
  n: number;
  p50: number;
  p95: number;
  p99: number;
  perSecond: number;
  bare: { p50: number; p95: number };
  ratio: number;
  /** What a process held, in megabytes: at half time and at most. */
  memory?: { half: number; most: number };
};

const warmUps = 30;
const atLeast = 300;
const roundsOf16 = 5;
const eachOf16 = 10;

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** One after another: the use case, then the statements of the time before without Bothy around them, so that both meet the same machine. */
export async function measureOne(bare: Bare, useCase: () => Promise<unknown>): Promise<Measured> {
  let before: Statement[] = [];
  for (let nth = 0; nth < warmUps; nth++) {
    before = await heard(useCase);
    await bare.run(before);
  }
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let nth = 0; nth < atLeast; nth++) {
    let said: Statement[] = [];
    ours.push(await time(async () => (said = await heard(useCase))));
    const last = before;
    theirs.push(await time(() => bare.run(last)));
    before = said;
  }
  return report(1, ours, theirs, sum(ours));
}

/** The same by many at once, in turns of both kinds. */
export async function measureMany(bare: Bare, clients: number, useCase: () => Promise<unknown>): Promise<Measured> {
  const pool: Statement[][] = [];
  for (let nth = 0; nth < warmUps; nth++) pool.push(await heard(useCase));
  const ours: number[] = [];
  const theirs: number[] = [];
  let elapsed = 0;
  for (let round = 0; round < roundsOf16; round++) {
    elapsed += await time(() => together(clients, async () => ours.push(await time(useCase))));
    await together(clients, async (nth) => theirs.push(await time(() => bare.run(pool[nth % pool.length]!))));
  }
  return report(clients, ours, theirs, elapsed);
}

const together = (clients: number, work: (nth: number) => Promise<unknown>): Promise<unknown> =>
  Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let nth = 0; nth < eachOf16; nth++) await work(client * eachOf16 + nth);
    }),
  );

function report(clients: number, ours: number[], theirs: number[], elapsed: number): Measured {
  const [p50, p95, p99] = [50, 95, 99].map((p) => percentile(ours, p)) as [number, number, number];
  const bare = { p50: percentile(theirs, 50), p95: percentile(theirs, 95) };
  return { clients, n: ours.length, p50, p95, p99, perSecond: round((ours.length / elapsed) * 1000), bare, ratio: round(p95 / bare.p95) };
}

/** Nearest rank. */
export function percentile(times: readonly number[], p: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return round(sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? NaN);
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const round = (number: number) => Math.round(number * 100) / 100;
