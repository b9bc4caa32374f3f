import { describe, expect, it } from 'vitest';
import { hashOf, hashPassword, newToken, passwordMatches } from './secrets.ts';

describe('a token', () => {
  it('is 256 random bits that fit a URL, and never the same', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(new Set(tokens).size).toBe(100);
  });

  it('is known again by its hash, which does not hold it', () => {
    const token = newToken();
    expect(hashOf(token)).toEqual(hashOf(token));
    expect(hashOf(token)).toHaveLength(32);
    expect(hashOf(token)).not.toEqual(hashOf(newToken()));
  });
});

describe('a password', () => {
  it('is kept as argon2id at no less than the recommended cost, with a salt of its own', async () => {
    const [once, twice] = await Promise.all([hashPassword('a long pass phrase'), hashPassword('a long pass phrase')]);
    expect(once).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(once).not.toBe(twice);
  });

  it('matches itself alone', async () => {
    const stored = await hashPassword('a long pass phrase');
    expect(await passwordMatches(stored, 'a long pass phrase')).toBe(true);
    expect(await passwordMatches(stored, 'A long pass phrase')).toBe(false);
    expect(await passwordMatches(stored, '')).toBe(false);
  });

  it('matches nothing for an account that has none, not even the one that stands in for it', async () => {
    for (const none of [null, undefined]) {
      expect(await passwordMatches(none, 'nobody has this one')).toBe(false);
      expect(await passwordMatches(none, 'a long pass phrase')).toBe(false);
    }
  });
});
