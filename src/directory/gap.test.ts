import { describe, expect, it } from 'vitest';
import { byNeedAndArea, isSmall, mayRemove } from './gap.ts';
import { isNeed, isRestricted, needMap, needs } from './need.ts';
import { ideas } from './synonyms.ts';

describe('gaps counted', () => {
  it('come together by need and place, the most wanted first, with the commonest reason', () => {
    expect(
      byNeedAndArea([
        { need: 'food', area: 'Dalry', why: 'cost', count: 2 },
        { need: 'transport', area: 'DG7', why: 'none', count: 3 },
        { need: 'transport', area: 'DG7', why: 'too-far', count: 4 },
        { need: 'transport', area: '', why: 'none', count: 2 },
      ]),
    ).toEqual([
      { need: 'transport', area: 'DG7', count: 7, commonest: 'too-far' },
      { need: 'food', area: 'Dalry', count: 2, commonest: 'cost' },
      { need: 'transport', area: '', count: 2, commonest: 'none' },
    ]);
  });

  it('are small below five', () => expect([0, 4, 5].map(isSmall)).toEqual([true, true, false]));
});

describe('taking a gap back', () => {
  const gap = { recordedBy: 'sam', at: new Date('2026-11-21T10:00:00Z') };
  it('is for whoever recorded it, for twelve hours', () => {
    expect(mayRemove(gap, 'sam', new Date('2026-11-21T21:59:59Z'))).toBe(true);
    expect(mayRemove(gap, 'sam', new Date('2026-11-21T22:00:00Z'))).toBe(false);
    expect(mayRemove(gap, 'rhona', gap.at)).toBe(false);
  });
});

describe('needs', () => {
  it('are twenty, of which one is restricted', () => {
    expect(needs).toHaveLength(20);
    expect(needs.filter(isRestricted)).toEqual(['domestic-abuse']);
    expect(needMap['domestic-abuse'].gravity).toBe('intimate-partner-violence');
  });
  it('are known by their codes alone', () =>
    expect(['money', 'toString', '__proto__', 'Money', ''].map(isNeed)).toEqual([true, false, false, false, false]));
  it('each have plain words to be found by', () =>
    expect(needs.filter((need) => !Object.values(ideas).some((idea) => idea.needs.includes(need)))).toEqual([]));
});
