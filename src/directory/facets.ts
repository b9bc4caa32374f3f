import type { Need } from './need.ts';
import type { Candidate } from './ranking.ts';
import type { Weekday } from './schedule.ts';
import { weekdays } from './schedule.ts';
import { type Daypart, dayparts, type Search } from './search.ts';
import type { Accessibility, Attendance, Audience } from './service.ts';

export type Counted<T> = { value: T; count: number };

/** How many of the results would be left if each were asked for as well; what would leave none or all of them is not there. */
export type Facets = {
  needs: Counted<Need>[];
  whoFor: Counted<Audience>[];
  days: Counted<Weekday>[];
  times: Counted<Daypart>[];
  attendance: Counted<Attendance>[];
  languages: Counted<string>[];
  accessibility: Counted<Accessibility>[];
  free: number;
  room: number;
};

/** Counted over the results that were compared. */
export function facetsOf(found: readonly Candidate[], search: Pick<Search, 'free' | 'room'>): Facets {
  const count = <T extends string>(of: (each: Candidate) => readonly T[]): Counted<T>[] => {
    const counts = new Map<T, number>();
    for (const each of found) for (const value of of(each)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .filter(([, times]) => times < found.length)
      .map(([value, times]) => ({ value, count: times }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
  };
  const inOrder = <T extends string>(order: readonly T[], counted: Counted<string>[]): Counted<T>[] =>
    order.flatMap((value) => counted.filter((each) => each.value === value).map(({ count: times }) => ({ value, count: times })));
  const having = (has: (each: Candidate) => boolean, asked: boolean) => {
    const times = asked ? 0 : found.filter(has).length;
    return times < found.length ? times : 0;
  };
  const days = count(({ days }) => days);
  return {
    needs: count(({ needs }) => needs),
    whoFor: count(({ whoFor }) => whoFor.filter((audience) => audience !== 'everyone')),
    days: inOrder(weekdays, days),
    times: inOrder(dayparts, days),
    attendance: count(({ attendance }) => attendance),
    languages: count(({ languages }) => languages),
    accessibility: count(({ accessibility }) => accessibility),
    free: having(({ free }) => free, search.free),
    room: having(({ room, paused }) => (room ?? 0) > 0 && !paused, search.room),
  };
}
