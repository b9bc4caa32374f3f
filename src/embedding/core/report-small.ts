/** A number that may be told, or null where telling it would point to somebody. */
export type Cell = number | null;
export type Part<K extends string> = { of: K; n: Cell };

/** No smaller number of people is ever told. */
const smallest = 5;

/** Whether a number, or what a reader can work out of two numbers, tells nothing of one person. */
export const isSafe = (n: number): boolean => n === 0 || n >= smallest;

/** A number that stands alone. */
export const alone = (n: number): Cell => (isSafe(n) ? n : null);

/** A number of some of those whose whole is told: what is left over must not be small either. */
export const among = (n: number, whole: Cell): Cell => (whole !== null && n >= smallest && isSafe(whole - n) ? n : null);

/**
 * The parts that make up a whole which is told. A part that is too small is left out; should what is left out be small as a whole, the
 * smallest that could be told is left out with it, until nothing can be worked out by taking away. Parts that are not there are told as
 * 0 only when all others are told.
 */
export function partsOf<K extends string>(counts: readonly { of: K; n: number }[], whole: Cell): Part<K>[] {
  if (whole === null) return counts.map(({ of }) => ({ of, n: null }));
  const told = counts.filter(({ n }) => n >= smallest).sort((a, b) => b.n - a.n);
  const left = () => whole - told.reduce((sum, { n }) => sum + n, 0);
  // Two that are left out and come to 8 can only be 4 and 4.
  if (left() > 0 && left() === (smallest - 1) * (counts.length - told.length)) told.pop();
  while (told.length && !isSafe(left())) told.pop();
  const rest: Cell = left() === 0 ? 0 : null;
  return counts.map(({ of, n }) => ({ of, n: told.some((each) => each.of === of) ? n : n === 0 ? rest : null }));
}

/** Steps of which each is part of the one before. A step is told only if those who did not take it are not few. */
export function stepsOf<K extends string>(counts: readonly { of: K; n: number }[], whole: Cell): Part<K>[] {
  let above = whole;
  return counts.map(({ of, n }) => {
    const cell = among(n, above);
    above = cell ?? above;
    return { of, n: cell };
  });
}
