import { randomUUID } from 'node:crypto';
import {
  addOrganisations,
  addPlaces,
  addServices,
  type Location,
  type Organisation,
  type Schedule,
  type Service,
  toPlace,
  toService,
} from '../../src/directory/index.ts';
import type { Tx } from '../../src/platform/database.ts';

export const organisation = (name: string, known: Partial<Organisation> = {}): Organisation => ({
  id: randomUUID(),
  name,
  description: '',
  website: null,
  email: null,
  phone: null,
  status: 'active',
  ...known,
});

export const location = (town: string, latitude: number, longitude: number, known: Partial<Location> = {}): Location => ({
  id: randomUUID(),
  name: `${town} Town Hall`,
  address: '1 High Street',
  town,
  postcode: '',
  latitude,
  longitude,
  private: false,
  ...known,
});

const weekly = (day: string, opensAt: string, closesAt: string): Schedule => ({
  freq: 'weekly',
  interval: 1,
  byDay: [day],
  byMonthDay: [],
  opensAt,
  closesAt,
  validFrom: null,
  validTo: null,
  note: '',
  location: null,
});

export const service = (of: Organisation, name: string, known: Partial<Service> = {}): Service =>
  toService({ id: randomUUID(), organisation: of.id, name, ...known });

const until = (day: string) => ({ updatedAt: new Date('2026-11-18T09:00:00Z'), expiresAt: new Date(`${day}T00:00:00Z`) });

/** A few services of the Glenkens as they stand on 21 November 2026, and the places around them. */
export async function fillDirectory(tx: Tx) {
  const shed = organisation('Castle Douglas Men’s Shed');
  const advice = organisation('Stewartry Money Advice', { website: 'https://money.example' });
  const trust = organisation('Glenkens Community Trust');
  const refuge = organisation('Galloway Women’s Safety');
  const douglas = location('Castle Douglas', 54.941, -3.929);
  const galloway = location('New Galloway', 55.074, -4.141);
  const services = {
    shed: service(shed, 'Men’s Shed workshop', {
      description: 'Mend, make and talk over a cup of tea. No skill needed.',
      needs: ['loneliness', 'purpose'],
      whoFor: ['men'],
      minAge: 18,
      free: true,
      howToJoin: ['drop-in'],
      attendance: ['in-person'],
      locations: [douglas],
      schedules: [weekly('TU', '10:00', '12:30')],
      capacity: { unit: 'places', available: 4, waitingList: false, waitWeeks: null, ...until('2026-12-20') },
      assuredAt: '2026-10-31',
      assuredBy: 'Sam Findlay',
    }),
    debt: service(advice, 'Debt advice by appointment', {
      description: 'Free and confidential help with bills, benefits and debts.',
      needs: ['money', 'energy'],
      free: true,
      howToJoin: ['referral', 'appointment'],
      attendance: ['in-person', 'phone'],
      requestEmail: 'requests@money.example',
      phone: '01556 000000',
      locations: [douglas, galloway],
      schedules: [weekly('TH', '09:00', '16:00')],
      capacity: { unit: 'places', available: 0, waitingList: true, waitWeeks: 3, ...until('2026-12-01') },
      assuredAt: '2026-02-01',
      assuredBy: 'Stewartry Money Advice',
    }),
    choir: service(trust, 'Glenkens Community Choir', {
      description: 'Sing with others, café afterwards. Nobody has to read music.',
      needs: ['loneliness', 'mood'],
      free: false,
      costs: [{ option: 'a session', amount: 3, currency: 'GBP' }],
      howToJoin: ['drop-in', 'self'],
      attendance: ['in-person'],
      locations: [galloway],
      schedules: [{ ...weekly('1MO', '19:00', '21:00'), freq: 'monthly' }],
      capacity: { unit: 'places', available: 9, waitingList: false, waitWeeks: null, ...until('2026-11-01') },
    }),
    refuge: service(refuge, 'Safe house and support', {
      description: 'Somewhere safe to stay.',
      needs: ['domestic-abuse', 'housing'],
      whoFor: ['women'],
      howToJoin: ['referral'],
      locations: [
        location('Dalbeattie', 54.9312, -3.8221, { name: 'Rowan House', address: '7 Hidden Lane', postcode: 'DG5 4ZZ', private: true }),
      ],
    }),
    closed: service(trust, 'Knitting in Balmaclellan', { needs: ['loneliness'], status: 'defunct' }),
    online: service(trust, 'Evening chat online', { needs: ['loneliness'], attendance: ['online'], free: true }),
  };
  await addPlaces(tx, [
    toPlace('town', 'Castle Douglas', { latitude: 54.94, longitude: -3.93 }),
    toPlace('town', 'New Galloway', { latitude: 55.0735, longitude: -4.1405 }),
    toPlace('town', 'Dalbeattie', { latitude: 54.933, longitude: -3.82 }),
    toPlace('postcode', 'DG7 1AA', { latitude: 54.9405, longitude: -3.9285 }),
    toPlace('postcode', 'DG7 3RN', { latitude: 55.0731, longitude: -4.1402 }),
  ]);
  await addOrganisations(tx, [shed, advice, trust, refuge]);
  await addServices(tx, Object.values(services));
  return services;
}
