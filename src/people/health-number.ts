import { ok, refuse, type Result } from '../platform/result.ts';
import { type IdentifierSystem, type NumberFault, readNumber, spacedNumber } from './core/identifier.ts';
import { passesMod11 } from './core/mod-11.ts';
import type { HealthNumber } from './person.ts';

export const isNhsNumber = passesMod11;

/** Reads a number as people type it. `first` is the system that the programme asks for first. */
export function readHealthNumber(typed: string, first: IdentifierSystem = 'nhs-number'): Result<HealthNumber | null, NumberFault> {
  const read = readNumber(typed, first);
  return typeof read === 'string' ? refuse(read) : ok(read);
}

export const spaced = (number: HealthNumber): string => spacedNumber(number);
