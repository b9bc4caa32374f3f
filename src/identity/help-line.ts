/** Whom to ring when somebody may be in danger: who they are, their number, and when to ring them. */
export type HelpLine = { when: string; label: string; number: string };

/** A line as settings keep it; those of before were one sentence each. */
export const toHelpLine = (kept: HelpLine | string): HelpLine => (typeof kept === 'string' ? { when: '', label: kept, number: '' } : kept);

/** What a telephone dials. */
export const dialled = (number: string): string => number.replaceAll(/[^+\d]/g, '');

export const isNumber = (typed: string): boolean => /^\+?[\d ()-]{3,30}$/.test(typed) && dialled(typed).length >= 3;

export const inOneLine = ({ when, label, number }: HelpLine): string =>
  [when, [label, number].filter(Boolean).join(', ')].filter(Boolean).join(': ');
