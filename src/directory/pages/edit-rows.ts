import { isCalendarDay } from '../../platform/calendar.ts';
import type { Errors, Typed } from '../../platform/forms.ts';

/** Things of which there may be several, each in a row of its own: `time-0-from`. */
export const rowKinds = ['time', 'place', 'cost', 'closure', 'document', 'identifier'] as const;
export type RowKind = (typeof rowKinds)[number];

export const mostRows = 60;

const named = (kind: RowKind, part: string): string[] => Array.from({ length: mostRows }, (_, nth) => `${kind}-${nth}-${part}`);

const days = [...['starts', 'ends'].flatMap((part) => named('time', part)), ...['from', 'to'].flatMap((part) => named('closure', part))];
const many = [
  'needs',
  'whoFor',
  'howToJoin',
  'attendance',
  'accessibility',
  'languages',
  'chosen',
  'time-keep-out',
  ...named('time', 'days'),
];

/** What `readForm` must know of these forms. */
export const editFields = { many, days };

export const textOf = (typed: Typed, name: string): string => {
  const value = typed[name];
  return (typeof value === 'string' ? value : '').replaceAll('\r\n', '\n').trim();
};
export const listOf = (typed: Typed, name: string): string[] => [typed[name] ?? []].flat().filter(Boolean);

/** How many rows the form showed. */
export const rowCount = (typed: Typed, kind: RowKind): number => {
  const count = Number(textOf(typed, `rows-${kind}`));
  return Number.isInteger(count) && count > 0 ? Math.min(count, mostRows) : 0;
};

/** One more empty row of the kind that was asked for. */
export function withAnother(typed: Typed, kind: RowKind): Typed {
  return { ...typed, [`rows-${kind}`]: String(Math.min(rowCount(typed, kind) + 1, mostRows)) };
}

/** The values of a list as the form shows them, and one empty row where there is none. */
export function rowsOf<T>(kind: RowKind, values: readonly T[], texts: (value: T) => Typed, empty = 0): Typed {
  const shown = values.slice(0, mostRows);
  const typed: Typed = { [`rows-${kind}`]: String(Math.max(shown.length, empty)) };
  for (const [nth, value] of shown.entries()) {
    for (const [part, text] of Object.entries(texts(value))) Object.assign(typed, dayParts(`${kind}-${nth}-${part}`, text));
    typed[`${kind}-${nth}-was`] = String(nth);
  }
  return typed;
}

/** A day goes into its three boxes. */
const dayParts = (name: string, text: string | string[]): Typed => {
  if (typeof text !== 'string' || !days.includes(name) || !isCalendarDay(text)) return { [name]: text };
  const [year = '', month = '', day = ''] = text.split('-');
  return { [name]: text, [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
};

type Reading<T> = {
  kind: RowKind;
  /** What is there now; a row that still says so is it, whole. */
  before: readonly T[];
  texts: (value: T) => Typed;
  /** The value of a row, what is wrong with its parts, or null when nothing was typed. */
  read: (row: (part: string) => string, list: (part: string) => string[]) => { value: T } | { wrong: Record<string, string> } | null;
  errors: Errors;
};

/** The values that were typed. Rows that are empty, or are to be taken out, are none; what the form had no room to show stays. */
export function readRows<T>(typed: Typed, { kind, before, texts, read, errors }: Reading<T>): T[] {
  const values: T[] = [];
  for (let nth = 0; nth < rowCount(typed, kind); nth++) {
    const at = `${kind}-${nth}-`;
    const row = (part: string) => textOf(typed, at + part);
    const list = (part: string) => listOf(typed, at + part);
    const was = before[Number(row('was') || -1)];
    if (row('out')) continue;
    if (was && says(typed, at, texts(was))) values.push(was);
    else {
      const result = read(row, list);
      if (result && 'value' in result) values.push(result.value);
      else if (result) for (const [part, message] of Object.entries(result.wrong)) errors[at + part] ??= message;
    }
  }
  return [...values, ...before.slice(mostRows)];
}

/** A text field has no line breaks, so these do not count. */
const says = (typed: Typed, at: string, texts: Typed): boolean =>
  Object.entries(texts).every(([part, text]) => plain(listOf(typed, at + part)) === plain([text].flat()));
const plain = (texts: readonly string[]): string => texts.join(' ').replace(/\s+/g, ' ').trim();

/** Whether nothing was typed into these parts of a row. */
export const isEmptyRow = (typed: Typed, kind: RowKind, nth: number, of: readonly string[]): boolean =>
  of.every((part) => !listOf(typed, `${kind}-${nth}-${part}`).length);
