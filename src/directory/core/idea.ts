import type { Need } from '../need.ts';
import type { Accessibility, Attendance, Audience } from '../service.ts';

/**
 * Something that people look for, and all that they call it.
 * `words` stand in what services say of themselves as well; `said` only by those who look, and would mislead in a listing.
 */
export type Idea = {
  words: readonly string[];
  said: readonly string[];
  needs: readonly Need[];
  whoFor: readonly Audience[];
  attendance: readonly Attendance[];
  accessibility: readonly Accessibility[];
  language: string | null;
  /** Whether the words that say it stand in so many listings that they tell nothing. */
  loose: boolean;
  /** Whether it is what a need is about, so that all services for that need are for it; others are for it only when they say so. */
  broad: boolean;
};

type Meant = Partial<Omit<Idea, 'words' | 'said'>> & { said?: string };

const listOf = (text: string): string[] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean);

export const idea = (words: string, { said = '', ...meant }: Meant = {}): Idea => ({
  needs: [],
  whoFor: [],
  attendance: [],
  accessibility: [],
  language: null,
  loose: false,
  broad: false,
  ...meant,
  words: listOf(words),
  said: listOf(said),
});
