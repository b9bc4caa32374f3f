import type { Words } from './chrome.ts';

type Options = { lang?: string | undefined; timeZone?: string | undefined };

const regions: Record<string, string> = { en: 'en-GB', cy: 'cy-GB', fr: 'fr-CA', pl: 'pl-PL' };
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(shape: Intl.DateTimeFormatOptions, { lang = 'en', timeZone = 'Europe/London' }: Options) {
  const key = JSON.stringify([lang, timeZone, shape]);
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(regions[lang] ?? lang, { ...shape, timeZone });
    formatters.set(key, found);
  }
  return found;
}

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A calendar day has no time zone, so it is drawn at noon UTC in UTC. */
function drawn(value: Date | string, shape: Intl.DateTimeFormatOptions, options: Options): string {
  if (typeof value !== 'string') return formatter(shape, options).format(value);
  return isDay(value)
    ? formatter(shape, { ...options, timeZone: 'UTC' }).format(new Date(`${value}T12:00:00Z`))
    : formatter(shape, options).format(new Date(value));
}

/** `14 March 2026`, from an instant or a `'YYYY-MM-DD'` day. */
export const formatDate = (value: Date | string, options: Options = {}): string =>
  drawn(value, { day: 'numeric', month: 'long', year: 'numeric' }, options);

/** `Thu 26 Nov`: for tables, where the year is plain. */
export const formatShortDate = (value: Date | string, options: Options = {}): string =>
  drawn(value, { weekday: 'short', day: 'numeric', month: 'short' }, options).replace(',', '');

/** `Thursday 26 November 2026` */
export const formatFullDate = (value: Date | string, options: Options = {}): string =>
  drawn(value, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, options).replace(',', '');

/** `14:05` */
export const formatTime = (value: Date, options: Options = {}): string =>
  drawn(value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, options);

/** `14 March 2026, 14:05` */
export const formatDateTime = (value: Date, options: Options = {}): string =>
  `${formatDate(value, options)}, ${formatTime(value, options)}`;

/** The `'YYYY-MM-DD'` day of an instant where the programme is. */
export function calendarDay(instant: Date, timeZone = 'Europe/London'): string {
  const shape = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const parts = formatter(shape, { lang: 'en', timeZone }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Whole days from one day to another; negative when `to` is earlier. */
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export type Relative = { now: Date; words: Words } & Options;

const dayOf = (value: Date | string, timeZone?: string) =>
  typeof value === 'string' && isDay(value) ? value : calendarDay(new Date(value), timeZone);

/** A due day: `3 days late`, `today`, `tomorrow`, else `Thu 26 Nov` (with its year when that is another). */
export function relativeDay(value: Date | string, { now, words, ...options }: Relative): string {
  const today = calendarDay(now, options.timeZone);
  const day = dayOf(value, options.timeZone);
  const days = daysBetween(today, day);
  if (days < 0) return words.design.days.late(-days);
  if (days === 0) return words.design.days.today;
  if (days === 1) return words.design.days.tomorrow;
  return day.slice(0, 4) === today.slice(0, 4) ? formatShortDate(day, options) : formatDate(day, options);
}

/** A past day: `today`, `yesterday`, `5 days ago`, and the date itself after a fortnight. */
export function daysAgo(value: Date | string, { now, words, ...options }: Relative): string {
  const day = dayOf(value, options.timeZone);
  const days = daysBetween(day, calendarDay(now, options.timeZone));
  if (days === 0) return words.design.days.today;
  return days > 0 && days <= 14 ? words.design.days.ago(days) : formatDate(day, options);
}

export const isLate = (value: Date | string, now: Date, timeZone?: string): boolean =>
  daysBetween(calendarDay(now, timeZone), dayOf(value, timeZone)) < 0;
