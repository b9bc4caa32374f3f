import { existsSync, readFileSync } from 'node:fs';
import { Fhir } from 'fhir/fhir.js';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { fillDirectory, organisation, service } from '../../test/support/services.ts';
import { openWeb } from '../../test/support/web.ts';
import { addOrganisations, addServices } from '../directory/index.ts';
import { profiles, systems } from './codes.ts';
import type { Resource } from './web/resource.ts';

type Bundle = Resource & { total: number; link: { relation: string; url: string }[]; entry?: { resource: Resource; fullUrl: string }[] };
type Extension = {
  url: string;
  extension: { url: string; valueCodeableConcept?: { coding: { system: string; code: string }[] }; valueString?: string }[];
};

const db = await testDatabase();
const web = openWeb(db);
let programme: TestProgramme;
let services: Awaited<ReturnType<typeof fillDirectory>>;
let base: string;
beforeAll(async () => {
  programme = await newProgramme(db);
  services = await db.inProgramme(programme.id, fillDirectory);
  base = `/directory/${programme.as('admin').programme.slug}/fhir`;
});
beforeEach(() => void (web.clock.now = new Date('2026-11-21T10:00:00Z')));

const get = (path: string, headers: Record<string, string> = {}) => web.nobody.request('GET', `${base}${path}`, undefined, headers);
const read = async (path: string) => (await (await get(path)).json()) as Resource;
const find = async (query = '') => (await read(`/HealthcareService${query}`)) as Bundle;
const named = async (query: string) => (await find(query)).entry?.map(({ resource }) => resource['name']).sort() ?? [];
const statusIn = (resource: Resource) => {
  const [extension] = resource['extension'] as Extension[];
  return extension?.extension[0]?.valueCodeableConcept?.coding[0];
};
const notesIn = (resource: Resource) => (resource['extension'] as Extension[])[0]?.extension[1]?.valueString;

const validator = new Fhir();
const faultsIn = (resource: Resource) =>
  validator.validate(resource, { errorOnUnexpected: true }).messages.filter(({ severity }) => severity === 'error' || severity === 'fatal');

describe('what anybody may read in FHIR', () => {
  it('is valid FHIR R4, all of it', async () => {
    const bundle = await find('?_count=100');
    expect(bundle.total).toBe(6);
    const references = bundle.entry!.flatMap(({ resource }) => [
      (resource['providedBy'] as { reference: string }).reference,
      ...((resource['location'] as { reference: string }[] | undefined) ?? []).map(({ reference }) => reference),
    ]);
    const more = await Promise.all([...new Set(references)].map((reference) => read(`/${reference}`)));
    expect(more.map(({ resourceType }) => resourceType).sort()).toEqual([
      'Location',
      'Location',
      'Organization',
      'Organization',
      'Organization',
      'Organization',
    ]);
    const all = [bundle, ...bundle.entry!.map(({ resource }) => resource), ...more, await read('/metadata'), await read('/Location/none')];
    for (const resource of all) expect(faultsIn(resource), JSON.stringify(resource)).toEqual([]);
  });

  it('says what is in a service', async () => {
    expect(await read(`/HealthcareService/${services.shed.id}`)).toMatchObject({
      resourceType: 'HealthcareService',
      id: services.shed.id,
      meta: { profile: [profiles.healthcareService] },
      active: true,
      name: 'Men’s Shed workshop',
      providedBy: { display: 'Castle Douglas Men’s Shed' },
      category: [
        { coding: [{ code: 'sdoh' }, { code: 'social-connection' }, { code: 'loneliness' }] },
        { coding: [{ code: 'sdoh' }, { code: 'social-connection' }, { code: 'purpose' }] },
      ],
      type: [{ text: 'Loneliness, Purpose or volunteering' }],
      appointmentRequired: false,
      availableTime: [{ daysOfWeek: ['tue'], availableStartTime: '10:00:00', availableEndTime: '12:30:00' }],
    });
  });

  it('has nothing of where requests go, nor of a place that is private', async () => {
    const refuge = await read(`/HealthcareService/${services.refuge.id}`);
    expect(refuge).not.toHaveProperty('location');
    const everything = JSON.stringify([refuge, await find('?_count=100')]);
    expect(everything).not.toMatch(/Rowan|Hidden Lane|DG5 4ZZ|requests@money/);
    expect((await get(`/Location/${services.refuge.locations[0]!.id}`)).status).toBe(404);
    expect(await named(`?location=${services.refuge.locations[0]!.id}`)).toEqual([]);
  });

  it('is told of one programme only, and only where it publishes', async () => {
    const quiet = await newProgramme(db, { publishesDirectory: false });
    const path = `/directory/${quiet.as('admin').programme.slug}/fhir/metadata`;
    expect((await web.nobody.get(path)).status).toBe(404);
    const other = await newProgramme(db);
    const theirs = await web.nobody.get(`/directory/${other.as('admin').programme.slug}/fhir/HealthcareService/${services.shed.id}`);
    expect(theirs.status).toBe(404);
  });

  it('can be read from any page, and asked whether it is the same', async () => {
    const first = await get(`/HealthcareService/${services.shed.id}`, { origin: 'https://elsewhere.example' });
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('content-type')).toContain('application/fhir+json');
    expect(first.headers.get('last-modified')).toBeTruthy();
    const again = await get(`/HealthcareService/${services.shed.id}`, { 'if-none-match': first.headers.get('etag')! });
    expect(again.status).toBe(304);
  });
});

describe('capacity status', () => {
  const status = async (id: string) => statusIn(await read(`/HealthcareService/${id}`))?.code;

  it('is what was told and still holds', async () => {
    expect(await status(services.shed.id)).toBe('capacity');
    expect(await status(services.debt.id)).toBe('waitlist');
    expect(notesIn(await read(`/HealthcareService/${services.debt.id}`))).toBe(
      'The waiting list is about 3 weeks. Told on 2026-11-18; not known after 2026-12-01.',
    );
  });

  it('is unknown where nobody has said, and from the day on which nobody knows', async () => {
    expect(statusIn(await read(`/HealthcareService/${services.online.id}`))).toEqual({
      system: systems.absent,
      code: 'unknown',
      display: 'Unknown',
    });
    const before = await get(`/HealthcareService/${services.shed.id}`);
    web.clock.now = new Date('2026-12-20T00:00:00Z');
    const after = await get(`/HealthcareService/${services.shed.id}`, { 'if-none-match': before.headers.get('etag')! });
    expect(after.status).toBe(200);
    const shed = (await after.json()) as Resource;
    expect(statusIn(shed)?.code).toBe('unknown');
    expect(shed['meta']).toMatchObject({ lastUpdated: '2026-12-20T00:00:00.000Z' });
  });

  it('is none where nobody is taken on, and why stays inside', async () => {
    const { room } = web.modules;
    const paused = await room.pause(programme.as('linkWorker'), services.choir.id, {
      reason: 'staff',
      note: 'Morag is ill',
      until: '2027-01-05',
    });
    const choir = await read(`/HealthcareService/${services.choir.id}`);
    expect(statusIn(choir)?.code).toBe('no-capacity');
    expect(notesIn(choir)).toBe('Not taking anybody until 2027-01-05.');
    expect(JSON.stringify(choir)).not.toMatch(/Morag|staff/);
    if (paused.ok) await room.resume(programme.as('linkWorker'), paused.value);
  });

  it('is not claimed for what does not run', async () => {
    const closed = await read(`/HealthcareService/${services.closed.id}`);
    expect(closed).toMatchObject({ active: false });
    expect(closed).not.toHaveProperty('extension');
    expect(closed['meta']).not.toHaveProperty('profile');
  });
});

describe('the profile of SDOH Clinical Care', () => {
  /** What the differential of SDOHCC-HealthcareServiceForReferralManagement asks, in our own words. */
  const brokenRules = (resource: Resource): string[] => {
    const capacity = (resource['extension'] as Extension[] | undefined)?.filter(({ url }) => url === profiles.capacityStatus) ?? [];
    const categories = resource['category'] as { coding: { system: string; code: string }[] }[] | undefined;
    const held: [string, boolean][] = [
      ['one capacity status', capacity.length === 1],
      ['one status in it', capacity[0]?.extension.filter(({ url }) => url === 'capacityStatus').length === 1],
      ['no more than one note', (capacity[0]?.extension.filter(({ url }) => url === 'capacityNotes').length ?? 0) <= 1],
      ['active', resource['active'] === true],
      ['a category', (categories?.length ?? 0) >= 1],
      [
        'sdoh once in each',
        categories?.every(
          ({ coding }) => coding.filter(({ system, code }) => system === systems.usCoreCategory && code === 'sdoh').length === 1,
        ) ?? false,
      ],
      ['one type', (resource['type'] as unknown[] | undefined)?.length === 1],
      ['a name', Boolean(resource['name'])],
    ];
    return held.filter(([, holds]) => !holds).map(([rule]) => rule);
  };

  it('is kept by every service that claims it', async () => {
    const claiming = (await find('?_count=100')).entry!.map(({ resource }) => resource).filter(({ active }) => active);
    expect(claiming).toHaveLength(5);
    for (const resource of claiming) expect(brokenRules(resource)).toEqual([]);
  });

  const shared = new URL('../../../shared/standards/sdoh-cc-3.0.0/', import.meta.url);
  it.skipIf(!existsSync(shared))('has the addresses, the codes and the example that HL7 publishes', () => {
    const json = (path: string) => JSON.parse(readFileSync(new URL(path, shared), 'utf8')) as Resource;
    expect(json('profiles/StructureDefinition-SDOHCC-HealthcareServiceForReferralManagement.json')['url']).toBe(profiles.healthcareService);
    expect(json('profiles/StructureDefinition-SDOHCC-ExtensionHealthcareServiceCapacityStatus.json')['url']).toBe(profiles.capacityStatus);
    const codes = (json('terminology/CodeSystem-SDOHCC-CodeSystemTemporaryCodes.json')['concept'] as { code: string }[]).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(
      expect.arrayContaining(['capacity', 'no-capacity', 'waitlist', 'social-connection', 'sdoh-category-unspecified']),
    );
    expect(brokenRules(json('examples/HealthcareService-SDOHCC-HealthcareServiceSocialCareProgram.json'))).toEqual([]);
  });
});

describe('finding services', () => {
  it.each([
    ['?name=men', ['Men’s Shed workshop']],
    ['?name=shed', []],
    ['?name:contains=CHOIR', ['Glenkens Community Choir']],
    ['?name:exact=Evening chat online', ['Evening chat online']],
    ['?name:contains=100%25', []],
    ['?service-category=financial-insecurity', ['Debt advice by appointment']],
    [`?service-category=${systems.sdoh}|utility-insecurity`, ['Debt advice by appointment']],
    ['?service-type=mood', ['Glenkens Community Choir']],
    ['?service-type=mood,housing', ['Glenkens Community Choir', 'Safe house and support']],
    ['?service-type=loneliness&service-type=mood', ['Glenkens Community Choir']],
    ['?service-type=nonsense', []],
    ['?active=false', ['Knitting in Balmaclellan']],
    ['?_id=nonsense', []],
    ['?organization=Organization/nonsense', []],
    [
      '?active=true&service-category=sdoh&service-type=loneliness',
      ['Evening chat online', 'Glenkens Community Choir', 'Men’s Shed workshop'],
    ],
  ])('%s', async (query, names) => expect(await named(query)).toEqual(names));

  it('by where it is, who runs it and its own id', async () => {
    const [douglas] = services.shed.locations;
    expect(await named(`?location=Location/${douglas!.id}`)).toEqual(['Debt advice by appointment', 'Men’s Shed workshop']);
    expect(await named(`?organization=${services.choir.organisation}&active=true`)).toEqual([
      'Evening chat online',
      'Glenkens Community Choir',
    ]);
    expect(await named(`?_id=${services.shed.id},${services.choir.id}`)).toEqual(['Glenkens Community Choir', 'Men’s Shed workshop']);
  });

  it('page by page, each once', async () => {
    const seen: unknown[] = [];
    let next: string | undefined = '?service-category=sdoh&_count=4';
    while (next !== undefined) {
      const page: Bundle = await find(next);
      expect(page.total).toBe(6);
      seen.push(...page.entry!.map(({ resource }) => resource.id));
      next = page.link.find(({ relation }) => relation === 'next')?.url.replace(/^.*HealthcareService/, '');
    }
    expect(new Set(seen).size).toBe(6);
    expect(await find('?_count=0')).toEqual(expect.objectContaining({ total: 6 }));
    expect(await find('?_page=99')).toMatchObject({ total: 6 });
  });

  it('by a form, so that what is asked need not stand in an address', async () => {
    const answer = await web.nobody.request('POST', `${base}/HealthcareService/_search`, new URLSearchParams({ 'service-type': 'mood' }));
    expect(((await answer.json()) as Bundle).total).toBe(1);
  });

  it('says what it cannot understand, and leaves out what it does not know unless asked to be strict', async () => {
    for (const query of ['?_count=many', '?_page=0', '?active=perhaps', '?name:missing=true', '?_count=-1']) {
      const answer = await get(`/HealthcareService${query}`);
      expect(answer.status, query).toBe(400);
      expect(await answer.json()).toMatchObject({ resourceType: 'OperationOutcome' });
    }
    expect((await get('/HealthcareService?colour=green')).status).toBe(200);
    expect((await get('/HealthcareService?colour=green', { prefer: 'handling=strict' })).status).toBe(400);
    expect((await get('/HealthcareService', { accept: 'application/fhir+xml' })).status).toBe(406);
  });

  it('breaks for nothing', async () => {
    const odd = ['%00', '%ff', "'; drop table service", '|', 'a'.repeat(5000), '../..', '%F0%9F%98%80', '\\'];
    for (const text of odd) {
      for (const name of ['_id', 'name', 'name:contains', 'organization', 'location', 'service-type', 'service-category', '_page'])
        expect(
          (await get(`/HealthcareService?${name}=${text.startsWith('%') ? text : encodeURIComponent(text)}`)).status,
          `${name}=${text}`,
        ).toBeLessThan(500);
      for (const type of ['HealthcareService', 'Organization', 'Location'])
        expect((await get(`/${type}/${encodeURIComponent(text)}`)).status).toBeLessThan(500);
    }
  });

  it('takes nothing that would change it', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await web.nobody.request(method, `${base}/HealthcareService/${services.shed.id}`, '{}')).status).toBe(404);
  });

  it('finds one service of an organisation that has words in many scripts', async () => {
    const other = await newProgramme(db);
    await db.inProgramme(other.id, async (tx) => {
      const cafe = organisation('Café Órbita', { website: 'https://cafe.example', phone: '01556 000000' });
      await addOrganisations(tx, [cafe]);
      await addServices(tx, [
        service(cafe, 'Órbita lunch', { languages: ['cy', 'Plain talk'], eligibility: 'Anybody', url: 'https://cafe.example/lunch' }),
      ]);
    });
    const answer = await web.nobody.get(`/directory/${other.as('admin').programme.slug}/fhir/HealthcareService?name=orbita`);
    const bundle = (await answer.json()) as Bundle;
    expect(bundle.total).toBe(1);
    expect(faultsIn(bundle)).toEqual([]);
    expect(bundle.entry![0]!.resource).toMatchObject({
      communication: [{ coding: [{ code: 'cy' }] }, { text: 'Plain talk' }],
      type: [{ text: 'Community service' }],
    });
  });
});
