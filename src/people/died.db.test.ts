import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { openDelivery } from '../messages/index.ts';
import { someone } from '../../test/support/someone.ts';
import { findPerson } from './index.ts';

let db: Database;
let programme: TestProgramme;
let web: ReturnType<typeof openWeb>;
let sam: Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db);
});
beforeEach(async () => {
  web = openWeb(db);
  sam = await web.signedIn(programme.as('linkWorker'));
});

const details = {
  ...{ givenName: 'Agnes', familyName: 'Muir', dateOfBirth: '1941-05-30', phone: '07700 900456', email: 'agnes@example.org' },
  safeContact: { channels: ['text' as const], voicemailOk: true, note: '' },
};
const agnes = async () => (await someone(db, programme, { details })).person.id;
const form = (change: Record<string, string> = {}) => ({
  ...{ known: 'yes', 'on-day': '19', 'on-month': '11', 'on-year': '2026', saidBy: 'Her daughter, by phone', sure: 'yes' },
  ...change,
});
const inIt = <T>(work: Parameters<Database['inProgramme']>[1]) => db.inProgramme(programme.id, work) as Promise<T>;
const queueTo = (id: string, template = 'reminder') =>
  db.inProgramme(programme.id, (tx) =>
    web.modules.messages.queue(tx, { template, about: randomUUID(), person: id, to: { person: id }, at: web.clock.now }),
  );
const toPeople = () =>
  web.jobs.run(
    openDelivery({ ...web.modules, composers: { reminder: () => Promise.resolve({ subject: 's', text: 't', short: 'x' }) } }).handlers,
    web.clock.now,
  );

describe('writing down that somebody has died', () => {
  it('asks once more and says what will stop, before anything does', async () => {
    const id = await agnes();
    expect(await (await sam.get(`/people/${id}/died`)).text()).toContain('We are sorry');
    const page = await sam.post(`/people/${id}/died`, form({ sure: '' }));
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain('Is it certain that Agnes Muir has died?');
    expect(text).toContain('value="Her daughter, by phone"');
    expect((await inIt<{ died: unknown }>((tx) => findPerson(tx, id))).died).toBeNull();
  });

  it('stops every message that was on its way to them, and none leaves afterwards', async () => {
    const id = await agnes();
    await queueTo(id);
    expect((await sam.post(`/people/${id}/died`, form())).headers.get('location')).toBe(`/people/${id}/died?done=death-recorded`);
    await queueTo(id);
    await toPeople();
    expect(web.mail.texts).toEqual([]);
    expect(web.mail.letters.filter(({ to }) => to.address === 'agnes@example.org')).toEqual([]);
    const sent = await db.inProgramme(programme.id, (tx) => web.modules.messages.messagesAbout(tx, id));
    expect(sent.filter(({ toKind }) => toKind === 'person').map(({ state, why }) => [state, why])).toEqual([
      ['stopped', 'died'],
      ['stopped', 'died'],
    ]);
  });

  it('takes away what was to be done, and leaves one thing: to bring their support to its end', async () => {
    const id = await agnes();
    await sam.post(`/people/${id}/died`, form());
    const types = (await db.inProgramme(programme.id, (tx) => eventsAbout(tx, id))).map(({ type, data }) => [type, data['kind']]);
    expect(types).toContainEqual(['task-finished', 'first-contact']);
    expect(types).toContainEqual(['task-added', 'after-death']);
    expect(types).toContainEqual(['person-died', undefined]);
    expect(await (await sam.get(`/people/${id}/died`)).text()).toContain('To do: First contact');
  });

  it('tells the lead, without naming anybody in the mail', async () => {
    const id = await agnes();
    web.jobs.queued.length = 0;
    await sam.post(`/people/${id}/died`, form());
    await web.jobs.run(web.modules.delivery.handlers, web.clock.now);
    const told = web.mail.letters.filter(({ subject }) => subject === 'Sad news about somebody your team supports');
    expect(told.map(({ to }) => to.name)).toEqual(['Catriona Reid']);
    expect(told[0]!.text).not.toMatch(/Agnes|Muir/);
  });

  it('is said quietly on every page about them, with no prompt to ring', async () => {
    const id = await agnes();
    await sam.post(`/people/${id}/died`, form());
    for (const part of ['', '/messages', '/details', '/consent', '/close']) {
      const text = await (await sam.get(`/people/${id}${part}`)).text();
      expect(text, part).toContain('Agnes Muir died on 19 November 2026.');
    }
    const record = await (await sam.get(`/people/${id}`)).text();
    expect(record).not.toContain('href="tel:');
    expect(record).not.toContain(`/people/${id}/attempt`);
  });

  it('closes what would ask something of them, and gives back what was typed', async () => {
    const id = await agnes();
    await sam.post(`/people/${id}/died`, form());
    const answer = await sam.post(`/people/${id}/attempt`, { note: 'Rang her at noon' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Rang her at noon');
    expect((await sam.get(`/people/${id}/attempt`)).status).toBe(409);
  });

  it('says beside the field what cannot be: a day to come, one before they were born, none where one is known', async () => {
    const id = await agnes();
    const wrong: [Record<string, string>, string][] = [
      [{ 'on-day': '22' }, 'The day must be today or in the past'],
      [{ 'on-year': '1940' }, 'before they were born'],
      [{ 'on-day': '', 'on-month': '', 'on-year': '' }, 'Enter the day on which they died'],
      [{ 'on-day': '31', 'on-month': '2' }, 'Enter the day on which they died'],
      [{ saidBy: ' ' }, 'Say who told you'],
      [{ known: '' }, 'Say whether you know the day'],
    ];
    for (const [change, message] of wrong) {
      const answer = await sam.post(`/people/${id}/died`, form(change));
      expect([answer.status, change]).toEqual([422, change]);
      expect(await answer.text()).toContain(message);
    }
    expect((await inIt<{ died: unknown }>((tx) => findPerson(tx, id))).died).toBeNull();
  });

  it('needs no day', async () => {
    const id = await agnes();
    await sam.post(`/people/${id}/died`, form({ known: 'no' }));
    expect(await (await sam.get(`/people/${id}`)).text()).toContain('Agnes Muir has died.');
  });

  it('counts once when two colleagues write it down at the same time', async () => {
    const id = await agnes();
    const both = await Promise.all([sam.post(`/people/${id}/died`, form()), sam.post(`/people/${id}/died`, form())]);
    expect(both.map(({ status }) => status).every((status) => status === 303 || status === 409)).toBe(true);
    const events = await db.inProgramme(programme.id, (tx) => eventsAbout(tx, id));
    expect(events.filter(({ type }) => type === 'person-died')).toHaveLength(1);
  });
});

describe('when it was a mistake', () => {
  it('is taken back with a reason; what was stopped stays stopped and is listed', async () => {
    const id = await agnes();
    await queueTo(id);
    await sam.post(`/people/${id}/died`, form());
    expect((await sam.post(`/people/${id}/died/undo`, { because: '' })).status).toBe(422);
    const undone = await sam.post(`/people/${id}/died/undo`, { because: 'It was another Agnes' });
    expect(undone.headers.get('location')).toBe(`/people/${id}/died?done=death-undone`);
    const page = await (await sam.get(`/people/${id}/died`)).text();
    expect(page).toContain('It was another Agnes');
    expect(page).toContain('These were stopped. Start again what is still needed.');
    expect((await inIt<{ died: unknown }>((tx) => findPerson(tx, id))).died).toBeNull();
    await toPeople();
    expect(web.mail.texts).toEqual([]);
    expect((await sam.post(`/people/${id}/died/undo`, { because: 'again' })).status).toBe(409);
  });

  it('of somebody whom the team does not know, or nobody, there is no such page', async () => {
    const other = await newProgramme(db);
    const theirs = (await someone(db, other)).person.id;
    for (const id of [theirs, randomUUID(), 'x']) {
      expect((await sam.get(`/people/${id}/died`)).status).toBe(404);
      expect((await sam.post(`/people/${id}/died`, form())).status).toBe(404);
    }
  });
});
