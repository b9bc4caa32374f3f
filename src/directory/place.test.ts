import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, foldedName, spacedPostcode, toPlace, toPostcode } from './place.ts';

describe('postcodes', () => {
  it.each([
    ['DG7 1AA', 'DG71AA', 'DG7'],
    ['dg71aa', 'DG71AA', 'DG7'],
    [' ec1a 1bb ', 'EC1A1BB', 'EC1A'],
    ['M1 1AE', 'M11AE', 'M1'],
    ['K1A-0B1', 'K1A0B1', 'K1A'],
    ['DG7', null, 'DG7'],
    ['k1a', null, 'K1A'],
    ['EC1A', null, 'EC1A'],
  ])('%s is %s in %s', (typed, whole, outcode) => expect(toPostcode(typed)).toEqual({ whole, outcode }));

  it.each(['', 'Castle Douglas', '12345', 'DG7 1A', 'DG77 1AAA', 'Dumfries 1', '1 DG7 1AA'])('%s is none', (typed) =>
    expect(toPostcode(typed)).toBeUndefined(),
  );

  it('are the same however they are spaced and cased', () => {
    const letter = fc.constantFrom(...'ABCDEFGHJKLMNOPQRSTUVWXYZ');
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const postcode = fc.tuple(letter, letter, digit, digit, letter, letter).map((parts) => parts.join(''));
    const spaced = (text: string, gaps: readonly string[]) => [...text].map((each, nth) => each + (gaps[nth] ?? '')).join('');
    fc.assert(
      fc.property(postcode, fc.array(fc.constantFrom('', ' ', '-', '  '), { maxLength: 6 }), fc.boolean(), (code, gaps, small) => {
        const typed = spaced(small ? code.toLowerCase() : code, gaps);
        expect(toPostcode(typed)).toEqual({ whole: code, outcode: code.slice(0, -3) });
        expect(toPostcode(spacedPostcode(code))).toEqual(toPostcode(typed));
      }),
    );
  });

  it('never fail on anything typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void [toPostcode(typed), foldedName(typed)]));
  });
});

describe('names of places', () => {
  it.each([
    ['Castle Douglas', 'castle douglas'],
    ['  CASTLE   DOUGLAS ', 'castle douglas'],
    ['Saint John’s Town of Dalry', 'st johns town of dalry'],
    ["St. John's Town of Dalry", 'st johns town of dalry'],
    ['Trois-Rivières', 'trois rivieres'],
    ['Ynys Môn', 'ynys mon'],
  ])('%s is compared as %s', (name, folded) => expect(foldedName(name)).toBe(folded));

  it('stay as they are when folded twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => foldedName(foldedName(name)) === foldedName(name)));
  });
});

describe('what may be counted of a place', () => {
  const point = { latitude: 54.94, longitude: -3.93 };
  it('is never a whole postcode', () => {
    expect(areaOf(toPlace('postcode', 'DG7 1AA', point))).toBe('DG7');
    expect(areaOf(toPlace('outcode', 'DG7', point))).toBe('DG7');
    expect(areaOf(toPlace('town', 'Castle Douglas', point))).toBe('Castle Douglas');
    expect(areaOf(undefined)).toBe('');
  });
  it('has a code made from its name', () => {
    expect(toPlace('postcode', 'dg7 1aa', point)).toEqual({ code: 'DG71AA', kind: 'postcode', name: 'DG7 1AA', ...point });
    expect(toPlace('town', 'Ynys Môn', point).code).toBe('ynys mon');
  });
});
