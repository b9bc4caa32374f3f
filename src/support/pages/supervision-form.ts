import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { type CalendarDay, isCalendarDay } from '../../platform/calendar.ts';
import type { Typed } from '../../platform/forms.ts';
import { checkQuestions, sessionKinds } from '../supervision.ts';
import { dayAhead, dayOrNone, text } from './asked.ts';

type W = Words['supervision'];
export const actionRows = 3;
export const actionDays = Array.from({ length: actionRows }, (_, n) => `action-${n}-by`);

/** A day to come, which must be said. */
export const dayToCome = ({ errors }: W, today: CalendarDay) =>
  dayAhead(today, { wrong: errors.day, past: errors.past, far: errors.far })
    .refine((day) => day !== null, errors.day)
    .transform((day): CalendarDay => day ?? today);

export const planForm = (words: W, today: CalendarDay) =>
  z.object({
    /** A session of the last weeks may be written down late. */
    onDay: z
      .string({ error: words.errors.day })
      .refine(isCalendarDay, { error: words.errors.day, abort: true })
      .refine((day) => day >= shift(today, -62), words.errors.day)
      .refine((day) => day <= shift(today, 366), words.errors.far),
    kind: z.enum(sessionKinds, { error: words.errors.kind }),
  });

const shift = (day: CalendarDay, days: number): CalendarDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const scheduleForm = ({ errors }: W) =>
  z
    .object({
      everyWeeks: z
        .string({ error: errors.weeks })
        .trim()
        .regex(/^\d{1,2}$/, errors.weeks)
        .transform(Number)
        .refine((weeks) => weeks >= 1 && weeks <= 26, errors.weeks),
      supervisor: z.string({ error: errors.supervisor }).min(1, errors.supervisor),
      outsideName: text(100, errors.outsideName),
    })
    .transform(({ supervisor, outsideName, everyWeeks }, check) => {
      const outside = supervisor === 'outside';
      if (outside && !outsideName) check.addIssue({ code: 'custom', path: ['outsideName'], message: errors.outsideName });
      return { everyWeeks, supervisor: outside ? null : supervisor, outsideName: outside ? outsideName : '' };
    });

/** The notes, what was talked over, and up to three things that were agreed. */
export function readSession(typed: Typed, words: W) {
  const { errors } = words;
  const whole = z.object({
    notes: text(10_000, errors.notes),
    covered: z.array(z.string()).default([]),
    rowVersion: z.coerce.number().int().catch(0),
    ...Object.fromEntries(actionDays.map((name) => [name, dayOrNone(errors.day)])),
  });
  const parsed = whole.safeParse(typed);
  const wrong: Record<string, string> = {};
  if (!parsed.success) for (const { path, message } of parsed.error.issues) wrong[String(path[0])] ??= message;
  const actions: { what: string; dueOn: CalendarDay }[] = [];
  for (let n = 0; n < actionRows; n++) {
    const what = String(typed[`action-${n}-what`] ?? '')
      .trim()
      .slice(0, 200);
    const dueOn = String(typed[`action-${n}-by`] ?? '');
    if (what && !isCalendarDay(dueOn)) wrong[`action-${n}-by`] = errors.actionDay;
    else if (!what && dueOn) wrong[`action-${n}-what`] = errors.action;
    else if (what) actions.push({ what, dueOn });
  }
  if (!parsed.success || Object.keys(wrong).length) return { ok: false as const, errors: wrong };
  const { notes, covered, rowVersion } = parsed.data;
  return { ok: true as const, value: { notes, covered, version: rowVersion, actions } };
}

export const checkForm = ({ errors }: W) =>
  z
    .object({
      ...Object.fromEntries(
        checkQuestions.map((question) => [
          question,
          z
            .string()
            .default('')
            .refine((typed) => typed === '' || (/^\d{1,2}$/.test(typed) && Number(typed) <= 10), errors.scale)
            .transform((typed) => (typed === '' ? null : Number(typed))),
        ]),
      ),
      shared: z.literal('yes').optional(),
      askLead: z.literal('yes').optional(),
    })
    .transform((typed, check) => {
      const at = (question: string): number | null => {
        const answer = (typed as Record<string, unknown>)[question];
        return typeof answer === 'number' ? answer : null;
      };
      const answers = { manageable: at('manageable'), supported: at('supported'), rested: at('rested') };
      if (Object.values(answers).every((answer) => answer === null) && typed.askLead !== 'yes')
        check.addIssue({ code: 'custom', path: ['manageable'], message: errors.empty });
      return { answers, shared: typed.shared === 'yes', askLead: typed.askLead === 'yes' };
    });
