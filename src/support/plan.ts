import type { Need } from '../directory/index.ts';
import type { CalendarDay } from '../platform/calendar.ts';

export const goalStatuses = ['not-started', 'going-on', 'reached', 'set-aside'] as const;
export type GoalStatus = (typeof goalStatuses)[number];
/** Something smaller on the way to a goal. */
export type Step = { words: string; status: GoalStatus; outcome: string };
/** Both numbers are 1 to 10 as the person says, null when they would rather not. Confidence is about doing what the goal's actions ask. */
export type Goal = {
  words: string;
  need: Need | null;
  importance: number | null;
  confidence: number | null;
  status: GoalStatus;
  steps: readonly Step[];
  outcome: string;
};

export const doers = ['person', 'link-worker', 'other'] as const;
export type Doer = (typeof doers)[number];
export const actionStatuses = ['to-do', 'done', 'not-done'] as const;
export type ActionStatus = (typeof actionStatuses)[number];
export type PlanAction = {
  what: string;
  /** The place of its goal among the goals; null when it is for the plan as a whole. */
  goal: number | null;
  who: Doer;
  /** Only of somebody else, with how to reach them. */
  name: string;
  contact: string;
  when: CalendarDay | null;
  ifStuck: string;
  status: ActionStatus;
  statusWords: string;
  updatedOn: CalendarDay | null;
};

/** What to do if things get worse: how one can tell, what has helped before, who to ring. */
export type IfWorse = { signs: string; helps: string; ring: string };

export const agreements = ['person', 'representative', 'not-yet', 'not'] as const;
/** Whether the plan was talked through and agreed; `name` is of who spoke for the person, `why` of a plan that was not. */
export type Agreed = { how: (typeof agreements)[number]; name: string; why: string };

export type PlanContent = {
  whatMatters: string;
  strengths: string;
  needs: readonly Need[];
  goals: readonly Goal[];
  actions: readonly PlanAction[];
  ifWorse: IfWorse;
  agreed: Agreed;
  fundedBy: string;
  otherPlans: string;
  reviewOn: CalendarDay | null;
};

export type Plan = PlanContent & { id: string; person: string; version: number; savedAt: Date; savedBy: string };

export const mostGoals = 12;
export const mostActions = 20;
export const mostSteps = 5;

/** A plan as it may have been written before it could hold all that it holds now. */
export type WrittenPlan = Pick<PlanContent, 'whatMatters' | 'strengths' | 'needs' | 'reviewOn'> & {
  goals: readonly (Pick<Goal, 'words' | 'importance' | 'confidence' | 'status'> & Partial<Goal>)[];
  actions: readonly (Pick<PlanAction, 'what' | 'who' | 'name' | 'when' | 'status'> & Partial<PlanAction>)[];
  ifWorse?: Partial<IfWorse>;
  agreed?: Partial<Agreed>;
  fundedBy?: string;
  otherPlans?: string;
};

/** The same with everything that was not asked yet left open. */
export const wholePlan = (plan: WrittenPlan): PlanContent => ({
  ...plan,
  goals: plan.goals.map((goal) => ({ need: null, steps: [], outcome: '', ...goal })),
  actions: plan.actions.map((action) => ({ goal: null, contact: '', ifStuck: '', statusWords: '', updatedOn: null, ...action })),
  ifWorse: { signs: '', helps: '', ring: '', ...plan.ifWorse },
  agreed: { how: 'not-yet', name: '', why: '', ...plan.agreed },
  fundedBy: plan.fundedBy ?? '',
  otherPlans: plan.otherPlans ?? '',
});

/** Rows that were left empty are no goals, no steps and no actions. What was to be done for a goal that went is for the whole plan. */
export function withoutEmpty(content: PlanContent): PlanContent {
  const kept = content.goals.flatMap(({ words }, n) => (words === '' ? [] : [n]));
  const placeOf = (goal: number | null) => (goal === null || !kept.includes(goal) ? null : kept.indexOf(goal));
  return {
    ...content,
    goals: kept.map((n) => content.goals[n]!).map((goal) => ({ ...goal, steps: goal.steps.filter(({ words }) => words !== '') })),
    actions: content.actions.filter(({ what }) => what !== '').map((action) => ({ ...action, goal: placeOf(action.goal) })),
  };
}

/** Each action with the day on which it was last changed: today, unless it stands as it stood. */
export function dated(content: PlanContent, before: PlanContent | undefined, today: CalendarDay): PlanContent {
  const earlier = new Map((before?.actions ?? []).map((action) => [JSON.stringify(partsOf(action)), action.updatedOn]));
  return {
    ...content,
    actions: content.actions.map((action) => ({ ...action, updatedOn: earlier.get(JSON.stringify(partsOf(action))) ?? today })),
  };
}

export const isSame = (a: PlanContent, b: PlanContent): boolean => JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));

const partsOf = ({ what, goal, who, name, contact, when, ifStuck, status, statusWords }: PlanAction) => [
  ...[what, goal, who, name, contact],
  ...[when, ifStuck, status, statusWords],
];

const contentOf = (plan: PlanContent) => [
  ...[plan.whatMatters, plan.strengths, plan.needs, plan.fundedBy, plan.otherPlans, plan.reviewOn],
  plan.goals.map(({ words, need, importance, confidence, status, steps, outcome }) => [
    ...[words, need, importance, confidence, status, outcome],
    steps.map((step) => [step.words, step.status, step.outcome]),
  ]),
  plan.actions.map(partsOf),
  [plan.ifWorse.signs, plan.ifWorse.helps, plan.ifWorse.ring],
  [plan.agreed.how, plan.agreed.name, plan.agreed.why],
];
