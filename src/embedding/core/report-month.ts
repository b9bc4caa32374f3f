import { addDays, type CalendarDay, weekday } from '../../platform/calendar.ts';

/** The first day of a month stands for the month. */
const monthOf = (day: CalendarDay): CalendarDay => `${day.slice(0, 8)}01`;
const monthAfter = (month: CalendarDay): CalendarDay => monthOf(addDays(month, 31));
const monthBefore = (month: CalendarDay): CalendarDay => monthOf(addDays(month, -1));
export const lastDayOf = (month: CalendarDay): CalendarDay => addDays(monthAfter(month), -1);

type IsHoliday = (day: CalendarDay) => boolean;

/** The month that a report is due of: the one before, from the first working day of this one on. */
export function monthDue(today: CalendarDay, isHoliday: IsHoliday): CalendarDay | undefined {
  let first = monthOf(today);
  while (weekday(first) > 4 || isHoliday(first)) first = addDays(first, 1);
  return today >= first ? monthBefore(monthOf(today)) : undefined;
}

/**
 * Where the time of a report begins. Months in which too few were referred to tell how many are counted with the next, so that a small
 * practice gets figures as well; and no two reports ever overlap, so that nothing can be worked out by taking one from the other.
 */
export function beginsOn(
  month: CalendarDay,
  before: { month: CalendarDay; from: CalendarDay; referred: number | null } | undefined,
): CalendarDay {
  if (!before || before.month >= month) return month;
  return before.referred === null ? before.from : monthAfter(before.month);
}
