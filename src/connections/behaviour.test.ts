import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behaviourOf, type Counted, fewest } from './behaviour.ts';

const counted = (known: Partial<Counted> = {}): Counted => ({
  requests: 20,
  answered: 16,
  accepted: 14,
  silent: 4,
  replies: 12,
  replyMedian: 2.5,
  replyP80: 6,
  waits: 9,
  waitMedian: 30,
  waitP80: 44,
  ...known,
});

describe('how a service answers', () => {
  it('is told with how many it is told from', () => {
    expect(behaviourOf(counted())).toEqual({
      requests: 20,
      reply: { median: 2.5, p80: 6, of: 12 },
      accepted: { share: 0.9, of: 16 },
      silent: { share: 0.2, of: 20 },
      wait: { median: 30, p80: 44, of: 9 },
    });
  });

  it('is not told from fewer than five', () => {
    expect(behaviourOf(counted({ requests: 4, answered: 4, accepted: 4, silent: 0, replies: 4, waits: 4 }))).toEqual({
      requests: null,
      reply: null,
      accepted: null,
      silent: null,
      wait: null,
    });
  });

  it('gives shares between none and all, in twentieths', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (answered, accepted, silent) => {
        const told = behaviourOf(counted({ answered, accepted: Math.min(accepted, answered), silent }));
        for (const share of [told.accepted, told.silent]) {
          if (!share) continue;
          expect(share.of).toBeGreaterThanOrEqual(fewest);
          expect(share.share).toBeGreaterThanOrEqual(0);
          expect(share.share).toBeLessThanOrEqual(1);
          expect(Math.abs(share.share * 20 - Math.round(share.share * 20))).toBeLessThan(1e-9);
        }
      }),
    );
  });
});
