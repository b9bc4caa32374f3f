import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, aPerson, aService, connect, linkInMail, versionOf } from '../../../test/support/connected.ts';
import { ownDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { openWeb } from '../../../test/support/web.ts';
import type { Database } from '../../platform/database.ts';
import { eventsAbout } from '../../platform/events.ts';
import type { Person } from '../../people/index.ts';
import { findConnection } from '../index.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Person;
const start = new Date('2026-11-23T10:00:00Z');
beforeAll(async () => {
  db = await ownDatabase('chase');
});
afterAll(() => db.close());
beforeEach(async () => {
  web = openWeb(db);
  programme = await newProgramme(db, { chaseAfterDays: 7 });
  moira = await aPerson(db, programme);
  web.clock.now = start;
});

const inProgramme = <T>(work: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme.id, work);
const ask = async (how = 'asked') => connect(web, programme, { person: moira.id, service: (await aService(db, programme)).id }, { how });
/** Runs the hourly job on a day, twice, as two processes might. */
const onDay = async (day: number) => {
  web.clock.now = new Date(start.getTime() + day * 86_400_000);
  await web.modules.connections.handlers['chase-connections']();
  await web.modules.connections.handlers['chase-connections']();
  await web.jobs.run(web.modules.delivery.handlers);
};
/** The job looks after every programme; these are the letters of this test's. */
const letters = () => web.mail.letters.filter(({ to }) => to.address === addressOf(programme));
const subjects = () => letters().map(({ subject }) => subject.split(/[:?]/)[0]);
const events = async () => (await inProgramme((tx) => eventsAbout(tx, moira.id))).reverse();
const tasks = async () => (await events()).filter(({ type }) => type === 'task-added').map(({ data }) => [data['kind'], data['dueOn']]);
const status = async (id: string) => (await inProgramme((tx) => findConnection(tx, id)))?.status;

describe('when an organisation does not answer', () => {
  it('it is reminded once, then the link worker gets a task that is due that day, and nothing is closed', async () => {
    const id = await ask();
    for (const day of [0, 3, 6, 7, 8, 10, 13]) await onDay(day);
    expect(subjects()).toEqual(['Can you help somebody', 'Still waiting for your answer']);
    expect(await tasks()).toEqual([]);
    for (const day of [14, 15, 30, 365]) await onDay(day);
    expect(subjects()).toHaveLength(2);
    expect(await tasks()).toEqual([['connection-no-answer', '2026-12-07']]);
    expect((await events()).map(({ type }) => type).filter((type) => type.startsWith('connection-'))).toEqual([
      'connection-requested',
      'connection-reminded',
      'connection-unanswered',
    ]);
    expect(await status(id)).toBe('requested');
  });

  it('the reminder has a link of its own, and says nothing of the person', async () => {
    await ask();
    const first = await linkInMail(web);
    await onDay(7);
    const second = /\/reply\/[\w-]+/.exec(letters().at(-1)!.text)![0];
    expect(second).not.toBe(first);
    for (const link of [first, second]) expect((await web.nobody.get(link)).status).toBe(200);
    expect(letters().at(-1)?.text).not.toMatch(/Moira|Kerr|420123/);
  });

  it('and then does, the task is done with', async () => {
    await ask();
    const link = await linkInMail(web);
    for (const day of [7, 14]) await onDay(day);
    await web.nobody.post(link, { version: versionOf(await (await web.nobody.get(link)).text()), answer: 'accepted' });
    const kinds = (await events())
      .filter(({ type }) => type.startsWith('task-'))
      .map(({ type, data }) => `${type} ${String(data['kind'])}`);
    expect(kinds).toEqual(['task-added connection-no-answer', 'task-finished connection-no-answer', 'task-added connection-answered']);
  });

  it('a page that was open when the reminder went can still be sent', async () => {
    await ask();
    const link = await linkInMail(web);
    const version = versionOf(await (await web.nobody.get(link)).text());
    await onDay(7);
    expect((await web.nobody.post(link, { version, answer: 'accepted' })).status).toBe(303);
  });

  it('whom the link worker rang, the link worker is told at once, and no mail is sent', async () => {
    await ask('rung');
    await onDay(7);
    expect(letters()).toEqual([]);
    expect(await tasks()).toEqual([['connection-no-answer', '2026-11-30']]);
  });
});

describe('a waiting list', () => {
  it('comes back to the link worker the day after a place was expected', async () => {
    const id = await ask();
    const link = await linkInMail(web);
    await web.nobody.post(link, { version: '1', answer: 'waiting-list', weeks: '2' });
    await onDay(14);
    expect(await tasks()).toEqual([['connection-answered', '2026-11-23']]);
    await onDay(15);
    expect((await tasks()).at(-1)).toEqual(['connection-waiting-list', '2026-12-08']);
    expect(await status(id)).toBe('on-hold');
  });
});

describe('somebody who was accepted and of whom nothing is heard', () => {
  it('is gently asked after, and then the link worker is told', async () => {
    const id = await ask();
    const link = await linkInMail(web);
    await web.nobody.post(link, { version: '1', answer: 'accepted' });
    await onDay(20);
    expect(subjects()).toEqual(['Can you help somebody']);
    await onDay(21);
    expect(subjects()).toEqual(['Can you help somebody', 'How is it going']);
    await onDay(42);
    expect((await tasks()).at(-1)).toEqual(['connection-check', '2027-01-04']);
    expect(await status(id)).toBe('accepted');
  });

  it('has nobody asked after them once they have come', async () => {
    await ask();
    const link = await linkInMail(web);
    await web.nobody.post(link, { version: '1', answer: 'accepted' });
    await web.nobody.post(link, { version: '2', answer: 'came', 'cameOn-day': '23', 'cameOn-month': '11', 'cameOn-year': '2026' });
    for (const day of [21, 42, 100]) await onDay(day);
    expect(subjects()).toEqual(['Can you help somebody']);
  });
});
