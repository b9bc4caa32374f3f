import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { countRows } from '../../test/support/rows.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let path: string;

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
});
beforeEach(async () => {
  programme = await newProgramme(db);
  path = `/ask/${programme.as('nurse').programme.slug}`;
});

const jordan: Form = {
  forWhom: 'me',
  givenName: 'Jordan',
  familyName: 'Reid',
  'dateOfBirth-day': '2',
  'dateOfBirth-month': '11',
  'dateOfBirth-year': '2002',
  phone: '07700 900123',
  channels: ['text'],
  voicemail: 'no',
  needs: ['purpose'],
  note: 'I have not left the house much since college.',
  consent: 'yes',
};
const count = (table: string) => countRows(db, programme.id, table);
const queuedId = async (visitor: Awaited<ReturnType<typeof web.signedIn>>) =>
  /href="\/queue\/([0-9a-f-]{36})"/.exec(await (await visitor.get('/queue')).text())![1]!;

describe('somebody who asks for help themselves', () => {
  it('needs no account and no health number, and is told what happens next', async () => {
    const answer = await web.nobody.post(path, jordan);
    expect(answer.status).toBe(303);
    const sent = await (await web.nobody.get(answer.headers.get('location')!)).text();
    expect(sent).toContain('Thank you. We have it.');
    expect(sent).toMatch(/SP-[2-9A-Z]{7}/);
    const linkWorker = await web.signedIn(programme.as('linkWorker'));
    const page = await (await linkWorker.get(`/queue/${await queuedId(linkWorker)}`)).text();
    expect(page).toContain('I have not left the house much');
    expect(page).toContain('Do not leave a voicemail');
  });

  it('loses nothing that they wrote when something is missing', async () => {
    const { consent: _, phone: __, ...partly } = jordan;
    const answer = await web.nobody.post(path, partly);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Give a phone number or an email address');
    expect(page).toContain('Tick this if it is all right');
    expect(page).toContain('I have not left the house much');
    expect(await count('referral')).toBe(0);
  });

  it('is never told who is known here already', async () => {
    await web.nobody.post(path, jordan);
    const answer = await web.nobody.post(path, jordan);
    expect(answer.status).toBe(303);
    expect(await count('person')).toBe(2);
  });

  it('can only send so much in an hour, so that nobody floods the team', async () => {
    const app = openWeb(db);
    app.modules.limits.asking.take = () => Promise.resolve(1200);
    const answer = await app.nobody.post(path, jordan);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain('I have not left the house much');
    expect(await count('referral')).toBe(0);
  });

  it('can leave the page quickly, and sees the programme in its own colour', async () => {
    const coloured = await newProgramme(db, { colour: '#7a3f6d' });
    const page = await (await web.nobody.get(`/ask/${coloured.as('nurse').programme.slug}`)).text();
    expect(page).toContain('Leave this page');
    expect(page).toContain('/theme/7a3f6d.css');
    const theme = await web.nobody.get('/theme/7a3f6d.css');
    expect(await theme.text()).toContain('--bar:#7a3f6d');
    expect(theme.headers.get('content-type')).toContain('text/css');
    expect((await web.nobody.get('/theme/red;}.css')).status).toBe(404);
  });

  it('finds no page for a programme that there is not', async () => {
    expect((await web.nobody.get('/ask/no-such-programme')).status).toBe(404);
    expect((await web.nobody.post('/ask/no-such-programme', jordan)).status).toBe(404);
  });
});

describe('somebody who asks for a relative', () => {
  it('says who they are and how they know them', async () => {
    const missing = await (await web.nobody.post(path, { ...jordan, forWhom: 'other' })).text();
    expect(missing).toContain('Enter your name');
    expect(missing).toContain('Say how you know them');
    await web.nobody.post(path, { ...jordan, forWhom: 'other', yourName: 'Ann Reid', relation: 'his mother', yourPhone: '07700 900124' });
    const linkWorker = await web.signedIn(programme.as('linkWorker'));
    expect(await (await linkWorker.get(`/queue/${await queuedId(linkWorker)}`)).text()).toContain(
      'Asked for by Ann Reid (his mother). Their phone: 07700 900124.',
    );
  });
});

describe('a link worker who sees that it is somebody known', () => {
  it('makes it one record, which keeps what was agreed and learns what was new', async () => {
    const nurse = await web.signedIn(programme.as('nurse'));
    await nurse.post('/refer', { ...jordan, phone: '', channels: [], voicemail: '', needs: ['work'] });
    await web.nobody.post(path, jordan);
    expect(await count('person')).toBe(2);
    const linkWorker = await web.signedIn(programme.as('linkWorker'));
    const queue = await (await linkWorker.get('/queue')).text();
    const ids = [...queue.matchAll(/href="\/queue\/([0-9a-f-]{36})"/g)].map((match) => match[1]!);
    const page = await (await linkWorker.get(`/queue/${ids[1]!}`)).text();
    const known = /name="known" value="([0-9a-f-]{36})"/.exec(page)![1]!;
    expect((await linkWorker.post(`/queue/${ids[1]!}/same`, { known: programme.team })).status).toBe(409);
    expect((await linkWorker.post(`/queue/${ids[1]!}/same`, { known })).status).toBe(303);
    const { rows } = await db.inProgramme(programme.id, (tx) =>
      sql<{ id: string }>`select id from person where merged_into is null`.execute(tx),
    );
    expect(rows).toHaveLength(1);
    expect(await count('consent')).toBe(2);
    expect(await (await linkWorker.get(`/queue/${ids[0]!}`)).text()).toContain('07700 900123');
  });
});
