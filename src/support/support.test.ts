import { describe, expect, it } from 'vitest';
import { begin, close, currentOf, reopen, type Support } from './support.ts';

const at = new Date('2026-11-21T10:00:00Z');
const later = new Date('2026-12-21T10:00:00Z');
const begun = { id: 's', person: 'moira', referral: 'r', linkWorker: 'sam', team: 'glenkens', needs: ['loneliness'] as const };
const when = { at, today: '2026-11-21', withinDays: 7, task: 't' };
const open = begin(begun, when).state;
const closed = (() => {
  const change = close(open, 'completed', later);
  if (!change.ok) throw new Error(change.error);
  return change.value;
})();

describe('support that begins', () => {
  it('brings a first contact to make, with an owner and a day', () => {
    const change = begin(begun, when);
    expect(change.state).toEqual({ ...begun, startedAt: at, lastContactAt: null, stage: { name: 'open' }, next: null, rowVersion: 1 });
    expect(change.event).toEqual({ type: 'support-begun', linkWorker: 'sam' });
    expect(change.task).toEqual({
      id: 't',
      person: 'moira',
      support: 's',
      owner: 'sam',
      kind: 'first-contact',
      about: null,
      dueOn: '2026-11-28',
      note: '',
      addedAt: at,
      done: null,
    });
  });
});

describe('support that ends', () => {
  it('says why and when, and has nothing next', () => {
    expect(closed.state).toMatchObject({ stage: { name: 'closed', because: 'completed', at: later }, next: null, rowVersion: 2 });
    expect(closed.event).toEqual({ type: 'support-closed', because: 'completed' });
    expect(closed.task).toBeUndefined();
  });

  it('ends once', () => expect(close(closed.state, 'moved-away', later)).toEqual({ ok: false, error: 'not-open' }));
});

describe('support that is opened again', () => {
  it('is the same one, with whoever takes it up and a first contact to make', () => {
    const again = reopen(closed.state, 'rhona', { ...when, task: 't2' });
    expect(again).toMatchObject({
      ok: true,
      value: {
        state: { id: 's', startedAt: at, linkWorker: 'rhona', stage: { name: 'open' }, rowVersion: 3 },
        event: { type: 'support-reopened', linkWorker: 'rhona' },
        task: { id: 't2', kind: 'first-contact', owner: 'rhona', dueOn: '2026-11-28' },
      },
    });
  });

  it('must have ended', () => expect(reopen(open, 'rhona', when)).toEqual({ ok: false, error: 'not-closed' }));
});

describe('the support that a new contact belongs to', () => {
  const one = (id: string, stage: Support['stage'], startedAt: Date): Support => ({ ...open, id, stage, startedAt });
  const ended = { name: 'closed', because: 'completed', at } as const;

  it('is the open one, however old', () => {
    expect(currentOf([one('new', ended, later), one('old', { name: 'open' }, at)])?.id).toBe('old');
  });
  it('is the newest of several', () => {
    expect(currentOf([one('old', { name: 'open' }, at), one('new', { name: 'open' }, later)])?.id).toBe('new');
    expect(currentOf([one('old', ended, at), one('new', ended, later)])?.id).toBe('new');
  });
  it('is none for somebody who was never supported', () => expect(currentOf([])).toBeUndefined());
});
