import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimLasts, fromRecipient, keptText, mostTries, nextTry, states, toRecipient, turnOf } from './message.ts';

const now = new Date('2026-11-21T10:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);

describe('whose turn it is to deliver a message', () => {
  it('sends what is queued', () => {
    expect(turnOf({ state: 'queued', claimedAt: null, tries: 0 }, now)).toEqual({ name: 'send' });
  });

  it('leaves alone what is sent, stopped or failed', () => {
    for (const state of ['sent', 'stopped', 'failed', 'to-print', 'by-hand'] as const)
      expect(turnOf({ state, claimedAt: ago(1), tries: 1 }, now)).toEqual({ name: 'leave' });
  });

  it('waits while somebody else may still be sending it', () => {
    expect(turnOf({ state: 'sending', claimedAt: ago(claimLasts - 1), tries: 1 }, now)).toEqual({
      name: 'wait',
      until: new Date(now.getTime() + 1),
    });
  });

  it('takes over from somebody who died while sending it', () => {
    expect(turnOf({ state: 'sending', claimedAt: ago(claimLasts), tries: 1 }, now)).toEqual({ name: 'send' });
  });

  it('gives up a message during which the sender has died time after time', () => {
    expect(turnOf({ state: 'sending', claimedAt: ago(claimLasts), tries: mostTries }, now)).toEqual({ name: 'give-up' });
  });
});

describe('trying again', () => {
  it('is soon at first and then less and less often', () => {
    const waits = Array.from({ length: mostTries - 1 }, (_, done) => nextTry(done + 1, now, true)!.getTime() - now.getTime());
    expect(waits[0]).toBe(60_000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(waits.length);
  });

  it('goes on through a night without a mail server', () => {
    const whole = Array.from({ length: mostTries - 1 }, (_, done) => nextTry(done + 1, now, true)!.getTime() - now.getTime()).reduce(
      (a, b) => a + b,
    );
    expect(whole).toBeGreaterThan(12 * 3_600_000);
  });

  it('ends after the last try, and at once when it could not help', () => {
    expect(nextTry(mostTries, now, true)).toBeUndefined();
    expect(nextTry(1, now, false)).toBeUndefined();
  });
});

describe('the copy that is kept', () => {
  it('does not hold the link that only the reader was given', () => {
    const link = 'https://bothy.example/reply/s3cret';
    expect(keptText(`Answer here: ${link}\nOr later: ${link}`, [link], '[link]')).toBe('Answer here: [link]\nOr later: [link]');
  });

  it('holds no secret, wherever it stands in the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.uuid(), (before, after, secret) => {
        expect(keptText(before + secret + after, [secret], '·')).not.toContain(secret);
      }),
    );
  });

  it('is the whole text when there are no secrets', () => {
    expect(keptText('Dear Isla,', [''], '[link]')).toBe('Dear Isla,');
  });
});

it('knows a recipient again by kind and id', () => {
  for (const to of [{ account: 'a' }, { service: 's' }, { person: 'p' }, { address: 'a' }]) {
    const { kind, id } = toRecipient(to);
    expect(fromRecipient({ toKind: kind, toId: id })).toEqual(to);
  }
  expect(states).toHaveLength(7);
});
