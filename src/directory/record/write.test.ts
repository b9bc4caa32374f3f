import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needs } from '../need.ts';
import { weekdays } from '../schedule.ts';
import {
  accessibilities,
  attendances,
  audiences,
  type Location,
  type Organisation,
  type Service,
  statuses,
  waysToJoin,
} from '../service.ts';
import { exampleService } from '../testing/whole-example.ts';
import { assembleService } from './assemble.ts';
import { derivedOrganisation, derivedService } from './derive.ts';
import { splitService } from './split.ts';
import { locationDocument, organisationDocument, patchedService, serviceDocument } from './write.ts';

const id = fc.uuid({ version: 4 });
const words = fc.stringMatching(/^[A-Za-z][A-Za-z,. é’]{0,30}[a-z]$/).map((text) => text.replace(/ +/g, ' '));
const some = <T extends string>(codes: readonly T[]) => fc.subarray([...codes]);
const day = fc.constantFrom('2026-01-05', '2026-02-28', '2027-12-31');
const instant = fc.constantFrom('2026-10-02T10:00:00.000Z', '2026-11-21T08:30:00.000Z').map((text) => new Date(text));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const phone = fc.constantFrom('01632 960001', '+44 1632 960002');
const email = fc.constantFrom('tea@hall.example', 'desk@hall.example');

const location: fc.Arbitrary<Location> = fc.record({
  id,
  name: words,
  address: words,
  town: words,
  postcode: fc.constantFrom('DG7 3RL', ''),
  latitude: fc.constant(55.07),
  longitude: fc.constant(-4.14),
  private: fc.boolean(),
});

const scheduleAt = (places: readonly (string | null)[]) =>
  fc
    .record({
      interval: fc.integer({ min: 1, max: 4 }),
      weekly: fc.boolean(),
      days: fc.subarray([...weekdays], { minLength: 1 }),
      opensAt: maybe(fc.constant('10:00')),
      closesAt: maybe(fc.constant('12:30')),
      validFrom: maybe(day),
      note: fc.constantFrom('', 'Not in August'),
      location: fc.constantFrom(...places),
    })
    .map(({ weekly, days, ...rest }) => ({
      ...rest,
      freq: weekly ? ('weekly' as const) : ('monthly' as const),
      byDay: weekly ? days : days.map((each) => `1${each}`),
      byMonthDay: [],
      validTo: null,
    }));

/** Services as somebody here may describe them: with the times of no place first, which is how they are written. */
const service: fc.Arbitrary<Service> = fc.array(location, { maxLength: 2 }).chain((locations) =>
  fc
    .record({
      schedules: fc.array(scheduleAt([null, ...locations.map((each) => each.id)]), { maxLength: 3 }),
      id,
      organisation: id,
      name: words,
      description: fc.oneof(words, fc.constant('')),
      status: fc.constantFrom(...statuses),
      url: maybe(fc.constant('https://hall.example/tea')),
      email: maybe(email),
      phone: maybe(phone),
      requestEmail: maybe(email),
      requestPhone: maybe(phone),
      needs: some(needs),
      howToJoin: some(waysToJoin),
      whoFor: some(audiences),
      minAge: maybe(fc.integer({ min: 0, max: 40 })),
      maxAge: maybe(fc.integer({ min: 41, max: 120 })),
      eligibility: fc.oneof(words, fc.constant('')),
      free: maybe(fc.boolean()),
      costs: fc.array(fc.record({ option: words, amount: maybe(fc.integer({ min: 0, max: 50 })), currency: fc.constant('GBP') }), {
        maxLength: 2,
      }),
      languages: some(['en', 'pl', 'uk']),
      attendance: some(attendances),
      accessibility: some(accessibilities),
      assuredAt: maybe(day),
      assuredBy: maybe(fc.oneof(email, fc.constant('Rhona Bell'))),
      capacity: maybe(
        fc.record({
          unit: fc.constant('places'),
          available: fc.nat(20),
          waitingList: fc.boolean(),
          waitWeeks: maybe(fc.nat(30)),
          updatedAt: instant,
          expiresAt: instant,
        }),
      ),
    })
    .map((known) => ({ ...known, locations, schedules: [...known.schedules].sort((a, b) => place(a, locations) - place(b, locations)) })),
);
const place = (schedule: Service['schedules'][number], locations: readonly Location[]) =>
  locations.findIndex((each) => each.id === schedule.location);

const readBack = (of: Service): Service => {
  const locations = new Map(of.locations.map((each) => [each.id, locationDocument(each)]));
  const derived = derivedService(
    assembleService(serviceDocument(of), { organisations: new Map([[of.organisation, { id: of.organisation, name: 'Hall' }]]), locations }),
  );
  return { ...derived, locations: derived.locations.map(({ link: _, ...rest }) => rest) };
};

describe('a service written down as a whole document', () => {
  it('is read back as it was', () => {
    fc.assert(fc.property(service, (of) => void expect(readBack(of)).toEqual(of)));
  });

  it('keeps what no form shows when somebody changes something else', () => {
    const { service: document } = splitService(exampleService);
    const before = derivedService(exampleService);
    const after = { ...before, description: 'Tea and toast.', needs: ['food' as const], requestEmail: 'ask@hall.example' };
    const { description, attributes, bothy, ...rest } = patchedService(document, before, after);
    const { description: _, attributes: old, ...others } = document;
    expect(rest).toEqual(others);
    expect(description).toBe('Tea and toast.');
    expect(attributes).toEqual(expect.arrayContaining(old as unknown[]));
    expect(derivedService({ ...exampleService, description, attributes, bothy })).toMatchObject({
      needs: ['food'],
      requestEmail: 'ask@hall.example',
    });
  });

  it('forgets what somebody has emptied', () => {
    const { service: document } = splitService(exampleService);
    const before = derivedService(exampleService);
    const once = patchedService(document, before, { ...before, requestEmail: 'ask@hall.example', free: false, assuredBy: 'Rhona Bell' });
    const between = derivedService({ ...exampleService, ...once, service_at_locations: exampleService.service_at_locations });
    const twice = patchedService(once, between, { ...between, requestEmail: null, free: null, assuredBy: null });
    const after = derivedService({ ...exampleService, ...twice, service_at_locations: exampleService.service_at_locations });
    expect(after).toMatchObject({ requestEmail: null, free: null });
    expect(twice['bothy']).not.toHaveProperty('assured_by');
  });

  it('is the same document when nothing changed', () => {
    const { service: document } = splitService(exampleService);
    const before = derivedService(exampleService);
    expect(patchedService(document, before, { ...before })).toBe(document);
  });
});

describe('an organisation written down', () => {
  it('is read back as it was', () => {
    const organisation: fc.Arbitrary<Organisation> = fc.record({
      id,
      name: words,
      description: fc.oneof(words, fc.constant('')),
      website: maybe(fc.constant('https://hall.example')),
      email: maybe(email),
      phone: maybe(phone),
      status: fc.constantFrom('active' as const, 'inactive' as const),
    });
    fc.assert(fc.property(organisation, (of) => void expect(derivedOrganisation(organisationDocument(of))).toEqual(of)));
  });
});
