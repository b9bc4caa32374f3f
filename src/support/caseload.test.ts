import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everybody, type Filters, filtersIn, isNarrowed, silences, toAddress } from './caseload.ts';

const listed = ['money', 'loneliness'] as const;

const any: fc.Arbitrary<Filters> = fc.record({
  need: fc.constantFrom(null, 'money' as const, 'loneliness' as const),
  held: fc.constantFrom(null, 'any' as const, 'no' as const, 'service' as const, 'nowhere' as const),
  unmet: fc.boolean(),
  when: fc.constantFrom(null, 'late' as const, 'today' as const, 'week' as const),
  place: fc.constantFrom('', 'Dalbeattie', 'New Galloway'),
  interpreter: fc.boolean(),
  risk: fc.boolean(),
  silent: fc.constantFrom(null, ...silences),
});

describe('narrowing a caseload', () => {
  it('reads from an address what it wrote there', () => {
    fc.assert(
      fc.property(any, (filters) => {
        const address = toAddress(filters);
        expect(filtersIn((name) => address[name], listed)).toEqual(filters);
        expect(isNarrowed(filters)).toBe(JSON.stringify(filters) !== JSON.stringify(everybody));
      }),
    );
  });

  it('takes what makes no sense for no choice', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(filtersIn((name) => (name === 'place' ? '' : `?${typed}`), listed)).toEqual(everybody);
      }),
    );
  });

  it('never picks people out by a need that lists do not show', () => {
    expect(filtersIn((name) => (name === 'need' ? 'domestic-abuse' : undefined), listed).need).toBeNull();
  });
});
