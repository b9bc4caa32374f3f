import { describe, expect, it } from 'vitest';
import { roomAt } from '../../src/directory/index.ts';
import { needs } from '../../src/directory/index.ts';
import { isNhsNumber } from '../../src/people/index.ts';
import { dayIn } from '../../src/platform/calendar.ts';
import { organisationId, organisations, services } from '../directory/directory.ts';
import { accounts } from '../programme.ts';
import { storyRows } from './tell-stories.ts';

const anyDays = [
  '2026-11-20T16:00:00Z',
  '2026-11-22T07:30:00Z',
  '2027-03-29T08:00:00Z',
  '2028-02-29T23:30:00Z',
  '2027-01-02T00:10:00Z',
].map((day) => new Date(day));

describe.each(anyDays)('the stories, told on %s', (now) => {
  const rows = storyRows(now);
  const today = dayIn('Europe/London', now);
  const open = rows.supports.filter(({ stage, linkWorker }) => stage.name === 'open' && linkWorker === accounts.sam.id);

  it('are all in the past', () => {
    const instants = [
      ...rows.events,
      ...rows.referrals.map(({ receivedAt }) => ({ at: receivedAt })),
      ...rows.contacts.map(({ happenedAt }) => ({ at: happenedAt })),
    ];
    expect(instants.filter(({ at }) => at > now)).toEqual([]);
  });

  it('give Sam a caseload of some twenty people, a few of them late and none without a next thing', () => {
    expect(open.length).toBeGreaterThanOrEqual(18);
    expect(open.every(({ next }) => next)).toBe(true);
    const late = open.filter(({ next }) => next!.due < today).length;
    expect(late).toBeGreaterThanOrEqual(3);
    expect(late).toBeLessThanOrEqual(9);
  });

  it('have a referral at every stage', () => {
    expect(new Set(rows.referrals.map(({ stage }) => stage.name))).toEqual(new Set(['waiting', 'asked', 'accepted', 'returned', 'closed']));
    expect(rows.referrals.some(({ stage, dueOn }) => stage.name === 'waiting' && dueOn! < today)).toBe(true);
  });

  it('ask befriending in every state that a request can be in', () => {
    const theirs = rows.connections
      .map(({ connection }) => connection)
      .filter(({ organisation }) => organisation === organisationId('befriending'));
    expect(new Set(theirs.map(({ status }) => status))).toEqual(
      new Set(['requested', 'accepted', 'on-hold', 'in-progress', 'rejected', 'failed', 'cancelled', 'completed']),
    );
    expect(theirs.some(({ status, raisedAt }) => status === 'requested' && raisedAt)).toBe(true);
  });

  it('leave somebody whom three tries have not reached', () => {
    expect(open.some(({ next }) => next!.kind === 'not-reached')).toBe(true);
  });
});

describe('everybody in the stories', () => {
  const { people } = storyRows(anyDays[0]!);

  it('is nobody: their numbers are kept for tests and for stories', () => {
    for (const { person } of people) {
      if (person.healthNumber) expect(isNhsNumber(person.healthNumber.value) && person.healthNumber.value.startsWith('999')).toBe(true);
      if (person.phone) expect(person.phone).toMatch(/^07700 900\d{3}$/);
      if (person.email) expect(person.email).toMatch(/\.example$/);
    }
  });

  it('has a name and a number of their own', () => {
    expect(new Set(people.map(({ person }) => person.id)).size).toBe(people.length);
    expect(new Set(people.map(({ person }) => person.healthNumber?.value ?? person.id)).size).toBe(people.length);
  });
});

describe('the directory', () => {
  const now = anyDays[0]!;
  const all = services('2026-11-20', now);

  it('has something for every need', () => {
    for (const need of needs) expect(all.filter((service) => service.needs.includes(need)).length, need).toBeGreaterThan(0);
  });

  it('has services with room, with a list, full, and of which nobody knows any more', () => {
    expect(new Set(all.map(({ capacity }) => roomAt(capacity, now).kind))).toEqual(new Set(['room', 'waiting', 'full', 'unknown']));
  });

  it('names each thing once, and keeps a refuge out of sight', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(organisations().map(({ id }) => id)).size).toBe(organisations().length);
    const hidden = all.flatMap(({ locations }) => locations).filter(({ private: isPrivate }) => isPrivate);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({ address, postcode, latitude }) => !address && !postcode && latitude === null)).toBe(true);
  });

  it('can be rung and written to by nobody', () => {
    for (const { phone, requestPhone, requestEmail } of all) {
      expect(phone).toMatch(/^01632 960\d{3}$/);
      expect(requestPhone).toMatch(/^01632 960\d{3}$/);
      expect(requestEmail).toMatch(/\.example$/);
    }
  });
});
