import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantAt, weekday } from '../platform/calendar.ts';
import { clockIn, nextOf, nextTime, runsOn, type Schedule, weekdays } from './schedule.ts';

const weekly = (known: Partial<Schedule> = {}): Schedule => ({
  freq: 'weekly',
  interval: 1,
  byDay: ['TU'],
  byMonthDay: [],
  opensAt: '10:00',
  closesAt: '12:00',
  validFrom: null,
  validTo: null,
  note: '',
  location: null,
  ...known,
});
const monthly = (known: Partial<Schedule>): Schedule => weekly({ freq: 'monthly', byDay: [], ...known });
const saturday = { day: '2026-11-21', time: '09:00' };

describe('the next time', () => {
  it.each<[string, Schedule, string | undefined]>([
    ['next Tuesday', weekly(), '2026-11-24'],
    ['this very day, when it has not yet begun', weekly({ byDay: ['SA'] }), '2026-11-21'],
    ['the soonest of its days', weekly({ byDay: ['MO', 'SU'] }), '2026-11-22'],
    ['every second week from its first', weekly({ interval: 2, validFrom: '2026-11-10' }), '2026-11-24'],
    ['not in the week between', weekly({ interval: 2, validFrom: '2026-11-17' }), '2026-12-01'],
    ['the weekday it began on, when no day is named', weekly({ byDay: [], validFrom: '2026-10-01' }), '2026-11-26'],
    ['the first Monday of the month', monthly({ byDay: ['1MO'] }), '2026-12-07'],
    ['the last Friday', monthly({ byDay: ['-1FR'] }), '2026-11-27'],
    ['any Sunday of the month', monthly({ byDay: ['SU'] }), '2026-11-22'],
    ['the 15th', monthly({ byMonthDay: [15] }), '2026-12-15'],
    ['the last day', monthly({ byMonthDay: [-1] }), '2026-11-30'],
    ['the 13th only on a Friday', monthly({ byMonthDay: [13], byDay: ['FR'] }), '2027-08-13'],
    ['every third month from its first', monthly({ byMonthDay: [1], interval: 3, validFrom: '2026-09-01' }), '2026-12-01'],
    ['29 February', monthly({ byMonthDay: [29], interval: 12, validFrom: '2024-02-29' }), '2028-02-29'],
    ['a first day far ahead', weekly({ validFrom: '2031-01-01' }), '2031-01-07'],
    ['never again, when its time is over', weekly({ validTo: '2026-11-23' }), undefined],
    ['never, when no day is said', weekly({ byDay: [] }), undefined],
    ['never, for a day that no month has', monthly({ byMonthDay: [31], byDay: ['6MO'] }), undefined],
  ])('is %s', (_what, schedule, day) => expect(nextTime(schedule, saturday)?.day).toBe(day));

  it('is now, until it closes', () => {
    const at = (time: string) => nextTime(weekly({ byDay: ['SA'] }), { day: '2026-11-21', time });
    expect(at('09:59')).toMatchObject({ day: '2026-11-21', on: false });
    expect(at('10:00')).toMatchObject({ day: '2026-11-21', on: true });
    expect(at('11:59')).toMatchObject({ day: '2026-11-21', on: true });
    expect(at('12:00')).toMatchObject({ day: '2026-11-28', on: false });
  });

  it('runs past midnight', () => {
    const late = weekly({ byDay: ['FR'], opensAt: '22:00', closesAt: '02:00' });
    expect(nextTime(late, { day: '2026-11-21', time: '01:30' })).toMatchObject({ day: '2026-11-20', on: true });
    expect(nextTime(late, { day: '2026-11-21', time: '02:00' })).toMatchObject({ day: '2026-11-27', on: false });
  });

  it('counts for its whole day when no time is said', () => {
    const someTime = weekly({ byDay: ['SA'], opensAt: null, closesAt: null });
    expect(nextTime(someTime, { day: '2026-11-21', time: '23:59' })).toMatchObject({ day: '2026-11-21', on: false });
  });

  it('ends when it begins, as far as anybody knows, when no closing time is said', () => {
    expect(nextTime(weekly({ byDay: ['SA'], closesAt: null }), { day: '2026-11-21', time: '10:00' })?.day).toBe('2026-11-28');
  });

  it('is the soonest of several schedules', () => {
    expect(
      nextOf([weekly(), weekly({ byDay: ['MO'], opensAt: '14:00', closesAt: '15:00' }), weekly({ byDay: ['MO'] })], saturday),
    ).toMatchObject({ day: '2026-11-23', opensAt: '10:00' });
    expect(nextOf([], saturday)).toBeUndefined();
  });
});

describe('clocks', () => {
  it('are those of the place', () =>
    expect(clockIn('America/Toronto', new Date('2026-11-21T02:30:00Z'))).toEqual({ day: '2026-11-20', time: '21:30' }));

  it('say midnight as the start of a day', () =>
    expect(clockIn('Europe/London', new Date('2026-06-30T23:00:00Z'))).toEqual({ day: '2026-07-01', time: '00:00' }));

  it.each([
    ['before they go forward', '2026-03-28T10:30:00Z', '10:30'],
    ['after they go forward', '2026-03-29T09:30:00Z', '10:30'],
    ['before they go back', '2026-10-24T09:30:00Z', '10:30'],
    ['after they go back', '2026-10-25T10:30:00Z', '10:30'],
  ])('show the time of the place %s', (_when, instant, time) => expect(clockIn('Europe/London', new Date(instant)).time).toBe(time));

  it('agree with the instant that they show, but for the hour that happens twice', () => {
    const zones = fc.constantFrom('Europe/London', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(zones, fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), (zone, at) => {
        const { day, time } = clockIn(zone, at);
        const minute = Math.floor(at.getTime() / 60_000) * 60_000;
        expect(Math.abs(instantAt(zone, day, time).getTime() - minute)).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});

const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const schedules: fc.Arbitrary<Schedule> = fc.record({
  freq: fc.constantFrom('weekly', 'monthly'),
  interval: fc.integer({ min: 1, max: 4 }),
  byDay: fc.uniqueArray(
    fc.tuple(fc.constantFrom('', '1', '2', '-1', '5'), fc.constantFrom(...weekdays)).map((parts) => parts.join('')),
    { maxLength: 3 },
  ),
  byMonthDay: fc.uniqueArray(fc.integer({ min: -5, max: 31 }), { maxLength: 2 }),
  opensAt: maybe(times),
  closesAt: maybe(times),
  validFrom: maybe(days),
  validTo: maybe(days),
  note: fc.constant(''),
  location: fc.constant(null),
});

describe('whatever the schedule', () => {
  it('the next time is a day on which it runs, and none before it is left out', () => {
    fc.assert(
      fc.property(schedules, days, times, (schedule, day, time) => {
        const next = nextTime(schedule, { day, time });
        if (!next) return;
        expect(runsOn(schedule, next.day)).toBe(true);
        expect(next.day >= addDays(day, -1)).toBe(true);
        for (let each = addDays(day, 1); each < next.day; each = addDays(each, 1)) expect(runsOn(schedule, each)).toBe(false);
      }),
    );
  });

  it('it is never over by the time it is told', () => {
    fc.assert(
      fc.property(schedules, days, times, (schedule, day, time) => {
        const next = nextTime(schedule, { day, time });
        if (!next?.closesAt || !next.opensAt || next.closesAt < next.opensAt) return;
        expect(`${next.day} ${next.closesAt}` > `${day} ${time}`).toBe(true);
      }),
    );
  });

  it('waiting until just before it changes nothing', () => {
    fc.assert(
      fc.property(schedules, days, times, (schedule, day, time) => {
        const next = nextTime(schedule, { day, time });
        if (!next || next.on || next.day <= day) return;
        expect(nextTime(schedule, { day: next.day, time: '00:00' })).toMatchObject({
          day: next.opensAt === null || next.opensAt > '00:00' ? next.day : expect.any(String),
        });
      }),
    );
  });

  it('a weekly one runs on the weekdays it names and no others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
        days,
        (byDay, day) => runsOn(weekly({ byDay }), day) === byDay.includes(weekdays[weekday(day)]!),
      ),
    );
  });
});
