import { ok, refuse, type Result } from '../platform/result.ts';
import type { HealthNumber } from './person.ts';

const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * Modulus 11 as the NHS Data Dictionary gives it (NHS NUMBER): the first nine digits weighted 10 to 2; eleven less
 * the remainder is the tenth, 11 counting as 0 and 10 as no number at all. Ten equal digits pass the sum but are nobody's.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** Reads a number as people type it, with spaces or dashes. What has ten digits is held to the NHS check; anything else is kept as another system's number. */
export function readHealthNumber(typed: string): Result<HealthNumber | null, 'not-nhs-number' | 'not-a-number'> {
  const value = typed.replace(/[\s-]/g, '').toUpperCase();
  if (!value) return ok(null);
  if (/^\d{10}$/.test(value)) return isNhsNumber(value) ? ok({ system: 'nhs-number', value }) : refuse('not-nhs-number');
  return /^[A-Z0-9]{4,20}$/.test(value) && /\d/.test(value) ? ok({ system: 'other', value }) : refuse('not-a-number');
}

/** 943 476 5919 */
export const spaced = ({ system, value }: HealthNumber): string =>
  system === 'nhs-number' ? `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}` : value;
