import { describe, expect, it } from 'vitest';
import { accessibilityIn, languageIn } from './access-needs.ts';

describe('what somebody needs to take part', () => {
  it.each([
    ['Walks with a frame, hard of hearing', ['step-free', 'hearing-loop']],
    ['Uses a wheelchair', ['step-free']],
    ['BSL', ['sign-language']],
    ['Deaf, signs', ['sign-language']],
    ['deaf', []],
    ['Likes gardening', []],
    ['', []],
  ])('is read from “%s”', (text, wanted) => expect(accessibilityIn(text).toSorted()).toEqual(wanted.toSorted()));

  it.each([
    ['Polish', 'pl'],
    ['Polish, mornings', 'pl'],
    ['an interpreter for Kurdish (Sorani)', 'ku'],
    ['none needed', null],
    ['None', null],
    ['', null],
  ])('is a language in “%s”', (text, code) => expect(languageIn(text)).toBe(code));
});
