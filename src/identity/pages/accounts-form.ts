import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Place } from '../account.ts';
import { roles } from '../asker.ts';
import type { Weakness } from '../password.ts';

type W = Words['accounts'];

export const words = (most: number, w: W, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, w.errors.tooLong(most));
export const optionalWords = (most: number, w: W) => z.string().trim().max(most, w.errors.tooLong(most)).default('');
export const emailAddress = (w: W) =>
  z
    .string({ error: w.errors.email })
    .trim()
    .max(254, w.errors.tooLong(254))
    .pipe(z.email({ error: w.errors.email }));

const placeId = z
  .string()
  .default('')
  .transform((id) => id || null)
  .pipe(z.uuid().nullable());

export const accountFields = { many: ['roles'] };

export const accountForm = (w: W) =>
  z.object({
    name: words(100, w, w.errors.name),
    email: emailAddress(w),
    roles: z.array(z.enum(roles, { error: w.errors.roles })).min(1, w.errors.roles),
    jobTitle: optionalWords(100, w),
    practice: placeId,
    team: placeId,
    organisation: placeId,
  });

/** The version that was on the page; 0, which no row has, when it was tampered with. */
export const versionOf = (typed: Typed): number => {
  const version = Number(typed.rowVersion);
  return Number.isSafeInteger(version) ? version : 0;
};

export const placeErrors = (missing: readonly Place[], w: W): Errors =>
  Object.fromEntries(missing.map((place) => [place, w.errors.place[place]]));

export const passwordField = (w: W) => z.string({ error: w.password.missing }).min(1, w.password.missing).max(1000, w.password.long);
export const passwordErrors = (weak: Weakness, w: W): Errors => ({ password: w.password[weak] });
