import type { Need } from './need.ts';
import type { Room } from './room.ts';
import type { Freshness } from './freshness.ts';
import type { Weekday } from './schedule.ts';
import type { Attendance, Audience } from './service.ts';

export const distances = [2, 5, 10, 20, 50] as const;

/** What is looked for. Empty lists and nulls ask nothing; every question that is asked must be met. */
export type Search = {
  words: string;
  place: string;
  km: number | null;
  needs: readonly Need[];
  whoFor: Audience | null;
  age: number | null;
  days: readonly Weekday[];
  attendance: readonly Attendance[];
  free: boolean;
  room: boolean;
};

export const anything: Search = {
  words: '',
  place: '',
  km: null,
  needs: [],
  whoFor: null,
  age: null,
  days: [],
  attendance: [],
  free: false,
  room: false,
};

export const pageSize = 20;

/** No more than this many are compared; a search that finds more says so. */
export const mostCompared = 500;

/** The words somebody typed, ready to be looked up: plain letters and digits, each once, at most twelve. */
export const wordsOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .normalize('NFD')
        .replace(/[\p{M}'’]/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    ),
  ].slice(0, 12);

export type Reason = 'near' | 'free' | 'room' | 'fresh' | 'drop-in';

/** Why a result stands where it does, in a few words; most telling first. */
export function reasonsFor({
  km,
  free,
  room,
  freshness,
  dropIn,
}: {
  km: number | null;
  free: boolean | null;
  room: Room;
  freshness: Freshness;
  dropIn: boolean;
}): Reason[] {
  const holds: [Reason, boolean][] = [
    ['near', km !== null && km <= 5],
    ['free', free === true],
    ['room', room.kind === 'room'],
    ['fresh', freshness.kind === 'fresh'],
    ['drop-in', dropIn],
  ];
  return holds
    .filter(([, held]) => held)
    .map(([reason]) => reason)
    .slice(0, 4);
}
