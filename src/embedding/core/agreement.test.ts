import { describe, expect, it } from 'vitest';
import { type Agreement, standingOf, toWarnOf } from './agreement.ts';

const today = '2026-11-21';
const signed = (known: Partial<Agreement> = {}) => ({
  organisation: 'trust',
  kind: 'sharing' as const,
  signedOn: '2026-01-01',
  expiresOn: '2027-12-31',
  endedAt: null,
  ...known,
});
const stands = (...all: Partial<Agreement>[]) =>
  standingOf(
    all.map((each) => signed(each)),
    today,
  );

describe('an organisation may be told of people', () => {
  it('while an agreement about their data is in force, to the end of its last day', () => {
    expect(stands({})).toBe('valid');
    expect(stands({ expiresOn: null })).toBe('valid');
    expect(stands({ expiresOn: today })).toBe('ends-soon');
    expect(stands({ kind: 'both' })).toBe('valid');
  });

  it('and not before it begins, after it ran out, once it was ended, or under one about services alone', () => {
    expect(stands({ signedOn: '2026-11-22' })).toBe('not-yet');
    expect(stands({ expiresOn: '2026-11-20' })).toBe('expired');
    expect(stands({ endedAt: new Date('2026-11-01T09:00:00Z') })).toBe('ended');
    expect(stands({ kind: 'service' })).toBe('none');
    expect(stands()).toBe('none');
  });

  it('again when a newer one follows', () => {
    expect(stands({ expiresOn: '2026-06-30' }, { signedOn: '2026-07-01' })).toBe('valid');
  });
});

describe('the end of an agreement', () => {
  it('is warned of sixty days ahead, and not when another outlasts it', () => {
    const [soon, later] = [signed({ expiresOn: '2027-01-20' }), signed({ expiresOn: '2027-01-21' })];
    expect(toWarnOf([soon], today)).toEqual([soon]);
    expect(toWarnOf([later], today)).toEqual([]);
    expect(toWarnOf([soon, signed({ signedOn: '2026-11-01', kind: 'both' })], today)).toEqual([]);
    expect(toWarnOf([signed({ expiresOn: '2026-11-20' })], today)).toEqual([]);
  });
});
