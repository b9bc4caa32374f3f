import { ok, refuse, type Result } from '../platform/result.ts';
import { isScored, type Item, type Scale, turned, valuesOf } from './instrument.ts';

/** The number given to each item, by the item's id. What was not answered is not there. */
export type Answers = Readonly<Record<string, number>>;

/** `band` is the place of the band among its scale's, null where it has none. */
export type Score = { scale: string; raw: number; value: number; band: number | null };
export type Unscored = { scale: string; answered: number; needed: number; of: number };
export type Scored = { scores: readonly Score[]; unscored: readonly Unscored[] };

const twoDecimals = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

/** The scores that these answers make. A scale with too few answers says so instead of guessing. */
export function scoreAnswers(items: readonly Item[], scales: readonly Scale[], answers: Answers): Scored {
  const scores: Score[] = [];
  const unscored: Unscored[] = [];
  for (const scale of scales) {
    const given = answersTo(items, scale, answers);
    if (given.length < scale.leastAnswered) {
      unscored.push({ scale: scale.id, answered: given.length, needed: scale.leastAnswered, of: scale.items.length });
    } else scores.push(scoreOf(scale, rawOf(scale, given)));
  }
  return { scores, unscored };
}

function answersTo(items: readonly Item[], scale: Scale, answers: Answers): number[] {
  return items
    .filter(({ id }) => scale.items.includes(id))
    .flatMap((item) => {
      const value = answers[item.id];
      return value !== undefined && isScored(item, value) ? [turned(item, value)] : [];
    });
}

function rawOf({ method, prorate, items }: Scale, given: readonly number[]): number {
  const sum = given.reduce((a, b) => a + b, 0);
  if (method === 'mean') return twoDecimals(sum / given.length);
  return prorate ? Math.round((sum / given.length) * items.length) : sum;
}

function scoreOf(scale: Scale, raw: number): Score {
  const value = scale.convert ? scale.convert[raw - scale.raw.from]! : twoDecimals(raw * scale.times);
  return { scale: scale.id, raw, value, band: bandOf(scale, value) };
}

/** The last band that begins at or below the score. */
function bandOf({ bands }: Scale, value: number): number | null {
  const place = bands.findLastIndex(({ from }) => value >= from);
  return place < 0 ? null : place;
}

export type ByHandRefusal = Readonly<Record<string, 'out-of-range' | 'not-whole'>>;

/** Scores that were worked out elsewhere. What is typed is the raw score; one that has a conversion is converted here. */
export function scoreByHand(scales: readonly Scale[], entered: Answers): Result<readonly Score[], ByHandRefusal> {
  const wrong: Record<string, 'out-of-range' | 'not-whole'> = {};
  const scores: Score[] = [];
  for (const scale of scales) {
    const raw = entered[scale.id];
    if (raw === undefined) continue;
    if (!(raw >= scale.raw.from && raw <= scale.raw.to)) wrong[scale.id] = 'out-of-range';
    else if (scale.raw.whole && !Number.isInteger(raw)) wrong[scale.id] = 'not-whole';
    else scores.push(scoreOf(scale, raw));
  }
  return Object.keys(wrong).length ? refuse(wrong) : ok(scores);
}

/** The answers that the items cannot have, by id. */
export const impossibleAnswers = (items: readonly Item[], answers: Answers): string[] =>
  Object.entries(answers)
    .filter(([id, value]) => !items.some((item) => item.id === id && valuesOf(item).includes(value)))
    .map(([id]) => id);

export const unanswered = (items: readonly Item[], answers: Answers): string[] =>
  items.map(({ id }) => id).filter((id) => answers[id] === undefined);

/** The alarms of answers that tell of danger, so that somebody must act today. */
export const alarmsIn = <A extends { item: string; atLeast: number }>(alarms: readonly A[], answers: Answers): A[] =>
  alarms.filter(({ item, atLeast }) => (answers[item] ?? -Infinity) >= atLeast);
