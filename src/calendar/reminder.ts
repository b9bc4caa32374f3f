import { addDays, dayIn, instantAt } from '../platform/calendar.ts';
import { addMinutes, timeIn } from './clock.ts';

/** Nobody's telephone makes a noise before the first of these, or after the second. */
export const decent = { from: '09:00', to: '18:00' } as const;

/** A reminder so soon after the letter that confirmed the time would only be noise. */
const apart = 120;

type Rules = { days: number; timeZone: string };

/** When to remind somebody: so many days before, at the hour of the appointment itself if that is a decent one. Null: not at all. */
export function remindAt(startsAt: Date, now: Date, { days, timeZone }: Rules): Date | null {
  if (!days) return null;
  const time = timeIn(timeZone, startsAt);
  const hour = time < decent.from ? decent.from : time > decent.to ? decent.to : time;
  const at = instantAt(timeZone, addDays(dayIn(timeZone, startsAt), -days), hour);
  return at > addMinutes(now, apart) ? at : null;
}

/** A reminder that could not go at its time may still go in the day, and never once they have set out. */
export function mayRemindNow(startsAt: Date, now: Date, timeZone: string): boolean {
  const time = timeIn(timeZone, now);
  return now < addMinutes(startsAt, -60) && time >= decent.from && time <= '20:00';
}
