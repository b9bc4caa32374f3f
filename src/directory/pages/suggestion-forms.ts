import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { type Field, fields, type Texts } from '../fields-text.ts';
import { declineReasons } from '../suggestion.ts';

type W = Words['freshness']['moderation']['one']['errors'];

export const declineForm = (errors: W) =>
  z.object({
    reason: z.enum(declineReasons, { error: errors.reason }),
    answer: z.string().trim().max(1000, errors.answer).default(''),
  });

export const sameForm = (errors: W) => z.object({ same: z.string({ error: errors.same }).min(1, errors.same) });

/** Every field as it was typed; what is wrong with each is found out when it is written down. */
export const textsIn = (typed: Readonly<Record<string, unknown>>): Partial<Texts> =>
  Object.fromEntries(fields.flatMap((field: Field) => (typeof typed[field] === 'string' ? [[field, typed[field]]] : [])));
