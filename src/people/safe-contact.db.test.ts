import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import { openDelivery } from '../messages/index.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { someone } from '../../test/support/someone.ts';
import { findPerson, type Person } from './index.ts';

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

const details = { givenName: 'Nuala', familyName: 'Byrne', phone: '07700 900123', email: 'nuala@example.org' };
const nuala = async () => (await someone(db, programme, { details })).person.id;
const person = (id: string): Promise<Person> => db.inProgramme(programme.id, async (tx) => (await findPerson(tx, id))!);
const form = (change: Form = {}): Form => ({ email: '1', text: '2', says: 'all', number: 'any', rowVersion: '1', ...change });
const save = (id: string, change: Form = {}) => sam.post(`/people/${id}/safe-contact`, form(change));
const write = (id: string) =>
  db.inProgramme(programme.id, (tx) =>
    web.modules.messages.queue(tx, { template: 'hello', about: randomUUID(), person: id, to: { person: id }, at: web.clock.now }),
  );
const hello = () => Promise.resolve({ subject: 'Hello', text: 'Hello Nuala.\n', short: 'Hello.' });
const run = () => web.jobs.run(openDelivery({ ...web.modules, composers: { ...web.modules.composers, hello } }).handlers, web.clock.now);

describe('what somebody wishes about being reached', () => {
  it('is asked in one place, kept with who wrote it down, and shown to whoever is about to ring', async () => {
    const id = await nuala();
    const wished = {
      ...{ days: ['0', '2'], from: '9.30', until: '2pm', says: 'ring-only', number: 'hidden', voicemail: 'no' },
      ...{ mayKnow: 'Her sister Ann', mustNotKnow: 'Her husband', barred: '01644 420 999\n4 Ken View', note: 'He reads the post' },
      ...{ 'reviewOn-day': '1', 'reviewOn-month': '2', 'reviewOn-year': '2027' },
    };
    expect((await save(id, wished)).headers.get('location')).toBe(`/people/${id}?done=safe-contact-saved`);
    expect(await person(id)).toMatchObject({
      safeContact: { channels: ['email', 'text'], voicemailOk: false, note: 'He reads the post' },
      wishes: {
        days: [0, 2],
        from: '09:30',
        until: '14:00',
        says: 'ring-only',
        barred: ['01644 420 999', '4 Ken View'],
        reviewOn: '2027-02-01',
      },
    });
    for (const page of ['', '/contact', '/attempt']) {
      const text = await (await sam.get(`/people/${id}${page}`)).text();
      expect(text, page).toContain('Her husband');
      expect(text, page).toContain('Hide your number when you ring');
      expect(text, page).toContain('Monday and Wednesday, between 09:30 and 14:00');
    }
    const events = await db.inProgramme(programme.id, (tx) => eventsAbout(tx, id));
    expect(events[0]).toMatchObject({ type: 'safe-contact-changed', data: {} });
  });

  it('keeps what was agreed before, with who wrote it down and when', async () => {
    const id = await nuala();
    await save(id, { mustNotKnow: 'Her neighbour' });
    web.clock.now = new Date('2026-11-21T10:05:00Z');
    await save(id, { mustNotKnow: 'Nobody', rowVersion: '2' });
    const page = await (await sam.get(`/people/${id}/safe-contact`)).text();
    expect(page).toContain('Earlier answers');
    expect(page).toContain('Her neighbour');
    expect(page).toContain('Sam Findlay, 21 November 2026');
  });

  it('comes back whole with a message beside what cannot be', async () => {
    const id = await nuala();
    const wrong: [Form, string][] = [
      [{ from: 'ten past' }, 'Enter a time like 9:30 or 2pm'],
      [{ from: '14:00', until: '9:30' }, 'This must be later'],
      [{ 'notBefore-day': '1', 'notBefore-month': '1', 'notBefore-year': '2026' }, 'This day has passed'],
      [{ 'notBefore-day': '31', 'notBefore-month': '2', 'notBefore-year': '2027' }, 'Enter a day like'],
      [{ 'notBefore-day': '1', 'notBefore-month': '2', 'notBefore-year': '2096' }, 'more than two years away'],
      [{ barred: Array.from({ length: 21 }, (_, n) => `0164400000${n}`).join('\n') }, 'Use 20 lines or fewer'],
      [{ note: 'x'.repeat(501) }, 'Use 500 characters or fewer'],
      [{ email: '9' }, 'Choose from the list'],
      [{ says: 'everything' }, 'Choose one'],
    ];
    for (const [change, message] of wrong) {
      const answer = await save(id, { mustNotKnow: 'Her husband', ...change });
      expect([answer.status, change]).toEqual([422, change]);
      const text = await answer.text();
      expect(text).toContain(message);
      expect(text).toContain('Her husband');
    }
    expect((await person(id)).wishes.mustNotKnow).toBe('');
  });

  it('shows both answers when a colleague saved meanwhile, and loses neither', async () => {
    const id = await nuala();
    await save(id, { mustNotKnow: 'Her husband' });
    const late = await save(id, { mustNotKnow: 'Her son' });
    expect(late.status).toBe(409);
    const text = await late.text();
    expect(text).toContain('Her husband');
    expect(text).toContain('Her son');
    const version = /name="rowVersion" value="(\d+)"/.exec(text)![1]!;
    expect((await save(id, { mustNotKnow: 'Her son', rowVersion: version })).status).toBe(303);
  });

  it('holds from then on: what waited is looked at again, and leaves as they wish', async () => {
    const id = await nuala();
    await save(id, { 'notBefore-day': '1', 'notBefore-month': '12', 'notBefore-year': '2026' });
    await write(id);
    await run();
    expect([web.mail.letters, web.mail.texts]).toEqual([[], []]);
    await save(id, { email: '', text: '1', rowVersion: '2' });
    await run();
    expect(web.mail.letters).toEqual([]);
    expect(web.mail.texts).toMatchObject([{ to: '07700 900123', text: 'Hello.' }]);
  });

  it('keeps its order when other details are changed', async () => {
    const id = await nuala();
    await save(id);
    const details = await (await sam.get(`/people/${id}/details`)).text();
    const value = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(details)?.[1] ?? '';
    await sam.post(`/people/${id}/details`, {
      ...{ givenName: 'Nuala', familyName: 'Byrne', 'dateOfBirth-day': '14', 'dateOfBirth-month': '3', 'dateOfBirth-year': '1964' },
      ...{ phone: '07700 900124', email: 'nuala@example.org', channels: ['text', 'email'], rowVersion: value('rowVersion') },
    });
    expect(await person(id)).toMatchObject({ phone: '07700 900124', safeContact: { channels: ['email', 'text'] } });
  });

  it('of somebody whom the team does not know, or nobody, there is no such page', async () => {
    const other = await newProgramme(db);
    const theirs = (await someone(db, other)).person.id;
    for (const id of [theirs, randomUUID(), 'x']) {
      expect((await sam.get(`/people/${id}/safe-contact`)).status).toBe(404);
      expect((await save(id)).status).toBe(404);
    }
  });
});

describe('the link to stop messages', () => {
  async function linkOf(id: string): Promise<string> {
    await save(id, { text: '' });
    await write(id);
    await run();
    return new URL(/http\S+\/stop\/\S+/.exec(web.mail.letters[0]!.text)![0]).pathname;
  }

  it('stands in every mail to a person, needs no account, and stops only when it is pressed', async () => {
    const id = await nuala();
    const link = await linkOf(id);
    const page = await web.nobody.get(link);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const text = await page.text();
    expect(text).toContain('Would you like us to stop sending you messages?');
    expect(text).not.toMatch(/Nuala|Byrne/);
    expect((await person(id)).wishes.stoppedAt).toBeNull();
    expect(await (await web.nobody.post(link)).text()).toContain('We will send you no more messages');
    expect((await person(id)).wishes.stoppedAt).toBe('2026-11-21T10:00:00.000Z');
  });

  it('works when it is used twice, and tells the link worker once', async () => {
    const id = await nuala();
    const link = await linkOf(id);
    for (let i = 0; i < 2; i++) expect((await web.nobody.post(link)).status).toBe(200);
    expect(await (await web.nobody.get(link)).text()).toContain('We will send you no more messages');
    const events = await db.inProgramme(programme.id, (tx) => eventsAbout(tx, id));
    expect(events.filter(({ type }) => type === 'messages-stopped')).toHaveLength(1);
    expect(events.filter(({ type, data }) => type === 'task-added' && data['kind'] === 'messages-stopped')).toHaveLength(1);
  });

  it('stops all that would follow, until they tell their link worker otherwise', async () => {
    const id = await nuala();
    await web.nobody.post(await linkOf(id));
    web.mail.letters.length = 0;
    await write(id);
    await run();
    expect(web.mail.letters).toEqual([]);
    expect(await (await sam.get(`/people/${id}`)).text()).toContain('They asked for no more messages');
    const { rowVersion } = await person(id);
    await save(id, { again: 'yes', rowVersion: String(rowVersion) });
    await write(id);
    await run();
    expect(web.mail.letters).toHaveLength(1);
  });

  it('that is nobody’s says so, and tells nothing', async () => {
    for (const wrong of ['x', 'a'.repeat(43), '%00'])
      for (const answer of [await web.nobody.get(`/stop/${wrong}`), await web.nobody.post(`/stop/${wrong}`)])
        expect([answer.status, wrong]).toEqual([404, wrong]);
  });
});
