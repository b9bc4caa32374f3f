import { addDays, type CalendarDay } from '../platform/calendar.ts';
import { freshForDays, usualDecay } from './freshness.ts';

/** What there is to do to keep the directory right, the most urgent first; of one service they are told in this order. */
export const workKinds = ['hidden', 'soon', 'bounced', 'unanswered', 'ageing', 'room', 'incomplete', 'never'] as const;
export type WorkKind = (typeof workKinds)[number];
export const isWorkKind = (text: string): text is WorkKind => (workKinds as readonly string[]).includes(text);

/** The last day of checking with which a service is getting old, counts for nothing, and is hidden. */
export const stepsBefore = (today: CalendarDay) => ({
  ageingBefore: addDays(today, -freshForDays - 1),
  oldBefore: addDays(today, -usualDecay.nothingAfter),
  hiddenBefore: addDays(today, -usualDecay.hiddenAfter - 1),
});
