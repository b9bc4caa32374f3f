import { describe, expect, it } from 'vitest';
import { isSame, type PlanContent, withoutEmpty } from './plan.ts';

const plan: PlanContent = {
  whatMatters: 'Singing',
  strengths: '',
  needs: ['loneliness'],
  goals: [{ words: 'Sing with others', importance: 9, confidence: null, status: 'going-on' }],
  actions: [{ what: 'Ring the choir', who: 'link-worker', name: '', when: '2026-12-01', status: 'to-do' }],
  reviewOn: null,
};

describe('a plan', () => {
  it('does not keep the rows that were left empty', () => {
    const untidy = {
      ...plan,
      goals: [...plan.goals, { ...plan.goals[0]!, words: '' }],
      actions: [{ ...plan.actions[0]!, what: '' }, ...plan.actions],
    };
    expect(withoutEmpty(untidy)).toEqual(plan);
  });

  it('is the same only when nothing in it differs', () => {
    expect(isSame(plan, { ...plan, goals: [...plan.goals] })).toBe(true);
    const changes: Partial<PlanContent>[] = [
      { whatMatters: 'Swimming' },
      { strengths: 'Patience' },
      { needs: [] },
      { reviewOn: '2026-12-10' },
      { goals: [{ ...plan.goals[0]!, confidence: 5 }] },
      { goals: [{ ...plan.goals[0]!, importance: 8 }] },
      { goals: [{ ...plan.goals[0]!, status: 'reached' }] },
      { goals: [{ ...plan.goals[0]!, words: 'Sing' }] },
      { actions: [{ ...plan.actions[0]!, what: 'Write' }] },
      { actions: [{ ...plan.actions[0]!, who: 'person' }] },
      { actions: [{ ...plan.actions[0]!, name: 'Jean' }] },
      { actions: [{ ...plan.actions[0]!, when: null }] },
      { actions: [{ ...plan.actions[0]!, status: 'done' }] },
    ];
    for (const change of changes) expect(isSame(plan, { ...plan, ...change })).toBe(false);
  });
});
