import { type CalendarDay, daysBetween } from '../platform/calendar.ts';

/** After this many days, what a listing says may have changed. */
export const freshForDays = 183;

export type Age = { count: number; unit: 'day' | 'week' | 'month' | 'year' };
export type Freshness = { kind: 'never' } | { kind: 'fresh' | 'stale'; ago: Age; by: string | null };

/** How long ago somebody checked that a listing was right, in the largest unit that is not vague. A day in the future counts as today. */
export function freshnessOn(today: CalendarDay, assuredAt: CalendarDay | null, by: string | null): Freshness {
  if (!assuredAt) return { kind: 'never' };
  const days = Math.max(0, daysBetween(assuredAt, today));
  return { kind: days > freshForDays ? 'stale' : 'fresh', ago: inLargestUnit(days), by };
}

function inLargestUnit(days: number): Age {
  if (days < 7) return { count: days, unit: 'day' };
  if (days < 60) return { count: Math.floor(days / 7), unit: 'week' };
  if (days < 730) return { count: Math.floor(days / 30.44), unit: 'month' };
  return { count: Math.floor(days / 365.25), unit: 'year' };
}
