import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../platform/calendar.ts';
import { freshForDays, freshnessOn } from './freshness.ts';
import { type Capacity, roomAt } from './room.ts';
import { pageSize, tokensOf } from './search.ts';

const said = (known: Partial<Capacity> = {}): Capacity => ({
  unit: 'places',
  available: 4,
  waitingList: false,
  waitWeeks: null,
  updatedAt: new Date('2026-11-01T09:00:00Z'),
  expiresAt: new Date('2026-12-01T00:00:00Z'),
  ...known,
});
const now = new Date('2026-11-21T10:00:00Z');

describe('room', () => {
  it.each([
    ['there is', said(), { kind: 'room', available: 4, unit: 'places' }],
    ['there is, whatever list there was', said({ waitingList: true, waitWeeks: 3 }), { kind: 'room', available: 4, unit: 'places' }],
    ['there is a list', said({ available: 0, waitingList: true, waitWeeks: 3 }), { kind: 'waiting', weeks: 3 }],
    ['there is a list of unknown length', said({ available: 0, waitingList: true }), { kind: 'waiting', weeks: null }],
    ['there is none', said({ available: 0 }), { kind: 'full' }],
    ['nobody has said', null, { kind: 'unknown' }],
  ])('%s', (_what, capacity, room) => expect(roomAt(capacity, now)).toEqual(room));

  it('is not known from the moment that what was said expires', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true }),
        fc.date({ noInvalidDate: true }),
        fc.nat(),
        fc.boolean(),
        (expiresAt, at, available, waitingList) => {
          const { kind } = roomAt(said({ expiresAt, available, waitingList }), at);
          expect(kind === 'unknown').toBe(at >= expiresAt);
          if (kind === 'room') expect(available).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('freshness', () => {
  const today = '2026-11-21';
  it.each([
    [0, 'fresh', 0, 'day'],
    [6, 'fresh', 6, 'day'],
    [7, 'fresh', 1, 'week'],
    [21, 'fresh', 3, 'week'],
    [59, 'fresh', 8, 'week'],
    [61, 'fresh', 2, 'month'],
    [183, 'fresh', 6, 'month'],
    [184, 'stale', 6, 'month'],
    [729, 'stale', 23, 'month'],
    [731, 'stale', 2, 'year'],
  ])('after %i days it is %s: %i %s', (days, kind, count, unit) =>
    expect(freshnessOn(today, addDays(today, -days), 'Sam Findlay')).toEqual({ kind, ago: { count, unit }, by: 'Sam Findlay' }),
  );

  it('is unknown when nobody has looked', () => expect(freshnessOn(today, null, null)).toEqual({ kind: 'never' }));
  it('takes a day that has not come for today', () =>
    expect(freshnessOn(today, '2027-01-01', null)).toMatchObject({ ago: { count: 0, unit: 'day' } }));

  it('only ever gets staler', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (one, other) => {
        const [newer, older] = [Math.min(one, other), Math.max(one, other)].map((days) => freshnessOn(today, addDays(today, -days), null));
        if (newer!.kind === 'stale') expect(older!.kind).toBe('stale');
        expect(newer!.kind === 'fresh').toBe(Math.min(one, other) <= freshForDays);
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ["Men's Shed, Castle Douglas", ['men', 'shed', 'castle', 'douglas']],
    ["can't pay", ['cant', 'pay']],
    ['café CAFÉ', ['cafe', 'cafe']],
    ['', []],
    ['& | ! :*', []],
  ])('%s', (typed, words) => expect(tokensOf(typed)).toEqual(words));

  it('are letters and digits, no more than forty, and stay the same when read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        const words = tokensOf(typed);
        expect(words.length).toBeLessThanOrEqual(40);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(tokensOf(words.join(' '))).toEqual(words);
      }),
    );
  });

  it('are shown twenty services at a time', () => expect(pageSize).toBe(20));
});
