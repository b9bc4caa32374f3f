import * as z from 'zod';
import { isCalendarDay } from '../../platform/calendar.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Instrument, isScored, type Item, licences, marks, modes, type Scale, valuesOf } from '../instrument.ts';

const words = z.string().trim().min(1, 'is empty').max(2000, 'is longer than 2,000 characters');
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/i, 'must be letters, numbers and hyphens, at most 40');
const texts = z
  .record(z.string().regex(/^[a-z]{2,3}(-[a-z]{2,4})?$/i, 'must be a language code such as en or cy'), z.string().max(2000))
  .refine((each) => Object.keys(each).length > 0, 'needs its words in at least one language');
const whole = z.number().int('must be a whole number').min(-1000).max(1000);
const number = z.number().min(-10_000).max(10_000);
const day = z.string().refine(isCalendarDay, 'must be a day such as 2026-01-31').nullable().default(null);
const mark = z.enum(marks).default('assumption');

const option = z.object({ value: whole, text: texts, missing: z.boolean().default(false) });
const answering = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('options'), options: z.array(option).min(2, 'needs two answers or more').max(30) }),
  z.object({ kind: z.literal('scale'), from: whole, to: whole, low: texts, high: texts }),
]);
const item = z.object({ id, text: texts, answering, reverse: z.boolean().default(false) });

const scale = z.object({
  id,
  name: texts,
  items: z.array(id).default([]),
  method: z.enum(['sum', 'mean']),
  leastAnswered: z.number().int().min(1),
  prorate: z.boolean().default(false),
  times: number.default(1),
  raw: z.object({ from: number, to: number, whole: z.boolean().default(true) }),
  convert: z.array(number).max(1000).nullable().default(null),
  better: z.enum(['higher', 'lower', 'neither']),
  bands: z.array(z.object({ from: number, name: texts, mark })).default([]),
  change: z.object({ by: number.positive(), source: words, mark }).nullable().default(null),
  error: z.object({ sem: number.positive(), source: words, mark }).nullable().default(null),
});

const schema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be small letters, numbers and hyphens, at most 40'),
  version: z.string().trim().min(1, 'is empty').max(40),
  name: texts,
  about: texts,
  languages: z.array(z.string()).min(1, 'needs at least one language'),
  licence: z.enum(licences),
  citation: words,
  attribution: z.string().max(2000).default(''),
  notes: z.array(words).default([]),
  audience: z.enum(['person', 'staff']).default('person'),
  ages: z
    .object({ from: z.number().int().min(0).max(130).nullable(), to: z.number().int().min(0).max(130).nullable() })
    .default({ from: null, to: null }),
  modes: z.array(z.enum(modes)).min(1, 'needs at least one way of asking'),
  proxy: z.boolean().default(false),
  wording: z.enum(['checked', 'to-confirm']).default('to-confirm'),
  validFrom: day,
  validTo: day,
  minutes: z.number().int().min(1).max(120),
  startsOn: z.literal(false).default(false),
  intro: texts,
  items: z.array(item).max(200).default([]),
  ownGoals: z.literal(false).default(false),
  scales: z.array(scale).min(1, 'needs at least one scale').max(50),
  alarms: z.array(z.object({ item: id, atLeast: whole, tells: texts, selfHarm: z.boolean().default(false) })).default([]),
});

/** An instrument from the text of a JSON file, or everything that is wrong with it, each with the place where it stands. */
export function readDefinition(text: string): Result<Instrument, readonly string[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse(['The file is not JSON.']);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) return refuse(parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'The file'}: ${message}`));
  const wrong = contradictions(parsed.data);
  return wrong.length ? refuse(wrong) : ok(parsed.data);
}

const repeated = (ids: readonly string[]): string[] => ids.filter((each, n) => ids.indexOf(each) !== n);

/** What is wrong with it though each part is well formed. */
function contradictions({ items, scales, alarms, languages, licence }: Instrument): string[] {
  const known = items.map(({ id: each }) => each);
  const problems: string[] = [];
  const say = (wrong: boolean, problem: string) => void (wrong && problems.push(problem));
  for (const twice of [...repeated(known), ...repeated(scales.map(({ id: each }) => each))]) problems.push(`${twice}: stands there twice`);
  say(licence === 'score-only' && items.length > 0, 'items: one that takes only scores has no questions');
  for (const each of items) {
    say(each.answering.kind === 'scale' && each.answering.from >= each.answering.to, `items.${each.id}.answering: must go upwards`);
    for (const twice of repeated(valuesOf(each).map(String)))
      problems.push(`items.${each.id}.answering: the value ${twice} stands there twice`);
    for (const language of languages) say(!each.text[language], `items.${each.id}.text: has no words in ${language}`);
  }
  for (const each of scales) {
    const at = `scales.${each.id}`;
    if (items.length)
      for (const missing of each.items.filter((one) => !known.includes(one))) problems.push(`${at}.items: there is no question ${missing}`);
    say(each.items.length > 0 && each.leastAnswered > each.items.length, `${at}.leastAnswered: is more than it has questions`);
    say(each.raw.from >= each.raw.to, `${at}.raw: must go upwards`);
    say(each.convert !== null && (each.method === 'mean' || !each.raw.whole), `${at}.convert: only whole sums can be converted`);
    const reach = reachOf(each, items);
    say(
      reach !== null && (reach.from < each.raw.from || reach.to > each.raw.to),
      `${at}.raw: its answers make ${reach?.from} to ${reach?.to}`,
    );
    const needed = each.raw.to - each.raw.from + 1;
    say(
      each.convert !== null && each.convert.length !== needed,
      `${at}.convert: needs ${needed} scores, one for each from ${each.raw.from} to ${each.raw.to}`,
    );
    say(
      each.bands.some(({ from }, n) => n > 0 && from <= each.bands[n - 1]!.from),
      `${at}.bands: must go upwards`,
    );
  }
  for (const alarm of alarms) say(items.length > 0 && !known.includes(alarm.item), `alarms: there is no question ${alarm.item}`);
  return problems;
}

/** The least and the most that whole answers can come to; null when that cannot be told. */
function reachOf({ method, items: wanted }: Scale, items: readonly Item[]): { from: number; to: number } | null {
  const mine = items.filter(({ id: each }) => wanted.includes(each));
  if (mine.length === 0 || mine.length < wanted.length) return null;
  const scored = mine.map((each) => valuesOf(each).filter((value) => isScored(each, value)));
  const total = (pick: (...values: number[]) => number) => scored.reduce((sum, values) => sum + pick(...values), 0);
  const share = method === 'mean' ? mine.length : 1;
  return { from: total(Math.min) / share, to: total(Math.max) / share };
}
