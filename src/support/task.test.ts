import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../platform/calendar.ts';
import { begin, close, reopen, type Support } from './support.ts';
import { finish, isMeant, isOpen, nextOf, reviewAfterDays, reviewIfNone, type Task, type TaskKind, taskKinds } from './task.ts';

const at = new Date('2026-11-21T10:00:00Z');
const today = '2026-11-21';
const task = (changed: Partial<Task> = {}): Task => ({
  id: 'a',
  person: 'moira',
  support: 's',
  owner: 'sam',
  kind: 'own',
  about: null,
  dueOn: today,
  note: '',
  addedAt: at,
  done: null,
  ...changed,
});
const open = { id: 's', person: 'moira', linkWorker: 'sam', open: true };

describe('what is next for a person', () => {
  it('is what is due first', () => {
    expect(nextOf([task({ id: 'b', dueOn: '2026-12-01' }), task({ id: 'a', dueOn: '2026-11-25', kind: 'review', note: 'n' })])).toEqual({
      due: '2026-11-25',
      kind: 'review',
      note: 'n',
    });
  });

  it('does not count what is done', () => {
    expect(nextOf([task({ done: { at, by: 'sam' } }), task({ id: 'b', dueOn: '2026-12-01' })])?.due).toBe('2026-12-01');
    expect(nextOf([task({ done: { at, by: 'sam' } })])).toBeNull();
    expect(nextOf([])).toBeNull();
  });

  it('is always the same of two that are due on one day', () => {
    const two = [task({ id: 'b', kind: 'review' }), task({ id: 'a', kind: 'call-back' })];
    expect(nextOf(two)?.kind).toBe('call-back');
    expect(nextOf(two.toReversed())?.kind).toBe('call-back');
  });

  it('is an answer that somebody waits for before a question that nobody has asked yet', () => {
    const two = [task({ id: 'a', kind: 'ask-risks' }), task({ id: 'b', kind: 'connection-answered' })];
    expect(nextOf(two)?.kind).toBe('connection-answered');
    expect(nextOf([...two, task({ id: 'c', kind: 'ask-risks', dueOn: addDays(today, -1) })])?.kind).toBe('ask-risks');
  });
});

describe('a person for whom nothing is planned', () => {
  it('is looked at again in two weeks, by whoever supports them', () => {
    expect(reviewIfNone(open, [task({ done: { at, by: 'sam' } })], { id: 'r', today, at })).toEqual(
      task({ id: 'r', kind: 'review', dueOn: '2026-12-05' }),
    );
  });

  it('is left alone when something is planned, or support has ended', () => {
    expect(reviewIfNone(open, [task()], { id: 'r', today, at })).toBeUndefined();
    expect(reviewIfNone({ ...open, open: false }, [], { id: 'r', today, at })).toBeUndefined();
  });
});

describe('finishing a task', () => {
  it('keeps who did it and when, once', () => {
    const done = finish(task(), 'sam', at);
    expect(done.done).toEqual({ at, by: 'sam' });
    expect(finish(done, 'rhona', new Date(0))).toBe(done);
  });

  it('can mean all that is open about one thing, of one kind, or of one support', () => {
    const about = task({ about: { kind: 'connection', id: 'c' }, kind: 'connection-no-answer' });
    expect(isMeant(about, { about: 'c' })).toBe(true);
    expect(isMeant(about, { about: 'other' })).toBe(false);
    expect(isMeant(about, { kind: 'connection-no-answer', support: 's' })).toBe(true);
    expect(isMeant(about, { kind: 'review' })).toBe(false);
    expect(isMeant(about, { support: 'other' })).toBe(false);
    expect(isMeant(about, { ids: ['b'] })).toBe(false);
    expect(isMeant(about, { ids: ['a'] })).toBe(true);
    expect(isMeant({ ...about, done: { at, by: null } }, { about: 'c' })).toBe(false);
  });
});

type Step =
  | { what: 'add'; kind: TaskKind; inDays: number }
  | { what: 'finish'; nth: number }
  | { what: 'finish-kind'; kind: TaskKind }
  | { what: 'close' }
  | { what: 'reopen' };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ what: fc.constant('add' as const), kind: fc.constantFrom(...taskKinds), inDays: fc.integer({ min: -30, max: 400 }) }),
  fc.record({ what: fc.constant('finish' as const), nth: fc.nat(5) }),
  fc.record({ what: fc.constant('finish-kind' as const), kind: fc.constantFrom(...taskKinds) }),
  fc.constant({ what: 'close' as const }),
  fc.constant({ what: 'reopen' as const }),
);

describe('nobody is left without a next thing', () => {
  it('whatever a link worker does, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let ids = 0;
        const when = { at, today, withinDays: 7 };
        const begun = begin(
          { id: 's', person: 'moira', referral: 'r', linkWorker: 'sam', team: 't', needs: [] },
          { ...when, task: 'first' },
        );
        let support: Support = begun.state;
        let tasks: Task[] = [begun.task!];
        for (const each of steps) {
          const isActive = support.stage.name === 'open';
          if (each.what === 'add' && isActive) tasks.push(task({ id: `t${++ids}`, kind: each.kind, dueOn: addDays(today, each.inDays) }));
          if (each.what === 'finish') tasks = tasks.map((one, n) => (n === each.nth ? finish(one, 'sam', at) : one));
          if (each.what === 'finish-kind') tasks = tasks.map((one) => (isMeant(one, { kind: each.kind }) ? finish(one, 'sam', at) : one));
          const change =
            each.what === 'close'
              ? close(support, 'completed', at)
              : each.what === 'reopen'
                ? reopen(support, 'sam', { ...when, task: `t${++ids}` })
                : undefined;
          if (change?.ok) {
            support = change.value.state;
            if (each.what === 'close') tasks = tasks.map((one) => finish(one, 'sam', at));
            if (change.value.task) tasks.push(change.value.task);
          }
          const active = support.stage.name === 'open';
          const review = reviewIfNone({ ...support, open: active }, tasks, { id: `t${++ids}`, today, at });
          if (review) tasks.push(review);
          const waiting = tasks.filter(isOpen);
          if (active) {
            expect(waiting.length).toBeGreaterThan(0);
            expect(waiting.every(({ owner, dueOn }) => owner && dueOn)).toBe(true);
            expect(nextOf(tasks)!.due).toBe(waiting.map(({ dueOn }) => dueOn).sort()[0]);
            if (review) expect(review.dueOn).toBe(addDays(today, reviewAfterDays));
          } else {
            expect(waiting).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
