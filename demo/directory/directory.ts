import { type Organisation, type Service, toService } from '../../src/directory/index.ts';
import { addDays, type CalendarDay } from '../../src/platform/calendar.ts';
import { idOf } from '../random.ts';
import { bodyAndMind } from './body-and-mind.ts';
import { company } from './company.ts';
import { families } from './families.ts';
import { gettingOn } from './getting-on.ts';
import { type Group, type Listing, type Room, toSchedule } from './listing.ts';
import { money } from './money.ts';
import { moreCare } from './more-care.ts';
import { moreCompany } from './more-company.ts';
import { moreMoney } from './more-money.ts';
import { small } from './small.ts';
import { venueOf } from './venues.ts';

const groups: readonly Group[] = [
  ...company,
  ...money,
  ...bodyAndMind,
  ...families,
  ...gettingOn,
  ...small,
  ...moreMoney,
  ...moreCompany,
  ...moreCare,
];

export const organisationId = (key: string): string => idOf(`organisation ${key}`);
export const serviceId = (key: string): string => idOf(`service ${key}`);

const day = 86_400_000;
const roomKnownDays = 28;
/** Ofcom keeps 01632 960000 to 960999 for stories. */
const phoneOf = (key: string): string => `01632 960${String(parseInt(idOf(key).slice(0, 6), 16) % 1000).padStart(3, '0')}`;

/** The invented organisations of the Galloway hills. */
export const organisations = (): Organisation[] =>
  groups.map(({ key, name, about, closed }) => ({
    id: organisationId(key),
    name,
    description: about,
    website: `https://${key}.example`,
    email: `hello@${key}.example`,
    phone: phoneOf(key),
    status: closed ? 'inactive' : 'active',
  }));

/** What they run, as it stands today. */
export const services = (today: CalendarDay, now: Date): Service[] =>
  groups.flatMap((group) => group.services.map((listing) => toWhole(group, listing, today, now)));

function toWhole({ key: organisation, services: runs }: Group, listing: Listing, today: CalendarDay, now: Date): Service {
  const {
    key,
    name,
    about,
    needs,
    at = [],
    when = [],
    note = '',
    cost = [],
    join,
    who = ['everyone'],
    ages = [null, null],
    room,
    checked = 60,
  } = listing;
  const locations = [at].flat().map(venueOf);
  const email = `${key}@${organisation}.example`;
  return toService({
    id: serviceId(key),
    organisation: organisationId(organisation),
    name,
    description: about,
    status: listing.status ?? 'active',
    email,
    phone: phoneOf(key),
    // Small groups have no mailbox that details of a person may be sent to: they get a reference and a link.
    requestEmail: runs.length > 1 ? `requests@${organisation}.demo.bothy.example` : `requests@${organisation}.example`,
    requestPhone: phoneOf(`${key} requests`),
    needs,
    howToJoin: join,
    whoFor: who,
    minAge: ages[0],
    maxAge: ages[1],
    eligibility: listing.eligibility ?? '',
    free: cost.every(([, amount]) => amount === 0),
    costs: cost.map(([option, amount]) => ({ option, amount, currency: 'GBP' })),
    languages: listing.languages ?? ['en'],
    attendance: listing.by ?? ['in-person'],
    accessibility: listing.access ?? [],
    assuredAt: checked === null ? null : addDays(today, -checked),
    assuredBy: checked === null ? null : (listing.checkedBy ?? 'Rhona Bell'),
    locations,
    schedules: when.map((each) => toSchedule(each, note)),
    capacity: room ? toCapacity(room, now) : null,
  });
}

function toCapacity({ places, waitingList, weeks, ago }: Room, now: Date) {
  const updatedAt = new Date(now.getTime() - ago * day);
  return {
    unit: 'places',
    available: places,
    waitingList,
    waitWeeks: weeks,
    updatedAt,
    expiresAt: new Date(updatedAt.getTime() + roomKnownDays * day),
  };
}
