import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import type { Prompting } from '../core/tools-prompt.ts';
import { unknownSlots } from '../core/tools-text.ts';

type W = Words['tools'];

export const textForm = ({ edit: { errors } }: W) =>
  z.object({
    words: z
      .string({ error: errors.empty })
      .trim()
      .min(1, errors.empty)
      .max(4000, errors.long)
      .superRefine((text, check) => {
        const [unknown] = unknownSlots(text);
        if (unknown !== undefined) check.addIssue({ code: 'custom', message: errors.unknown(unknown) });
      }),
    version: z.coerce.number().int().min(0).catch(0),
  });

const yes = z
  .literal('yes')
  .optional()
  .catch(undefined)
  .transform((said) => said === 'yes');

export const promptForm = ({ prompts: { errors } }: W, practice: string) => {
  const age = z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .refine((typed) => /^\d{0,3}$/.test(typed) && Number(typed) <= 120, errors.age)
    .transform((typed) => (typed === '' ? null : Number(typed)));
  return z
    .object({
      on: yes,
      highNeedArea: yes,
      firstVisit: yes,
      ageFrom: age,
      ageTo: age,
      wouldHelp: z
        .string()
        .default('')
        .transform((typed) => typed.trim())
        .pipe(z.string().max(400, errors.long)),
      rowVersion: z.coerce.number().int().min(0).catch(0),
    })
    .refine(({ ageFrom, ageTo }) => ageFrom === null || ageTo === null || ageFrom <= ageTo, { error: errors.order, path: ['ageFrom'] })
    .transform((rules): Prompting => ({ ...rules, practice }));
};
