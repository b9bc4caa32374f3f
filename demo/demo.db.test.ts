import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreedTimes, becameContact } from '../src/calendar/index.ts';
import { measured } from '../src/connections/index.ts';
import { addProgramme, openIdentity, usualSettings } from '../src/identity/index.ts';
import type { Database } from '../src/platform/database.ts';
import { openRateLimit } from '../src/platform/rate-limit.ts';
import { openReferrals } from '../src/referrals/index.ts';
import { openSupport } from '../src/support/index.ts';
import { ownDatabase } from '../test/support/database.ts';
import { organisationId } from './directory/directory.ts';
import { demoPassword, loadDemo, seed, welcome } from './index.ts';
import { openKeepers } from './keeping/keepers.ts';
import { programme } from './programme.ts';
import { idOf } from './random.ts';

const now = new Date('2026-11-20T16:00:00Z');
const none = () => Promise.resolve();
const nothing = () => Promise.resolve([]);
const nothingMoves = { connections: nothing, appointments: nothing };

describe('the demo', () => {
  let db: Database;
  beforeAll(async () => {
    db = await ownDatabase('demo');
    expect(await loadDemo({ db, now })).toBe(true);
  }, 240_000);
  afterAll(() => db.close());

  const askerCalled = async (mailbox: string) => {
    const limit = openRateLimit(db, 'test', { tries: 100, perSeconds: 60 });
    const signedIn = await openIdentity({ db, now: () => now, limits: { address: limit, machine: limit } }).signIn(
      `${mailbox}@demo.bothy.example`,
      demoPassword,
      'test',
    );
    if (!signedIn.ok) throw new Error(`${mailbox} cannot sign in`);
    return signedIn.value.asker;
  };

  it.each(['referrer', 'linkworker', 'lead', 'manager', 'evaluator', 'community', 'steering', 'admin'])('lets %s in', async (mailbox) => {
    expect((await askerCalled(mailbox)).programme.name).toBe('Galloway Hills Connections');
  });

  it('gives Sam a caseload, what is late first', async () => {
    const support = openSupport({
      db,
      now: () => now,
      post: { queue: none },
      connections: { ofPerson: () => Promise.resolve([]) },
      moves: nothingMoves,
      appointments: { ...agreedTimes, becameContact },
      measures: { changes: nothing },
    });
    const { rows, figures } = await support.caseload(await askerCalled('linkworker'), {
      stage: 'open',
      sort: 'pressing',
      page: 1,
      who: undefined,
    });
    expect(rows.length).toBeGreaterThanOrEqual(22);
    expect(rows.map(({ nextDue }) => nextDue)).toEqual(rows.map(({ nextDue }) => nextDue).toSorted());
    expect(figures.late).toBeGreaterThan(2);
  });

  it('shows nobody’s need that must be kept between few', async () => {
    const support = openSupport({
      db,
      now: () => now,
      post: { queue: none },
      connections: { ofPerson: () => Promise.resolve([]) },
      moves: nothingMoves,
      appointments: { ...agreedTimes, becameContact },
      measures: { changes: nothing },
    });
    const { rows } = await support.caseload(await askerCalled('linkworker'), { stage: 'open', sort: 'name', page: 1, who: undefined });
    expect(rows.find(({ givenName }) => givenName === 'Eilidh')?.needs).toEqual(['family']);
  });

  it('leaves Catriona something of each sort to decide', async () => {
    const lead = await askerCalled('lead');
    const { feeds, freshness, directory } = openKeepers(db, [])(now);
    expect((await feeds.feedList(lead)).waiting).toMatchObject({ sets: 2, questions: 1, contested: 6 });
    expect((await freshness.suggestions.list(lead, { waiting: true, page: 1 })).total).toBe(3);
    expect((await freshness.suggestions.list(lead, { waiting: false, page: 1 })).total).toBe(2);
    const { counts } = await freshness.workList(lead, { kind: null, page: 1 });
    expect(counts).toMatchObject({ ageing: expect.any(Number) as number, room: expect.any(Number) as number });
    const { theirs } = await directory.taxonomies(lead);
    const council = theirs.find(({ name }) => name.includes('service types'))!;
    expect(council.unmatched).toBeGreaterThan(0);
    expect(council.unmatched).toBeLessThan(council.terms);
  });

  it('knows how long Stewartry Befriending takes to answer', async () => {
    const whose = { kind: 'organisation', id: organisationId('befriending') } as const;
    expect((await db.inProgramme(programme.id, (tx) => measured(tx, whose)))?.reply?.of).toBeGreaterThanOrEqual(5);
  });

  it('has somebody waiting who has waited too long', async () => {
    const referrals = openReferrals({ db, now: () => now, post: { queue: none }, beginSupport: none });
    const { figures } = await referrals.queue(await askerCalled('linkworker'), 1);
    expect(figures).toMatchObject({ asked: expect.any(Number) as number });
    expect(figures.late).toBeGreaterThan(0);
  });

  it('is made once, and tells who may sign in each time', async () => {
    const said: string[] = [];
    expect(await loadDemo({ db, now })).toBe(false);
    expect(await welcome({ db, now, print: (line) => said.push(line) })).toContain('linkworker@demo.bothy.example');
    expect(said).toEqual([]);
  });

  it('can be given more people, from a seed', async () => {
    await seed({ db, now, people: 30, services: 120, referrals: 30, seed: 5 });
    const referrals = openReferrals({ db, now: () => now, post: { queue: none }, beginSupport: none });
    expect((await referrals.queue(await askerCalled('manager'), 1)).figures.waiting).toBeGreaterThan(4);
  });
});

it('is never put beside a programme of somebody’s own', async () => {
  const db = await ownDatabase('own');
  const id = idOf('somebody’s own');
  await db.inProgramme(id, (tx) => addProgramme(tx, { id, slug: 'own', name: 'Our own', settings: usualSettings }));
  expect(await loadDemo({ db, now })).toBe(false);
  expect(await welcome({ db, now, print: () => {} })).toBe('');
  await expect(seed({ db, now, people: 1, services: 1, referrals: 1, seed: 1 })).rejects.toThrow('holds a programme already');
  await db.close();
}, 240_000);
