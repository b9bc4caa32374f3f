import { describe, expect, it } from 'vitest';
import { orphanedBy, type Worker } from './orphan.ts';

const today = '2026-11-21';
const sam: Worker = {
  id: 'sam',
  active: true,
  supports: true,
  away: false,
  covered: false,
  signedInOn: '2026-11-20',
  heldSince: '2026-01-10',
};
const why = (change: Partial<Worker>) => orphanedBy({ ...sam, ...change }, today, 14);

describe('people without a link worker', () => {
  it('are those of somebody who has left, or is no link worker any more', () => {
    expect(why({})).toBeUndefined();
    expect(why({ active: false })).toBe('disabled');
    expect(why({ supports: false })).toBe('no-link-worker');
  });

  it('are those of somebody who is away and whom nobody covers', () => {
    expect(why({ away: true })).toBe('away');
    expect(why({ away: true, covered: true, signedInOn: '2026-09-01' })).toBeUndefined();
  });

  it('are those of somebody who has not signed in for longer than the programme allows', () => {
    expect(why({ signedInOn: '2026-11-07' })).toBeUndefined();
    expect(why({ signedInOn: '2026-11-06' })).toBe('silent');
  });

  it('are those of somebody who never signed in, once they have had people for as long', () => {
    expect(why({ signedInOn: null, heldSince: '2026-11-10' })).toBeUndefined();
    expect(why({ signedInOn: null, heldSince: '2026-11-01' })).toBe('silent');
  });
});
