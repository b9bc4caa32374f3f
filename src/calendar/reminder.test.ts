import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, dayIn } from '../platform/calendar.ts';
import { addMinutes, timeIn, timeOf, whenOf } from './clock.ts';
import { decent, mayRemindNow, remindAt } from './reminder.ts';

const timeZone = 'Europe/London';
const rules = { days: 1, timeZone };
const long = new Date('2026-01-01T00:00:00Z');

describe('a reminder', () => {
  it('goes the day before at the hour of the appointment', () => {
    expect(remindAt(new Date('2026-11-26T10:00:00Z'), long, rules)).toEqual(new Date('2026-11-25T10:00:00Z'));
  });

  it('wakes nobody: an early appointment is reminded of at nine, a late one at six', () => {
    expect(remindAt(new Date('2026-11-26T07:30:00Z'), long, rules)).toEqual(new Date('2026-11-25T09:00:00Z'));
    expect(remindAt(new Date('2026-11-26T20:00:00Z'), long, rules)).toEqual(new Date('2026-11-25T18:00:00Z'));
  });

  it('keeps to the clocks when they change in the night between', () => {
    expect(remindAt(new Date('2027-03-28T09:00:00Z'), long, rules)).toEqual(new Date('2027-03-27T10:00:00Z'));
    expect(remindAt(new Date('2026-10-25T10:00:00Z'), long, rules)).toEqual(new Date('2026-10-24T09:00:00Z'));
  });

  it('does not follow at once on the letter that said the same, and does not go at all when a programme wants none', () => {
    const startsAt = new Date('2026-11-26T10:00:00Z');
    expect(remindAt(startsAt, new Date('2026-11-25T08:00:00Z'), rules)).toBeNull();
    expect(remindAt(startsAt, new Date('2026-11-25T07:59:00Z'), rules)).not.toBeNull();
    expect(remindAt(startsAt, long, { ...rules, days: 0 })).toBeNull();
  });

  it('is always so many days before, at a decent hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 3650 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 14 }),
        (n, minutes, days) => {
          const startsAt = whenOf(timeZone, addDays('2026-02-01', n), timeOf(minutes));
          if (!startsAt.ok) return;
          const at = remindAt(startsAt.value, long, { days, timeZone });
          expect(at).not.toBeNull();
          const time = timeIn(timeZone, at!);
          expect(daysBetween(dayIn(timeZone, at!), dayIn(timeZone, startsAt.value))).toBe(days);
          expect(time >= decent.from && time <= decent.to).toBe(true);
        },
      ),
    );
  });

  it('that is late may still go in the day, but not once they have set out, and not at night', () => {
    const startsAt = new Date('2026-11-26T14:00:00Z');
    expect(mayRemindNow(startsAt, new Date('2026-11-25T19:00:00Z'), timeZone)).toBe(true);
    expect(mayRemindNow(startsAt, new Date('2026-11-26T12:59:00Z'), timeZone)).toBe(true);
    expect(mayRemindNow(startsAt, new Date('2026-11-26T13:00:00Z'), timeZone)).toBe(false);
    expect(mayRemindNow(startsAt, new Date('2026-11-25T23:00:00Z'), timeZone)).toBe(false);
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), (minutes) => {
        const now = addMinutes(startsAt, minutes);
        if (mayRemindNow(startsAt, now, timeZone)) expect(now < startsAt).toBe(true);
      }),
    );
  });
});
