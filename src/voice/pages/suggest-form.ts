import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { ideaStages, ideaVoices, ideaWays } from '../core/suggestion.ts';

const most = 2000;

/** A kind of page, as its route is written. Anything else is nobody's page, and is left out. */
export const pageKind = (text: unknown): string => (typeof text === 'string' && /^(?:\/[a-z-]+|\/:[a-z]+){1,8}$/.test(text) ? text : '');

export const suggestForm = ({ errors }: Words['together']['suggest']) =>
  z.object({
    words: z.string({ error: errors.words }).trim().min(1, errors.words).max(most, errors.tooLong(most)),
    voice: z.enum(ideaVoices).or(z.literal('')).catch(''),
    page: z.string().default('').transform(pageKind),
    email: z
      .string()
      .trim()
      .max(254, errors.email)
      .regex(/^([^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+)?$/, errors.email)
      .default(''),
  });

export const typeInForm = (words: Words['together']['suggest']) =>
  suggestForm(words).extend({ came: z.enum(ideaWays, { error: words.errors.came }) });

export const sortForm = ({ errors }: Words['together']['one'], tooLong: (most: number) => string) =>
  z.object({
    told: z.string().trim().max(most, tooLong(most)).default(''),
    stage: z.enum(ideaStages, { error: errors.stage }),
    answer: z.string().trim().max(most, tooLong(most)).default(''),
    meeting: z
      .string()
      .default('')
      .transform((id) => id || null),
  });
