import * as z from 'zod';
import type { Values } from '../../design/index.ts';
import { isNeed } from '../../directory/index.ts';
import { type Checked, checkForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import {
  actionStatuses,
  type Agreed,
  agreements,
  doers,
  type Goal,
  goalStatuses,
  mostActions,
  mostGoals,
  mostSteps,
  type PlanAction,
  type PlanContent,
  type Step,
} from '../plan.ts';
import { dayOrNone, text } from './asked.ts';

type W = Words['support']['plan'];

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);
const filled = (values: Values, prefix: string, field: string, most: number) =>
  upTo(most).filter((n) => `${prefix}-${n}-${field}` in values).length;

/** The date fields that a plan may have, for readForm. */
export const planDays = ['reviewOn', ...upTo(mostActions).map((n) => `action-${n}-when`)];

/** How many rows the form had. */
export const rowsOf = (typed: Values) => ({
  goals: filled(typed, 'goal', 'words', mostGoals),
  actions: filled(typed, 'action', 'what', mostActions),
});
export const stepsOf = (typed: Values, goal: number): number => filled(typed, `goal-${goal}-step`, 'words', mostSteps);

/** For which goal an action's row stands; null for the plan as a whole. */
export const goalOfAction = (typed: Values, n: number): number | null => {
  const said = String(typed[`action-${n}-goal`] ?? '');
  return /^\d{1,2}$/.test(said) && Number(said) < rowsOf(typed).goals ? Number(said) : null;
};

const scale = ({ errors }: W) => z.enum(['', ...upTo(10).map((i) => String(i + 1))], { error: errors.scale }).default('');

const goalFields = (n: number, steps: number, words: W) => ({
  [`goal-${n}-words`]: text(1000, words.errors.tooLong(1000)),
  [`goal-${n}-need`]: z.string().default(''),
  [`goal-${n}-importance`]: scale(words),
  [`goal-${n}-confidence`]: scale(words),
  [`goal-${n}-status`]: z.enum(goalStatuses, { error: words.errors.choose }).default('not-started'),
  [`goal-${n}-outcome`]: text(2000, words.errors.tooLong(2000)),
  ...Object.assign({}, ...upTo(steps).map((m) => stepFields(`goal-${n}-step-${m}`, words))),
});

const stepFields = (name: string, { errors }: W) => ({
  [`${name}-words`]: text(500, errors.tooLong(500)),
  [`${name}-status`]: z.enum(goalStatuses, { error: errors.choose }).default('not-started'),
  [`${name}-outcome`]: text(1000, errors.tooLong(1000)),
});

const actionFields = (n: number, { errors }: W) => ({
  [`action-${n}-what`]: text(500, errors.tooLong(500)),
  [`action-${n}-who`]: z.enum(doers, { error: errors.choose }).default('person'),
  [`action-${n}-name`]: text(200, errors.tooLong(200)),
  [`action-${n}-contact`]: text(200, errors.tooLong(200)),
  [`action-${n}-when`]: dayOrNone(errors.when),
  [`action-${n}-ifStuck`]: text(500, errors.tooLong(500)),
  [`action-${n}-status`]: z.enum(actionStatuses, { error: errors.choose }).default('to-do'),
  [`action-${n}-statusWords`]: text(500, errors.tooLong(500)),
});

const wholeFields = ({ errors }: W) => ({
  rowVersion: z.coerce.number().int().min(0).default(0),
  whatMatters: text(5000, errors.tooLong(5000)),
  strengths: text(5000, errors.tooLong(5000)),
  needs: z.array(z.string()).default([]),
  reviewOn: dayOrNone(errors.when),
  worseSigns: text(2000, errors.tooLong(2000)),
  worseHelps: text(2000, errors.tooLong(2000)),
  worseRing: text(2000, errors.tooLong(2000)),
  agreed: z.enum(agreements, { error: errors.choose }).default('not-yet'),
  agreedName: text(200, errors.tooLong(200)),
  agreedWhy: text(1000, errors.tooLong(1000)),
  fundedBy: text(500, errors.tooLong(500)),
  otherPlans: text(2000, errors.tooLong(2000)),
});

/** A row that was half filled in is asked about, so that nothing typed is dropped without a word. */
function halfFilled(typed: Typed, { errors }: W): Record<string, string> {
  const said = (name: string) => String(typed[name] ?? '').trim() !== '';
  const rows = rowsOf(typed);
  const found: Record<string, string> = {};
  for (const n of upTo(rows.goals)) {
    const row = `goal-${n}`;
    const steps = upTo(stepsOf(typed, n)).map((m) => `${row}-step-${m}`);
    const more = [`${row}-importance`, `${row}-confidence`, `${row}-outcome`, ...steps.map((step) => `${step}-words`)];
    const hasActions = upTo(rows.actions).some((a) => goalOfAction(typed, a) === n && said(`action-${a}-what`));
    if (!said(`${row}-words`) && (more.some(said) || hasActions)) found[`${row}-words`] = errors.goalWords;
    for (const step of steps) if (!said(`${step}-words`) && said(`${step}-outcome`)) found[`${step}-words`] = errors.stepWords;
  }
  for (const n of upTo(rows.actions)) {
    const row = `action-${n}`;
    const more = ['name', 'contact', 'when', 'ifStuck', 'statusWords'].map((field) => `${row}-${field}`);
    if (!said(`${row}-what`) && more.some(said)) found[`${row}-what`] = errors.actionWhat;
    if (said(`${row}-what`) && typed[`${row}-who`] === 'other' && !said(`${row}-name`)) found[`${row}-name`] = errors.name;
  }
  if (typed['agreed'] === 'representative' && !said('agreedName')) found['agreedName'] = errors.agreedName;
  if (typed['agreed'] === 'not' && !said('agreedWhy')) found['agreedWhy'] = errors.agreedWhy;
  return found;
}

export function readPlan(typed: Typed, words: W): Checked<{ content: PlanContent; version: number }> {
  const rows = rowsOf(typed);
  const fixed = checkForm(z.object(wholeFields(words)), typed);
  const goalSchemas = upTo(rows.goals).map((n) => goalFields(n, stepsOf(typed, n), words));
  const goals = checkForm(z.object(Object.assign({}, ...goalSchemas)), typed);
  const actions = checkForm(z.object(Object.assign({}, ...upTo(rows.actions).map((n) => actionFields(n, words)))), typed);
  const half = halfFilled(typed, words);
  if (!fixed.ok || !goals.ok || !actions.ok || Object.keys(half).length) {
    const errors = [fixed, goals, actions].map((each) => (each.ok ? {} : each.errors));
    return { ok: false, typed, errors: Object.assign({}, ...errors, half) };
  }
  const { rowVersion, needs, worseSigns, worseHelps, worseRing, agreed, agreedName, agreedWhy, ...rest } = fixed.value;
  const content: PlanContent = {
    ...rest,
    needs: needs.filter(isNeed),
    goals: upTo(rows.goals).map((n) => goalFrom(goals.value as Record<string, string>, n, stepsOf(typed, n))),
    actions: upTo(rows.actions).map((n) => actionFrom(actions.value as Record<string, string | null>, n, goalOfAction(typed, n))),
    ifWorse: { signs: worseSigns, helps: worseHelps, ring: worseRing },
    agreed: agreedFrom(agreed, agreedName, agreedWhy),
  };
  return { ok: true, value: { content, version: rowVersion } };
}

const agreedFrom = (how: Agreed['how'], name: string, why: string): Agreed => ({
  how,
  name: how === 'representative' ? name : '',
  why: how === 'person' || how === 'representative' ? '' : why,
});

function goalFrom(said: Record<string, string>, n: number, steps: number): Goal {
  const get = (field: string) => said[`goal-${n}-${field}`]!;
  const need = get('need');
  return {
    words: get('words'),
    need: isNeed(need) ? need : null,
    importance: Number(get('importance')) || null,
    confidence: Number(get('confidence')) || null,
    status: get('status') as Goal['status'],
    steps: upTo(steps).map((m) => ({
      words: get(`step-${m}-words`),
      status: get(`step-${m}-status`) as Step['status'],
      outcome: get(`step-${m}-outcome`),
    })),
    outcome: get('outcome'),
  };
}

function actionFrom(said: Record<string, string | null>, n: number, goal: number | null): PlanAction {
  const get = (field: string) => said[`action-${n}-${field}`] ?? '';
  const other = get('who') === 'other';
  return {
    what: get('what'),
    goal,
    who: get('who') as PlanAction['who'],
    name: other ? get('name') : '',
    contact: other ? get('contact') : '',
    when: get('when') || null,
    ifStuck: get('ifStuck'),
    status: get('status') as PlanAction['status'],
    statusWords: get('statusWords'),
    updatedOn: null,
  };
}
