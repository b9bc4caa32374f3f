import { describe, expect, it } from 'vitest';
import { contactChannels, isAhead, readTime, usualMinutes } from './contact.ts';

describe('a time of day', () => {
  it.each([
    ['9:30', '09:30'],
    ['09.05', '09:05'],
    ['1405', '14:05'],
    ['14h15', '14:15'],
    ['2pm', '14:00'],
    ['2.30 PM', '14:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    [' 7 ', '07:00'],
    ['23:59', '23:59'],
  ])('is read as people write it: %s', (typed, time) => expect(readTime(typed)).toBe(time));

  it.each(['', 'noon', '24:00', '9:60', '13pm', '0am', '9:3', '-1', '9:30x', 'x9:30'])('is asked for again when it is none: %s', (typed) =>
    expect(readTime(typed)).toBeUndefined(),
  );
});

describe('a contact', () => {
  const now = new Date('2026-11-21T10:00:00Z');

  it('cannot be ahead by more than a clock may run fast', () => {
    expect(isAhead(new Date('2026-11-21T10:15:00Z'), now)).toBe(false);
    expect(isAhead(new Date('2026-11-21T10:15:01Z'), now)).toBe(true);
    expect(isAhead(new Date('2026-11-20T10:00:00Z'), now)).toBe(false);
  });

  it('has a usual length whatever its way', () => {
    for (const channel of contactChannels) expect(usualMinutes[channel]).toBeGreaterThan(0);
  });
});
