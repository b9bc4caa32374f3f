import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeOf, readNumber, spacedNumber } from './identifier.ts';
import { passesLuhn } from './luhn.ts';
import { passesMod11 } from './mod-11.ts';

const withMod11 = (nine: string): string | undefined => [...'0123456789'].map((check) => nine + check).find(passesMod11);
const withLuhn = (nine: string): string => [...'0123456789'].map((check) => nine + check).find(passesLuhn)!;
const nines = fc.stringMatching(/^[1-9]\d{8}$/);
const birthdays = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 1920, max: 2019 }),
});
const two = (n: number) => String(n).padStart(2, '0');

describe('an NHS number', () => {
  it('is read as people type it', () => expect(readNumber(' 943-476 5919 ')).toEqual({ system: 'nhs-number', value: '9434765919' }));
  it('that does not check is told as a slip', () => expect(readNumber('9434765918')).toBe('not-nhs-number'));
});

describe('a CHI number', () => {
  // Made up here by the sum of mod-11.ts: born on 1 January 1970, serial 123.
  const chi = withMod11('010170124')!;

  it('is known by the birthday that it begins with, whichever number a programme asks for first', () => {
    expect(readNumber(chi)).toEqual({ system: 'chi', value: chi });
    expect(readNumber(`${chi.slice(0, 6)} ${chi.slice(6)}`, 'chi')).toEqual({ system: 'chi', value: chi });
  });

  it('fits only somebody who was born that day', () => {
    expect(canBeOf({ system: 'chi', value: chi }, '1970-01-01')).toBe(true);
    expect(canBeOf({ system: 'chi', value: chi }, '1970-01-02')).toBe(false);
    expect(canBeOf({ system: 'other', value: chi }, '1970-01-02')).toBe(true);
    expect(canBeOf({ system: 'nhs-number', value: '9434765919' }, '1970-01-02')).toBe(true);
  });

  it('that does not check is told as a slip, and is never taken for another kind', () => {
    expect(readNumber(chi.slice(0, 9) + ((Number(chi[9]) + 1) % 10))).toBe('not-chi');
    expect(readNumber('9434765918', 'chi')).toBe('not-nhs-number');
  });

  it('may begin with 29 February, and never with 30 February or a thirteenth month', () => {
    expect(readNumber(withMod11('290200123') ?? withMod11('290200124')!)).toMatchObject({ system: 'chi' });
    for (const nine of ['300270123', '011370124']) expect(readNumber(withMod11(nine)!)).toBe('not-nhs-number');
  });

  it('is always read back for whoever was born that day', () =>
    fc.assert(
      fc.property(birthdays, fc.integer({ min: 0, max: 999 }), ({ day, month, year }, serial) => {
        const number = withMod11(`${two(day)}${two(month)}${String(year).slice(2)}${String(serial).padStart(3, '0')}`);
        fc.pre(number !== undefined);
        expect(readNumber(number!)).toEqual({ system: 'chi', value: number });
        expect(canBeOf({ system: 'chi', value: number! }, `${year}-${two(month)}-${two(day)}`)).toBe(true);
      }),
    ));
});

describe('a Health and Care number', () => {
  const hcn = withMod11('320000001')!;
  it('is known by its range', () => {
    expect(readNumber(hcn)).toEqual({ system: 'hcn', value: hcn });
    expect(readNumber(hcn.slice(0, 9) + ((Number(hcn[9]) + 1) % 10))).toBe('not-hcn');
  });
});

describe('an Ontario health card', () => {
  const number = withLuhn('123456789');
  it('keeps its number apart from the letters that change when the card is replaced', () =>
    expect(readNumber(`${number.slice(0, 4)}-${number.slice(4, 7)}-${number.slice(7)}-ab`)).toEqual({
      system: 'ontario',
      value: number,
      version: 'AB',
    }));

  it('may come without its letters where such numbers are asked for', () => {
    expect(readNumber(number, 'ontario')).toEqual({ system: 'ontario', value: number });
    expect(readNumber(number)).not.toMatchObject({ system: 'ontario' });
  });

  it('that does not check is told as a slip', () => {
    const slip = number.slice(0, 9) + ((Number(number[9]) + 1) % 10);
    expect(readNumber(`${slip}AB`)).toBe('not-ontario');
    expect(readNumber(slip, 'ontario')).toBe('not-ontario');
  });

  it('is checked as ISO/IEC 7812 gives it', () => {
    // 7992739871 with check digit 3 is the example that is given most often.
    expect(passesLuhn('79927398713')).toBe(true);
    expect(passesLuhn('79927398710')).toBe(false);
    expect(passesLuhn('')).toBe(false);
  });
});

describe('any number', () => {
  it('never survives one wrong digit', () =>
    fc.assert(
      fc.property(nines, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (nine, place, by) => {
        const wrong = (number: string) => [...number].map((digit, i) => (i === place ? String((Number(digit) + by) % 10) : digit)).join('');
        expect(passesLuhn(wrong(withLuhn(nine)))).toBe(false);
        const whole = withMod11(nine);
        if (whole) expect(passesMod11(wrong(whole))).toBe(false);
      }),
    ));

  it('reads the same when it is typed as it is shown', () =>
    fc.assert(
      fc.property(nines, fc.constantFrom('', 'A', 'XY'), (nine, letters) => {
        for (const number of [withMod11(nine), `${withLuhn(nine)}${letters}`]) {
          const read = number ? readNumber(number) : null;
          if (read && typeof read !== 'string') expect(readNumber(spacedNumber(read))).toEqual(read);
        }
      }),
    ));

  it('of another place is kept as it is', () => expect(readNumber('ab 1234')).toEqual({ system: 'other', value: 'AB1234' }));
  it('may be left out', () => expect(readNumber('  ')).toBeNull());
  it('breaks nothing, whatever is typed', () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('nhs-number', 'chi', 'hcn', 'ontario', 'other'),
        (typed, first) => void readNumber(typed, first),
      ),
    ));
});
