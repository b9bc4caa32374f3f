import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import { type Answer, type AnswerName, answerNames, refusals } from '../index.ts';

type W = Words['connections']['reply']['errors'];
export type Answered = { version: number; given: Answer };

/** How the posted form is read: the days of the two answers that have one. */
export const answerDays = { days: ['cameOn', 'missedOn'] };
/** Where the error summary leads for those. */
export const answerErrorIds = { cameOn: 'cameOn-day', missedOn: 'missedOn-day' };

/** For how many weeks somebody who is full can ask for no more requests. */
export const pauseChoices = [2, 4, 8, 12] as const;

const most = 1000;

/** `offered`: what can be answered now. Only what goes with the chosen answer is looked at. */
export const answerForm = (words: W, { offered, today }: { offered: readonly AnswerName[]; today: string }): z.ZodType<Answered> =>
  z
    .object({
      version: z.coerce.number().int().catch(0),
      answer: z.enum(answerNames, { error: words.answer }).refine((name) => offered.includes(name), words.gone),
      weeks: z.string().trim().default(''),
      cameOn: z.string().default(''),
      missedOn: z.string().default(''),
      reason: z.string().default(''),
      pauseWeeks: z.string().default(''),
      note: z.string().trim().max(most, words.tooLong).default(''),
    })
    .transform((typed, check): Answered => {
      const { version, answer: name, note } = typed;
      const wrong = (field: string, message: string) => {
        check.addIssue({ code: 'custom', path: [field], message });
        return z.NEVER;
      };
      switch (name) {
        case 'waiting-list':
          if (!/^\d{0,3}$/.test(typed.weeks) || Number(typed.weeks) > 104) return wrong('weeks', words.weeks);
          return { version, given: { name, note, weeks: typed.weeks ? Number(typed.weeks) : null } };
        case 'came':
        case 'did-not-come': {
          const field = name === 'came' ? 'cameOn' : 'missedOn';
          if (!isCalendarDay(typed[field])) return wrong(field, words.on);
          return typed[field] > today ? wrong(field, words.future) : { version, given: { name, note, on: typed[field] } };
        }
        case 'cannot-help': {
          const reason = refusals.find((code) => code === typed.reason);
          if (!reason) return wrong('reason', words.reason);
          if (reason === 'other' && !note) return wrong('note', words.words);
          const pause = reason === 'full' ? pauseChoices.find((weeks) => String(weeks) === typed.pauseWeeks) : undefined;
          return { version, given: { name, note, reason, ...(pause && { pauseWeeks: pause }) } };
        }
        case 'message':
          return note ? { version, given: { name, note } } : wrong('note', words.message);
        case 'accepted':
        case 'place-now':
        case 'finished':
          return { version, given: { name, note } };
      }
    });
