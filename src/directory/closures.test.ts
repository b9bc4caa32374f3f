import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../platform/calendar.ts';
import { standingOf } from './found.ts';
import { nextTime, type Schedule } from './schedule.ts';
import { toService } from './service.ts';

const every = (day: string, known: Partial<Schedule> = {}): Schedule => ({
  freq: 'weekly',
  interval: 1,
  byDay: [day],
  byMonthDay: [],
  opensAt: '10:00',
  closesAt: '12:00',
  validFrom: null,
  validTo: null,
  note: '',
  location: null,
  ...known,
});

const at = (day: string, holidays: 'scotland' | 'england-and-wales' | 'none' = 'scotland') => ({
  now: new Date(`${day}T09:00:00Z`),
  clock: { day, time: '09:00' },
  holidays,
});
const shed = toService({ id: 'shed', organisation: 'of', name: 'Shed' });
const next = (known: object, day: string, ...more: Parameters<typeof at> extends [string, ...infer R] ? R : never) => {
  const service = { ...shed, schedules: [every('TU')], ...known };
  return standingOf(service, service.schedules, at(day, ...more)).next;
};

describe('the next time that a service runs', () => {
  it('passes over the days on which it is closed, and says which', () => {
    const closures = [{ from: '2026-12-25', to: '2027-01-02', note: 'Christmas' }];
    expect(next({ closures }, '2026-12-24')).toMatchObject({ day: '2027-01-05', closed: { from: '2026-12-25', to: '2027-01-02' } });
    expect(next({ closures }, '2026-12-20')).toMatchObject({ day: '2026-12-22', closed: null });
  });

  it('passes over bank holidays where they are kept, unless it runs on them', () => {
    const schedules = [every('MO')];
    expect(next({ schedules }, '2026-08-01')).toMatchObject({ day: '2026-08-10', closed: { from: '2026-08-03', to: '2026-08-03' } });
    expect(next({ schedules }, '2026-08-01', 'england-and-wales')).toMatchObject({ day: '2026-08-03', closed: null });
    expect(next({ schedules }, '2026-08-01', 'none')).toMatchObject({ day: '2026-08-03' });
    expect(next({ schedules, onHolidays: true }, '2026-08-01')).toMatchObject({ day: '2026-08-03' });
  });

  it('believes a time that names its dates, such as dinner on Christmas Day', () =>
    expect(next({ schedules: [every('FR', { validFrom: '2026-12-25', validTo: '2026-12-25' })] }, '2026-12-20')).toMatchObject({
      day: '2026-12-25',
      closed: null,
    }));

  it('reads an entry that says closed as a closure, not as a time', () => {
    const schedules = [
      every('TU'),
      every('TU', { opensAt: null, closesAt: null, validFrom: '2026-07-01', validTo: '2026-08-20', note: 'Closed for the summer' }),
    ];
    expect(next({ schedules }, '2026-06-30')).toMatchObject({ day: '2026-06-30' });
    expect(next({ schedules }, '2026-07-02')).toMatchObject({ day: '2026-08-25', closed: { from: '2026-07-01', to: '2026-08-20' } });
  });

  it('is never on a day that is closed, and is the first that is not', () => {
    const start = '2026-01-01';
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 400 }),
        (from, length, now) => {
          const closure = { from: addDays(start, from), to: addDays(start, from + length), note: '' };
          const isClosed = (day: string) => (closure.from <= day && day <= closure.to ? closure : undefined);
          const clock = { day: addDays(start, now), time: '09:00' };
          const found = nextTime(every('TU'), clock, isClosed)!;
          expect(isClosed(found.day)).toBeUndefined();
          const plain = nextTime(every('TU'), clock)!;
          expect(found.day >= plain.day).toBe(true);
          expect(found.closed === null).toBe(found.day === plain.day);
        },
      ),
    );
  });
});
