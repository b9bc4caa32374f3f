import { isNhsNumber, type NewPerson, type Person, withDefaults } from '../src/people/index.ts';
import { postcodes } from './places.ts';
import { idOf } from './random.ts';

/** A valid number of the range that no patient ever gets: 999, six digits of our own, and the check digit. One in eleven has none. */
export function testNumber(nth: number): string | undefined {
  const start = `999${String(nth).padStart(6, '0')}`;
  return [...'0123456789'].map((check) => start + check).find((number) => number.length === 10 && isNhsNumber(number));
}

type Known = Omit<NewPerson, 'healthNumber' | 'practice'> & { practice: { id: string } | null; place: string };

/** Somebody of the story, with an invented number, phone and postcode of their own. */
export function storyPerson(nth: number, { practice, ...known }: Known): Person {
  return withDefaults(idOf(`person ${known.givenName} ${known.familyName}`), {
    phone: `07700 900${String(100 + nth)}`,
    postcode: postcodes[known.place] ?? '',
    ...known,
    practice: practice?.id ?? null,
    healthNumber: numberOf(testNumber(999_000 + nth)),
  });
}

export const numberOf = (value: string | undefined): Person['healthNumber'] => (value ? { system: 'nhs-number', value } : null);
