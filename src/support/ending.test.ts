import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../platform/calendar.ts';
import { type EndingContent, furthestEnding, inOrder, refusalOf, taper } from './ending.ts';

const today = '2026-11-22';
const content: EndingContent = {
  lastOn: '2027-01-20',
  checkIns: ['2026-12-01', '2026-12-20'],
  whatGoesOn: '',
  whoToTurnTo: '',
  talkedThrough: true,
};

describe('an ending that is planned together', () => {
  it('has its contacts before its last day, and none that has gone by', () => {
    expect(refusalOf(content, today)).toBeUndefined();
    expect(refusalOf({ ...content, checkIns: [content.lastOn!] }, today)).toBeUndefined();
    expect(refusalOf({ ...content, checkIns: ['2027-01-21'] }, today)).toBe('check-in-after-end');
    expect(refusalOf({ ...content, checkIns: ['2026-11-21'] }, today)).toBe('past');
    expect(refusalOf({ ...content, lastOn: '2026-11-21', checkIns: [] }, today)).toBe('past');
    expect(refusalOf({ ...content, lastOn: today, checkIns: [] }, today)).toBeUndefined();
    expect(refusalOf({ ...content, lastOn: addDays(today, furthestEnding) }, today)).toBeUndefined();
    expect(refusalOf({ ...content, lastOn: addDays(today, furthestEnding + 1) }, today)).toBe('too-far');
    expect(refusalOf({ ...content, lastOn: null }, today)).toBeUndefined();
  });

  it('keeps its contacts in order, each once', () => {
    expect(inOrder({ ...content, checkIns: ['2026-12-20', '2026-12-01', '2026-12-20'] }).checkIns).toEqual(['2026-12-01', '2026-12-20']);
  });

  it('spreads contacts further and further apart, all of them before the last', () => {
    expect(taper(today, '2027-01-20')).toEqual(['2026-11-29', '2026-12-13', '2027-01-10']);
    expect(taper(today, '2026-11-29')).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const spread = taper(today, addDays(today, days));
        const gaps = [today, ...spread].slice(0, -1).map((day, n) => daysBetween(day, spread[n]!));
        expect(spread.every((day) => day > today && day < addDays(today, days))).toBe(true);
        expect(gaps.every((gap, n) => n === 0 || gap > gaps[n - 1]!)).toBe(true);
      }),
    );
  });
});
