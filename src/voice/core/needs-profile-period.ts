import { addDays, type CalendarDay } from '../../platform/calendar.ts';

/** People are counted by whole quarters or whole years of the calendar, one or the other. */
export type Every = 'quarter' | 'year';
/** '2026' or '2026-Q3'; both days included. */
export type Period = { id: string; from: CalendarDay; to: CalendarDay };

/** So many days are left for what is written down late. */
const daysOfGrace = 7;
const quarterEnds = ['03-31', '06-30', '09-30', '12-31'];

function periodOf(id: string): Period | undefined {
  const [, year = '', quarter] = /^(20\d\d)(?:-Q([1-4]))?$/.exec(id) ?? [];
  if (!year) return undefined;
  if (!quarter) return { id, from: `${year}-01-01`, to: `${year}-12-31` };
  const from = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
  return { id, from, to: `${year}-${quarterEnds[Number(quarter) - 1]!}` };
}

/** When a period is counted, and never again. */
const countedFrom = ({ to }: Period): CalendarDay => addDays(to, daysOfGrace + 1);

/** The latest that are over, the newest first. */
export function endedPeriods(every: Every, today: CalendarDay, most = every === 'year' ? 5 : 8): Period[] {
  const periods: Period[] = [];
  for (let year = Number(today.slice(0, 4)); periods.length < most && year > 2000; year--) {
    const ids = every === 'year' ? [String(year)] : [4, 3, 2, 1].map((quarter) => `${year}-Q${quarter}`);
    periods.push(...ids.map((id) => periodOf(id)!).filter((period) => countedFrom(period) <= today));
  }
  return periods.slice(0, most);
}
