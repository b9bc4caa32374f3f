/** A day of the calendar, 'YYYY-MM-DD': no time, no zone. */
export type CalendarDay = string;

const DAY = 86_400_000;

const toUtc = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);
const fromUtc = (ms: number): CalendarDay => new Date(ms).toISOString().slice(0, 10);

/** Whether the text names a day that exists, such as 2024-02-29. */
export const isCalendarDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toUtc(text)) && fromUtc(toUtc(text)) === text;

export const addDays = (day: CalendarDay, days: number): CalendarDay => fromUtc(toUtc(day) + days * DAY);

/** Whole days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => Math.round((toUtc(to) - toUtc(from)) / DAY);

/** The calendar day that it is at an instant in a time zone such as 'Europe/London'. */
export const dayIn = (timeZone: string, instant: Date): CalendarDay => dayFormat(timeZone).format(instant);

/** Making a format takes longer than all its uses in a page. */
const remembered = <T>(make: (timeZone: string) => T): ((timeZone: string) => T) => {
  const made = new Map<string, T>();
  return (timeZone) => made.get(timeZone) ?? made.set(timeZone, make(timeZone)).get(timeZone)!;
};
const dayFormat = remembered((timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }));

/** Completed years of age on a day. Somebody born on 29 February has their birthday on 1 March in other years. */
export function ageOn(born: CalendarDay, day: CalendarDay): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** 0 Monday … 6 Sunday. */
export const weekday = (day: CalendarDay): number => (new Date(toUtc(day)).getUTCDay() + 6) % 7;

const secondFormat = remembered(
  (timeZone) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
);

const offsetAt = (timeZone: string, utc: number): number => {
  const parts = secondFormat(timeZone).formatToParts(utc);
  const get = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second')) - Math.floor(utc / 1000) * 1000;
};

/** The instant at which the clocks of a time zone show this day and time ('HH:MM'). In the hour that is skipped in spring, the time just after it; in the hour that autumn has twice, the first. */
export function instantAt(timeZone: string, day: CalendarDay, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const [before, after] = [wanted - offsetAt(timeZone, wanted - DAY), wanted - offsetAt(timeZone, wanted + DAY)];
  const isShown = (instant: number) => instant + offsetAt(timeZone, instant) === wanted;
  return new Date(isShown(before) || !isShown(after) ? before : after);
}
