import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersApart, wordMeant } from './spelling.ts';

describe('letters apart', () => {
  it.each([
    ['choir', 'choir', 0],
    ['chior', 'choir', 1],
    ['gardning', 'gardening', 1],
    ['walkking', 'walking', 1],
    ['debt', 'dept', 1],
    ['', 'tea', 3],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
  ])('%s and %s: %i', (one, other, apart) => expect(lettersApart(one, other)).toBe(apart));

  it('is the same both ways, nothing for the same word, and no more than the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        const apart = lettersApart(one, other);
        expect(apart).toBe(lettersApart(other, one));
        expect(apart === 0).toBe(one === other);
        expect(apart).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(apart).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      }),
    );
  });
});

describe('the word that was meant', () => {
  it.each([
    ['chior', ['chair', 'choir'], 'choir'],
    ['bereavment', ['bereavement', 'berries'], 'bereavement'],
    ['lonleyness', ['loneliness'], 'loneliness'],
    ['zebra', ['zero', 'bread'], undefined],
    ['tea', ['sea', 'team'], 'team'],
    ['xy', [], undefined],
  ])('by %s is, of %j, %s', (typed, known, meant) => expect(wordMeant(typed, known)).toBe(meant));
});
