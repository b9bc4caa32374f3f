import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../app.ts';
import { aPerson } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { countRows } from '../../test/support/rows.ts';
import { fillDirectory } from '../../test/support/services.ts';
import { openWeb, origin } from '../../test/support/web.ts';
import { openRateLimit } from '../platform/rate-limit.ts';
import { workOf } from '../work.ts';

const db = await testDatabase();
const web = openWeb(db);

let programme: TestProgramme;
let services: Awaited<ReturnType<typeof fillDirectory>>;
let home: string;
beforeEach(async () => {
  web.clock.now = new Date('2026-11-21T10:00:00Z');
  programme = await newProgramme(db);
  services = await db.inProgramme(programme.id, fillDirectory);
  home = `/directory/${programme.as('nurse').programme.slug}`;
});

const text = async (answer: Promise<Response> | Response) => (await answer).text();
const page = (path = '') => text(web.nobody.get(`${home}${path}`));
async function search(form: Record<string, string | string[]>): Promise<{ at: string; page: string }> {
  const posted = await web.nobody.post(`${home}/services`, form);
  expect(posted.status).toBe(303);
  const at = posted.headers.get('location')!;
  return { at, page: await text(web.nobody.get(at)) };
}
const data = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    (match) => JSON.parse(match[1]!) as Record<string, unknown>,
  );

describe('the directory for everybody', () => {
  it('begins with words, a place and what would help', async () => {
    const html = await page();
    expect(html).toContain('What are you looking for?');
    expect(html).toMatch(new RegExp(`href="${home}/needs/loneliness"[^>]*>Loneliness</a><span class="bothy-note">3 services`));
    expect(html).toContain('Leave this page');
    expect(html).toContain(`rel="canonical" href="${origin}${home}"`);
  });

  it('shows what there is for a need, numbered, with the towns on a map', async () => {
    const html = await page('/needs/loneliness');
    expect(html).toContain('Men’s Shed workshop');
    expect(html).toContain('Glenkens Community Choir');
    expect(html).not.toContain('Knitting in Balmaclellan');
    expect(html).toContain('role="img"');
    expect(html).not.toContain('noindex');
    expect((await web.nobody.get(`${home}/needs/toString`)).status).toBe(404);
    expect((await web.nobody.get(`${home}/needs/loneliness?page=9`)).status).toBe(200);
  });

  it('tells all of one service, and search engines in their words', async () => {
    const html = await page(`/services/${services.shed.id}`);
    expect(html).toContain('<title>Men’s Shed workshop –');
    expect(html).toContain('Every Tuesday, 10:00 to 12:30');
    expect(html).toContain(`href="${home}/services/${services.shed.id}/suggest"`);
    const [self, event] = data(html);
    expect(self).toMatchObject({ '@type': 'Service', name: 'Men’s Shed workshop', isAccessibleForFree: true });
    expect(event).toMatchObject({ '@type': 'Event', startDate: '2026-11-24T10:00' });
    const organisation = await page(`/organisations/${services.shed.organisation}`);
    expect(organisation).toContain('Men’s Shed workshop');
    expect(data(organisation)[0]).toMatchObject({ '@type': 'Organization' });
  });

  it('says of what has closed that it has, and what there is instead', async () => {
    const answer = await web.nobody.get(`${home}/services/${services.closed.id}`);
    expect(answer.status).toBe(410);
    const html = await answer.text();
    expect(html).toContain('It has closed.');
    expect(html).toContain(`href="${home}/services/${services.shed.id}"`);
    expect(html).toContain('noindex');
  });

  it('knows no page of what there is not, and breaks for no address', async () => {
    for (const path of [
      '/services/none',
      `/services/${randomUUID()}`,
      `/organisations/${randomUUID()}`,
      '/organisations/x',
      '/needs/none',
      '/sitemap.xml?page=7',
    ])
      expect([path, (await web.nobody.get(`${home}${path}`)).status]).toEqual([path, 404]);
    for (const path of [
      '/services?need=%00&page=0&age=-1',
      '/services?page=9999',
      '/services?search=x',
      `/services?search=${randomUUID()}`,
    ])
      expect([200, 410]).toContain((await web.nobody.get(`${home}${path}`)).status);
    expect((await web.nobody.get('/directory/no-such-programme')).status).toBe(404);
    expect((await web.nobody.post('/directory/no-such-programme/services', {})).status).toBe(404);
  });

  it('is the same page for somebody who is signed in', async () => {
    const sam = await web.signedIn(programme.as('linkWorker'));
    const answer = await sam.get(`${home}/services/${services.shed.id}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toBe(await page(`/services/${services.shed.id}`));
  });

  it('may be kept for a while, and is not sent again while it has not changed', async () => {
    const first = await web.nobody.get(`${home}/services/${services.shed.id}`);
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    const again = await web.nobody.request('GET', `${home}/services/${services.shed.id}`, undefined, {
      'if-none-match': first.headers.get('etag')!,
    });
    expect(again.status).toBe(304);
  });
});

describe('searching without an account', () => {
  it('puts no typed word into an address', async () => {
    const { at, page: html } = await search({ words: 'choir', place: 'New Galloway', km: '10' });
    expect(at).toMatch(new RegExp(`^${home}/services\\?search=[\\da-f-]{36}$`));
    expect(html).toContain('Glenkens Community Choir');
    const answer = await web.nobody.get(at);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(html).not.toMatch(/<title>[^<]*choir/i);
  });

  it('says beside the field what could not be understood, and loses nothing', async () => {
    const unknown = await web.nobody.post(`${home}/services`, { words: 'choir', place: 'Atlantis' });
    expect(unknown.status).toBe(422);
    const html = await unknown.text();
    expect(html).toContain('We do not know that place');
    expect(html).toContain('value="Atlantis"');
    expect(html).toContain('value="choir"');
    expect((await web.nobody.post(`${home}/services`, { words: 'x'.repeat(500) })).status).toBe(422);
    expect((await web.nobody.post(`${home}/services`, { words: 'choir', km: '5' })).status).toBe(422);
  });

  it('is forgotten after a day, those of workers later', async () => {
    const { at } = await search({ words: 'choir' });
    const sam = await web.signedIn(programme.as('linkWorker'));
    await sam.post('/services', { words: 'choir' });
    web.clock.now = new Date('2026-11-22T10:00:01Z');
    await workOf(web.modules).handlers['forget-searches']!({});
    const answer = await web.nobody.get(at);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('That search has been forgotten');
    expect(await countRows(db, programme.id, 'search')).toBe(1);
  });

  it('opens no search of somebody who works here', async () => {
    const sam = await web.signedIn(programme.as('linkWorker'));
    const own = (await sam.post('/services', { words: 'choir' })).headers.get('location')!;
    expect((await web.nobody.get(`${home}${own}`)).status).toBe(410);
    const elsewhere = await newProgramme(db);
    const { at } = await search({ words: 'choir' });
    expect((await web.nobody.get(at.replace(home, `/directory/${elsewhere.as('nurse').programme.slug}`))).status).toBe(410);
  });

  it('cannot be done without end from one machine, nor can gaps be told', async () => {
    const few = (name: string) => openRateLimit(db, name, { tries: 2, perSeconds: 600 });
    const limits = { ...web.modules.limits, publicSearches: few('few-searches'), publicGaps: few('few-gaps') };
    const app = openApp({ ...web.modules, limits, machineOf: () => `one machine ${programme.id}` });
    const post = (path: string, form: Record<string, string>) =>
      app.request(`${origin}${home}${path}`, { method: 'POST', headers: { origin }, body: new URLSearchParams(form) });
    for (const path of ['/services', '/gaps']) {
      const answers = [];
      for (let tries = 0; tries < 3; tries++) answers.push(await post(path, { words: 'choir', link: '?need=money' }));
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 429]);
      expect(Number(answers[2]!.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await countRows(db, programme.id, 'gap')).toBe(2);
  });

  it('can end in telling that nothing was right: the need and the area, nothing else', async () => {
    const { at } = await search({ words: 'secret words', place: 'DG7 1AA', need: ['transport'] });
    const link = at.slice(at.indexOf('?'));
    expect(await page(`/services${link}`)).toContain('Tell us that nothing here is right');
    const told = await web.nobody.post(`${home}/gaps`, { link, found: 'none' });
    expect(await text(web.nobody.get(told.headers.get('location')!))).toContain('Thank you.');
    const gap = await db.inProgramme(
      programme.id,
      async (tx) => (await sql<Record<string, unknown>>`select * from gap`.execute(tx)).rows[0]!,
    );
    expect(gap).toMatchObject({
      needs: ['transport'],
      area: 'DG7',
      place: '',
      note: '',
      person_id: null,
      recorded_by: null,
      latitude: null,
      why: 'none',
    });
    const sam = await web.signedIn(programme.as('linkWorker'));
    expect((await sam.get('/gaps')).status).toBe(200);
    expect((await web.nobody.post(`${home}/gaps`, { link: '', need: 'food' })).status).toBe(303);
    expect(await countRows(db, programme.id, 'gap')).toBe(2);
    expect((await web.nobody.post(`${home}/gaps`, { link: `?search=${randomUUID()}` })).status).toBe(404);
  });
});

describe('what nobody outside may know', () => {
  const secret = /Rowan House|Hidden Lane|DG5 4ZZ|54\.9312|-3\.8221|requests@money\.example|Sam Findlay/;

  it('is on no page, in no map and in no list for search engines', async () => {
    const paths = [
      '',
      '/services',
      '/services?page=2',
      '/needs/safety',
      '/needs/housing',
      '/needs/money',
      ...Object.values(services).map(({ id }) => `/services/${id}`),
      ...Object.values(services).map(({ organisation }) => `/organisations/${organisation}`),
      '/sitemap.xml',
    ];
    for (const path of paths) expect(await page(path), path).not.toMatch(secret);
    expect((await search({ words: 'safe house', place: 'Dalbeattie', km: '2' })).page).not.toMatch(secret);
    expect(await page(`/services/${services.refuge.id}`)).toContain('Dalbeattie');
  });

  it('is where somebody looks for safety: no title, address or neighbour tells', async () => {
    for (const path of ['/needs/safety', `/services/${services.refuge.id}`, `/organisations/${services.refuge.organisation}`]) {
      const answer = await web.nobody.get(`${home}${path}`);
      const html = await answer.text();
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(answer.headers.get('cache-control'), path).toBe('no-store');
      expect(answer.headers.get('x-robots-tag'), path).toContain('noindex');
      expect(html, path).toContain('Leave this page');
      expect(html.match(/<title>([^<]*)/)![1], path).not.toMatch(/safe|abuse|women/i);
      expect(html, path).not.toMatch(/ld\+json|og:title|tile-map/);
    }
    expect((await web.nobody.get(`${home}/needs/domestic-abuse`)).status).toBe(404);
    expect(await page()).not.toMatch(/href="[^"]*domestic-abuse/);
    const searched = await web.nobody.get((await search({ words: '', need: ['domestic-abuse'] })).at);
    expect(searched.headers.get('referrer-policy')).toBe('same-origin');
    expect(searched.headers.get('cache-control')).toBe('no-store');
    const meant = await web.nobody.get((await search({ words: 'my husband hits me' })).at);
    expect(meant.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    const all = await page('/services');
    expect(all).not.toMatch(/href="[^"]*domestic-abuse/);
  });

  it('is in the sitemap neither: what runs is, what is closed or sensitive is not', async () => {
    const map = await page('/sitemap.xml');
    for (const known of [services.shed, services.debt, services.choir, services.online])
      expect(map).toContain(`${home}/services/${known.id}</loc>`);
    for (const hidden of [services.refuge, services.closed]) expect(map).not.toContain(hidden.id);
    expect(map).not.toContain('safety');
    expect(map).toContain(`${origin}${home}/needs/loneliness`);
    expect(await text(web.nobody.get('/directory/sitemap.xml'))).toContain(`<loc>${origin}${home}/sitemap.xml</loc>`);
    const robots = await text(web.nobody.get('/robots.txt'));
    expect(robots).toContain('Disallow: /\n');
    expect(robots).toContain(`Sitemap: ${origin}/directory/sitemap.xml`);
  });

  it('is a record that its source keeps to itself, and all that a private organisation runs', async () => {
    await db.inProgramme(programme.id, async (tx) => {
      for (const [kind, id] of [
        ['service', services.shed.id],
        ['organisation', services.debt.organisation],
      ] as const)
        await sql`
          insert into directory_record (kind, id, document, changed_at, changed_by, sources, private)
          values (${kind}, ${id}, ${JSON.stringify({ id })}::text::jsonb, now(), 'operator', '{}', true)
          on conflict (programme_id, kind, id) do update set private = true`.execute(tx);
    });
    for (const { id } of [services.shed, services.debt]) {
      expect((await web.nobody.get(`${home}/services/${id}`)).status).toBe(404);
      for (const path of ['/services', '/needs/loneliness', '/needs/money', '/sitemap.xml']) expect(await page(path)).not.toContain(id);
    }
    expect((await web.nobody.get(`${home}/organisations/${services.debt.organisation}`)).status).toBe(404);
  });

  it('is a whole directory that its programme does not publish', async () => {
    const closed = await newProgramme(db, { publishesDirectory: false });
    const own = await db.inProgramme(closed.id, fillDirectory);
    const at = `/directory/${closed.as('nurse').programme.slug}`;
    for (const path of [
      '',
      '/services',
      '/needs/loneliness',
      `/services/${own.shed.id}`,
      `/organisations/${own.shed.organisation}`,
      '/sitemap.xml',
    ])
      expect((await web.nobody.get(`${at}${path}`)).status).toBe(404);
    expect(await text(web.nobody.get('/directory/sitemap.xml'))).not.toContain(at);
  });

  it('is another programme’s directory', async () => {
    const elsewhere = await newProgramme(db);
    const at = `/directory/${elsewhere.as('nurse').programme.slug}`;
    for (const path of [`/services/${services.shed.id}`, `/organisations/${services.shed.organisation}`])
      expect((await web.nobody.get(`${at}${path}`)).status).toBe(404);
  });
});

describe('a map with streets', () => {
  const tiles = { url: 'https://tiles.example.org/{z}/{x}/{y}.png', attribution: '© somebody <b>' };
  const app = openApp({ ...web.modules, tiles });
  const get = (path: string, cookie = '') => Promise.resolve(app.request(`${origin}${path}`, { headers: { cookie } }));

  it('is offered only when somebody has named whose, and only theirs are let in', async () => {
    expect(await page(`/services/${services.shed.id}`)).not.toContain('tile-map');
    const answer = await get(`${home}/services/${services.shed.id}`);
    expect(answer.headers.get('content-security-policy')).toContain("img-src 'self' https://tiles.example.org");
    const html = await answer.text();
    expect(html).toContain('<tile-map');
    expect(html).toContain('&lt;b>');
    expect((await web.nobody.get(home)).headers.get('content-security-policy')).not.toContain('img-src');
  });

  it('is offered neither where somebody typed a place, nor beside a person', async () => {
    const { at } = await search({ words: '', place: 'Castle Douglas' });
    const html = await text(get(at));
    expect(html).toContain('bothy-map__sketch');
    expect(html).not.toContain('tile-map');
    const said = await search({ words: 'workshop in Castle Douglas' });
    expect(await text(get(said.at))).not.toContain('tile-map');
  });
});

describe('for those who work here', () => {
  it('results and services are on a map too, with streets only where no person is meant', async () => {
    const tiles = { url: 'https://tiles.example.org/{z}/{x}/{y}.png', attribution: '' };
    const app = openApp({ ...web.modules, tiles });
    const signIn = await app.request(`${origin}/sign-in`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ email: programme.as('linkWorker').email, password: 'a long pass phrase' }),
    });
    const cookie = signIn.headers.getSetCookie()[0]!.split(';')[0]!;
    const get = (path: string) => text(app.request(`${origin}${path}`, { headers: { cookie } }));
    const moira = await aPerson(db, programme, { place: 'Castle Douglas', postcode: 'DG7 1AA' });
    for (const path of ['/services?need=loneliness', `/services/${services.shed.id}`]) {
      expect(await get(path)).toContain('<tile-map');
      const theirs = await get(`${path}${path.includes('?') ? '&' : '?'}for=${moira.id}`);
      expect(theirs).toContain('bothy-map__sketch');
      expect(theirs).not.toContain('tile-map');
    }
    expect(await get(`/services/${services.refuge.id}`)).not.toMatch(/bothy-map|Rowan House/);
    expect(await get(`/services/organisations/${services.shed.organisation}`)).toContain('Men’s Shed workshop');
  });
});
