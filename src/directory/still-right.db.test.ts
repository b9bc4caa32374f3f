import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { location, organisation, service } from '../../test/support/services.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database, Tx } from '../platform/database.ts';
import { addOrganisations, addServices } from './record/add.ts';
import { saveRecords } from './record/save.ts';
import type { Service } from './service.ts';
import { servicesById } from './store/read.ts';
import { recordsById } from './store/records.ts';
import { openFreshness } from './uses/freshness.ts';

type Web = ReturnType<typeof openWeb>;
type Inside = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});

const checkedOn = (day: string): Partial<Service> => ({ assuredAt: day, assuredBy: 'Sam Findlay' });
const old = checkedOn('2026-01-05');
const day = 86_400_000;

/** A programme of its own, with a clock that stands at 21 November 2026. */
async function openPlace(settings = {}) {
  const web = openWeb(db);
  const programme = await newProgramme(db, settings);
  const inside: Inside = (work) => db.inProgramme(programme.id, work);
  return { web, programme, inside };
}

/** Services of one organisation, by their names. */
async function run<N extends string>(
  programme: TestProgramme,
  services: Record<N, Partial<Service>>,
  about: Parameters<typeof organisation>[1] = {},
) {
  const runs = organisation('Glenkens Community Trust', { email: `trust@${programme.id.slice(0, 8)}.example`, ...about });
  const made = Object.fromEntries(
    Object.entries<Partial<Service>>(services).map(([name, known]) => [name, service(runs, name, known)]),
  ) as Record<N, Service>;
  await db.inProgramme(programme.id, async (tx) => {
    await addOrganisations(tx, [runs]);
    await addServices(tx, Object.values<Service>(made));
  });
  return { ...made, runs };
}

const theJob = ({ modules: { messages, limits, now } }: Web, programme: TestProgramme) =>
  openFreshness({ db, now, post: messages, limits, everyProgramme: () => Promise.resolve([programme.id]) }).handlers['ask-still-right']();
const post = (web: Web) => web.jobs.run(web.modules.delivery.handlers);
const linkIn = (web: Web) => /http:\/\/127\.0\.0\.1:3000(\/still-right\/[\w-]{43})/.exec(web.mail.letters.at(-1)!.text)![1]!;
const later = (web: Web, days: number) => (web.clock.now = new Date(web.clock.now.getTime() + days * day));
const now = async ({ id }: Service, inside: Inside) => (await inside((tx) => servicesById(tx, [id])))[0]!;

describe('asking whether services are still right', () => {
  it('sends one mail for all of an organisation’s services, and says only what they are called', async () => {
    const { web, programme } = await openPlace();
    await run(programme, { Choir: old, Walks: checkedOn('2026-11-01'), Knitting: { ...old, status: 'defunct' } });
    await theJob(web, programme);
    await theJob(web, programme);
    await post(web);
    expect(web.mail.letters).toHaveLength(1);
    const [letter] = web.mail.letters;
    expect(letter!.to).toEqual({ name: 'Glenkens Community Trust', address: `trust@${programme.id.slice(0, 8)}.example` });
    expect(letter!.text).toContain('Choir and Walks');
    expect(letter!.text).not.toMatch(/Knitting|Sam Findlay/);
  });

  it('asks nobody again before the time is over, and then asks again', async () => {
    const { web, programme } = await openPlace();
    await run(programme, { Choir: old });
    await theJob(web, programme);
    await post(web);
    for (const days of [1, 5]) {
      later(web, days);
      await theJob(web, programme);
      await post(web);
    }
    expect(web.mail.letters).toHaveLength(1);
    later(web, 9);
    await theJob(web, programme);
    await theJob(web, programme);
    await post(web);
    expect(web.mail.letters.map(({ subject }) => subject.startsWith('A reminder'))).toEqual([false, true]);
    later(web, 140);
    await theJob(web, programme);
    await post(web);
    expect(web.mail.letters).toHaveLength(3);
  });

  it('writes to each address once where services have addresses of their own', async () => {
    const { web, programme } = await openPlace();
    await run(programme, {
      Choir: { ...old, requestEmail: 'sing@x.example' },
      Walks: { ...old, email: 'WALK@x.example' },
      Talks: { ...old, email: 'walk@x.example' },
    });
    await theJob(web, programme);
    await post(web);
    expect(web.mail.letters.map(({ to }) => to.address).sort()).toEqual(['sing@x.example', 'walk@x.example']);
  });

  it.each<[string, Partial<Service>, Parameters<typeof organisation>[1]]>([
    ['has been checked lately', checkedOn('2026-10-01'), {}],
    ['does not run', { ...old, status: 'inactive' }, {}],
    ['is of an organisation that has stopped', old, { status: 'inactive' }],
    ['has no address', old, { email: null }],
  ])('does not ask about a service that %s', async (_why, known, about) => {
    const { web, programme } = await openPlace();
    await run(programme, { Choir: known }, about);
    await theJob(web, programme);
    expect(await post(web)).toBe(0);
  });

  it.each(['is_private', 'removed'])('does not ask about a service that is %s', async (how) => {
    const { web, programme, inside } = await openPlace();
    const { Choir } = await run(programme, { Choir: old });
    await inside(async (tx) => {
      const [record] = await recordsById(tx, 'service', [Choir.id]);
      const change = {
        kind: 'service' as const,
        id: Choir.id,
        document: { ...record!.document, ...(how === 'is_private' && { is_private: true }) },
        removed: how === 'removed',
      };
      await saveRecords(tx, [change], { by: 'operator', at: web.clock.now });
      // As it could be if something forgot to derive: the record alone must be enough.
      await sql`update service set status = 'active' where id = ${Choir.id}`.execute(tx);
    });
    await theJob(web, programme);
    expect(await post(web)).toBe(0);
  });

  it('asks nobody when the programme wants nobody asked', async () => {
    const { web, programme } = await openPlace({ askStillRightAfterDays: 0 });
    await run(programme, { Choir: old });
    await theJob(web, programme);
    expect(await post(web)).toBe(0);
  });

  it('does not try an address again that has just failed, and shows it on the work list', async () => {
    const { web, programme } = await openPlace({ askStillRightAfterDays: 30 });
    await run(programme, { Choir: old });
    web.mail.failWith = { code: 'address-refused', again: false };
    await theJob(web, programme);
    await post(web);
    later(web, 40);
    await theJob(web, programme);
    expect(await post(web)).toBe(0);
    const list = await web.modules.freshness.workList(programme.as('lead'), { kind: 'bounced', page: 1 });
    expect(list.rows.map(({ name }) => name)).toEqual(['Choir']);
  });

  it('sends nothing when it has been answered, or has stopped, before the mail goes', async () => {
    const { web, programme, inside } = await openPlace();
    const { Choir } = await run(programme, { Choir: old });
    await theJob(web, programme);
    await inside((tx) => sql`update service set status = 'defunct' where id = ${Choir.id}`.execute(tx));
    await post(web);
    expect(web.mail.letters).toEqual([]);
  });

  it('asks at once when somebody wants to know, and not twice on a day', async () => {
    const { web, programme } = await openPlace();
    const { Choir } = await run(programme, { Choir: checkedOn('2026-11-20') });
    const lead = await web.signedIn(programme.as('lead'));
    expect((await lead.post('/directory-work/ask', { service: Choir.id })).headers.get('location')).toContain('still-right-asked');
    expect((await lead.post('/directory-work/ask', { service: [Choir.id, 'no id'] })).headers.get('location')).toContain(
      'still-right-nobody',
    );
    await post(web);
    expect(web.mail.letters).toHaveLength(1);
  });
});

/** Somebody who has just been asked, and holds the link. */
async function asked<N extends string>(services: Record<N, Partial<Service>>) {
  const place = await openPlace();
  const made = await run(place.programme, services);
  await theJob(place.web, place.programme);
  await post(place.web);
  return { ...place, ...made, link: linkIn(place.web) };
}

describe('the page behind the link', () => {
  it('shows every service as people see it, and looking changes nothing', async () => {
    const hidden = location('Dalbeattie', 54.9, -3.8, { name: 'Rowan House', address: '7 Hidden Lane', private: true });
    const { web, link, inside, Choir } = await asked({
      Choir: { ...old, description: 'Sing with others.', locations: [hidden] },
      Walks: old,
    });
    for (const _twice of [1, 2]) {
      const page = await web.nobody.get(link);
      expect(page.status).toBe(200);
      expect(page.headers.get('referrer-policy')).toBe('same-origin');
      expect(page.headers.get('cache-control')).toBe('no-store');
      const text = await page.text();
      expect(text).toContain('Sing with others.');
      expect(text).toContain('Yes, all of this is right');
      expect(text).not.toContain('Hidden Lane');
    }
    expect(await now(Choir, inside)).toMatchObject({ assuredAt: '2026-01-05' });
  });

  it('takes one yes for all, under the name of those who run it', async () => {
    const { web, link, inside, Choir, Walks, runs, programme } = await asked({ Choir: old, Walks: old });
    expect((await web.nobody.post(`${link}/right`)).headers.get('location')).toBe(link);
    for (const each of [Choir, Walks]) expect(await now(each, inside)).toMatchObject({ assuredAt: '2026-11-21', assuredBy: runs.name });
    const [record] = await inside((tx) => recordsById(tx, 'service', [Choir.id]));
    expect(record!.changedBy).toBe(`organisation:${runs.id}`);
    expect(await (await web.nobody.get(link)).text()).toContain('Thank you');
    later(web, 20);
    await theJob(web, programme);
    expect(await post(web)).toBe(0);
  });

  it('takes back the wrong button, whichever it was', async () => {
    const { web, link, inside, Choir, Walks, Talks } = await asked({ Choir: old, Walks: old, Talks: old });
    await web.nobody.post(`${link}/right`, { service: Choir.id });
    await web.nobody.post(`${link}/services/${Walks.id}/ended`);
    expect(await now(Talks, inside)).toMatchObject({ assuredAt: '2026-01-05' });
    for (const { id } of [Choir, Walks, Talks]) {
      expect((await web.nobody.post(`${link}/services/${id}/undo`)).headers.get('location')).toBe(`${link}?done=still-right-undone`);
    }
    expect(await now(Choir, inside)).toMatchObject({ assuredAt: '2026-01-05', assuredBy: 'Sam Findlay' });
    const { rows } = await inside((tx) => sql`select id from suggestion`.execute(tx));
    expect(rows).toEqual([]);
  });

  it('keeps what has changed for somebody to look at, and that a service has ended too', async () => {
    const { web, link, inside, Choir, Walks, programme, runs } = await asked({ Choir: old, Walks: old });
    expect((await web.nobody.get(`${link}/services/${Choir.id}`)).status).toBe(200);
    expect((await web.nobody.post(`${link}/services/${Choir.id}`, { part: 'contact' })).status).toBe(422);
    await web.nobody.post(`${link}/services/${Choir.id}`, { part: 'contact', phone: '01644 333333' });
    await web.nobody.post(`${link}/services/${Walks.id}/ended`);
    expect(await now(Choir, inside)).toMatchObject({ phone: null });
    expect((await now(Walks, inside)).status).toBe('active');

    const lead = await web.signedIn(programme.as('lead'));
    const list = await (await lead.get('/suggestions')).text();
    expect(list).toContain('It has closed for good');
    const { rows } = await inside((tx) =>
      sql<{ id: string; row_version: number }>`select id, row_version from suggestion where part = 'contact'`.execute(tx),
    );
    await lead.post(`/suggestions/${rows[0]!.id}/accept`, { rowVersion: '1' });
    expect(await now(Choir, inside)).toMatchObject({ phone: '01644 333333', assuredAt: '2026-11-21', assuredBy: runs.name });
    expect((await web.nobody.post(`${link}/services/${Choir.id}/undo`)).status).toBe(409);
  });

  it('takes room at once, and asks again for what makes no sense', async () => {
    const { web, link, inside, Choir } = await asked({ Choir: old });
    expect((await web.nobody.post(`${link}/services/${Choir.id}/room`, { room: 'room', places: 'many' })).status).toBe(422);
    expect((await web.nobody.post(`${link}/services/${Choir.id}/room`, {})).status).toBe(422);
    await web.nobody.post(`${link}/services/${Choir.id}/room`, { room: 'waiting', weeks: '6' });
    expect((await now(Choir, inside)).capacity).toMatchObject({
      available: 0,
      waitingList: true,
      waitWeeks: 6,
      expiresAt: new Date('2026-12-19T10:00:00Z'),
    });
  });

  it('reaches nothing but what was asked about', async () => {
    const { web, link, programme, inside } = await asked({ Choir: old });
    const other = await run(programme, { Other: old });
    for (const id of [other.Other.id, randomUUID(), 'no-id'])
      for (const what of ['', '/ended', '/undo', '/room']) {
        const answer = await web.nobody.post(`${link}/services/${id}${what}`, { part: 'closed', room: 'full' });
        expect(answer.status, `${id}${what}`).toBe(404);
      }
    expect((await web.nobody.post(`${link}/right`, { service: other.Other.id })).status).toBe(404);
    expect(await now(other.Other, inside)).toMatchObject({ assuredAt: '2026-01-05' });
  });

  it('works only for a while, and sends a new link to the same address', async () => {
    const { web, link, Choir, inside } = await asked({ Choir: old });
    later(web, 29);
    expect((await web.nobody.get(link)).status).toBe(410);
    expect((await web.nobody.post(`${link}/right`)).status).toBe(410);
    expect((await web.nobody.post(`${link}/new`)).status).toBe(200);
    await post(web);
    const fresh = linkIn(web);
    expect(fresh).not.toBe(link);
    await web.nobody.post(`${fresh}/right`);
    expect(await now(Choir, inside)).toMatchObject({ assuredAt: '2026-12-20' });
  });

  it('is not found by guessing, and slows down whoever guesses', async () => {
    const { web, inside } = await asked({ Choir: old });
    expect((await web.nobody.get(`/still-right/${'x'.repeat(43)}`)).status).toBe(404);
    expect((await web.nobody.post('/still-right/short/right')).status).toBe(404);
    expect((await web.nobody.post(`/still-right/${'x'.repeat(43)}/new`)).status).toBe(404);
    web.modules.limits.guesses.take = () => Promise.resolve(60);
    const slowed = await web.nobody.get(`/still-right/${'y'.repeat(43)}`);
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get('retry-after')).toBe('60');
    const kept = await inside((tx) =>
      sql`select body from message union all select encode(token_hash, 'base64') from assurance_link`.execute(tx),
    );
    expect(JSON.stringify(kept.rows)).not.toContain(linkIn(web).split('/').at(-1));
  });

  it('is answered once where two answer at once', async () => {
    const { web, link, inside, Choir } = await asked({ Choir: old });
    await Promise.all([web.nobody.post(`${link}/right`), web.nobody.post(`${link}/right`)]);
    const [record] = await inside((tx) => recordsById(tx, 'service', [Choir.id]));
    expect(record!.version).toBe(2);
  });
});

describe('the work list', () => {
  it('has the most urgent first, and says why', async () => {
    const { web, programme } = await openPlace();
    const whole: Partial<Service> = {
      needs: ['loneliness'],
      attendance: ['online'],
      schedules: [
        {
          freq: 'weekly',
          interval: 1,
          byDay: ['TU'],
          byMonthDay: [],
          opensAt: null,
          closesAt: null,
          validFrom: null,
          validTo: null,
          note: '',
          location: null,
        },
      ],
    };
    await run(programme, {
      fine: { ...whole, ...checkedOn('2026-11-01') },
      ageing: { ...whole, ...checkedOn('2026-03-01') },
      soon: { ...whole, ...checkedOn('2025-02-01') },
      hidden: { ...whole, ...checkedOn('2024-06-01') },
      never: whole,
      bare: checkedOn('2026-11-01'),
      roomy: {
        ...whole,
        ...checkedOn('2026-11-01'),
        capacity: {
          unit: 'places',
          available: 3,
          waitingList: false,
          waitWeeks: null,
          updatedAt: new Date('2026-10-01T09:00:00Z'),
          expiresAt: new Date('2026-11-01T09:00:00Z'),
        },
      },
    });
    const lead = programme.as('lead');
    const list = await web.modules.freshness.workList(lead, { kind: null, page: 1 });
    expect(list.rows.map(({ name, kinds }) => [name, ...kinds])).toEqual([
      ['hidden', 'hidden'],
      ['soon', 'soon'],
      ['ageing', 'ageing'],
      ['roomy', 'room'],
      ['bare', 'incomplete'],
      ['never', 'never'],
    ]);
    expect(list.rows.find(({ name }) => name === 'bare')!.missing).toEqual(['needs', 'place', 'times']);
    expect(list.counts).toEqual({ hidden: 1, soon: 1, ageing: 1, room: 1, incomplete: 1, never: 1 });

    const visitor = await web.signedIn(lead);
    const page = await (await visitor.get('/directory-work')).text();
    expect(page).toContain('Hidden from search');
    expect(await (await visitor.get('/directory-work?show=never')).text()).toContain('1 service');
    expect((await visitor.get('/directory-work?show=nonsense&page=-4')).status).toBe(200);
  });

  it('lists those who were asked and reminded, and have not answered', async () => {
    const { web, programme, link } = await asked({ Choir: old, Walks: old });
    later(web, 15);
    await theJob(web, programme);
    later(web, 15);
    const lead = programme.as('lead');
    const unanswered = () => web.modules.freshness.workList(lead, { kind: 'unanswered', page: 1 });
    expect((await unanswered()).rows.map(({ name }) => name).sort()).toEqual(['Choir', 'Walks']);
    await post(web);
    expect(link).not.toBe(linkIn(web));
    await web.nobody.post(`${linkIn(web)}/right`);
    expect((await unanswered()).rows).toEqual([]);
  });

  it('is left when somebody has checked', async () => {
    const { web, programme } = await openPlace();
    const { Choir } = await run(programme, { Choir: old });
    const worker = await web.signedIn(programme.as('linkWorker'));
    expect((await worker.post(`/services/${Choir.id}/still-right`)).headers.get('location')).toBe(
      `/services/${Choir.id}?done=service-assured`,
    );
    const list = await web.modules.freshness.workList(programme.as('lead'), { kind: 'ageing', page: 1 });
    expect(list.total).toBe(0);
    expect((await worker.post(`/services/${randomUUID()}/still-right`)).status).toBe(404);
  });
});
