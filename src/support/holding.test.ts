import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../platform/calendar.ts';
import {
  endHold,
  heldDays,
  hold,
  holdOn,
  isLateWhileHeld,
  isStillAwaited,
  longestHoldDays,
  type NewHolding,
  totalHeldDays,
  waitsByReason,
} from './holding.ts';

const today = '2026-11-21';
const begun = { id: 'h1', person: 'moira', support: 's1', startedBy: 'sam', today };
const asked: NewHolding = {
  because: 'service',
  connection: 'c1',
  gap: null,
  awaits: 'Dalbeattie debt advice',
  words: '',
  reviewOn: '2026-12-05',
};
const held = (change: Partial<NewHolding> = {}) => {
  const begin = hold({ ...asked, ...change }, begun);
  if (!begin.ok) throw new Error(begin.error);
  return begin.value;
};

describe('putting somebody on hold', () => {
  it('notes what they wait for, since when, and when somebody looks again', () => {
    expect(held()).toMatchObject({ because: 'service', connection: 'c1', awaits: 'Dalbeattie debt advice', since: today, ended: null });
  });

  it('asks which service, unless it is a change, a gap or something else that they wait for', () => {
    expect(hold({ ...asked, connection: null, awaits: '' }, begun)).toEqual({ ok: false, error: 'awaits-what' });
    expect(hold({ ...asked, connection: null }, begun).ok).toBe(true);
    expect(hold({ ...asked, because: 'change', connection: null, awaits: '' }, begun).ok).toBe(true);
  });

  it('asks for words when it is something else', () => {
    expect(hold({ ...asked, because: 'other' }, begun)).toEqual({ ok: false, error: 'say-why' });
    expect(hold({ ...asked, because: 'other', words: 'In hospital until Christmas' }, begun).ok).toBe(true);
  });

  it('keeps a connection only with a wait for a service, and a gap only where there is nothing to refer to', () => {
    const all = { connection: 'c1', gap: 'g1', awaits: 'Debt advice' };
    expect(held({ ...all, because: 'nowhere' })).toMatchObject({ connection: null, gap: 'g1', awaits: '' });
    expect(held({ ...all, because: 'change' })).toMatchObject({ connection: null, gap: null, awaits: '' });
  });

  it('lets nobody wait for more than eight weeks without anybody looking', () => {
    expect(hold({ ...asked, reviewOn: addDays(today, longestHoldDays) }, begun).ok).toBe(true);
    expect(hold({ ...asked, reviewOn: addDays(today, longestHoldDays + 1) }, begun)).toEqual({ ok: false, error: 'review-far' });
    expect(hold({ ...asked, reviewOn: today }, begun)).toEqual({ ok: false, error: 'review-past' });
  });

  it('is looked at again, and stays the same wait', () => {
    expect(holdOn(held(), { reviewOn: '2026-12-20', words: 'Their list is long' }, '2026-12-05')).toMatchObject({
      ok: true,
      value: { since: today, reviewOn: '2026-12-20', words: 'Their list is long' },
    });
    expect(holdOn(held(), { reviewOn: '2026-12-05', words: '' }, '2026-12-05')).toEqual({ ok: false, error: 'review-past' });
  });

  it('ends once, with whoever ended it', () => {
    const ended = endHold(held(), { because: 'answered', by: null, today: '2026-12-14' });
    expect(ended).toMatchObject({ ok: true, value: { ended: { on: '2026-12-14', because: 'answered', by: null } } });
    if (ended.ok) {
      expect(endHold(ended.value, { because: 'by-hand', by: 'sam', today: '2026-12-15' })).toEqual({ ok: false, error: 'over' });
      expect(holdOn(ended.value, { reviewOn: '2026-12-20', words: '' }, '2026-12-15')).toEqual({ ok: false, error: 'over' });
      expect(heldDays(ended.value, '2027-03-01')).toBe(23);
    }
  });

  it('counts the days of every wait, and never fewer than none', () => {
    const day = fc.integer({ min: -30, max: 400 });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.option(day))), day, (waits, now) => {
        const holdings = waits.map(([since, until]) => ({
          since: addDays(today, since),
          ended: until === null ? null : { on: addDays(today, Math.max(since, until)), because: 'by-hand' as const, by: null },
        }));
        const on = addDays(today, now);
        const sum = totalHeldDays(holdings, on);
        expect(sum).toBeGreaterThanOrEqual(0);
        expect(totalHeldDays(holdings, addDays(on, 1))).toBeGreaterThanOrEqual(sum);
      }),
    );
  });

  it('calls nothing late while they wait but the wait itself', () => {
    expect(isLateWhileHeld('next-step')).toBe(false);
    expect(isLateWhileHeld('holding-review')).toBe(true);
  });

  it('takes silence and a waiting list for no answer', () => {
    expect(['requested', 'on-hold'].every(isStillAwaited)).toBe(true);
    expect(['accepted', 'in-progress', 'rejected', 'completed', 'cancelled', 'failed'].some(isStillAwaited)).toBe(false);
  });
});

describe('what a team’s people wait for', () => {
  it('is told by reason, with the nights within the days that are looked at', () => {
    const wait = (because: 'service' | 'nowhere', person: string, since: string, until?: string) => ({
      ...held(),
      ...{ because, person, since, ended: until ? { on: until, because: 'by-hand' as const, by: null } : null },
    });
    const waits = waitsByReason(
      [
        wait('service', 'moira', '2026-06-01'),
        wait('service', 'moira', '2026-11-01', '2026-11-05'),
        wait('nowhere', 'tam', '2026-11-11'),
        wait('nowhere', 'ina', '2026-11-20', '2026-11-21'),
      ],
      '2026-11-01',
      today,
    );
    expect(waits).toEqual([
      { because: 'service', people: 1, days: 24 },
      { because: 'nowhere', people: 1, days: 11 },
    ]);
    expect(waitsByReason([], '2026-11-01', today)).toEqual([]);
  });
});
