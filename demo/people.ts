import { isNhsNumber, type NewPerson, type Person, withDefaults } from '../src/people/index.ts';
import { postcodes } from './places.ts';
import { idOf } from './random.ts';

/** A valid number of the range that no patient ever gets: 999, six digits of our own, and the check digit. */
export function testNumber(nth: number): string {
  for (let tried = nth; ; tried += 500_000) {
    const start = `999${String(tried % 1_000_000).padStart(6, '0')}`;
    for (let check = 0; check < 10; check++) if (isNhsNumber(`${start}${check}`)) return `${start}${check}`;
  }
}

type Known = Omit<NewPerson, 'healthNumber' | 'practice'> & { practice: { id: string } | null; place: string };

/** Somebody of the story, with an invented number, phone and postcode of their own. */
export function storyPerson(nth: number, { practice, ...known }: Known): Person {
  return withDefaults(idOf(`person ${known.givenName} ${known.familyName}`), {
    phone: `07700 900${String(100 + nth)}`,
    postcode: postcodes[known.place] ?? '',
    ...known,
    practice: practice?.id ?? null,
    healthNumber: { system: 'nhs-number', value: testNumber(100_000 + nth * 7) },
  });
}
