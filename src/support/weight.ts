export const weights = [1, 2, 3] as const;
/** Light, usual or heavy: how much of a worker somebody takes. */
export type Weight = (typeof weights)[number];

/** The last weeks that say how much contact somebody needs. */
export const weightDays = 28;

/** What the last four weeks suggest. Whoever is new is taken as usual, since nothing can be told yet. */
export function suggestWeight({ contacts, daysOfSupport }: { contacts: number; daysOfSupport: number }): Weight {
  if (contacts >= 5) return 3;
  if (daysOfSupport < weightDays || contacts >= 2) return 2;
  return 1;
}

type Weighed = { weight: Weight | null; suggestedWeight: Weight; held: boolean };

/** What the worker says counts before what is suggested. Whoever waits for something takes a part of their weight. */
export const weightOf = ({ weight, suggestedWeight, held }: Weighed, heldCountsPercent: number): number =>
  ((weight ?? suggestedWeight) * (held ? heldCountsPercent : 100)) / 100;

/** Beyond the line that the programme calls safe. On the line is not over it. */
export const isOver = (sum: number, line: number): boolean => sum > line;
