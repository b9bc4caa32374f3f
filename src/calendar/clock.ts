import { type CalendarDay, dayIn, instantAt } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';

/** Minutes since midnight, 0–1440, of 'HH:MM'. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const two = (n: number) => String(n).padStart(2, '0');
export const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a time zone show at an instant: 'HH:MM'. */
export function timeIn(timeZone: string, instant: Date): string {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, format);
  return format.format(instant);
}

/** The instant of a day and a time, unless the clocks skip it that night. */
export function whenOf(timeZone: string, day: CalendarDay, time: string): Result<Date, 'no-such-time'> {
  const instant = instantAt(timeZone, day, time);
  return dayIn(timeZone, instant) === day && timeIn(timeZone, instant) === time ? ok(instant) : refuse('no-such-time');
}

export const addMinutes = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * 60_000);

export type Span = { startsAt: Date; endsAt: Date };

/** Whether two stretches of time share any: one that ends when the other begins does not. */
export const overlap = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
