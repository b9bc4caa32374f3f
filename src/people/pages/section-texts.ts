import { formatDate } from '../../design/index.ts';
import type { Words } from '../../../locales/en/index.ts';
import { type Answer, type Cell, type Content, type Field, isRows, type Row, type Section, type SimpleField } from '../core/section.ts';
import { isRowsField, type SectionId, type SectionTexts } from '../core/sections.ts';

export type AnyTexts = {
  label: string;
  hint?: string;
  one?: string;
  options?: Readonly<Record<string, string>>;
  fields?: Readonly<Record<string, AnyTexts>>;
};
export type SectionText = { title: string; lead?: string; why?: string; fields: Readonly<Record<string, AnyTexts>> };

/** Does not compile while a question or an answer of a section lacks its words. */
const allTexts = (words: Words): SectionTexts => words.aboutPerson.sections;
export const textsOf = (words: Words, section: SectionId): SectionText => allTexts(words)[section];

export type Said = { label: string; lines: readonly string[] };

const cellInWords = (field: SimpleField, cell: Cell | undefined, texts: AnyTexts | undefined): string[] => {
  if (!cell?.length) return [];
  const said = typeof cell === 'string' ? [cell] : cell;
  if (field.kind === 'date') return said.map((day) => formatDate(day));
  if (field.kind === 'choice') return said.map((each) => texts?.options?.[each] ?? each);
  if (field.kind === 'many') return [said.map((each) => texts?.options?.[each] ?? each).join(', ')];
  return [...said];
};

/** A row as what names it, and what else is known. Choices speak for themselves; everything else stands behind its question. */
function rowInWords(fields: Readonly<Record<string, SimpleField>>, named: string, row: Row, texts: AnyTexts | undefined): string[] {
  const name = cellInWords(fields[named]!, row[named], texts?.fields?.[named]).join(' ');
  const rest = Object.entries(fields)
    .filter(([cell]) => cell !== named)
    .flatMap(([cell, field]) =>
      cellInWords(field, row[cell], texts?.fields?.[cell]).map((words) =>
        field.kind === 'choice' || field.kind === 'many' ? words : `${texts?.fields?.[cell]?.label}: ${words}`,
      ),
    );
  return [name, ...rest];
}

export function answerInWords(field: Field, answer: Answer | undefined, texts: AnyTexts | undefined): string[] {
  if (answer === undefined) return [];
  if (isRowsField(field)) {
    return isRows(answer) ? answer.map((row) => rowInWords(field.fields, field.named, row, texts).join(' · ')) : [];
  }
  return isRows(answer) ? [] : cellInWords(field, answer as Cell, texts);
}

/** What is known, question by question. What nobody answered is not shown. */
export const contentInWords = (section: Section, content: Content, texts: SectionText): Said[] =>
  Object.entries(section.fields)
    .map(([name, field]) => ({ label: texts.fields[name]?.label ?? name, lines: answerInWords(field, content[name], texts.fields[name]) }))
    .filter(({ lines }) => lines.length);
