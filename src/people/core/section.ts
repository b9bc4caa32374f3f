/** One question of a section. An empty answer is none: nothing here is obligatory. */
export type SimpleField =
  | { kind: 'text' | 'long'; most: number }
  | { kind: 'phone' | 'email' | 'link' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'many'; options: readonly string[] }
  | { kind: 'date'; when: 'past' | 'coming' | 'any' };

/** Several of the same: a row counts when `named` is filled in. */
export type RowsField = { kind: 'rows'; most: number; named: string; fields: Readonly<Record<string, SimpleField>> };
export type Field = SimpleField | RowsField;

/**
 * One part of what is known of a person, asked on one page. `who` may see it: the team that supports them, or only the staff of their
 * practice. `sensitive` ones say why they are asked, and offer "would rather not say".
 */
export type Section = { who: 'team' | 'practice'; sensitive?: true; fields: Readonly<Record<string, Field>> };

export type Cell = string | readonly string[];
/** Has the `id` that it was first saved with. */
export type Row = Readonly<Record<string, Cell>>;
export type Answer = Cell | readonly Row[];
/** What was answered, by field; a field without an answer is not there. */
export type Content = Readonly<Record<string, Answer>>;

/** One saved version of a section. */
export type SectionVersion = {
  person: string;
  section: string;
  version: number;
  content: Content;
  savedBy: string | null;
  savedAt: Date;
};

export const text = (most = 200) => ({ kind: 'text', most }) as const;
export const long = (most = 4000) => ({ kind: 'long', most }) as const;
export const choice = <const O extends readonly string[]>(...options: O) => ({ kind: 'choice', options }) as const;
export const many = <const O extends readonly string[]>(...options: O) => ({ kind: 'many', options }) as const;
export const yesNo = choice('yes', 'no');
export const date = (when: 'past' | 'coming' | 'any' = 'any') => ({ kind: 'date', when }) as const;
export const phone = { kind: 'phone' } as const;
export const email = { kind: 'email' } as const;

export const isRows = (answer: Answer | undefined): answer is readonly Row[] => Array.isArray(answer) && typeof answer[0] === 'object';
export const rowsIn = (content: Content, field: string): readonly Row[] => {
  const answer = content[field];
  return isRows(answer) ? answer : [];
};
export const textIn = (answers: Readonly<Record<string, Answer>>, field: string): string => {
  const answer = answers[field];
  return typeof answer === 'string' ? answer : '';
};
export const textsIn = (answers: Readonly<Record<string, Answer>>, field: string): readonly string[] => {
  const answer = answers[field];
  return Array.isArray(answer) ? answer.filter((each): each is string => typeof each === 'string') : [];
};

/** The fields that differ, by name; for an event, which says what changed but never to what. */
export function fieldsChanged(before: Content, after: Content): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
