import { addDays, type CalendarDay, weekday } from '../platform/calendar.ts';

export const holidayRegions = ['england-and-wales', 'scotland', 'northern-ireland', 'none'] as const;
/** Whose bank holidays services keep. */
export type HolidayRegion = (typeof holidayRegions)[number];

const monthDay = (year: number, month: number, day: number): CalendarDay =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher). */
export function easter(year: number): CalendarDay {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return monthDay(year, Math.floor(n / 31), (n % 31) + 1);
}

const firstMonday = (year: number, month: number): CalendarDay => {
  const first = monthDay(year, month, 1);
  return addDays(first, (7 - weekday(first)) % 7);
};
const lastMonday = (year: number, month: number): CalendarDay => {
  const last = addDays(monthDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1), -1);
  return addDays(last, -weekday(last));
};

type Region = Exclude<HolidayRegion, 'none'>;
const everywhere: readonly Region[] = ['england-and-wales', 'scotland', 'northern-ireland'];
const notScotland: readonly Region[] = ['england-and-wales', 'northern-ireland'];
type Rule = { in: readonly Region[]; on: (year: number) => CalendarDay };

/** In the order of the year. One that falls on a weekend, or on another, is kept on the next working day that is free. */
const rules: readonly Rule[] = [
  { in: everywhere, on: (year) => monthDay(year, 1, 1) },
  { in: ['scotland'], on: (year) => monthDay(year, 1, 2) },
  { in: ['northern-ireland'], on: (year) => monthDay(year, 3, 17) },
  { in: everywhere, on: (year) => addDays(easter(year), -2) },
  { in: notScotland, on: (year) => addDays(easter(year), 1) },
  { in: everywhere, on: (year) => firstMonday(year, 5) },
  { in: everywhere, on: (year) => lastMonday(year, 5) },
  { in: ['northern-ireland'], on: (year) => monthDay(year, 7, 12) },
  { in: ['scotland'], on: (year) => firstMonday(year, 8) },
  { in: notScotland, on: (year) => lastMonday(year, 8) },
  { in: ['scotland'], on: (year) => monthDay(year, 11, 30) },
  { in: everywhere, on: (year) => monthDay(year, 12, 25) },
  { in: everywhere, on: (year) => monthDay(year, 12, 26) },
];

/** Proclaimed for one year alone. */
const once: readonly { in: readonly Region[]; day: CalendarDay }[] = [{ in: ['scotland'], day: '2026-06-15' }];

/** The bank holidays of a year as they are kept, in order: as gov.uk publishes them, until another is proclaimed. */
export function bankHolidays(region: HolidayRegion, year: number): CalendarDay[] {
  if (region === 'none') return [];
  const kept = new Set<CalendarDay>();
  for (const rule of rules) {
    if (!rule.in.includes(region)) continue;
    let day = rule.on(year);
    while (weekday(day) > 4 || kept.has(day)) day = addDays(day, 1);
    kept.add(day);
  }
  for (const { in: regions, day } of once) if (regions.includes(region) && day.startsWith(String(year))) kept.add(day);
  return [...kept].sort();
}

const known = new Map<string, ReadonlySet<CalendarDay>>();

export function isBankHoliday(region: HolidayRegion, day: CalendarDay): boolean {
  const key = `${region} ${day.slice(0, 4)}`;
  const days = known.get(key) ?? known.set(key, new Set(bankHolidays(region, Number(day.slice(0, 4))))).get(key)!;
  return days.has(day);
}
