import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPerson, aService, connect, versionOf } from '../../../test/support/connected.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { openWeb } from '../../../test/support/web.ts';
import type { Database } from '../../platform/database.ts';
import { findConnection } from '../index.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let mine: string;
let theirs: string;
let jean: Awaited<ReturnType<typeof web.signedIn>>;
beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  const service = await aService(db, programme);
  const elsewhere = await aService(db, programme, { organisation: randomUUID(), name: 'Another trust’s lunch club' });
  mine = await connect(web, programme, { person: (await aPerson(db, programme)).id, service: service.id });
  const rab = await aPerson(db, programme, { givenName: 'Rab', familyName: 'Burns' });
  theirs = await connect(web, programme, { person: rab.id, service: elsewhere.id });
  await connect(web, programme, { person: rab.id, service: service.id }, { how: 'self' });
  jean = await web.signedIn(programme.as('community'));
});

describe('somebody of a community organisation', () => {
  it('starts at the requests to their own organisation, and sees no others', async () => {
    expect((await jean.get('/')).headers.get('location')).toBe('/requests');
    const page = await (await jean.get('/requests')).text();
    expect(page).toContain('Moira Kerr');
    expect(page).toContain('Glenkens walking group');
    expect(page).not.toContain('lunch club');
  });

  it('is not told of people who get in touch themselves', async () => {
    expect(await (await jean.get('/requests')).text()).not.toContain('Rab Burns');
  });

  it('sees what was shared and nothing else', async () => {
    const page = await (await jean.get(`/requests/${mine}`)).text();
    expect(page).toContain('01644 420123');
    expect(page).not.toMatch(/moira@home|1964|Brae Street/);
  });

  it('cannot open requests to others, a person’s record, or the link worker’s page', async () => {
    expect((await jean.get(`/requests/${theirs}`)).status).toBe(404);
    expect((await jean.post(`/requests/${theirs}`, { version: '1', answer: 'accepted' })).status).toBe(404);
    expect((await jean.get('/requests/nonsense')).status).toBe(404);
    expect((await jean.get(`/connections/${mine}`)).status).toBe(404);
  });

  it('answers as with the link', async () => {
    const version = versionOf(await (await jean.get(`/requests/${mine}`)).text());
    expect((await jean.post(`/requests/${mine}`, { version })).status).toBe(422);
    expect((await jean.post(`/requests/${mine}`, { version, answer: 'accepted' })).status).toBe(303);
    expect((await jean.post(`/requests/${mine}`, { version, answer: 'accepted' })).status).toBe(409);
    expect((await db.inProgramme(programme.id, (tx) => findConnection(tx, mine)))?.status).toBe('accepted');
  });

  it('finds what has ended, without names of people whom they turned down', async () => {
    const version = versionOf(await (await jean.get(`/requests/${mine}`)).text());
    await jean.post(`/requests/${mine}`, { version, answer: 'cannot-help', reason: 'not-running' });
    const page = await (await jean.get('/requests?show=ended')).text();
    expect(page).toMatch(/CN-[A-Z2-9]{7}/);
    expect(page).not.toContain('Moira');
    expect((await jean.get('/requests?page=nonsense')).status).toBe(200);
  });
});

describe('the requests', () => {
  it('are closed to everybody else', async () => {
    expect((await web.nobody.get('/requests')).headers.get('location')).toMatch(/^\/sign-in/);
    for (const who of ['nurse', 'linkWorker', 'manager', 'evaluator'] as const) {
      const somebody = await web.signedIn(programme.as(who));
      expect((await somebody.get('/requests')).status).toBe(403);
      expect((await somebody.get(`/requests/${mine}`)).status).toBe(404);
    }
  });

  it('of another programme cannot be found', async () => {
    const other = await newProgramme(db);
    const stranger = await web.signedIn({ ...other.as('community') });
    expect((await stranger.get(`/requests/${mine}`)).status).toBe(404);
  });
});
