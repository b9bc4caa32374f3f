import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import { agreementKinds } from '../core/agreement.ts';

type W = Words['agreements']['errors'];
const text = (most: number, w: W) => z.string().trim().max(most, w.tooLong(most)).default('');

export const agreementDays = { days: ['signedOn', 'expiresOn'] } as const;

export const agreementForm = (w: W) =>
  z
    .object({
      kind: z.enum(agreementKinds, { error: w.kind }),
      signedOn: z.string({ error: w.signedOn }).refine(isCalendarDay, w.signedOn),
      expiresOn: z
        .string()
        .default('')
        .refine((day) => day === '' || isCalendarDay(day), w.expiresOn)
        .transform((day) => day || null),
      contact: text(300, w),
      note: text(1000, w),
    })
    .refine(({ signedOn, expiresOn }) => expiresOn === null || expiresOn >= signedOn, { path: ['expiresOn'], message: w.order });

export const endForm = (w: W) => z.object({ why: z.string({ error: w.why }).trim().min(1, w.why).max(500, w.tooLong(500)) });
