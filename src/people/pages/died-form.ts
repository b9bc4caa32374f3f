import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import { requiredText } from './person-fields.ts';

type W = Words['died']['errors'];

/** A day is asked only of whoever says that they know it. */
export const diedForm = (words: W) =>
  z
    .object({
      known: z.enum(['yes', 'no'], { error: words.known }),
      on: z.string().default(''),
      saidBy: z.string({ error: words.saidBy }).trim().min(1, words.saidBy).max(200, words.tooLong(200)),
      sure: z.enum(['yes', '']).default(''),
    })
    .superRefine(({ known, on }, check) => {
      if (known === 'yes' && !isCalendarDay(on)) check.addIssue({ code: 'custom', path: ['on'], message: words.on });
    })
    .transform(({ known, on, ...rest }) => ({ ...rest, on: known === 'yes' ? on : null }));

export const undoForm = (words: W & Words['people']['errors']) => z.object({ because: requiredText(words, 500, words.because) });
