import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { findReferral } from '../referrals/index.ts';
import { addTask, addTasks, finishTasks, type Supports } from './index.ts';
import { wholePlan } from './plan.ts';
import { supportsOf } from './store/supports.ts';
import { openTasksOf } from './store/tasks.ts';
import { type Somebody, someone } from '../../test/support/someone.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let support: Supports;
let moira: Somebody;
beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  support = web.modules.support;
});
beforeEach(async () => {
  web.clock.now = new Date('2026-11-21T10:00:00Z');
  programme = await newProgramme(db);
  moira = await someone(db, programme, { at: web.clock.now });
});

const sam = () => programme.as('linkWorker');
const now = async () =>
  db.inProgramme(programme.id, async (tx) => {
    const [found] = await supportsOf(tx, moira.person.id);
    return { ...found!, tasks: await openTasksOf(tx, found!.id), events: await eventsAbout(tx, moira.person.id) };
  });
const contact = {
  happenedAt: new Date('2026-11-21T09:00:00Z'),
  channel: 'phone',
  place: '',
  minutes: 20,
  present: '',
  note: 'Talked',
  nextStep: '',
  nextOn: null,
  debrief: false,
} as const;
const tryOn = (when: string, channel: 'phone' | 'letter' = 'phone') => {
  web.clock.now = new Date(when);
  return support.recordAttempt(sam(), moira.person.id, {
    triedAt: web.clock.now,
    channel,
    outcome: 'no-answer',
    note: '',
    whyThisWay: '',
    againOn: null,
  });
};
const by = () => ({ kind: 'account', id: sam().id }) as const;

describe('what is next', () => {
  it('is a first contact within the days of the programme, from the moment of acceptance', async () => {
    expect(await now()).toMatchObject({
      next: { due: '2026-11-28', kind: 'first-contact' },
      tasks: [{ owner: sam().id }],
      needs: ['loneliness'],
    });
  });

  it('is a look at how things are in two weeks, when all else is done', async () => {
    await support.sayNoKnownRisk(sam(), moira.person.id, '');
    await support.recordContact(sam(), moira.person.id, contact);
    expect(await now()).toMatchObject({ next: { due: '2026-12-05', kind: 'review' }, lastContactAt: contact.happenedAt });
    const { tasks } = await now();
    await support.finishTask(sam(), moira.person.id, tasks[0]!.id);
    expect((await now()).tasks).toHaveLength(1);
  });

  it('is the next step that was agreed, on its day', async () => {
    await support.sayNoKnownRisk(sam(), moira.person.id, '');
    await support.recordContact(sam(), moira.person.id, { ...contact, nextStep: 'Ring the choir', nextOn: '2026-11-24' });
    expect(await now()).toMatchObject({ next: { due: '2026-11-24', kind: 'next-step', note: 'Ring the choir' } });
    expect((await now()).tasks).toHaveLength(1);
  });

  it('changes when a connection brings something earlier, and back when that is done', async () => {
    const about = { kind: 'connection', id: moira.referral.id };
    await db.inProgramme(programme.id, (tx) =>
      addTask(tx, { person: moira.person.id, kind: 'connection-no-answer', about, dueOn: '2026-11-22', at: web.clock.now }),
    );
    expect((await now()).next).toMatchObject({ due: '2026-11-22', kind: 'connection-no-answer' });
    expect(await db.inProgramme(programme.id, (tx) => finishTasks(tx, { about: about.id }, by(), web.clock.now))).toBe(1);
    expect((await now()).next).toMatchObject({ kind: 'first-contact' });
  });

  it('refuses to finish tasks without being told which', async () => {
    await expect(db.inProgramme(programme.id, (tx) => finishTasks(tx, {}, by(), web.clock.now))).rejects.toThrow('Say which');
  });

  it('moves with its date', async () => {
    const { tasks } = await now();
    await support.moveTask(sam(), moira.person.id, tasks[0]!.id, '2026-12-24');
    expect((await now()).next?.due).toBe('2026-12-24');
  });

  it('is right for tasks that are put in many at once', async () => {
    const [task] = (await now()).tasks;
    await db.inProgramme(programme.id, (tx) =>
      addTasks(tx, [{ ...task!, id: moira.support.id, dueOn: '2026-11-01', kind: 'own', note: 'Early' }]),
    );
    expect((await now()).next).toEqual({ due: '2026-11-01', kind: 'own', note: 'Early' });
  });
});

describe('trying to reach somebody', () => {
  it('plans the next try, and after the protocol asks for a decision instead', async () => {
    await tryOn('2026-11-22T10:00:00Z');
    expect((await now()).next).toMatchObject({ kind: 'try-again', due: '2026-11-27' });
    await tryOn('2026-11-27T18:00:00Z');
    await tryOn('2026-12-02T10:00:00Z', 'letter');
    expect((await now()).next).toMatchObject({ kind: 'not-reached', due: '2026-12-02' });
    expect((await now()).tasks).toHaveLength(1);
    expect((await now()).stage.name).toBe('open');
  });

  it('does not undo a newer contact by writing down an older one', async () => {
    await support.recordContact(sam(), moira.person.id, contact);
    await support.recordContact(sam(), moira.person.id, { ...contact, happenedAt: new Date('2026-11-20T09:00:00Z') });
    expect((await now()).lastContactAt).toEqual(contact.happenedAt);
  });
});

const ending = {
  because: 'completed',
  goals: [],
  outcome: 'Better',
  didNotWork: '',
  forPractice: '',
  whatNext: '',
  tellReferrer: true,
} as const;
const close = async (changed: Partial<Parameters<Supports['close']>[3]> = {}, rowVersion?: number) => {
  const current = await now();
  return support.close(
    sam(),
    moira.person.id,
    { support: current.id, rowVersion: rowVersion ?? current.rowVersion },
    { ...ending, ...changed },
  );
};

describe('ending support', () => {
  it('finishes its tasks, closes the referral and queues the news for the referrer, all at once', async () => {
    expect((await close()).ok).toBe(true);
    const after = await now();
    expect(after).toMatchObject({ stage: { name: 'closed', because: 'completed' }, tasks: [], next: null });
    const referral = await db.inProgramme(programme.id, (tx) => findReferral(tx, moira.referral.id));
    expect(referral?.stage).toMatchObject({ name: 'closed', because: 'completed' });
    expect(after.events.map(({ type }) => type)).toEqual(expect.arrayContaining(['support-closed', 'referral-closed', 'task-finished']));
    expect(web.jobs.queued.length).toBeGreaterThan(0);
  });

  it('is refused when somebody else has ended it or changed it meanwhile', async () => {
    expect(await close({}, 7)).toEqual({ ok: false, error: 'changed-meanwhile' });
    await close();
    expect(await close()).toEqual({ ok: false, error: 'changed-meanwhile' });
  });

  it('cannot be because they could not be reached before there were fair tries', async () => {
    expect(await close({ because: 'could-not-be-reached' })).toMatchObject({ ok: false, error: { tooSoon: { tries: 0 } } });
    for (const when of ['2026-11-22T10:00:00Z', '2026-11-27T18:00:00Z', '2026-12-02T10:00:00Z']) await tryOn(when);
    expect((await close({ because: 'could-not-be-reached' })).ok).toBe(true);
  });

  it('can be undone in one step, with the same history', async () => {
    await support.recordContact(sam(), moira.person.id, contact);
    await close();
    const about = { kind: 'connection', id: moira.referral.id };
    const loose = await db.inProgramme(programme.id, (tx) =>
      addTask(tx, { person: moira.person.id, kind: 'connection-answered', about, dueOn: '2026-11-30', at: web.clock.now }),
    );
    expect(loose).toMatchObject({ support: null, owner: sam().id });
    expect((await support.caseload(sam(), { stage: 'open', sort: 'pressing', page: 1, who: undefined })).loose).toMatchObject([
      { task: { id: loose.id } },
    ]);

    expect((await support.reopen(programme.as('otherLinkWorker'), moira.person.id)).ok).toBe(true);
    const again = await now();
    expect(again).toMatchObject({
      id: moira.support.id,
      stage: { name: 'open' },
      linkWorker: programme.as('otherLinkWorker').id,
      lastContactAt: contact.happenedAt,
    });
    expect(again.tasks.map(({ kind }) => kind).sort()).toEqual(['connection-answered', 'first-contact']);
    const referral = await db.inProgramme(programme.id, (tx) => findReferral(tx, moira.referral.id));
    expect(referral?.stage).toMatchObject({ name: 'accepted' });
    expect(await support.reopen(sam(), moira.person.id)).toEqual({ ok: false, error: 'not-closed' });
  });

  it('gives somebody back to who supported them when a lead opens it again', async () => {
    await close();
    await support.reopen(programme.as('lead'), moira.person.id);
    expect((await now()).linkWorker).toBe(sam().id);
  });
});

describe('events about a person', () => {
  it('hold no words about them', async () => {
    const secret = 'sings in the bath';
    await support.recordContact(sam(), moira.person.id, { ...contact, note: secret, nextStep: secret, place: secret, present: secret });
    await support.recordAttempt(sam(), moira.person.id, {
      triedAt: web.clock.now,
      channel: 'phone',
      outcome: 'no-answer',
      note: secret,
      whyThisWay: secret,
      againOn: null,
    });
    await support.addOwnTask(sam(), moira.person.id, { note: secret, dueOn: '2026-12-01' });
    const plan = wholePlan({
      whatMatters: secret,
      strengths: secret,
      needs: [],
      goals: [{ words: secret, importance: 1, confidence: 1, status: 'going-on' }],
      actions: [],
      ifWorse: { signs: secret, helps: secret, ring: secret },
      agreed: { how: 'not', why: secret },
      reviewOn: null,
    });
    await support.savePlan(sam(), moira.person.id, plan, 0);
    await close({
      outcome: secret,
      didNotWork: secret,
      forPractice: secret,
      whatNext: secret,
      goals: [{ goal: secret, result: 'partly', words: secret }],
    });
    expect(JSON.stringify((await now()).events)).not.toContain(secret);
    expect(JSON.stringify(web.jobs.queued)).not.toContain(secret);
  });
});
