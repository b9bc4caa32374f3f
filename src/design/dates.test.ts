import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/index.ts';
import { calendarDay, daysAgo, formatDate, formatDateTime, formatShortDate, isLate, relativeDay } from './dates.ts';

const now = new Date('2026-11-24T10:00:00Z');
const relative = { now, words: en };

describe('dates', () => {
  it('writes a day as people do', () => {
    expect(formatDate('2026-03-14')).toBe('14 March 2026');
    expect(formatDate('2026-03-14', { lang: 'fr' })).toBe('14 mars 2026');
    expect(formatShortDate('2026-11-26')).toBe('Thu 26 Nov');
  });

  it('keeps a calendar day whatever the time zone', () => {
    expect(formatDate('2026-03-14', { timeZone: 'Pacific/Auckland' })).toBe('14 March 2026');
    expect(formatDate('2026-03-14', { timeZone: 'America/Vancouver' })).toBe('14 March 2026');
  });

  it('draws an instant where the programme is', () => {
    const late = new Date('2026-07-01T23:30:00Z');
    expect(formatDateTime(late)).toBe('2 July 2026, 00:30');
    expect(calendarDay(late)).toBe('2026-07-02');
    expect(calendarDay(late, 'America/Toronto')).toBe('2026-07-01');
  });

  it('says when something is due', () => {
    expect(relativeDay('2026-11-21', relative)).toBe('3 days late');
    expect(relativeDay('2026-11-23', relative)).toBe('1 day late');
    expect(relativeDay('2026-11-24', relative)).toBe('today');
    expect(relativeDay('2026-11-25', relative)).toBe('tomorrow');
    expect(relativeDay('2026-11-26', relative)).toBe('Thu 26 Nov');
    expect(relativeDay('2027-01-05', relative)).toBe('5 January 2027');
  });

  it('says how long ago something was', () => {
    expect(daysAgo(new Date('2026-11-24T08:00:00Z'), relative)).toBe('today');
    expect(daysAgo('2026-11-23', relative)).toBe('yesterday');
    expect(daysAgo('2026-11-19', relative)).toBe('5 days ago');
    expect(daysAgo('2026-10-01', relative)).toBe('1 October 2026');
  });

  it('counts a thing due today as in time', () => {
    expect(isLate('2026-11-24', now)).toBe(false);
    expect(isLate('2026-11-23', now)).toBe(true);
  });
});
