import { describe, expect, it } from 'vitest';
import { termsOf } from './map-terms.ts';

const service = (...names: string[]) => ({ attributes: names.map((name, n) => ({ taxonomy_term: { id: `t${n}`, name } })) });

describe('the terms of a service', () => {
  it('mean what their words say, while nobody has said more', () => {
    const unknown = new Map<string, number>();
    expect(termsOf(service('Lunch clubs for older people', 'Falconry', 'Falconry'), unknown)).toMatchObject({
      needs: ['food'],
      audiences: ['older'],
    });
    expect([...unknown]).toEqual([['Falconry', 1]]);
  });

  it('mean what the programme’s crosswalk says, even when that is nothing', () => {
    const unknown = new Map<string, number>();
    const said = { t0: { needs: ['loneliness' as const], audiences: [] }, t1: { needs: [], audiences: [] } };
    const found = termsOf(service('Lunch clubs', 'Food'), unknown, (term) => said[term['id'] as keyof typeof said]);
    expect(found).toEqual({ needs: ['loneliness'], audiences: [], names: ['Lunch clubs', 'Food'] });
    expect(unknown.size).toBe(0);
  });
});
