import type { Idea } from './core/idea.ts';
import type { Need } from './need.ts';
import type { Place } from './place.ts';
import { type Remark, remarksIn } from './reading.ts';
import type { Daypart, Search } from './search.ts';
import type { Weekday } from './schedule.ts';
import type { Accessibility, Attendance, Audience } from './service.ts';
import { isCommonWord, isStopWord, stemOf } from './stem.ts';
import { ideas, type Phrase, phrasesFrom } from './synonyms.ts';

/** One thing that is looked for. A service may have it in its words, or in what is known of it. */
export type Part = {
  /** Names what was read, so that it can be taken out again; null for a plain word. */
  code: string | null;
  kind: 'idea' | 'word' | 'days' | 'times' | 'free' | 'room';
  /** The words that say it, as they were typed. */
  typed: string;
  weight: number;
  /** Words of which a service must have every one; or, in the second list, any of these phrases. */
  /** Whether every service for these needs is for it. */
  broad: boolean;
  exact: readonly string[];
  like: readonly string[];
  needs: readonly Need[];
  whoFor: readonly Audience[];
  attendance: readonly Attendance[];
  accessibility: readonly Accessibility[];
  language: string | null;
  days: readonly Weekday[];
  times: readonly Daypart[];
};

/** `place` and `age` when the words tell them and nobody has said otherwise. */
export type Question = {
  parts: readonly Part[];
  place: Place | undefined;
  age: number | null;
  /** The age that the words themselves tell. */ told: number | null;
};

/** Where in the words a place is named. */
export type Named = { from: number; to: number; place: Place };

const nothing = {
  broad: true,
  exact: [],
  like: [],
  needs: [],
  whoFor: [],
  attendance: [],
  accessibility: [],
  language: null,
  days: [],
  times: [],
} as const;

/** Reads what somebody typed: the things they name, and the place, days and age among them. */
export function understand(
  words: readonly string[],
  places: readonly Named[],
  { not, place, age }: Pick<Search, 'not' | 'place' | 'age'>,
): Question {
  const named = places.find(() => !not.includes('place'));
  const taken = new Set(named ? spanOf(named) : []);
  const remarks = remarksIn(words).filter(({ kind, from, to }) => !not.includes(kind) && !spanOf({ from, to }).some((at) => taken.has(at)));
  const told = remarks.find((remark) => remark.kind === 'age')?.age ?? null;
  const parts = new Map<string, Part>();
  const add = (part: Part) => {
    const key = part.code ?? `word ${part.typed}`;
    const before = parts.get(key);
    parts.set(
      key,
      before
        ? { ...before, typed: `${before.typed}, ${part.typed}`, exact: [...before.exact, ...part.exact], weight: before.weight }
        : part,
    );
  };
  const oldest = told ?? age ?? 0;
  for (let at = 0; at < words.length; at++) {
    if (taken.has(at)) continue;
    const remark = remarks.find(({ from }) => from === at);
    if (remark) {
      if (remark.kind !== 'age') add(partOfRemark(remark, words));
      for (const each of spanOf(remark)) taken.add(each);
      continue;
    }
    const found = phrasesAt(words, at, taken, not);
    if (found.length) {
      const length = found[0]!.stems.length;
      if (!found.some(({ idea }) => idea === 'nothing')) add(partOfIdeas(found, words.slice(at, at + length), oldest));
      at += length - 1;
    } else if (!isStopWord(words[at]!)) add(partOfWord(words, at));
  }
  return { parts: [...parts.values()], place: place ? undefined : named?.place, age: age ?? told, told: age === null ? told : null };
}

/** The needs that the words point to most, a few at most. */
export const needsMeant = ({ parts }: Pick<Question, 'parts'>): Need[] => [
  ...new Set(parts.flatMap(({ needs }) => needs.slice(0, 1)).slice(0, 3)),
];

const spanOf = ({ from, to }: { from: number; to: number }) => Array.from({ length: to - from }, (_, nth) => from + nth);

/** The longest phrases that begin here; several when more than one idea has the same. */
function phrasesAt(words: readonly string[], at: number, taken: ReadonlySet<number>, not: readonly string[]): Phrase[] {
  const fits = ({ stems, idea }: Phrase) =>
    !not.includes(idea) && stems.every((stem, nth) => !taken.has(at + nth) && at + nth < words.length && stemOf(words[at + nth]!) === stem);
  // A mother is somebody; mothers are whom a service is for.
  const alone = isStopWord(words[at]!);
  const fitting = (phrasesFrom.get(stemOf(words[at]!)) ?? []).filter((phrase) => fits(phrase) && !(alone && phrase.stems.length === 1));
  const longest = fitting[0]?.stems.length;
  const same = fitting.filter(({ stems }) => stems.length === longest);
  return [...new Map(same.map((phrase) => [phrase.idea, phrase])).values()];
}

function partOfIdeas(found: readonly Phrase[], words: readonly string[], age: number): Part {
  const meant = found.map(({ idea }) => ideas[idea]!);
  const all = <T>(of: (idea: Idea) => readonly T[]): T[] => [...new Set(meant.flatMap(of))];
  return {
    ...nothing,
    code: found
      .map(({ idea }) => idea)
      .join('-')
      .slice(0, 40),
    kind: 'idea',
    typed: words.join(' '),
    // What may mean several things tells less.
    weight: words.length === 1 && meant.length > 1 ? 0.7 : 1,
    exact: meant.every(({ loose }) => loose) ? [] : [words.join(' ')],
    like: all(({ words: listed }) => listed),
    broad: meant.some(({ broad }) => broad),
    needs: all(({ needs }) => needs),
    // A mother of eighty is not looked for as a parent.
    whoFor: all(({ whoFor }) => whoFor).filter((audience) => !(audience === 'parents' && age >= 60)),
    attendance: all(({ attendance }) => attendance),
    accessibility: all(({ accessibility }) => accessibility),
    language: meant.find(({ language }) => language)?.language ?? null,
  };
}

function partOfWord(words: readonly string[], at: number): Part {
  const word = words[at]!;
  const [before, after] = [words[at - 1], words[at + 1]];
  return {
    ...nothing,
    code: null,
    kind: 'word',
    typed: word,
    weight: isCommonWord(word) ? 0.2 : /^\d+$/.test(word) ? 0.3 : 0.8,
    exact: [word],
    // "Drop in" and "dropin" are the same.
    like: [before && `${before}${word}`, after && `${word}${after}`].filter((joined): joined is string => Boolean(joined)),
  };
}

function partOfRemark(remark: Exclude<Remark, { kind: 'age' }>, words: readonly string[]): Part {
  const typed = words.slice(remark.from, remark.to).join(' ');
  const part = { ...nothing, code: remark.kind, kind: remark.kind, typed, weight: 0.6, exact: remark.kind === 'days' ? [typed] : [] };
  return { ...part, ...(remark.kind === 'days' && { days: remark.days }), ...(remark.kind === 'times' && { times: remark.times }) };
}
