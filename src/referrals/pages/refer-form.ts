import * as z from 'zod';
import { isNeed, type Need } from '../../directory/index.ts';
import { optionalText, personFields, requiredText, safeContactOf } from '../../people/index.ts';
import type { Words } from '../../../locales/en/index.ts';

export const fields = { many: ['needs', 'channels'], days: ['dateOfBirth'] };
type W = Words;

export const needsField = ({ referrals }: W) =>
  z
    .array(z.string())
    .default([])
    .transform((typed) => typed.filter((code): code is Need => isNeed(code)))
    .refine((needs) => needs.length > 0, referrals.refer.errors.needs);

const shared = (words: W) => ({ needs: needsField(words), note: optionalText(words.people.errors, 2000), chosen: z.string().default('') });

export const referralForm = (words: W, today: string) =>
  z.object({
    ...personFields(words.people.errors, today),
    ...shared(words),
    consent: z.literal('yes', { error: words.referrals.refer.errors.consent }),
  });

/** Information given: the person may stay without a name, but a name that is begun must be whole. */
export const signpostForm = (words: W, today: string, named: boolean) =>
  z.object({
    ...(named ? personFields(words.people.errors, today) : {}),
    ...shared(words),
    given: requiredText(words.people.errors, 300, words.referrals.refer.errors.given),
  });

export type PersonTyped = z.infer<z.ZodObject<ReturnType<typeof personFields>>>;

export const whoOf = (typed: PersonTyped & { chosen: string }) => ({
  typed: {
    givenName: typed.givenName,
    familyName: typed.familyName,
    dateOfBirth: typed.dateOfBirth,
    healthNumber: typed.healthNumber,
    phone: typed.phone,
    safeContact: safeContactOf(typed),
  },
  chosen: typed.chosen === 'new' ? ('new' as const) : typed.chosen ? { person: typed.chosen } : undefined,
});
