export type Point = { day: string; value: number };
export type Plotted = Point & { x: number; y: number; label: boolean };

const toDays = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Where each score stands on a drawing of this size, the first day at the left and the best at neither end but where it is. */
export function plotted(
  points: readonly Point[],
  range: { from: number; to: number },
  size: { width: number; height: number; pad: number },
): Plotted[] {
  const days = points.map(({ day }) => toDays(day));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const across = size.width - 2 * size.pad;
  const up = size.height - 2 * size.pad;
  return points.map((point, n) => ({
    ...point,
    x: size.pad + (first === last ? across / 2 : ((days[n]! - first) / (last - first)) * across),
    y: size.pad + (1 - (point.value - range.from) / (range.to - range.from)) * up,
    label: n === 0 || n === points.length - 1,
  }));
}
