import fc from 'fast-check';
import { expect, it } from 'vitest';
import { referenceFor } from './reference.ts';

it('can be read aloud without mistakes, and is the same each time', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(referenceFor('SP', id)).toMatch(/^SP-[2-9CDFGHJKMNPQRTVWX]{7}$/);
      expect(referenceFor('SP', id)).toBe(referenceFor('SP', id));
    }),
  );
  expect(referenceFor('SP', '00000000-0000-0000-0000-000000000000')).toBe('SP-2222222');
  expect(referenceFor('CN', '00000000-0019-0000-0000-000000000000')).toBe('CN-3322222');
});
