import type { Need } from './need.ts';

/** Why nothing fitted. */
export const whys = ['none', 'too-far', 'full', 'not-eligible', 'cost', 'language', 'access', 'other'] as const;
export type Why = (typeof whys)[number];

export type Gap = {
  id: string;
  needs: readonly Need[];
  why: Why;
  place: string;
  area: string;
  note: string;
  person: string | null;
  /** Null for somebody who looked without signing in. */
  recordedBy: string | null;
  at: Date;
};

/** `area` is empty when it is not known. */
export type GapCount = { need: Need; area: string; why: Why; count: number };
export type GapRow = { need: Need; area: string; count: number; commonest: Why };

/** One row for each need and area, the most wanted first. */
export function byNeedAndArea(counts: readonly GapCount[]): GapRow[] {
  const rows = new Map<string, GapRow & { most: number }>();
  for (const { need, area, why, count } of counts) {
    const key = `${need} ${area}`;
    const row = rows.get(key) ?? { need, area, count: 0, commonest: why, most: 0 };
    row.count += count;
    if (count > row.most) [row.most, row.commonest] = [count, why];
    rows.set(key, row);
  }
  return [...rows.values()]
    .map(({ most: _, ...row }) => row)
    .sort((a, b) => b.count - a.count || a.need.localeCompare(b.need) || a.area.localeCompare(b.area));
}

const smallest = 5;

/** A count that could point to one person is not told; neither is why. */
export const isSmall = (count: number): boolean => count < smallest;

const removableForHours = 12;

/** Whoever recorded a gap by mistake can take it back on the same day's work. */
export const mayRemove = (gap: Pick<Gap, 'recordedBy' | 'at'>, account: string, now: Date): boolean =>
  gap.recordedBy === account && now.getTime() - gap.at.getTime() < removableForHours * 3_600_000;
