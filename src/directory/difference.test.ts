import { describe, expect, it } from 'vitest';
import { canonical, differencesOf, isSame, linesOf } from './difference.ts';

const id = '7f3c2e10-0000-4000-9000-000000000001';

describe('what differs between two tellings', () => {
  it('is found field by field, and not where only the order of names is another', () => {
    const before = { id, name: 'Lunch club', phones: [{ number: '1', type: 'voice' }], url: 'https://a.example' };
    const after = { id, name: 'Lunch club', phones: [{ type: 'voice', number: '1' }], email: 'soup@club.example' };
    expect(differencesOf(before, after)).toEqual([
      { field: 'url', before: 'https://a.example', after: undefined },
      { field: 'email', before: undefined, after: 'soup@club.example' },
    ]);
    expect(differencesOf(before, before)).toEqual([]);
    expect(differencesOf(null, { id }).map(({ field }) => field)).toEqual(['id']);
  });

  it('tells a list from an object, and null from nothing', () => {
    expect([isSame([], {}), isSame({ a: null }, {}), isSame([1, 2], [2, 1]), isSame({ a: [{ b: 1 }] }, { a: [{ b: 1 }] })]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(canonical({ b: [{ d: 1, c: 2 }], a: null })).toBe(canonical({ a: null, b: [{ c: 2, d: 1 }] }));
  });

  it('reads as lines, without the ids that nobody can compare by eye', () => {
    expect(linesOf('Soup')).toEqual([{ deep: 0, name: '', value: 'Soup' }]);
    expect(
      linesOf([
        { id, freq: 'WEEKLY', phones: [{ number: '1' }], note: '' },
        { id, byday: 'TU' },
      ]),
    ).toEqual([
      { deep: 0, name: 'freq', value: 'WEEKLY' },
      { deep: 0, name: 'phones', value: '' },
      { deep: 1, name: 'number', value: '1' },
      { deep: 0, name: '', value: '' },
      { deep: 0, name: 'byday', value: 'TU' },
    ]);
    expect(linesOf({ id })).toEqual([{ deep: 0, name: '', value: id }]);
    expect(linesOf(null)).toEqual([]);
  });
});
