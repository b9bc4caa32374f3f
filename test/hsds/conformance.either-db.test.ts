import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';
import { organisations, services } from '../../demo/directory/directory.ts';
import { addOrganisations, addServices, importServices } from '../../src/directory/index.ts';
import { listen } from '../../src/platform/serving.ts';
import { testDatabase } from '../support/database.ts';
import { newProgramme } from '../support/programme.ts';
import { fillDirectory } from '../support/services.ts';
import { openWeb } from '../support/web.ts';
import { emptyIn, readerAt } from './reader.ts';

// The published checkers and feeds lie beside the repository on the machines that have them. Without them each answer is still held against our own description of HSDS.
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const mocks = `${shared}standards/oruk-validator-fixtures/OpenReferralApi/Mocks/V3.0-UK-`;
const root = fileURLToPath(new URL('../../', import.meta.url));
const now = new Date('2026-11-21T12:00:00Z');
const run = promisify(execFile);

// The checkers are programs of their own.
vi.setConfig({ testTimeout: 120_000 });

const db = await testDatabase();
const web = openWeb(db);

async function published(fill: (programme: string) => Promise<unknown>): Promise<string> {
  const programme = await newProgramme(db);
  await fill(programme.id);
  return `/directory/${programme.as('lead').programme.slug}`;
}

/** Reads everything at both addresses, and has the published checkers read it too. */
async function check(at: string, { without = [] as string[] } = {}): Promise<void> {
  for (const standard of ['hsds', 'oruk']) {
    const reader = await readerAt(web.nobody.get, `${at}/${standard}/v3`);
    const answers = await reader.everything();
    for (const { path, body, wrong } of answers) expect([path, ...wrong, ...emptyIn(body)]).toEqual([path]);
    if (standard === 'hsds' && existsSync(shared)) await hsdsCheck(answers);
  }
  if (existsSync(shared)) await orukCheck(at, without);
}

async function hsdsCheck(answers: readonly { path: string; about: string; body: unknown }[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hsds-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // One file for each kind: the checker takes a list as well as a page.
  const kinds = new Map<string, unknown[]>();
  for (const { about, body } of answers) {
    const page = (body as { contents?: unknown[] }).contents;
    if (about !== 'base') kinds.set(about, [...(kinds.get(about) ?? []), ...(page ?? [body])]);
  }
  for (const [about, documents] of kinds) {
    const file = join(folder, `${about}.json`);
    writeFileSync(file, JSON.stringify(documents));
    const tool = [`${shared}tools/hsds-check.mjs`, `${shared}standards/hsds-3.1/schema`, about, file];
    const said = await run(process.execPath, tool, { env: { ...process.env, AJV_ROOT: root } }).catch((error: { stdout: string }) => error);
    expect(said.stdout.trim()).toBe(`${about} ${about}.json OK`);
  }
}

async function orukCheck(at: string, without: readonly string[]): Promise<void> {
  const server = await listen(web.app.fetch, { host: '127.0.0.1', port: 0, variable: 'PORT' });
  onTestFinished(server.close);
  const tool = [
    `${shared}tools/oruk-check.mjs`,
    `http://127.0.0.1:${server.port}${at}/oruk/v3`,
    `${shared}standards/oruk-3.0/public/specifications/3.0`,
  ];
  const said = await run(process.execPath, tool, { env: { ...process.env, AJV_ROOT: root } }).catch((error: { stdout: string }) => error);
  const results = said.stdout.trim().split('\n');
  const others = results.filter((line) => !/^PassedValidation +L[12] \S+ *$/.test(line));
  // The checker warns of a list with nothing in it, which a feed without places must have.
  expect(others.filter((line) => !without.some((list) => line.includes(` L2 /${list}`)))).toEqual(['isValid true']);
  expect(results).toHaveLength(12);
}

/** Serves a set of mocks as the validator does: any id is answered with the same whole service. */
async function served(set: string): Promise<string> {
  const answers = (path: string) => (path.endsWith('/v3') ? 'api_details' : path.endsWith('/services') ? 'service_list' : 'service_full');
  const server = createServer(({ url = '' }, answer) => answer.end(readFileSync(`${mocks}${set}/${answers(url.split('?')[0]!)}.json`)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/oruk/v3`;
}

const read = (programme: string, from: string) => importServices(db, { programme, from, allowPrivate: true, now: () => now });

it('gives out a directory of ours as the standards will have it', async () => {
  await check(await published((programme) => db.inProgramme(programme, fillDirectory)));
});

it('gives out the whole demo as the standards will have it', async () => {
  await check(
    await published((programme) =>
      db.inProgramme(programme, async (tx) => {
        await addOrganisations(tx, organisations());
        await addServices(tx, services('2026-11-21', now));
      }),
    ),
  );
});

it('gives out what is good of a feed that had much wrong with it', async () => {
  const feed = [
    {
      ...{ id: randomUUID(), name: 'Walking group', status: 'active', url: 'www.walks.example/a b', email: 'nobody at all' },
      ...{ minimum_age: '16', maximum_age: 'any', last_modified: 'yesterday', description: null, alternate_name: '' },
      organization: { id: randomUUID(), name: 'Ramblers', website: 'not an address', organization_identifiers: [{ identifier: '12' }] },
      phones: [{ id: 'p1', number: '01644 420000', extension: '12' }, { id: 'p2' }],
      schedules: [{ id: randomUUID(), freq: 'weekly', byday: 'TU', opens_at: '10:00', closes_at: '11:00', timezone: 'Europe/London' }],
      service_at_locations: [
        { id: 'at', location: { id: 'hall', name: 'Hall', addresses: [{ id: 'x', city: 'Dalry' }], latitude: '55.1', longitude: '' } },
      ],
      attributes: [
        { id: 'a1', taxonomy_term: { id: randomUUID(), name: 'Walking' } },
        { id: 'a2', taxonomy_term: { id: 'x' } },
      ],
      ...{ capacities: [{ id: randomUUID(), available: 3 }], cost_options: [], languages: [{}], x_own: { a: '', b: [null, 'kept'] } },
    },
  ];
  const folder = mkdtempSync(join(tmpdir(), 'feed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'feed.json'), JSON.stringify(feed));
  const at = await published((programme) => read(programme, join(folder, 'feed.json')));
  await check(at);
  const [service] = (await (await web.nobody.get(`${at}/hsds/v3/services?full=true`)).json()).contents;
  expect(service).toMatchObject({ name: 'Walking group', status: 'active', url: 'https://www.walks.example/a%20b', minimum_age: 16 });
  expect(service).not.toHaveProperty('email');
  expect(service.phones).toMatchObject([{ number: '01644 420000', extension: 12 }]);
});

it.skipIf(!existsSync(mocks + 'Default')).each(['Default', 'Warn', 'Fail', 'Test'])(
  'gives out what is good of the validator’s own feed: %s',
  async (set) => {
    await check(await published(async (programme) => read(programme, await served(set))));
  },
);

it.skipIf(!existsSync(shared)).each(['service_full', 'service_list', 'organization_full', 'service_at_location_full'])(
  'gives out the published example as it was: %s',
  async (example) => {
    const at = await published((programme) => read(programme, `${shared}standards/hsds-3.1/examples/${example}.json`));
    await check(at, { without: example === 'service_list' ? ['service_at_locations'] : [] });
  },
);
