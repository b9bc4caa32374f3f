import { type CalendarDay, isCalendarDay } from '../../platform/calendar.ts';
import { passesLuhn } from './luhn.ts';
import { passesMod11 } from './mod-11.ts';

export const identifierSystems = ['nhs-number', 'chi', 'hcn', 'ontario', 'other'] as const;
export type IdentifierSystem = (typeof identifierSystems)[number];

/** How the numbers of one jurisdiction look. A jurisdiction more is an entry more. */
type Jurisdiction = {
  /** Whether the text, without spaces and in capitals, can be one of its numbers at all. */
  isOne(text: string): boolean;
  /** Whether anything that looks like this can be meant for one, so that a slip is told as one. */
  looksLike(text: string): boolean;
  /** 943 476 5919 */
  spaced(value: string): string;
  /** False when it says another date of birth than the person has. */
  agreesWithBirth?(value: string, born: CalendarDay): boolean;
};

const tenDigits = (text: string) => /^\d{10}$/.test(text);
const inThrees = (value: string) => `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`;

/** The day and month that the first four digits say, in the century that makes it a date (a leap day exists in only one of them). */
const isBirth = (digits: string): boolean =>
  ['19', '20'].some((century) => isCalendarDay(`${century}${digits.slice(4, 6)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`));

/**
 * - NHS number (England, Wales, Isle of Man): mod 11. Numbers for tests begin 999 (not verified).
 * - CHI (Scotland): day, month and year of birth, a three-figure serial whose last is even for women and odd for men (not verified, and never read:
 *   it would tell the sex in the clinical record), mod 11. 010101 to 311299, so that no NHS number is one.
 * - Health and Care number (Northern Ireland): mod 11, 320 000 001 to 399 999 999 in its first nine digits (not verified).
 * - Ontario: ten digits by Luhn, and a version code of up to two letters (check not verified; domain.md section 9).
 */
const jurisdictions: Record<Exclude<IdentifierSystem, 'other'>, Jurisdiction> = {
  'nhs-number': { isOne: (text) => passesMod11(text) && !/^[0-3]/.test(text), looksLike: tenDigits, spaced: inThrees },
  chi: {
    isOne: (text) => passesMod11(text) && isBirth(text),
    looksLike: (text) => tenDigits(text) && isBirth(text),
    spaced: (value) => `${value.slice(0, 6)} ${value.slice(6)}`,
    agreesWithBirth: (value, born) => value.slice(0, 6) === `${born.slice(8, 10)}${born.slice(5, 7)}${born.slice(2, 4)}`,
  },
  hcn: { isOne: (text) => passesMod11(text) && /^3[2-9]/.test(text), looksLike: (text) => /^3[2-9]\d{8}$/.test(text), spaced: inThrees },
  ontario: {
    isOne: (text) => /^[1-9]\d{9}[A-Z]{0,2}$/.test(text) && passesLuhn(text.slice(0, 10)),
    looksLike: (text) => /^\d{10}[A-Z]{1,2}$/.test(text),
    spaced: (value) => `${value.slice(0, 4)} ${value.slice(4, 7)} ${value.slice(7)}`,
  },
};

type ReadNumber = { system: IdentifierSystem; value: string; version?: string };
export type NumberFault = 'not-nhs-number' | 'not-chi' | 'not-hcn' | 'not-ontario' | 'not-a-number';

/**
 * Reads a number as people type it, with spaces or dashes. The system that the programme asks for first is tried first; whatever has its
 * look is held to its check. Anything else is kept as another system's number.
 */
export function readNumber(typed: string, first: IdentifierSystem = 'nhs-number'): ReadNumber | null | NumberFault {
  const text = typed.replace(/[\s-]/g, '').toUpperCase();
  if (!text) return null;
  const order = [...new Set([first, ...identifierSystems])].filter((system) => system !== 'other');
  const system = order.find((each) => couldBe(each, text, first) && jurisdictions[each].isOne(text));
  if (system) return system === 'ontario' ? withVersion(text) : { system, value: text };
  // Almost anything looks like an NHS number, so it is the last that a slip is taken for.
  const suspects = [...new Set([...(first === 'nhs-number' ? [] : [first]), 'chi', 'hcn', 'ontario', 'nhs-number'] as const)];
  const meant = suspects.find((each): each is keyof typeof jurisdictions =>
    each === 'ontario' && first === 'ontario' ? /^\d{10}[A-Z]{0,2}$/.test(text) : each !== 'other' && jurisdictions[each].looksLike(text),
  );
  if (meant) return `not-${meant}`;
  return /^[A-Z0-9]{4,20}$/.test(text) && /\d/.test(text) ? { system: 'other', value: text } : 'not-a-number';
}

/** Ten bare digits are an Ontario number only where those are asked for: one in ten of any passes its check. */
const couldBe = (system: IdentifierSystem, text: string, first: IdentifierSystem): boolean =>
  system !== 'ontario' || first === 'ontario' || !tenDigits(text);

const withVersion = (text: string): ReadNumber => ({
  ...{ system: 'ontario', value: text.slice(0, 10) },
  ...(text.length > 10 && { version: text.slice(10) }),
});

/** Whether a number that passes its own check can be this person's: a CHI number says when somebody was born. */
export const canBeOf = ({ system, value }: ReadNumber, born: CalendarDay): boolean =>
  system === 'other' || (jurisdictions[system].agreesWithBirth?.(value, born) ?? true);

export const spacedNumber = ({ system, value, version }: ReadNumber): string =>
  `${system === 'other' ? value : jurisdictions[system].spaced(value)}${version ? ` ${version}` : ''}`;
