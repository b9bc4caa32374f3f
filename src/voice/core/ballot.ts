import { refuse, ok, type Result } from '../../platform/result.ts';
import type { CalendarDay } from '../../platform/calendar.ts';

export type BallotOption = { key: string; text: string };

/** A question that the steering group votes on. `choose`: how many of the options a member may pick at most. */
export type Ballot = {
  id: string;
  question: string;
  /** What it is for, in a word of whoever opened it, such as `needs-profile 2026`. Empty when it stands for itself. */
  about: string;
  options: readonly BallotOption[];
  choose: number;
  openedAt: Date;
  closesOn: CalendarDay;
  closedAt: Date | null;
};

/** Fewer than this, and a count would tell how somebody voted. */
const fewestVoters = 3;

export const isOpen = ({ closesOn, closedAt }: Pick<Ballot, 'closesOn' | 'closedAt'>, today: CalendarDay): boolean =>
  closedAt === null && today <= closesOn;

export type Counted = BallotOption & { votes: number };
export type BallotResult = { name: 'open' } | { name: 'too-few' } | { name: 'counted'; options: readonly Counted[] };

/** Nothing while it is open: two looks, before and after somebody votes, would tell how they did. Most votes first. */
export function resultOf(ballot: Ballot, counts: ReadonlyMap<string, number>, voters: number, today: CalendarDay): BallotResult {
  if (isOpen(ballot, today)) return { name: 'open' };
  if (voters < fewestVoters) return { name: 'too-few' };
  const options = ballot.options.map((option) => ({ ...option, votes: counts.get(option.key) ?? 0 }));
  return { name: 'counted', options: options.toSorted((a, b) => b.votes - a.votes) };
}

export type VoteRefusal = 'closed' | 'none-chosen' | 'too-many' | 'unknown-option';

/** The options that count, each once. */
export function vote(ballot: Ballot, chosen: readonly string[], today: CalendarDay): Result<readonly string[], VoteRefusal> {
  const keys = [...new Set(chosen)];
  if (!isOpen(ballot, today)) return refuse('closed');
  if (!keys.length) return refuse('none-chosen');
  if (keys.some((key) => !ballot.options.some((option) => option.key === key))) return refuse('unknown-option');
  return keys.length > ballot.choose ? refuse('too-many') : ok(keys);
}

/** The options of a list with one in each line. */
export const optionsIn = (text: string): BallotOption[] =>
  [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean).map((line, nth) => ({ key: `o${nth + 1}`, text: line }));
