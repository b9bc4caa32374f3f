import { type Need, type Organisation, type Place, type Service, toPlace, toService } from '../../src/directory/index.ts';
import { addDays, type CalendarDay } from '../../src/platform/calendar.ts';
import type { Random } from '../random.ts';
import { toSchedule } from '../directory/listing.ts';

export type More = { places: Place[]; organisations: Organisation[]; services: Service[] };

type Kind = readonly [name: string, about: string, needs: readonly Need[]];
// prettier-ignore
const kinds: readonly Kind[] = [
  ['walking group', 'An hour at the pace of the slowest, and tea after.', ['activity', 'loneliness']],
  ['lunch club', 'Two courses and company.', ['loneliness', 'food']],
  ['choir', 'No auditions. Songs that everybody knows.', ['loneliness', 'mood']],
  ['debt advice', 'Bring the letters; we open them together.', ['money']],
  ['food bank', 'Three days of food, and nobody asks why.', ['food', 'money']],
  ['carers’ group', 'For whoever looks after somebody.', ['caring']],
  ['grief group', 'Talk, or only listen.', ['bereavement', 'loneliness']],
  ['men’s shed', 'A workshop run by its members.', ['purpose', 'loneliness']],
  ['befriending', 'A volunteer who visits each week.', ['loneliness']],
  ['tenancy support', 'Somebody on your side, for rent and repairs.', ['housing']],
  ['allotment', 'A shared plot with raised beds.', ['purpose', 'activity', 'mood']],
  ['digital help', 'Patient help with phones and tablets.', ['digital']],
  ['English class', 'English for living here.', ['language', 'work']],
  ['job club', 'From the first thought to the first day.', ['work', 'purpose']],
  ['diabetes group', 'Swapping what works.', ['condition']],
  ['pain group', 'Living with pain, together.', ['condition', 'mood']],
  ['recovery café', 'Breakfast, and people who do not judge.', ['substances', 'mood']],
  ['energy advice', 'A visit about draughts, damp and bills.', ['energy', 'money']],
  ['lifts', 'A volunteer driver who waits.', ['transport']],
  ['stay and play', 'Toys for them, toast for you.', ['family', 'loneliness']],
];

const starts = [
  'Aber',
  'Ard',
  'Bal',
  'Black',
  'Burn',
  'Carn',
  'Craig',
  'Dal',
  'Drum',
  'Fern',
  'Glen',
  'Hazel',
  'Inver',
  'Kil',
  'Loch',
  'Mill',
  'Pen',
  'Rowan',
  'Strath',
  'Thorn',
];
const ends = [
  'brae',
  'burgh',
  'dale',
  'field',
  'ford',
  'hill',
  'holm',
  'lea',
  'mouth',
  'muir',
  'ness',
  'side',
  'ton',
  'vale',
  'water',
  'wick',
];
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const servicesInTown = 40;

/** More services than anybody could invent by hand, in towns that are on no map, spread wider the more there are. */
export function moreServices(random: Random, count: number, today: CalendarDay, now: Date): More {
  const more: More = { places: [], organisations: [], services: [] };
  const townCount = Math.ceil(count / servicesInTown);
  const reach = Math.min(1, Math.sqrt(townCount / 2500));
  for (let nth = 0; nth < townCount; nth++) {
    const name = `${random.pick(starts)}${random.pick(ends)}${nth < 320 ? '' : ` ${random.pick(starts)}${random.pick(ends)}`}`;
    const point = { latitude: 54.9 + reach * (random.float() * 7 - 3.8), longitude: -4 + reach * (random.float() * 6 - 1.5) };
    more.places.push(toPlace('town', name, point));
  }
  for (let nth = 0; nth < count; nth++) addService(random, more, more.places[nth % townCount]!, today, now);
  return more;
}

function addService(random: Random, { organisations, services }: More, town: Place, today: CalendarDay, now: Date): void {
  const [kind, description, needs] = random.pick(kinds);
  const name = `${town.name} ${kind}`;
  const organisation = {
    id: random.uuid(),
    name: `${name} volunteers`,
    description: '',
    website: null,
    email: null,
    phone: '01632 960140',
    status: 'active' as const,
  };
  organisations.push(organisation);
  const opens = random.int(9, 18);
  const asked = random.int(0, 60);
  const updatedAt = new Date(now.getTime() - asked * 86_400_000);
  const available = random.chance(0.6) ? random.int(1, 12) : 0;
  services.push(
    toService({
      id: random.uuid(),
      organisation: organisation.id,
      name,
      description,
      needs,
      requestEmail: `requests@${random.int(1000, 9999)}.example`,
      howToJoin: random.chance(0.5) ? ['drop-in'] : ['self', 'referral'],
      whoFor: ['everyone'],
      free: random.chance(0.7),
      languages: ['en'],
      attendance: ['in-person'],
      accessibility: random.chance(0.6) ? ['step-free'] : [],
      assuredAt: random.chance(0.9) ? addDays(today, -random.int(1, 400)) : null,
      assuredBy: null,
      locations: [
        {
          id: random.uuid(),
          name: `${town.name} hall`,
          address: `${random.int(1, 80)} Hall Road`,
          town: town.name,
          postcode: '',
          latitude: town.latitude + (random.float() - 0.5) / 20,
          longitude: town.longitude + (random.float() - 0.5) / 20,
          private: false,
        },
      ],
      schedules: [toSchedule(`${random.pick(days)} ${String(opens).padStart(2, '0')}:00-${opens + 2}:00`, '')],
      capacity: {
        unit: 'places',
        available,
        waitingList: !available && random.chance(0.5),
        waitWeeks: null,
        updatedAt,
        expiresAt: new Date(updatedAt.getTime() + 28 * 86_400_000),
      },
    }),
  );
}
