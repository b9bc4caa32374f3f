import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNhsNumber, readHealthNumber, spaced } from './health-number.ts';

describe('an NHS number', () => {
  // 943 476 5919 is the example of the NHS Data Dictionary; 999-numbers are kept for tests.
  it.each(['9434765919', '9990000018', '9990000026'])('%s is valid', (digits) => expect(isNhsNumber(digits)).toBe(true));
  it.each(['9434765918', '943476591', '94347659190', 'ABCDEFGHIJ', '9999999999', '0000000000'])('%s is not', (digits) =>
    expect(isNhsNumber(digits)).toBe(false),
  );

  it('never survives one wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...'9434765919'];
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(isNhsNumber(digits.join(''))).toBe(false);
      }),
    );
  });

  it('has no tenth digit when the sum leaves ten', () => {
    for (let digit = 0; digit <= 9; digit++) expect(isNhsNumber(`100000000${digit}`)).toBe(digit === 1);
    for (let digit = 0; digit <= 9; digit++) expect(isNhsNumber(`000000006${digit}`)).toBe(false);
  });
});

describe('a number as people type it', () => {
  it('may have spaces and dashes, or be left out', () => {
    expect(readHealthNumber(' 943-476 5919 ')).toEqual({ ok: true, value: { system: 'nhs-number', value: '9434765919' } });
    expect(readHealthNumber('  ')).toEqual({ ok: true, value: null });
  });

  it('is refused when its ten digits do not check', () =>
    expect(readHealthNumber('9434765918')).toEqual({ ok: false, error: 'not-nhs-number' }));

  it('may be of another system', () => {
    expect(readHealthNumber('ab 1234')).toEqual({ ok: true, value: { system: 'other', value: 'AB1234' } });
    expect(readHealthNumber('hello')).toEqual({ ok: false, error: 'not-a-number' });
    expect(readHealthNumber('a1')).toEqual({ ok: false, error: 'not-a-number' });
    expect(readHealthNumber('1234567890123456789012')).toEqual({ ok: false, error: 'not-a-number' });
  });

  it('is shown in groups that can be read aloud', () => {
    expect(spaced({ system: 'nhs-number', value: '9434765919' })).toBe('943 476 5919');
    expect(spaced({ system: 'other', value: 'AB1234' })).toBe('AB1234');
  });
});
