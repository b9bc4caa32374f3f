import { type Schedule, weekdays } from './schedule.ts';

/** How often something is on, as a form offers it: every so many weeks, in some weeks of the month, or once. */
export const oftens = [
  'week-1',
  'week-2',
  'week-3',
  'week-4',
  'month-1',
  'month-2',
  'month-3',
  'month-4',
  'month--1',
  'month-1,3',
  'month-2,4',
  'once',
] as const;
export type Often = (typeof oftens)[number];

type Rule = Pick<Schedule, 'freq' | 'interval' | 'byDay' | 'byMonthDay'>;

/** The rule in the form's terms; undefined for one that the form has no terms for. */
export function oftenOf(schedule: Schedule): { often: Often; days: string[] } | undefined {
  const { freq, interval, byDay, byMonthDay, validFrom, validTo } = schedule;
  if (byMonthDay.length) return undefined;
  if (freq === 'weekly') {
    if (!byDay.length) return validFrom !== null && validFrom === validTo ? { often: 'once', days: [] } : undefined;
    const often = `week-${interval}`;
    return isOften(often) && byDay.every(isDay) ? { often, days: [...byDay] } : undefined;
  }
  const days = [...new Set(byDay.map((code) => code.slice(-2)))];
  const nths = [...new Set(byDay.map((code) => code.slice(0, -2)))].sort();
  const often = `month-${nths.join(',')}`;
  const whole = days.length * nths.length === byDay.length;
  return interval === 1 && byDay.length && whole && isOften(often) ? { often, days } : undefined;
}

const isOften = (text: string): text is Often => (oftens as readonly string[]).includes(text);
const isDay = (text: string): boolean => (weekdays as readonly string[]).includes(text);

export function ruleOf(often: Often, days: readonly string[]): Rule {
  const [unit, which = ''] = [often.slice(0, often.indexOf('-')), often.slice(often.indexOf('-') + 1)];
  if (often === 'once') return { freq: 'weekly', interval: 1, byDay: [], byMonthDay: [] };
  if (unit === 'week') return { freq: 'weekly', interval: Number(which), byDay: [...days], byMonthDay: [] };
  return { freq: 'monthly', interval: 1, byDay: which.split(',').flatMap((nth) => days.map((day) => `${nth}${day}`)), byMonthDay: [] };
}
