import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ownDatabase, testDatabase } from '../support/database.ts';
import { newProgramme, type TestProgramme } from '../support/programme.ts';
import { fillDirectory } from '../support/services.ts';
import { openWeb } from '../support/web.ts';
import type { Json } from './reader.ts';

const db = await testDatabase();
const web = openWeb(db);
let programme: TestProgramme;
let services: Awaited<ReturnType<typeof fillDirectory>>;
let base: string;

beforeAll(async () => {
  programme = await newProgramme(db);
  services = await db.inProgramme(programme.id, fillDirectory);
  base = `/directory/${programme.as('lead').programme.slug}`;
});

type Page = { contents: ({ id: string; name: string } & Json)[]; total_items: number; errors: { parameter: string }[] } & Json;
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  web.nobody.request(method, `${base}/hsds/v3${path}`, undefined, headers);
const page = async (path: string) => (await (await ask(path)).json()) as Page;
const names = async (path: string) => (await page(path)).contents.map(({ name }) => name).sort();

describe('the first address', () => {
  it('says which standard it is of, letter by letter as the UK’s validator reads it', async () => {
    for (const slash of ['', '/']) {
      expect(await (await web.nobody.get(`${base}/oruk/v3${slash}`)).json()).toMatchObject({ version: 'HSDS-UK-3.0' });
      expect(await (await ask(slash)).json()).toMatchObject({
        version: '3.1',
        openapi_url: `http://127.0.0.1:3000${base}/hsds/v3/openapi.json`,
      });
    }
  });
});

describe('a list', () => {
  it('comes in pages that leave nothing out and give nothing twice', async () => {
    const whole = (await page('/services')).contents.map(({ id }) => id);
    const parts: string[] = [];
    for (const number of [1, 2, 3]) {
      const part = await page(`/services?per_page=2&page=${number}`);
      expect(part).toMatchObject({ total_items: 6, total_pages: 3, page_number: number, size: 2, empty: false });
      expect([part['first_page'], part['last_page']]).toEqual([number === 1, number === 3]);
      parts.push(...part.contents.map(({ id }) => id));
    }
    expect(parts).toEqual(whole);
    expect(await page('/services?page=9')).toMatchObject({
      total_items: 6,
      page_number: 9,
      size: 0,
      empty: true,
      last_page: true,
      contents: [],
    });
  });

  it('is of outlines, unless all of each is asked for', async () => {
    const [short] = (await page('/services?search=tea')).contents;
    const [full] = (await page('/services?search=tea&full=true')).contents;
    expect(short).toMatchObject({ id: services.shed.id, organization: { name: 'Castle Douglas Men’s Shed' } });
    expect(short).not.toHaveProperty('schedules');
    expect(full).toMatchObject({
      schedules: [{ freq: 'WEEKLY', byday: 'TU' }],
      service_at_locations: [{ location: { latitude: 54.941 } }],
    });
    expect(await (await ask(`/services/${services.shed.id}`)).json()).toEqual(full);
  });

  it('can be of nothing but ids and dates, for whoever looks for what has changed', async () => {
    const { contents } = await page('/services?minimal=true');
    expect(contents).toHaveLength(6);
    for (const each of contents) expect(Object.keys(each)).toEqual(['id', 'modified_date']);
  });

  it('gives organisations with all that they run, when asked', async () => {
    const trust = async (query: string) =>
      (await page(`/organizations${query}`)).contents.find(({ name }) => name === 'Glenkens Community Trust')!;
    expect(await trust('')).not.toHaveProperty('services');
    expect((await trust('?full_service=true'))['services']).toHaveLength(3);
    const { id } = await trust('');
    const alone = (await (await ask(`/organizations/${id}?full_service=true`)).json()) as Json;
    expect(alone['services']).toHaveLength(3);
  });

  it('answers all questions together', async () => {
    expect(await names('/services?search=tea&day=TU&start_time=10:00&end_time=12:30&minimum_age=30&maximum_age=60')).toEqual([
      'Men’s Shed workshop',
    ]);
    expect(await names('/services?search=tea&day=TH')).toEqual([]);
    expect(await names(`/services?organization_id=${services.choir.organisation}&search=chat`)).toEqual(['Evening chat online']);
    expect(await names('/services?postcode=DG7+3RN&proximity=1000&day=MO')).toEqual(['Glenkens Community Choir']);
    expect(await names('/services?day=MO&start_time=19:00&end_time=21:00&day=TU&start_time=10:00&end_time=11:00')).toEqual([
      'Glenkens Community Choir',
      'Men’s Shed workshop',
    ]);
  });

  it('takes a postcode alone as the question who would take somebody from there', async () => {
    expect(await names('/services?postcode=DG7+3RN')).toContain('Evening chat online');
    expect(await names('/services?postcode=DG7+3RN&proximity=1000')).not.toContain('Evening chat online');
  });

  it('can be of what has changed since', async () => {
    const changed = new Date((await page(`/services?minimal=true`)).contents[0]!['modified_date'] as string);
    const at = (seconds: number) => encodeURIComponent(new Date(changed.getTime() + seconds * 1000).toISOString());
    expect((await page(`/services?modified_after=${at(0)}`)).total_items).toBe(6);
    expect((await page(`/services?modified_after=${at(1)}`)).total_items).toBe(0);
    for (const written of ['2020-01-01', '2020-01-01T00:00:00', '2020-01-01T00:00:00+01:00', '2020-01-01T00:00:00%2B01:00'])
      expect((await page(`/services?modified_after=${written}`)).total_items).toBe(6);
    expect((await page(`/service_at_locations?modified_after=${at(1)}`)).total_items).toBe(0);
    expect((await page(`/organizations?modified_after=${at(1)}`)).total_items).toBe(0);
  });

  it('of terms goes down from the top', async () => {
    const { contents, total_items: total } = await page('/taxonomy_terms?top_only=true&search=loneliness');
    expect(total).toBe(1);
    expect((await page(`/taxonomy_terms?parent_id=${contents[0]!.id}`)).total_items).toBe(0);
    expect(await (await ask(`/taxonomy_terms/${contents[0]!.id}`)).json()).toMatchObject({
      code: 'loneliness',
      taxonomy_detail: { name: 'Bothy needs' },
    });
  });
});

describe('a question in the body', () => {
  const post = (path: string, body: BodyInit | undefined, headers: Record<string, string> = {}) =>
    web.nobody.request('POST', `${base}/hsds/v3${path}`, body, { origin: 'https://elsewhere.example', ...headers });
  const json = { 'content-type': 'application/json' };

  it('is answered as one in the address is, from any web page', async () => {
    for (const asked of [
      () => post('/services', JSON.stringify({ search: 'tea', per_page: 5, full: false, taxonomy_id: null }), json),
      () => post('/services', new URLSearchParams({ search: 'tea' })),
      () => post('/services?search=tea', undefined),
      () => post('/services?search=tea', JSON.stringify({ day: ['TU'] }), json),
    ])
      expect(((await (await asked()).json()) as Page).contents.map(({ name }) => name)).toEqual(['Men’s Shed workshop']);
    for (const list of ['organizations', 'taxonomies', 'taxonomy_terms', 'service_at_locations'])
      expect((await post(`/${list}`, '{}', json)).status).toBe(200);
  });

  it('is refused when it cannot be read, and when it is too long', async () => {
    for (const body of ['{', '[1]', '"tea"', '{"search":{"a":1}}'])
      expect([body, (await post('/services', body, json)).status]).toEqual([body, 400]);
    const long = await post('/services', JSON.stringify({ search: 'tea'.repeat(50_000) }), json);
    expect([long.status, long.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    ['page=0', 'page'],
    ['page=1.5', 'page'],
    ['per_page=none', 'per_page'],
    ['format=xml', 'format'],
    ['taxonomy_term_id=12', 'taxonomy_term_id'],
    ['taxonomy_id=x', 'taxonomy_id'],
    ['organization_id=x', 'organization_id'],
    ['modified_after=yesterday', 'modified_after'],
    ['modified_after=2026-13-01', 'modified_after'],
    ['minimal=maybe', 'minimal'],
    ['minimum_age=-1', 'minimum_age'],
    ['minimum_age=20&maximum_age=10', 'minimum_age'],
    ['start_time=25:00', 'start_time'],
    ['end_time=noon', 'end_time'],
    ['day=someday', 'day'],
    ['day=MO&day=TU&start_time=09:00&start_time=10:00&start_time=11:00', 'day'],
    ['proximity=10', 'postcode'],
    ['proximity=far&postcode=DG7+1AA', 'proximity'],
    ['postcode=ZZ99+9ZZ', 'postcode'],
    [`search=${'a'.repeat(201)}`, 'search'],
    ['search=a&search=b', 'search'],
  ])('names what is wrong: %s', async (query, parameter) => {
    const answer = await ask(`/services?${query}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(((await answer.json()) as Page).errors.map((each) => each.parameter)).toEqual([parameter]);
  });

  it('says 404 of what there is not, however it is named', async () => {
    for (const list of ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'])
      for (const id of [randomUUID(), 'none', '%00', "'%20or%201=1", '%F0%9F%8F%94'])
        expect([list, id, (await ask(`/${list}/${id}`)).status]).toEqual([list, id, 404]);
  });

  it('never makes a fault out of anything that is typed', async () => {
    for (const value of [
      '%00',
      '%ED%A0%80',
      "'; drop table service",
      '(((',
      '&|!',
      '\\',
      '%F0%9F%8F%94',
      '9'.repeat(30),
      '1e400',
      '-',
      '%',
    ])
      for (const name of [
        'search',
        'page',
        'per_page',
        'taxonomy_term_id',
        'modified_after',
        'minimum_age',
        'day',
        'start_time',
        'postcode',
        'proximity',
        'parent_id',
      ])
        for (const list of ['services', 'taxonomy_terms', 'service_at_locations'])
          expect([name, value, [200, 400].includes((await ask(`/${list}?${name}=${value}`)).status)]).toEqual([name, value, true]);
  });
});

describe('a stream', () => {
  it('gives every one, one a line, without pages', async () => {
    const answer = await ask('/services?format=ndjson&per_page=1');
    expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(lines).toEqual((await page('/services')).contents.map(({ id }) => id));
    expect(await (await ask('/services?format=ndjson&search=zzzz')).text()).toBe('');
  });
});

describe('an address without a name', () => {
  it('is of the only directory there is; of several it says where each is', async () => {
    const own = await ownDatabase('directories');
    onTestFinished(own.close);
    const elsewhere = openWeb(own);
    const status = async (path: string) => (await elsewhere.nobody.get(path)).status;
    expect(await status('/hsds/v3/services')).toBe(404);

    const first = await newProgramme(own);
    await own.inProgramme(first.id, fillDirectory);
    const silent = await newProgramme(own, { publishesDirectory: false });
    for (const path of ['/hsds/v3/services', '/oruk/v3', '/api/v1', '/api/openapi.json'])
      expect([path, await status(path)]).toEqual([path, 200]);
    expect(await (await elsewhere.nobody.get('/oruk/v3/')).json()).toMatchObject({
      openapi_url: 'http://127.0.0.1:3000/oruk/v3/openapi.json',
    });
    for (const at of ['hsds/v3', 'oruk/v3/services', 'api/v1', 'api/v1/services/search'])
      expect(await status(`/directory/${silent.as('lead').programme.slug}/${at}`)).toBe(404);

    const second = await newProgramme(own);
    const asked = await elsewhere.nobody.get('/hsds/v3/services');
    const slugs = [first, second].map((each) => each.as('lead').programme.slug).sort();
    expect(asked.status).toBe(404);
    expect(((await asked.json()) as { directories: { url: string }[] }).directories.map(({ url }) => url)).toEqual(
      slugs.map((slug) => `http://127.0.0.1:3000/directory/${slug}/hsds/v3`),
    );
    expect(await status(`/directory/${slugs[0]}/hsds/v3/services`)).toBe(200);
  });
});
