import * as z from 'zod';
import type { Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import { isNeed } from '../need.ts';
import { weekdays } from '../schedule.ts';
import { anything, distances, type Search } from '../search.ts';
import { attendances, audiences } from '../service.ts';

export const manyAnswers = ['need', 'day', 'attendance'] as const;

const codes = <T extends string>(known: readonly T[]) =>
  z
    .array(z.string())
    .default([])
    .transform((texts) => known.filter((code) => texts.includes(code)));
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

/** What the search form asks for. An unknown code, which no form of ours sends, asks nothing. */
export const searchForm = (words: Words['directory']['search']): z.ZodType<Search> =>
  z
    .object({
      words: text(200, words.wordsTooLong),
      place: text(100, words.placeTooLong),
      km: z
        .string()
        .default('')
        .transform((typed) => distances.find((km) => String(km) === typed) ?? null),
      need: z
        .array(z.string())
        .default([])
        .transform((texts) => texts.filter(isNeed)),
      who: z
        .string()
        .default('')
        .transform((typed) => audiences.find((code) => code === typed) ?? null),
      age: z
        .string()
        .trim()
        .default('')
        .refine((typed) => typed === '' || (/^\d{1,3}$/.test(typed) && Number(typed) <= 120), words.badAge)
        .transform((typed) => (typed === '' ? null : Number(typed))),
      day: codes(weekdays),
      attendance: codes(attendances),
      free: yes,
      room: yes,
    })
    .transform(({ need, who, day, ...search }) => ({ ...search, needs: need, whoFor: who, days: day }));

/** The same search as the form shows it. */
export const toTyped = (search: Search): Typed => ({
  words: search.words,
  place: search.place,
  km: search.km === null ? '' : String(search.km),
  need: [...search.needs],
  who: search.whoFor ?? '',
  age: search.age === null ? '' : String(search.age),
  day: [...search.days],
  attendance: [...search.attendance],
  free: search.free ? ['yes'] : [],
  room: search.room ? ['yes'] : [],
});

/** The search that a coded link asks for, such as `?need=money&free=yes`; undefined when it asks nothing. Words and places are never in a link. */
export function searchInLink(query: URLSearchParams, words: Words['directory']['search']): Search | undefined {
  const coded = ['need', 'day', 'attendance', 'who', 'age', 'free', 'room'];
  if (!coded.some((name) => query.has(name))) return undefined;
  const typed = Object.fromEntries(
    coded.map((name) => [name, manyAnswers.some((many) => many === name) ? query.getAll(name) : (query.get(name) ?? '')]),
  );
  const read = searchForm(words).safeParse(typed);
  return read.success ? read.data : anything;
}

/** The page that a link names; the first when it names none that could be. */
export const pageIn = (text: string | undefined): number => (/^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 1);
