import { addDays, type CalendarDay, dayIn, daysBetween, isCalendarDay, weekday } from '../../../platform/calendar.ts';
import { weekdays } from '../../schedule.ts';
import { isSaid, type Raw, rawsIn, textIn } from '../raw.ts';
import { toClockTime, toWhole } from '../values.ts';

/** A single time that something is on, as the clocks there show it. */
export type Session = { day: CalendarDay; opensAt: string; closesAt: string };

const dayNames = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : isSaid(value) ? [value] : []);

/** 'https://schema.org/Tuesday', 'schema:Tuesday' or 'TU' as 'TU'; '2TU' stays. */
function dayCode(value: unknown): string[] {
  const text = textIn(value)
    .replace(/^.*[:/#]/, '')
    .toUpperCase();
  const nth = dayNames.indexOf(text);
  if (nth >= 0) return [weekdays[nth]!];
  return /^-?[1-5]?(MO|TU|WE|TH|FR|SA|SU)$/.test(text) ? [text] : [];
}

const frequencies: Readonly<Record<string, readonly [freq: string, times: number]>> = {
  D: ['DAILY', 1],
  W: ['WEEKLY', 1],
  M: ['MONTHLY', 1],
  Y: ['MONTHLY', 12],
};

/** The parts of an HSDS schedule that an ISO 8601 duration such as 'P2W' says: every so often. */
function repeatOf(duration: string): { freq: string; interval: number } | undefined {
  const [, count, unit] = /^P(\d{1,3})([DWMY])$/i.exec(duration) ?? [];
  if (!unit) return undefined;
  const [freq, times] = frequencies[unit.toUpperCase()]!;
  const every = Math.max(1, Number(count)) * times;
  return freq === 'DAILY' && every % 7 === 0 ? { freq: 'WEEKLY', interval: every / 7 } : { freq, interval: every };
}

const said = (parts: Record<string, unknown>): Raw => Object.fromEntries(Object.entries(parts).filter(([, value]) => isSaid(value)));

/** A Schedule or PartialSchedule as HSDS writes one; undefined when it repeats in a way that cannot be told. */
export function toSchedule(raw: Raw, id: string): Raw | undefined {
  const repeat = repeatOf(textIn(raw['repeatFrequency']));
  if (!repeat) return undefined;
  const [from, until] = [dayOf(raw['startDate']), dayOf(raw['endDate'])];
  const byday = listOf(raw['byDay']).flatMap(dayCode);
  const monthDays = listOf(raw['byMonthDay'])
    .map(toWhole(-31, 31))
    .filter((day) => day);
  const except = listOf(raw['exceptDate']).map(dayOf).filter(Boolean);
  return said({
    id,
    ...repeat,
    byday: byday.join(','),
    bymonthday: monthDays.join(','),
    count: toWhole(1, 10_000)(raw['repeatCount']),
    dtstart: from,
    until,
    valid_from: from,
    valid_to: until,
    opens_at: toClockTime(raw['startTime']),
    closes_at: toClockTime(raw['endTime']),
    schedule_link: /^https?:/.test(textIn(raw['url'])) ? textIn(raw['url']) : '',
    notes: except.length ? `Not on ${except.join(', ')}` : '',
  });
}

const dayOf = (value: unknown): string => {
  const day = textIn(value).slice(0, 10);
  return isCalendarDay(day) ? day : '';
};

/** Opening hours of a place to play at, as a week's schedules. */
export const hoursOf = (raw: Raw, idFor: (nth: number) => string): Raw[] =>
  rawsIn(raw['hoursAvailable']).flatMap((hours, nth) => {
    const byday = listOf(hours['dayOfWeek']).flatMap(dayCode).join(',');
    return byday
      ? [
          said({
            id: idFor(nth),
            freq: 'WEEKLY',
            interval: 1,
            byday,
            opens_at: toClockTime(hours['opens']),
            closes_at: toClockTime(hours['closes']),
            valid_from: dayOf(hours['validFrom']),
            valid_to: dayOf(hours['validThrough']),
          }),
        ]
      : [];
  });

/** When a single event is, on the clocks of a time zone; undefined when it does not say. */
export function sessionOf(raw: Raw, timeZone: string): Session | undefined {
  const start = clockAt(textIn(raw['startDate']), timeZone);
  return start && { day: start.day, opensAt: start.time, closesAt: clockAt(textIn(raw['endDate']), timeZone)?.time ?? '' };
}

/** A time with an offset of its own is what the clocks there show; one in UTC is not. */
function clockAt(text: string, timeZone: string): { day: string; time: string } | undefined {
  const [, day = '', time = '', zone = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text) ?? [];
  if (!isCalendarDay(day)) return undefined;
  const utc = /^(z|[+-]00:?00)$/i.test(zone) ? new Date(`${day}T${time}:00Z`) : undefined;
  if (!utc || Number.isNaN(utc.getTime())) return { day, time };
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(utc);
  return { day: dayIn(timeZone, utc), time: shown };
}

const mostRuns = 40;

/** Single times as schedules: those that are a week apart, one after the other, as one that repeats. */
export function schedulesOf(sessions: readonly Session[], idFor: (nth: number) => string): Raw[] {
  const alike = Map.groupBy(sessions, ({ day, opensAt, closesAt }) => `${weekday(day)} ${opensAt} ${closesAt}`);
  const runs = [...alike.values()].flatMap((group) => {
    const days = [...new Set(group.map(({ day }) => day))].sort();
    const starts = days.filter((day, nth) => nth === 0 || daysBetween(days[nth - 1]!, day) !== 7);
    return starts.map((first) => ({ ...group[0]!, first, last: lastOfRun(first, new Set(days)) }));
  });
  return runs
    .sort((a, b) => (a.first < b.first ? -1 : 1))
    .slice(0, mostRuns)
    .map(({ first, last, opensAt, closesAt }, nth) =>
      said({
        id: idFor(nth),
        freq: 'WEEKLY',
        interval: 1,
        byday: weekdays[weekday(first)],
        dtstart: first,
        valid_from: first,
        valid_to: last,
        opens_at: opensAt,
        closes_at: closesAt,
      }),
    );
}

function lastOfRun(first: CalendarDay, days: ReadonlySet<CalendarDay>): CalendarDay {
  let last = first;
  while (days.has(addDays(last, 7))) last = addDays(last, 7);
  return last;
}
