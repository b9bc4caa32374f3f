import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { contactChannels, usualMinutes } from '../contact.ts';
import { dayAhead, text } from './asked.ts';
import { momentFields } from './moment.tsx';

export const contactForm = ({ errors }: Words['support']['contact'], today: CalendarDay) =>
  z
    .object({
      channel: z.enum(contactChannels, { error: errors.channel }),
      ...momentFields(errors, today),
      minutes: z
        .string()
        .trim()
        .default('')
        .refine((typed) => typed === '' || (/^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 720), errors.minutes),
      place: text(200, errors.tooLong(200)),
      present: text(200, errors.tooLong(200)),
      note: z.string({ error: errors.note }).trim().min(1, errors.note).max(10_000, errors.tooLong(10_000)),
      nextStep: text(200, errors.tooLong(200)),
      nextOn: dayAhead(today, { wrong: errors.nextOn, past: errors.pastNext, far: errors.nextFar }),
      debrief: z.literal('yes').optional(),
    })
    .transform(({ minutes, debrief, ...rest }) => ({
      ...rest,
      minutes: Number(minutes) || usualMinutes[rest.channel],
      debrief: debrief === 'yes',
    }));
