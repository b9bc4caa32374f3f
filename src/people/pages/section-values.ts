import type { Errors, Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import { type Content, type Row, rowsIn, type Section, type SimpleField } from '../core/section.ts';
import { cellName, type Wrong } from '../core/read-section.ts';
import { isRowsField } from '../core/sections.ts';

const dayParts = (name: string, day: string): Typed => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date && String(Number(date)), [`${name}-month`]: month && String(Number(month)), [`${name}-year`]: year };
};

const cellValue = (name: string, field: SimpleField, cell: Row[string] | undefined): Typed => {
  if (cell === undefined) return {};
  if (field.kind === 'date' && typeof cell === 'string') return dayParts(name, cell);
  return { [name]: typeof cell === 'string' ? cell : [...cell] };
};

/** A section as its form would have been filled in. */
export function valuesOfSection(section: Section, content: Content): Typed {
  const values: Typed = {};
  for (const [name, field] of Object.entries(section.fields)) {
    if (!isRowsField(field)) {
      Object.assign(values, cellValue(name, field, content[name] as Row[string] | undefined));
      continue;
    }
    rowsIn(content, name).forEach((row, n) => {
      values[cellName(name, n, 'id')] = String(row['id'] ?? '');
      for (const [cell, each] of Object.entries(field.fields)) Object.assign(values, cellValue(cellName(name, n, cell), each, row[cell]));
    });
  }
  return values;
}

/** How many rows of a field the form shows: those that there are, and an empty one while there is room. */
export function rowsShown(name: string, most: number, values: Typed): number {
  const filled = Array.from({ length: most }, (_, n) => n).filter((n) =>
    Object.entries(values).some(([key, value]) => key.startsWith(`${name}-${n}-`) && value.length > 0),
  );
  return Math.min(most, (filled.at(-1) ?? -1) + 2);
}

export function errorsInWords(wrong: Record<string, Wrong>, words: Words['aboutPerson']['errors']): Errors {
  return Object.fromEntries(
    Object.entries(wrong).map(([name, fault]) => [
      name,
      fault.name === 'too-long' ? `${words['too-long']} ${fault.most.toLocaleString('en-GB')} ${words.characters}` : words[fault.name],
    ]),
  );
}
