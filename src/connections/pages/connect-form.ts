import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { type Choice, type Field, type Kind, kinds } from '../index.ts';

type W = Words['connections']['connect']['errors'];
export type Chosen = { how: Kind; choice: Choice; seal: string };

const most = 1000;

/** `offered`: the fields that this person's record has something for. */
export const connectForm = (words: W, { offered, mayAsk }: { offered: readonly Field[]; mayAsk: boolean }): z.ZodType<Chosen> =>
  z
    .object({
      how: z.string().default(''),
      fields: z.array(z.enum(offered as [Field, ...Field[]], { error: words.fields })).default([]),
      matters: z.string().trim().max(most, words.tooLong(most)).default(''),
      care: z.string().trim().max(most, words.tooLong(most)).default(''),
      seal: z.string().default(''),
    })
    .transform(({ how: typed, fields, matters, care, seal }, check): Chosen => {
      const how = kinds.find((kind) => kind === typed);
      const wrong = (field: string, message: string) => check.addIssue({ code: 'custom', path: [field], message });
      if (!how) wrong('how', words.how);
      if (how === 'asked' && !mayAsk) wrong('how', words.noAddress);
      if (how !== 'self' && fields.includes('matters') && !matters) wrong('matters', words.matters);
      if (how !== 'self' && fields.includes('care') && !care) wrong('care', words.care);
      return how ? { how, choice: { fields, matters, care }, seal } : z.NEVER;
    });

export const typedFrom = ({ how, choice }: Pick<Chosen, 'how' | 'choice'>): Typed => ({
  how,
  fields: [...choice.fields],
  matters: choice.matters,
  care: choice.care,
});
