import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagsIn, folded, type Known, leftIn, mayBePlaces, nothingKnown, othersIn } from './names.ts';

const known: Known = {
  own: ['Moira', 'Kerr', 'Mo Kerr'],
  born: '1948-03-14',
  home: ['2 Brae Street', 'New Galloway'],
  others: ['Callum Kerr (son)', 'Wee Jeannie', 'Mrs Gray'],
  staff: ['Sam Findlay', 'Mairi Young'],
  places: ['Castle Douglas', 'Dalry', 'New Galloway'],
  organisations: ['Glenkens Community Trust', 'Fleet Valley Medical Practice'],
};
const kinds = (text: string, of: Known = known) => flagsIn(text, of).map(({ kind, text: said }) => `${kind}: ${said}`);

describe('what could say who somebody is', () => {
  it.each([
    ['I am MOIRA, or Mo.', ['own-name: MOIRA', 'own-name: Mo']],
    ['They call me moira kerr here.', ['own-name: moira kerr']],
    ['It was Móira’s idea, not Kerr’s.', ['own-name: Móira’s', 'own-name: Kerr’s']],
    ['Callum drove. I rang jeannie, and Mrs Gray came.', ['known-name: Callum', 'known-name: jeannie', 'known-name: Gray']],
    ['Then Sam rang. I felt young.', ['staff: Sam']],
    ['My neighbour Wullie brings soup.', ['name: Wullie']],
    ['Dr Sharma listened, and Nurse Oduya too.', ['name: Sharma', 'name: Oduya']],
    ['Then Tomasz came with Krystyna.', ['name: Tomasz', 'maybe-name: Krystyna']],
    ['The bus to Castle Douglas, and from Dalry.', ['place: Castle Douglas', 'place: Dalry']],
    ['We live at 2 Brae Street in New Galloway.', ['home: 2 Brae Street', 'home: New Galloway']],
    ['Glenkens Community Trust runs it.', ['organisation: Glenkens Community Trust']],
    ['Post it to DG7 3RN or K1A 0B1.', ['postcode: DG7 3RN', 'postcode: K1A 0B1']],
    ['I was born on 14th March 1948.', ['born: 14th March 1948']],
    ['I was born on 14/03/48.', ['born: 14/03/48']],
    ['We wed on 3 June 1970 and moved in 1982.', ['date: 3 June 1970', 'date: 1982']],
    ['Ring 01644 420123 or +44 7700 900123.', ['phone: 01644 420123', 'phone: +44 7700 900123']],
    ['My number is 943 476 5919.', ['number: 943 476 5919']],
    ['Write to mo.kerr@home.example.', ['email: mo.kerr@home.example']],
    ['I am 74 and he is 76 years old.', ['age: I am 74', 'age: he is 76']],
    ['For my seventy-fifth year I turned seventy-four.', ['age: turned seventy-four']],
    ['I walked 40 minutes. I was 20 minutes late. I may go on Monday, in May.', ['name: May']],
    ['Will it help? Hope does. The NHS did, and the GP.', []],
  ])('in “%s”', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('says which decade an age is in, so that it can stand for the age', () => {
    expect(flagsIn('I am 74. She is sixty-one years old.', nothingKnown).map(({ decade }) => decade)).toEqual([70, 60]);
  });

  it('never misses a name of the record, however it is written and whatever stands around it', () => {
    const name = fc.constantFrom('Moira', 'Kerr', 'Callum', 'Jeannie', 'Gray');
    const written = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => `${text}’s`,
      (text: string) => `${text}'s`,
      (text: string) => `${text}s`,
      (text: string) => text.replace('a', 'á').normalize('NFD'),
    );
    const around = fc.constantFrom(' ', '. ', ', ', '“', '”', '(', ')', '-', '\n', ' — ', '! ', '/');
    const filler = fc
      .array(fc.constantFrom('so', 'we', 'walked', 'The', 'hills', '12', 'ok'), { maxLength: 4 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(filler, around, name, written, around, filler, (before, left, who, write, right, after) => {
        const said = write(who);
        const text = `${before}${left}${said}${right}${after}`;
        const from = before.length + left.length;
        const flags = flagsIn(text, known);
        expect(flags.some((flag) => flag.from <= from && flag.to >= from + who.length && /own-name|known-name/.test(flag.kind))).toBe(true);
      }),
    );
  });

  it('marks the text where it says so, and nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const flags = flagsIn(`${text} Moira ${text}`, known);
        for (const [n, flag] of flags.entries()) {
          expect(`${text} Moira ${text}`.slice(flag.from, flag.to)).toBe(flag.text);
          expect(flag.from).toBeGreaterThanOrEqual(flags[n - 1]?.to ?? 0);
        }
      }),
    );
  });

  it('tells apart what must go, what names others, and what a worker has looked at', () => {
    const flags = flagsIn('Moira of DG7 3RN met Callum at Rose Cottage.', known);
    expect(leftIn(flags, []).map(({ text }) => text)).toEqual(['Moira', 'DG7 3RN']);
    expect(othersIn(flags, []).map(({ text }) => text)).toEqual(['Callum', 'Rose']);
    expect(othersIn(flags, [folded('Rose')]).map(({ text }) => text)).toEqual(['Callum']);
  });

  it('offers what may be towns to look up', () => {
    expect(mayBePlaces('near Castle Douglas.')).toEqual(['castle', 'castle douglas', 'douglas']);
  });
});
