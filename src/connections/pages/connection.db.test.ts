import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPerson, aService, connect, linkInMail, versionOf } from '../../../test/support/connected.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { openWeb } from '../../../test/support/web.ts';
import type { Database } from '../../platform/database.ts';
import { eventsAbout } from '../../platform/events.ts';
import type { Person } from '../../people/index.ts';
import { findConnection, ofPerson } from '../index.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Person;
let sam: Awaited<ReturnType<typeof web.signedIn>>;
let id: string;
beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  sam = await web.signedIn(programme.as('linkWorker'));
});
beforeEach(async () => {
  moira = await aPerson(db, programme);
  id = await connect(web, programme, { person: moira.id, service: (await aService(db, programme)).id });
});

const inProgramme = <T>(work: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme.id, work);
const stored = async () => (await inProgramme((tx) => findConnection(tx, id)))!;
const page = async () => (await sam.get(`/connections/${id}`)).text();
const post = async (verb: string, form: Record<string, string> = {}) =>
  sam.post(`/connections/${id}/${verb}`, { version: versionOf(await page()), ...form });

describe('a link worker who follows a connection', () => {
  it('sees how it stands, what was shared and what happened', async () => {
    const html = await page();
    expect(html).toContain('Waiting for an answer');
    expect(html).toContain('01644 420123');
    expect(html).toContain('A service was asked');
    expect(html).toContain('Sam Findlay');
  });

  it('writes down what they heard on the phone, which needs no task for themselves', async () => {
    expect((await post('answer', { answer: 'waiting-list', weeks: '3', note: 'Ask for Jean' })).status).toBe(303);
    expect(await stored()).toMatchObject({ status: 'on-hold', statusReason: 'Ask for Jean' });
    const events = await inProgramme((tx) => eventsAbout(tx, moira.id));
    expect(events.find(({ type }) => type === 'connection-on-hold')).toMatchObject({
      by: { kind: 'account', id: programme.as('linkWorker').id },
      data: { heard: true, weeks: 3 },
    });
    expect(events.map(({ type }) => type)).not.toContain('task-added');
    expect(await page()).toContain('Ask for Jean');
  });

  it('is shown what is missing, with all that they wrote', async () => {
    const heard = await post('answer', { answer: 'cannot-help', note: 'They sounded tired' });
    expect(heard.status).toBe(422);
    expect(await heard.text()).toContain('They sounded tired');
    const cancelled = await post('cancel', { cancelNote: 'Moved to Ayr' });
    expect(cancelled.status).toBe(422);
    expect(await cancelled.text()).toContain('Moved to Ayr');
    expect((await post('cancel', { why: 'other' })).status).toBe(422);
  });

  it('calls it off: the mail that had not left is stopped, and nobody is bothered', async () => {
    const { reference } = await stored();
    expect((await post('cancel', { why: 'found-elsewhere' })).status).toBe(303);
    await web.jobs.run(web.modules.delivery.handlers);
    expect(web.mail.letters.filter(({ subject }) => subject.includes(reference))).toEqual([]);
    expect(await page()).toContain('Find another service');
  });

  it('calls it off after the mail has gone: the organisation is told', async () => {
    await linkInMail(web);
    await post('cancel', { why: 'found-elsewhere' });
    await web.jobs.run(web.modules.delivery.handlers);
    expect(web.mail.letters.at(-1)?.subject).toMatch(/^No longer needed/);
    expect(web.mail.letters.at(-1)?.text).not.toMatch(/Moira|reply/);
  });

  it('takes out what was recorded by mistake', async () => {
    expect((await post('mistake')).status).toBe(303);
    expect((await stored()).status).toBe('entered-in-error');
    expect(await inProgramme((tx) => ofPerson(tx, moira.id))).toEqual([]);
  });

  it('is told when the organisation answered in the meantime', async () => {
    const version = versionOf(await page());
    await post('answer', { answer: 'accepted' });
    const second = await sam.post(`/connections/${id}/cancel`, { version, why: 'other', cancelNote: 'She is unwell' });
    expect(second.status).toBe(409);
    const html = await second.text();
    expect(html).toContain('Somebody else changed this');
    expect(html).toContain('She is unwell');
    expect((await stored()).status).toBe('accepted');
  });

  it('finds it in a line on the person’s page', async () => {
    expect(await inProgramme((tx) => ofPerson(tx, moira.id))).toMatchObject([
      { id, service: 'Glenkens walking group', organisation: 'Glenkens Community Trust', status: 'requested', restricted: false },
    ]);
  });
});

describe('a connection', () => {
  it('is closed to whoever is not signed in, or no link worker', async () => {
    expect((await web.nobody.get(`/connections/${id}`)).headers.get('location')).toMatch(/^\/sign-in/);
    for (const who of ['nurse', 'community', 'evaluator', 'manager'] as const) {
      const somebody = await web.signedIn(programme.as(who));
      expect((await somebody.get(`/connections/${id}`)).status).toBe(404);
      expect((await somebody.post(`/connections/${id}/cancel`, { why: 'no-answer' })).status).toBe(404);
    }
  });

  it('of another programme, or unknown, cannot be found', async () => {
    const stranger = await web.signedIn((await newProgramme(db)).as('linkWorker'));
    for (const path of [`/connections/${id}`, '/connections/nonsense', '/connections/00000000-0000-4000-8000-000000000000']) {
      expect((await stranger.get(path)).status).toBe(404);
      for (const verb of ['answer', 'cancel', 'mistake'])
        expect((await stranger.post(`${path}/${verb}`, { version: '1', answer: 'accepted', why: 'no-answer' })).status).toBe(404);
    }
    expect((await stored()).status).toBe('requested');
  });
});
