import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { emailAddress, optionalWords, passwordField, words } from './accounts-form.ts';

type W = Words['accounts'];

/** The names that this machine knows, and those older ones that it also understands. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && /^[A-Z][\w+-]*(\/[\w+-]+)*$/.test(name);
  } catch {
    return false;
  }
}

export const timeZoneField = (w: W) => z.string({ error: w.errors.timeZone }).trim().refine(isTimeZone, w.errors.timeZone);

/** `glenkens-connections` of "Glenkens Connections". */
const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

export const setupForm = (w: W) =>
  z
    .object({
      programmeName: words(100, w, w.errors.programme),
      slug: optionalWords(60, w).refine((slug) => slug === '' || /^[a-z0-9-]{2,60}$/.test(slug), w.errors.slug),
      timeZone: timeZoneField(w),
      practice: words(100, w, w.errors.practice),
      place: optionalWords(100, w),
      team: words(100, w, w.errors.team),
      name: words(100, w, w.errors.name),
      email: emailAddress(w),
      password: passwordField(w),
    })
    .transform((typed) => ({ ...typed, slug: typed.slug || slugOf(typed.programmeName) }))
    .refine(({ slug }) => slug.length >= 2, { error: w.errors.slug, path: ['slug'] });
