import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../platform/calendar.ts';
import { attemptChannels, type Attempt, needsReason, nextTryOn, outcomes, protocolOf, standingOf } from './attempts.ts';

const rules = { attemptsBeforeClosing: 3, attemptsOverDays: 10 };
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
type Tried = Pick<Attempt, 'triedAt' | 'channel' | 'outcome'>;
const tried = (day: string, outcome: Tried['outcome'] = 'no-answer', channel: Tried['channel'] = 'phone'): Tried => ({
  triedAt: new Date(`${day}T10:00:00Z`),
  outcome,
  channel,
});
const three = [tried('2026-11-01'), tried('2026-11-05', 'sent', 'letter'), tried('2026-11-09')];
const state = (tries: readonly Tried[], today: string, lastContact: Date | null = null) =>
  protocolOf(tries, lastContact, rules, dayOf, today);

describe('ending support because somebody could not be reached', () => {
  it('is offered after enough tries over enough days', () => {
    expect(state(three, '2026-11-11')).toEqual({ tries: 3, of: 3, days: 10, ofDays: 10, mayClose: true, advice: 'another-time' });
  });

  it('is not offered a day too soon, or a try too few', () => {
    expect(state(three, '2026-11-10').mayClose).toBe(false);
    expect(state(three.slice(1), '2026-12-31')).toMatchObject({ mayClose: false, tries: 2 });
  });

  it('starts anew when they were in touch', () => {
    expect(state(three, '2026-11-20', new Date('2026-11-06T10:00:00Z'))).toMatchObject({ tries: 1, days: 11, mayClose: false });
    expect(state(three, '2026-11-20', new Date('2026-11-10T10:00:00Z'))).toMatchObject({
      tries: 0,
      days: 0,
      mayClose: false,
      advice: null,
    });
  });

  it('starts anew when they had a few words', () => {
    const spoke = [...three, tried('2026-11-10', 'call-back'), tried('2026-11-12')];
    expect(state(spoke, '2026-11-30')).toMatchObject({ tries: 1, days: 18, mayClose: false });
  });

  it('does not count a wrong number, which gave them no chance', () => {
    const wrong = [tried('2026-11-01', 'wrong-number'), tried('2026-11-05'), tried('2026-11-09')];
    expect(state(wrong, '2026-11-30')).toMatchObject({ tries: 2, days: 25, mayClose: false });
  });

  it('is the same whatever the order in which tries were written down', () => {
    expect(state(three.toReversed(), '2026-11-11')).toEqual(state(three, '2026-11-11'));
  });

  it('never counts more days than have passed, or fewer than none', () => {
    expect(state(three, '2026-10-01').days).toBe(0);
  });
});

describe('what to try next', () => {
  it('is nothing yet when nobody has tried', () => expect(state([], '2026-11-11').advice).toBeNull());
  it('is another time after one try', () => expect(state([tried('2026-11-01')], '2026-11-02').advice).toBe('another-time'));
  it('is another way when it was always the same', () => {
    expect(state([tried('2026-11-01'), tried('2026-11-03')], '2026-11-04').advice).toBe('another-way');
  });
  it('is another number after a wrong one', () => {
    expect(state([tried('2026-11-01'), tried('2026-11-03', 'wrong-number')], '2026-11-04').advice).toBe('another-number');
  });
});

describe('when to try again', () => {
  it('spreads what is left of the tries over what is left of the days', () => {
    expect(nextTryOn(state([tried('2026-11-01')], '2026-11-01'), '2026-11-01')).toBe('2026-11-06');
    expect(nextTryOn(state(three.slice(0, 2), '2026-11-05'), '2026-11-05')).toBe('2026-11-11');
  });

  it('leaves them at least two days, and always comes', () => {
    expect(nextTryOn(state(three, '2026-11-30'), '2026-11-30')).toBe('2026-12-02');
    fc.assert(
      fc.property(fc.nat(20), fc.nat(60), (tries, days) => {
        const ahead = daysBetween('2026-11-01', nextTryOn({ tries, of: 3, days, ofDays: 10, mayClose: false, advice: null }, '2026-11-01'));
        expect(ahead).toBeGreaterThanOrEqual(2);
        expect(ahead).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('reaching somebody safely', () => {
  const safe = { channels: ['phone', 'letter'], voicemailOk: false, note: '' } as const;

  it('knows which ways they are content with', () => {
    expect(standingOf('phone', safe)).toBe('wanted');
    expect(standingOf('text', safe)).toBe('not-wanted');
    expect(standingOf('visit', safe)).toBe('not-asked');
    expect(standingOf('text', { channels: [] })).toBe('not-asked');
  });

  it('asks why when it goes against what they asked for', () => {
    expect(needsReason({ channel: 'text', outcome: 'sent' }, safe)).toBe('channel');
    expect(needsReason({ channel: 'phone', outcome: 'left-message' }, safe)).toBe('voicemail');
    expect(needsReason({ channel: 'phone', outcome: 'no-answer' }, safe)).toBeNull();
    expect(needsReason({ channel: 'letter', outcome: 'left-message' }, safe)).toBeNull();
    expect(needsReason({ channel: 'phone', outcome: 'left-message' }, { ...safe, voicemailOk: null })).toBeNull();
  });

  it('never needs a reason where nobody has asked them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...attemptChannels), fc.constantFrom(...outcomes), (channel, outcome) => {
        expect(needsReason({ channel, outcome }, { channels: [], voicemailOk: null, note: '' })).toBeNull();
      }),
    );
  });
});
