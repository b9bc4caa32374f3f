import type { Words } from '../../../locales/en/index.ts';
import { canBeOf, type IdentifierSystem } from '../core/identifier.ts';
import { readHealthNumber } from '../health-number.ts';
import type { HealthNumber } from '../person.ts';
import { numberFault, optionalText } from './person-fields.ts';

/** Further numbers, one on each line. */
export const otherNumbers = (words: Words['people']['errors'], first: IdentifierSystem) =>
  optionalText(words, 200).transform((typed, check): HealthNumber[] => {
    const numbers: HealthNumber[] = [];
    for (const line of typed.split('\n')) {
      const read = readHealthNumber(line, first);
      if (!read.ok) check.addIssue({ code: 'custom', message: numberFault(words, read.error) });
      else if (read.value) numbers.push(read.value);
    }
    return numbers;
  });

/** A number that says another birthday, and is theirs all the same, is kept without the claim of being what it looks like. */
export const keptAs = ({ healthNumber, dateOfBirth }: { healthNumber: HealthNumber | null; dateOfBirth: string }): HealthNumber | null =>
  healthNumber && !canBeOf(healthNumber, dateOfBirth) ? { system: 'other', value: healthNumber.value } : healthNumber;

export const typedAs = ({ value, version = '' }: HealthNumber): string => `${value}${version}`;
