import { describe, expect, it } from 'vitest';
import { type Candidate, type Handover, isDueToTell, mayTake, undo } from './handover.ts';

const rhona: Candidate = { id: 'rhona', team: 'glenkens', supports: true, active: true, away: false, joined: true };
const sams = { from: 'sam', team: 'glenkens' };
const refusal = (to: Partial<Candidate>, by = { lead: false, agreed: false }) => {
  const may = mayTake(sams, { ...rhona, ...to }, by);
  return may.ok ? undefined : may.error;
};
const at = new Date('2026-11-21T10:00:00Z');
const handover: Handover = {
  id: 'h1',
  person: 'moira',
  support: 's1',
  from: 'sam',
  to: 'rhona',
  fromTeam: 'glenkens',
  note: 'Likes to be rung in the morning',
  moved: { tasks: [], connections: [], appointments: [] },
  by: 'catriona',
  at,
  tellAt: new Date('2026-11-21T11:00:00Z'),
  toldAt: null,
  undoneAt: null,
};

describe('handing somebody over', () => {
  it('goes to a link worker of the team who is there', () => {
    expect(refusal({})).toBeUndefined();
  });

  it('never goes to whoever has them, to somebody who has left, or to somebody who supports nobody', () => {
    const agreed = { lead: true, agreed: true };
    expect(refusal({ id: 'sam' }, agreed)).toBe('to-themselves');
    expect(refusal({ active: false }, agreed)).toBe('not-active');
    expect(refusal({ supports: false }, agreed)).toBe('no-link-worker');
  });

  it('goes to somebody who is away, new or of another team only when a lead says so all the same', () => {
    for (const unusual of [{ away: true }, { joined: false }, { team: 'stewartry' }]) {
      expect(refusal(unusual)).toBe('lead-says');
      expect(refusal(unusual, { lead: false, agreed: true })).toBe('lead-says');
      expect(refusal(unusual, { lead: true, agreed: false })).toBe('lead-says');
      expect(refusal(unusual, { lead: true, agreed: true })).toBeUndefined();
    }
  });

  it('can be taken back until the person was told, and only once', () => {
    expect(undo(handover, at)).toMatchObject({ ok: true, value: { undoneAt: at } });
    expect(undo({ ...handover, toldAt: at }, at)).toEqual({ ok: false, error: 'told' });
    expect(undo({ ...handover, undoneAt: at }, at)).toEqual({ ok: false, error: 'undone' });
  });

  it('is told once its hour is over, and not when it was taken back', () => {
    const later = new Date('2026-11-21T11:00:00Z');
    expect(isDueToTell(handover, at)).toBe(false);
    expect(isDueToTell(handover, later)).toBe(true);
    expect(isDueToTell({ ...handover, undoneAt: at }, later)).toBe(false);
    expect(isDueToTell({ ...handover, toldAt: later }, later)).toBe(false);
  });
});
