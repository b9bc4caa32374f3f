import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPerson, aService, connect, versionOf } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Person } from '../people/index.ts';
import type { Service } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';

type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let service: Service;
let moira: Person;
let worker: Visitor;
let lead: Visitor;
beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
});
beforeEach(async () => {
  web.clock.now = new Date('2026-11-21T10:00:00Z');
  programme = await newProgramme(db, { sharingNeedsAgreement: true });
  service = await aService(db, programme);
  moira = await aPerson(db, programme);
  [worker, lead] = [await web.signedIn(programme.as('linkWorker')), await web.signedIn(programme.as('lead'))];
});

const signed = { kind: 'sharing', 'signedOn-day': '1', 'signedOn-month': '3', 'signedOn-year': '2026', contact: 'Jean Kirkpatrick' };
const until = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { 'expiresOn-day': date, 'expiresOn-month': month, 'expiresOn-year': year };
};
const here = () => `/agreements/${service.organisation}`;
const sign = (more: Record<string, string> = {}) => lead.post(here(), { ...signed, ...more });
const path = () => `/people/${moira.id}/connect/${service.id}`;
const onlyOne = async () => {
  const seen = await web.modules.belonging.change.agreements.seePartner(programme.as('lead'), service.organisation);
  if (!seen.ok) throw new Error(String(seen.error));
  return seen.value.agreements[0]!;
};
const ask = async () => (await worker.post(path(), { how: 'asked', fields: ['phone'], step: 'preview' })).status;

describe('somebody is named to an organisation', () => {
  it('only with an agreement in force; the link worker reads why, and what can be done instead', async () => {
    const page = await (await worker.get(path())).text();
    expect(page).toContain('has not signed an agreement with us');
    expect(page).toContain('Ring them together');
    expect(page).not.toContain('Send them a request');
    expect(page).not.toContain('name="fields"');
    for (const how of ['asked', 'rung'])
      for (const step of ['preview', 'send'])
        expect((await worker.post(path(), { how, fields: ['phone'], consent: 'yes', step })).status).toBe(409);
    expect((await worker.post(path(), { how: 'self', step: 'preview' })).status).toBe(200);

    expect((await sign(until('2027-03-31'))).status).toBe(303);
    expect(await ask()).toBe(200);
    web.clock.now = new Date('2027-04-01T10:00:00Z');
    worker = await web.signedIn(programme.as('linkWorker'));
    expect(await (await worker.get(path())).text()).toContain('has run out');
    expect(await ask()).toBe(409);
  });

  it('not even when the agreement ended while the link worker looked at the preview', async () => {
    await sign();
    const preview = await (await worker.post(path(), { how: 'asked', fields: ['phone'], step: 'preview' })).text();
    const seal = /name="seal" value="([^"]+)"/.exec(preview)?.[1] ?? '';
    const { id } = await onlyOne();
    await lead.post(`${here()}/${id}/end`, { why: 'They lost their list', rowVersion: '1' });
    const sent = await web.modules.connections.connecting.send(
      programme.as('linkWorker'),
      { person: moira.id, service: service.id },
      { kind: 'asked', choice: { fields: ['phone'], matters: '', care: '' }, seal },
    );
    expect(sent).toEqual({ ok: false, error: 'no-agreement' });
  });

  it('on no page of theirs before they answered, once it ran out; and on none at all, once it was ended', async () => {
    await sign(until('2026-12-31'));
    const connection = await connect(web, programme, { person: moira.id, service: service.id });
    const jean = await web.signedIn(programme.as('community'));
    expect(await (await jean.get(`/requests/${connection}`)).text()).toContain('Moira');
    web.clock.now = new Date('2027-01-02T10:00:00Z');
    const later = await web.signedIn(programme.as('community'));
    const page = await (await later.get(`/requests/${connection}`)).text();
    expect(page).toContain('cannot show you who this is about');
    expect(page).not.toContain('Moira');
    expect(await (await later.get('/requests')).text()).not.toContain('Moira');

    web.clock.now = new Date('2026-11-21T10:00:00Z');
    const asked = await jean.get(`/requests/${connection}`);
    const accepted = { answer: 'accepted', version: versionOf(await asked.text()) };
    expect((await jean.post(`/requests/${connection}`, accepted)).status).toBe(303);
    web.clock.now = new Date('2027-01-02T10:00:00Z');
    expect(await (await later.get(`/requests/${connection}`)).text()).toContain('Moira');
    lead = await web.signedIn(programme.as('lead'));
    expect((await lead.post(`${here()}/${(await onlyOne()).id}/end`, { why: 'They lost their list', rowVersion: '1' })).status).toBe(303);
    expect(await (await later.get(`/requests/${connection}`)).text()).not.toContain('Moira');
  });
});

describe('the register of agreements', () => {
  it('is kept by leads and managers, shows what needs them first, and loses nothing typed', async () => {
    expect((await worker.get('/agreements')).status).toBe(403);
    expect((await lead.get('/agreements/no-such-thing')).status).toBe(404);
    expect(await (await lead.get('/agreements')).text()).toContain('No agreement has been written down yet');
    const wrong = await sign({ kind: '', ...until('2026-02-01'), note: 'In the blue folder' });
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(again).toContain('Choose what it is about');
    expect(again).toContain('In the blue folder');
    expect(await (await sign(until('2026-02-01'))).text()).toContain('before it was signed');
    await sign(until('2026-12-31'));
    const list = await (await lead.get('/agreements')).text();
    expect(list).toContain('Ends soon');
    expect(list).toContain('Glenkens Community Trust');
  });

  it('tells the second of two who change one, and takes an ending back', async () => {
    await sign();
    const { id } = await onlyOne();
    expect((await lead.post(`${here()}/${id}/end`, { why: '', rowVersion: '1' })).status).toBe(422);
    expect((await lead.post(`${here()}/${id}/end`, { why: 'They closed', rowVersion: '1' })).status).toBe(303);
    const second = await lead.post(`${here()}/${id}`, { ...signed, rowVersion: '1', note: 'Mine' });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('Mine');
    expect((await lead.post(`${here()}/${id}/take-up`, { rowVersion: '2' })).status).toBe(303);
    expect((await onlyOne()).endedAt).toBeNull();
  });

  it('warns whoever keeps it once, sixty days before it ends', async () => {
    await sign(until('2027-01-10'));
    web.mail.letters.length = 0;
    for (const _ of [1, 2]) await web.modules.belonging.change.agreements.warnOfAgreements();
    await web.jobs.run(web.modules.delivery.handlers, web.clock.now);
    const warned = web.mail.letters.filter(({ to }) => to.address === programme.as('lead').email);
    expect(warned.map(({ subject }) => subject)).toEqual(['An agreement ends soon: Glenkens Community Trust']);
  });
});
