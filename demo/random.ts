import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Random = ReturnType<typeof openRandom>;

/** What seems to happen by chance: the same seed always tells the same story. */
export function openRandom(seed: string) {
  const stream = xoroshiro128plus(createHash('sha256').update(seed).digest().readInt32BE());
  const float = () => uniformFloat64(stream);
  const int = (from: number, to: number) => uniformInt(stream, from, to);
  const chance = (probability: number) => float() < probability;

  const normal = () => Math.sqrt(-2 * Math.log(1 - float())) * Math.cos(2 * Math.PI * float());

  const poisson = (mean: number) => {
    let count = 0;
    for (let product = float(); product > Math.exp(-mean); product *= float()) count++;
    return count;
  };

  /** Marsaglia and Tsang's method, with their boost for shapes below one. */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - float()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - float()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };

  return {
    float,
    int,
    chance,
    /** A stream of its own, so that more of one thing does not change another. */
    fork: (name: string) => openRandom(`${seed}/${name}`),
    pick: <T>(list: readonly T[]): T => list[int(0, list.length - 1)]!,
    /** One of the keys, each as often as its weight says. */
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let left = float() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      return entries.find(([, weight]) => (left -= weight) < 0)?.[0] ?? entries[0]![0];
    },
    normal,
    /** Half of them below the median, nine in ten below `p90`. */
    logNormal: (median: number, p90: number) => median * Math.exp((Math.log(p90 / median) / 1.2816) * normal()),
    /** Counts that vary more than chance alone would make them; smaller sizes vary more. */
    negativeBinomial: (mean: number, size: number) => poisson((gamma(size) * mean) / size),
    uuid: () =>
      asUuid(
        [stream.next(), stream.next(), stream.next(), stream.next()].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(''),
      ),
  };
}

/** Always the same id for the same name. */
export const idOf = (name: string): string => asUuid(createHash('sha256').update(name).digest('hex'));

const asUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${((parseInt(hex[16]!, 16) & 3) | 8).toString(16)}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
