import { addDays, type CalendarDay, dayIn, instantAt, weekday } from '../src/platform/calendar.ts';

/** Times of a story, counted in working days from now: nobody is visited on a Sunday, and what came first stays first. */
export function openClock(now: Date, timeZone: string) {
  const today = dayIn(timeZone, now);
  const lastWorkday = addDays(today, -Math.max(0, weekday(today) - 4));
  const back = (day: CalendarDay, workdays: number): CalendarDay => {
    let at = day;
    for (let left = workdays; left > 0;) {
      at = addDays(at, -1);
      if (weekday(at) < 5) left--;
    }
    return at;
  };
  return {
    now,
    today,
    /** An instant so many working days ago; five make a week. */
    ago: (workdays: number, time = '10:00'): Date => instantAt(timeZone, back(lastWorkday, workdays), time),
    dayAgo: (workdays: number): CalendarDay => back(lastWorkday, workdays),
    /** A day so many days from today, or the Monday after. */
    ahead: (days: number): CalendarDay => {
      const day = addDays(today, days);
      return addDays(day, weekday(day) > 4 ? 7 - weekday(day) : 0);
    },
    /** Exactly so many days before today, for what is late. */
    late: (days: number): CalendarDay => addDays(today, -days),
  };
}

export type Clock = ReturnType<typeof openClock>;
