import type { CalendarDay } from '../platform/calendar.ts';

/** Words by language, such as { en: 'Often' }. */
export type Texts = Readonly<Record<string, string>>;

export const licences = ['bundled', 'needs-licence', 'score-only'] as const;
export type Licence = (typeof licences)[number];
export const modes = ['together', 'phone', 'paper', 'own-page'] as const;
export type Mode = (typeof modes)[number];
export const points = ['baseline', 'review', 'close', 'follow-up'] as const;
export type Point = (typeof points)[number];
/** Whether a statement was found in its source, or is only what we take to be so. */
export const marks = ['verified', 'assumption'] as const;
export type Mark = (typeof marks)[number];

/** `missing`: an answer such as "not relevant to me", which is kept and not scored. */
export type Option = { value: number; text: Texts; missing: boolean };
export type Answering =
  { kind: 'options'; options: readonly Option[] } | { kind: 'scale'; from: number; to: number; low: Texts; high: Texts };
export type Item = { id: string; text: Texts; answering: Answering; reverse: boolean };
export type Band = { from: number; name: Texts; mark: Mark };

export type Scale = {
  id: string;
  name: Texts;
  /** Which items make it; none when its score is only ever worked out elsewhere and typed in. */
  items: readonly string[];
  method: 'sum' | 'mean';
  /** With fewer answers than this it is not scored at all. */
  leastAnswered: number;
  /** A sum counts an unanswered item as the mean of the answered ones. Only where the published rule says so. */
  prorate: boolean;
  times: number;
  /** What the score may be before it is converted; `whole` when it has no parts. */
  raw: { from: number; to: number; whole: boolean };
  /** The converted score for each whole raw score, from `raw.from` on. */
  convert: readonly number[] | null;
  better: 'higher' | 'lower' | 'neither';
  bands: readonly Band[];
  /** The change that its source calls worth noticing. */
  change: { by: number; source: string; mark: Mark } | null;
  /** The standard error of measurement for one person. */
  error: { sem: number; source: string; mark: Mark } | null;
};

/** An answer that somebody must act on today. `tells` completes “An answer tells of …”; `selfHarm` is for thoughts of it. */
export type Alarm = { item: string; atLeast: number; tells: Texts; selfHarm: boolean };

export type Instrument = {
  id: string;
  version: string;
  name: Texts;
  about: Texts;
  languages: readonly string[];
  licence: Licence;
  citation: string;
  attribution: string;
  /** What whoever uses it should know, such as what nobody has checked yet. */
  notes: readonly string[];
  audience: 'person' | 'staff';
  ages: { from: number | null; to: number | null };
  modes: readonly Mode[];
  /** Whether somebody else may answer for the person. */
  proxy: boolean;
  /** `to-confirm`: an administrator compares the wording with the official form before it is used. */
  wording: 'checked' | 'to-confirm';
  validFrom: CalendarDay | null;
  validTo: CalendarDay | null;
  minutes: number;
  startsOn: boolean;
  intro: Texts;
  items: readonly Item[];
  /** Its questions are the goals of the person's own plan, each from 0 to 10. */
  ownGoals: boolean;
  scales: readonly Scale[];
  alarms: readonly Alarm[];
};

/** The words in this language, or in the first that there is. */
export const textIn = (texts: Texts, language: string): string => texts[language] ?? Object.values(texts)[0] ?? '';

/** The numbers that an item may be answered with. */
export function valuesOf({ answering }: Item): number[] {
  if (answering.kind === 'options') return answering.options.map(({ value }) => value);
  return Array.from({ length: answering.to - answering.from + 1 }, (_, n) => answering.from + n);
}

/** Whether this answer is one that counts towards a score. */
export function isScored({ answering }: Item, value: number): boolean {
  return answering.kind === 'scale' || answering.options.some((option) => option.value === value && !option.missing);
}

/** The answer, turned round where the item says the opposite of what its scale measures. */
export function turned(item: Item, value: number): number {
  if (!item.reverse) return value;
  const scored = valuesOf(item).filter((each) => isScored(item, each));
  return Math.min(...scored) + Math.max(...scored) - value;
}

const goalWords = { low: { en: 'not there at all' }, high: { en: 'all the way there' } };

/** The questions that somebody is asked: the instrument's own, or the goals of their plan. */
export function itemsFor(instrument: Instrument, goals: readonly { id: string; words: string }[]): readonly Item[] {
  if (!instrument.ownGoals) return instrument.items;
  return goals.map(({ id, words }) => ({
    id,
    text: { en: words },
    answering: { kind: 'scale', from: 0, to: 10, ...goalWords },
    reverse: false,
  }));
}

/** Of one's own goals, each is a scale by itself: what they come to together would mean nothing. */
export function scalesFor(instrument: Instrument, items: readonly Item[]): readonly Scale[] {
  if (!instrument.ownGoals) return instrument.scales;
  return items.map(({ id, text }) => ({
    id,
    name: text,
    items: [id],
    method: 'sum',
    leastAnswered: 1,
    prorate: false,
    times: 1,
    raw: { from: 0, to: 10, whole: true },
    convert: null,
    better: 'higher',
    bands: [],
    change: null,
    error: null,
  }));
}

/** What the score may be once it is worked out. */
export function rangeOf({ raw, convert, times }: Scale): { from: number; to: number } {
  if (convert) return { from: Math.min(...convert), to: Math.max(...convert) };
  return { from: raw.from * times, to: raw.to * times };
}
