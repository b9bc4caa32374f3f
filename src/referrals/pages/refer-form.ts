import * as z from 'zod';
import { isNeed, type Need } from '../../directory/index.ts';
import { channels, readHealthNumber } from '../../people/index.ts';
import { ageOn, isCalendarDay } from '../../platform/calendar.ts';
import type { Words } from '../../../locales/en/index.ts';

export const fields = { many: ['needs', 'channels'], days: ['dateOfBirth'] };
type T = Words['referrals']['refer']['errors'];

const text = (words: T, most: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(most, words.tooLong(most));
const optional = (words: T, most: number) => z.string().trim().max(most, words.tooLong(most)).default('');

const birth = (words: T, today: string) =>
  z
    .string({ error: words.dateOfBirth })
    .refine(isCalendarDay, { error: words.dateOfBirth, abort: true })
    .refine((day) => day <= today, { error: words.future, abort: true })
    .refine((day) => ageOn(day, today) <= 120, { error: words.tooOld });

const healthNumber = (words: T) =>
  z
    .string()
    .default('')
    .transform((typed, check) => {
      const read = readHealthNumber(typed);
      if (read.ok) return read.value;
      check.addIssue({ code: 'custom', message: read.error === 'not-nhs-number' ? words.notNhsNumber : words.notANumber });
      return z.NEVER;
    });

export const personFields = (words: T, today: string) => ({
  givenName: text(words, 100, words.givenName),
  familyName: text(words, 100, words.familyName),
  dateOfBirth: birth(words, today),
  healthNumber: healthNumber(words),
  ...reachFields(words),
});

const reachFields = (words: T) => ({
  phone: optional(words, 40).refine((typed) => !typed || (typed.match(/\d/g)?.length ?? 0) >= 6, words.phone),
  channels: z.array(z.enum(channels, { error: words.channel })).default([]),
  voicemail: z.enum(['yes', 'no', '']).default(''),
  contactNote: optional(words, 500),
});

const needsField = (words: T) =>
  z
    .array(z.string())
    .default([])
    .transform((typed) => typed.filter((code): code is Need => isNeed(code)))
    .refine((needs) => needs.length > 0, words.needs);

const shared = (words: T) => ({ needs: needsField(words), note: optional(words, 2000), chosen: z.string().default('') });

export const referralForm = (words: T, today: string) =>
  z.object({ ...personFields(words, today), ...shared(words), consent: z.literal('yes', { error: words.consent }) });

/** Information given: the person may stay without a name, but a name that is begun must be whole. */
export const signpostForm = (words: T, today: string, named: boolean) =>
  z.object({ ...(named ? personFields(words, today) : {}), ...shared(words), given: text(words, 300, words.given) });

export type PersonTyped = z.infer<z.ZodObject<ReturnType<typeof personFields>>>;

export const whoOf = (typed: PersonTyped & { chosen: string }) => ({
  typed: {
    givenName: typed.givenName,
    familyName: typed.familyName,
    dateOfBirth: typed.dateOfBirth,
    healthNumber: typed.healthNumber,
    phone: typed.phone,
    safeContact: { channels: typed.channels, voicemailOk: typed.voicemail ? typed.voicemail === 'yes' : null, note: typed.contactNote },
  },
  chosen: typed.chosen === 'new' ? ('new' as const) : typed.chosen ? { person: typed.chosen } : undefined,
});
