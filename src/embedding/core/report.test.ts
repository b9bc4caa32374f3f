import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, figuresOf, mayFollow, type Raw, readable } from './report.ts';
import { beginsOn, lastDayOf, monthDue } from './report-month.ts';
import { among, isSafe, partsOf } from './report-small.ts';

const counted = (more: Partial<Counted> = {}): Counted => ({
  ...{ needs: ['loneliness'], age: 70, outcome: 'accepted', reason: null, asked: false, metAfterDays: 6, connected: true },
  ...more,
});
const times = <T>(n: number, make: T): T[] => Array.from({ length: n }, () => make);
const raw = (referrals: readonly Counted[]): Raw => ({ referrals, endings: [], gaps: [] });

const anyReferral: fc.Arbitrary<Counted> = fc
  .record({
    needs: fc.uniqueArray(fc.constantFrom('loneliness' as const, 'money' as const, 'housing' as const, 'mood' as const), { minLength: 1 }),
    age: fc.integer({ min: 0, max: 100 }),
    outcome: fc.constantFrom('accepted' as const, 'accepted' as const, 'accepted' as const, 'waiting' as const, 'returned' as const),
    why: fc.constantFrom('out-of-scope' as const, 'duplicate' as const, 'person-declined' as const),
    asked: fc.boolean(),
    metAfterDays: fc.option(fc.integer({ min: 0, max: 60 })),
    connected: fc.boolean(),
  })
  .map(({ why, ...referral }) => ({ ...referral, reason: referral.outcome === 'returned' ? why : null }));
const anyRaw: fc.Arbitrary<Raw> = fc.record({
  referrals: fc.array(anyReferral, { maxLength: 45 }),
  endings: fc.array(
    fc.record({
      because: fc.constantFrom('completed' as const, 'moved-away' as const, 'died' as const),
      goals: fc.array(fc.constantFrom('reached' as const, 'partly' as const, 'not' as const), { maxLength: 3 }),
    }),
    { maxLength: 25 },
  ),
  gaps: fc.constant([]),
});

describe('a number in a practice’s report', () => {
  it('is never smaller than five, and neither is anything that can be worked out by taking away', () => {
    fc.assert(
      fc.property(anyRaw, (all) => {
        for (const [name, n] of readable(figuresOf(all))) expect(isSafe(n), `${name} is ${n}`).toBe(true);
      }),
    );
  });

  it('hides the next smallest with a small one, and does not give two small ones away by their sum', () => {
    const parts = (...counts: number[]) =>
      partsOf(
        counts.map((n, of) => ({ of: String(of), n })),
        counts.reduce((sum, n) => sum + n, 0),
      ).map(({ n }) => n);
    expect(parts(9, 6, 2)).toEqual([9, null, null]);
    expect(parts(9, 6, 0)).toEqual([9, 6, 0]);
    expect(parts(20, 3, 3)).toEqual([20, null, null]);
    // Both under 5, and 8 together: they can only be 4 and 4.
    expect(parts(20, 4, 4)).toEqual([null, null, null]);
    expect(among(11, 12)).toBeNull();
  });

  it('tells nothing more of a month with four people, and of one with nobody says so', () => {
    const few = figuresOf(raw(times(4, counted())));
    expect(few).toMatchObject({ referred: null, met: null, connected: null, asked: null, needs: [] });
    expect(few.ages.every(({ n }) => n === null)).toBe(true);
    expect(figuresOf(raw([])).referred).toBe(0);
  });

  it('says who was referred and what came of it where there are enough', () => {
    const figures = figuresOf({
      referrals: [
        ...times(7, counted({ needs: ['loneliness', 'money'] })),
        ...times(6, counted({ age: 30, outcome: 'returned', reason: 'out-of-scope', metAfterDays: null })),
      ],
      endings: times(5, { because: 'completed' as const, goals: ['reached' as const] }),
      gaps: [
        { need: 'transport', n: 6 },
        { need: 'food', n: 2 },
      ],
    });
    expect(figures).toMatchObject({
      referred: 13,
      met: 7,
      metWithinDays: 6,
      connected: 7,
      reasons: [{ of: 'out-of-scope', n: 6 }],
      ended: 5,
    });
    expect(figures.ages.flatMap(({ of, n }) => (n ? [`${of} ${n}`] : []))).toEqual(['25-44 6', '65-79 7']);
    const small = figuresOf(raw([...times(6, counted({ age: 82 })), ...times(3, counted({ age: 30 })), ...times(2, counted({ age: 50 }))]));
    expect(small.ages).toEqual([
      { of: 'under-65', n: 5 },
      { of: '65-over', n: 6 },
    ]);
    expect(figures.needs).toEqual([
      { of: 'loneliness', n: 13 },
      { of: 'money', n: 7 },
    ]);
    expect(figures.gaps).toEqual([{ of: 'transport', n: 6 }]);
  });
});

describe('a corrected report', () => {
  const before = figuresOf(raw(times(12, counted())));
  it('does not follow when one person more would be told by the difference', () => {
    expect(mayFollow(before, figuresOf(raw(times(13, counted()))))).toBe(false);
    expect(mayFollow(before, before)).toBe(false);
    expect(mayFollow(before, figuresOf(raw(times(17, counted()))))).toBe(true);
  });

  it('nor when another cell would be told or hidden, which would give a small one away', () => {
    const waiting = (n: number) => times(n, counted({ outcome: 'waiting', metAfterDays: null }));
    const returned = (n: number) => times(n, counted({ outcome: 'returned', reason: 'duplicate', metAfterDays: null }));
    const of = (...referrals: Counted[][]) => figuresOf(raw(referrals.flat()));
    const told = of(times(20, counted()), waiting(5));
    expect(mayFollow(told, of(times(20, counted()), waiting(10)))).toBe(true);
    expect(mayFollow(told, of(times(20, counted()), waiting(8), returned(3)))).toBe(false);
  });
});

describe('the month of a report', () => {
  const none = () => false;
  it('is the one before, due on the first working day', () => {
    // 1 November 2026 is a Sunday.
    expect(monthDue('2026-11-01', none)).toBeUndefined();
    expect(monthDue('2026-11-02', none)).toBe('2026-10-01');
    expect(monthDue('2026-11-02', (day) => day === '2026-11-02')).toBeUndefined();
    expect(monthDue('2026-11-30', none)).toBe('2026-10-01');
    expect(monthDue('2027-01-04', (day) => day === '2027-01-01')).toBe('2026-12-01');
    expect(lastDayOf('2028-02-01')).toBe('2028-02-29');
  });

  it('takes a month in which too few were referred into the next, and overlaps with none that was told', () => {
    const last = { month: '2026-09-01', from: '2026-09-01' };
    expect(beginsOn('2026-10-01', undefined)).toBe('2026-10-01');
    expect(beginsOn('2026-10-01', { ...last, referred: 8 })).toBe('2026-10-01');
    expect(beginsOn('2026-10-01', { ...last, referred: null })).toBe('2026-09-01');
    expect(beginsOn('2026-11-01', { ...last, referred: 8 })).toBe('2026-10-01');
  });
});
