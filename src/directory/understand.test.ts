import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedIn, spansOf } from './places-in-words.ts';
import { toPlace } from './place.ts';
import { remarksIn } from './reading.ts';
import { tokensOf, wholeTokensOf } from './search.ts';
import { understand } from './understand.ts';

const dalbeattie = toPlace('town', 'Dalbeattie', { latitude: 54.93, longitude: -3.82 });
const dalry = toPlace('town', 'St John’s Town of Dalry', { latitude: 55.1, longitude: -4.16 });
const hope = toPlace('town', 'Hope', { latitude: 53, longitude: -1 });
const postcode = toPlace('postcode', 'DG7 1CK', { latitude: 54.94, longitude: -3.93 });

function read(text: string, not: readonly string[] = []) {
  const words = tokensOf(text);
  return understand(words, namedIn(words, spansOf(words, wholeTokensOf(text)), [dalbeattie, dalry, hope, postcode]), {
    not,
    place: '',
    age: null,
  });
}
const meant = (text: string) => read(text).parts.filter(({ kind }) => kind === 'idea');

describe('what somebody typed', () => {
  it.each([
    ["can't pay heating", ['money', 'energy']],
    ['bailiffs at the door', ['money']],
    ['nobody to talk to', ['loneliness']],
    ['PIP', ['money']],
    ['COPD', ['condition']],
    ['CAB', ['money', 'legal']],
    ['the house is baltic', ['energy']],
    ['he hits me', ['domestic-abuse']],
    ['lost my wife in June', ['bereavement']],
    ['silver surfers', ['digital']],
  ])('%s means %j', (text, needs) => expect([...new Set(meant(text).flatMap((part) => part.needs))]).toEqual(needs));

  it('keeps the words that it does not know, and leaves out those that only hold a sentence together', () =>
    expect(read('is there a ceramics club at the marina please').parts.map(({ typed }) => typed)).toEqual(['ceramics', 'club', 'marina']));

  it('can be taken out again, and is then only a word', () => {
    const [part] = read('gambling').parts;
    expect(part).toMatchObject({ code: 'gambling', kind: 'idea' });
    expect(read('gambling', [part!.code!]).parts).toMatchObject([{ kind: 'word', typed: 'gambling', needs: [] }]);
  });

  it('knows whom a mother of eighty is not', () => {
    expect(read('for parents').parts[0]?.whoFor).toEqual(['parents']);
    expect(read('for parents aged 80').parts[0]?.whoFor).toEqual([]);
    expect(read('for my mum').parts).toEqual([]);
  });

  it('has a place in it, when it says so or the name could be nothing else', () => {
    expect(read('lunch in dalbeattie').place?.name).toBe('Dalbeattie');
    expect(read('dalbeattie lunch').place?.name).toBe('Dalbeattie');
    expect(read("choir in St John's Town of Dalry").place?.name).toBe('St John’s Town of Dalry');
    expect(read('food near dg7 1ck').place?.name).toBe('DG7 1CK');
    expect(read('i have no hope').place).toBeUndefined();
    expect(read('walks in hope').place?.name).toBe('Hope');
    expect(read('lunch in dalbeattie', ['place']).place).toBeUndefined();
    expect(read('lunch in dalbeattie').parts.map(({ typed }) => typed)).toEqual(['lunch']);
  });

  it('is read without a fault, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { exact, like } of read(text).parts)
          for (const phrase of [...exact, ...like]) expect(phrase).toMatch(/^[\p{L}\p{N} ]+$/u);
      }),
    );
  });
});

describe('days, ages and the rest among the words', () => {
  const remarks = (text: string) => remarksIn(tokensOf(text)).map(({ from: _, to: __, ...remark }) => remark);
  it.each([
    ['company on Sundays', [{ kind: 'days', days: ['SU'] }]],
    ['something at weekends', [{ kind: 'days', days: ['SA', 'SU'] }]],
    [
      'Tuesday evening',
      [
        { kind: 'days', days: ['TU'] },
        { kind: 'times', times: ['evening'] },
      ],
    ],
    ['for my 80 year old mum', [{ kind: 'age', age: 80 }]],
    ['my son is 15', [{ kind: 'age', age: 15 }]],
    ['in her eighties', []],
    ['in her 80s', [{ kind: 'age', age: 80 }]],
    ['walks of 10 km', []],
    ['free counselling', [{ kind: 'free' }]],
    ['free from gluten', []],
    ['no waiting list', [{ kind: 'room' }]],
  ])('%s', (text, expected) => expect(remarks(text)).toEqual(expected));
});
