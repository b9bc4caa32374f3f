import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../platform/calendar.ts';
import { type Absence, isAway, type NewAbsence, overlap, planAbsence } from './absence.ts';

const today = '2026-11-21';
const asked: NewAbsence = { account: 'sam', cover: 'rhona', from: '2026-12-01', to: '2026-12-14' };
const other = (change: Partial<Absence>): Absence => ({
  id: 'a1',
  account: 'rhona',
  cover: null,
  from: '2026-12-10',
  to: '2026-12-12',
  ...change,
});
const refusal = (change: Partial<NewAbsence>, others: Absence[] = []) => {
  const planned = planAbsence({ ...asked, ...change }, others, today);
  return planned.ok ? undefined : typeof planned.error === 'string' ? planned.error : planned.error.name;
};

describe('being away', () => {
  it('is planned with somebody who covers, or with nobody yet', () => {
    expect(refusal({})).toBeUndefined();
    expect(refusal({ cover: null })).toBeUndefined();
    expect(refusal({ from: today, to: today })).toBeUndefined();
  });

  it('ends after it begins, is not over already, and is no longer than a year', () => {
    expect(refusal({ to: '2026-11-30' })).toBe('ends-first');
    expect(refusal({ from: '2026-11-01', to: '2026-11-20' })).toBe('over-already');
    expect(refusal({ to: '2028-01-01' })).toBe('too-long');
  });

  it('is covered by somebody else, who is there on all of those days', () => {
    expect(refusal({ cover: 'sam' })).toBe('covers-themselves');
    expect(refusal({}, [other({})])).toBe('cover-away');
    expect(refusal({}, [other({ from: '2026-12-15', to: '2026-12-20' })])).toBeUndefined();
  });

  it('is not planned twice for the same days', () => {
    expect(refusal({}, [other({ account: 'sam', cover: 'isla' })])).toBe('away-already');
  });

  it('is refused to somebody who covers for another then, so that cover never goes round in a circle', () => {
    expect(refusal({}, [other({ account: 'isla', cover: 'sam' })])).toBe('covers-somebody');
    expect(refusal({ cover: 'isla' }, [other({ account: 'isla', cover: 'sam' })])).toBe('cover-away');
  });

  it('leaves nobody covered by somebody who is away, whatever was planned in whatever order', () => {
    const who = fc.constantFrom('sam', 'rhona', 'isla');
    const plan = fc.record({ account: who, cover: fc.option(who), from: fc.nat(40), days: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 12 }), (plans) => {
        const planned: Absence[] = [];
        for (const [n, { from, days, ...whose }] of plans.entries()) {
          const next = planAbsence({ ...whose, from: addDays(today, from), to: addDays(today, from + days) }, planned, today);
          if (next.ok) planned.push({ ...next.value, id: String(n) });
        }
        for (const one of planned)
          for (const two of planned)
            if (one !== two && overlap(one, two)) {
              expect(one.account).not.toBe(two.account);
              expect(one.cover).not.toBe(two.account);
            }
      }),
    );
  });

  it('lasts to the end of its last day, and is over by itself', () => {
    expect(isAway(asked, '2026-11-30')).toBe(false);
    expect(isAway(asked, '2026-12-01')).toBe(true);
    expect(isAway(asked, '2026-12-14')).toBe(true);
    expect(isAway(asked, '2026-12-15')).toBe(false);
  });
});
