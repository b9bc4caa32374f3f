import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { aService } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { countRows } from '../../test/support/rows.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { saveRecords } from './record/save.ts';
import type { Service } from './service.ts';
import { servicesById } from './store/read.ts';
import { recordsById, versionsOf } from './store/records.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let lead: Awaited<ReturnType<typeof web.signedIn>>;
let manager: typeof lead;

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  lead = await web.signedIn(programme.as('lead'));
  manager = await web.signedIn(programme.as('manager'));
});

const tuesday = {
  freq: 'weekly' as const,
  interval: 1,
  byDay: ['TU'],
  byMonthDay: [],
  opensAt: '10:00',
  closesAt: '12:00',
  validFrom: null,
  validTo: null,
  note: '',
  location: null,
};
const walks = (known: Partial<Service> = {}) => aService(db, programme, { schedules: [tuesday], description: 'Walks for all.', ...known });
const slug = () => programme.as('lead').programme.slug;
const pathOf = (id: string) => `/directory/${slug()}/services/${id}/suggest`;
const inside = <T>(work: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme.id, work);
const now = async (id: string) => (await inside((tx) => servicesById(tx, [id])))[0]!;

const suggest = (id: string, form: Form) => {
  web.clock.now = new Date(web.clock.now.getTime() + 1000);
  return web.nobody.post(pathOf(id), form);
};
const newest = async (id: string) => {
  const { rows } = await inside((tx) =>
    sql<Record<string, unknown>>`select * from suggestion where service_id = ${id} order by made_at desc limit 1`.execute(tx),
  );
  return rows[0] as
    | { id: string; row_version: number; state: string; sender_email: string | null; sender_name: string | null; from_kind: string }
    | undefined;
};
const waiting = async (form: Form = { part: 'times', times: 'Wednesday 2pm to 4pm' }, known: Partial<Service> = {}) => {
  const service = await walks(known);
  expect((await suggest(service.id, form)).status).toBe(303);
  return { service, suggestion: (await newest(service.id))! };
};
const decide = (visitor: typeof lead, { id, row_version }: { id: string; row_version: number }, what: string, form: Form = {}) =>
  visitor.post(`/suggestions/${id}/${what}`, { rowVersion: String(row_version), ...form });
const letterOf = async () => {
  await web.jobs.run(web.modules.delivery.handlers);
  return web.mail.letters.at(-1);
};

describe('suggesting a change, by anybody', () => {
  it('needs no account, shows what is there, and changes nothing of it', async () => {
    const service = await walks();
    const page = await web.nobody.get(pathOf(service.id));
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toContain('no-store');
    const text = await page.text();
    expect(text).toContain('Tuesday, 10:00 to 12:00');
    expect(text).not.toContain(service.requestEmail!);

    const sent = await suggest(service.id, {
      part: 'times',
      times: 'Wednesday 2pm to 4pm',
      senderName: 'Isla',
      senderEmail: 'isla@home.example',
    });
    expect(sent.headers.get('location')).toBe(`${pathOf(service.id)}/sent`);
    expect((await web.nobody.get(`${pathOf(service.id)}/sent`)).status).toBe(200);
    expect((await now(service.id)).schedules).toEqual([expect.objectContaining({ byDay: ['TU'] })]);
    expect(await newest(service.id)).toMatchObject({ from_kind: 'public', state: 'waiting', sender_email: 'isla@home.example' });
  });

  it.each<[string, Form, string]>([
    ['no part', { times: 'Monday' }, 'Choose what it is about'],
    ['nothing new', { part: 'times', times: 'Tuesday, 10:00 to 12:00' }, 'Nothing is different yet'],
    ['no address', { part: 'other', words: 'Gone', senderEmail: 'ring me' }, 'or leave it empty'],
    ['far too much', { part: 'other', words: 'x'.repeat(2001) }, '2,000 characters'],
  ])('loses nothing typed when there is %s', async (_name, form, said) => {
    const service = await walks();
    const answer = await suggest(service.id, { senderName: 'Isla Kerr', ...form });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain(said);
    expect(text).toContain('Isla Kerr');
    expect(await newest(service.id)).toBeUndefined();
  });

  it('of what nobody may know of is answered like one of what there is not', async () => {
    const service = await walks();
    await inside((tx) =>
      saveRecords(
        tx,
        [
          {
            kind: 'service',
            id: service.id,
            document: { id: service.id, name: 'Refuge', organization: { id: service.organisation }, status: 'active', is_private: true },
          },
        ],
        {
          by: 'operator',
          at: new Date(),
        },
      ),
    );
    const bare = async (id: string) => (await (await web.nobody.get(pathOf(id))).text()).replaceAll(/[0-9a-f-]{36}/g, 'id');
    expect((await web.nobody.get(pathOf(service.id))).status).toBe(404);
    expect((await suggest(service.id, { part: 'other', words: 'x' })).status).toBe(404);
    expect(await bare(service.id)).toBe(await bare(randomUUID()));
    expect((await web.nobody.get('/directory/nobody-there/services/x/suggest')).status).toBe(404);
  });

  it('is slowed down when one machine sends very many', async () => {
    const service = await walks();
    const same = openWeb(db);
    same.modules.limits.suggesting.take = () => Promise.resolve(120);
    const answer = await same.nobody.post(pathOf(service.id), { part: 'other', words: 'Gone' });
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain('Gone');
    expect(await newest(service.id)).toBeUndefined();
  });

  it('tells of itself by ids and codes, and of nobody', async () => {
    const { service } = await waiting({
      part: 'other',
      words: 'Moira fell ill there',
      senderName: 'Isla',
      senderEmail: 'isla@home.example',
    });
    const { rows } = await inside((tx) => sql<{ data: object }>`select data from event where subject_id = ${service.id}`.execute(tx));
    expect(JSON.stringify(rows)).not.toMatch(/Isla|isla|Moira/);
    expect(rows[0]!.data).toMatchObject({ part: 'other', from: 'public' });
  });
});

describe('suggesting a change, by a colleague', () => {
  it('is kept under their account', async () => {
    const service = await walks();
    const worker = await web.signedIn(programme.as('linkWorker'));
    expect(await (await worker.get(`/services/${service.id}/suggest`)).text()).not.toContain('senderEmail');
    const sent = await worker.post(`/services/${service.id}/suggest`, {
      part: 'contact',
      phone: '01644 999999',
      senderEmail: 'x@y.example',
    });
    expect(sent.headers.get('location')).toBe(`/services/${service.id}?done=suggestion-made`);
    expect(await newest(service.id)).toMatchObject({ from_kind: 'account', sender_email: null });
    expect((await worker.post(`/services/${service.id}/suggest`, { part: 'contact' })).status).toBe(422);
    expect((await worker.get(`/services/${randomUUID()}/suggest`)).status).toBe(404);
  });
});

describe('deciding on a suggestion', () => {
  it('sees the present beside the suggested, and accepts it as it stands', async () => {
    const { service, suggestion } = await waiting();
    expect(await (await lead.get('/suggestions')).text()).toContain(`/suggestions/${suggestion.id}`);
    const page = await (await lead.get(`/suggestions/${suggestion.id}`)).text();
    expect(page).toContain('Tuesday, 10:00 to 12:00');
    expect(page).toContain('Wednesday 2pm to 4pm');

    const accepted = await decide(lead, suggestion, 'accept');
    expect(accepted.headers.get('location')).toBe('/suggestions?done=suggestion-accepted');
    expect((await now(service.id)).schedules).toEqual([expect.objectContaining({ byDay: ['WE'], opensAt: '14:00', closesAt: '16:00' })]);
    const [record] = await inside((tx) => recordsById(tx, 'service', [service.id]));
    expect(record).toMatchObject({ changedBy: 'public', version: 2 });
    expect(record!.sources['schedules']).toBe('public');
  });

  it('asks for a change first of what cannot be read, and keeps what was typed', async () => {
    const { service, suggestion } = await waiting({ part: 'times', times: 'when the sun shines' });
    const unread = await decide(lead, suggestion, 'accept');
    expect(unread.status).toBe(422);
    expect(await unread.text()).toContain('We cannot read line 1');
    const wrong = await decide(lead, suggestion, 'accept', { edited: 'yes', seen: '1', times: 'Friday 9am to 10am', phone: 'at the door' });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain('Friday 9am to 10am');
    expect(text).toContain('Enter a phone number');

    await decide(lead, suggestion, 'accept', { edited: 'yes', seen: '1', times: 'Friday 9am to 10am', phone: '01644 111111' });
    expect(await now(service.id)).toMatchObject({ phone: '01644 111111', schedules: [expect.objectContaining({ byDay: ['FR'] })] });
    const [record] = await inside((tx) => recordsById(tx, 'service', [service.id]));
    expect(record!.changedBy).toBe(`account:${programme.as('lead').id}`);
  });

  it('tells whoever writes over a service that somebody else has just changed it, and shows both', async () => {
    const { service, suggestion } = await waiting();
    await suggest(service.id, { part: 'contact', phone: '01644 555555' });
    await decide(manager, (await newest(service.id))!, 'accept');
    const form = { edited: 'yes', times: 'Friday 9am to 10am', phone: '' };
    const late = await decide(lead, suggestion, 'accept', { ...form, seen: '1' });
    expect(late.status).toBe(409);
    const page = await late.text();
    for (const said of ['changed while you were writing', '01644 555555', 'Friday 9am to 10am', 'name="seen" value="2"'])
      expect(page).toContain(said);
    expect((await now(service.id)).phone).toBe('01644 555555');
    expect((await decide(lead, suggestion, 'accept', { ...form, phone: '01644 555555', seen: '2' })).status).toBe(303);
  });

  it('moves a service to its new place', async () => {
    const { service, suggestion } = await waiting({ part: 'place', places: 'Town Hall, St John Street, Dalry, DG7 3UW' });
    await decide(lead, suggestion, 'accept');
    expect((await now(service.id)).locations).toEqual([
      expect.objectContaining({ name: 'Town Hall', town: 'Dalry', postcode: 'DG7 3UW', private: false }),
    ]);
  });

  it('turns one down with kind words, and forgets who asked once they have been told', async () => {
    const { service, suggestion } = await waiting({ part: 'closed', senderName: 'Isla', senderEmail: 'isla@home.example' });
    expect((await decide(lead, suggestion, 'decline', { answer: 'x' })).status).toBe(422);
    await decide(lead, suggestion, 'decline', { reason: 'not-right', answer: 'We rang them: they still walk.' });
    expect((await now(service.id)).status).toBe('active');
    expect(await newest(service.id)).toMatchObject({ state: 'declined', sender_name: null });

    const letter = (await letterOf())!;
    expect(letter.to).toEqual({ name: '', address: 'isla@home.example' });
    expect(letter.text).toContain('We rang them: they still walk.');
    expect(letter.text).not.toContain('Isla');

    const later = openWeb(db);
    later.clock.now = new Date(web.clock.now.getTime() + 4 * 86_400_000);
    await later.modules.freshness.suggestions.forgetSenders(programme.id);
    expect(await newest(service.id)).toMatchObject({ sender_email: null });
  });

  it('forgets at once whoever left no address', async () => {
    const { service, suggestion } = await waiting({ part: 'closed', senderName: 'Isla', senderRole: 'Walker' });
    const before = web.jobs.queued.length;
    await decide(lead, suggestion, 'accept');
    expect(web.jobs.queued.length).toBe(before);
    expect(await newest(service.id)).toMatchObject({ sender_name: null, sender_email: null, state: 'accepted' });
    expect((await now(service.id)).status).toBe('defunct');
  });

  it('marks one as the same as another about the same service', async () => {
    const { service, suggestion } = await waiting();
    await suggest(service.id, { part: 'cost', cost: 'Free' });
    const second = (await newest(service.id))!;
    const elsewhere = await waiting();
    expect((await decide(lead, second, 'same', {})).status).toBe(422);
    expect((await decide(lead, second, 'same', { same: elsewhere.suggestion.id })).status).toBe(404);
    expect((await decide(lead, second, 'same', { same: suggestion.id })).status).toBe(303);
    expect(await (await lead.get('/suggestions?show=decided')).text()).toContain(`/suggestions/${second.id}`);
  });

  it('tells the second of two who decide at once, and changes nothing twice', async () => {
    const { service, suggestion } = await waiting();
    const [one, other] = await Promise.all([
      decide(lead, suggestion, 'accept'),
      decide(manager, suggestion, 'decline', { reason: 'not-right' }),
    ]);
    expect([one.status, other.status].sort()).toEqual([303, 409]);
    const versions = await inside((tx) => versionsOf(tx, 'service', service.id));
    expect(versions.length).toBe(one.status === 303 ? 2 : 1);
    expect((await decide(manager, suggestion, 'accept')).status).toBe(409);
  });

  it('can be taken by somebody who then looks into it, and left again', async () => {
    const { suggestion } = await waiting();
    await decide(lead, suggestion, 'take', { mine: 'yes' });
    const page = await (await manager.get(`/suggestions/${suggestion.id}`)).text();
    expect(page).toContain(programme.as('lead').name);
    expect((await decide(manager, suggestion, 'take', { mine: 'yes' })).status).toBe(409);
  });

  it('is taken back whole: what it changed is as it was before, and what others changed since stays', async () => {
    const { service, suggestion } = await waiting();
    await decide(lead, suggestion, 'accept');
    await suggest(service.id, { part: 'contact', phone: '01644 222222' });
    await decide(lead, (await newest(service.id))!, 'accept');

    const undone = await lead.post(`/suggestions/${suggestion.id}/reopen`, { rowVersion: '2' });
    expect(undone.headers.get('location')).toBe(`/suggestions/${suggestion.id}?done=suggestion-reopened`);
    expect(await now(service.id)).toMatchObject({ phone: '01644 222222', schedules: [expect.objectContaining({ byDay: ['TU'] })] });
  });

  it('is not taken back over a later change of the same', async () => {
    const { service, suggestion } = await waiting();
    await decide(lead, suggestion, 'accept');
    await suggest(service.id, { part: 'times', times: 'Friday 9am to 10am' });
    await decide(lead, (await newest(service.id))!, 'accept');
    const refused = await lead.post(`/suggestions/${suggestion.id}/reopen`, { rowVersion: '2' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('cannot be put back by itself');
    expect((await now(service.id)).schedules[0]!.byDay).toEqual(['FR']);
  });

  it('is nobody else’s programme’s business', async () => {
    const { suggestion } = await waiting();
    const others = await newProgramme(db);
    const stranger = await web.signedIn(others.as('lead'));
    expect((await stranger.get(`/suggestions/${suggestion.id}`)).status).toBe(404);
    expect((await decide(stranger, suggestion, 'accept')).status).toBe(404);
    expect(await countRows(db, others.id, 'suggestion')).toBe(0);
  });
});

describe('who changed what', () => {
  it('is told line by line, with what was before and after', async () => {
    const { service, suggestion } = await waiting();
    await decide(lead, suggestion, 'accept', { edited: 'yes', seen: '1', times: 'Wednesday 2pm to 4pm', name: 'Glenkens walkers' });
    const worker = await web.signedIn(programme.as('linkWorker'));
    const page = await (await worker.get(`/services/${service.id}/versions`)).text();
    expect(page).toContain(`${programme.as('lead').name} changed the name and the times`);
    expect(page).toContain('Glenkens walking group');
    expect(page).toContain('A change was suggested');
    expect(page).not.toContain('Put version 1 back');
  });

  it('can be put back by those who keep the directory, once nobody else has changed it meanwhile', async () => {
    const { service, suggestion } = await waiting();
    await decide(lead, suggestion, 'accept');
    const path = `/services/${service.id}/versions`;
    expect(await (await lead.get(path)).text()).toContain('Put version 1 back');
    expect((await lead.post(`${path}/1/restore`, { seen: '1' })).status).toBe(409);
    expect((await lead.post(`${path}/9/restore`, { seen: '2' })).status).toBe(404);
    expect((await lead.post(`${path}/1/restore`, { seen: '2' })).headers.get('location')).toBe(`${path}?done=version-restored`);
    expect((await now(service.id)).schedules[0]!.byDay).toEqual(['TU']);
    expect(await inside((tx) => versionsOf(tx, 'service', service.id))).toHaveLength(3);
  });

  it('is shown of organisations and places too, but not where a private place is', async () => {
    const hidden = {
      id: randomUUID(),
      name: 'Rowan House',
      address: '7 Hidden Lane',
      town: 'Dalbeattie',
      postcode: 'DG5 4ZZ',
      latitude: null,
      longitude: null,
      private: true,
    };
    const service = await walks({ locations: [hidden] });
    const worker = await web.signedIn(programme.as('linkWorker'));
    expect((await worker.get(`/organisations/${service.organisation}/versions`)).status).toBe(200);
    expect((await worker.get(`/locations/${hidden.id}/versions`)).status).toBe(404);
    expect((await lead.get(`/locations/${hidden.id}/versions`)).status).toBe(200);
  });

  it('is shown to a community organisation of its own services only', async () => {
    const own = await walks();
    const other = await walks({ organisation: randomUUID() });
    const member = await web.signedIn(programme.as('community'));
    expect((await member.get(`/services/${own.id}/versions`)).status).toBe(200);
    expect((await member.get(`/services/${other.id}/versions`)).status).toBe(404);
    expect((await member.post(`/services/${other.id}/still-right`)).status).toBe(404);
    expect((await member.post(`/services/${own.id}/still-right`)).status).toBe(303);
    expect(await now(own.id)).toMatchObject({ assuredBy: programme.as('community').name });
  });
});
