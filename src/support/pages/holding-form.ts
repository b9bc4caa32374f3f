import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import type { Errors } from '../../platform/forms.ts';
import { type HoldRefusal, holdReasons } from '../holding.ts';
import { text } from './asked.ts';

type W = Words['caseloads']['holding'];

const reviewOn = ({ errors }: W) => z.string({ error: errors.reviewOn }).refine(isCalendarDay, errors.reviewOn);
const id = z
  .string()
  .default('')
  .transform((typed) => typed || null)
  .pipe(z.uuid().nullable().catch(null));

export const holdForm = (w: W) =>
  z.object({
    because: z.enum(holdReasons, { error: w.errors.because }),
    connection: id,
    gap: id,
    awaits: text(120, w.errors.tooLong(120)),
    words: text(1000, w.errors.tooLong(1000)),
    reviewOn: reviewOn(w),
  });

export const keepForm = (w: W) =>
  z.object({
    id: z.uuid(),
    rowVersion: z.coerce.number().int(),
    words: text(1000, w.errors.tooLong(1000)),
    reviewOn: reviewOn(w),
  });

const besides: Record<HoldRefusal, [string, keyof W['errors']]> = {
  'awaits-what': ['awaits', 'name'],
  'say-why': ['words', 'words'],
  'review-past': ['reviewOn', 'reviewPast'],
  'review-far': ['reviewOn', 'reviewFar'],
};

/** The refusal beside the field that it is about; undefined when it is about none. */
export function errorsOf(refusal: string, w: W): Errors | undefined {
  if (!Object.hasOwn(besides, refusal)) return undefined;
  const [field, word] = besides[refusal as HoldRefusal];
  return { [field]: String(w.errors[word]) };
}
