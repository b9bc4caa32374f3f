import { describe, expect, it } from 'vitest';
import { type Closing, forReferrer, isWithoutThePerson } from './closing.ts';

const closing: Closing = {
  id: 'c',
  person: 'moira',
  support: 's',
  referral: 'r',
  because: 'completed',
  goals: [{ goal: 'Sing', result: 'reached', words: '' }],
  outcome: 'She sings',
  didNotWork: 'The lunch club',
  forPractice: 'Review her tablets',
  whatNext: 'The choir',
  tellReferrer: true,
  closedAt: new Date(0),
  closedBy: 'sam',
};

describe('what the referrer may read', () => {
  it('is everything, when the person agreed', () => expect(forReferrer(closing)).toEqual(closing));

  it('is only that support has ended and what the practice has to do, when they did not', () => {
    expect(forReferrer({ ...closing, tellReferrer: false })).toEqual({
      ...closing,
      tellReferrer: false,
      goals: [],
      outcome: '',
      didNotWork: '',
      whatNext: '',
    });
  });
});

it('asks nothing of somebody who died or could not be reached', () => {
  expect(isWithoutThePerson('died')).toBe(true);
  expect(isWithoutThePerson('could-not-be-reached')).toBe(true);
  expect(isWithoutThePerson('completed')).toBe(false);
});
