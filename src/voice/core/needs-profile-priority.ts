import type { CalendarDay } from '../../platform/calendar.ts';
import type { Need } from '../../directory/index.ts';
import type { BallotResult } from './ballot.ts';

export type Step = { id: string; on: CalendarDay; words: string };

/** Something of the profile that the group may want to do something about, and what has been done. */
export type Priority = {
  id: string;
  place: { id: string; name: string } | null;
  need: Need;
  title: string;
  why: string;
  addedAt: Date;
  removedAt: Date | null;
  rowVersion: number;
  steps: readonly Step[];
};

/** `votes` in the last vote that is over and had enough voters; null where there was none with this in it. */
export type Ranked = Priority & { votes: number | null };

/** As the group voted; what was not voted on stands below, the oldest first. */
export function ranked(priorities: readonly Priority[], results: readonly BallotResult[]): Ranked[] {
  const last = results.find((result) => result.name === 'counted');
  return priorities
    .map((priority) => ({ ...priority, votes: last?.options.find(({ key }) => key === priority.id)?.votes ?? null }))
    .sort((a, b) => (b.votes ?? -1) - (a.votes ?? -1) || a.addedAt.getTime() - b.addedAt.getTime());
}
