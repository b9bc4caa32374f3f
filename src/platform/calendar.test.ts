import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, dayIn, daysBetween, instantAt, isCalendarDay, weekday } from './calendar.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const zone = fc.constantFrom('Europe/London', 'America/Toronto', 'America/St_Johns', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC');

describe('a calendar day', () => {
  it('is a day that exists', () => {
    for (const real of ['2024-02-29', '2026-12-31', '1900-01-01']) expect(isCalendarDay(real)).toBe(true);
    for (const none of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '', 'today', '2026-01-01T00:00', ' 2026-01-01']) {
      expect(isCalendarDay(none)).toBe(false);
    }
  });

  it('plus days and back is the same day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (start, days) => {
        const end = addDays(start, days);
        expect(isCalendarDay(end)).toBe(true);
        expect(daysBetween(start, end)).toBe(days);
        expect(addDays(end, -days)).toBe(start);
        expect(Math.sign(days)).toBe(start < end ? 1 : start > end ? -1 : 0);
      }),
    );
  });

  it('has the weekday that the calendar on the wall shows, and the same one a week later', () => {
    expect(weekday('2026-11-23')).toBe(0);
    expect(weekday('2026-11-22')).toBe(6);
    fc.assert(fc.property(day, (each) => void expect(weekday(addDays(each, 7))).toBe(weekday(each))));
    fc.assert(fc.property(day, (each) => void expect(weekday(addDays(each, 1))).toBe((weekday(each) + 1) % 7)));
  });
});

describe('age', () => {
  it('goes up on the birthday', () => {
    expect(ageOn('1950-02-03', '2026-02-02')).toBe(75);
    expect(ageOn('1950-02-03', '2026-02-03')).toBe(76);
    expect(ageOn('2026-11-21', '2026-11-21')).toBe(0);
  });

  it('goes up on 1 March in other years for somebody born on 29 February', () => {
    expect(ageOn('2004-02-29', '2025-02-28')).toBe(20);
    expect(ageOn('2004-02-29', '2025-03-01')).toBe(21);
    expect(ageOn('2004-02-29', '2028-02-29')).toBe(24);
  });

  it('never goes down as days pass', () => {
    fc.assert(
      fc.property(
        day,
        day,
        fc.integer({ min: 0, max: 400 }),
        (born, on, later) => void expect(ageOn(born, addDays(on, later))).toBeGreaterThanOrEqual(ageOn(born, on)),
      ),
    );
  });
});

describe('the day it is', () => {
  it('depends on where you are', () => {
    const lateEvening = new Date('2026-07-01T23:30:00Z');
    expect(dayIn('Europe/London', lateEvening)).toBe('2026-07-02');
    expect(dayIn('UTC', lateEvening)).toBe('2026-07-01');
    expect(dayIn('America/Vancouver', lateEvening)).toBe('2026-07-01');
  });
});

const clocksAt = (timeZone: string, instant: Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);

/** Every time that those clocks show from two hours before to two hours after, by quarters of an hour. */
const shownInHours = (timeZone: string, instant: Date) =>
  Array.from({ length: 17 }, (_, quarter) => clocksAt(timeZone, new Date(instant.getTime() + (quarter - 8) * 900_000)));

describe('a day and time on the clocks of a place', () => {
  const london = (on: string, time: string) => instantAt('Europe/London', on, time).toISOString();

  it('is an hour earlier in UTC during British summer time', () => {
    expect(london('2026-01-15', '10:00')).toBe('2026-01-15T10:00:00.000Z');
    expect(london('2026-07-15', '10:00')).toBe('2026-07-15T09:00:00.000Z');
  });

  it('is right on both sides of the changes of the clock', () => {
    expect(london('2026-03-29', '00:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(london('2026-03-29', '02:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(london('2026-10-25', '00:59')).toBe('2026-10-24T23:59:00.000Z');
    expect(london('2026-10-25', '02:00')).toBe('2026-10-25T02:00:00.000Z');
  });

  it('in the hour that spring skips is the time just after it', () => {
    expect(london('2026-03-29', '01:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(instantAt('America/Toronto', '2026-03-08', '02:30').toISOString()).toBe('2026-03-08T07:30:00.000Z');
  });

  it('in the hour that autumn has twice is the first of the two', () => {
    expect(london('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantAt('America/Toronto', '2026-11-01', '01:30').toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });

  it('is shown by those clocks at that instant, save in the hour that is skipped', () => {
    const minuteOfDay = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        zone,
        day.filter((each) => each > '1975-01-01' && each < '2100-01-01'),
        minuteOfDay,
        (timeZone, on, minute) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const instant = instantAt(timeZone, on, time);
          const shown = clocksAt(timeZone, instant);
          const skipped = !shownInHours(timeZone, instant).includes(`${on} ${time}`);
          if (skipped) expect(shown > `${on} ${time}`).toBe(true);
          else expect(shown).toBe(`${on} ${time}`);
        },
      ),
      { numRuns: 500 },
    );
  });
});
