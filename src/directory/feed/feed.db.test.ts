import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { countRows } from '../../../test/support/rows.ts';
import { importServices, servicesById, setRoom } from '../index.ts';
import { aFeed, aRecord, serveFeed } from '../testing/feeds.ts';

const db = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'bothy-feed-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

let programme: TestProgramme;
beforeEach(async () => {
  programme = await newProgramme(db);
});

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const read = (from: string, more: { dryRun?: boolean; report?: string } = {}) =>
  importServices(db, {
    programme: programme.id,
    from,
    allowPrivate: true,
    wait: () => Promise.resolve(),
    now: () => new Date('2026-11-21T12:00:00Z'),
    ...more,
  });
const rows = (table: string) => countRows(db, programme.id, table);
const find = async (id: string) => (await db.inProgramme(programme.id, (tx) => servicesById(tx, [id])))[0];

/** Every row of the directory, as text, to see whether anything at all has changed. */
const everything = () =>
  db.inProgramme(programme.id, async (tx) => {
    const seen: unknown[] = [];
    for (const table of ['organisation', 'service', 'location', 'schedule', 'cost_option', 'service_listing', 'event']) {
      const found = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t order by 1`.execute(tx);
      seen.push(found.rows);
    }
    return seen;
  });

describe('a feed in a file', () => {
  it('is taken once, and changes nothing the second time', async () => {
    const path = file('twice.json', aFeed(7));
    expect(await read(path)).toMatchObject({ services: { added: 7 }, organisations: { added: 1 }, rejected: 0, vanished: 0 });
    const before = await everything();
    expect(await read(path)).toMatchObject({
      services: { added: 0, changed: 0, unchanged: 7 },
      organisations: { added: 0, changed: 0, unchanged: 1 },
    });
    expect(await everything()).toEqual(before);
  });

  it('is told to the timeline by its counts', async () => {
    await read(file('event.json', aFeed(2)));
    const { rows: events } = await db.inProgramme(programme.id, (tx) =>
      sql<{ type: string; data: unknown }>`select type, data from event`.execute(tx),
    );
    expect(events).toEqual([{ type: 'services-imported', data: { added: 2, changed: 0, unchanged: 0, rejected: 0, vanished: 0 } }]);
  });

  it('changes only what has changed', async () => {
    const feed = aFeed(3);
    const path = file('changed.json', feed);
    await read(path);
    feed.contents[1]!['name'] = 'Knit and natter, now on Thursdays';
    file('changed.json', feed);
    expect(await read(path)).toMatchObject({ services: { added: 0, changed: 1, unchanged: 2 } });
    expect((await find(feed.contents[1]!['id'] as string))?.name).toBe('Knit and natter, now on Thursdays');
  });

  it('that no longer has a service removes nothing, and says so', async () => {
    const feed = aFeed(4);
    const path = file('short.json', feed);
    await read(path);
    file('short.json', { ...feed, contents: feed.contents.slice(0, 1) });
    expect(await read(path)).toMatchObject({ services: { unchanged: 1 }, vanished: 3 });
    expect(await rows('service')).toBe(4);
  });

  it('is only looked at in a dry run', async () => {
    expect(await read(file('dry.json', aFeed(2)), { dryRun: true })).toMatchObject({ services: { added: 2 } });
    expect(await Promise.all(['service', 'organisation', 'feed_record', 'event'].map(rows))).toEqual([0, 0, 0, 0]);
  });

  it('has each bad record rejected with its reason, and the rest taken', async () => {
    const feed = aFeed(6);
    Object.assign(feed.contents[1]!, { status: 'open' });
    Object.assign(feed.contents[2]!, { id: '17' });
    Object.assign(feed.contents[3]!, { organization: undefined, name: '' });
    feed.contents[4]!['id'] = feed.contents[0]!['id'];
    const report = join(folder, 'rejected.txt');
    const told = await read(file('bad.json', { ...feed, contents: [...feed.contents, 'a string'] }), { report });
    expect(told).toMatchObject({ services: { added: 2 }, rejected: 5 });
    expect(told.rejections).toEqual([
      "services[1] (Knit and natter 1): status is 'open', which is not one of active, inactive, defunct, temporarily closed",
      "services[2] (Knit and natter 2): id is '17', which is not a UUID",
      'services[3]: name is empty; organization is missing',
      expect.stringMatching(/^services\[4\] \(Knit and natter 4\): id .* is that of services\[0\] too$/),
      'services[6]: is not an object',
    ]);
  });

  it.each([
    ['cut.json', '{"contents": [{"id":', /may have been cut short. Nothing was changed/],
    ['empty.json', '', /is empty. Nothing was changed/],
    ['page.json', '<!doctype html><p>Sign in</p>', /is a web page, not JSON/],
    ['other.json', '{"weather": "rain"}', /is not a feed of services/],
    ['number.json', '12', /is not a feed of services/],
  ])('that is malformed (%s) leaves nothing, and says why', async (name, content, sentence) => {
    await expect(read(file(name, content))).rejects.toThrow(sentence);
    expect(await rows('service')).toBe(0);
  });

  it.each([
    ['cut.ndjson', `${JSON.stringify(aRecord(1))}\n{"id": "2`, /^Line 2 of cut.ndjson is not whole JSON/],
    ['cut.json', JSON.stringify([aRecord(1), aRecord(2)]).slice(0, -30), /^cut.json is not whole JSON; it may have been cut short/],
  ])('that is cut short (%s) is taken as far as it goes, and nothing counts as vanished', async (name, content, sentence) => {
    await read(file(name, name.endsWith('ndjson') ? JSON.stringify(aRecord(3)) : [aRecord(3)]));
    const told = await read(file(name, content));
    expect(told).toMatchObject({ services: { added: 1 }, vanished: 0 });
    expect(told.incomplete).toMatch(sentence);
    expect(await rows('service')).toBe(2);
  });

  it('has a line that is no JSON rejected, and the next one read', async () => {
    const lines = [JSON.stringify(aRecord(1)), '{"id": ', '<p>Oops</p>', JSON.stringify(aRecord(2))].join('\n');
    expect(await read(file('lines.ndjson', lines))).toMatchObject({
      services: { added: 2 },
      rejections: ['line 2: is not whole JSON', 'line 3: is a web page, not JSON'],
      incomplete: null,
    });
  });

  it.each(['utf16le', 'latin1'] as const)('may be written in %s', async (encoding) => {
    const text = JSON.stringify([{ ...aRecord(1), name: 'Café, £2 a cup' }]);
    writeFileSync(join(folder, `${encoding}.json`), Buffer.from(text, encoding));
    await read(join(folder, `${encoding}.json`));
    expect((await find(aRecord(1)['id'] as string))?.name).toBe('Café, £2 a cup');
  });

  it.each([
    ['old-root', { version: '1.1', profile: 'x' }, /is not a feed of services/],
    ['old-page', { content: [{ id: 1 }], totalPages: 1 }, /is a feed of Open Referral UK 1. Bothy reads version 3/],
  ])('of another version says so: %s', async (name, content, sentence) => {
    await expect(read(file(`${name}.json`, content))).rejects.toThrow(sentence);
  });

  it('with hostile words is kept as it is, and shown without them', async () => {
    const bad = '<p>Tea</p><script>alert(1)</script><img src=x onerror="alert(2)"><a href="javascript:alert(3)">more</a> \u0000 \ud800';
    const hostile = { ...aRecord(1), description: bad, url: 'javascript:alert(4)', ['__proto__x']: 1, constructor: 'x' };
    await read(file('hostile.json', [hostile]));
    const service = await find(aRecord(1)['id'] as string);
    expect(service).toMatchObject({ url: null });
    expect(service!.description).not.toMatch(/<|alert\(1\)|onerror|javascript/);
  });

  it('may be ndjson, an array, or one service', async () => {
    const records = aFeed(900).contents;
    expect(await read(file('many.ndjson', records.map((record) => JSON.stringify(record)).join('\n')))).toMatchObject({
      services: { added: 900 },
    });
    expect(await read(file('array.json', records.slice(0, 2)))).toMatchObject({ services: { unchanged: 2 } });
    expect(await read(file('one.json', records[0]))).toMatchObject({ services: { unchanged: 1 } });
    expect(await read(file('lines-by-content.txt', `${JSON.stringify(records[0])}\n${JSON.stringify(records[1])}\n`))).toMatchObject({
      services: { unchanged: 2 },
    });
  });

  it('keeps what a service itself has said of its room since', async () => {
    const record: Record<string, unknown> = { ...aRecord(1), capacities: [{ available: 3, updated: '2026-11-01T09:00:00Z' }] };
    const path = file('room.json', record);
    await read(path);
    const id = record['id'] as string;
    const own = { unit: 'places', available: 0, waitingList: true, waitWeeks: 4 };
    const dates = { updatedAt: new Date('2026-11-20T09:00:00Z'), expiresAt: new Date('2026-12-20T09:00:00Z') };
    await db.inProgramme(programme.id, (tx) => setRoom(tx, id, { ...own, ...dates }));
    file('room.json', { ...record, name: 'Knit and natter, renamed' });
    await read(path);
    expect((await find(id))?.capacity).toMatchObject(own);
  });

  it('hides a place once and for all when any service says that it must be', async () => {
    const place = {
      id: '3a19ff88-4620-4d17-9830-ac1d859eb5d5',
      name: 'Rowan House',
      latitude: 54.9,
      longitude: -3.8,
      addresses: [{ address_1: '7 Hidden Lane', city: 'Dalbeattie' }],
    };
    const at = (record: Record<string, unknown>, name: string) => ({ ...record, name, service_at_locations: [{ location: place }] });
    await read(file('before.json', at(aRecord(1), 'Coffee morning')));
    await read(file('refuge.json', [at(aRecord(1), 'Coffee morning'), at(aRecord(2), 'Women’s refuge')]));
    expect((await find(aRecord(1)['id'] as string))?.locations[0]).toMatchObject({ name: 'Rowan House', private: true });
    const { rows: listed } = await db.inProgramme(programme.id, (tx) =>
      sql<{ words: string; spot: string | null }>`select words::text as words, spot::text as spot from service_listing`.execute(tx),
    );
    expect(listed).toHaveLength(2);
    for (const { words, spot } of listed) expect([/rowan/.test(words), spot]).toEqual([false, null]);
    await read(file('later.json', at({ ...aRecord(1), description: 'New' }, 'Coffee morning')));
    expect((await find(aRecord(1)['id'] as string))?.locations[0]).toMatchObject({ private: true });
  });
});

describe('a feed over the web', () => {
  it('is read page by page from its base, its outlines filled in, and changes nothing the second time', async () => {
    const { url, asked, most, close } = await serveFeed({ records: aFeed(25).contents, size: 10 });
    expect(await read(`${url}/oruk/v3`)).toMatchObject({ services: { added: 25 }, rejected: 0 });
    expect(asked.filter((path) => /page=/.test(path))).toEqual(['1', '2', '3'].map((page) => `/oruk/v3/services?page=${page}`));
    expect(most()).toBe(2);
    expect(await read(`${url}/oruk/v3/services`)).toMatchObject({ services: { added: 0, changed: 0, unchanged: 25 } });
    await close();
    expect((await find(aRecord(24)['id'] as string))?.schedules).toHaveLength(1);
  });

  it.each([
    ['leads round in a circle', { loop: true }, 10, /^Page 2 of .* repeats what earlier pages gave/],
    ['fails half way', { failAt: 3 }, 20, /^Page 3 of .* answers with HTTP 500/],
    ['breaks off', { cutAt: 2 }, 10, /^http.* is not whole JSON; it may have been cut short|^Page 2/],
    ['hangs up', { hangUpAt: 2 }, 10, /does not answer, or breaks off/],
  ])('that %s is taken as far as it is good, and says where it ended', async (_, fault, good, sentence) => {
    const { url, close } = await serveFeed({ records: aFeed(25).contents, size: 10, ...fault });
    const told = await read(`${url}/oruk/v3`);
    await close();
    expect(told).toMatchObject({ services: { added: good }, vanished: 0 });
    expect(told.incomplete).toMatch(sentence);
    expect(await rows('service')).toBe(good);
  });

  it('that failed half way is read on from there the next time, and only then can something have vanished', async () => {
    const feed = await serveFeed({ records: aFeed(25).contents, size: 10, failAt: 2 });
    await read(`${feed.url}/oruk/v3`);
    feed.mend();
    feed.asked.length = 0;
    expect(await read(`${feed.url}/oruk/v3`)).toMatchObject({ services: { added: 15 }, rejected: 0, vanished: 0, incomplete: null });
    expect(feed.asked.filter((path) => /page=/.test(path))).toEqual(['2', '3'].map((page) => `/oruk/v3/services?page=${page}`));
    feed.records.splice(3, 2);
    expect(await read(`${feed.url}/oruk/v3`)).toMatchObject({ services: { unchanged: 23 }, vanished: 2 });
    await feed.close();
    expect(await rows('service')).toBe(25);
  });

  it('that fails before its first page is tried a few times, and leaves nothing', async () => {
    const { url, asked, close } = await serveFeed({ records: aFeed(5).contents, size: 10, failAt: 1 });
    await expect(read(`${url}/oruk/v3/services`)).rejects.toThrow(/HTTP 500. Nothing was changed/);
    await close();
    expect(asked).toHaveLength(4);
    expect(await Promise.all(['service', 'organisation', 'feed_record'].map(rows))).toEqual([0, 0, 0]);
  });

  it('has a service that cannot be read on its own rejected, and the rest taken', async () => {
    const { url, close } = await serveFeed({ records: aFeed(4).contents, size: 10, brokenOne: 2 });
    expect(await read(`${url}/oruk/v3`)).toMatchObject({
      services: { added: 3 },
      rejections: ['services[2] (Knit and natter 2): its own address answers with HTTP 500'],
    });
    await close();
  });

  it('may be one large document, and is taken from the disk piece by piece', async () => {
    const { url, close } = await serveFeed({ records: aFeed(450).contents, size: 10 });
    expect(await read(`${url}/all.json`)).toMatchObject({ services: { added: 450 }, incomplete: null });
    expect(await read(`${url}/all.ndjson`)).toMatchObject({ services: { unchanged: 450 } });
    await close();
  });

  it('of an older version says so', async () => {
    const { url, close } = await serveFeed({ records: [], size: 10, version: 'Open Referral UK 1.0' });
    await expect(read(`${url}/oruk/v3`)).rejects.toThrow(/speaks Open Referral UK 1.0. Bothy reads version 3/);
    await close();
  });

  it('is not read from this machine unless the operator says so', async () => {
    const ask = { programme: programme.id, now: () => new Date() };
    for (const from of ['http://127.0.0.1:1/services', 'http://169.254.169.254/', 'http://[::1]/'])
      await expect(importServices(db, { ...ask, from })).rejects.toThrow(/private network.*Nothing was changed/);
  });
});
