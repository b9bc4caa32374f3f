import { weekdays } from './schedule.ts';
import { timeLine, type TimesWords } from './times-text.ts';

const aDay = new RegExp(`^-?[1-5]?(?:${weekdays.join('|')})$`);
const clock = /^\d\d:\d\d/;
/** What a plain rule is made of. One that says more is shown part by part, so that nothing of it is left out. */
const plainParts = new Set(['id', 'freq', 'interval', 'byday', 'opens_at', 'closes_at']);

/** The same value with each plain rule of HSDS, such as WEEKLY on TU, written as people would: `Tuesday, 10:00 to 12:00`. */
export function withTimesTold(value: unknown, words: TimesWords): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => withTimesTold(each, words));
  if (typeof value !== 'object' || value === null) return value;
  return (
    toldTime(value as Rule, words) ?? Object.fromEntries(Object.entries(value).map(([part, each]) => [part, withTimesTold(each, words)]))
  );
}

type Rule = Readonly<Record<string, unknown>>;

function toldTime(rule: Rule, words: TimesWords): string | undefined {
  const { freq, interval = 1, byday, opens_at: opens, closes_at: closes } = rule;
  if (Object.keys(rule).some((part) => !plainParts.has(part))) return undefined;
  if ((freq !== 'WEEKLY' && freq !== 'MONTHLY') || typeof byday !== 'string' || typeof interval !== 'number') return undefined;
  const days = byday.split(',');
  const isMonthly = freq === 'MONTHLY';
  if (!days.every((day) => aDay.test(day)) || (isMonthly && interval !== 1)) return undefined;
  const [opensAt, closesAt] = [opens, closes].map((time) => (typeof time === 'string' ? (clock.exec(time)?.[0] ?? null) : null));
  const none = { byMonthDay: [], validFrom: null, validTo: null, note: '', location: null };
  const times = {
    freq: isMonthly ? ('monthly' as const) : ('weekly' as const),
    interval,
    byDay: days,
    opensAt: opensAt!,
    closesAt: closesAt!,
  };
  return timeLine({ ...none, ...times }, words, []);
}
