import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../platform/calendar.ts';
import { addMinutes, minutesOf, overlap, timeIn, timeOf, whenOf } from './clock.ts';

const london = 'Europe/London';
const aDay = fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2024-01-01', n));
const aTime = fc.integer({ min: 0, max: 1439 }).map(timeOf);

describe('the clocks', () => {
  it('show the time that was agreed, in winter and in summer', () => {
    expect(whenOf(london, '2026-11-26', '10:00')).toEqual({ ok: true, value: new Date('2026-11-26T10:00:00Z') });
    expect(whenOf(london, '2026-07-02', '10:00')).toEqual({ ok: true, value: new Date('2026-07-02T09:00:00Z') });
  });

  it('have no half past one on the night on which they go forward', () => {
    expect(whenOf(london, '2027-03-28', '00:59').ok).toBe(true);
    expect(whenOf(london, '2027-03-28', '01:00')).toEqual({ ok: false, error: 'no-such-time' });
    expect(whenOf(london, '2027-03-28', '01:59')).toEqual({ ok: false, error: 'no-such-time' });
    expect(whenOf(london, '2027-03-28', '02:00')).toEqual({ ok: true, value: new Date('2027-03-28T01:00:00Z') });
  });

  it('have half past one twice on the night on which they go back, and the first is meant', () => {
    expect(whenOf(london, '2026-10-25', '01:30')).toEqual({ ok: true, value: new Date('2026-10-25T00:30:00Z') });
    expect(whenOf(london, '2026-10-25', '02:00')).toEqual({ ok: true, value: new Date('2026-10-25T02:00:00Z') });
  });

  it('show, at the instant that was found, just the day and the time that were asked for', () => {
    fc.assert(
      fc.property(aDay, aTime, (day, time) => {
        const when = whenOf(london, day, time);
        if (!when.ok) expect(time.startsWith('01:')).toBe(true);
        else expect([dayIn(london, when.value), timeIn(london, when.value)]).toEqual([day, time]);
      }),
    );
  });

  it('count minutes from midnight and back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => void expect(minutesOf(timeOf(minutes))).toBe(minutes)));
  });
});

describe('two stretches of time', () => {
  const at = (minutes: number) => addMinutes(new Date('2026-11-26T00:00:00Z'), minutes);
  const aSpan = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 240 })).map(([from, length]) => ({
    startsAt: at(from),
    endsAt: at(from + length),
  }));

  it('do not meet when one ends as the other begins', () => {
    expect(overlap({ startsAt: at(0), endsAt: at(60) }, { startsAt: at(60), endsAt: at(90) })).toBe(false);
    expect(overlap({ startsAt: at(0), endsAt: at(61) }, { startsAt: at(60), endsAt: at(90) })).toBe(true);
  });

  it('meet just when there is a minute that is in both, whichever is named first', () => {
    fc.assert(
      fc.property(aSpan, aSpan, (a, b) => {
        const shared = Array.from({ length: 900 }, (_, n) => at(n)).some(
          (minute) => a.startsAt <= minute && minute < a.endsAt && b.startsAt <= minute && minute < b.endsAt,
        );
        expect(overlap(a, b)).toBe(shared);
        expect(overlap(b, a)).toBe(shared);
      }),
    );
  });
});
