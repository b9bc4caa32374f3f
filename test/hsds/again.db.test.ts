import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { addOrganisations, addPlaces, addServices, importServices, toPlace } from '../../src/directory/index.ts';
import { testDatabase } from '../support/database.ts';
import { newProgramme, type TestProgramme } from '../support/programme.ts';
import { fillDirectory, organisation, service } from '../support/services.ts';
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

describe('a reader who comes again', () => {
  it('is told only whether anything has changed', async () => {
    for (const path of ['', '/services', `/services/${services.shed.id}`, '/taxonomies', '/openapi.json']) {
      const first = await ask(path);
      const tag = first.headers.get('etag')!;
      for (const match of [tag, `"other", ${tag}`, tag.replace('W/', ''), '*']) {
        const again = await ask(path, { 'if-none-match': match });
        expect([path, again.status, await again.text(), again.headers.get('etag')]).toEqual([path, 304, '', tag]);
      }
      expect(
        (await ask(path, { 'if-none-match': '"other"', 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() })).status,
      ).toBe(200);
    }
  });

  it('may say since when', async () => {
    for (const path of ['/services', `/services/${services.shed.id}`, '/services?format=ndjson']) {
      const dated = (await ask(path)).headers.get('last-modified')!;
      expect((await ask(path, { 'if-modified-since': dated })).status).toBe(304);
      expect((await ask(path, { 'if-modified-since': new Date(Date.parse(dated) - 1000).toUTCString() })).status).toBe(200);
      expect((await ask(path, { 'if-modified-since': 'once' })).status).toBe(200);
    }
  });

  it('is told, too, when room that was told of is not known any more', async () => {
    const path = `${base}/hsds/v3/services/${services.shed.id}`;
    const later = async (now: string, since?: string) => {
      web.clock.now = new Date(now);
      onTestFinished(() => void (web.clock.now = new Date('2026-11-21T10:00:00Z')));
      return web.nobody.request('GET', path, undefined, since ? { 'if-modified-since': since } : {});
    };
    const told = await later('2026-12-19T10:00:00Z');
    const [dated, body] = [told.headers.get('last-modified')!, (await told.json()) as Json];
    expect(body['capacities']).toMatchObject([{ available: 4 }]);
    expect((await later('2026-12-19T11:00:00Z', dated)).status).toBe(304);
    const after = await later('2026-12-21T10:00:00Z', dated);
    expect([after.status, (await after.json()) as Json]).toMatchObject([
      200,
      expect.not.objectContaining({ capacities: expect.anything() }),
    ]);
  });

  it('is told of a change', async () => {
    const elsewhere = await newProgramme(db);
    const choir = organisation('Choir');
    await db.inProgramme(elsewhere.id, async (tx) => {
      await addOrganisations(tx, [choir]);
      await addServices(tx, [service(choir, 'Singing')]);
    });
    const path = `/directory/${elsewhere.as('lead').programme.slug}/hsds/v3/services`;
    const tag = (await web.nobody.get(path)).headers.get('etag')!;
    await db.inProgramme(elsewhere.id, (tx) => addServices(tx, [service(choir, 'Drumming')]));
    const again = await web.nobody.request('GET', path, undefined, { 'if-none-match': tag });
    expect([again.status, ((await again.json()) as Page).total_items]).toEqual([200, 2]);
  });
});

describe('a reader on another web page', () => {
  it('may ask, and is told that they may', async () => {
    const asked = await ask('/services', { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' }, 'OPTIONS');
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
    for (const path of ['', '/services', '/services/none', '/services?page=0', '/nowhere'])
      expect((await ask(path, { origin: 'https://elsewhere.example' })).headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask('/services')).headers.get('set-cookie')).toBeNull();
  });

  it('may ask for no more than the head', async () => {
    const head = await ask('/services', {}, 'HEAD');
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', (await ask('/services')).headers.get('etag')]);
  });
});

describe('a postcode alone', () => {
  it('asks who would take somebody from there: whoever says so, and whoever does not say where they work', async () => {
    const town = await newProgramme(db);
    const folder = mkdtempSync(join(tmpdir(), 'areas-'));
    const file = join(folder, 'feed.json');
    const areas = { Anywhere: [], Here: ['Castle Douglas'], There: ['Stranraer'], Postcodes: ['DG7'] };
    const feed = Object.entries(areas).map(([name, named], nth) => ({
      ...{ id: `a3ea0000-0000-4000-8000-00000000000${nth}`, name, status: 'active', description: name },
      organization: { id: 'a3ea0000-0000-4000-8000-0000000000ff', name: 'Trust', description: 'Trust' },
      service_areas: named.map((area, each) => ({ id: `a3ea0000-0000-4000-8000-0000000001${nth}${each}`, name: area })),
    }));
    writeFileSync(file, JSON.stringify(feed));
    await importServices(db, { programme: town.id, from: file, now: () => new Date('2026-11-21T12:00:00Z') });
    rmSync(folder, { recursive: true });
    const spot = { latitude: 54.94, longitude: -3.93 };
    await db.inProgramme(town.id, (tx) => addPlaces(tx, [toPlace('postcode', 'DG7 1AA', spot), toPlace('town', 'Castle Douglas', spot)]));
    const at = `/directory/${town.as('lead').programme.slug}/oruk/v3/services`;
    const found = async (place: string) =>
      ((await (await web.nobody.get(`${at}?postcode=${place}`)).json()) as Page).contents.map(({ name }) => name).sort();
    expect(await found('DG7+1AA')).toEqual(['Anywhere', 'Postcodes']);
    expect(await found('Castle+Douglas')).toEqual(['Anywhere', 'Here']);
  });
});
