import type { Need } from './need.ts';
import type { Weekday } from './schedule.ts';
import type { Accessibility, Attendance, Audience } from './service.ts';

export const distances = [2, 5, 10, 20, 50] as const;

/** Parts of a day: from six, from noon, from five, and from ten at night. */
export const dayparts = ['morning', 'afternoon', 'evening', 'night'] as const;
export type Daypart = (typeof dayparts)[number];

/** What is looked for. Empty lists and nulls ask nothing; every question that is asked must be met. */
export type Search = {
  words: string;
  place: string;
  km: number | null;
  needs: readonly Need[];
  whoFor: Audience | null;
  age: number | null;
  days: readonly Weekday[];
  times: readonly Daypart[];
  attendance: readonly Attendance[];
  /** A code such as 'pl'. */
  language: string | null;
  accessibility: readonly Accessibility[];
  free: boolean;
  /** The most that it may cost each time, in whole units of the currency. */
  maxCost: number | null;
  room: boolean;
  /** Only those that say that they cover the place. */
  covers: boolean;
  /** Only those that somebody checked in the last six months. */
  fresh: boolean;
  /** Those too that nobody has checked for two years. */
  old: boolean;
  /** Codes of what was read in the words and is not to be: see understand.ts. */
  not: readonly string[];
};

export const anything: Search = {
  words: '',
  place: '',
  km: null,
  needs: [],
  whoFor: null,
  age: null,
  days: [],
  times: [],
  attendance: [],
  language: null,
  accessibility: [],
  free: false,
  maxCost: null,
  room: false,
  covers: false,
  fresh: false,
  old: false,
  not: [],
};

export const pageSize = 20;

/** No more than this many are compared; a search that finds more says so. */
export const mostCompared = 200;

/** More words than anybody needs to say what they look for. */
const mostWords = 40;

/** The words somebody typed, ready to be looked up: plain letters and digits, in their order. */
export const tokensOf = (text: string): string[] => wholeTokensOf(text.replace(/['’]s\b/g, ''));

/** The same with the s of whose it is, as in the name of St John’s Town. */
export const wholeTokensOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, mostWords);
