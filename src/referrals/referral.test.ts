import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accept,
  answer,
  ask,
  type Change,
  close,
  closures,
  giveBack,
  type Question,
  receive,
  referenceOf,
  type Referral,
  type Refusal,
  reopen,
  returnReasons,
} from './referral.ts';
import type { Result } from '../platform/result.ts';

const at = new Date('2026-11-21T10:00:00Z');
const sam = 'sam';
const received = (): Referral =>
  receive(
    {
      id: 'r',
      reference: 'SP-234',
      person: 'moira',
      source: 'practice',
      referredBy: 'isla',
      practice: 'glenkens',
      team: 'hills',
      needs: ['loneliness'],
      note: '',
      receivedAt: at,
    },
    '2026-11-21',
    5,
  ).state;
const question = (id = 'q1'): Question => ({ id, question: 'Does she have a phone?', askedBy: sam, askedAt: at });
const value = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
};

describe('a new referral', () => {
  it('waits for the team, with a day by which they should decide', () => {
    const change = receive({ ...received() }, '2026-02-26', 5);
    expect(change.state).toMatchObject({ stage: { name: 'waiting' }, dueOn: '2026-03-03' });
    expect(change.event).toEqual({ type: 'referral-received', needs: ['loneliness'], source: 'practice' });
  });

  it('is accepted by a link worker, and then nothing is due from the team', () => {
    const { state, event } = value(accept(received(), sam, at));
    expect(state).toMatchObject({ stage: { name: 'accepted', linkWorker: sam, at }, dueOn: null });
    expect(event).toEqual({ type: 'referral-accepted', linkWorker: sam });
  });

  it.each(returnReasons)('goes back with the reason %s and words for the referrer', (reason) => {
    const { state, event } = value(giveBack(received(), { reason, note: 'Try the Hub' }, at));
    expect(state).toMatchObject({ stage: { name: 'returned', reason, note: 'Try the Hub', at }, dueOn: null });
    expect(event).toEqual({ type: 'referral-returned', reason });
  });

  it('goes back for another reason only with words that say which', () => {
    expect(giveBack(received(), { reason: 'other', note: '' }, at)).toEqual({ ok: false, error: 'needs-a-note' });
    expect(giveBack(received(), { reason: 'duplicate', note: '' }, at).ok).toBe(true);
  });
});

describe('asking the referrer', () => {
  it('keeps the place in the queue and the day it is due', () => {
    const { state, event, question: asked } = value(ask(received(), question()));
    expect(state).toMatchObject({ stage: { name: 'asked' }, receivedAt: at, dueOn: '2026-11-26' });
    expect(event).toEqual({ type: 'referral-asked', question: 'q1' });
    expect(asked).toEqual(question());
  });

  it('puts the referral back among the waiting when the answer comes', () => {
    const asked = value(ask(received(), question())).state;
    const { state, event, question: answered } = value(answer(asked, question(), { text: 'Yes', by: 'isla', at }));
    expect(state).toEqual(received());
    expect(event).toEqual({ type: 'referral-answered', question: 'q1' });
    expect(answered?.answer).toEqual({ text: 'Yes', by: 'isla', at });
  });

  it('takes no answer that nobody asked for, and none twice', () => {
    expect(answer(received(), question(), { text: 'Yes', by: 'isla', at })).toEqual({ ok: false, error: 'not-asked' });
    const asked = value(ask(received(), question())).state;
    const answered = { ...question(), answer: { text: 'Yes', by: 'isla', at } };
    expect(answer(asked, answered, { text: 'No', by: 'isla', at })).toEqual({ ok: false, error: 'not-asked' });
  });

  it('may still be accepted or returned while the answer is out', () => {
    const asked = value(ask(received(), question())).state;
    expect(accept(asked, sam, at).ok).toBe(true);
    expect(giveBack(asked, { reason: 'duplicate', note: '' }, at).ok).toBe(true);
    expect(ask(asked, question('q2')).ok).toBe(true);
  });
});

describe('the end of support', () => {
  const accepted = () => value(accept(received(), sam, at)).state;

  it.each(closures)('is noted with why: %s', (because) => {
    const { state, event } = value(close(accepted(), because, at));
    expect(state.stage).toEqual({ name: 'closed', because, linkWorker: sam, at });
    expect(event).toEqual({ type: 'referral-closed', because });
  });

  it('cannot come before somebody has accepted', () => {
    expect(close(received(), 'completed', at)).toEqual({ ok: false, error: 'not-open' });
  });

  it('leaves an easy way back, to the same or another link worker', () => {
    const closed = value(close(accepted(), 'completed', at)).state;
    const { state, event } = value(reopen(closed, 'rhona', at));
    expect(state.stage).toEqual({ name: 'accepted', linkWorker: 'rhona', at });
    expect(event).toEqual({ type: 'referral-reopened', linkWorker: 'rhona' });
    expect(reopen(accepted(), sam, at)).toEqual({ ok: false, error: 'not-closed' });
  });
});

describe('whatever two people do at once', () => {
  type Step = (referral: Referral) => Result<Change, Refusal>;
  const steps: Record<string, Step> = {
    accept: (r) => accept(r, sam, at),
    return: (r) => giveBack(r, { reason: 'duplicate', note: '' }, at),
    ask: (r) => ask(r, question()),
    answer: (r) => answer(r, question(), { text: 'Yes', by: 'isla', at }),
    close: (r) => close(r, 'completed', at),
    reopen: (r) => reopen(r, sam, at),
  };
  const follows: Record<Referral['stage']['name'], string[]> = {
    waiting: ['accept', 'return', 'ask'],
    asked: ['accept', 'return', 'ask', 'answer'],
    accepted: ['close'],
    returned: [],
    closed: ['reopen'],
  };

  it('only a step that follows from where the referral stands is taken, and who and what it is for stay the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 12 }), (names) => {
        let now = received();
        for (const name of names) {
          const result = steps[name]!(now);
          expect(result.ok).toBe(follows[now.stage.name].includes(name));
          if (result.ok) now = result.value.state;
          const { id, person, team, needs, receivedAt } = now;
          expect({ id, person, team, needs, receivedAt }).toEqual({
            id: 'r',
            person: 'moira',
            team: 'hills',
            needs: ['loneliness'],
            receivedAt: at,
          });
        }
      }),
    );
  });
});

describe('a reference', () => {
  it('can be read aloud without mistakes and is the same each time', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(referenceOf(id)).toMatch(/^SP-[2-9CDFGHJKMNPQRTVWX]{7}$/);
        expect(referenceOf(id)).toBe(referenceOf(id));
      }),
    );
    expect(referenceOf('00000000-0000-0000-0000-000000000000')).toBe('SP-2222222');
    expect(referenceOf('00000000-0019-0000-0000-000000000000')).toBe('SP-3322222');
  });
});
