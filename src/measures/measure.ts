import { ageOn, type CalendarDay, daysBetween } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Instrument, Item, Mode, Point, Scale } from './instrument.ts';
import { type Answers, type Score, scoreAnswers, type Unscored, unanswered } from './score.ts';

export const whysNot = ['rather-not', 'not-now', 'too-upset', 'language', 'not-able', 'other'] as const;
export type WhyNot = (typeof whysNot)[number];

/**
 * One asking of one instrument. `sent` and `begun` wait for the person's own answers; `part` ended half answered. What was `declined` is
 * an answer like any other. A `struck` one was a mistake, and counts for nothing.
 */
export type State = 'sent' | 'begun' | 'complete' | 'part' | 'declined' | 'withdrawn' | 'struck';

export type Measure = {
  id: string;
  person: string;
  support: string | null;
  instrument: string;
  version: string;
  language: string;
  mode: Mode;
  interpreter: boolean;
  /** Somebody else answered for them. */
  proxy: boolean;
  point: Point;
  state: State;
  /** The day on which it was answered or declined; for one that was sent, the day it went. */
  takenOn: CalendarDay;
  askedBy: string;
  addedAt: Date;
  endedAt: Date | null;
  answers: Answers;
  /** The goals that were asked about, as they stood then. */
  goals: readonly { id: string; words: string }[];
  scores: readonly Score[];
  unscored: readonly Unscored[];
  whyNot: WhyNot | null;
  note: string;
  alarmed: boolean;
  rowVersion: number;
};

export const isOpen = ({ state }: Pick<Measure, 'state'>): boolean => state === 'sent' || state === 'begun';

export type Asked = {
  mode: Mode;
  proxy: boolean;
  takenOn: CalendarDay;
  today: CalendarDay;
  bornOn: CalendarDay;
  /** The same instrument, asked of this person, that counts. */
  others: readonly Pick<Measure, 'takenOn' | 'state'>[];
  /** They have been told that it was asked that day already, and mean it. */
  again: boolean;
};

export type BeginRefusal =
  | 'too-young'
  | 'too-old'
  | 'not-this-way'
  | 'no-proxy'
  | 'in-future'
  | 'before-birth'
  | 'too-long-ago'
  | 'not-valid-then'
  | 'that-day-already';

/** Papers older than this are a slip of the pen. */
const oldestPaperDays = 366;

/** Whether an instrument can be asked of somebody in this way on this day. */
export function mayAsk(instrument: Instrument, asked: Asked): Result<'yes', BeginRefusal> {
  const { takenOn, today, bornOn } = asked;
  if (takenOn > today) return refuse('in-future');
  if (takenOn < bornOn) return refuse('before-birth');
  if (daysBetween(takenOn, today) > oldestPaperDays) return refuse('too-long-ago');
  const age = ageOn(bornOn, takenOn);
  if (instrument.ages.from !== null && age < instrument.ages.from) return refuse('too-young');
  if (instrument.ages.to !== null && age > instrument.ages.to) return refuse('too-old');
  if (!instrument.modes.includes(asked.mode)) return refuse('not-this-way');
  if (asked.proxy && !instrument.proxy) return refuse('no-proxy');
  if (!isValidOn(instrument, takenOn)) return refuse('not-valid-then');
  const sameDay = asked.others.some((other) => other.takenOn === takenOn && (other.state === 'complete' || other.state === 'part'));
  return sameDay && !asked.again ? refuse('that-day-already') : ok('yes');
}

export const isValidOn = ({ validFrom, validTo }: Pick<Instrument, 'validFrom' | 'validTo'>, day: CalendarDay): boolean =>
  (validFrom === null || day >= validFrom) && (validTo === null || day <= validTo);

/** Ends it with the answers that there are: complete, or half answered and scored as far as its own rule allows. */
export function endWith(
  measure: Measure,
  items: readonly Item[],
  scales: readonly Scale[],
  answers: Answers,
  at: Date,
  on: CalendarDay,
): Measure {
  const whole = unanswered(items, answers).length === 0;
  return { ...measure, state: whole ? 'complete' : 'part', answers, ...scoreAnswers(items, scales, answers), endedAt: at, takenOn: on };
}

/** A no, with its reason or without, is kept like any answer. */
export const decline = (measure: Measure, whyNot: WhyNot, note: string, at: Date, on: CalendarDay): Measure => ({
  ...measure,
  state: 'declined',
  whyNot,
  note,
  endedAt: at,
  takenOn: on,
});

/** One answer of the person's own, kept as they go. */
export const keepAnswers = (measure: Measure, answers: Answers): Measure => ({
  ...measure,
  state: 'begun',
  answers: { ...measure.answers, ...answers },
});

/** Somebody recorded it wrongly. It stays readable, and counts for nothing. */
export function strike(measure: Measure, note: string, at: Date): Result<Measure, 'not-ended'> {
  if (measure.state !== 'complete' && measure.state !== 'part' && measure.state !== 'declined') return refuse('not-ended');
  return ok({ ...measure, state: 'struck', note, endedAt: measure.endedAt ?? at });
}

/** Takes back the questions that were sent, before they were answered. */
export function withdraw(measure: Measure, at: Date): Result<Measure, 'ended'> {
  return isOpen(measure) ? ok({ ...measure, state: 'withdrawn', endedAt: at }) : refuse('ended');
}
