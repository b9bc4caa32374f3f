import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStillOpen, openForMinutes, type Opening, review, sightOf } from './restricted.ts';

const at = new Date('2026-11-21T10:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const opening = (more: Partial<Opening> = {}): Opening => ({
  id: 'o',
  person: 'p',
  team: 'ours',
  by: 'rhona',
  reason: 'meeting',
  words: 'I visit today',
  at,
  until: later(openForMinutes),
  review: null,
  ...more,
});
const fact = { saidBy: 'sam', team: 'ours', keptFrom: [] as string[] };
const reader = (id: string, team?: string) => ({ id, leads: (asked: string) => asked === team });

describe('what is kept apart', () => {
  it('is read by its author, by who leads their team, and by whoever has opened it', () => {
    expect(sightOf(fact, reader('sam'), [], at)).toBe('author');
    expect(sightOf(fact, reader('catriona', 'ours'), [], at)).toBe('lead');
    expect(sightOf(fact, reader('catriona', 'theirs'), [], at)).toBeUndefined();
    expect(sightOf(fact, reader('rhona'), [], at)).toBeUndefined();
    expect(sightOf(fact, reader('rhona'), [opening()], later(59))).toBe('opened');
    expect(sightOf(fact, reader('rhona'), [opening({ by: 'sam' })], later(1))).toBeUndefined();
  });

  it('closes again after an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 600 }), (minutes) => {
        expect(isStillOpen(opening(), 'rhona', later(minutes))).toBe(minutes >= 0 && minutes < 60);
      }),
    );
  });

  it('is kept from whom it must be kept, whatever they lead and whatever they open', () => {
    const kept = { ...fact, keptFrom: ['rhona', 'catriona'] };
    expect(sightOf(kept, reader('rhona'), [opening()], later(1))).toBeUndefined();
    expect(sightOf(kept, reader('catriona', 'ours'), [], at)).toBeUndefined();
  });
});

describe('looking at an opening', () => {
  const said = { verdict: 'right', note: '', by: 'catriona', at: later(60) } as const;

  it('is done once, by somebody else than who opened it, and with a word unless it was simply right', () => {
    const reviewed = review(opening(), said);
    expect(reviewed).toMatchObject({ ok: true, value: { review: { verdict: 'right', by: 'catriona' } } });
    expect(reviewed.ok && review(reviewed.value, said)).toEqual({ ok: false, error: 'reviewed' });
    expect(review(opening(), { ...said, by: 'rhona' })).toEqual({ ok: false, error: 'own' });
    expect(review(opening(), { ...said, verdict: 'talk' })).toEqual({ ok: false, error: 'no-note' });
  });
});
