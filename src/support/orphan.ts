import { type CalendarDay, daysBetween } from '../platform/calendar.ts';

/** A worker with people, as they stand today. */
export type Worker = {
  id: string;
  active: boolean;
  supports: boolean;
  away: boolean;
  covered: boolean;
  /** The day on which they last signed in; null when they never did. */
  signedInOn: CalendarDay | null;
  /** The day on which the longest of the supports that they hold began. */
  heldSince: CalendarDay;
};
export type Why = 'disabled' | 'no-link-worker' | 'away' | 'silent';

/** Why the people of this worker are without one; undefined when all is well. A covered absence is no silence. */
export function orphanedBy(worker: Worker, today: CalendarDay, silentAfterDays: number): Why | undefined {
  if (!worker.active) return 'disabled';
  if (!worker.supports) return 'no-link-worker';
  if (worker.away) return worker.covered ? undefined : 'away';
  return daysBetween(worker.signedInOn ?? worker.heldSince, today) > silentAfterDays ? 'silent' : undefined;
}
