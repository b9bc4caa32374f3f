import { addDays, type CalendarDay, daysBetween, weekday } from '../platform/calendar.ts';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** The parts of an RFC 5545 rule that HSDS keeps. `byDay` is 'TU', or in a month '1TU' for the first and '-1TU' for the last. */
export type Schedule = {
  freq: 'weekly' | 'monthly';
  interval: number;
  byDay: readonly string[];
  byMonthDay: readonly number[];
  /** 'HH:MM' on the clocks of the programme. */
  opensAt: string | null;
  closesAt: string | null;
  validFrom: CalendarDay | null;
  validTo: CalendarDay | null;
  note: string;
  location: string | null;
};

/** Days on which nothing happens although the times say so; the first and the last are among them. */
export type Closure = { from: CalendarDay; to: CalendarDay; note: string };

/** Says when a day is one of those, with all the days around it that are. */
export type ClosedOn = (day: CalendarDay) => Closure | undefined;

const neverClosed: ClosedOn = () => undefined;

/** What the clocks of a place show: a day and 'HH:MM'. Schedules are kept in such times, so the change of the clocks does not move them. */
export type Clock = { day: CalendarDay; time: string };

export function clockIn(timeZone: string, now: Date): Clock {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(now);
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** `on` while it runs. */
export type NextTime = {
  day: CalendarDay;
  opensAt: string | null;
  closesAt: string | null;
  location: string | null;
  on: boolean;
  /** The days before it on which it would have run, but is closed. */
  closed: { from: CalendarDay; to: CalendarDay } | null;
};

// Every rule repeats within its interval of months, and no month leaves out more than a year of, say, its 29 February.
const horizonDays = (schedule: Schedule) => schedule.interval * 31 + 366 * 4;
const someMonday = '2001-01-01';

/** The next time that a schedule runs, the one going on now included. Undefined when it never does again. */
export function nextTime(schedule: Schedule, clock: Clock, closedOn: ClosedOn = neverClosed): NextTime | undefined {
  const { opensAt, closesAt, validFrom, validTo, location } = schedule;
  // Yesterday's evening may run past midnight.
  const yesterday = addDays(clock.day, -1);
  const first = validFrom && validFrom > yesterday ? validFrom : yesterday;
  let closed = null as NextTime['closed'];
  for (let day = first, tried = 0; tried < horizonDays(schedule) && !(validTo && day > validTo); day = addDays(day, 1), tried++) {
    if (!runsOn(schedule, day) || endOf(schedule, day) <= moment(clock.day, clock.time)) continue;
    const skips = closedOn(day);
    if (!skips)
      return { day, opensAt, closesAt, location, on: opensAt !== null && moment(day, opensAt) <= moment(clock.day, clock.time), closed };
    closed = { from: closed?.from ?? skips.from, to: skips.to };
  }
  return undefined;
}

/** The soonest of several schedules; `closedOn` of the first is of the first, and so on. */
export const nextOf = (schedules: readonly Schedule[], clock: Clock, closedOn: readonly ClosedOn[] = []): NextTime | undefined =>
  schedules
    .map((schedule, nth) => nextTime(schedule, clock, closedOn[nth]))
    .filter((time) => time !== undefined)
    .sort((a, b) => (moment(a.day, a.opensAt ?? '') < moment(b.day, b.opensAt ?? '') ? -1 : 1))[0];

const moment = (day: CalendarDay, time: string): string => `${day} ${time}`;

function endOf({ opensAt, closesAt }: Schedule, day: CalendarDay): string {
  const end = closesAt ?? opensAt;
  if (!end) return moment(addDays(day, 1), '00:00');
  return moment(opensAt && end < opensAt ? addDays(day, 1) : day, end);
}

/** Whether a schedule runs on a day, of which its dates of validity are part. */
export function runsOn(schedule: Schedule, day: CalendarDay): boolean {
  if ((schedule.validFrom && day < schedule.validFrom) || (schedule.validTo && day > schedule.validTo)) return false;
  return schedule.freq === 'weekly' ? runsInWeek(schedule, day) : runsInMonth(schedule, day);
}

const mondayOf = (day: CalendarDay) => addDays(day, -weekday(day));
const monthNumber = (day: CalendarDay) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const divides = (interval: number, count: number) => count % Math.max(1, interval) === 0;

function runsInWeek({ byDay, interval, validFrom }: Schedule, day: CalendarDay): boolean {
  const start = validFrom ?? someMonday;
  if (!divides(interval, daysBetween(mondayOf(start), mondayOf(day)) / 7)) return false;
  return byDay.length
    ? byDay.some((code) => code.slice(-2) === weekdays[weekday(day)])
    : validFrom !== null && weekday(day) === weekday(validFrom);
}

function runsInMonth({ byDay, byMonthDay, interval, validFrom }: Schedule, day: CalendarDay): boolean {
  const start = validFrom ?? someMonday;
  if (!divides(interval, monthNumber(day) - monthNumber(start))) return false;
  const date = Number(day.slice(8));
  const fromEnd = date - daysInMonth(day) - 1;
  if (byMonthDay.length && !byMonthDay.includes(date) && !byMonthDay.includes(fromEnd)) return false;
  if (byDay.length) return byDay.some((code) => isNth(code, day, date, fromEnd));
  return byMonthDay.length > 0 || (validFrom !== null && date === Number(validFrom.slice(8)));
}

function isNth(code: string, day: CalendarDay, date: number, fromEnd: number): boolean {
  if (code.slice(-2) !== weekdays[weekday(day)]) return false;
  const nth = Number(code.slice(0, -2));
  return nth === 0 || nth === Math.ceil(date / 7) || nth === -Math.ceil(-fromEnd / 7);
}

const daysInMonth = (day: CalendarDay): number => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
