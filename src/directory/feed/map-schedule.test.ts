import { describe, expect, it } from 'vitest';
import { toSchedule } from './map-schedule.ts';

const map = (raw: Record<string, unknown>) => toSchedule(raw, null, new Map());

describe('a schedule of a feed', () => {
  it('is a weekly rule on the clock of the wall', () => {
    const raw = {
      freq: 'WEEKLY',
      byday: 'TH,FR',
      opens_at: '9:00:00',
      closes_at: '16:30Z',
      valid_from: '2026-01-01T00:00:00Z',
      notes: 'Not at Easter',
    };
    expect(map(raw)).toEqual({
      ...{ freq: 'weekly', interval: 1, byDay: ['TH', 'FR'], byMonthDay: [], opensAt: '09:00', closesAt: '16:30' },
      ...{ validFrom: '2026-01-01', validTo: null, note: 'Not at Easter', location: null },
    });
  });

  it.each([
    [
      { freq: 'MONTHLY', byday: '1TU;-1FR' },
      { freq: 'monthly', byDay: ['1TU', '-1FR'] },
    ],
    [
      { freq: 'MONTHLY', bymonthday: '2, 31, 40' },
      { freq: 'monthly', byMonthDay: [2, 31] },
    ],
    [{ byday: '2WE' }, { freq: 'monthly', byDay: ['2WE'] }],
    [{ byday: ['Monday', 'Sunday'] }, { freq: 'weekly', byDay: ['MO', 'SU'] }],
    [
      { freq: 'weekly', byday: '2WE', bymonthday: '4' },
      { freq: 'weekly', byDay: ['WE'], byMonthDay: [] },
    ],
    [{ freq: 'DAILY' }, { freq: 'weekly', byDay: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }],
    [
      { freq: 'WEEKLY', dtstart: '2026-11-17', until: '2026-12-15' },
      { freq: 'weekly', validFrom: '2026-11-17', validTo: '2026-12-15' },
    ],
    [
      { freq: 'WEEKLY', byday: 'MO', opens_at: '25:00', interval: 99 },
      { opensAt: null, interval: 1 },
    ],
  ])('%j', (raw, expected) => expect(map(raw)).toMatchObject(expected));

  it.each([{ freq: 'YEARLY', byday: 'MO' }, { opens_at: '10:00' }, { freq: 'WEEKLY' }, { description: 'Most days' }])(
    'is left out, and counted, when it says no day: %j',
    (raw) => {
      const notKept = new Map<string, number>();
      expect(toSchedule(raw, null, notKept)).toBeNull();
      expect([...notKept.keys()]).toEqual(['schedule (no day that repeats weekly or monthly)']);
    },
  );
});
