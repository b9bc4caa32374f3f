import { type Channel, type Person, withDefaults } from '../../src/people/index.ts';
import { addDays, type CalendarDay } from '../../src/platform/calendar.ts';
import { numberOf, testNumber } from '../people.ts';
import { rates } from '../figures.ts';
import { postcodes } from '../places.ts';
import type { Random } from '../random.ts';
import { anyName } from './names.ts';

const homes = Object.keys(postcodes);
const ways: readonly (readonly Channel[])[] = [['phone'], ['phone', 'text'], ['text'], ['phone', 'text', 'email'], ['phone', 'letter'], []];

/** Somebody of the background. `number` gives them a test number of their own; the last thousand are the stories’. */
export function anyPerson(random: Random, number: number, practice: string, today: CalendarDay): Person {
  const { language, ...name } = anyName(random);
  const [youngest, oldest] = random.weighted(rates.ageBand).split('-').map(Number);
  const dateOfBirth = addDays(today, -Math.floor((random.int(youngest!, oldest!) + random.float()) * 365.25));
  const place = random.pick(homes);
  const channels = random.pick(ways);
  return withDefaults(random.uuid(), {
    ...name,
    dateOfBirth,
    practice,
    place,
    postcode: postcodes[place]!,
    // Ofcom keeps 07700 900000 to 900999 for stories.
    phone: `07700 900${String(random.int(0, 999)).padStart(3, '0')}`,
    healthNumber: number < 999_000 ? numberOf(testNumber(number)) : null,
    safeContact: { channels, voicemailOk: channels.includes('phone') ? random.chance(0.8) : null, note: '' },
    interpreter: language && random.chance(rates.speaksAnotherLanguage / rates.minority) ? language : '',
  });
}
