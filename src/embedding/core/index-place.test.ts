import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved } from './index-action.ts';
import { type Figures, place, placeOf } from './index-place.ts';
import { completed, problemsOf, type Rules, usualRules } from './index-rules.ts';
import {
  answerFigure,
  answersOf,
  type IndicatorId,
  indicatorIds,
  isFact,
  type Level,
  levels,
  liveIds,
  liveOf,
  shareOf,
  valueOf,
} from './indicator.ts';

const far = (level: Level | null): number => (level ? levels.indexOf(level) : -1);

const valueFor = (id: IndicatorId): fc.Arbitrary<number> => {
  if (isFact(id)) return fc.integer({ min: 0, max: answersOf(id).length - 1 });
  return liveOf(id).unit === 'share' ? fc.double({ min: 0, max: 1, noNaN: true }) : fc.integer({ min: 0, max: liveOf(id).days });
};
const figuresFor = fc
  .record(Object.fromEntries(indicatorIds.map((id) => [id, fc.option(valueFor(id), { nil: undefined })])))
  .map((values): Figures => {
    const known = Object.entries(values).filter((entry): entry is [IndicatorId, number] => entry[1] !== undefined);
    return Object.fromEntries(known.map(([id, value]) => [id, { value }]));
  });
const rulesFor: fc.Arbitrary<Rules> = fc
  .record({
    by: fc.constantFrom('most' as const, 'weakest' as const),
    leastKnown: fc.integer({ min: 1, max: 4 }),
    left: fc.subarray([...indicatorIds]),
  })
  .map((some) => ({ ...usualRules, ...some }));
const improved = (id: IndicatorId, value: number, by: number): number => {
  if (isFact(id)) return Math.min(answersOf(id).length - 1, value + Math.ceil(by * 2));
  const span = liveOf(id).unit === 'share' ? 1 : liveOf(id).days;
  return liveOf(id).better === 'more' ? Math.min(span, value + by * span) : Math.max(0, value - by * span);
};

describe('where a site stands', () => {
  it('is never further back for a better figure', () => {
    const better = fc.tuple(figuresFor, rulesFor, fc.constantFrom(...indicatorIds), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(better, ([figures, rules, id, by]) => {
        const before = valueOf(figures[id]);
        fc.pre(before !== null);
        const [was, is] = [place(figures, rules), place({ ...figures, [id]: { value: improved(id, before, by) } }, rules)];
        expect(far(is.site)).toBeGreaterThanOrEqual(far(was.site));
        was.concepts.forEach(({ level }, nth) => expect(far(is.concepts[nth]!.level)).toBeGreaterThanOrEqual(far(level)));
      }),
    );
  });

  it('is not moved by what nobody knows, and that is never low', () => {
    const why = fc.constantFrom('few' as const, 'nothing-yet' as const, 'not-said' as const, 'not-connected' as const);
    fc.assert(
      fc.property(figuresFor, rulesFor, why, (figures, rules, reason) => {
        const unknown = indicatorIds.filter((id) => figures[id] === undefined);
        const told: Figures = { ...figures, ...Object.fromEntries(unknown.map((id) => [id, { why: reason }])) };
        expect(place(told, rules)).toEqual(place(figures, rules));
        for (const id of unknown) expect(placeOf(id, told[id], rules)).toBeNull();
      }),
    );
  });

  it('is where more than half of its indicators have got to', () => {
    const figures: Figures = {
      'active-referrers': { value: 0.7 },
      returned: { value: 0.2 },
      'team-meetings': { value: 0 },
    };
    expect(place(figures, usualRules).concepts.find(({ concept }) => concept === 'identity')).toEqual({
      ...{ concept: 'identity', level: 'fitting-in', known: 3, of: 3 },
    });
    expect(place(figures, { ...usualRules, by: 'weakest' }).concepts[1]!.level).toBe('bolted-on');
    expect(place(figures, usualRules).site).toBeNull();
  });

  it('is not said of a new site, of which nothing is known', () => {
    expect(place({}, usualRules)).toMatchObject({ site: null });
    expect(place({}, usualRules).concepts.every(({ level, known }) => level === null && known === 0)).toBe(true);
  });

  it('stands exactly on a line as beyond it, whichever way is better', () => {
    expect(placeOf('returned', { value: 0.1 }, usualRules)).toBe('belonging');
    expect(placeOf('returned', { value: 0.26 }, usualRules)).toBe('bolted-on');
    expect(placeOf('surgery-days', { value: 2 }, usualRules)).toBe('fitting-in');
  });
});

describe('a figure', () => {
  it('from fewer than five says so, and one of nothing is none', () => {
    expect([shareOf(0, 0), shareOf(3, 4), shareOf(4, 5)]).toEqual([{ why: 'nothing-yet' }, { why: 'few' }, { value: 0.8 }]);
  });

  it('of an answer that there is not any more is not known', () => {
    expect([answerFigure('record-access', 'write'), answerFigure('record-access', 'all'), answerFigure('room', null)]).toEqual([
      { value: 2 },
      { why: 'not-said' },
      { why: 'not-said' },
    ]);
  });
});

describe('rules', () => {
  it('of our own have nothing wrong with them', () => expect(problemsOf(usualRules)).toEqual([]));

  it('that say the opposite of what is better, or are no numbers, are refused', () => {
    const thresholds = { ...usualRules.thresholds, returned: { fitting: 0.1, belonging: 0.3 }, read: { fitting: NaN, belonging: 1 } };
    expect(problemsOf({ ...usualRules, thresholds, leastKnown: 0 })).toEqual([
      { field: 'returned-belonging', why: 'order' },
      { field: 'read-fitting', why: 'range' },
      { field: 'leastKnown', why: 'whole' },
    ]);
  });

  it('that were kept before an indicator came get the usual line for it', () => {
    expect(completed({ by: 'weakest' }).thresholds.read).toEqual(usualRules.thresholds.read);
    expect(liveIds.every((id) => completed({}).thresholds[id])).toBe(true);
  });
});

describe('an action', () => {
  const action = { indicator: 'returned', beganOn: '2026-09-01', valueAtStart: 0.4 } as const;

  it('remembers whether the figure moved, the way that is better', () => {
    expect(moved(action, 0.2, '2026-10-15')).toBe('moved');
    expect(moved(action, 0.35, '2026-10-15')).toBe('did-not-move');
    expect(moved(action, 0.5, '2026-10-15')).toBe('other-way');
    expect(moved({ ...action, indicator: 'read', valueAtStart: 0.3 }, 0.4, '2026-10-15')).toBe('moved');
  });

  it('says when it is too early, and when it cannot be said', () => {
    expect(moved(action, 0, '2026-09-28')).toBe('too-early');
    expect(moved(action, null, '2026-12-01')).toBe('cannot-say');
    expect(moved({ ...action, indicator: 'room', valueAtStart: 0 }, 2, '2026-09-02')).toBe('moved');
  });
});
