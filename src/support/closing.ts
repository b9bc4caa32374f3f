import type { Closure } from '../referrals/index.ts';

export const goalResults = ['reached', 'partly', 'not'] as const;
export type GoalResult = (typeof goalResults)[number];
export type GoalReview = { goal: string; result: GoalResult | null; words: string };

/** How a support ended, in the words that the referrer may read. */
export type Closing = {
  id: string;
  person: string;
  support: string;
  referral: string;
  because: Closure;
  goals: readonly GoalReview[];
  outcome: string;
  didNotWork: string;
  /** '' is shown as "None", never as nothing. */
  forPractice: string;
  whatNext: string;
  /** Whether the person is content that the referrer reads more than that support has ended. */
  tellReferrer: boolean;
  closedAt: Date;
  closedBy: string;
};

/** What a letter may hold. Without the person's agreement it says that support has ended, and what the practice has to do. */
export function forReferrer(closing: Closing): Closing {
  if (closing.tellReferrer) return closing;
  return { ...closing, goals: [], outcome: '', didNotWork: '', whatNext: '' };
}

/** Whoever died or was never met cannot be asked; there is nothing to review with them either. */
export const isWithoutThePerson = (because: Closure): boolean => because === 'died' || because === 'could-not-be-reached';
