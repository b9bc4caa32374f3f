import * as z from 'zod';
import type { Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import { languageCodes } from '../access-needs.ts';
import { isNeed } from '../need.ts';
import { weekdays } from '../schedule.ts';
import { anything, dayparts, distances, type Search } from '../search.ts';
import { accessibilities, attendances, audiences } from '../service.ts';

export const manyAnswers = ['need', 'day', 'time', 'attendance', 'access'] as const;

const codes = <T extends string>(known: readonly T[]) =>
  z
    .array(z.string())
    .default([])
    .transform((texts) => known.filter((code) => texts.includes(code)));
const oneOf = <T extends string>(known: readonly T[]) =>
  z
    .string()
    .default('')
    .transform((text) => known.find((code) => code === text) ?? null);
const yes = z
  .string()
  .default('')
  .transform((text) => text === 'yes');
const text = (most: number, message: string) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.trim().replace(/\s+/g, ' '))
    .refine((typed) => typed.length <= most, message);
const number = (isRight: (typed: string) => boolean, message: string) =>
  z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || isRight(typed), message)
    .transform((typed) => (typed === '' ? null : Number(typed)));

type FormWords = Words['directory']['search'] & Partial<Pick<Words['finding'], 'badCost'>>;

/** What the search form asks for. An unknown code, which no form of ours sends, asks nothing. */
export const searchForm = (words: FormWords): z.ZodType<Search> =>
  z
    .object({
      words: text(400, words.wordsTooLong),
      place: text(100, words.placeTooLong),
      km: z
        .string()
        .default('')
        .transform((typed) => distances.find((km) => String(km) === typed) ?? null),
      need: z
        .array(z.string())
        .default([])
        .transform((texts) => texts.filter(isNeed)),
      who: oneOf(audiences),
      age: number((typed) => /^\d{1,3}$/.test(typed) && Number(typed) <= 120, words.badAge),
      day: codes(weekdays),
      time: codes(dayparts),
      attendance: codes(attendances),
      language: oneOf(languageCodes),
      access: codes(accessibilities),
      cost: number((typed) => /^\d{1,4}(\.\d{1,2})?$/.test(typed), words.badCost ?? words.badAge),
      free: yes,
      room: yes,
      covers: yes,
      fresh: yes,
      old: yes,
    })
    .transform(({ need, who, day, time, access, cost, ...search }) => ({
      ...search,
      ...{ needs: need, whoFor: who, days: day, times: time, accessibility: access, maxCost: cost, not: [] },
    }));

const ticked = (is: boolean): string[] => (is ? ['yes'] : []);
const shown = (value: string | number | null): string => (value === null ? '' : String(value));

/** The same search as the form shows it. */
export const toTyped = (search: Search): Typed => ({
  words: search.words,
  place: search.place,
  km: shown(search.km),
  need: [...search.needs],
  who: shown(search.whoFor),
  age: shown(search.age),
  day: [...search.days],
  time: [...search.times],
  attendance: [...search.attendance],
  language: shown(search.language),
  access: [...search.accessibility],
  cost: shown(search.maxCost),
  free: ticked(search.free),
  room: ticked(search.room),
  covers: ticked(search.covers),
  fresh: ticked(search.fresh),
  old: ticked(search.old),
});

/** Everything that may stand in an address: codes and ids, never words or places. */
export const codedInLink = [
  ...['need', 'day', 'time', 'attendance', 'access', 'who', 'age', 'language', 'cost', 'free', 'room', 'covers', 'fresh', 'old', 'not'],
] as const;

/**
 * The search that a coded link asks for, such as `?need=money&free=yes`, on top of a kept one when there is one;
 * undefined when there is none and it asks nothing.
 */
export function searchInLink(query: URLSearchParams, words: FormWords, kept?: Search): Search | undefined {
  if (!codedInLink.some((name) => query.has(name))) return kept;
  const typed = Object.fromEntries(
    codedInLink.map((name) => [name, manyAnswers.some((many) => many === name) ? query.getAll(name) : (query.get(name) ?? '')]),
  );
  const read = searchForm(words).safeParse(typed);
  const asked = read.success ? read.data : anything;
  const not = query.getAll('not').filter((code) => /^[\w-]{1,40}$/.test(code));
  return kept ? both(kept, { ...asked, not }) : { ...asked, not };
}

/** Everything that either asks; where they differ, what the link says. */
function both(kept: Search, link: Search): Search {
  const all = <T>(one: readonly T[], other: readonly T[]): T[] => [...new Set([...one, ...other])];
  return {
    ...kept,
    needs: link.needs.length ? link.needs : kept.needs,
    whoFor: link.whoFor ?? kept.whoFor,
    age: link.age ?? kept.age,
    days: link.days.length ? link.days : kept.days,
    times: link.times.length ? link.times : kept.times,
    attendance: link.attendance.length ? link.attendance : kept.attendance,
    language: link.language ?? kept.language,
    accessibility: all(kept.accessibility, link.accessibility),
    maxCost: link.maxCost ?? kept.maxCost,
    free: kept.free || link.free,
    room: kept.room || link.room,
    covers: kept.covers || link.covers,
    fresh: kept.fresh || link.fresh,
    old: kept.old || link.old,
    not: all(kept.not, link.not),
  };
}

/** The page that a link names; the first when it names none that could be. */
export const pageIn = (text: string | undefined): number => (/^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 1);
