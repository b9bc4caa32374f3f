import * as z from 'zod';
import type { Values } from '../../design/index.ts';
import { type Checked, checkForm, type Typed } from '../../platform/forms.ts';
import { closures } from '../../referrals/index.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Ending, Plan } from '../index.ts';
import { type GoalReview, goalResults, isWithoutThePerson } from '../closing.ts';
import { text } from './asked.ts';

type W = Words['support']['closing'];
export type Version = { support: string; rowVersion: number };

export const versionFields = { support: z.uuid().default(''), rowVersion: z.coerce.number().int().default(0) };

/** The plan's goals that are worth talking about at the end, as the form asks about them. */
export const goalsOf = (plan: Plan | undefined): string[] =>
  (plan?.goals ?? []).filter(({ status }) => status !== 'set-aside').map((goal) => goal.words);

const goalCount = (typed: Values): number => Object.keys(typed).filter((name) => /^goal-\d{1,2}-goal$/.test(name)).length;

/** The goals come back with the form, so that what was said of one is never put to another. */
export const goalsTyped = (typed: Values): string[] | undefined =>
  goalCount(typed) ? Array.from({ length: goalCount(typed) }, (_, n) => String(typed[`goal-${n}-goal`] ?? '')) : undefined;

/** What has to be said wherever the person could be asked. Said together with what else is wrong. */
function stillToSay(typed: Typed, { errors }: W): Record<string, string> {
  const because = closures.find((each) => each === typed['because']);
  if (because && isWithoutThePerson(because)) return {};
  return {
    ...(!String(typed['outcome'] ?? '').trim() && { outcome: errors.outcome }),
    ...(!typed['tell'] && { tell: errors.tell }),
  };
}

export function readClosing(typed: Typed, words: W): Checked<{ ending: Ending; version: Version }> {
  const { errors } = words;
  const long = text(5000, errors.tooLong(5000));
  const count = goalCount(typed);
  const goalFields = Array.from({ length: count }, (_, n) => ({
    [`goal-${n}-result`]: z.enum(['', ...goalResults], { error: errors.choose }).default(''),
    [`goal-${n}-words`]: text(2000, errors.tooLong(2000)),
  }));
  const schema = z.object({
    ...versionFields,
    because: z.enum(closures, { error: errors.because }),
    outcome: long,
    didNotWork: long,
    forPractice: text(2000, errors.tooLong(2000)),
    whatNext: text(2000, errors.tooLong(2000)),
    tell: z.enum(['', 'yes', 'no'], { error: errors.choose }).default(''),
    tellPerson: z.literal('yes').optional(),
  });
  const checked = checkForm(schema, typed);
  const goals = checkForm(z.object(Object.assign({}, ...goalFields)), typed);
  const missing = stillToSay(typed, words);
  if (!checked.ok || !goals.ok || Object.keys(missing).length) {
    return { ok: false, typed, errors: { ...missing, ...(checked.ok ? {} : checked.errors), ...(goals.ok ? {} : goals.errors) } };
  }
  const said = goals.value as Record<string, string>;
  const { support, rowVersion, tell, tellPerson, ...rest } = checked.value;
  const reviews = (goalsTyped(typed) ?? []).map((goal, n): GoalReview => ({
    goal,
    result: (said[`goal-${n}-result`] || null) as GoalReview['result'],
    words: said[`goal-${n}-words`]!,
  }));
  return {
    ok: true,
    value: {
      ending: { ...rest, goals: reviews, tellReferrer: tell === 'yes', tellPerson: tellPerson === 'yes' },
      version: { support, rowVersion },
    },
  };
}
