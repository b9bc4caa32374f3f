import { describe, expect, it } from 'vitest';
import { checkDetails, dueOn, mayAnswer, mayRemind, type Round, type RoundDetails } from './round.ts';

const known = ['C1', 'C2', 'P1', 'A1', 'R1'];
const details: RoundDetails = {
  ...{ kind: 'full', items: known, general: false, intervention: 'link worker service', organisation: 'Glenkens Medical Practice' },
  ...{ languages: ['en'], opensOn: '2026-11-23', closesOn: '2026-12-07', leastPercent: 50 },
};
const round: Round = {
  ...details,
  id: 'r',
  site: 's',
  siteName: 'Glenkens',
  stage: 'open',
  remindedOn: null,
  closedOn: null,
  rowVersion: 1,
};
const check = (change: Partial<RoundDetails>, lasts: { opensOn: string; closesOn: string }[] = []) => {
  const checked = checkDetails({ ...details, ...change }, { today: '2026-11-22', known, lasts });
  return checked.ok ? 'fits' : checked.error;
};

describe('a round', () => {
  it('asks all of the statements, and a pulse three to seven', () => {
    expect(check({})).toBe('fits');
    expect(check({ items: ['C1', 'C2'] })).toBe('items');
    expect(check({ kind: 'pulse', items: ['C1', 'P1', 'A1'] })).toBe('fits');
    expect(check({ kind: 'pulse', items: ['C1', 'P1'] })).toBe('items');
    expect(check({ kind: 'pulse', items: ['C1', 'P1', 'P1'] })).toBe('items');
    expect(check({ kind: 'pulse', items: ['C1', 'P1', 'X9'] })).toBe('items');
  });

  it('lies ahead, ends after it begins, and not too late', () => {
    expect(check({ opensOn: '2026-11-21' })).toBe('opens-past');
    expect(check({ opensOn: '2028-11-21', closesOn: '2028-12-01' })).toBe('opens-far');
    expect(check({ closesOn: '2026-11-23' })).toBe('closes-first');
    expect(check({ closesOn: '2027-03-01' })).toBe('too-long');
  });

  it('stands four weeks apart from the others, so that the two cannot be subtracted', () => {
    const last = { opensOn: '2026-10-20', closesOn: '2026-11-03' };
    expect(check({}, [last])).toEqual({ tooSoonAfter: '2026-11-03', from: '2026-12-01' });
    expect(check({ opensOn: '2026-12-01', closesOn: '2026-12-10' }, [last])).toBe('fits');
    expect(check({}, [{ opensOn: '2026-12-20', closesOn: '2026-12-30' }])).toMatchObject({ tooSoonAfter: '2026-12-30' });
  });

  it('opens, reminds once and closes by the calendar', () => {
    expect(dueOn({ ...round, stage: 'planned' }, '2026-11-22')).toBe('nothing');
    expect(dueOn({ ...round, stage: 'planned' }, '2026-11-23')).toBe('open');
    expect(dueOn(round, '2026-12-03')).toBe('nothing');
    expect(dueOn(round, '2026-12-04')).toBe('remind');
    expect(dueOn({ ...round, remindedOn: '2026-12-04' }, '2026-12-05')).toBe('nothing');
    expect(dueOn(round, '2026-12-07')).toBe('remind');
    expect(dueOn(round, '2026-12-08')).toBe('close');
    expect(dueOn({ ...round, stage: 'closed' }, '2026-12-08')).toBe('nothing');
  });

  it('takes answers to the end of its last day, and reminds nobody twice in three days', () => {
    expect([
      mayAnswer(round, '2026-12-07'),
      mayAnswer(round, '2026-12-08'),
      mayAnswer({ ...round, stage: 'closed' }, '2026-12-01'),
    ]).toEqual([true, false, false]);
    expect(mayRemind(round, '2026-11-24')).toBe(true);
    expect(mayRemind({ ...round, remindedOn: '2026-11-24' }, '2026-11-26')).toBe(false);
    expect(mayRemind({ ...round, remindedOn: '2026-11-24' }, '2026-11-27')).toBe(true);
  });
});
