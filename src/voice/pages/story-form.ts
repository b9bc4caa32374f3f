import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { isNeed, isRestricted } from '../../directory/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { agreeings, type Use, uses } from '../core/story.ts';
import type { YesLength } from '../index.ts';

type W = Words['stories'];
const lengths = ['6', '12', '24'] as const satisfies readonly YesLength[];

export const longest = 10_000;
/** What a browser sends has two letters for the end of a line. */
const text = z
  .string()
  .default('')
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim());

export const wordingForm = (words: W['one']) =>
  z.object({
    title: text.refine((typed) => typed !== '', words.noTitle).refine((typed) => typed.length <= 100, words.titleTooLong),
    words: text.refine((typed) => typed !== '', words.noWords).refine((typed) => typed.length <= longest, words.tooLong),
    needs: z
      .array(z.string())
      .default([])
      .transform((typed) => typed.filter(isNeed).filter((need) => !isRestricted(need))),
    cleared: z.array(z.string().max(200)).max(300).default([]),
    rowVersion: z.coerce.number().int().catch(0),
  });

/** The name of the field in which it is asked whether a story may be used so. */
export const fieldOf = (use: Use) => `use-${use}` as const;

/** Yes or no to each use, and for how long. */
export function answersForm({ uses: names, readOut: words }: Pick<W, 'uses' | 'readOut'>) {
  const each = (use: Use) => z.enum(['yes', 'no'], { error: words.chooseUse(names[use]) });
  const fields = {
    [fieldOf('team')]: each('team'),
    [fieldOf('practice-report')]: each('practice-report'),
    [fieldOf('funders')]: each('funders'),
    [fieldOf('public')]: each('public'),
  } as Record<ReturnType<typeof fieldOf>, ReturnType<typeof each>>;
  return z
    .object({ ...fields, length: z.enum(lengths, { error: words.chooseLength }), version: z.coerce.number().int().catch(0) })
    .transform(({ length, version, ...said }) => ({
      length,
      version,
      answers: Object.fromEntries(uses.map((use) => [use, said[fieldOf(use)]])) as Record<Use, 'yes' | 'no'>,
    }));
}

export const howForm = (error: string) => z.enum(agreeings, { error });

/** Which uses were ticked to be taken back, or all of it; nothing when none was. */
export function takenBack(typed: Typed): readonly Use[] | 'all' | undefined {
  const said = [typed['from'] ?? []].flat();
  if (said.includes('all')) return 'all';
  const from = uses.filter((use) => said.includes(use));
  return from.length ? from : undefined;
}
