import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { checkForm, type Checked, type Typed } from '../../platform/forms.ts';
import { factKinds, openReasons } from '../restricted.ts';
import type { TypedFact } from '../index.ts';
import { dayOrNone, text } from './asked.ts';

export const factAsked = {
  many: ['keptFrom'],
  days: ['startedOn', 'endedOn', 'lookedAfterFrom', 'lookedAfterTo', 'unbornPlanFrom', 'unbornPlanTo'],
};

/** What somebody writes of a restricted fact. `colleagues` are those it may be kept from. */
export function readFact(typed: Typed, { safety }: Words, today: CalendarDay, colleagues: readonly string[]): Checked<TypedFact> {
  const { errors } = safety.restricted;
  const day = () => dayOrNone(errors.day);
  const short = text(100, safety.tooLong(100));
  const form = z
    .object({
      kind: z.enum(factKinds, { error: errors.kind }),
      words: text(5000, safety.tooLong(5000)).refine(Boolean, errors.fact),
      comment: text(5000, safety.tooLong(5000)),
      startedOn: day().refine((from) => !from || from <= today, errors.ahead),
      endedOn: day(),
      code: text(18, errors.code).refine((code) => !code || /^\d{6,18}$/.test(code), errors.code),
      lookedAfterFrom: day(),
      lookedAfterTo: day(),
      lookedAfterAuthority: short,
      unbornPlanFrom: day(),
      unbornPlanTo: day(),
      unbornPlanAuthority: short,
      hidden: z.string().optional(),
      keptFrom: z.array(z.string().refine((id) => colleagues.includes(id), errors.colleague)),
      keptFromWords: text(500, safety.tooLong(500)),
    })
    .refine(inOrder('startedOn', 'endedOn'), { path: ['endedOn'], error: errors.order })
    .refine(inOrder('lookedAfterFrom', 'lookedAfterTo'), { path: ['lookedAfterTo'], error: errors.order })
    .refine(inOrder('unbornPlanFrom', 'unbornPlanTo'), { path: ['unbornPlanTo'], error: errors.order });
  const checked = checkForm(form, typed);
  if (!checked.ok) return checked;
  const { code, hidden, ...said } = checked.value;
  const { lookedAfterFrom, lookedAfterTo, lookedAfterAuthority, unbornPlanFrom, unbornPlanTo, unbornPlanAuthority, ...fact } = said;
  const safeguarding = {
    code,
    lookedAfter: spanOf(lookedAfterFrom, lookedAfterTo, lookedAfterAuthority),
    unbornPlan: spanOf(unbornPlanFrom, unbornPlanTo, unbornPlanAuthority),
  };
  return {
    ok: true,
    value: { ...fact, hiddenFromPerson: hidden === 'yes', safeguarding: fact.kind === 'safeguarding' ? safeguarding : null },
  };
}

const inOrder =
  <K extends string>(first: K, second: K) =>
  (days: { [key in K]: CalendarDay | null }): boolean => {
    const [from, to] = [days[first], days[second]];
    return !from || !to || from <= to;
  };

const spanOf = (from: CalendarDay | null, to: CalendarDay | null, authority: string) =>
  from || to || authority ? { from, to, authority } : null;

export const openForm = ({ safety: { restricted, tooLong } }: Words) =>
  z.object({
    reason: z.enum(openReasons, { error: restricted.errors.reason }),
    words: text(1000, tooLong(1000)).refine(Boolean, restricted.errors.words),
  });
