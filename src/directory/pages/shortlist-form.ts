import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import type { Typed } from '../../platform/forms.ts';

type W = Words['shortlists'];

export const nameForm = (w: W) =>
  z.object({
    name: z
      .string()
      .default('')
      .transform((text) => text.trim().replace(/\s+/g, ' '))
      .refine((text) => text.length > 0, w.errors.nameMissing)
      .refine((text) => text.length <= 100, w.errors.nameTooLong),
  });

export const noteForm = (w: W) =>
  z.object({
    note: z
      .string()
      .default('')
      .transform((text) => text.trim())
      .refine((text) => text.length <= 500, w.errors.noteTooLong),
  });

export const addressForm = (w: W) =>
  z.object({
    address: z
      .string({ error: w.errors.address })
      .trim()
      .max(254, w.errors.address)
      .pipe(z.email({ error: w.errors.address })),
  });

/** The version that was on the page; 0, which no row has, when it was tampered with. */
export const versionIn = (typed: Typed): number => {
  const version = Number(typed.rowVersion);
  return Number.isSafeInteger(version) && Math.abs(version) < 2 ** 31 ? version : 0;
};

/** Codes and ids of a search, so that nobody's link can carry words. */
export function linkIn(search: string): string {
  const kept = [...new URLSearchParams(search)].filter(
    ([name, value]) => !['done', 'page'].includes(name) && /^[\w-]{1,40}$/.test(value) && /^\w{1,20}$/.test(name),
  );
  return kept.length ? `?${new URLSearchParams(kept).toString()}` : '';
}
