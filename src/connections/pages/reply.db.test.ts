import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, aPerson, aService, connect, linkInMail, versionOf } from '../../../test/support/connected.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { openWeb, origin } from '../../../test/support/web.ts';
import { openApp } from '../../app.ts';
import { servicesById, type Service } from '../../directory/index.ts';
import type { Person } from '../../people/index.ts';
import type { Database } from '../../platform/database.ts';
import { eventsAbout } from '../../platform/events.ts';
import { findConnection } from '../index.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let service: Service;
let moira: Person;
let id: string;
let link: string;
const start = new Date('2026-11-23T10:00:00Z');
beforeAll(async () => {
  db = await testDatabase();
});
/** Every test begins with a request that has just arrived in the organisation's mail. */
beforeEach(async () => {
  web = openWeb(db);
  web.clock.now = start;
  programme = await newProgramme(db);
  service = await aService(db, programme);
  moira = await aPerson(db, programme, { safeContact: { channels: ['text'], voicemailOk: null, note: '' } });
  id = await connect(
    web,
    programme,
    { person: moira.id, service: service.id },
    { fields: ['phone', 'matters'], matters: 'Misses <b>walking</b>' },
  );
  link = await linkInMail(web);
});

const inProgramme = <T>(work: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme.id, work);
const stored = async () => (await inProgramme((tx) => findConnection(tx, id)))!;
const page = async () => (await web.nobody.get(link)).text();
const say = async (form: Record<string, string>) => web.nobody.post(link, { version: versionOf(await page()), ...form });
const worker = () => web.signedIn(programme.as('linkWorker'));
const eventTypes = async () => (await inProgramme((tx) => eventsAbout(tx, moira.id))).map(({ type }) => type);
const tasks = async () =>
  (await inProgramme((tx) => eventsAbout(tx, moira.id))).filter(({ type }) => type === 'task-added').map(({ data }) => data['kind']);

describe('the mail to an organisation', () => {
  it('says nothing of the person: who it is stands only behind the link', () => {
    const [letter] = web.mail.letters;
    expect(letter?.to).toEqual({ name: 'Glenkens Community Trust', address: addressOf(programme) });
    expect(letter?.text).toContain('Glenkens walking group');
    expect(letter?.text).toContain('Sam Findlay, link worker, on 01644 000000');
    expect(letter!.subject + letter!.text).not.toMatch(/Moira|Kerr|420123|walking<|1964/);
  });

  it('is the only place where the link can be read', async () => {
    const token = link.split('/').at(-1)!;
    const kept = await db.asOwner(async (connection) => {
      const { sql } = await import('kysely');
      const { rows } = await sql<{ kept: string }>`
        select (select jsonb_agg(to_jsonb(l))::text from reply_link l) || (select jsonb_agg(to_jsonb(m))::text from message m) as kept`.execute(
        connection,
      );
      return rows[0]!.kept;
    });
    expect(kept).not.toContain(token);
  });
});

describe('the page behind the link', () => {
  it('shows only what was shared, as text, to whoever has the link and no account', async () => {
    const answer = await web.nobody.get(link);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('Moira Kerr');
    expect(html).toContain('01644 420123');
    expect(html).toContain('Misses &lt;b>walking&lt;/b>');
    expect(html).toContain('Only by text message');
    expect(html).not.toMatch(/moira@home|1964|Brae Street/);
    expect(html).not.toContain('<b>walking');
  });

  it('is neither kept by browsers, nor found by search engines, nor told to other sites', async () => {
    const { headers } = await web.nobody.get(link);
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(await page()).not.toMatch(/<title>[^<]*Moira/);
  });

  it('takes a yes, and tells the link worker', async () => {
    const answer = await say({ answer: 'accepted', note: 'She can come on Tuesday' });
    expect(answer.status).toBe(303);
    expect(await stored()).toMatchObject({ status: 'accepted', statusReason: 'She can come on Tuesday' });
    expect(await tasks()).toEqual(['connection-answered']);
    expect(await (await web.nobody.get(answer.headers.get('location')!)).text()).toContain('The link worker has been told');
  });

  it('takes a waiting list in two steps, and tells the directory', async () => {
    await say({ answer: 'waiting-list', weeks: '6' });
    expect(await stored()).toMatchObject({ status: 'on-hold', reason: 'waiting-list', expectedOn: '2027-01-04' });
    expect((await eventTypes()).filter((type) => type.startsWith('connection-'))).toEqual([
      'connection-on-hold',
      'connection-accepted',
      'connection-requested',
    ]);
    const [listed] = await inProgramme((tx) => servicesById(tx, [service.id]));
    expect(listed?.capacity).toMatchObject({ available: 0, waitingList: true, waitWeeks: 6 });
  });

  it('takes a no with its reason; then it shows the person no more, and the link worker is to look for something else', async () => {
    await say({ answer: 'cannot-help', reason: 'full' });
    expect(await stored()).toMatchObject({ status: 'rejected', reason: 'full' });
    expect(await tasks()).toEqual(['connection-declined']);
    const html = await page();
    expect(html).toContain('You told us that you cannot help');
    expect(html).not.toMatch(/Moira|420123/);
    const [listed] = await inProgramme((tx) => servicesById(tx, [service.id]));
    expect(listed?.capacity).toMatchObject({ available: 0, waitingList: false });
  });

  it('can be opened again with the same link, to say that they came, and that it has finished', async () => {
    await say({ answer: 'accepted' });
    await say({ answer: 'came', 'cameOn-day': '23', 'cameOn-month': '11', 'cameOn-year': '2026' });
    expect(await stored()).toMatchObject({ status: 'in-progress', attended: true });
    expect(await page()).toContain('23 November 2026');
    await say({ answer: 'finished', note: 'Six good walks' });
    expect((await stored()).status).toBe('completed');
    expect(await page()).toContain('Thank you: this has finished');
  });

  it('takes it that they did not come, and closes nothing', async () => {
    await say({ answer: 'accepted' });
    await say({
      answer: 'did-not-come',
      'missedOn-day': '23',
      'missedOn-month': '11',
      'missedOn-year': '2026',
      note: 'We kept her a place',
    });
    expect(await stored()).toMatchObject({ status: 'accepted', statusReason: 'We kept her a place' });
    expect(await tasks()).toContain('connection-did-not-come');
  });

  it('says beside the question what is missing, and keeps what was written', async () => {
    const wrong: [Record<string, string>, string][] = [
      [{ note: 'Hello there' }, 'Choose an answer'],
      [{ answer: 'waiting-list', weeks: 'soon', note: 'Hello there' }, 'Enter a number of weeks'],
      [{ answer: 'cannot-help', note: 'Hello there' }, 'Choose why not'],
      [{ answer: 'came', note: 'Hello there' }, 'That answer no longer fits'],
    ];
    for (const [form, message] of wrong) {
      const answer = await say(form);
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain(message);
      expect(html).toContain('Hello there');
    }
    expect((await say({ answer: 'message' })).status).toBe(422);
    expect((await say({ answer: 'cannot-help', reason: 'other' })).status).toBe(422);
    expect((await stored()).status).toBe('requested');
  });

  it('cannot be told that they came on a day that has not been', async () => {
    await say({ answer: 'accepted' });
    const answer = await say({ answer: 'came', 'cameOn-day': '24', 'cameOn-month': '11', 'cameOn-year': '2026' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#cameOn-day"');
  });

  it('tells the second of two people who answer at once how it stands, and loses nothing that they wrote', async () => {
    const version = versionOf(await page());
    const [one, other] = await Promise.all([
      web.nobody.post(link, { version, answer: 'accepted', note: 'Welcome' }),
      web.nobody.post(link, { version, answer: 'waiting-list', weeks: '4', note: 'Sorry, not before Christmas' }),
    ]);
    const second = one.status === 409 ? one : other;
    expect([one.status, other.status].sort()).toEqual([303, 409]);
    const html = await second.text();
    expect(html).toContain('This was answered while you had the page open');
    expect(html).toMatch(/Welcome|not before Christmas/);
  });

  it('says that it is no longer needed once the link worker has called it off, and shows nobody', async () => {
    const sam = await worker();
    const version = versionOf(await (await sam.get(`/connections/${id}`)).text());
    await sam.post(`/connections/${id}/cancel`, { version, why: 'person-changed-mind' });
    const html = await page();
    expect(html).toContain('This is no longer needed');
    expect(html).not.toMatch(/Moira|420123|walking&lt;/);
    await web.jobs.run(web.modules.delivery.handlers);
    expect(web.mail.letters.at(-1)?.subject).toMatch(/^No longer needed: CN-/);
    expect((await web.nobody.post(link, { version, answer: 'accepted' })).status).toBe(409);
    expect((await stored()).status).toBe('cancelled');
  });
});

describe('a link that is too old', () => {
  beforeEach(() => {
    web.clock.now = new Date(start.getTime() + 29 * 86_400_000);
  });

  it('shows nobody, takes no answer, and offers a new one', async () => {
    const answer = await web.nobody.get(link);
    expect(answer.status).toBe(410);
    const html = await answer.text();
    expect(html).toContain('Send a new link');
    expect(html).not.toMatch(/Moira|walking/);
    expect((await web.nobody.post(link, { version: '1', answer: 'accepted' })).status).toBe(410);
    expect((await stored()).status).toBe('requested');
  });

  it('is replaced by mail to the address that the service gave, a few times a day at most', async () => {
    const before = web.mail.letters.length;
    for (let tries = 0; tries < 5; tries++)
      expect(await (await web.nobody.post(`${link}/new`)).text()).toContain('a new link is on its way');
    const fresh = await linkInMail(web);
    expect(web.mail.letters.length - before).toBe(3);
    expect(web.mail.letters.at(-1)?.to.address).toBe(addressOf(programme));
    expect(fresh).not.toBe(link);
    expect(await (await web.nobody.get(fresh)).text()).toContain('Moira Kerr');
  });

  it('is not replaced when nothing is open any more, but nobody is told that', async () => {
    const sam = await worker();
    await sam.post(`/connections/${id}/cancel`, { version: String((await stored()).rowVersion), why: 'no-longer-needed' });
    await web.jobs.run(web.modules.delivery.handlers);
    const before = web.mail.letters.length;
    expect(await (await web.nobody.post(`${link}/new`)).text()).toContain('If the request is still open');
    await web.jobs.run(web.modules.delivery.handlers);
    expect(web.mail.letters).toHaveLength(before);
  });
});

describe('a link that somebody made up', () => {
  it('leads to a page that tells nothing', async () => {
    for (const token of ['guess', 'a'.repeat(43), id, '%00', '..%2f']) {
      const answer = await web.nobody.get(`/reply/${token}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toMatch(/Moira|walking|Glenkens/);
    }
    expect((await web.nobody.post('/reply/guess', { answer: 'accepted' })).status).toBe(404);
    expect((await web.nobody.post('/reply/guess/new')).status).toBe(404);
  });

  it('makes whoever goes on guessing wait', async () => {
    const machine = `one machine ${id}`;
    const app = openApp({ ...web.modules, machineOf: () => machine });
    const guess = (n: number) => app.request(`${origin}/reply/guess-${n}`);
    const answers = await Promise.all(Array.from({ length: 21 }, (_, n) => guess(n)));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(20);
    const last = answers.find(({ status }) => status === 429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
