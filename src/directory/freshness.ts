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

/** Days since a listing was last checked: it counts in full until the first, for less and less until the second, and is hidden from search after the third. */
export type DecayDays = { fullFor: number; nothingAfter: number; hiddenAfter: number };
export const usualDecay: DecayDays = { fullFor: 90, nothingAfter: 540, hiddenAfter: 730 };

/** `never`: nobody has checked it here, which is no reason to hide what a feed has just brought. */
export type Decay = { kind: 'never' | 'fresh' | 'ageing' | 'old' | 'hidden'; factor: number };

/** How much a listing's age lets it count in a search: 1 whole, 0 not at all. A day in the future counts as today. */
export function decayOf(assuredAt: CalendarDay | null, today: CalendarDay, days: DecayDays = usualDecay): Decay {
  if (!assuredAt) return { kind: 'never', factor: 0 };
  const age = Math.max(0, daysBetween(assuredAt, today));
  if (age <= days.fullFor) return { kind: 'fresh', factor: 1 };
  if (age < days.nothingAfter) return { kind: 'ageing', factor: (days.nothingAfter - age) / (days.nothingAfter - days.fullFor) };
  return { kind: age > days.hiddenAfter ? 'hidden' : 'old', factor: 0 };
}
