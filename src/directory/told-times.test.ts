import { expect, it } from 'vitest';
import { withTimesTold } from './told-times.ts';

const words = {
  days: { TU: 'Tuesday', TH: 'Thursday' },
  nth: { '1': 'first' },
  ofMonth: 'of the month',
  everyWeeks: (weeks: number) => `Every ${weeks} weeks on`,
  and: 'and',
  to: 'to',
  at: 'at',
  understood: {},
  passedOver: [],
};
const weekly = { id: 'a', freq: 'WEEKLY', interval: 1, byday: 'TU,TH', opens_at: '10:00', closes_at: '12:00' };

it('tells when something runs as people would, wherever it stands', () => {
  expect(withTimesTold([{ location: { id: 'hall' }, schedules: [weekly] }], words)).toEqual([
    { location: { id: 'hall' }, schedules: ['Tuesday and Thursday, 10:00 to 12:00'] },
  ]);
  expect(withTimesTold({ ...weekly, freq: 'MONTHLY', byday: '1TU' }, words)).toBe('First Tuesday of the month, 10:00 to 12:00');
  expect(withTimesTold({ ...weekly, interval: 2, byday: 'TU' }, words)).toBe('Every 2 weeks on Tuesday, 10:00 to 12:00');
});

it('leaves a rule as it is that says more than can be told in a line', () => {
  for (const rule of [{ ...weekly, valid_to: '2026-12-31' }, { ...weekly, freq: 'YEARLY' }, { ...weekly, byday: 'XX' }, { name: 'Hall' }])
    expect(withTimesTold(rule, words)).toEqual(rule);
});
