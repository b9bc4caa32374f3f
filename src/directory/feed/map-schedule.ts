import { type Schedule, weekdays } from '../schedule.ts';
import { count, keep, type NotKept } from './kept.ts';
import { isSaid, type Raw, textIn } from './raw.ts';
import { toPlainText } from './plain-text.ts';
import { toClockTime, toDay, toWhole } from './values.ts';

const rules: Readonly<Record<string, Schedule['freq']>> = { WEEKLY: 'weekly', DAILY: 'weekly', MONTHLY: 'monthly' };
const unheld = ['count', 'byweekno', 'byyearday', 'schedule_link'];

/** A rule that we can repeat; null, and counted, for one that says no day or repeats in years. */
export function toSchedule(raw: Raw, location: string | null, notKept: NotKept): Schedule | null {
  const said = textIn(raw['freq']).toUpperCase();
  const days = daysIn(raw['byday']);
  const dates = numbersIn(raw['bymonthday']).filter((date) => Number.isInteger(date) && date !== 0 && Math.abs(date) <= 31);
  const freq = said ? rules[said] : days.some(({ nth }) => nth) || (dates.length && !days.length) ? 'monthly' : 'weekly';
  const validFrom = keep(notKept, 'schedule.valid_from', raw['valid_from'] ?? raw['dtstart'], toDay);
  const repeats = days.length || (freq === 'monthly' && dates.length) || said === 'DAILY' || (said && validFrom);
  if (!freq || !repeats) {
    count(notKept, 'schedule (no day that repeats weekly or monthly)');
    return null;
  }
  for (const name of unheld) if (isSaid(raw[name])) count(notKept, `schedule.${name}`);
  const byDay = said === 'DAILY' && !days.length ? [...weekdays] : days.map(({ nth, day }) => (freq === 'monthly' ? `${nth}${day}` : day));
  return {
    freq,
    interval: keep(notKept, 'schedule.interval', raw['interval'], toWhole(1, 60)) ?? 1,
    byDay: [...new Set(byDay)],
    byMonthDay: freq === 'monthly' ? [...new Set(dates)] : [],
    opensAt: keep(notKept, 'schedule.opens_at', raw['opens_at'], toClockTime),
    closesAt: keep(notKept, 'schedule.closes_at', raw['closes_at'], toClockTime),
    validFrom,
    validTo: keep(notKept, 'schedule.valid_to', raw['valid_to'] ?? raw['until'], toDay),
    note: [...new Set([toPlainText(raw['description'], 1000), toPlainText(raw['notes'], 1000)])].filter(Boolean).join('\n'),
    location,
  };
}

const partsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(textIn) : textIn(value).split(/[,;\s]+/)).map((part) => part.trim().toUpperCase()).filter(Boolean);

/** `1MO` or `-1FR` in a month; `MO`, or a day's name, in a week. */
const daysIn = (value: unknown): { nth: string; day: string }[] =>
  partsOf(value).flatMap((part) => {
    const [, nth, day] = /^\+?(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(?:[A-Z]*DAY)?$/.exec(part) ?? [];
    return day ? [{ nth: nth ?? '', day }] : [];
  });

const numbersIn = (value: unknown): number[] => partsOf(value).map(Number);
