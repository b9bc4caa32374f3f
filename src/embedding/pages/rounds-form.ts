import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import type { Typed } from '../../platform/forms.ts';
import { kinds, leastPercents, type RoundDetails, roundRoles } from '../core/round.ts';

type Own = Words['rounds']['form']['errors'];

/** The form of a survey's details. A full one asks every statement, whatever is ticked. */
export const detailsForm = (words: Own, known: readonly string[]): z.ZodType<RoundDetails> => {
  const named = (missing: string) => z.string({ error: missing }).trim().min(1, missing).max(80, words.tooLong(80));
  const day = z.string({ error: words.day }).refine(isCalendarDay, words.day);
  return z
    .object({
      kind: z.enum(kinds, { error: words.kind }),
      items: z.array(z.string()).default([]),
      general: z
        .literal('yes')
        .optional()
        .transform((yes) => yes === 'yes'),
      intervention: named(words.intervention),
      organisation: named(words.organisation),
      opensOn: day,
      closesOn: day,
      leastPercent: z
        .string({ error: words.least })
        .transform(Number)
        .refine((value) => leastPercents.some((each) => each === value), words.least),
    })
    .transform((typed) => ({ ...typed, items: typed.kind === 'full' ? [...known] : typed.items, languages: ['en'] }));
};

export type Invited = { role: (typeof roundRoles)[number]; addresses: readonly string[] };

const address = z.email();
const mostAtOnce = 200;

/** Addresses as people paste them: on lines, with commas or semicolons, as "Name <address>". */
export const inviteForm = (words: Words['rounds']['keep']['errors']): z.ZodType<Invited> =>
  z.object({
    role: z.enum(roundRoles, { error: words.role }),
    addresses: z
      .string({ error: words.none })
      .transform((typed) =>
        typed
          .split(/[\n,;]+/)
          .map((each) => /<([^>]*)>/.exec(each)?.[1] ?? each)
          .map((each) => each.trim().toLowerCase())
          .filter(Boolean),
      )
      .transform((all) => [...new Set(all)])
      .superRefine((all, context) => {
        const wrong = all.find((each) => !address.safeParse(each).success);
        const message = all.length === 0 ? words.none : all.length > mostAtOnce ? words.tooMany : wrong && words.notAddress(wrong);
        if (message) context.addIssue({ code: 'custom', message });
      }),
  });

export const codesForm = (words: Words['rounds']['keep']['errors']) =>
  z.object({
    paperRole: z.enum(roundRoles, { error: words.role }),
    count: z
      .string({ error: words.count })
      .transform(Number)
      .refine((n) => Number.isInteger(n) && n >= 1 && n <= 60, words.count),
  });

export const versionOf = (typed: Typed): number => Number(typed['rowVersion']) || 0;
