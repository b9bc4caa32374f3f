import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import { type EntryDetails, type Field, type Register, shapes, type Weight, weights } from '../core/change-entry.ts';
import { type ReadinessAnswers, readinessAnswers, readinessQuestions, type SiteStart } from '../core/change-readiness.ts';

type W = Words['change'];
export const entryDays = { days: ['on', 'due'] } as const;

const text = (most: number, w: W) => z.string().trim().max(most, w.errors.tooLong(most)).default('');
const weight = (typed: string): Weight | null => weights.find((each) => String(each) === typed) ?? null;

/** A line of a register; what its register does not ask stays empty. */
export const entryForm = (register: Register, w: W): z.ZodType<EntryDetails> => {
  const { asks, needs, sorts, stages } = shapes[register];
  return z
    .object({
      what: z.string({ error: w.errors.what }).trim().min(1, w.errors.what).max(300, w.errors.tooLong(300)),
      sort: z.string().default(''),
      stage: z.string().default(''),
      owner: text(100, w),
      how: text(1000, w),
      evidence: text(500, w),
      likelihood: z.string().default(''),
      impact: z.string().default(''),
      on: z.string().default(''),
      due: z.string().default(''),
    })
    .transform((typed, check): EntryDetails => {
      const wrong = (field: Field, message: string) => check.addIssue({ code: 'custom', path: [field], message });
      const read = {
        sort: sorts.find((each) => each === typed.sort) ?? null,
        likelihood: weight(typed.likelihood),
        impact: weight(typed.impact),
        on: isCalendarDay(typed.on) ? typed.on : null,
        due: isCalendarDay(typed.due) ? typed.due : null,
      };
      for (const field of ['sort', 'likelihood', 'impact'] as const)
        if (needs.includes(field) && !read[field]) wrong(field, w.errors[field]);
      if (needs.includes('owner') && !typed.owner) wrong('owner', w.errors.owner);
      if (asks.includes('on') && !read.on && (needs.includes('on') || typed.on)) wrong('on', w.errors.on);
      if (asks.includes('due') && !read.due && typed.due) wrong('due', w.errors.due);
      if (read.on && read.due && read.due < read.on) wrong('due', w.errors.order);
      if (/^https?:/i.test(typed.evidence) && !URL.canParse(typed.evidence)) wrong('evidence', w.errors.link);
      const given = <T>(field: Field, value: T, none: T) => (asks.includes(field) ? value : none);
      return {
        what: typed.what,
        stage: stages.find((each) => each === typed.stage) ?? stages[0],
        sort: given('sort', read.sort, null),
        owner: given('owner', typed.owner, ''),
        how: given('how', typed.how, ''),
        evidence: given('evidence', typed.evidence, ''),
        likelihood: given('likelihood', read.likelihood, null),
        impact: given('impact', read.impact, null),
        on: given('on', read.on, null),
        due: given('due', read.due, null),
      };
    });
};

/** Every question must be answered; none of the answers is wrong. */
export const readinessForm = (w: W): z.ZodType<{ answers: ReadinessAnswers; note: string }> =>
  z
    .object({
      ...Object.fromEntries(readinessQuestions.map(({ key }) => [key, z.enum(readinessAnswers, { error: w.readiness.unanswered })])),
      note: z.string().trim().max(2000, w.readiness.tooLong).default(''),
    })
    .transform(({ note, ...answers }) => ({ answers: answers as ReadinessAnswers, note: String(note) }));

export const startForm = (w: W): z.ZodType<Omit<SiteStart, 'rowVersion'>> =>
  z.object({
    stage: z.enum(['preparing', 'live'], { error: w.starts.wrongStage }),
    startsOn: z
      .string()
      .default('')
      .refine((day) => day === '' || isCalendarDay(day), w.starts.wrongDay)
      .transform((day) => day || null),
  });
