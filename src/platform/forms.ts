import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type * as z from 'zod';
import { isCalendarDay } from './calendar.ts';

/** What was typed, as it was typed, so that nothing is lost when a form comes back. */
export type Typed = Record<string, string | string[]>;
export type Errors = Record<string, string>;
export type Checked<T> = { ok: true; value: T } | { ok: false; typed: Typed; errors: Errors };

/** Reads a posted form; one that is broken off or garbled answers 400. A field that may hold several answers is named in `many`, and is then always a list. */
export async function readForm(
  c: Context,
  { many = [], days = [] }: { many?: readonly string[]; days?: readonly string[] } = {},
): Promise<Typed> {
  const body = await c.req.parseBody({ all: true }).catch(notAForm);
  const typed: Typed = {};
  for (const [name, value] of Object.entries(body)) {
    const texts = [value]
      .flat()
      .filter((v): v is string => typeof v === 'string')
      .map((text) => text.replaceAll('\0', ''));
    typed[name] = many.includes(name) ? texts : (texts.at(-1) ?? '');
  }
  for (const name of many) typed[name] ??= [];
  for (const name of days) typed[name] = dayFromParts(typed, name);
  return typed;
}

function notAForm(error: unknown): never {
  if (error instanceof TypeError) throw new HTTPException(400, { cause: error });
  throw error;
}

/** 'YYYY-MM-DD' from the three boxes of a date, '' when all are empty, or what was typed when it is not a date. */
function dayFromParts(typed: Typed, name: string): string {
  if (typeof typed[name] === 'string' && typed[name]) return typed[name];
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => String(typed[`${name}-${part}`] ?? '').trim());
  if (!day && !month && !year) return '';
  const whole = `${year.padStart(4, '0')}-${monthNumber(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(whole) && Number(year) > 1000 ? whole : `${day} ${month} ${year}`.trim();
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNumber = (text: string): string => {
  const named = months.indexOf(text.slice(0, 3).toLowerCase());
  return named < 0 ? text : String(named + 1);
};

/** Checks what was typed; the first thing wrong with each field is said beside it. */
export function checkForm<T>(schema: z.ZodType<T>, typed: Typed): Checked<T> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Errors = {};
  for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? 'form')] ??= message;
  return { ok: false, typed, errors };
}
