import { describe, expect, it } from 'vitest';
import { dated, isSame, type PlanContent, wholePlan, withoutEmpty } from './plan.ts';

const plan: PlanContent = wholePlan({
  whatMatters: 'Singing',
  strengths: '',
  needs: ['loneliness'],
  goals: [{ words: 'Sing with others', importance: 9, confidence: null, status: 'going-on' }],
  actions: [{ what: 'Ring the choir', goal: 0, who: 'link-worker', name: '', when: '2026-12-01', status: 'to-do' }],
  reviewOn: null,
});
const [goal, action] = [plan.goals[0]!, plan.actions[0]!];
const step = { words: 'Listen once', status: 'not-started', outcome: '' } as const;

describe('a plan', () => {
  it('does not keep the rows that were left empty', () => {
    const untidy = {
      ...plan,
      goals: [
        { ...goal, steps: [step, { ...step, words: '' }] },
        { ...goal, words: '' },
      ],
      actions: [{ ...action, what: '' }, action],
    };
    expect(withoutEmpty(untidy)).toEqual({ ...plan, goals: [{ ...goal, steps: [step] }] });
  });

  it('keeps each action with its goal when a goal before it is taken out', () => {
    const goals = [{ ...goal, words: '' }, goal, { ...goal, words: 'Swim' }];
    const actions = [0, 1, 2, null].map((of) => ({ ...action, what: `for ${of}`, goal: of }));
    const kept = withoutEmpty({ ...plan, goals, actions });
    expect(kept.actions.map(({ what, goal: of }) => [what, of])).toEqual([
      ['for 0', null],
      ['for 1', 0],
      ['for 2', 1],
      ['for null', null],
    ]);
  });

  it('is the same only when nothing in it differs', () => {
    expect(isSame(plan, { ...plan, goals: [...plan.goals] })).toBe(true);
    const changes: Partial<PlanContent>[] = [
      { whatMatters: 'Swimming' },
      { strengths: 'Patience' },
      { needs: [] },
      { reviewOn: '2026-12-10' },
      { fundedBy: 'Herself' },
      { otherPlans: 'Diabetes plan at the practice' },
      ...[{ signs: 'Stops singing' }, { helps: 'Her sister' }, { ring: 'Jean' }].map((part) => ({ ifWorse: { ...plan.ifWorse, ...part } })),
      ...[{ how: 'person' as const }, { name: 'Jean' }, { why: 'Too tired' }].map((part) => ({ agreed: { ...plan.agreed, ...part } })),
      ...(
        [
          { confidence: 5 },
          { importance: 8 },
          { status: 'reached' },
          { words: 'Sing' },
          { need: 'loneliness' },
          { outcome: 'She sang' },
          { steps: [step] },
        ] as const
      ).map((part) => ({ goals: [{ ...goal, ...part }] })),
      ...(
        [
          { what: 'Write' },
          { goal: null },
          { who: 'person' },
          { name: 'Jean' },
          { contact: '01644' },
          { when: null },
          { ifStuck: 'Ask Jean' },
          { status: 'done' },
          { statusWords: 'Twice' },
        ] as const
      ).map((part) => ({ actions: [{ ...action, ...part }] })),
    ];
    for (const change of changes) expect(isSame(plan, { ...plan, ...change })).toBe(false);
    const steps = [{ words: 'Hum' }, { status: 'reached' }, { outcome: 'She liked it' }] as const;
    const withStep = { ...plan, goals: [{ ...goal, steps: [step] }] };
    for (const part of steps) expect(isSame(withStep, { ...plan, goals: [{ ...goal, steps: [{ ...step, ...part }] }] })).toBe(false);
  });

  it('knows when each action was last changed, and a plan saved again changes none', () => {
    const first = dated(plan, undefined, '2026-11-01');
    expect(first.actions[0]!.updatedOn).toBe('2026-11-01');
    const more = {
      ...first,
      actions: [
        { ...first.actions[0]!, status: 'done' as const },
        { ...action, what: 'Sing' },
      ],
    };
    const second = dated(more, first, '2026-11-10');
    expect(second.actions.map(({ updatedOn }) => updatedOn)).toEqual(['2026-11-10', '2026-11-10']);
    expect(dated(second, second, '2026-11-20').actions.map(({ updatedOn }) => updatedOn)).toEqual(['2026-11-10', '2026-11-10']);
  });

  it('that was written before plans held so much reads as one in which the rest was not asked', () => {
    expect(plan.agreed).toEqual({ how: 'not-yet', name: '', why: '' });
    expect(plan.ifWorse).toEqual({ signs: '', helps: '', ring: '' });
    expect([plan.fundedBy, plan.otherPlans]).toEqual(['', '']);
    const said = { agreed: { how: 'representative', name: 'Jean', why: '' }, ifWorse: { signs: 'Quiet', helps: '', ring: '' } } as const;
    expect(wholePlan({ ...plan, ...said, fundedBy: 'Herself', otherPlans: 'One more' })).toMatchObject({
      ...said,
      fundedBy: 'Herself',
      otherPlans: 'One more',
    });
  });
});
