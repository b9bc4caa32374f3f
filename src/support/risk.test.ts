import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endRisk, mayNoneBeSaid, type NoKnownRisk, type Risk, standingOf } from './risk.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const risk = (more: Partial<Risk> = {}): Risk => ({
  id: 'r',
  person: 'p',
  kind: 'health',
  level: 'careful',
  words: 'Falls when she gets up fast',
  helps: '',
  startedOn: '2026-10-01',
  reviewOn: '2026-12-01',
  ended: null,
  saidAt: at(10),
  saidBy: 'sam',
  rowVersion: 1,
  ...more,
});
const none = (day: number): NoKnownRisk => ({ id: 'n', person: 'p', words: '', saidAt: at(day), saidBy: 'sam' });
const ended = { on: '2026-11-15', why: 'A rail was put in' };

describe('what is known of risks', () => {
  it('is nothing at all until somebody has asked', () => {
    expect(standingOf([], undefined)).toBe('not-asked');
    expect(standingOf([], none(10))).toBe('none-known');
    expect(standingOf([risk()], none(20))).toBe('known');
  });

  it('does not count an old “no known risks” over a risk that came later and has ended', () => {
    expect(standingOf([risk({ ended })], none(5))).toBe('ended');
    expect(standingOf([risk({ ended })], none(20))).toBe('none-known');
  });

  it('never says “none” while one is open', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 6 }), fc.option(fc.integer({ min: 1, max: 28 })), (open, day) => {
        const risks = open.map((isOpen, nth) => risk({ id: String(nth), ended: isOpen ? null : ended }));
        const standing = standingOf(risks, day ? none(day) : undefined);
        expect(standing === 'known').toBe(open.includes(true));
        expect(mayNoneBeSaid(risks).ok).toBe(!open.includes(true));
        if (!open.length && !day) expect(standing).toBe('not-asked');
      }),
    );
  });
});

describe('ending a risk', () => {
  it('keeps it, with the day and the reason', () => {
    expect(endRisk(risk(), ended)).toMatchObject({ ok: true, value: { words: 'Falls when she gets up fast', ended } });
  });

  it('wants a reason, and a day after it began; and happens once', () => {
    expect(endRisk(risk(), { ...ended, why: ' ' })).toEqual({ ok: false, error: 'no-reason' });
    expect(endRisk(risk(), { ...ended, on: '2026-09-30' })).toEqual({ ok: false, error: 'before-start' });
    expect(endRisk(risk({ ended }), ended)).toEqual({ ok: false, error: 'ended-already' });
  });
});
