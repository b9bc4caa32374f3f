import { expect, it } from 'vitest';
import { isRestricted, needs } from './need.ts';
import { fromAddress, toAddress } from './need-address.ts';

it('leads back from every address to its need', () => {
  for (const need of needs) expect(fromAddress(toAddress(need))).toBe(need);
});

it('does not tell a history what nobody should be seen to look for', () => {
  for (const need of needs.filter(isRestricted)) {
    expect(toAddress(need)).not.toMatch(/abuse|domestic|violence/);
    expect(fromAddress(need)).toBeUndefined();
  }
  expect(fromAddress('toString')).toBeUndefined();
});
