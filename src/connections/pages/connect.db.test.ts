import { beforeAll, describe, expect, it } from 'vitest';
import { aPerson, aService, connect } from '../../../test/support/connected.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { openWeb } from '../../../test/support/web.ts';
import { consentsOf, type Person } from '../../people/index.ts';
import type { Service } from '../../directory/index.ts';
import type { Database } from '../../platform/database.ts';
import { eventsAbout } from '../../platform/events.ts';
import { findConnection, ofPerson } from '../index.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let service: Service;
let moira: Person;
let worker: Awaited<ReturnType<typeof web.signedIn>>;
beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  service = await aService(db, programme);
  moira = await aPerson(db, programme, { safeContact: { channels: ['phone'], voicemailOk: false, note: '' } });
  worker = await web.signedIn(programme.as('linkWorker'));
});

const path = (person = moira.id, to = service.id) => `/people/${person}/connect/${to}`;
const inProgramme = <T>(work: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme.id, work);

describe('connecting somebody to a service', () => {
  it('shows the service, and offers to tell it only the name and phone number', async () => {
    const answer = await worker.get(path());
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('Connect Moira Kerr to Glenkens walking group');
    expect(page).toContain('1 High Street');
    const ticked = [...page.matchAll(/<input[^>]*name="fields"[^>]*>/g)].map(([box]) => box).filter((box) => box.includes('checked'));
    expect(ticked.map((box) => /value="([^"]+)"/.exec(box)?.[1])).toEqual(['phone']);
  });

  it('shows before sending what the organisation will see, with how to reach her safely, and shares nothing yet', async () => {
    const answer = await worker.post(path(), { how: 'asked', fields: ['phone', 'matters'], matters: 'Misses her choir', step: 'preview' });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('What Glenkens Community Trust will be told');
    expect(page).toContain('01644 420123');
    expect(page).toContain('Misses her choir');
    expect(page).toContain('Do not leave a voicemail');
    expect(page).not.toContain('moira@home.example');
    expect(page).not.toContain('1964');
    expect(await inProgramme((tx) => ofPerson(tx, moira.id))).toEqual([]);
  });

  it('goes back to the questions with everything as it was', async () => {
    const page = await (
      await worker.post(path(), { how: 'rung', fields: ['matters', 'place'], matters: 'Misses her choir', step: 'change' })
    ).text();
    expect(page).toContain('Misses her choir');
    expect(page).toMatch(/value="rung" checked/);
    expect(page).toMatch(/value="place" checked/);
    expect(page).not.toMatch(/value="phone" checked/);
  });

  it('asks for what is missing beside the question, and keeps what was written', async () => {
    const answer = await worker.post(path(), { fields: ['matters', 'care'], care: 'Ring after ten', step: 'preview' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#how"');
    expect(page).toContain('href="#matters"');
    expect(page).not.toContain('href="#care"');
    expect(page).toContain('Ring after ten');
  });

  it('takes no field that is not offered', async () => {
    expect((await worker.post(path(), { how: 'asked', fields: ['healthNumber'], step: 'preview' })).status).toBe(422);
    expect((await worker.post(path(), { how: 'asked', fields: ['interpreter'], step: 'preview' })).status).toBe(422);
  });

  it('sends nothing until the person agrees', async () => {
    const answer = await worker.post(path(), { how: 'asked', fields: ['phone'], step: 'send' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Moira has to agree before anything is shared');
    expect(web.jobs.queued).toEqual([]);
  });

  it('shows the preview again when the record has changed since it was looked at', async () => {
    const answer = await worker.post(path(), { how: 'asked', fields: ['phone'], seal: 'of another packet', consent: 'yes', step: 'send' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('The details have changed since you looked');
    expect(web.jobs.queued).toEqual([]);
  });

  it('records her consent, what was shared and who asked, and queues a mail to the service', async () => {
    const id = await connect(web, programme, { person: moira.id, service: service.id });
    const { connection, consents, events } = await inProgramme(async (tx) => ({
      connection: await findConnection(tx, id),
      consents: await consentsOf(tx, moira.id),
      events: await eventsAbout(tx, moira.id),
    }));
    expect(connection).toMatchObject({ status: 'requested', kind: 'asked', linkWorker: programme.as('linkWorker').id });
    expect(connection?.shared).toEqual({ name: 'Moira Kerr', phone: '01644 420123', safely: { only: ['phone'], noVoicemail: true } });
    expect(consents).toMatchObject([
      { id: connection?.consent, purpose: 'share-with-service', recipient: service.id, askedBy: programme.as('linkWorker').id },
    ]);
    expect(consents[0]?.wording).toBeTruthy();
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['consent-given', 'connection-requested']));
    expect(JSON.stringify(events)).not.toMatch(/Moira|420123/);
    expect(web.jobs.queued.map(({ name }) => name)).toEqual(['deliver-message']);
  });

  it('shows the connection that is already open before it asks the same service again', async () => {
    const page = await (await worker.get(path())).text();
    expect(page).toContain('Moira is already connected to this service');
    expect(page).toMatch(/href="\/connections\/[0-9a-f-]{36}"/);
    expect((await worker.post(path(), { how: 'asked', fields: ['phone'], step: 'preview' })).status).toBe(409);
  });

  it('only once, when the button is pressed twice', async () => {
    const rab = await aPerson(db, programme, { givenName: 'Rab' });
    const form = { how: 'asked', fields: ['phone'], consent: 'yes', step: 'send' };
    const preview = await (await worker.post(path(rab.id), { ...form, step: 'preview' })).text();
    const seal = /name="seal" value="([^"]+)"/.exec(preview)![1]!;
    const twice = await Promise.all([1, 2].map(() => worker.post(path(rab.id), { ...form, seal })));
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await inProgramme((tx) => ofPerson(tx, rab.id))).toHaveLength(1);
  });

  it('of which the service only hears by phone is recorded the same, and no mail is sent', async () => {
    const quiet = await aService(db, programme, { name: 'Befriending by phone', requestEmail: null });
    const before = web.jobs.queued.length;
    const page = await (await worker.get(path(moira.id, quiet.id))).text();
    expect(page).toContain('has given no email address for requests');
    expect(page).toContain('01644 420374');
    expect(page).not.toContain('value="asked"');
    expect((await worker.post(path(moira.id, quiet.id), { how: 'asked', fields: ['phone'], step: 'preview' })).status).toBe(422);
    const id = await connect(web, programme, { person: moira.id, service: quiet.id }, { how: 'rung' });
    expect(await inProgramme((tx) => findConnection(tx, id))).toMatchObject({ kind: 'rung', status: 'requested' });
    expect(web.jobs.queued).toHaveLength(before);
  });

  it('that they go to themselves shares nothing at all', async () => {
    const choir = await aService(db, programme, { name: 'Crossmichael singers' });
    const before = web.jobs.queued.length;
    const preview = await (await worker.post(path(moira.id, choir.id), { how: 'self', fields: ['phone'], step: 'preview' })).text();
    expect(preview).toContain('Nothing will be shared');
    expect(preview).not.toContain('01644 420123');
    const id = await connect(web, programme, { person: moira.id, service: choir.id }, { how: 'self' });
    expect(await inProgramme((tx) => findConnection(tx, id))).toMatchObject({
      kind: 'self',
      status: 'accepted',
      shared: null,
      consent: null,
    });
    expect(web.jobs.queued).toHaveLength(before);
  });

  it('is not offered for a service that does not run', async () => {
    const closed = await aService(db, programme, { status: 'temporarily closed' });
    expect(await (await worker.get(path(moira.id, closed.id))).text()).toContain('is not running at present');
  });

  it('draws whatever was written as text, never as markup', async () => {
    const nasty = await aPerson(db, programme, { givenName: '<script>alert(1)</script>' });
    const page = await (
      await worker.post(path(nasty.id), { how: 'asked', fields: ['matters'], matters: '"><img src=x onerror=alert(1)>', step: 'preview' })
    ).text();
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
  });
});

describe('the way to connect somebody', () => {
  it('begins with signing in', async () => {
    const answer = await web.nobody.get(path());
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/);
  });

  it('is closed to whoever is not a link worker', async () => {
    for (const who of ['nurse', 'community', 'evaluator', 'manager'] as const) {
      const somebody = await web.signedIn(programme.as(who));
      expect((await somebody.get(path())).status).toBe(404);
      expect((await somebody.post(path(), { step: 'send' })).status).toBe(404);
    }
  });

  it('leads nowhere for people and services that are unknown, or of another programme', async () => {
    const other = await newProgramme(db);
    const stranger = await aPerson(db, other);
    const elsewhere = await aService(db, other);
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const [person, to] of [
      [nobody, service.id],
      ['not-an-id', service.id],
      [moira.id, nobody],
      [moira.id, 'x'],
      [stranger.id, service.id],
      [moira.id, elsewhere.id],
    ]) {
      expect((await worker.get(path(person, to))).status).toBe(404);
      expect((await worker.post(path(person, to), { step: 'preview' })).status).toBe(404);
    }
  });
});
