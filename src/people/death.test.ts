import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordDeath, undoDeath } from './death.ts';
import { isClosedToTheDead } from './in-peace.ts';

const agnes = { id: 'a', dateOfBirth: '1941-05-30', died: null };
const now = { id: 'd', at: new Date('2026-11-21T10:00:00Z'), by: 'sam', today: '2026-11-21' };
const said = { on: '2026-11-19', saidBy: ' Her daughter ' };

describe('that somebody has died', () => {
  it('is written down with the day and who said so', () => {
    expect(recordDeath(agnes, said, now)).toMatchObject({ ok: true, value: { on: '2026-11-19', saidBy: 'Her daughter', undone: null } });
    expect(recordDeath(agnes, { ...said, on: null }, now)).toMatchObject({ ok: true, value: { on: null } });
  });

  it('is never in the future, before they were born, or twice', () => {
    expect(recordDeath(agnes, { ...said, on: '2026-11-22' }, now)).toEqual({ ok: false, error: 'in-future' });
    expect(recordDeath(agnes, { ...said, on: '1941-05-29' }, now)).toEqual({ ok: false, error: 'before-birth' });
    const already = { ...agnes, died: { on: null, toldAt: now.at } };
    expect(recordDeath(already, said, now)).toEqual({ ok: false, error: 'recorded-already' });
  });

  it('is on a day that they lived to see, whatever is typed', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (on) => {
        const decided = recordDeath(agnes, { ...said, on }, now);
        expect(decided.ok).toBe(on >= agnes.dateOfBirth && on <= now.today);
      }),
    );
  });

  it('can be taken back once, with the reason', () => {
    const death = recordDeath(agnes, said, now);
    if (!death.ok) throw new Error(death.error);
    const undone = undoDeath(death.value, { at: now.at, by: 'sam', because: ' Another Agnes ' });
    expect(undone).toMatchObject({ ok: true, value: { undone: { because: 'Another Agnes' } } });
    expect(undone.ok && undoDeath(undone.value, { at: now.at, by: 'sam', because: 'again' })).toEqual({
      ok: false,
      error: 'undone-already',
    });
  });
});

describe('once somebody has died', () => {
  it('nothing can be asked of them: no attempt, meeting, measure or connection', () => {
    for (const rest of [
      'attempt',
      'appointments',
      'appointments/new',
      'measures/ons4',
      'connect/s1',
      'plan/share',
      'reopen',
      'not-reached',
    ])
      expect(isClosedToTheDead('POST', rest), rest).toBe(true);
    for (const rest of ['attempt', 'connect/s1', 'not-reached']) expect(isClosedToTheDead('GET', rest), rest).toBe(true);
  });

  it('their record stays open, and so do closing, tasks, contacts with their family, and help', () => {
    for (const rest of ['', 'plan', 'measures', 'appointments', 'messages', 'sharing'])
      expect(isClosedToTheDead('GET', rest), rest).toBe(false);
    for (const rest of ['close', 'died', 'died/undo', 'contact', 'tasks', 'tasks/1/done', 'in-danger', 'details'])
      expect(isClosedToTheDead('POST', rest), rest).toBe(false);
  });
});
