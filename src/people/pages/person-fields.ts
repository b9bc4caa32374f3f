import * as z from 'zod';
import { ageOn, isCalendarDay } from '../../platform/calendar.ts';
import { canBeOf, type IdentifierSystem, type NumberFault } from '../core/identifier.ts';
import type { Words } from '../../../locales/en/index.ts';
import { readHealthNumber } from '../health-number.ts';
import { channels, type HealthNumber, type SafeContact } from '../person.ts';

type W = Words['people']['errors'];

export const requiredText = (words: W, most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, words.tooLong(most));
export const optionalText = (words: W, most: number) => z.string().trim().max(most, words.tooLong(most)).default('');

const birth = (words: W, today: string) =>
  z
    .string({ error: words.dateOfBirth })
    .refine(isCalendarDay, { error: words.dateOfBirth, abort: true })
    .refine((day) => day <= today, { error: words.future, abort: true })
    .refine((day) => ageOn(day, today) <= 120, { error: words.tooOld });

const faults = { 'not-nhs-number': 'notNhsNumber', 'not-chi': 'notChi', 'not-hcn': 'notHcn', 'not-ontario': 'notOntario' } as const;
export const numberFault = (words: W, fault: NumberFault): string => (fault === 'not-a-number' ? words.notANumber : words[faults[fault]]);

const healthNumber = (words: W, first: IdentifierSystem) =>
  z
    .string()
    .default('')
    .transform((typed, check) => {
      const read = readHealthNumber(typed, first);
      if (read.ok) return read.value;
      check.addIssue({ code: 'custom', message: numberFault(words, read.error) });
      return z.NEVER;
    });

/** The questions about a person that every form asks alike: who they are, and how it is safe to reach them. */
export const personFields = (words: W, today: string, first: IdentifierSystem = 'nhs-number') => ({
  givenName: requiredText(words, 100, words.givenName),
  familyName: requiredText(words, 100, words.familyName),
  dateOfBirth: birth(words, today),
  healthNumber: healthNumber(words, first),
  phone: optionalText(words, 40).refine((typed) => !typed || (typed.match(/\d/g)?.length ?? 0) >= 6, words.phone),
  channels: z.array(z.enum(channels, { error: words.channel })).default([]),
  voicemail: z.enum(['yes', 'no', '']).default(''),
  contactNote: optionalText(words, 500),
});

export const personFieldsAsked = { many: ['channels'], days: ['dateOfBirth'] };

export const safeContactOf = (typed: {
  channels: SafeContact['channels'];
  voicemail: 'yes' | 'no' | '';
  contactNote: string;
}): SafeContact => ({
  channels: typed.channels,
  voicemailOk: typed.voicemail ? typed.voicemail === 'yes' : null,
  note: typed.contactNote,
});

/** A number that says when somebody was born must not say another day than they do. Asked once both are there. */
export const birthAgrees = (typed: { healthNumber: HealthNumber | null; dateOfBirth: string }): boolean =>
  !typed.healthNumber || canBeOf(typed.healthNumber, typed.dateOfBirth);
