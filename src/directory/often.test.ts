import { describe, expect, it } from 'vitest';
import { oftenOf, oftens, ruleOf } from './often.ts';
import { typedTime } from '../platform/typed-time.ts';

const rest = { opensAt: '10:00', closesAt: '12:00', validFrom: null, validTo: null, note: '', location: null };

describe('how often something is on', () => {
  it.each(oftens.filter((often) => often !== 'once'))('is the same after it was shown on the form: %s', (often) => {
    const rule = ruleOf(often, ['TU', 'TH']);
    const shown = oftenOf({ ...rule, ...rest });
    expect(shown).toEqual({ often, days: ['TU', 'TH'] });
  });

  it('can be one day alone', () => {
    const day = { validFrom: '2026-12-01', validTo: '2026-12-01' };
    expect(oftenOf({ ...ruleOf('once', ['MO']), ...rest, ...day })).toEqual({ often: 'once', days: [] });
  });

  it.each([
    { freq: 'monthly' as const, interval: 1, byDay: [], byMonthDay: [15] },
    { freq: 'monthly' as const, interval: 1, byDay: ['1MO', '3WE'], byMonthDay: [] },
    { freq: 'monthly' as const, interval: 2, byDay: ['1MO'], byMonthDay: [] },
    { freq: 'weekly' as const, interval: 6, byDay: ['MO'], byMonthDay: [] },
    { freq: 'weekly' as const, interval: 1, byDay: [], byMonthDay: [] },
  ])('has no terms on the form for %j', (rule) => expect(oftenOf({ ...rule, ...rest })).toBeUndefined());
});

describe('a time of day', () => {
  it.each([
    ['9:30', '09:30'],
    ['14.05', '14:05'],
    ['1405', '14:05'],
    ['2pm', '14:00'],
    ['12 am', '00:00'],
    ['12.30pm', '12:30'],
    ['10', '10:00'],
    ['noon', '12:00'],
  ])('written %s is %s', (text, time) => expect(typedTime(text)).toBe(time));

  it.each(['', 'ten', '25', '13pm', '0am', '10:75', '-1'])('is not %s', (text) => expect(typedTime(text)).toBeUndefined());
});
