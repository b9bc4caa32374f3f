import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Raw } from '../feed/raw.ts';
import type { RecordChange } from './save.ts';
import type { Database } from '../../platform/database.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { fillDirectory, location, organisation, service } from '../../../test/support/services.ts';
import { addOrganisations, addServices, completeRecords } from './add.ts';
import { anything } from '../search.ts';
import { findUses } from '../uses/find.ts';
import { crosswalkUses, type Said } from '../uses/crosswalk.ts';
import { servicesById } from '../store/read.ts';
import { versionsOf } from '../store/records.ts';
import { saveRecords } from './save.ts';
import { splitOrganisation, splitService } from './split.ts';
import { organisationsFor, servicesFor } from './whole.ts';
import { patchedService, serviceDocument } from './write.ts';
import { exampleService } from '../testing/whole-example.ts';

const at = new Date('2026-11-21T10:00:00Z');
const by = 'operator' as const;
const db: Database = await testDatabase();
let programme: TestProgramme;
beforeAll(async () => {
  programme = await newProgramme(db);
});

const partsOf = (raw: Raw): RecordChange[] => {
  const { service, organisations, locations } = splitService(raw);
  return [
    ...organisations.map((document) => ({ kind: 'organisation' as const, id: document.id, document })),
    ...locations.map((document) => ({ kind: 'location' as const, id: document.id, document })),
    { kind: 'service' as const, id: service.id, document: service },
  ];
};

/** Every field of the one is in the other, with the same value. */
const holds = (whole: unknown, part: unknown): void => expect(whole).toMatchObject(part as object);

const examples = new URL('../../../../shared/standards/hsds-3.1/examples/', import.meta.url);
const example = (name: string) => JSON.parse(readFileSync(new URL(name, examples), 'utf8')) as Raw;

describe('a whole record', () => {
  it('comes out with every field that went in, twice over', async () => {
    const { id } = await newProgramme(db);
    const other = await newProgramme(db);
    await db.inProgramme(id, (tx) => saveRecords(tx, partsOf(exampleService), { by, at }));
    const [out] = await db.inProgramme(id, (tx) => servicesFor(tx, [exampleService.id], 'whole', at));
    expect(JSON.parse(JSON.stringify(out))).toEqual(exampleService);
    await db.inProgramme(other.id, (tx) => saveRecords(tx, partsOf(out!), { by, at }));
    const [again] = await db.inProgramme(other.id, (tx) => servicesFor(tx, [exampleService.id], 'whole', at));
    expect(again).toEqual(out);
  });

  it.skipIf(!existsSync(examples))('keeps every field of the official examples', async () => {
    const { id } = await newProgramme(db);
    const whole = example('service_full.json');
    const org = example('organization_full.json');
    await db.inProgramme(id, (tx) => saveRecords(tx, partsOf(whole), { by, at }));
    const [out] = await db.inProgramme(id, (tx) => servicesFor(tx, [whole['id'] as string], 'whole', at));
    holds(out, whole);
    const { organisation: document, locations } = splitOrganisation(org);
    const changes = [...locations.map((each) => ({ kind: 'location' as const, id: each.id, document: each }))];
    await db.inProgramme(id, (tx) => saveRecords(tx, [{ kind: 'organisation', id: document.id, document }, ...changes], { by, at }));
    const [orgOut] = await db.inProgramme(id, (tx) => organisationsFor(tx, [document.id], 'whole'));
    const { services: _, ...said } = org;
    holds(orgOut, said);
  });

  it('keeps what it said before, and who said it, each time that it changes', async () => {
    const of = organisation('The Hall');
    const tea = service(of, 'Tea', { description: 'Tea and cake.', requestEmail: 'tea@hall.example' });
    await db.inProgramme(programme.id, async (tx) => {
      await addOrganisations(tx, [of]);
      await addServices(tx, [tea]);
      const [first] = await versionsOf(tx, 'service', tea.id);
      const document = patchedService(first!.document, tea, { ...tea, description: 'Tea, cake and company.' });
      const account = 'account:10000000-0000-4000-8000-000000000001' as const;
      expect(await saveRecords(tx, [{ kind: 'service', id: tea.id, document }], { by: account, at })).toHaveLength(1);
      expect(await saveRecords(tx, [{ kind: 'service', id: tea.id, document }], { by: account, at })).toHaveLength(0);
      const [now, before] = await versionsOf(tx, 'service', tea.id);
      expect(now).toMatchObject({ version: 2, changedBy: account, sources: { '': 'operator', description: account } });
      expect(before).toMatchObject({ version: 1, document: { description: 'Tea and cake.' } });
      expect((await servicesById(tx, [tea.id]))[0]).toMatchObject({
        description: 'Tea, cake and company.',
        requestEmail: 'tea@hall.example',
      });
    });
  });

  it('is hidden from search when it is taken out, and is there again when it is put back', async () => {
    const of = organisation('The Hall');
    const tea = service(of, 'Tea', {});
    await db.inProgramme(programme.id, async (tx) => {
      await addOrganisations(tx, [of]);
      await addServices(tx, [tea]);
      const document = serviceDocument(tea);
      await saveRecords(tx, [{ kind: 'service', id: tea.id, document, removed: true }], { by, at });
      expect((await servicesById(tx, [tea.id]))[0]!.status).toBe('inactive');
      expect(await servicesFor(tx, [tea.id], 'public', at)).toEqual([]);
      await saveRecords(tx, [{ kind: 'service', id: tea.id, document }], { by, at });
      expect((await servicesById(tx, [tea.id]))[0]!.status).toBe('active');
    });
  });

  it('changes every service at a place when the place changes', async () => {
    const of = organisation('The Hall');
    const hall = location('Crossmichael', 54.98, -3.98);
    const tea = service(of, 'Tea', { locations: [hall] });
    await db.inProgramme(programme.id, async (tx) => {
      await addOrganisations(tx, [of]);
      await addServices(tx, [tea]);
      const [first] = await versionsOf(tx, 'location', hall.id);
      await saveRecords(tx, [{ kind: 'location', id: hall.id, document: { ...first!.document, name: 'The New Hall' } }], { by, at });
      expect((await servicesById(tx, [tea.id]))[0]!.locations[0]!.name).toBe('The New Hall');
    });
  });

  it('is written for a directory that had none yet', async () => {
    const { id } = await newProgramme(db);
    const services = await db.inProgramme(id, async (tx) => {
      const filled = await fillDirectory(tx);
      await sql`delete from directory_record`.execute(tx);
      return filled;
    });
    await completeRecords(db, id);
    const [shed] = await db.inProgramme(id, (tx) => servicesFor(tx, [services.shed.id], 'public', at));
    expect(shed).toMatchObject({ name: 'Men’s Shed workshop', organization: { name: 'Castle Douglas Men’s Shed' } });
  });
});

describe('what anybody may read of it', () => {
  it('is nothing of a place that must not be found, and nobody’s name', async () => {
    const { id } = await newProgramme(db);
    await db.inProgramme(id, async (tx) => {
      const services = await fillDirectory(tx);
      const [refuge] = await servicesFor(tx, [services.refuge.id], 'public', at);
      const text = JSON.stringify(refuge);
      for (const secret of ['Hidden Lane', 'Rowan House', 'DG5 4ZZ', '54.93', 'bothy"']) expect(text).not.toContain(secret);
      await saveRecords(tx, partsOf(exampleService), { by, at });
      const open = JSON.stringify(await servicesFor(tx, [exampleService.id], 'public', at));
      for (const secret of ['Ann Example', 'ann@hall.example', 'Care of Ann', 'Someone Else']) expect(open).not.toContain(secret);
      expect(open).toContain('Front desk');
    });
  });

  it('is nothing at all of a service or an organisation that is private', async () => {
    const { id } = await newProgramme(db);
    await db.inProgramme(id, async (tx) => {
      await saveRecords(tx, partsOf({ ...exampleService, private: true }), { by, at });
      expect(await servicesFor(tx, [exampleService.id], 'public', at)).toEqual([]);
      await saveRecords(tx, partsOf({ ...exampleService, organization: { ...exampleService.organization, confidential: true } }), {
        by,
        at,
      });
      expect(await servicesFor(tx, [exampleService.id], 'public', at)).toEqual([]);
      expect(await organisationsFor(tx, [exampleService.organization.id], 'public')).toEqual([]);
    });
  });

  it('finds nothing private for a stranger, and does not count it either', async () => {
    const here = await newProgramme(db);
    const programmeOf = here.as('linkWorker').programme;
    const { findServices, findPublicly } = findUses({ db, now: () => at, personPlace: () => Promise.resolve(undefined) });
    const search = { ...anything, words: 'tea' };
    const found = async () => {
      const [theirs, ours] = [await findPublicly(programmeOf, search), await findServices(here.as('linkWorker'), search)];
      return [theirs, ours].map((results) => (results.ok ? results.value.total : -1));
    };
    const save = (raw: Raw) => db.inProgramme(here.id, (tx) => saveRecords(tx, partsOf(raw), { by, at }));
    await save(exampleService);
    expect(await found()).toEqual([1, 1]);
    await save({ ...exampleService, private: true });
    expect(await found()).toEqual([0, 1]);
    await save({ ...exampleService, organization: { ...exampleService.organization, confidential: true } });
    expect(await found()).toEqual([0, 1]);
  });

  it('tells of the room that was told last', async () => {
    const { id } = await newProgramme(db);
    await db.inProgramme(id, async (tx) => {
      const services = await fillDirectory(tx);
      const [debt] = await servicesFor(tx, [services.debt.id], 'public', at);
      expect(debt).toMatchObject({
        capacities: [{ available: 0, description: 'There is a waiting list of about 3 weeks. Not known after 2026-12-01.' }],
      });
    });
  });
});

describe('a term of somebody else’s list', () => {
  it('means for us what the programme’s crosswalk says it means, at once', async () => {
    const curated = await newProgramme(db);
    const term = exampleService.attributes[0]!.taxonomy_term;
    await db.inProgramme(curated.id, (tx) => saveRecords(tx, partsOf(exampleService), { by, at }));
    const needsNow = () => db.inProgramme(curated.id, async (tx) => (await servicesById(tx, [exampleService.id]))[0]!.needs);
    expect(await needsNow()).not.toContain('work');
    const curator = crosswalkUses({ db, now: () => at, personPlace: () => Promise.resolve(undefined) });
    const said: Said = { settled: true, meaning: { needs: ['work'], audiences: [] }, relation: 'same', links: [], link: '' };
    const saved = await curator.sayMeaning(curated.as('manager'), term.taxonomy_detail.id, term.id, said, 0);
    expect(saved).toMatchObject({ ok: true });
    expect(await needsNow()).toEqual(['work']);
  });
});
