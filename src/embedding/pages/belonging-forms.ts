import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { addDays, isCalendarDay } from '../../platform/calendar.ts';
import type { Typed } from '../../platform/forms.ts';
import type { Rules } from '../core/index-rules.ts';
import { answersOf, type FactId, type IndicatorId, indicatorIds, liveIds, liveOf } from '../core/indicator.ts';

type ErrorWords = Words['belonging']['errors'];
const words = (most: number, said: string) => z.string({ error: said }).trim().min(1, said).max(most, said);
const day = (said: string) => z.string({ error: said }).refine(isCalendarDay, said);

export const factForm = (fact: FactId, said: ErrorWords, today: string) =>
  z.object({
    answer: z
      .string({ error: said.answer })
      .refine((answer) => answer === 'unknown' || answersOf(fact).includes(answer), said.answer)
      .transform((answer) => (answer === 'unknown' ? null : answer)),
    saidOn: day(said.day).refine((on) => on <= today, said.future),
    saidBy: words(100, said.saidBy),
  });

/** `ways`: what Bothy would try. */
export const actionForm = (ways: readonly string[], said: ErrorWords, today: string) =>
  z
    .object({
      way: z.string({ error: said.way }).refine((way) => way === 'own' || ways[Number(way)] !== undefined, said.way),
      ownWords: z.string().trim().max(300, said.ownWords).default(''),
      owner: words(100, said.owner),
      reviewOn: day(said.day)
        .refine((on) => on > today, said.past)
        .refine((on) => on <= addDays(today, 731), said.far),
    })
    .refine(({ way, ownWords }) => way !== 'own' || ownWords !== '', { path: ['ownWords'], error: said.ownWords })
    .transform(({ way, ownWords, ...rest }) => ({ ...rest, what: way === 'own' ? ownWords : ways[Number(way)]! }));

const number = (typed: Typed, name: string): number => {
  const text = String(typed[name] ?? '')
    .trim()
    .replace(',', '.')
    .replace(/\s*%$/, '');
  return text === '' ? NaN : Number(text);
};
const scaleOf = (id: (typeof liveIds)[number]): number => (liveOf(id).unit === 'share' ? 100 : 1);

/** Numbers that are none come out as NaN, which the rules themselves refuse. */
export function readRules(typed: Typed): Rules {
  const thresholds = liveIds.map((id) => {
    const scale = scaleOf(id);
    return [id, { fitting: number(typed, `${id}-fitting`) / scale, belonging: number(typed, `${id}-belonging`) / scale }];
  });
  const left = [typed['left'] ?? []].flat().filter((id): id is IndicatorId => (indicatorIds as readonly string[]).includes(id));
  return {
    thresholds: Object.fromEntries(thresholds) as Rules['thresholds'],
    left,
    withinDays: { summary: number(typed, 'summary'), contact: number(typed, 'contact') },
    by: typed['by'] === 'weakest' ? 'weakest' : 'most',
    leastKnown: number(typed, 'leastKnown'),
  };
}

/** What stands in the boxes: shares in per cent. */
export function shownRules(rules: Rules): Typed {
  const round = (value: number) => String(Math.round(value * 1000) / 1000);
  const lines = liveIds.flatMap((id) =>
    (['fitting', 'belonging'] as const).map((line) => [`${id}-${line}`, round(rules.thresholds[id][line] * scaleOf(id))]),
  );
  return {
    ...(Object.fromEntries(lines) as Typed),
    ...{ summary: String(rules.withinDays.summary), contact: String(rules.withinDays.contact) },
    ...{ leastKnown: String(rules.leastKnown), by: rules.by, left: [...rules.left] },
  };
}
