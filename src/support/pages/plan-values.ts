import type { Values } from '../../design/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { type Goal, mostActions, mostGoals, mostSteps, type PlanAction, type PlanContent } from '../plan.ts';
import { rowsOf, stepsOf } from './plan-form.ts';

/** A day as its three boxes hold it. */
export function dayParts(name: string, day: CalendarDay | null): Values {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return { [`${name}-day`]: date && String(Number(date)), [`${name}-month`]: month && String(Number(month)), [`${name}-year`]: year };
}

/** A plan as its form would have been filled in. */
export const valuesOf = (plan: PlanContent): Values => ({
  whatMatters: plan.whatMatters,
  strengths: plan.strengths,
  needs: [...plan.needs],
  worseSigns: plan.ifWorse.signs,
  worseHelps: plan.ifWorse.helps,
  worseRing: plan.ifWorse.ring,
  agreed: plan.agreed.how,
  agreedName: plan.agreed.name,
  agreedWhy: plan.agreed.why,
  fundedBy: plan.fundedBy,
  otherPlans: plan.otherPlans,
  ...dayParts('reviewOn', plan.reviewOn),
  ...Object.assign({}, ...plan.goals.map(goalValues), ...plan.actions.map(actionValues)),
});

const goalValues = ({ words, need, importance, confidence, status, outcome, steps }: Goal, n: number): Values => ({
  [`goal-${n}-words`]: words,
  [`goal-${n}-need`]: need ?? '',
  [`goal-${n}-importance`]: String(importance ?? ''),
  [`goal-${n}-confidence`]: String(confidence ?? ''),
  [`goal-${n}-status`]: status,
  [`goal-${n}-outcome`]: outcome,
  ...Object.assign(
    {},
    ...steps.map((step, m) => ({
      [`goal-${n}-step-${m}-words`]: step.words,
      [`goal-${n}-step-${m}-status`]: step.status,
      [`goal-${n}-step-${m}-outcome`]: step.outcome,
    })),
  ),
});

const actionValues = ({ what, goal, who, name, contact, when, ifStuck, status, statusWords }: PlanAction, n: number): Values => ({
  [`action-${n}-what`]: what,
  [`action-${n}-goal`]: String(goal ?? ''),
  [`action-${n}-who`]: who,
  [`action-${n}-name`]: name,
  [`action-${n}-contact`]: contact,
  [`action-${n}-ifStuck`]: ifStuck,
  [`action-${n}-status`]: status,
  [`action-${n}-statusWords`]: statusWords,
  ...dayParts(`action-${n}-when`, when),
});

/** The form with one more row, and everything typed still in it: `goal`, `action` for the whole plan, `action-2` for the third goal, `step-2` on its way. */
export function withAnother(typed: Values): Values {
  const { goals, actions } = rowsOf(typed);
  const [what, goal = ''] = String(typed['add'] ?? '').split('-');
  if (what === 'goal' && goals < mostGoals) return { ...typed, [`goal-${goals}-words`]: '' };
  if (what === 'action' && actions < mostActions) return { ...typed, [`action-${actions}-what`]: '', [`action-${actions}-goal`]: goal };
  const steps = stepsOf(typed, Number(goal));
  if (what === 'step' && Number(goal) < goals && steps < mostSteps) return { ...typed, [`goal-${Number(goal)}-step-${steps}-words`]: '' };
  return typed;
}
