import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { type CalendarDay, instantAt, isCalendarDay } from '../../platform/calendar.ts';
import { optionsIn } from '../core/ballot.ts';
import { outcomes, type Presence, presences } from '../core/steering.ts';
import { constituencies } from '../core/steering-member.ts';
import type { Typed } from '../../platform/forms.ts';

type Said = Words['steering']['errors'];

const needed = (missing: string, most: number, { tooLong }: Said) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, tooLong(most));
const free = (most: number, { tooLong }: Said) => z.string().trim().max(most, tooLong(most)).default('');
const dayOf = (wrong: string) => z.string({ error: wrong }).refine(isCalendarDay, wrong);
const maybeDay = (wrong: string) =>
  z
    .string()
    .default('')
    .refine((day) => day === '' || isCalendarDay(day), wrong)
    .transform((day) => day || null);
const idOrNull = z
  .string()
  .default('')
  .transform((id) => id || null);

export const memberForm = (errors: Said) =>
  z
    .object({
      name: needed(errors.name, 100, errors),
      constituency: z.enum(constituencies, { error: errors.constituency }),
      brings: free(300, errors),
      account: idOrNull,
      fromDay: dayOf(errors.day),
      untilDay: maybeDay(errors.day),
    })
    .refine(({ fromDay, untilDay }) => untilDay === null || fromDay <= untilDay, { path: ['untilDay'], message: errors.until });

const timeIn = (text: string): string | undefined => {
  const [, hour = '', minute = '00', half = ''] = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/i.exec(text.trim()) ?? [];
  if (!hour || Number(minute) > 59) return undefined;
  const shift = half.toLowerCase() === 'pm' && Number(hour) < 12 ? 12 : half.toLowerCase() === 'am' && hour === '12' ? -12 : 0;
  const whole = Number(hour) + shift;
  return whole < 24 ? `${String(whole).padStart(2, '0')}:${minute}` : undefined;
};

export const meetingForm = (errors: Said, timeZone: string) =>
  z
    .object({
      day: dayOf(errors.day),
      time: z.string({ error: errors.time }).refine((text) => timeIn(text) !== undefined, errors.time),
      place: free(200, errors),
      callLink: z
        .string()
        .trim()
        .max(500, errors.tooLong(500))
        .default('')
        .refine((link) => link === '' || /^https:\/\/\S+$/.test(link), errors.link),
      agenda: free(4000, errors),
      calledOff: z
        .literal('yes')
        .optional()
        .transform((yes) => yes === 'yes'),
    })
    .refine(({ place, callLink }) => place || callLink, { path: ['place'], message: errors.place })
    .transform(({ day, time, ...rest }) => ({ ...rest, startsAt: instantAt(timeZone, day, timeIn(time)!) }));

export const decisionForm = (errors: Said) =>
  z.object({
    what: needed(errors.what, 500, errors),
    outcome: z.enum(outcomes, { error: errors.outcome }),
    reason: needed(errors.reason, 2000, errors),
    otherwise: free(1000, errors),
    about: z
      .string()
      .default('')
      .transform((text) => {
        const [kind, id = ''] = text.split(' ');
        return kind === 'idea' || kind === 'proposal' ? ({ kind, id } as const) : null;
      }),
  });

export const actionForm = (errors: Said) =>
  z.object({
    what: needed(errors.actionWhat, 500, errors),
    owner: z.string({ error: errors.owner }).min(1, errors.owner),
    dueOn: dayOf(errors.day),
    decision: idOrNull,
  });

export const finishForm = (errors: Said) => z.object({ cameOfIt: needed(errors.cameOfIt, 1000, errors) });
export const notesForm = (errors: Said) => z.object({ notes: free(4000, errors) });

/** Who was said to be there, by member. */
export const attendanceIn = (typed: Typed): Map<string, Presence> =>
  new Map(
    Object.entries(typed).flatMap(([name, value]) => {
      const how = presences.find((each) => each === value);
      return name.startsWith('there-') && how ? [[name.slice('there-'.length), how] as const] : [];
    }),
  );

const mostOptions = 20;

export const ballotForm = (errors: Said, today: CalendarDay) =>
  z
    .object({
      question: needed(errors.question, 200, errors),
      options: z
        .string({ error: errors.options })
        .max(4000, errors.tooLong(4000))
        .transform(optionsIn)
        .refine((options) => options.length >= 2, errors.options)
        .refine((options) => options.length <= mostOptions, errors.tooManyOptions),
      choose: z.coerce.number({ error: errors.choose }).int(errors.choose).min(1, errors.choose).max(10, errors.choose),
      closesOn: dayOf(errors.closesOn).refine((day) => day >= today, errors.closesOn),
    })
    .refine(({ options, choose }) => choose < options.length, { path: ['choose'], message: errors.choose });
