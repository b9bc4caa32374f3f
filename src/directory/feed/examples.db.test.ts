import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { importServices, servicesById } from '../index.ts';
import { organisationsFor, servicesFor } from '../record/whole.ts';

// The published examples lie beside the repository on the machines that have them; everything they show is tested with cases of our own too.
const standards = fileURLToPath(new URL('../../../../shared/standards/', import.meta.url));
const mocks = `${standards}oruk-validator-fixtures/OpenReferralApi/Mocks/V3.0-UK-`;
const hsds = `${standards}hsds-3.1/examples/`;
const counselling = 'ac148810-d857-441c-9679-408f346de14b';

const db = await testDatabase();
let programme: TestProgramme;
beforeEach(async () => {
  programme = await newProgramme(db);
});
const read = (from: string) =>
  importServices(db, {
    programme: programme.id,
    from,
    allowPrivate: true,
    wait: () => Promise.resolve(),
    now: () => new Date('2026-11-21T12:00:00Z'),
  });

/** Serves a set of mocks as the validator does: any id is answered with the same whole service. */
async function served(set: string) {
  const answers = (path: string) => (path.endsWith('/v3') ? 'api_details' : path.endsWith('/services') ? 'service_list' : 'service_full');
  const server = createServer(({ url = '' }, answer) => answer.end(readFileSync(`${mocks}${set}/${answers(url.split('?')[0]!)}.json`)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oruk/v3`, close: () => server.close() };
}

describe.skipIf(!existsSync(hsds))('the published examples', () => {
  it.each([
    ['Default', { services: { added: 1 }, rejected: 0 }],
    ['Warn', { services: { added: 1 }, rejected: 0 }],
    ['Fail', { services: { added: 1 }, rejected: 3 }],
    ['Test', { services: { added: 1 }, rejected: 127 }],
  ])('of Open Referral UK are read: %s', async (set, expected) => {
    const { url, close } = await served(set);
    expect(await read(url)).toMatchObject(expected);
    expect(await read(url)).toMatchObject({ services: { added: 0, changed: 0, unchanged: 1 } });
    close();
    const [service] = await db.inProgramme(programme.id, (tx) => servicesById(tx, [counselling]));
    expect(service).toMatchObject({
      name: 'Community Counselling',
      status: 'active',
      minAge: 12,
      organisationName: 'Example Organization Inc.',
    });
    expect(service!.locations).toMatchObject([{ town: 'MyCity', postcode: 'ABC 1234', private: false }]);
    expect(service!.accessibility).toEqual(['step-free', 'hearing-loop']);
  });

  it.each(['service_full.json', 'service_at_location_full.json', 'organization_full.json', 'tabular.json', 'csv', 'csv/datapackage.json'])(
    'of HSDS 3.1 are read, whole: %s',
    async (name) => {
      expect(await read(hsds + name)).toMatchObject({ services: { added: 1 }, organisations: { added: 1 }, rejected: 0 });
      expect(await read(hsds + name)).toMatchObject({ services: { unchanged: 1 }, organisations: { unchanged: 1 } });
      const [service] = await db.inProgramme(programme.id, (tx) => servicesById(tx, [counselling]));
      expect(service).toMatchObject({
        ...{ phone: '+44 1234 234567', requestEmail: 'email@example.com', languages: ['ur'], free: false, minAge: 12, maxAge: 100 },
        costs: [{ option: 'Under 18s and Over 60s, per 1 hour session', amount: 35, currency: 'GBP' }],
      });
      expect(service!.locations).toMatchObject([{ name: 'MyCity Civic Center', address: '1-30 Main Street, MyVillage' }]);
      expect(service!.schedules[0]).toMatchObject({ freq: 'weekly', byDay: ['TH', 'FR'], opensAt: '10:00', closesAt: '18:00' });
    },
  );

  it('of HSDS 3.1 come out again as they went in, every field of them', async () => {
    for (const name of ['service_full.json', 'organization_full.json']) {
      const given = JSON.parse(readFileSync(hsds + name, 'utf8')) as Record<string, unknown>;
      await read(hsds + name);
      const id = String(given['id']);
      const [told] = await db.inProgramme(programme.id, (tx) =>
        name.startsWith('service') ? servicesFor(tx, [id], 'whole', new Date('2026-11-21T12:00:00Z')) : organisationsFor(tx, [id], 'whole'),
      );
      const { services: _, ...whole } = given;
      expect(told).toEqual(whole);
    }
  });

  it.each([
    ['service_list.json', { services: { added: 1 }, rejected: 0 }],
    ['service_at_location_list.json', { services: { added: 1 }, rejected: 0 }],
    ['organization_list.json', { services: { added: 0 }, organisations: { added: 1 }, rejected: 0 }],
    ['taxonomy_list.json', { services: { added: 0 }, organisations: { added: 0 } }],
    ['taxonomy_term_list.json', { services: { added: 0 }, organisations: { added: 0 } }],
  ])('of lists are read as far as they hold services: %s', async (name, expected) => {
    expect(await read(hsds + name)).toMatchObject(expected);
  });

  it.each(['base.json', 'taxonomy.json', 'taxonomy_term.json', 'location.json'])('that hold no service say so: %s', async (name) => {
    await expect(read(hsds + name)).rejects.toThrow(/is not a feed of services.*Nothing was changed/);
  });
});
