import * as z from 'zod';
import type { Values } from '../../design/index.ts';
import { isNeed } from '../../directory/index.ts';
import { type Checked, checkForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import { actionStatuses, doers, goalStatuses, mostActions, mostGoals, type PlanContent } from '../plan.ts';
import { dayOrNone, text } from './asked.ts';

type W = Words['support']['plan'];
type Rows = { goals: number; actions: number };

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);

/** The date fields that a plan may have, for readForm. */
export const planDays = ['reviewOn', ...upTo(mostActions).map((n) => `action-${n}-when`)];

/** How many rows the form had. */
export const rowsOf = (typed: Values): Rows => ({
  goals: upTo(mostGoals).filter((n) => `goal-${n}-words` in typed).length,
  actions: upTo(mostActions).filter((n) => `action-${n}-what` in typed).length,
});

const goalFields = (n: number, { errors }: W) => {
  const scale = z.enum(['', ...upTo(10).map((i) => String(i + 1))], { error: errors.scale }).default('');
  return {
    [`goal-${n}-words`]: text(1000, errors.tooLong(1000)),
    [`goal-${n}-importance`]: scale,
    [`goal-${n}-confidence`]: scale,
    [`goal-${n}-status`]: z.enum(goalStatuses, { error: errors.choose }).default('not-started'),
  };
};

const actionFields = (n: number, { errors }: W) => ({
  [`action-${n}-what`]: text(500, errors.tooLong(500)),
  [`action-${n}-who`]: z.enum(doers, { error: errors.choose }).default('person'),
  [`action-${n}-name`]: text(200, errors.tooLong(200)),
  [`action-${n}-when`]: dayOrNone(errors.when),
  [`action-${n}-status`]: z.enum(actionStatuses, { error: errors.choose }).default('to-do'),
});

/** A row that was half filled in is asked about, so that nothing typed is dropped without a word. */
function halfFilled(typed: Typed, rows: Rows, { errors }: W): Record<string, string> {
  const said = (name: string) => String(typed[name] ?? '').trim() !== '';
  const found: Record<string, string> = {};
  for (const n of upTo(rows.goals)) {
    if (!said(`goal-${n}-words`) && (said(`goal-${n}-importance`) || said(`goal-${n}-confidence`)))
      found[`goal-${n}-words`] = errors.goalWords;
  }
  for (const n of upTo(rows.actions)) {
    if (!said(`action-${n}-what`) && (said(`action-${n}-name`) || said(`action-${n}-when`))) found[`action-${n}-what`] = errors.actionWhat;
    if (said(`action-${n}-what`) && typed[`action-${n}-who`] === 'other' && !said(`action-${n}-name`))
      found[`action-${n}-name`] = errors.name;
  }
  return found;
}

export function readPlan(typed: Typed, words: W): Checked<{ content: PlanContent; version: number }> {
  const rows = rowsOf(typed);
  const schema = z.object({
    rowVersion: z.coerce.number().int().min(0).default(0),
    whatMatters: text(5000, words.errors.tooLong(5000)),
    strengths: text(5000, words.errors.tooLong(5000)),
    needs: z.array(z.string()).default([]),
    reviewOn: dayOrNone(words.errors.when),
  });
  const fixed = checkForm(schema, typed);
  const goals = checkForm(z.object(Object.assign({}, ...upTo(rows.goals).map((n) => goalFields(n, words)))), typed);
  const actions = checkForm(z.object(Object.assign({}, ...upTo(rows.actions).map((n) => actionFields(n, words)))), typed);
  const half = halfFilled(typed, rows, words);
  if (!fixed.ok || !goals.ok || !actions.ok || Object.keys(half).length) {
    const errors = [fixed, goals, actions].map((each) => (each.ok ? {} : each.errors));
    return { ok: false, typed, errors: Object.assign({}, ...errors, half) };
  }
  const { rowVersion, needs, ...rest } = fixed.value;
  const goal = goals.value as Record<string, string>;
  const action = actions.value as Record<string, string | null>;
  const content = {
    ...rest,
    needs: needs.filter(isNeed),
    goals: upTo(rows.goals).map((n) => ({
      words: goal[`goal-${n}-words`]!,
      importance: Number(goal[`goal-${n}-importance`]) || null,
      confidence: Number(goal[`goal-${n}-confidence`]) || null,
      status: goal[`goal-${n}-status`] as PlanContent['goals'][number]['status'],
    })),
    actions: upTo(rows.actions).map((n) => ({
      what: action[`action-${n}-what`]!,
      who: action[`action-${n}-who`] as PlanContent['actions'][number]['who'],
      name: action[`action-${n}-who`] === 'other' ? action[`action-${n}-name`]! : '',
      when: action[`action-${n}-when`] ?? null,
      status: action[`action-${n}-status`] as PlanContent['actions'][number]['status'],
    })),
  };
  return { ok: true, value: { content, version: rowVersion } };
}

const dayParts = (name: string, day: string | null) => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return { [`${name}-day`]: date && String(Number(date)), [`${name}-month`]: month && String(Number(month)), [`${name}-year`]: year };
};

/** A plan as its form would have been filled in. */
export const valuesOf = (plan: PlanContent): Values => ({
  whatMatters: plan.whatMatters,
  strengths: plan.strengths,
  needs: [...plan.needs],
  ...dayParts('reviewOn', plan.reviewOn),
  ...Object.assign(
    {},
    ...plan.goals.map((goal, n) => ({
      [`goal-${n}-words`]: goal.words,
      [`goal-${n}-importance`]: String(goal.importance ?? ''),
      [`goal-${n}-confidence`]: String(goal.confidence ?? ''),
      [`goal-${n}-status`]: goal.status,
    })),
    ...plan.actions.map((action, n) => ({
      [`action-${n}-what`]: action.what,
      [`action-${n}-who`]: action.who,
      [`action-${n}-name`]: action.name,
      [`action-${n}-status`]: action.status,
      ...dayParts(`action-${n}-when`, action.when),
    })),
  ),
});
