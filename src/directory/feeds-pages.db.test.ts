import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Entry } from './feed/entry.ts';
import { readFeed } from './feed/read-feed.ts';
import { findFeed, runsOf } from './store/feeds.ts';
import { recordsById } from './store/records.ts';
import { aFeed, aRecord, serveFeed } from './testing/feeds.ts';

const db = await testDatabase();
const web = openWeb(db);
let programme: TestProgramme;
let lead: Awaited<ReturnType<typeof web.signedIn>>;
beforeEach(async () => {
  programme = await newProgramme(db);
  lead = await web.signedIn(programme.as('lead'));
});
const inTurn = <T>(work: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme.id, work);
const body = async (answer: Response | Promise<Response>) => (await answer).text();
const idIn = (location: string | null) => /\/([0-9a-f-]{36})/.exec(location ?? '')![1]!;

const asked = {
  name: 'Council',
  kind: 'hsds',
  address: 'https://council.example/oruk/v3?page=2&key=s3cret',
  trust: '7',
  pull: '24',
  apply: 'ask',
};
async function added(more: Record<string, string> = {}): Promise<string> {
  const answer = await lead.post('/feeds/new', { ...asked, ...more });
  expect(answer.status).toBe(303);
  return idIn(answer.headers.get('location'));
}
type Told = Record<string, unknown>;
async function read(id: string, told: readonly Told[]) {
  const feed = (await inTurn((tx) => findFeed(tx, { id })))!;
  const entries = () => told.map((record, nth): Entry => ({ kind: 'service', path: `services[${nth}]`, record }));
  return readFeed(inTurn, { feed, now: () => web.clock.now, entries });
}
const record = async (id: unknown) => (await inTurn((tx) => recordsById(tx, 'service', [String(id)])))[0];

describe('the page of feeds', () => {
  it('adds a feed, keeps its key to itself, and plans when it is read', async () => {
    const id = await added();
    const page = await body(lead.get(`/feeds/${id}`));
    expect(page).toContain('https://council.example/oruk/v3');
    expect(page).not.toContain('s3cret');
    expect(await body(lead.get('/feeds'))).toContain('Council');
    expect(await inTurn((tx) => findFeed(tx, { id }))).toMatchObject({
      trust: 7,
      pullHours: 24,
      nextPull: web.clock.now,
      options: { query: '?page=2&key=s3cret' },
    });
  });

  it('says beside the field what is wrong, and loses nothing typed', async () => {
    for (const address of ['', 'council', 'ftp://council.example', 'https://sam:tea@council.example/'])
      expect((await lead.post('/feeds/new', { ...asked, address })).status).toBe(422);
    const answer = await lead.post('/feeds/new', { ...asked, name: '', kind: 'csv' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Enter a name');
    expect(page).toContain('council.example');
    await added();
    expect(await body(lead.post('/feeds/new', asked))).toContain('There is already a feed with this address');
  });

  it('tells the second of two who change a feed', async () => {
    const id = await added();
    expect((await lead.post(`/feeds/${id}/change`, { ...asked, rowVersion: '1', name: 'The council' })).status).toBe(303);
    const second = await lead.post(`/feeds/${id}/change`, { ...asked, rowVersion: '1', name: 'Our council' });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Somebody else saved this');
    expect(page).toContain('The council');
    expect(page).toContain('Our council');
  });

  it('reads a feed when somebody asks, and by the clock', async () => {
    const served = await serveFeed({ records: aFeed(12).contents, size: 5 });
    const id = await added({ address: `${served.url}/oruk/v3` });
    expect((await lead.post(`/feeds/${id}/read`)).status).toBe(303);
    const fetching = { mayReach: () => true, wait: () => Promise.resolve() };
    expect(await web.modules.feeds.pull(programme.id, id, { fetching })).toMatchObject({ services: { added: 12 }, applied: false });
    served.asked.length = 0;
    web.clock.now = new Date(web.clock.now.getTime() + 25 * 3_600_000);
    expect(await web.modules.feeds.pull(programme.id, id, { fetching })).toMatchObject({ services: { unchanged: 12 }, vanished: 0 });
    expect(served.asked.filter((path) => path.includes('modified_after=')).length).toBeGreaterThan(0);
    await served.close();
    lead = await web.signedIn(programme.as('lead'));
    expect(await body(lead.get(`/feeds/${id}`))).toContain('12 services as before');
  });

  it('does not ask again for a page that has not changed', async () => {
    const served = await serveFeed({ records: aFeed(12).contents, size: 5, whole: true });
    const id = await added({ address: `${served.url}/oruk/v3/services`, apply: 'itself' });
    const fetching = { mayReach: () => true, wait: () => Promise.resolve() };
    await web.modules.feeds.pull(programme.id, id, { fetching, whole: true });
    expect(await web.modules.feeds.pull(programme.id, id, { fetching, whole: true })).toMatchObject({
      services: { unchanged: 12 },
      vanished: 0,
    });
    expect(served.unsent()).toBe(3);
    served.records.splice(0, 1);
    expect(await web.modules.feeds.pull(programme.id, id, { fetching, whole: true })).toMatchObject({ vanished: 1 });
    await served.close();
  });

  it('names what was left out, on the page and in a file in which nothing is a formula', async () => {
    const id = await added();
    const { run } = await read(id, [
      { ...aRecord(1), status: 'open' },
      { ...aRecord(2), name: '=cmd()', id: '7' },
    ]);
    const page = await body(lead.get(`/feeds/readings/${run}`));
    expect(page).toContain('services[0]');
    expect(page).toContain('which is not one of active, inactive');
    const file = await lead.get(`/feeds/readings/${run}/left-out.csv`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await file.text()).toMatch(/services\[1\],'=cmd\(\),/);
  });

  it.each([
    '/feeds/x',
    `/feeds/${randomUUID()}`,
    `/feeds/readings/${randomUUID()}`,
    `/changes/${randomUUID()}`,
    '/matches/x',
    '/differences/service/x',
    '/differences/moon/x',
  ])('answers 404 for what there is not: %s', async (path) => {
    expect((await lead.get(path)).status).toBe(404);
  });
});

describe('a set of changes on its page', () => {
  it('shows old beside new, takes only what is wanted, and is taken back', async () => {
    const id = await added();
    await read(id, [aRecord(1), aRecord(2)]);
    const first = idIn(/\/changes\/[0-9a-f-]{36}/.exec(await body(lead.get(`/feeds/${id}`)))![0]);
    const page = await body(lead.get(`/changes/${first}`));
    for (const text of ['2 services new', '1 organisation new', 'Knit and natter 1', 'To look at', 'Glenkens Community Trust'])
      expect(page).toContain(text);
    const second = [...page.matchAll(/name="wanted"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="wanted"/g)].map(
      (found) => found[1] ?? found[2]!,
    );
    const shown = [...page.matchAll(/name="shown" value="(\d+)"/g)].map((found) => found[1]!);
    expect(second.length).toBe(3);
    await lead.post(`/changes/${first}/choose`, { shown, wanted: shown.slice(0, 1).concat(shown.slice(2)) });
    expect((await lead.post(`/changes/${first}/apply`, { rowVersion: '2' })).status).toBe(303);
    expect([await record(aRecord(1)['id']), await record(aRecord(2)['id'])].filter(Boolean)).toHaveLength(1);
    expect((await lead.post(`/changes/${first}/apply`, { rowVersion: '2' })).status).toBe(409);
    expect(await body(lead.get(`/changes/${first}`))).toContain('Take all of it back');
    expect((await lead.post(`/changes/${first}/undo`)).headers.get('location')).toContain('done=changes-undone');
    expect(await body(lead.get(`/changes/${first}?kind=service&action=add`))).toContain('Taken back');
  });

  it('asks whether the feed came back short, with how many are gone of how many', async () => {
    const id = await added({ apply: 'itself' });
    const many = Array.from({ length: 20 }, (_, nth) => aRecord(nth));
    await read(id, many);
    await read(id, many.slice(8));
    const set = idIn(/\/changes\/[0-9a-f-]{36}(?=[^>]*>No longer in the feed)/.exec(await body(lead.get('/feeds')))![0]);
    const page = await body(lead.get(`/changes/${set}`));
    expect(page).toContain('Did the feed come back short?');
    expect(page).toContain('8 of 20 services are no longer in this feed');
    await lead.post(`/changes/${set}/drop`);
    expect(await record(aRecord(1)['id'])).toMatchObject({ removed: false });
  });

  it('of many changes is taken in by a job', async () => {
    const id = await added();
    await read(
      id,
      Array.from({ length: 301 }, (_, nth) => aRecord(nth)),
    );
    const set = idIn(/\/changes\/[0-9a-f-]{36}/.exec(await body(lead.get(`/feeds/${id}`)))![0]);
    const page = await body(lead.get(`/changes/${set}?page=2`));
    expect(page).toContain('name="wanted"');
    const [version] = /name="rowVersion" value="(\d+)"/.exec(page)!.slice(1);
    expect((await lead.post(`/changes/${set}/apply`, { rowVersion: version! })).headers.get('location')).toContain('changes-applying');
    expect(await body(lead.get(`/changes/${set}`))).toContain('Being taken in');
    await web.modules.feeds.handlers['apply-change-set']({ programme: programme.id, set, account: programme.as('lead').id });
    expect(await body(lead.get(`/changes/${set}`))).toContain('Taken in');
    expect((await inTurn((tx) => runsOf(tx, id, 1)))[0]).toMatchObject({ state: 'complete' });
  });
});

describe('what several feeds tell of', () => {
  const trust = { id: randomUUID(), name: 'Glenkens Community Trust' };
  const theirs = (more: Told = {}): Told => ({ ...aRecord(9), id: randomUUID(), name: 'Lunch club', organization: trust, ...more });

  it('is asked about side by side, and joined when somebody says that it is the same', async () => {
    await read(await added({ apply: 'itself' }), [aRecord(1)]);
    const charity = await added({ name: 'Charity', address: 'https://charity.example', apply: 'itself', trust: '3' });
    await read(charity, [theirs()]);
    const list = await body(lead.get('/matches'));
    expect(list).toContain('Glenkens Community Trust');
    const id = idIn(/\/matches\/[0-9a-f-]{36}/.exec(list)![0]);
    const page = await body(lead.get(`/matches/${id}`));
    for (const text of ['What Charity tells', 'The same name', 'Yes, it is the same']) expect(page).toContain(text);
    expect((await lead.post(`/matches/${id}`)).status).toBe(422);
    expect((await lead.post(`/matches/${id}`, { answer: randomUUID() })).status).toBe(404);
    const ours = (aRecord(1)['organization'] as { id: string }).id;
    expect((await lead.post(`/matches/${id}`, { answer: ours })).status).toBe(303);
    expect(await body(lead.get('/matches'))).toContain('No questions');
    expect((await lead.post(`/matches/${id}`, { answer: 'new' })).status).toBe(409);
  });

  it('has its differences shown field by field, and somebody says whose word counts', async () => {
    const council = await added({ apply: 'itself' });
    const charity = await added({ name: 'Charity', address: 'https://charity.example', apply: 'itself', trust: '3' });
    const id = aRecord(1)['id'] as string;
    await read(council, [aRecord(1)]);
    await read(charity, [{ ...aRecord(1), description: 'Wool and company.', alert: 'Closed in May' }]);
    expect((await record(id))!.document).toMatchObject({ description: '<p>Wool &amp; tea.</p>', alert: 'Closed in May' });
    expect(await body(lead.get('/differences'))).toContain('Knit and natter 1');
    const page = await body(lead.get(`/differences/service/${id}`));
    for (const text of ['Council (trust 7)', 'Charity (trust 3)', 'Wool and company.', 'Always Charity']) expect(page).toContain(text);
    const version = String((await record(id))!.version);
    expect((await lead.post(`/differences/service/${id}`, { rowVersion: version, 'field.description': charity })).status).toBe(303);
    expect((await record(id))!.document['description']).toBe('Wool and company.');
    await read(council, [{ ...aRecord(1), description: 'New words.' }]);
    expect((await record(id))!.document['description']).toBe('Wool and company.');
    expect((await lead.post(`/differences/service/${id}`, { rowVersion: version })).status).toBe(409);
    const now = String((await record(id))!.version);
    await lead.post(`/differences/service/${id}`, { rowVersion: now });
    expect((await record(id))!.document['description']).toBe('New words.');
  });
});
