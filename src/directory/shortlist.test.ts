import { describe, expect, it } from 'vitest';
import { moved, namedIn } from './shortlist.ts';

describe('the order of a shortlist', () => {
  it('changes by one step at a time', () => {
    expect(moved(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b']);
  });

  it('stays as it is at its ends, and for what is not on it', () => {
    expect(moved(['a', 'b'], 'a', 'up')).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'b', 'down')).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'z', 'up')).toEqual(['a', 'b']);
  });
});

describe('a note that others will read', () => {
  const note = (text: string) => [{ service: 'choir', note: text }];

  it('is found when it names the person, whatever the case, accents and punctuation', () => {
    expect(namedIn(note('Good for MOIRA’s Tuesdays'), ['Moira Kerr'])).toEqual(['choir']);
    expect(namedIn(note('Ask Wójcik’s sister'), ['Tomasz Wojcik'])).toEqual(['choir']);
    expect(namedIn(note('(kerr)'), ['Moira Kerr', ''])).toEqual(['choir']);
  });

  it('may hold other words that only begin or end like the name', () => {
    expect(namedIn(note('Kerry runs it, by the kerb'), ['Moira Kerr'])).toEqual([]);
    expect(namedIn(note(''), ['Moira Kerr'])).toEqual([]);
    expect(namedIn(note('A bus goes there'), ['A Bee'])).toEqual([]);
  });
});
