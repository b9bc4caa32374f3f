import type { Freshness } from './freshness.ts';
import type { Need } from './need.ts';
import type { Ranked } from './ranking.ts';
import type { Weekday } from './schedule.ts';
import type { Daypart, Search } from './search.ts';
import type { Attendance, Audience } from './service.ts';
import type { Question } from './understand.ts';

export const reasons = [
  'words',
  'needs',
  'for',
  'near',
  'covers',
  'times',
  'attendance',
  'access',
  'language',
  'room',
  'free',
  'fresh',
] as const;
export type Reason = (typeof reasons)[number];

/** What each reason is about, for whoever words it. */
export type Because = {
  words: readonly string[];
  needs: readonly Need[];
  whoFor: readonly Audience[];
  times: readonly (Weekday | Daypart)[];
  attendance: readonly Attendance[];
};

const nearKm = 8;
const mostReasons = 5;

/** Why a result stands where it does, the most telling first: only what counted for it in this search. */
export function reasonsFor(
  found: Ranked,
  { parts }: Pick<Question, 'parts'>,
  search: Pick<Search, 'needs' | 'whoFor' | 'days' | 'times' | 'attendance' | 'accessibility' | 'language'>,
  freshness: Freshness,
): { reasons: Reason[]; because: Because } {
  const asked = <T>(chosen: readonly T[], of: (part: Question['parts'][number]) => readonly T[]): T[] => [
    ...new Set([...chosen, ...parts.flatMap(of)]),
  ];
  const held = <T>(all: readonly T[], has: readonly string[]): T[] => all.filter((each) => has.includes(String(each)));
  const because: Because = {
    words: [...new Set(parts.flatMap(({ typed }, nth) => (found.hits[nth]! >= 3 ? [typed] : [])))].slice(0, 3),
    needs: held(
      asked(search.needs, ({ needs }) => needs),
      found.needs,
    ),
    whoFor: held(
      asked(search.whoFor ? [search.whoFor] : [], ({ whoFor }) => whoFor),
      found.whoFor,
    ),
    times: held(
      asked<Weekday | Daypart>([...search.days, ...search.times], ({ days, times }) => [...days, ...times]),
      found.days,
    ),
    attendance: held(
      asked(search.attendance, ({ attendance }) => attendance),
      found.attendance,
    ),
  };
  const holds: Record<Reason, boolean> = {
    words: because.words.length > 0,
    needs: because.needs.length > 0,
    for: because.whoFor.length > 0,
    near: found.km !== null && found.km <= nearKm,
    covers: found.covers,
    times: because.times.length > 0,
    attendance: because.attendance.length > 0,
    access:
      held(
        asked(search.accessibility, ({ accessibility }) => accessibility),
        found.accessibility,
      ).length > 0,
    language:
      held(
        asked(search.language ? [search.language] : [], ({ language }) => (language ? [language] : [])),
        found.languages,
      ).length > 0,
    room: found.room !== null && found.room > 0 && !found.paused,
    free: found.free,
    fresh: freshness.kind === 'fresh',
  };
  return { reasons: reasons.filter((reason) => holds[reason]).slice(0, mostReasons), because };
}
