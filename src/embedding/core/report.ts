import type { Need } from '../../directory/index.ts';
import type { Closure, ReturnReason } from '../../referrals/index.ts';
import { alone, among, type Cell, isSafe, type Part, partsOf, stepsOf } from './report-small.ts';

const youngest = {
  'under-25': 0,
  '25-44': 25,
  '45-64': 45,
  '65-79': 65,
  '80-over': 80,
  'under-45': 0,
  'under-65': 0,
  '65-over': 65,
} as const;
type AgeBand = keyof typeof youngest;
/** From fine to coarse: a small practice is told of few and wide bands rather than of none. */
const bandings: readonly (readonly AgeBand[])[] = [
  ['under-25', '25-44', '45-64', '65-79', '80-over'],
  ['under-45', '45-64', '65-over'],
  ['under-65', '65-over'],
];

type Outcome = 'accepted' | 'waiting' | 'returned';
/** One referral of the time, without whose it is. `metAfterDays`: null until somebody of the team was in touch with them. */
export type Counted = {
  needs: readonly Need[];
  age: number;
  outcome: Outcome;
  reason: ReturnReason | null;
  asked: boolean;
  metAfterDays: number | null;
  connected: boolean;
};
const goalResults = ['reached', 'partly', 'not'] as const;
type GoalResult = (typeof goalResults)[number];
type Ended = { because: Closure; goals: readonly GoalResult[] };
export type Raw = { referrals: readonly Counted[]; endings: readonly Ended[]; gaps: readonly { need: Need; n: number }[] };

/** What a report says in numbers. Everything small is gone before it is kept. */
export type Figures = {
  referred: Cell;
  ages: readonly Part<AgeBand>[];
  /** Only those that may be told, the most wanted first. */
  needs: readonly { of: Need; n: number }[];
  outcomes: readonly Part<Outcome>[];
  met: Cell;
  connected: Cell;
  /** Half of those who were met waited no longer. */
  metWithinDays: number | null;
  reasons: readonly { of: ReturnReason; n: number }[];
  asked: Cell;
  ended: Cell;
  closures: readonly { of: Closure; n: number }[];
  goals: readonly Part<GoalResult>[];
  /** Of the whole programme. */
  gaps: readonly { of: Need; n: number }[];
};

const countBy = <K extends string>(keys: readonly K[]): { of: K; n: number }[] => {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([of, n]) => ({ of, n })).sort((a, b) => b.n - a.n || a.of.localeCompare(b.of));
};
const countEach = <K extends string>(all: readonly K[], keys: readonly K[]) =>
  all.map((of) => ({ of, n: keys.filter((key) => key === of).length }));
const told = <K extends string>(parts: readonly Part<K>[]): { of: K; n: number }[] => parts.flatMap(({ of, n }) => (n ? [{ of, n }] : []));
const cellOf = <K extends string>(parts: readonly Part<K>[], of: K): Cell => parts.find((part) => part.of === of)?.n ?? null;

function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function agesOf(ages: readonly number[], referred: Cell): Part<AgeBand>[] {
  const counts = bandings.map((bands) =>
    countEach(
      bands,
      ages.map((age) => bands.findLast((band) => age >= youngest[band])!),
    ),
  );
  return partsOf(counts.find((parts) => parts.every(({ n }) => isSafe(n))) ?? counts.at(-1)!, referred);
}

export function figuresOf({ referrals, endings, gaps }: Raw): Figures {
  const referred = alone(referrals.length);
  const accepted = referrals.filter(({ outcome }) => outcome === 'accepted');
  const met = accepted.filter(({ metAfterDays }) => metAfterDays !== null);
  const outcomes = partsOf(
    countEach<Outcome>(
      ['accepted', 'waiting', 'returned'],
      referrals.map(({ outcome }) => outcome),
    ),
    referred,
  );
  const steps = stepsOf(
    [
      { of: 'met', n: met.length },
      { of: 'connected', n: met.filter(({ connected }) => connected).length },
    ],
    cellOf(outcomes, 'accepted') ?? (outcomes.some(({ n }) => n !== null) ? null : referred),
  );
  const returned = cellOf(outcomes, 'returned');
  const ended = alone(endings.length);
  const goals = endings.flatMap((ending) => ending.goals);
  return {
    referred,
    ages: agesOf(
      referrals.map(({ age }) => age),
      referred,
    ),
    needs: countBy(referrals.flatMap((referral) => referral.needs)).filter(({ n }) => among(n, referred) !== null),
    outcomes,
    met: cellOf(steps, 'met'),
    connected: cellOf(steps, 'connected'),
    metWithinDays: cellOf(steps, 'met') ? middle(met.map(({ metAfterDays }) => metAfterDays ?? 0)) : null,
    reasons: told(partsOf(countBy(referrals.flatMap(({ reason }) => (reason ? [reason] : []))), returned)),
    asked: among(referrals.filter(({ asked }) => asked).length, referred),
    ended,
    closures: told(partsOf(countBy(endings.map(({ because }) => because)), ended)),
    goals: partsOf(countEach(goalResults, goals), ended ? alone(goals.length) : null),
    gaps: gaps.flatMap(({ need, n }) => (alone(n) ? [{ of: need, n }] : [])).sort((a, b) => b.n - a.n || a.of.localeCompare(b.of)),
  };
}

/** Every number that a reader of this report has before them, or can work out of it by taking one from another. */
export function readable({ referred, met, connected, asked, ended, ...lists }: Figures): Map<string, number> {
  const found = new Map<string, number>();
  const note = (name: string, n: Cell, whole: Cell = null) => {
    if (n === null) return;
    found.set(name, n);
    if (whole !== null) found.set(`not ${name}`, whole - n);
  };
  const noteParts = (name: string, parts: readonly Part<string>[], whole: Cell) => {
    for (const { of, n } of parts) note(`${name} ${of}`, n);
    if (whole !== null) found.set(`the rest of ${name}`, whole - parts.reduce((sum, { n }) => sum + (n ?? 0), 0));
  };
  note('referred', referred);
  noteParts('ages', lists.ages, referred);
  for (const { of, n } of lists.needs) note(`need ${of}`, n, referred);
  noteParts('outcomes', lists.outcomes, referred);
  const accepted = cellOf(lists.outcomes, 'accepted');
  note('met', met, accepted ?? referred);
  note('connected', connected, met ?? accepted ?? referred);
  noteParts('reasons', lists.reasons, cellOf(lists.outcomes, 'returned'));
  note('asked', asked, referred);
  note('ended', ended);
  noteParts('closures', lists.closures, ended);
  for (const { of, n } of [...lists.goals, ...lists.gaps]) note(`of ${of}`, n);
  return found;
}

/**
 * Whether a corrected report may follow one that was given out. Both are then in somebody's hands, so what can be worked out by taking
 * one from the other is held to the same rule as what stands in one: the same cells are told, and each changed by nothing or by enough.
 */
export function mayFollow(before: Figures, after: Figures): boolean {
  const [old, now] = [readable(before), readable(after)];
  const changes = [...now].map(([name, n]) => (old.has(name) ? Math.abs(n - old.get(name)!) : NaN));
  return old.size === now.size && changes.every((change) => change === 0 || change >= 5) && changes.some((change) => change > 0);
}
