import { describe, expect, it } from 'vitest';
import { choose, compare } from './match.ts';
import { keysOf } from './portrait.ts';
import { type Pair, pairs, portrait } from './testing/pairs.ts';

const judged = pairs.map((pair) => {
  const [one, other] = [portrait(pair.kind, pair.one), portrait(pair.kind, pair.other)];
  return { pair, one, other, ...compare(one, other) };
});
const told = ({ kind, one, other }: Pair) => `${kind}: ${one.name} | ${other.name}`;

describe('matching what two feeds tell of', () => {
  it('never takes two things for one by itself, on pairs that people have judged', () => {
    const taken = judged.filter(({ verdict }) => verdict === 'same');
    const right = taken.filter(({ pair }) => pair.same);
    const same = judged.filter(({ pair }) => pair.same);
    const asked = judged.filter(({ verdict }) => verdict === 'ask');
    const found = same.filter(({ verdict }) => verdict !== 'different').length;
    console.info(
      `Matching: ${pairs.length} pairs judged by people; by itself ${taken.length}, precision ${(right.length / taken.length).toFixed(3)}, ` +
        `recall ${(right.length / same.length).toFixed(3)}; with ${asked.length} questions, recall ${(found / same.length).toFixed(3)}`,
    );
    expect(taken.filter(({ pair }) => !pair.same).map(({ pair }) => told(pair))).toEqual([]);
    expect(same.filter(({ verdict }) => verdict === 'different').map(({ pair }) => told(pair))).toEqual([]);
    expect(right.length / same.length).toBeGreaterThanOrEqual(0.85);
    expect(asked.filter(({ pair }) => !pair.same).length).toBeLessThanOrEqual(6);
  });

  it('is the same whichever of the two comes first', () => {
    for (const { one, other, verdict } of judged) expect(compare(other, one).verdict).toBe(verdict);
  });

  it('compares whatever is the same, because the two have a key in common', () => {
    for (const { pair, one, other } of judged.filter(({ pair: { same } }) => same)) {
      // Services of one organisation are found by the id that it has got by then.
      const by = one.organisation ? { ...other, organisation: one.organisation } : other;
      const common = keysOf(one).filter((key) => keysOf(by).includes(key));
      expect([told(pair), common.length > 0]).toEqual([told(pair), true]);
    }
  });

  it('asks when two candidates both look the same', () => {
    const own = portrait('organisation', { name: 'Food Share', email: 'a@food.example', phone: '01556 100200' });
    const first = portrait('organisation', { name: 'Food Share', email: 'a@food.example' });
    const second = portrait('organisation', { name: 'Food Share', phone: '01556 100200' });
    expect(choose(own, [first])).toEqual({ same: first });
    expect(choose(own, [first, second])).toMatchObject({ ask: [{ likeness: { reasons: ['same-name', 'same-email'] } }, {}] });
    expect(choose(own, [])).toBeNull();
  });
});
