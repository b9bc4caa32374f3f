import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOver, suggestWeight, weightOf, weights } from './weight.ts';

describe('how much of a worker somebody takes', () => {
  it('is light after four weeks with hardly any contact, heavy with five contacts or more', () => {
    expect(suggestWeight({ contacts: 0, daysOfSupport: 90 })).toBe(1);
    expect(suggestWeight({ contacts: 1, daysOfSupport: 28 })).toBe(1);
    expect(suggestWeight({ contacts: 2, daysOfSupport: 90 })).toBe(2);
    expect(suggestWeight({ contacts: 4, daysOfSupport: 90 })).toBe(2);
    expect(suggestWeight({ contacts: 5, daysOfSupport: 90 })).toBe(3);
  });

  it('is usual for whoever is new, and heavy when they have needed a lot already', () => {
    expect(suggestWeight({ contacts: 0, daysOfSupport: 3 })).toBe(2);
    expect(suggestWeight({ contacts: 6, daysOfSupport: 10 })).toBe(3);
  });

  it('goes by what the worker says, and counts a part of it while they wait', () => {
    expect(weightOf({ weight: 3, suggestedWeight: 1, held: false }, 50)).toBe(3);
    expect(weightOf({ weight: null, suggestedWeight: 2, held: false }, 50)).toBe(2);
    expect(weightOf({ weight: null, suggestedWeight: 1, held: true }, 50)).toBe(0.5);
    expect(weightOf({ weight: 3, suggestedWeight: 1, held: true }, 0)).toBe(0);
  });

  it('never grows while they wait, nor shrinks with more contact', () => {
    const any = fc.constantFrom(...weights);
    fc.assert(
      fc.property(any, fc.option(any), fc.nat(100), (suggestedWeight, weight, percent) => {
        const [held, not] = [true, false].map((held) => weightOf({ weight, suggestedWeight, held }, percent));
        expect(held).toBeLessThanOrEqual(not!);
      }),
    );
    fc.assert(
      fc.property(fc.nat(40), fc.nat(400), (contacts, daysOfSupport) => {
        expect(suggestWeight({ contacts: contacts + 1, daysOfSupport })).toBeGreaterThanOrEqual(suggestWeight({ contacts, daysOfSupport }));
      }),
    );
  });

  it('is too much only beyond the line', () => {
    expect(isOver(100, 100)).toBe(false);
    expect(isOver(100.5, 100)).toBe(true);
  });
});
