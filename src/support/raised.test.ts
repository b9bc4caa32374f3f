import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOver, lookAgain, type Look, partOf, type Raised } from './raised.ts';

const raised: Raised = {
  id: 'r',
  person: 'p',
  team: 't',
  source: 'button',
  about: null,
  raisedAt: new Date('2026-11-21T10:00:00Z'),
  raisedBy: 'sam',
  worries: ['end-life'],
  did: [],
  words: '',
  lead: null,
  worker: null,
};
const look = (by: string, note = 'Calmer, and with her sister'): Look => ({ at: new Date('2026-11-22T10:00:00Z'), by, note });

describe('something that worried somebody', () => {
  it('is over only when a lead and a link worker have both looked again', () => {
    const once = lookAgain(raised, 'worker', look('sam'));
    const twice = once.ok ? lookAgain(once.value, 'lead', look('catriona')) : once;
    expect([isOver(raised), once.ok && isOver(once.value), twice.ok && isOver(twice.value)]).toEqual([false, false, true]);
  });

  it('is looked at once by each', () => {
    const once = lookAgain(raised, 'lead', look('catriona'));
    expect(once.ok && lookAgain(once.value, 'lead', look('catriona'))).toEqual({ ok: false, error: 'looked' });
  });

  it('is not looked at without a word about how they are', () => {
    expect(lookAgain(raised, 'lead', look('catriona', '  '))).toEqual({ ok: false, error: 'no-note' });
  });

  it('asks each reader for the look that is theirs, and nobody for one that was taken', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), (leads, supports, leadLooked, workerLooked) => {
        const now = { lead: leadLooked ? look('a') : null, worker: workerLooked ? look('b') : null };
        const part = partOf(now, { leads, supports });
        if (part) expect(now[part]).toBeNull();
        if (part === 'lead') expect(leads).toBe(true);
        if (part === 'worker') expect(supports).toBe(true);
        if (!part) expect((leads && !leadLooked) || (supports && !workerLooked)).toBe(false);
      }),
    );
  });
});
