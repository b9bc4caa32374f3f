import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/index.ts';
import type { Schedule } from './schedule.ts';
import { schedulesIn, timeLine } from './times-text.ts';

const words = { ...en.freshness.times, days: en.directory.days };
const hall = { id: 'a0000000-0000-4000-8000-000000000001', name: 'Town Hall' };
const shed = { id: 'a0000000-0000-4000-8000-000000000002', name: 'The Shed' };

const weekly = (byDay: string[], opensAt: string | null, closesAt: string | null, more: Partial<Schedule> = {}): Schedule => ({
  freq: 'weekly',
  interval: 1,
  byDay,
  byMonthDay: [],
  opensAt,
  closesAt,
  validFrom: null,
  validTo: null,
  note: '',
  location: null,
  ...more,
});
const monthly = (byDay: string[], opensAt: string, closesAt: string): Schedule => ({
  ...weekly(byDay, opensAt, closesAt),
  freq: 'monthly',
});
const read = (line: string, known: Schedule[] = []) => schedulesIn(line, known, words, [hall, shed]);

describe('times that somebody wrote down', () => {
  it.each([
    ['Tuesday, 10:00 to 12:30', weekly(['TU'], '10:00', '12:30')],
    ['Tuesdays 10am-12pm', weekly(['TU'], '10:00', '12:00')],
    ['every Tue 2 to 4pm', weekly(['TU'], '14:00', '16:00')],
    ['Monday to Friday 9 to 5', weekly(['MO', 'TU', 'WE', 'TH', 'FR'], '09:00', '17:00')],
    ['Sat - Mon, 10.30am until 1pm', weekly(['SA', 'SU', 'MO'], '10:30', '13:00')],
    ['Weekdays from 9am to 11am', weekly(['MO', 'TU', 'WE', 'TH', 'FR'], '09:00', '11:00')],
    ['Friday at 7pm', weekly(['FR'], '19:00', null)],
    ['Saturday', weekly(['SA'], null, null)],
    ['Friday 22:00 to 02:00', weekly(['FR'], '22:00', '02:00')],
    ['Tuesday and Thursday, 18:00 to 20:00, term time only', weekly(['TU', 'TH'], '18:00', '20:00', { note: 'term time only' })],
    ['Every other Wednesday 2pm to 4pm', weekly(['WE'], '14:00', '16:00', { interval: 2 })],
    ['Every 3 weeks on Monday, 14:00 to 15:00', weekly(['MO'], '14:00', '15:00', { interval: 3 })],
    ['First Monday of the month, 19:00 to 21:00', monthly(['1MO'], '19:00', '21:00')],
    ['first and third Thursday of every month 1pm to 2pm', monthly(['1TH', '3TH'], '13:00', '14:00')],
    ['last Friday of the month 10:00-11:00', monthly(['-1FR'], '10:00', '11:00')],
    ['Sunday, 14:00 to 16:00, at The Shed', weekly(['SU'], '14:00', '16:00', { location: shed.id })],
  ])('are understood: %s', (line, schedule) => {
    expect(read(line)).toEqual({ ok: true, value: [schedule] });
  });

  it.each([
    'whenever the weather is good',
    'Tuesday 2 to 4',
    'Monday 25:00 to 26:00',
    'Monday 13pm',
    'first of the month',
    '10:00 to 12:00',
    'first Monday and Tuesday 10:00',
  ])('are not guessed at: %s', (line) => {
    expect(read(`Monday 10:00 to 11:00\n${line}`)).toEqual({ ok: false, line: 2 });
  });

  it('that stand there already keep all that is known of them', () => {
    const known = weekly(['TU'], '10:00', '12:00', { validFrom: '2026-01-06', byMonthDay: [], location: hall.id, note: 'Café after' });
    const line = timeLine(known, words, [hall, shed]);
    expect(line).toBe('Tuesday, 10:00 to 12:00, at Town Hall, Café after');
    expect(read(`${line}\nWednesday 10:00 to 11:00`, [known])).toEqual({
      ok: true,
      value: [known, weekly(['WE'], '10:00', '11:00', { location: hall.id })],
    });
  });

  it('come back as they were written, however odd', () => {
    const schedules = fc.record({
      freq: fc.constant('weekly' as const),
      interval: fc.integer({ min: 1, max: 9 }),
      byDay: fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1 }),
      byMonthDay: fc.constant([]),
      opensAt: fc.constantFrom('00:00', '02:00', '09:05', '13:30'),
      closesAt: fc.constantFrom('10:00', '12:00', '23:59'),
      validFrom: fc.constant(null),
      validTo: fc.constant(null),
      note: fc.constantFrom('', 'term time'),
      location: fc.constantFrom(hall.id, shed.id),
    });
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(read(timeLine(schedule, words, [hall, shed]))).toEqual({ ok: true, value: [schedule] });
      }),
    );
  });

  it('break nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof read(text).ok).toBe('boolean');
      }),
    );
  });
});
