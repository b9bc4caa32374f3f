import { daysBetween } from '../platform/calendar.ts';
import { type HolidayRegion, isBankHoliday } from './bank-holidays.ts';
import type { ClosedOn, Closure, Schedule } from './schedule.ts';

type Kept = {
  closures?: readonly Closure[];
  /** Whether it runs on bank holidays; taken to be closed when nobody has said. */
  onHolidays?: boolean | null;
};

/** A schedule for a few days names its dates: whoever wrote them knew which day it was. */
const namesDates = ({ validFrom, validTo }: Schedule): boolean =>
  validFrom !== null && validTo !== null && daysBetween(validFrom, validTo) <= 14;

/** An entry that says when it does not run. */
const saysClosed = ({ opensAt, validFrom, note }: Schedule): boolean =>
  opensAt === null && validFrom !== null && /\b(closed|no (session|meeting|class|group)s?|not running|cancelled)\b/i.test(note);

/** The times that a service runs at, and the days on which it does not after all. */
export function timesOf(service: Kept, schedules: readonly Schedule[], region: HolidayRegion): { schedule: Schedule; closed: ClosedOn }[] {
  const closures = [
    ...(service.closures ?? []),
    ...schedules.filter(saysClosed).map(({ validFrom, validTo, note }) => ({ from: validFrom!, to: validTo ?? validFrom!, note })),
  ];
  const closed: ClosedOn = (day) => closures.find(({ from, to }) => from <= day && day <= to);
  const closedToo: ClosedOn = (day) => closed(day) ?? (isBankHoliday(region, day) ? { from: day, to: day, note: '' } : undefined);
  return schedules
    .filter((schedule) => !saysClosed(schedule))
    .map((schedule) => ({ schedule, closed: service.onHolidays || namesDates(schedule) ? closed : closedToo }));
}
