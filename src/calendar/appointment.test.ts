import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../platform/calendar.ts';
import * as core from './appointment.ts';
import { addMinutes, timeIn, timeOf } from './clock.ts';

const now = new Date('2026-11-23T08:00:00Z');
const rules: core.Rules = { now, timeZone: 'Europe/London', remindDays: 1, dayIs: () => null, anyway: false };
const details: core.Details = { kind: 'meeting', room: 'room-3', place: '', bring: '', gettingThere: '', tell: true };
const when: core.When = { day: '2026-11-26', time: '10:00', minutes: 60 };
const made = { id: 'a', person: 'moira', workers: ['sam'], by: 'sam' };
const bookedAt = (more: Partial<core.When> = {}, detail = details): core.Appointment => {
  const booked = core.book(made, detail, { ...when, ...more }, rules);
  if (!booked.ok) throw new Error(JSON.stringify(booked.error));
  return booked.value;
};
const after = new Date('2026-11-26T11:30:00Z');

describe('an appointment', () => {
  it('lasts between a quarter of an hour and four hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 600 }), (minutes) => {
        const booked = core.book(made, details, { ...when, minutes }, rules);
        expect(booked.ok).toBe(minutes >= 15 && minutes <= 240);
        if (booked.ok) expect(booked.value.endsAt).toEqual(addMinutes(booked.value.startsAt, minutes));
      }),
    );
    expect(core.book(made, details, { ...when, minutes: 30.5 }, rules)).toEqual({ ok: false, error: 'length' });
  });

  it('is ahead of now, and not beyond a year', () => {
    expect(core.book(made, details, { ...when, day: '2026-11-20' }, rules)).toEqual({ ok: false, error: 'past' });
    expect(core.book(made, details, { ...when, day: '2026-11-23', time: '08:00' }, rules)).toEqual({ ok: false, error: 'past' });
    expect(core.book(made, details, { ...when, day: '2028-01-10' }, rules)).toEqual({ ok: false, error: 'far' });
  });

  it('begins at what the clocks will show on that day, also when they have changed by then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 365 }), fc.integer({ min: 420, max: 1020 }), (n, minutes) => {
        const time = timeOf(minutes);
        expect(timeIn('Europe/London', bookedAt({ day: addDays('2026-11-23', n), time }).startsAt)).toBe(time);
      }),
    );
    const skipped = core.book(made, details, { ...when, day: '2027-03-28', time: '01:30' }, { ...rules, anyway: true });
    expect(skipped).toEqual({ ok: false, error: 'no-such-time' });
  });

  it('on an unusual day, or at an odd hour, is made only by whoever means it', () => {
    for (const day of ['bank-holiday', 'away'] as const) {
      expect(core.book(made, details, when, { ...rules, dayIs: () => day })).toEqual({ ok: false, error: { unusual: day } });
      expect(core.book(made, details, when, { ...rules, dayIs: () => day, anyway: true }).ok).toBe(true);
    }
    for (const time of ['06:30', '20:30', '23:30'])
      expect(core.book(made, details, { ...when, time }, rules)).toEqual({ ok: false, error: { unusual: 'odd-hour' } });
  });

  it('at somebody’s home takes up no room of ours, and is not reminded of when nobody is to be told', () => {
    expect(bookedAt({}, { ...details, kind: 'home' }).room).toBeNull();
    expect(bookedAt({}, { ...details, tell: false }).remindAt).toBeNull();
    expect(bookedAt().remindAt).toEqual(new Date('2026-11-25T10:00:00Z'));
  });
});

describe('a change of an appointment', () => {
  it('to another time asks anew whether they will be there, and reminds of the new time', () => {
    const coming = core.answered(bookedAt(), 'coming', '', now);
    if (!coming.ok) throw new Error('refused');
    const moved = core.move(coming.value, details, { ...when, day: '2026-11-27' }, rules);
    expect(moved).toMatchObject({ ok: true, value: { answer: null } });
    if (moved.ok) expect(moved.value.remindAt).toEqual(new Date('2026-11-26T10:00:00Z'));
  });

  it('that calls it off also ends the reminder, and is for good', () => {
    const off = core.cancel(bookedAt(), 'person', 'unwell', '');
    if (!off.ok) throw new Error('refused');
    expect(off.value).toMatchObject({ stage: { name: 'cancelled', by: 'person' }, remindAt: null });
    expect(core.cancel(off.value, 'us', 'room', '')).toEqual({ ok: false, error: 'not-booked' });
    expect(core.move(off.value, details, when, rules)).toEqual({ ok: false, error: 'not-booked' });
    expect(core.answered(off.value, 'coming', '', now)).toEqual({ ok: false, error: 'not-booked' });
    expect(core.happened(off.value, 'c', after)).toEqual({ ok: false, error: 'not-booked' });
  });
});

describe('what came of it', () => {
  const why = { reason: 'transport', note: '', easier: [] } as const;

  it('is not said before it began, and only once', () => {
    expect(core.happened(bookedAt(), 'c', now)).toEqual({ ok: false, error: 'not-yet' });
    expect(core.notThere(bookedAt(), why, now)).toEqual({ ok: false, error: 'not-yet' });
    const happened = core.happened(bookedAt(), 'c', after);
    if (!happened.ok) throw new Error('refused');
    expect(happened.value.stage).toEqual({ name: 'happened', contact: 'c' });
    expect(core.notThere(happened.value, why, after)).toEqual({ ok: false, error: 'not-booked' });
  });

  it('is asked for once it is over, and what they answer on their page is heard until it begins', () => {
    const booked = bookedAt();
    expect(core.toRecord(booked, booked.startsAt)).toBe(false);
    expect(core.toRecord(booked, booked.endsAt)).toBe(true);
    expect(core.isAhead(booked, now)).toBe(true);
    expect(core.isAhead(booked, booked.startsAt)).toBe(false);
    expect(core.answered(booked, 'change', 'After school', booked.startsAt)).toEqual({ ok: false, error: 'begun' });
  });
});
