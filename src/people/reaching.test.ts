import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, weekday } from '../platform/calendar.ts';
import { channels, type Person, withDefaults } from './person.ts';
import { addressFor, isBarred, reachOf, withoutBarred } from './reaching.ts';
import { type ContactWishes, noWishes } from './wishes.ts';

const timeZone = 'Europe/London';
const able = ['email', 'text', 'letter'] as const;
/** A Saturday, ten in the morning. */
const now = new Date('2026-11-21T10:00:00Z');

const nuala = (change: Partial<Person> = {}, wishes: Partial<ContactWishes> = {}): Person => ({
  ...withDefaults('n', {
    givenName: 'Nuala',
    familyName: 'Byrne',
    dateOfBirth: '1971-02-03',
    healthNumber: null,
    practice: null,
    phone: '07700 900123',
    email: 'nuala@example.org',
    address: '4 Ken View',
    place: 'Dalry',
    postcode: 'DG7 3XX',
    safeContact: { channels: ['text', 'email'], voicemailOk: null, note: '' },
    ...change,
  }),
  wishes: { ...noWishes, ...wishes },
  died: change.died ?? null,
});
const reach = (person: Person, at = now) => reachOf(person, { now: at, timeZone, able });

describe('how somebody is reached', () => {
  it('is the way that they like best', () => {
    expect(reach(nuala())).toEqual({ way: 'text', address: '07700 900123', says: 'all' });
    expect(reach(nuala({ safeContact: { channels: ['email', 'text'], voicemailOk: null, note: '' } }))).toMatchObject({ way: 'email' });
  });

  it('is by a person while nobody has asked them: nothing is sent on the chance that it is safe', () => {
    expect(reach(nuala({ safeContact: { channels: [], voicemailOk: null, note: '' } }))).toEqual({ way: 'by-hand', why: 'not-asked' });
  });

  it('is by a person when they only want calls or visits', () => {
    const only = { safeContact: { channels: ['phone', 'visit'] as const, voicemailOk: true, note: '' } };
    expect(reach(nuala(only))).toEqual({ way: 'by-hand', why: 'no-way' });
  });

  it('is the next way when the first has no address, cannot be used here, or is barred', () => {
    expect(reach(nuala({ phone: '' }))).toMatchObject({ way: 'email' });
    expect(reachOf(nuala(), { now, timeZone, able: ['email', 'letter'] })).toMatchObject({ way: 'email' });
    expect(reach(nuala({}, { barred: ['+44 7700 900 123'] }))).toMatchObject({ way: 'email' });
    expect(reach(nuala({}, { barred: ['07700900123', 'Nuala@Example.org'] }))).toEqual({ way: 'by-hand', why: 'no-way' });
  });

  it('waits for an hour and a day that are good for them', () => {
    const mornings = { days: [0, 2], from: '09:30', until: '11:00' };
    expect(reach(nuala({}, mornings))).toEqual({ way: 'wait', until: new Date('2026-11-23T09:30:00Z') });
    expect(reach(nuala({}, mornings), new Date('2026-11-23T10:59:00Z'))).toMatchObject({ way: 'text' });
    expect(reach(nuala({}, mornings), new Date('2026-11-23T11:00:00Z'))).toEqual({ way: 'wait', until: new Date('2026-11-25T09:30:00Z') });
  });

  it('is never by text in the night, though they named no hours', () => {
    expect(reach(nuala(), new Date('2026-11-21T22:30:00Z'))).toEqual({ way: 'wait', until: new Date('2026-11-22T08:00:00Z') });
    const email = nuala({ safeContact: { channels: ['email'], voicemailOk: null, note: '' } });
    expect(reach(email, new Date('2026-11-21T22:30:00Z'))).toMatchObject({ way: 'email' });
  });

  it('waits until the day before which they wished to be left in peace', () => {
    expect(reach(nuala({}, { notBefore: '2026-12-01' }))).toEqual({ way: 'wait', until: new Date('2026-12-01T08:00:00Z') });
    const letters = nuala({ safeContact: { channels: ['letter'], voicemailOk: null, note: '' } }, { notBefore: '2026-12-01' });
    expect(reach(letters)).toMatchObject({ way: 'wait' });
    expect(reach(letters, new Date('2026-12-01T23:00:00Z'))).toEqual({ way: 'letter', address: '4 Ken View\nDalry\nDG7 3XX', says: 'all' });
  });

  it('is by no way at all once they have died, or asked for no more messages', () => {
    expect(reach(nuala({ died: { on: null, toldAt: now } }))).toEqual({ way: 'none', why: 'died' });
    expect(reach(nuala({}, { stoppedAt: now.toISOString() }))).toEqual({ way: 'none', why: 'objected' });
  });

  it('keeps to "please ring" when that is all that may be said', () => {
    expect(reach(nuala({}, { says: 'ring-only' }))).toMatchObject({ way: 'text', says: 'ring-only' });
  });
});

describe('an address that nothing may go to', () => {
  it('is the same however it is written', () => {
    expect(isBarred('07700 900123', ['+44 (0)7700 900123'.replace('(0)', '')])).toBe(true);
    expect(isBarred('07700900123', ['her mobile: 07700 900 123'])).toBe(true);
    expect(isBarred('nuala@example.org', [' NUALA@example.org '])).toBe(true);
    expect(isBarred('12 Main Street\nDalry\nDG7 3XX', ['12, Main Street'])).toBe(true);
  });

  it('is not every other', () => {
    expect(isBarred('07700 900124', ['07700 900123'])).toBe(false);
    expect(isBarred('nuala@example.org', ['nuala@example.com', '07700 900123'])).toBe(false);
    expect(isBarred('14 Main Street\nDalry', ['12 Main Street', ''])).toBe(false);
  });
});

const time = fc.constantFrom('', '00:00', '07:15', '09:00', '12:30', '17:00', '20:30', '23:45');
const anybody = fc
  .record({
    channels: fc.shuffledSubarray([...channels]),
    phone: fc.constantFrom('', '07700 900123', '01644 420123'),
    email: fc.constantFrom('', 'nuala@example.org'),
    address: fc.constantFrom('', '4 Ken View'),
    died: fc.boolean(),
    stopped: fc.boolean(),
    days: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
    from: time,
    until: time,
    barred: fc.subarray(['+447700900123', 'nuala@example.org', '4 ken view', '01644 420 123']),
    notBefore: fc.constantFrom(null, '2026-11-20', '2026-11-21', '2027-03-28'),
  })
  .map(({ channels: agreed, phone, email, address, died, stopped, ...wishes }) =>
    nuala(
      {
        phone,
        email,
        address,
        safeContact: { channels: agreed, voicemailOk: null, note: '' },
        died: died ? { on: null, toldAt: now } : null,
      },
      { ...wishes, stoppedAt: stopped ? now.toISOString() : null },
    ),
  );
const moment = fc.date({ min: new Date('2026-03-01'), max: new Date('2027-04-30'), noInvalidDate: true });
const clockIn = (at: Date) => new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short', hourCycle: 'h23' }).format(at);

describe('whatever somebody has agreed, and whatever the hour', () => {
  it('no message leaves by a way that they did not agree to, to an address that they barred, or at a time when it must not', () => {
    fc.assert(
      fc.property(anybody, moment, fc.subarray([...able]), (person, at, ways) => {
        const reached = reachOf(person, { now: at, timeZone, able: ways });
        if (reached.way === 'wait' || reached.way === 'by-hand' || reached.way === 'none') return;
        const { wishes } = person;
        expect(person.died).toBeNull();
        expect(wishes.stoppedAt).toBeNull();
        expect(person.safeContact.channels).toContain(reached.way);
        expect(ways).toContain(reached.way);
        expect(reached.address).toBe(addressFor(person, reached.way));
        expect(isBarred(reached.address, wishes.barred)).toBe(false);
        expect(wishes.notBefore === null || dayIn(timeZone, at) >= wishes.notBefore).toBe(true);
        if (reached.way === 'letter') return;
        if (wishes.days.length) expect(wishes.days).toContain(weekday(dayIn(timeZone, at)));
        if (wishes.from) expect(clockIn(at) >= wishes.from).toBe(true);
        if (wishes.until) expect(clockIn(at) < wishes.until).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('what waits may go when its moment has come', () => {
    fc.assert(
      fc.property(anybody, moment, (person, at) => {
        const reached = reach(person, at);
        if (reached.way !== 'wait') return;
        expect(reached.until.getTime()).toBeGreaterThan(at.getTime());
        expect(['email', 'text', 'letter']).toContain(reach(person, reached.until).way);
      }),
      { numRuns: 3000 },
    );
  });

  it('whoever has died is told nothing and asked nothing, by anybody', () => {
    fc.assert(
      fc.property(anybody, moment, (person, at) => {
        expect(reach({ ...person, died: { on: null, toldAt: now } }, at)).toEqual({ way: 'none', why: 'died' });
      }),
    );
  });
});

describe('what an organisation may be told of somebody', () => {
  it('is never a number or an address that nothing may go to', () => {
    const told = withoutBarred(nuala({}, { barred: ['+44 7700 900 123', 'nuala@example.org'] }));
    expect([told.phone, told.email]).toEqual(['', '']);
    expect(told.address).toBe(nuala().address);
    expect(withoutBarred(nuala())).toEqual(nuala());
  });
});
