import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { addPlaces, importServices, toPlace } from '../../src/directory/index.ts';
import { testDatabase } from '../support/database.ts';
import { newProgramme } from '../support/programme.ts';
import { openWeb } from '../support/web.ts';
import { type Json, readerAt } from './reader.ts';

const id = (nth: number) => `5ec0e700-0000-4000-8000-${String(nth).padStart(12, '0')}`;
const address = (line: string, more: Json = {}) => ({
  ...{ id: id(900 + line.length), address_1: line, city: 'Dalbeattie', state_province: 'Dumfries and Galloway', postal_code: 'DG5 4ZZ' },
  ...{ country: 'GB', address_type: 'physical', ...more },
});
const place = (nth: number, name: string, more: Json = {}) => ({
  ...{ id: id(nth), name, location_type: 'physical', latitude: 54.9312, longitude: -3.8221 },
  addresses: [address(`${nth} Hidden Lane`)],
  ...more,
});
const open = place(20, 'Town Hall', {
  addresses: [address('1 High Street', { postal_code: 'DG5 4AA' })],
  latitude: 54.93,
  longitude: -3.82,
});
const contacts = [
  { id: id(30), name: 'Morag Secretperson', email: 'morag@women.example', phones: [{ id: id(31), number: '07700 900123' }] },
  { id: id(32), department: 'Front desk', email: 'desk@women.example' },
];
const womens = {
  ...{ id: id(1), name: 'Galloway Women', description: 'Support.', contacts },
  locations: [
    place(10, 'Rowan House', { private: true }),
    place(11, 'Birch House', { addresses: [address('11 Hidden Lane', { confidential: true })] }),
    place(12, 'Elm House', { addresses: [address('12 Hidden Lane', { address_type: 'confidential' })] }),
    open,
  ],
};
const service = (nth: number, name: string, more: Json) => ({
  id: id(nth),
  name,
  status: 'active',
  description: name,
  organization: womens,
  contacts,
  ...more,
});
const at = (...places: Json[]) => ({
  service_at_locations: places.map((location, nth) => ({
    id: id(500 + nth + Number(String(location['id']).slice(-4))),
    contacts,
    location,
  })),
});
const feed = [
  service(2, 'Refuge', at(womens.locations[0]!, womens.locations[1]!)),
  service(3, 'Advice', at(open)),
  service(4, 'Quiet word', { confidential: true, ...at(place(22, 'Quiet Hall')) }),
  {
    ...service(5, 'Inside', at(place(21, 'Inner Hall'))),
    organization: { id: id(6), name: 'Private Circle', description: 'Ours.', is_private: 'yes' },
  },
];
const secrets = [
  'Hidden Lane',
  'DG5 4ZZ',
  '54.9312',
  'Rowan',
  'Birch',
  'Elm House',
  'Morag',
  'morag@',
  '07700 900123',
  'Quiet word',
  'Private Circle',
  'Inside',
  'Inner Hall',
  'Quiet Hall',
];
const hiddenIds = [10, 11, 12, 4, 5, 6, 21, 22].map(id);

const db = await testDatabase();
const web = openWeb(db);
let base: string;

beforeAll(async () => {
  const programme = await newProgramme(db);
  const folder = mkdtempSync(join(tmpdir(), 'private-'));
  writeFileSync(join(folder, 'feed.json'), JSON.stringify(feed));
  const taken = await importServices(db, {
    programme: programme.id,
    from: join(folder, 'feed.json'),
    now: () => new Date('2026-11-21T12:00:00Z'),
  });
  rmSync(folder, { recursive: true });
  expect(taken).toMatchObject({ services: { added: 4 }, rejected: 0 });
  await db.inProgramme(programme.id, (tx) => addPlaces(tx, [toPlace('postcode', 'DG5 4ZZ', { latitude: 54.9312, longitude: -3.8221 })]));
  base = `/directory/${programme.as('lead').programme.slug}`;
});

it.each(['/hsds/v3', '/oruk/v3'])('says nothing at %s of places, people and services that are private', async (standard) => {
  const reader = await readerAt(web.nobody.get, base + standard);
  const everything = await reader.everything();
  const said = everything.map(({ path, body }) => `${path} ${JSON.stringify(body)}`);
  for (const secret of [...secrets, ...hiddenIds]) expect(said.filter((each) => each.includes(secret))).toEqual([]);
  expect(said.join()).toContain('desk@women.example');
});

it('counts only what it shows', async () => {
  const { read } = await readerAt(web.nobody.get, `${base}/hsds/v3`);
  expect(await read('/services')).toMatchObject({ total_items: 2, size: 2 });
  expect(await read('/services?per_page=1&page=2')).toMatchObject({ total_pages: 2, size: 1, last_page: true });
  expect(await read('/organizations')).toMatchObject({ total_items: 1, size: 1 });
  expect(await read('/service_at_locations')).toMatchObject({ total_items: 1, size: 1, contents: [{ location: { id: id(20) } }] });
});

it('answers as if there were none to whoever asks for one by its id', async () => {
  for (const path of [`services/${id(4)}`, `services/${id(5)}`, `organizations/${id(6)}`, `service_at_locations/${id(510)}`])
    expect((await web.nobody.get(`${base}/hsds/v3/${path}`)).status).toBe(404);
  expect((await web.nobody.get(`${base}/api/v1/services/${id(4)}`)).status).toBe(404);
});

it('does not let a private thing be found by what it says, or by where it is', async () => {
  const { read } = await readerAt(web.nobody.get, `${base}/hsds/v3`);
  for (const words of ['Hidden', 'Rowan', 'DG5 4ZZ', 'quiet', 'circle', 'Morag'])
    for (const list of ['services', 'service_at_locations', 'organizations'])
      expect([words, list, (await read(`/${list}?search=${encodeURIComponent(words)}`))['total_items']]).toEqual([words, list, 0]);
  const near = await read('/services?postcode=DG5+4ZZ&proximity=1000');
  expect((near['contents'] as { name: string }[]).map(({ name }) => name)).toEqual(['Advice']);
  expect(await read('/service_at_locations?postcode=DG5+4ZZ&proximity=1000')).toMatchObject({ total_items: 1 });
  expect(await read(`/services?organization_id=${id(6)}`)).toMatchObject({ total_items: 0, empty: true });
});

it('streams nothing that it would not show', async () => {
  for (const list of ['services', 'organizations', 'service_at_locations']) {
    const said = await (await web.nobody.get(`${base}/hsds/v3/${list}?format=ndjson&full=true`)).text();
    for (const secret of [...secrets, ...hiddenIds]) expect(said).not.toContain(secret);
  }
});

it('finds nothing private through our own search', async () => {
  for (const query of ['words=quiet', 'words=inside', 'near=DG5+4ZZ&within_km=5', '']) {
    const said = await (await web.nobody.get(`${base}/api/v1/services/search?${query}`)).text();
    for (const secret of [...secrets.filter((each) => each !== 'DG5 4ZZ'), ...hiddenIds]) expect(said).not.toContain(secret);
  }
});
