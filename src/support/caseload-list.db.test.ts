import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { type Somebody, someone } from '../../test/support/someone.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Somebody;
let agnes: Somebody;

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db, { safeCaseload: 7 });
  const at = new Date('2026-11-10T09:00:00Z');
  moira = await someone(db, programme, { details: { place: 'Dalbeattie' }, needs: ['loneliness'], at });
  await someone(db, programme, {
    details: { givenName: 'Tomasz', familyName: 'Wójcik', place: 'Castle Douglas', interpreter: 'Polish' },
    needs: ['money'],
    at: new Date('2026-11-20T09:00:00Z'),
  });
  agnes = await someone(db, programme, {
    details: { givenName: 'Agnes', familyName: '=McMillan', place: 'Dalbeattie' },
    needs: ['food'],
    at,
  });
  const held = await web.modules.support.hold(programme.as('linkWorker'), agnes.person.id, {
    because: 'service',
    connection: null,
    gap: null,
    awaits: 'Befriending',
    words: '',
    reviewOn: '2026-12-01',
  });
  if (!held.ok) throw new Error(String(held.error));
});

const as = (who: Who) => web.signedIn(programme.as(who));
const read = async (query = '', who: Who = 'linkWorker') => (await (await as(who)).get(`/caseload${query}`)).text();
const post = async (path: string, form: Form, who: Who = 'linkWorker') => (await as(who)).post(`/caseload${path}`, form);
const names = (page: string) => [...page.matchAll(/<a href="\/people\/[^"]+">([^<]+)<\/a>/g)].map(([, name]) => name?.split(' ')[0]);

describe('the list of a caseload', () => {
  it('says what somebody waits for and since when, and does not call them late', async () => {
    const page = await read();
    expect(page).toContain('Waiting for Befriending, since today');
    expect(page).toMatch(/<span class="bothy-stat__figure">1<\/span> <span class="bothy-stat__text">on hold/);
    expect(names(await read('?when=late'))).toEqual(['Moira']);
  });

  it('can be narrowed by what would help, by waiting, by place, by who needs an interpreter, and by how long it has been', async () => {
    expect(names(await read('?need=money'))).toEqual(['Tomasz']);
    expect(names(await read('?held=any'))).toEqual(['Agnes']);
    expect(names(await read('?held=service'))).toEqual(['Agnes']);
    expect(names(await read('?held=nowhere'))).toEqual([]);
    expect(names(await read('?held=no')).sort()).toEqual(['Moira', 'Tomasz']);
    expect(names(await read('?place=Dalbeattie')).sort()).toEqual(['Agnes', 'Moira']);
    expect(names(await read('?interpreter=yes'))).toEqual(['Tomasz']);
    expect(names(await read('?unmet=yes&when=week')).sort()).toEqual(['Agnes', 'Moira', 'Tomasz']);
    expect(names(await read('?silent=14'))).toEqual([]);
    expect(await read('?held=nowhere')).toContain('Nobody on this list fits');
  });

  it('finds people by the beginnings of their names, and keeps the name out of the address', async () => {
    const sent = await post('/search', { name: 'wojc' });
    const address = sent.headers.get('location')!;
    expect(address).toMatch(/^\/caseload\?search=[0-9a-f-]{36}$/);
    const page = await read(address.slice('/caseload'.length));
    expect(names(page)).toEqual(['Tomasz']);
    expect(page).toContain('People called “wojc”');
    expect(names(await read(address.slice('/caseload'.length), 'otherLinkWorker'))).toEqual([]);
    const empty = await post('/search', { name: ' ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Enter a name, or a part of it');
  });

  it('forgets after a month what was looked for', async () => {
    const address = (await post('/search', { name: 'moira' })).headers.get('location')!.slice('/caseload'.length);
    const before = web.clock.now;
    web.clock.now = new Date('2026-12-25T10:00:00Z');
    await web.modules.support.forgetCaseloadSearches(programme.id);
    web.clock.now = before;
    expect(await read(address)).not.toContain('People called');
  });

  it('keeps a view under a name, and starts with it when wanted', async () => {
    const saved = await post('/views', { view: 'Waiting', held: 'any', sort: 'contact', start: 'yes' });
    expect(saved.status).toBe(303);
    const page = await read();
    expect(page).toContain('>Waiting</a>');
    expect(names(page)).toEqual(['Agnes']);
    expect(names(await read('?sort=pressing')).sort()).toEqual(['Agnes', 'Moira', 'Tomasz']);
    expect(await read('', 'otherLinkWorker')).not.toContain('>Waiting</a>');
    await post('/views/start', {});
    expect(names(await read()).sort()).toEqual(['Agnes', 'Moira', 'Tomasz']);
    expect((await post('/views', { view: '  ', held: 'any' })).status).toBe(422);
    expect((await post('/views', { view: 'x'.repeat(61) })).status).toBe(422);
  });

  it('shares a view with the team, which only its owner takes away', async () => {
    await post('/views', { view: 'In Dalbeattie', place: 'Dalbeattie', share: 'yes' }, 'lead');
    const theirs = await read('?place=Dalbeattie', 'otherLinkWorker');
    expect(theirs).toContain('In Dalbeattie (team)');
    expect(theirs).not.toContain('Remove this view');
    const [, remove] = /action="\/caseload(\/views\/[^"]+\/remove)"/.exec(await read('?place=Dalbeattie', 'lead'))!;
    expect((await post(remove!, {})).status).toBe(404);
    expect((await post(remove!, {}, 'lead')).status).toBe(303);
    expect(await read('', 'otherLinkWorker')).not.toContain('In Dalbeattie (team)');
  });

  it('can be printed whole', async () => {
    const page = await (await (await as('linkWorker')).get('/caseload/print?need=money')).text();
    expect(page).toContain('Tomasz Wójcik');
    expect(page).not.toContain('Moira');
  });

  it('can be taken away as a file in which no name is a formula, and that is on record', async () => {
    const file = await (await as('linkWorker')).get('/caseload/export.csv');
    expect(file.headers.get('content-type')).toContain('text/csv');
    const text = await file.text();
    expect(text).toContain('Tomasz Wójcik');
    expect(text).toContain('Waiting for Befriending');
    expect(text).toContain('"Agnes =McMillan"'.replaceAll('"', ''));
    expect(text).not.toMatch(/(^|,)=/m);
    expect((await (await as('manager')).get('/caseload/export.csv')).status).toBe(403);
  });
});

describe('how heavy a caseload is', () => {
  it('is the sum of what each person needs, half for whoever waits, against the line that the programme calls safe', async () => {
    const page = await read();
    expect(page).toContain('people, weight 5 of 7');
    expect(page).not.toContain('This is above');
  });

  it('follows what the worker says of a person, and brings it before the lead when it is too much', async () => {
    const visitor = await as('linkWorker');
    expect((await visitor.post(`/people/${moira.person.id}/weight`, { weight: '3' })).status).toBe(303);
    expect(await read()).toContain('people, weight 6 of 7');
    expect(await read('', 'lead')).toContain('Team');
    await web.modules.support.setWeight(programme.as('linkWorker'), agnes.person.id, 3);
    await someone(db, programme, { details: { givenName: 'Bill', familyName: 'Stewart' } });
    expect(await read()).toContain('This is above what your programme calls safe');
    const team = await (await as('lead')).get('/team');
    expect(await team.text()).toContain(programme.as('linkWorker').name);
    await visitor.post(`/people/${moira.person.id}/weight`, { weight: '1' });
    await visitor.post(`/people/${agnes.person.id}/weight`, { weight: '1' });
    expect(await read()).toContain('weight 5.5 of 7');
    const alerts = await web.modules.support.seeTeam(programme.as('lead'));
    expect(alerts.ok && alerts.value.waiting).toEqual([]);
  });

  it('is suggested each night by the contacts of the last four weeks, unless the worker has said', async () => {
    const quiet = await newProgramme(db);
    const jordan = await someone(db, quiet, { at: new Date('2026-09-01T09:00:00Z') });
    await web.modules.support.watchCaseloads(quiet.id);
    const page = await (await (await web.signedIn(quiet.as('linkWorker'))).get(`/people/${jordan.person.id}`)).text();
    expect(page).toContain('As the last four weeks suggest: light');
    expect(await (await (await web.signedIn(quiet.as('linkWorker'))).get('/caseload')).text()).toContain('weight 1 of 100');
  });
});
