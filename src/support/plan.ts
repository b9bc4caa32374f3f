import type { Need } from '../directory/index.ts';
import type { CalendarDay } from '../platform/calendar.ts';

export const goalStatuses = ['not-started', 'going-on', 'reached', 'set-aside'] as const;
export type GoalStatus = (typeof goalStatuses)[number];
/** Both numbers are 1 to 10 as the person says, null when they would rather not. */
export type Goal = { words: string; importance: number | null; confidence: number | null; status: GoalStatus };

export const doers = ['person', 'link-worker', 'other'] as const;
export type Doer = (typeof doers)[number];
export const actionStatuses = ['to-do', 'done', 'not-done'] as const;
export type ActionStatus = (typeof actionStatuses)[number];
export type PlanAction = {
  what: string;
  who: Doer;
  /** Only of somebody else. */ name: string;
  when: CalendarDay | null;
  status: ActionStatus;
};

export type PlanContent = {
  whatMatters: string;
  strengths: string;
  needs: readonly Need[];
  goals: readonly Goal[];
  actions: readonly PlanAction[];
  reviewOn: CalendarDay | null;
};

export type Plan = PlanContent & { id: string; person: string; version: number; savedAt: Date; savedBy: string };

export const mostGoals = 12;
export const mostActions = 20;

/** Rows that were left empty are no goals and no actions. */
export const withoutEmpty = (content: PlanContent): PlanContent => ({
  ...content,
  goals: content.goals.filter(({ words }) => words !== ''),
  actions: content.actions.filter(({ what }) => what !== ''),
});

export const isSame = (a: PlanContent, b: PlanContent): boolean => JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));

const contentOf = ({ whatMatters, strengths, needs, goals, actions, reviewOn }: PlanContent) => [
  whatMatters,
  strengths,
  needs,
  goals.map(({ words, importance, confidence, status }) => [words, importance, confidence, status]),
  actions.map(({ what, who, name, when, status }) => [what, who, name, when, status]),
  reviewOn,
];
