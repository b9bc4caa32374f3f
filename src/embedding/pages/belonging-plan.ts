export type Mark = { day: string; x: number; y: number };
type Point = { day: string; value: number | null };

const size = { width: 340, height: 120, left: 92, right: 12, top: 14, bottom: 30 };
const toDays = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Where each thing stands on a drawing: dots, the lines between those that follow each other, and the rows with their words. */
export function plan(
  points: readonly Point[],
  scale: readonly { value: number; text: string }[],
  span: { first: string; last: string },
): { marks: Mark[]; lines: string[]; rows: { y: number; text: string }[]; size: typeof size } {
  const values = scale.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [toDays(span.first), toDays(span.last)];
  const across = size.width - size.left - size.right;
  const x = (day: string) => size.left + (first === last ? across / 2 : ((toDays(day) - first) / (last - first)) * across);
  const y = (value: number) => size.top + (1 - (value - low) / (high - low || 1)) * (size.height - size.top - size.bottom);
  const marks: Mark[] = [];
  const runs: Mark[][] = [[]];
  for (const { day, value } of points) {
    if (value === null) runs.push([]);
    else {
      const mark = { day, x: x(day), y: y(value) };
      marks.push(mark);
      runs.at(-1)!.push(mark);
    }
  }
  const lines = runs.filter((run) => run.length > 1).map((run) => run.map((mark) => `${mark.x.toFixed(1)},${mark.y.toFixed(1)}`).join(' '));
  return { marks, lines, rows: scale.map(({ value, text }) => ({ y: y(value), text })), size };
}
