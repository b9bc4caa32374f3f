import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { relations } from '../crosswalk.ts';
import type { Said } from '../index.ts';
import { isNeed } from '../need.ts';
import { type Audience, audiences } from '../service.ts';

const isAudience = (text: string): text is Audience => (audiences as readonly string[]).includes(text);
const several = z.array(z.string()).default([]);

export const termForm = (words: Words['taxonomies']['term']) =>
  z.object({
    settled: z.enum(['itself', 'parent'], { error: words.choose }),
    needs: several.transform((texts) => texts.filter(isNeed)),
    audiences: several.transform((texts) => texts.filter(isAudience)),
    relation: z.enum(relations, { error: words.chooseRelation }).default('narrower'),
    links: several,
    link: z.string().trim().max(500, words.linkLong).default(''),
  });

export const saidFrom = ({ settled, needs, audiences: whoFor, ...rest }: z.output<ReturnType<typeof termForm>>): Said => ({
  ...rest,
  settled: settled === 'itself',
  meaning: { needs, audiences: whoFor },
});

/** The version that was on the page; -1, which nothing has, when it was tampered with. */
export const versionIn = (typed: Typed): number => {
  const version = Number(typed.rowVersion ?? Number.NaN);
  return Number.isSafeInteger(version) ? version : -1;
};
