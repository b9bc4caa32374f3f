import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { newProgramme } from '../support/programme.ts';
import { fillDirectory } from '../support/services.ts';
import { openWeb } from '../support/web.ts';
import { emptyIn, type Json, judgeOf, type OpenApi, readerAt } from './reader.ts';

let web: ReturnType<typeof openWeb>;
let at: string;
let services: Awaited<ReturnType<typeof fillDirectory>>;

beforeAll(async () => {
  const db = await testDatabase();
  web = openWeb(db);
  const programme = await newProgramme(db);
  services = await db.inProgramme(programme.id, fillDirectory);
  at = `/directory/${programme.as('lead').programme.slug}`;
});

const get = async (path: string) => {
  const answer = await web.nobody.get(at + path);
  return { status: answer.status, type: answer.headers.get('content-type'), body: (await answer.json()) as Json };
};
type Found = { results: ({ name: string; reasons?: string[] } & Json)[] } & Json;
const search = async (query: string) => (await get(`/api/v1/services/search?${query}`)).body as Found;
const names = async (query: string) => (await search(query)).results.map(({ name }) => name);

describe.each(['/api', '/hsds/v3', '/oruk/v3'])('what %s says of itself', (base) => {
  const described = async () => (await get(`${base}/openapi.json`)).body as unknown as OpenApi;

  it('is OpenAPI 3.1', async () => {
    expect(await described()).toMatchObject({ openapi: '3.1.0' });
    expect(await new Validator().validate({ ...(await described()) })).toEqual({ valid: true });
  });

  it('is of every address there is', async () => {
    const { paths } = await described();
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const there = web.app.routes
      .filter(({ method, path }) => method !== 'ALL' && (path === base || path.startsWith(`${base}/`)))
      .map(({ method, path }) => `${method} ${path.slice(base.length).replaceAll(/:(\w+)/g, '{$1}') || '/'}`);
    expect([...new Set(there)].sort()).toEqual(told.sort());
  });

  it('is what it answers, at every address', async () => {
    const openapi = await described();
    const judge = judgeOf(openapi);
    const lists = new Map<string, string>();
    for (const [path, methods] of Object.entries(openapi.paths).sort(([a], [b]) => a.length - b.length))
      for (const method of Object.keys(methods) as ('get' | 'post')[]) {
        const about = path.split('/').at(-2)!;
        const id = lists.get(about) ?? { services: services.shed.id, organisations: services.shed.organisation }[about] ?? '';
        const answer = await web.nobody.request(method.toUpperCase(), `${at}${base}${path === '/' ? '' : path.replace('{id}', id)}`);
        const body = (await answer.json()) as Json;
        expect([method, path, answer.status, ...judge(path, method, body)]).toEqual([method, path, 200]);
        if (path !== '/openapi.json') expect(emptyIn(body)).toEqual([]);
        if (Array.isArray(body['contents'])) lists.set(path.slice(1), (body['contents'] as { id: string }[])[0]!.id);
      }
  });

  it('is how it says that something is wrong', async () => {
    const schema = { $ref: '#/components/schemas/Problem' };
    const openapi = await described();
    openapi.paths['/problem'] = { get: { responses: { 200: { content: { 'application/json': { schema } } } } } };
    for (const path of ['/nothing', '/services/1', '/v1/services/1', '/services?page=none', '/v1/services/search?page=none']) {
      const { status, type, body } = await get(base + path);
      expect([status, type]).toEqual([path.includes('page') && status === 400 ? 400 : 404, 'application/problem+json']);
      expect(judgeOf(openapi)('/problem', 'get', body)).toEqual([]);
    }
  });
});

describe('our own API', () => {
  it('finds a service, and says why it suits, how far it is, when it is next on and whether it has room', async () => {
    const { results } = await search('need=loneliness&near=DG7+1AA');
    expect(results[0]).toMatchObject({
      name: 'Men’s Shed workshop',
      organisation: { name: 'Castle Douglas Men’s Shed' },
      free: true,
      distance_km: 0.1,
      next: { day: '2026-11-24', opens_at: '10:00', closes_at: '12:30', on_now: false },
      room: { state: 'room', available: 4 },
      checked: { state: 'fresh', ago: { count: 3, unit: 'week' } },
      place: { town: 'Castle Douglas' },
    });
    expect(results[0]!.reasons).toContain('near');
  });

  it.each([
    ['words=sing', ['Glenkens Community Choir']],
    ['need=purpose&time=morning&max_cost=0', ['Men’s Shed workshop']],
    ['need=money&attendance=phone', ['Debt advice by appointment']],
    ['who=men&age=40&day=TU&free=true&room=yes', ['Men’s Shed workshop']],
    ['need=money&need=energy', ['Debt advice by appointment']],
    [
      'need=loneliness,money&near=New+Galloway&within_km=1&attendance=in-person',
      ['Debt advice by appointment', 'Glenkens Community Choir'],
    ],
  ])('answers every question of %s at once', async (query, expected) => {
    expect((await names(query)).sort()).toEqual(expected);
  });

  it('takes the same in a body, so that what somebody types stands in no address', async () => {
    const path = `${at}/api/v1/services/search`;
    const form = await web.nobody.request('POST', path, new URLSearchParams({ words: 'sing', need: 'mood' }), {
      origin: 'https://elsewhere.example',
    });
    const json = await web.nobody.request('POST', path, JSON.stringify({ words: 'sing', need: ['mood'], page: 1 }), {
      'content-type': 'application/json',
    });
    for (const answer of [form, json])
      expect(((await answer.json()) as Found).results.map(({ name }) => name)).toEqual(['Glenkens Community Choir']);
  });

  it('names what it does not understand, rather than to leave it out', async () => {
    const { status, body } = await get('/api/v1/services/search?need=gold&age=old&free=perhaps&colour=red&words=a&words=b');
    expect(status).toBe(400);
    expect((body['errors'] as { parameter: string }[]).map(({ parameter }) => parameter).sort()).toEqual([
      'age',
      'colour',
      'free',
      'need',
      'words',
    ]);
    expect((await get('/api/v1/services/search?near=Atlantis')).body).toMatchObject({ errors: [{ parameter: 'near' }] });
    expect((await get('/api/v1/services/search?within_km=5')).body).toMatchObject({ errors: [{ parameter: 'near' }] });
  });

  it('keeps the address of a safe house, where requests go, and who checked a listing to itself', async () => {
    const refuge = JSON.stringify([await get(`/api/v1/services/${services.refuge.id}`), await search('words=safe+house')]);
    expect(refuge).toContain('Safe house');
    for (const secret of ['Rowan', 'Hidden', 'DG5', '54.93', '-3.82']) expect(refuge).not.toContain(secret);
    const others = JSON.stringify([
      await get(`/api/v1/services/${services.debt.id}`),
      await get(`/api/v1/services/${services.shed.id}`),
      await search('words=tea'),
    ]);
    for (const secret of ['requests@', 'Sam Findlay']) expect(others).not.toContain(secret);
  });

  it('tells of one service and of who runs it, and of nothing that there is not', async () => {
    const { body } = await get(`/api/v1/services/${services.choir.id}`);
    expect(body).toMatchObject({
      costs: [{ option: 'a session', amount: 3, currency: 'GBP' }],
      times: [{ repeats: 'monthly', days: ['1MO'] }],
    });
    const { id } = body['organisation'] as { id: string };
    const trust = (await get(`/api/v1/organisations/${id}`)).body;
    expect((trust['services'] as { name: string }[]).map(({ name }) => name).sort()).toEqual([
      'Evening chat online',
      'Glenkens Community Choir',
      'Knitting in Balmaclellan',
    ]);
    for (const path of ['services', 'organisations']) expect((await get(`/api/v1/${path}/${randomUUID()}`)).status).toBe(404);
  });

  it('names the needs by the terms that the standard feeds carry', async () => {
    const needs = (await get('/api/v1/needs')).body['needs'] as { code: string; taxonomy_term_id: string }[];
    const money = needs.find(({ code }) => code === 'money')!.taxonomy_term_id;
    const reader = await readerAt(web.nobody.get, `${at}/hsds/v3`);
    expect(await reader.read(`/services?taxonomy_term_id=${money}`)).toMatchObject({
      total_items: 1,
      contents: [{ id: services.debt.id }],
    });
  });
});
