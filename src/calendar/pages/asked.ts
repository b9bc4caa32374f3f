import type { Context } from 'hono';
import * as z from 'zod';
import { calendarDay } from '../../design/index.ts';
import { askerOf, type Door, started } from '../../identity/index.ts';
import { addDays, type CalendarDay, isCalendarDay } from '../../platform/calendar.ts';
import type { Typed } from '../../platform/forms.ts';

type C = Context<Door>;

export const zoneOf = (c: C): string => askerOf(c).programme.settings.timeZone;
export const todayOf = (c: C): CalendarDay => calendarDay(started(c), zoneOf(c));
/** 'YYYY-MM-DD' out of the address, and nothing else that somebody may have put there, within ten years. */
export const dayAsked = (c: C, fallback: CalendarDay): CalendarDay => {
  const day = c.req.query('day') ?? '';
  return isCalendarDay(day) && day > addDays(fallback, -3660) && day < addDays(fallback, 3660) ? day : fallback;
};

/** A time of day as people write it: 9:30, 14.05, 2pm. Undefined when it is none. */
function readTime(typed: string): string | undefined {
  const [, hours = '', minutes = '00', half = ''] = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim()) ?? [];
  if (!hours || (half && (Number(hours) > 12 || Number(hours) === 0))) return undefined;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  return hour < 24 && Number(minutes) < 60 ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined;
}

export const timeField = (wrong: string) =>
  z
    .string({ error: wrong })
    .refine((typed) => readTime(typed) !== undefined, wrong)
    .transform((typed) => readTime(typed) ?? '');
export const dayField = (wrong: string) => z.string({ error: wrong }).refine(isCalendarDay, wrong);
export const text = (most: number, tooLong: string) => z.string({ error: tooLong }).trim().max(most, tooLong).default('');
/** The version that was read; what is none counts as long past. */
export const versionOf = (typed: Typed): number => Number(typed['rowVersion']) || 0;
