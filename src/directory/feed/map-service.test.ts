import { describe, expect, it } from 'vitest';
import { mapService } from './map-service.ts';
import { type FeedService, readService } from './record.ts';

const least = {
  id: '3f1b2c4d-0000-4000-8000-000000000001',
  name: 'Men’s Shed',
  status: 'active',
  organization: { id: '3f1b2c4d-0000-4000-8000-000000000002', name: 'Castle Douglas Men’s Shed' },
};

const map = (more: Record<string, unknown> = {}) => {
  const read = readService({ ...least, ...more });
  if (!read.ok) throw new Error(read.error);
  const kept = { notKept: new Map<string, number>(), unknownTerms: new Map<string, number>() };
  return { service: mapService(read.value as FeedService, kept), ...kept };
};
const place = (more: Record<string, unknown>, beside: Record<string, unknown> = {}) => ({
  service_at_locations: [{ location: { id: 'shed-hall', ...more }, ...beside }],
});
const term = (name: string) => ({ taxonomy_term: { name } });

describe('a service of a feed', () => {
  it('is a whole service of ours, with nothing made up', () => {
    expect(map().service).toMatchObject({
      ...{ id: least.id, name: 'Men’s Shed', status: 'active' },
      free: null,
      needs: [],
      costs: [],
      requestEmail: null,
    });
  });

  it('has the HTML of its description read as a page would show it', () => {
    const description = '<p>Mend &amp; make.</p><ul><li>Tea<li>Talk</ul><script>alert(1)</script> &#163;2 &nosuch; 3 < 4';
    expect(map({ description }).service.description).toBe('Mend & make.\n\n• Tea\n• Talk\n£2 &nosuch; 3 < 4');
  });

  it('has requests sent to its own address, or else to the contact that the feed gives', () => {
    const contacts = [
      { name: 'Ann', email: 'no address' },
      { email: 'shed@example.org', phones: [{ number: '01556 000000' }] },
    ];
    expect(map({ contacts }).service).toMatchObject({ email: null, requestEmail: 'shed@example.org', phone: '01556 000000' });
    expect(map({ contacts, email: 'hello@example.org' }).service.requestEmail).toBe('hello@example.org');
  });

  it('keeps no address that a browser or a mail server could not use, and counts it', () => {
    const { service, notKept } = map({
      email: 'email-example_com',
      url: 'javascript:alert(1)',
      assured_date: '2026-02-30',
      minimum_age: 'ten',
    });
    expect(service).toMatchObject({ email: null, url: null, assuredAt: null, minAge: null });
    expect([...notKept.keys()]).toEqual([
      'service.email (no email address)',
      'service.url (no web address)',
      'service.minimum_age (no age)',
      'service.assured_date (no date)',
    ]);
    expect(map({ url: 'www.shed.example/times' }).service.url).toBe('https://www.shed.example/times');
  });

  it('names what we have no place for yet', () => {
    expect([...map({ alert: 'Closed on Monday', accreditations: '', service_areas: [{ name: 'Galloway' }] }).notKept]).toEqual([
      ['service.alert', 1],
      ['service.service_areas', 1],
    ]);
  });

  it('is for ages that can be', () => {
    expect(map({ minimum_age: 18, maximum_age: '65' }).service).toMatchObject({ minAge: 18, maxAge: 65 });
    expect(map({ minimum_age: 65, maximum_age: 18 }).service).toMatchObject({ minAge: null, maxAge: null });
  });

  it('has its languages by code where there is one', () => {
    expect(map({ languages: [{ code: 'GD' }, { name: 'Urdu' }, { code: 'gd' }, { id: 'x' }] }).service.languages).toEqual(['gd', 'Urdu']);
  });

  it('says how to join when its own words say it', () => {
    expect(map({ application_process: 'Just drop in, or ask for a GP referral. No appointment needed' }).service.howToJoin).toContain(
      'drop-in',
    );
  });
});

describe('the terms of a service', () => {
  it('become needs and groups of people where they plainly mean them, and are counted where not', () => {
    const { service, unknownTerms } = map({
      attributes: ['Debt advice', 'Social isolation', 'Older people', 'Ward 7', 'Refugees'].map(term),
    });
    expect(service).toMatchObject({ needs: ['loneliness', 'money'], whoFor: ['older', 'refugees'] });
    expect([...unknownTerms]).toEqual([['Ward 7', 1]]);
  });
});

describe('what a service costs', () => {
  it.each([
    [{ cost_options: [{ amount: 0 }] }, true],
    [{ cost_options: [{ option: 'Free for under 18s', amount: 0 }, { amount: 3.5 }] }, false],
    [{ cost_options: [{ option: 'Ask us' }] }, null],
    [{ fees_description: 'Free' }, true],
    [{ fees_description: 'No charge' }, true],
    [{ fees: 'A small fee' }, null],
    [{ fees: 'Free trial, then £4' }, null],
  ])('%j', (said, free) => expect(map(said).service.free).toBe(free));

  it('keeps the words and the amount', () => {
    const said = { cost_options: [{ option: 'Adults', amount: '3.50', amount_description: 'a session', currency: 'gbp' }] };
    expect(map(said).service.costs).toEqual([{ option: 'Adults, a session', amount: 3.5, currency: 'GBP' }]);
  });
});

describe('where a service is', () => {
  it('is a place with its physical address, of an id that is always the same', () => {
    const addresses = [
      { address_type: 'postal', city: 'Dumfries' },
      { address_type: 'physical', address_1: '1 High Street', city: 'Castle Douglas', postal_code: 'DG7 1AA' },
    ];
    const where = place({ name: 'Town Hall', latitude: '54.94', longitude: -3.93, addresses });
    const [location] = map(where).service.locations;
    expect(location).toMatchObject({
      address: '1 High Street',
      town: 'Castle Douglas',
      postcode: 'DG7 1AA',
      latitude: 54.94,
      private: false,
    });
    expect(location!.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8/);
    expect(map(where).service.locations[0]!.id).toBe(location!.id);
  });

  it.each([
    { latitude: 100, longitude: 3 },
    { latitude: 0, longitude: 0 },
    { latitude: 54, longitude: null },
  ])('has no point when it has none on earth: %j', (spot) => {
    expect(map(place(spot)).service.locations[0]).toMatchObject({ latitude: null, longitude: null });
  });

  it('is nowhere when it is a call', () => {
    expect(map(place({ location_type: 'virtual' })).service).toMatchObject({ locations: [], attendance: ['online'] });
  });

  it('is private when the feed says so, or when it is a refuge', () => {
    const isPrivate = (more: Record<string, unknown>, location: Record<string, unknown> = {}) =>
      map({ ...more, ...place(location) }).service.locations[0]!.private;
    expect(isPrivate({})).toBe(false);
    expect(isPrivate({}, { private: true })).toBe(true);
    expect(isPrivate({}, { addresses: [{ confidential: 'yes' }] })).toBe(true);
    expect(isPrivate({ name: 'Galloway women’s refuge' })).toBe(true);
    expect(isPrivate({ attributes: [term('Safe houses')] })).toBe(true);
    expect(isPrivate({ name: 'Welcome café for refugees' })).toBe(false);
  });

  it('offers what it says it has, not what it says it lacks', () => {
    const accessibility = [{ description: 'Induction loop. No wheelchair access, but free parking.' }];
    expect(map(place({ accessibility })).service.accessibility).toEqual(['hearing-loop', 'parking']);
    expect(map(place({ accessibility: [{ accessibility: 'Level access; disabled toilet' }] })).service.accessibility).toEqual([
      'step-free',
      'accessible-toilet',
    ]);
  });
});

describe('the room of a service', () => {
  it('is the latest that the feed tells, believed for four weeks', () => {
    const capacities = [
      { available: 9, updated: '2026-10-01T09:00:00Z' },
      { available: 4, updated: '2026-11-01T09:00:00Z', unit: { name: 'places a week' } },
      { available: 'some', updated: '2026-11-02T09:00:00Z' },
    ];
    expect(map({ capacities, wait_time: 'About 3 weeks' }).service.capacity).toEqual({
      ...{ unit: 'places a week', available: 4, waitingList: true, waitWeeks: 3 },
      updatedAt: new Date('2026-11-01T09:00:00Z'),
      expiresAt: new Date('2026-11-29T00:00:00Z'),
    });
  });
});

describe('a record that cannot be taken', () => {
  it.each([
    [{ status: undefined }, 'status is missing'],
    [{ status: 'open' }, "status is 'open', which is not one of active, inactive, defunct, temporarily closed"],
    [{ id: 'shed' }, "id is 'shed', which is not a UUID"],
    [{ name: 7 }, 'name is not text'],
    [{ name: '  ', organization: { name: 'Shed' } }, 'name is empty; organization.id is missing'],
  ])('says why: %j', (more, reason) => expect(readService({ ...least, ...more })).toEqual({ ok: false, error: reason }));
});
