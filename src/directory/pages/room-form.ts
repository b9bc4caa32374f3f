import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { addDays, type CalendarDay, isCalendarDay } from '../../platform/calendar.ts';
import type { Typed } from '../../platform/forms.ts';
import { pauseReasons, units } from '../room.ts';
import type { PauseAsked, TellingAsked } from '../index.ts';

type ErrorWords = Words['room']['errors'];

const text = (most: number, wrong: string) => z.string().trim().max(most, wrong).default('');
const number = (wrong: string, least = 0, most = 99_999) =>
  z
    .string({ error: wrong })
    .trim()
    .regex(/^\d{1,5}$/, wrong)
    .transform(Number)
    .refine((n) => n >= least && n <= most, wrong);
const numberOrNone = (wrong: string, most?: number) =>
  z.union([z.literal('').transform(() => null), number(wrong, 0, most)], { error: wrong }).default(null);

/** Belongs to another answer than the one that was given. */
const notAsked = <T>(value: T) =>
  z
    .unknown()
    .optional()
    .transform(() => value);

/** A day after today and within a year. */
const dayAhead = (words: ErrorWords, today: CalendarDay) =>
  z
    .string({ error: words.until })
    .refine((day) => isCalendarDay(day) && day > today, words.until)
    .refine((day) => !isCalendarDay(day) || day <= addDays(today, 366), words.untilFar);

/** What somebody says of a service's room. */
export const tellForm = (words: ErrorWords, today: CalendarDay, { answer }: Typed): z.ZodType<TellingAsked> =>
  z
    .object({
      unit: z.enum(units, { error: words.unit }),
      answer: z.enum(['room', 'waiting', 'full'], { error: words.answer }),
      available: answer === 'room' ? number(words.available, 1) : notAsked(0),
      maximum: answer === 'room' ? numberOrNone(words.maximum) : notAsked(null),
      weeks: answer === 'waiting' ? numberOrNone(words.weeks, 520) : notAsked(null),
      note: text(200, words.note),
      until: dayAhead(words, today),
    })
    .refine(({ available, maximum }) => maximum === null || maximum >= available, { path: ['maximum'], error: words.maximum })
    .transform(({ answer: given, weeks, note, ...rest }) => ({
      ...rest,
      description: note,
      waitingList: given === 'waiting',
      waitWeeks: weeks,
    }));

/** Why nobody is taken on, and until when. */
export const pauseForm = (words: ErrorWords, today: CalendarDay, { pauseUntil }: Typed): z.ZodType<PauseAsked> =>
  z
    .object({
      reason: z.enum(pauseReasons, { error: words.reason }),
      pauseNote: text(500, words.pauseNote),
      pauseUntil: z.enum(['day', 'notice'], { error: words.untilKind }),
      pauseDay: pauseUntil === 'day' ? dayAhead(words, today) : notAsked(null),
    })
    .transform(({ reason, pauseNote, pauseDay }) => ({ reason, note: pauseNote, until: pauseDay }));

export const roomDays = { days: ['until', 'pauseDay'] };
