import * as z from 'zod';
import { isNeed, type Need } from '../../directory/index.ts';
import { birthAgrees, optionalText, personFields, requiredText, safeContactOf, type HealthNumber } from '../../people/index.ts';
import type { Words } from '../../../locales/en/index.ts';

export const fields = { many: ['needs', 'channels'], days: ['dateOfBirth'] };
type W = Words;
type NumberSystem = HealthNumber['system'];

export const needsField = ({ referrals }: W) =>
  z
    .array(z.string())
    .default([])
    .transform((typed) => typed.filter((code): code is Need => isNeed(code)))
    .refine((needs) => needs.length > 0, referrals.refer.errors.needs);

const shared = (words: W) => ({ needs: needsField(words), note: optionalText(words.people.errors, 2000), chosen: z.string().default('') });

export const referralForm = (words: W, today: string, first?: NumberSystem) =>
  z
    .object({
      ...personFields(words.people.errors, today, first),
      ...shared(words),
      consent: z.literal('yes', { error: words.referrals.refer.errors.consent }),
    })
    .refine(birthAgrees, { error: words.people.errors.otherBirth, path: ['healthNumber'] });

/** Information given: the person may stay without a name, but a name that is begun must be whole. */
export const signpostForm = (words: W, today: string, named: boolean) =>
  z.object({
    ...(named ? personFields(words.people.errors, today) : {}),
    ...shared(words),
    given: requiredText(words.people.errors, 300, words.referrals.refer.errors.given),
    toName: optionalText(words.people.errors, 200),
    toRole: optionalText(words.people.errors, 200),
    toTeam: optionalText(words.people.errors, 200),
    toContact: optionalText(words.people.errors, 300),
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
