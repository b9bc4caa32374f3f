import * as z from 'zod';
import { type CalendarDay, isCalendarDay } from '../../platform/calendar.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Item } from '../instrument.ts';
import type { Answers } from '../score.ts';

/** The field of an item or a scale in a form; ids of imported instruments may be anything short. */
export const fieldOf = (id: string): string => `answer-${id}`;

export const text = (most: number, tooLong: string) => z.string({ error: tooLong }).trim().max(most, tooLong).default('');

export const dayAsked = (wrong: string) =>
  z
    .string({ error: wrong })
    .refine(isCalendarDay, wrong)
    .transform((day): CalendarDay => day);

/** The answers that were ticked; what is no whole number is not an answer that any item has. */
export function answersIn(typed: Typed, items: readonly Pick<Item, 'id'>[]): Answers {
  const answers: Record<string, number> = {};
  for (const { id } of items) {
    const said = typed[fieldOf(id)];
    if (typeof said === 'string' && said.trim() !== '') answers[id] = /^-?\d{1,4}$/.test(said) ? Number(said) : NaN;
  }
  return answers;
}

/** Scores that were typed in, with a comma or a point; and what was no number. */
export function scoresIn(typed: Typed, scales: readonly { id: string }[], notNumber: string): { scores: Answers; errors: Errors } {
  const scores: Record<string, number> = {};
  const errors: Errors = {};
  for (const { id } of scales) {
    const said = String(typed[fieldOf(id)] ?? '').trim();
    if (!said) continue;
    if (/^-?\d{1,4}([.,]\d{1,4})?$/.test(said)) scores[id] = Number(said.replace(',', '.'));
    else errors[fieldOf(id)] = notNumber;
  }
  return { scores, errors };
}

export const figure = (value: number): string => String(Math.round(value * 100) / 100);
