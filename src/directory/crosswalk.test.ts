import { describe, expect, it } from 'vitest';
import { type Line, linesFor, meaningOf, type TermNode } from './crosswalk.ts';

const node = (lines: readonly Line[] | null = null, known: Partial<TermNode> = {}): TermNode => ({
  parent: null,
  lines,
  twins: [],
  ...known,
});
const food = linesFor({ needs: ['food'], audiences: [] }, 'narrower');
const meant = (needs: string[], audiences: string[] = []) => ({ needs, audiences });
const tree = (nodes: Record<string, TermNode>) => new Map(Object.entries(nodes));

describe('what a term of somebody else’s list means to us', () => {
  it('is what was said of it', () => {
    const nodes = tree({ meals: node(linesFor({ needs: ['food', 'loneliness'], audiences: ['older'] }, 'same')) });
    expect(meaningOf('meals', nodes)).toEqual({ meaning: meant(['loneliness', 'food'], ['older']), how: 'own', from: 'meals' });
  });

  it('is what its nearest ancestor means, when nobody has said', () => {
    const nodes = tree({
      top: node(linesFor({ needs: ['money'], audiences: [] }, 'same')),
      food: node(food, { parent: 'top' }),
      free: node(null, { parent: 'food' }),
      lunch: node(null, { parent: 'free' }),
    });
    expect(meaningOf('lunch', nodes)).toEqual({ meaning: meant(['food']), how: 'inherited', from: 'food' });
  });

  it('is nothing once somebody has said so, whatever its ancestors mean', () => {
    expect(meaningOf('pets', tree({ care: node(food), pets: node([], { parent: 'care' }) }))).toMatchObject({
      meaning: meant([]),
      how: 'own',
    });
  });

  it('is not known while nobody has said anything', () => {
    expect(meaningOf('a', tree({ a: node(null, { parent: 'b' }), b: node() }))).toBeUndefined();
    expect(meaningOf('unheard of', tree({}))).toBeUndefined();
    expect(meaningOf('orphan', tree({ orphan: node(null, { parent: 'unheard of' }) }))).toBeUndefined();
  });

  it('follows the terms that it is the same as, or a kind of, and not those that are only near', () => {
    const to = (relation: 'same' | 'narrower' | 'broader' | 'related') =>
      meaningOf('mine', tree({ mine: node([{ term: 'theirs', relation }]), theirs: node(food) }))?.meaning.needs;
    expect([to('same'), to('narrower'), to('broader'), to('related')]).toEqual([['food'], ['food'], undefined, undefined]);
  });

  it('leaves out our codes that are only near', () => {
    const lines: Line[] = [...food, { list: 'bothy-needs', code: 'money', relation: 'related' }];
    expect(meaningOf('a', tree({ a: node(lines) }))?.meaning).toEqual(meant(['food']));
  });

  it('is that of the same term in a list that was imported, before that of its parent', () => {
    const nodes = tree({ a: node(null, { twins: ['b'], parent: 'c' }), b: node(null, { parent: 'd' }), c: node([]), d: node(food) });
    expect(meaningOf('a', nodes)).toEqual({ meaning: meant(['food']), how: 'linked', from: 'd' });
  });

  it('ends, where terms go round in a circle', () => {
    const round = tree({ a: node([{ term: 'b', relation: 'same' }]), b: node(null, { parent: 'a', twins: ['a'] }) });
    expect(meaningOf('a', round)).toBeUndefined();
    expect(meaningOf('self', tree({ self: node(null, { parent: 'self' }) }))).toBeUndefined();
  });
});
