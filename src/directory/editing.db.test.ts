import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody, type TestProgramme } from '../../test/support/programme.ts';
import { fillDirectory } from '../../test/support/services.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import { saveRecords } from './record/save.ts';
import { splitService } from './record/split.ts';
import { servicesById } from './store/read.ts';
import { recordsById, versionsOf } from './store/records.ts';
import { exampleService } from './testing/whole-example.ts';

const db = await testDatabase();
const web = openWeb(db);
const at = new Date('2026-11-20T10:00:00Z');

let programme: TestProgramme;
let services: Awaited<ReturnType<typeof fillDirectory>>;
beforeEach(async () => {
  programme = await newProgramme(db);
  services = await db.inProgramme(programme.id, fillDirectory);
});

async function as(who: Somebody) {
  const visitor = await web.signedIn(programme.as(who));
  const read = async (answer: Response) => ({ status: answer.status, to: answer.headers.get('location') ?? '', page: await answer.text() });
  return {
    get: async (path: string) => read(await visitor.get(path)),
    post: async (path: string, form: Form) => read(await visitor.post(path, form)),
    /** Sends a form as it was shown, with some answers changed. */
    async send(path: string, change: Form) {
      const { page } = await this.get(path);
      return this.post(path.split('?')[0]!, { ...formIn(page), ...change });
    },
  };
}

/** The answers of the longest form of a page, as a browser would send them. */
function formIn(page: string): Record<string, string[]> {
  const [longest = ''] = [...page.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)]
    .map(([, inner]) => inner!)
    .sort((a, b) => b.length - a.length);
  const form: Record<string, string[]> = {};
  const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const add = (name: string | undefined, value: string) => {
    if (name && name !== 'more' && name !== 'sure' && name !== 'back') (form[name] ??= []).push(plain(value));
  };
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [tag] of longest.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, 'type');
    if (type === 'submit' || (['checkbox', 'radio'].includes(type ?? '') && !/\schecked/.test(tag))) continue;
    add(attribute(tag, 'name'), attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', text = ''] of longest.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attribute(tag, 'name'), text.replaceAll('\n', '\r\n'));
  for (const [, tag = '', options = ''] of longest.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    add(attribute(tag, 'name'), attribute(all.find((option) => /\sselected/.test(option)) ?? all[0] ?? '', 'value') ?? '');
  }
  return form;
}

const inDirectory = <T>(work: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme.id, work);
const service = async (id: string) => (await inDirectory((tx) => servicesById(tx, [id])))[0]!;
const eventsOf = (subject: string) =>
  inDirectory(async (tx) => {
    const { rows } = await sql<{
      type: string;
      data: unknown;
    }>`select type, data from event where subject_id = ${subject} order by seq`.execute(tx);
    return rows;
  });

describe('adding a service by hand', () => {
  it('asks first which organisation runs it', async () => {
    const dev = await as('manager');
    expect((await dev.get('/services/new')).page).toContain('Which organisation runs it?');
    const { page } = await dev.post('/services/new', { find: 'men shed' });
    expect(page).toContain(`/services/new?organisation=${services.shed.organisation}`);
    expect((await dev.post('/services/new', { find: '100% _' })).page).toContain('No organisation has that in its name');
    expect((await dev.post('/services/new', { find: '' })).status).toBe(422);
  });

  it('puts in the directory all that was typed, with the place where its postcode is', async () => {
    const dev = await as('manager');
    const sent = await dev.send(`/services/new?organisation=${services.shed.organisation}`, {
      name: 'Toy repair evening',
      description: 'Mend toys together.\r\nTea too.',
      needs: ['purpose', 'loneliness'],
      whoFor: ['older'],
      minAge: '50',
      howToJoin: ['drop-in'],
      free: 'no',
      'cost-0-option': 'an evening',
      'cost-0-amount': '£1.50',
      languages: ['en'],
      otherLanguages: 'Scots',
      attendance: ['in-person'],
      'place-0-name': 'The Smiddy',
      'place-0-town': 'Castle Douglas',
      'place-0-postcode': 'dg71aa',
      accessibility: ['step-free'],
      'time-0-often': 'month--1',
      'time-0-days': ['TH'],
      'time-0-from': '7pm',
      'time-0-to': '21.30',
      'time-0-place': 'new:0',
      'closure-0-from-day': '24',
      'closure-0-from-month': '12',
      'closure-0-from-year': '2026',
      'document-0-text': 'A broken toy',
      phone: '01556 111111',
      url: 'www.shed.example/toys',
      requestEmail: 'toys@shed.example',
      status: 'active',
      checked: 'yes',
    });
    expect(sent.status).toBe(303);
    const id = /\/services\/([0-9a-f-]{36})/.exec(sent.to)![1]!;
    expect(await service(id)).toMatchObject({
      name: 'Toy repair evening',
      description: 'Mend toys together.\nTea too.',
      needs: ['loneliness', 'purpose'],
      whoFor: ['older'],
      minAge: 50,
      howToJoin: ['drop-in'],
      free: false,
      costs: [{ option: 'an evening', amount: 1.5, currency: 'GBP' }],
      languages: ['en', 'Scots'],
      accessibility: ['step-free'],
      schedules: [{ freq: 'monthly', byDay: ['-1TH'], opensAt: '19:00', closesAt: '21:30' }],
      locations: [{ name: 'The Smiddy', postcode: 'DG7 1AA', latitude: 54.9405 }],
      phone: '01556 111111',
      url: 'https://www.shed.example/toys',
      requestEmail: 'toys@shed.example',
      assuredAt: '2026-11-21',
      assuredBy: 'Dev Anand',
    });
    const [record] = await inDirectory((tx) => recordsById(tx, 'service', [id]));
    expect(record).toMatchObject({
      changedBy: `account:${programme.as('manager').id}`,
      document: { bothy: { closures: [{ from: '2026-12-24', to: '2026-12-24' }] }, required_documents: [{ document: 'A broken toy' }] },
    });
    expect((await service(id)).schedules[0]!.location).toBe((await service(id)).locations[0]!.id);
    expect(await eventsOf(id)).toEqual([{ type: 'service-added', data: {} }]);
  });

  it('shows what there is already before something is added twice', async () => {
    const dev = await as('manager');
    const path = `/services/new?organisation=${services.shed.organisation}`;
    const asked = await dev.send(path, { name: 'Mens shed workshop', chosen: [services.shed.locations[0]!.id], status: 'active' });
    expect(asked.status).toBe(200);
    expect(asked.page).toContain('Is it in the directory already?');
    expect(asked.page).toContain(`/services/${services.shed.id}"`);
    const back = await dev.post('/services/new', { ...formIn(asked.page), back: 'yes' });
    expect(back.page).toContain('value="Mens shed workshop"');
    expect((await dev.post('/services/new', { ...formIn(asked.page), sure: 'yes' })).status).toBe(303);
  });

  it('gives one more row for the asking, and loses nothing typed', async () => {
    const dev = await as('manager');
    const path = `/services/new?organisation=${services.shed.organisation}`;
    const { status, page } = await dev.send(path, { name: 'Toys', 'time-0-days': ['MO', 'FR'], 'time-0-from': 'whenever', more: 'time' });
    expect(status).toBe(200);
    for (const kept of ['value="Toys"', 'value="whenever"', 'id="time-1"']) expect(page).toContain(kept);
    expect(formIn(page)['time-0-days']).toEqual(['MO', 'FR']);
  });

  it('says beside each field what is wrong with it', async () => {
    const dev = await as('manager');
    const { status, page } = await dev.send(`/services/new?organisation=${services.shed.organisation}`, {
      name: ' ',
      minAge: '60',
      maxAge: '18',
      free: 'yes',
      'cost-0-amount': 'two pounds',
      'place-0-name': 'The Smiddy',
      'time-0-often': 'week-2',
      'time-0-days': ['MO'],
      'time-0-from': '25:00',
      'closure-0-note': 'Christmas',
      email: 'me',
      url: 'javascript:alert(1)',
      phone: 'ask',
    });
    expect(status).toBe(422);
    for (const field of [
      'name',
      'maxAge',
      'cost-0-amount',
      'place-0-town',
      'time-0-from',
      'time-0-starts-day',
      'closure-0-from-day',
      'email',
      'url',
      'phone',
    ])
      expect(page, field).toContain(`href="#${field}"`);
  });
});

describe('changing a service by hand', () => {
  const pathOf = (id: string) => `/services/${id}/edit`;

  it('changes nothing when the form is sent as it was shown', async () => {
    const dev = await as('manager');
    await inDirectory((tx) => saveRecords(tx, partsOf(), { by: 'operator', at }));
    for (const id of [...Object.values(services).map((each) => each.id), exampleService.id]) {
      expect((await dev.send(pathOf(id), {})).to).toBe(`/services/${id}?done=service-saved`);
      expect(await inDirectory((tx) => versionsOf(tx, 'service', id)), id).toHaveLength(1);
    }
  });

  it('keeps all that the form does not show', async () => {
    const dev = await as('manager');
    await inDirectory((tx) => saveRecords(tx, partsOf(), { by: 'operator', at }));
    expect((await dev.send(pathOf(exampleService.id), { description: 'Tea.', 'time-0-from': '11am' })).status).toBe(303);
    const [now, before] = await inDirectory((tx) => versionsOf(tx, 'service', exampleService.id));
    const changed = ['description', 'schedules', 'service_at_locations', 'bothy'];
    for (const field of Object.keys(before!.document).filter((name) => !changed.includes(name)))
      expect(now!.document[field], field).toEqual(before!.document[field]);
    expect(now!.document['schedules']).toEqual([{ ...(before!.document['schedules'] as object[])[0], opens_at: '11:00' }]);
    expect((await eventsOf(exampleService.id)).at(-1)).toEqual({
      type: 'service-changed',
      data: { fields: ['schedules', 'description', 'service_at_locations'] },
    });
  });

  it('shows both versions when two people change it, and loses neither', async () => {
    const [dev, priya] = [await as('manager'), await as('admin')];
    const path = pathOf(services.shed.id);
    const opened = formIn((await dev.get(path)).page);
    expect((await priya.send(path, { description: 'Mend and make.', phone: '01556 222222' })).status).toBe(303);
    const { status, page } = await dev.post(path, { ...opened, description: 'A workshop for men.' });
    expect(status).toBe(409);
    for (const text of ['Mend and make.', 'A workshop for men.', '01556 222222']) expect(page).toContain(text);
    expect((await dev.post(path, formIn(page))).status).toBe(303);
    expect(await service(services.shed.id)).toMatchObject({ description: 'A workshop for men.' });
    expect(await inDirectory((tx) => versionsOf(tx, 'service', services.shed.id))).toHaveLength(3);
  });

  it('says of what comes from a feed that the words typed here will stand, before they do', async () => {
    const dev = await as('manager');
    const feed = randomUUID();
    await inDirectory(async (tx) => {
      await tx
        .withTables<{ feed: { id: string; name: string; kind: string } }>()
        .insertInto('feed')
        .values({ id: feed, name: 'Council feed', kind: 'hsds' })
        .execute();
      await saveRecords(tx, partsOf(), { by: `feed:${feed}`, at });
    });
    const path = pathOf(exampleService.id);
    expect((await dev.get(path)).page).toContain('This comes from Council feed');
    const asked = await dev.send(path, { name: 'Tea for all' });
    for (const text of ['Your words will stand', 'From Council feed', 'Tea and company', 'Tea for all']) expect(asked.page).toContain(text);
    expect((await dev.post(path, { ...formIn(asked.page), back: 'yes' })).page).toContain('value="Tea for all"');
    expect((await dev.post(path, { ...formIn(asked.page), sure: 'yes' })).status).toBe(303);
    const [record] = await inDirectory((tx) => recordsById(tx, 'service', [exampleService.id]));
    expect(record!.sources).toMatchObject({ '': `feed:${feed}`, name: `account:${programme.as('manager').id}` });
  });

  it('never shows where a private place is, and keeps it', async () => {
    const dev = await as('manager');
    const path = pathOf(services.refuge.id);
    const { page } = await dev.get(path);
    for (const secret of ['Hidden Lane', 'Rowan House', 'DG5 4ZZ', '54.93']) expect(page).not.toContain(secret);
    const place = services.refuge.locations[0]!;
    const placePath = `/places/${place.id}/edit`;
    expect((await dev.get(placePath)).page).not.toContain('Hidden Lane');
    expect((await dev.send(placePath, {})).status).toBe(303);
    expect((await dev.send(path, { description: 'Safe.' })).status).toBe(303);
    expect((await service(services.refuge.id)).locations).toMatchObject([{ address: '7 Hidden Lane', private: true }]);
    const open = formIn((await dev.get(placePath)).page);
    delete open['place-0-private'];
    expect((await dev.post(placePath, open)).status).toBe(303);
    const [opened] = await inDirectory((tx) => recordsById(tx, 'location', [place.id]));
    expect(JSON.stringify(opened!.document)).not.toContain('Hidden Lane');
  });

  it('changes a place on every service that is there', async () => {
    const dev = await as('manager');
    const hall = services.debt.locations.find(({ town }) => town === 'New Galloway')!;
    const { page } = await dev.get(`/places/${hall.id}/edit?back=service-${services.debt.id}`);
    expect(page).toContain('2 services are here');
    const saved = await dev.send(`/places/${hall.id}/edit?back=service-${services.debt.id}`, { 'place-0-name': 'The Catstrand' });
    expect(saved.to).toBe(`/services/${services.debt.id}/edit?done=place-saved-everywhere`);
    expect((await service(services.choir.id)).locations[0]!.name).toBe('The Catstrand');
  });

  it('takes it out of the directory with the reason, and puts it back', async () => {
    const dev = await as('manager');
    const path = `/services/${services.shed.id}`;
    expect((await dev.post(`${path}/take-out`, {})).status).toBe(422);
    expect((await dev.post(`${path}/take-out`, { reason: 'twice' })).status).toBe(303);
    expect((await service(services.shed.id)).status).toBe('inactive');
    expect((await dev.get(`${path}/edit`)).page).toContain('neither found nor shown');
    expect((await dev.send(`${path}/edit`, { description: 'Still out.' })).status).toBe(303);
    expect((await service(services.shed.id)).status).toBe('inactive');
    expect((await dev.post(`${path}/put-back`, {})).status).toBe(303);
    expect((await service(services.shed.id)).status).toBe('active');
    expect((await eventsOf(services.shed.id)).map(({ type }) => type)).toEqual([
      'service-taken-out',
      'service-changed',
      'service-put-back',
    ]);
  });

  it('takes whatever is typed without a fault', async () => {
    const dev = await as('manager');
    const path = pathOf(services.shed.id);
    for (const change of [
      { 'rows-time': '1e9', 'rows-cost': '-1', 'time-0-was': '99', 'time-keep-out': '3', rowVersion: 'x' },
      { chosen: 'not-a-place', 'place-0-town': '\u0000\ud800', 'time-0-place': '__proto__', languages: ['constructor', '__proto__'] },
      { needs: ['__proto__'], 'cost-0-currency': '<b>', free: '__proto__', status: 'constructor', more: 'constructor' },
      { name: '😀'.repeat(60), description: '<script>alert(1)</script>', url: 'https://a.b/\u202e' },
    ] as Form[])
      expect([200, 303, 409, 422]).toContain((await dev.send(path, change)).status);
  });
});

describe('an organisation by hand', () => {
  it('is added with its numbers and its place, and then its services', async () => {
    const dev = await as('manager');
    const sent = await dev.send('/organisations/new', {
      name: 'Dalry Lunch Club',
      description: 'Lunch on Fridays.',
      website: 'lunch.example',
      phone: '01644 430000',
      'identifier-0-scheme': 'GB-SC',
      'identifier-0-number': 'sc 012345',
      'place-0-name': 'Town Hall',
      'place-0-town': 'Dalry',
    });
    expect(sent.to).toMatch(/^\/services\/new\?organisation=[0-9a-f-]{36}&done=organisation-added$/);
    const id = /organisation=([0-9a-f-]{36})/.exec(sent.to)![1]!;
    const [record] = await inDirectory((tx) => recordsById(tx, 'organisation', [id]));
    expect(record!.document).toMatchObject({
      name: 'Dalry Lunch Club',
      website: 'https://lunch.example',
      organization_identifiers: [{ identifier_scheme: 'GB-SC', identifier: 'SC012345' }],
    });
    expect((await dev.get(sent.to)).page).toContain('Town Hall, Dalry');
  });

  it('is asked about when it looks like one that there is', async () => {
    const dev = await as('manager');
    const { page } = await dev.send('/organisations/new', { name: 'Stewartry Money Advice', website: 'https://money.example' });
    expect(page).toContain('Is it in the directory already?');
    expect((await dev.post('/organisations/new', { ...formIn(page), sure: 'yes' })).status).toBe(303);
  });

  it('changes nothing when it is sent as it was shown, and keeps what the form does not show', async () => {
    const dev = await as('manager');
    await inDirectory((tx) => saveRecords(tx, partsOf(), { by: 'operator', at }));
    const { id } = exampleService.organization;
    expect((await dev.send(`/organisations/${id}/edit`, {})).status).toBe(303);
    expect(await inDirectory((tx) => versionsOf(tx, 'organisation', id))).toHaveLength(1);
    expect((await dev.send(`/organisations/${id}/edit`, { name: 'The hall committee', phone: 'ask' })).status).toBe(422);
    expect((await dev.send(`/organisations/${id}/edit`, { name: 'The hall committee', phone: '01644 100' })).status).toBe(303);
    const [now, before] = await inDirectory((tx) => versionsOf(tx, 'organisation', id));
    const phones = [{ ...(before!.document['phones'] as object[])[0], number: '01644 100' }];
    expect(now!.document).toEqual({ ...before!.document, name: 'The hall committee', phones });
  });

  it('is not taken out while it runs something', async () => {
    const dev = await as('manager');
    const path = `/organisations/${services.shed.organisation}`;
    const { status, page } = await dev.post(`${path}/take-out`, { reason: 'closed' });
    expect([status, page.includes('It still runs 1 service')]).toEqual([422, true]);
    await dev.post(`/services/${services.shed.id}/take-out`, { reason: 'closed' });
    expect((await dev.post(`${path}/take-out`, { reason: 'closed' })).status).toBe(303);
    expect((await dev.post(`${path}/put-back`, {})).status).toBe(303);
  });
});

describe('who may change the directory by hand', () => {
  it('is nobody of another programme', async () => {
    const other = await newProgramme(db);
    const visitor = await web.signedIn(other.as('manager'));
    for (const path of [
      `/services/${services.shed.id}/edit`,
      `/organisations/${services.shed.organisation}/edit`,
      `/places/${services.shed.locations[0]!.id}/edit`,
      `/services/new?organisation=${services.shed.organisation}`,
    ])
      expect((await visitor.get(path)).status, path).toBe(404);
    expect((await visitor.post(`/services/${services.shed.id}/take-out`, { reason: 'closed' })).status).toBe(404);
  });
});

function partsOf() {
  const { service: document, organisations, locations } = splitService(exampleService as never);
  return [
    ...organisations.map((each) => ({ kind: 'organisation' as const, id: each.id, document: each })),
    ...locations.map((each) => ({ kind: 'location' as const, id: each.id, document: each })),
    { kind: 'service' as const, id: document.id, document },
  ];
}
