import { type CalendarDay, isCalendarDay } from '../../platform/calendar.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Cell, Content, Row, RowsField, Section, SimpleField } from './section.ts';
import { isRowsField } from './sections.ts';

type Typed = Readonly<Record<string, string | readonly string[]>>;
export type Wrong =
  { name: 'too-long'; most: number } | { name: 'choose' | 'date' | 'past' | 'too-old' | 'order' | 'phone' | 'email' | 'link' | 'unnamed' };

/** The name that a cell of a row has in the form. */
export const cellName = (field: string, row: number, cell: string): string => `${field}-${row}-${cell}`;

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);

/** The fields of a form that may hold several answers, and those that are dates, as `readForm` asks for them. */
export function askedOf(section: Section): { many: string[]; days: string[] } {
  const of = (kind: SimpleField['kind']) =>
    Object.entries(section.fields).flatMap(([name, field]) =>
      isRowsField(field)
        ? Object.entries(field.fields).flatMap(([cell, each]) =>
            each.kind === kind ? upTo(field.most).map((n) => cellName(name, n, cell)) : [],
          )
        : field.kind === kind
          ? [name]
          : [],
    );
  return { many: of('many'), days: of('date') };
}

/**
 * Reads what was typed into a section's page. Rows without anything in them fall away, and so do those that were ticked to be removed;
 * a row that lacks what names it is asked about. Each fault is under the name of its field in the form.
 */
export function readSection(section: Section, typed: Typed, today: CalendarDay): Result<Content, Record<string, Wrong>> {
  const wrong: Record<string, Wrong> = {};
  const content: Record<string, Cell | readonly Row[]> = {};
  for (const [name, field] of Object.entries(section.fields)) {
    if (isRowsField(field)) {
      const rows = readRows(name, field, typed, today, wrong);
      if (rows.length) content[name] = rows;
      continue;
    }
    const cell = readCell(field, typed[name]);
    const fault = faultOf(field, cell, today);
    if (fault) wrong[name] = fault;
    if (cell.length) content[name] = cell;
  }
  outOfOrder(section, content, wrong);
  return Object.keys(wrong).length ? refuse(wrong) : ok(content);
}

function readRows(name: string, field: RowsField, typed: Typed, today: CalendarDay, wrong: Record<string, Wrong>): Row[] {
  return upTo(field.most).flatMap((n) => {
    if (typed[cellName(name, n, 'remove')]) return [];
    const row: Record<string, Cell> = {};
    const faults: Record<string, Wrong> = {};
    for (const [cell, each] of Object.entries(field.fields)) {
      const value = readCell(each, typed[cellName(name, n, cell)]);
      const fault = faultOf(each, value, today);
      if (fault) faults[cellName(name, n, cell)] = fault;
      if (value.length) row[cell] = value;
    }
    if (!Object.keys(row).length) return [];
    if (!row[field.named]) faults[cellName(name, n, field.named)] = { name: 'unnamed' };
    if (isAfter(row['from'], row['until'])) faults[cellName(name, n, 'until')] ??= { name: 'order' };
    Object.assign(wrong, faults);
    const id = typed[cellName(name, n, 'id')];
    return [{ ...row, id: typeof id === 'string' ? id.slice(0, 36) : '' }];
  });
}

const readCell = (field: SimpleField, typed: string | readonly string[] | undefined): Cell =>
  field.kind === 'many' ? [...new Set(typeof typed === 'string' ? [typed] : (typed ?? []))] : typeof typed === 'string' ? typed.trim() : '';

function faultOf(field: SimpleField, cell: Cell, today: CalendarDay): Wrong | undefined {
  if (!cell.length) return undefined;
  const texts = typeof cell === 'string' ? [cell] : cell;
  if ('options' in field) return texts.every((each) => field.options.includes(each)) ? undefined : { name: 'choose' };
  const value = texts[0] ?? '';
  switch (field.kind) {
    case 'text':
    case 'long':
      return value.length > field.most ? { name: 'too-long', most: field.most } : undefined;
    case 'phone':
      return value.length > 40 ? { name: 'too-long', most: 40 } : (value.match(/\d/g)?.length ?? 0) < 3 ? { name: 'phone' } : undefined;
    case 'email':
      return value.length > 200 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? { name: 'email' } : undefined;
    case 'link':
      return value.length > 500 || !/^https:\/\/[^\s/]+\.[^\s]+$/.test(value) ? { name: 'link' } : undefined;
    case 'date':
      return dateFault(value, field.when, today);
  }
}

function dateFault(day: string, when: 'past' | 'coming' | 'any', today: CalendarDay): Wrong | undefined {
  if (!isCalendarDay(day)) return { name: 'date' };
  if (when === 'past' && day > today) return { name: 'past' };
  return Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) > 120 ? { name: 'too-old' } : undefined;
}

/** A beginning that is after its end, wherever a section asks for both. */
function outOfOrder(section: Section, content: Content, wrong: Record<string, Wrong>): void {
  for (const name of Object.keys(section.fields)) {
    const end = `${name.slice(0, -4)}To`;
    if (name.endsWith('From') && end in section.fields && isAfter(content[name], content[end])) wrong[end] ??= { name: 'order' };
  }
}

const isAfter = (from: unknown, to: unknown): boolean => typeof from === 'string' && typeof to === 'string' && !!from && !!to && from > to;
