import type { Context } from 'hono';
import * as z from 'zod';
import { addDays, type CalendarDay, isCalendarDay } from '../../platform/calendar.ts';
import type { Door } from '../../identity/index.ts';

type C = Context<Door>;

/** The page asked for, from 1; anything that is not a page number is the first. */
export const pageOf = (c: C): number => {
  const page = Number(c.req.query('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
};

/** Free text as people write it, with its ends trimmed. */
export const text = (most: number, tooLong: string) => z.string({ error: tooLong }).trim().max(most, tooLong).default('');

/** A day that may be left out: '' becomes null. */
export const dayOrNone = (wrong: string) =>
  z
    .string()
    .default('')
    .refine((day) => !day || isCalendarDay(day), wrong)
    .transform((day): CalendarDay | null => day || null);

type Ahead = { wrong: string; past: string; far: string };

/** A day to come, today included, and not so far off that it must be a slip. */
export const dayAhead = (today: CalendarDay, { wrong, past, far }: Ahead) =>
  dayOrNone(wrong)
    .refine((day) => !day || day >= today, past)
    .refine((day) => !day || day <= addDays(today, 366), far);
