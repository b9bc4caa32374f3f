import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../app.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody, type TestProgramme } from '../../test/support/programme.ts';
import { fillDirectory, organisation, service } from '../../test/support/services.ts';
import { openWeb, origin } from '../../test/support/web.ts';
import { eventsAbout } from '../platform/events.ts';
import { addOrganisations, addServices, openDirectory, type PersonPlace } from './index.ts';

const db = await testDatabase();
const web = openWeb(db);
const moira = randomUUID();

/** As people/ answers: Moira is on Sam's team's caseload, nobody else is known. */
const personPlace: PersonPlace = (_tx, asker, person) =>
  Promise.resolve(
    person !== moira
      ? undefined
      : asker.team
        ? {
            name: 'Moira Kerr',
            age: 62,
            place: 'DG7 1AA',
            needs: ['loneliness', 'bereavement'],
            accessNeeds: 'Hard of hearing',
            interpreter: 'Polish',
          }
        : 'not-yours',
  );
const app = openApp({ ...web.modules, directory: openDirectory({ ...web.modules, personPlace }) });

let programme: TestProgramme;
let services: Awaited<ReturnType<typeof fillDirectory>>;
beforeEach(async () => {
  programme = await newProgramme(db);
  services = await db.inProgramme(programme.id, fillDirectory);
});

async function as(who: Somebody) {
  const sign = await app.request(`${origin}/sign-in`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ email: programme.as(who).email, password: 'a long pass phrase' }),
  });
  const cookie = sign.headers.getSetCookie()[0]!.split(';')[0]!;
  const request = async (path: string, init: RequestInit = {}) => {
    const answer = await app.request(`${origin}${path}`, { ...init, headers: { origin, cookie } });
    return { status: answer.status, to: answer.headers.get('location') ?? '', page: await answer.text() };
  };
  return {
    get: (path: string) => request(path),
    post: (path: string, form: [string, string][]) => request(path, { method: 'POST', body: new URLSearchParams(form) }),
    async search(...form: [string, string][]) {
      const posted = await this.post('/services', form);
      expect(posted.status).toBe(303);
      return this.get(posted.to);
    },
  };
}

describe('finding a service', () => {
  it('asks for a sign-in first', async () => {
    for (const path of ['/services', `/services/${services.shed.id}`, '/gaps']) {
      const answer = await app.request(`${origin}${path}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
    }
  });

  it('is not for an evaluator', async () => expect((await (await as('evaluator')).get('/services')).status).toBe(403));

  it('keeps what was typed out of the address', async () => {
    const sam = await as('linkWorker');
    const { to } = await sam.post('/services', [
      ['words', 'choir for Moira'],
      ['place', 'DG7 1AA'],
      ['need', 'loneliness'],
    ]);
    expect(to).toMatch(/^\/services\?search=[0-9a-f-]{36}$/);
    const { page } = await sam.get(to);
    expect(page).toContain('value="choir for Moira"');
    expect(page).toContain('value="DG7 1AA"');
    expect((await (await as('lead')).get(to)).status).toBe(404);
  });

  it('shows how far, when next, what it costs, how to join, how fresh and whether there is room', async () => {
    const { page } = await (await as('linkWorker')).search(['words', 'shed'], ['place', 'New Galloway']);
    for (const fact of [
      '20 km away',
      'Tue 24 Nov, 10:00 to 12:30',
      'Free',
      'Just turn up',
      'Checked 3 weeks ago by Sam Findlay',
      'Has room: 4 places',
    ])
      expect(page).toContain(fact);
  });

  it('warns of what nobody has checked for long, and of room that nobody knows', async () => {
    const sam = await as('linkWorker');
    expect((await sam.search(['words', 'debt'])).page).toContain('May be out of date');
    expect((await sam.search(['words', 'choir'])).page).toContain('Room not known');
  });

  it('follows a link made of codes', async () =>
    expect((await (await as('nurse')).get('/services?need=money&free=yes')).page).toContain('Debt advice by appointment'));

  it('says beside the place that it does not know it, and loses nothing typed', async () => {
    const { status, page } = await (
      await as('linkWorker')
    ).post('/services', [
      ['words', 'walking'],
      ['place', 'Atlantis'],
      ['need', 'money'],
      ['age', '67'],
    ]);
    expect(status).toBe(422);
    expect(page).toContain('We do not know that place. Try a town or a whole postcode');
    for (const typed of ['value="walking"', 'value="Atlantis"', 'value="67"', 'href="#place"']) expect(page).toContain(typed);
    expect(page).toMatch(/value="money" checked/);
  });

  it.each<[string, [string, string][], string]>([
    ['a distance from nowhere', [['km', '5']], 'Enter a place to measure the distance from'],
    ['too many words', [['words', 'x'.repeat(401)]], 'Use fewer words'],
    ['an age that nobody has', [['age', '-4']], 'Enter an age in years'],
  ])('refuses %s', async (_what, form, message) => {
    const { status, page } = await (await as('linkWorker')).post('/services', form);
    expect([status, page.includes(message)]).toEqual([422, true]);
  });

  it('answers any page number', async () => {
    const sam = await as('linkWorker');
    for (const page of ['0', '-1', '1e9', '99999999999999999999', 'two', "1'"])
      expect((await sam.get(`/services?need=money&page=${encodeURIComponent(page)}`)).status).toBe(200);
  });

  it('takes whatever anybody types without a fault', async () => {
    const sam = await as('linkWorker');
    const anything = fc.string({ unit: 'binary', maxLength: 60 });
    const field = fc.constantFrom(
      'words',
      'place',
      'km',
      'need',
      'who',
      'age',
      'day',
      'attendance',
      'free',
      'room',
      'other',
      '__proto__',
      'constructor',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, anything), { maxLength: 6 }), async (form) => {
        const posted = await sam.post('/services', form);
        expect([303, 422]).toContain(posted.status);
        if (posted.status === 303) expect((await sam.get(posted.to)).status).toBe(200);
        const query = new URLSearchParams(form).toString();
        expect([200, 404]).toContain((await sam.get(`/services?${query}`)).status);
      }),
      { numRuns: 25 },
    );
  });

  it('offers to record the gap when nothing fits, filled in from the search', async () => {
    const { page } = await (await as('linkWorker')).search(['need', 'transport'], ['place', 'Dalbeattie']);
    expect(page).toContain('Nothing fits yet');
    expect(page).toMatch(/name="gapNeed"[^>]*value="transport" checked/);
    expect(page).toMatch(/name="gapPlace"[^>]*value="Dalbeattie"/);
    expect((await (await as('nurse')).search(['need', 'transport'])).page).not.toContain('name="gapNeed"');
  });

  it('shows names as they are written, never as markup', async () => {
    const of = organisation('<img src=x onerror=alert(1)>');
    await db.inProgramme(programme.id, async (tx) => {
      await addOrganisations(tx, [of]);
      await addServices(tx, [
        service(of, '<script>alert("hello")</script>', {
          description: '"><b>bold</b>',
          url: 'javascript:alert(1)',
          needs: ['digital'],
          locations: [],
        }),
      ]);
    });
    const sam = await as('linkWorker');
    const list = (await sam.get('/services?need=digital')).page;
    const [, id] = /href="\/services\/([0-9a-f-]{36})/.exec(list)!;
    for (const page of [list, (await sam.get(`/services/${id}`)).page]) {
      expect(page).toContain('&lt;script>');
      expect(page).not.toMatch(/<script>alert|<img src=x|<b>bold|javascript:/);
    }
  });
});

describe('finding a service for a person', () => {
  it('fills in what is known of them, and offers to connect them', async () => {
    const { page } = await (await as('linkWorker')).get(`/services?for=${moira}`);
    expect(page).toContain('Find a service for Moira Kerr');
    expect(page).toContain('value="DG7 1AA"');
    expect(page).toMatch(/<option[^>]*value="pl"[^>]*selected|<option[^>]*selected[^>]*value="pl"/);
    expect(page).toMatch(/<input[^>]*value="hearing-loop"[^>]*checked|<input[^>]*checked[^>]*value="hearing-loop"/);
    expect(page).not.toMatch(/<input[^>]*value="sign-language"[^>]*checked|<input[^>]*checked[^>]*value="sign-language"/);
    expect(page).toContain(`href="/people/${moira}/connect/${services.shed.id}"`);
  });

  it('notes that their record was looked at', async () => {
    const sam = await as('linkWorker');
    const { to } = await sam.post('/services', [
      ['for', moira],
      ['words', 'shed'],
    ]);
    expect(to).toContain(`&for=${moira}`);
    expect((await sam.get(to)).page).toContain('Connect Moira Kerr');
  });

  it('is as if they did not exist for whoever may not see them', async () => {
    for (const path of [
      `/services?for=${moira}`,
      `/services/${services.shed.id}?for=${moira}`,
      `/services?for=${randomUUID()}`,
      '/services?for=nonsense',
    ]) {
      expect((await (await as('nurse')).get(path)).status).toBe(404);
    }
  });

  it('keeps a gap with their record', async () => {
    const sam = await as('linkWorker');
    const { status } = await sam.post('/gaps', [
      ['for', moira],
      ['gapNeed', 'loneliness'],
      ['gapPlace', 'DG7 1AA'],
      ['why', 'full'],
      ['note', 'The list is closed'],
    ]);
    expect(status).toBe(303);
    const [event] = await db.inProgramme(programme.id, (tx) => eventsAbout(tx, moira));
    expect(event).toMatchObject({ type: 'gap-recorded', data: { needs: ['loneliness'], why: 'full', area: 'DG7' } });
    expect(JSON.stringify(event)).not.toMatch(/list is closed|1AA/);
  });
});

describe('one service', () => {
  it('tells all that is known', async () => {
    const { page } = await (await as('linkWorker')).get(`/services/${services.debt.id}`);
    for (const fact of [
      'Run by Stewartry Money Advice',
      'Every Thursday, 09:00 to 16:00',
      'Waiting list: about 3 weeks',
      'requests@money.example',
      'May be out of date',
      'Castle Douglas Town Hall',
    ])
      expect(page).toContain(fact);
  });

  it('keeps where requests go from whoever cannot make one', async () => {
    for (const who of ['nurse', 'community', 'steering'] as const)
      expect((await (await as(who)).get(`/services/${services.debt.id}`)).page).not.toContain('requests@money.example');
  });

  it('never shows a private address', async () => {
    const sam = await as('linkWorker');
    for (const page of [(await sam.get(`/services/${services.refuge.id}`)).page, (await sam.search(['words', 'safe house'])).page]) {
      expect(page).toContain('Dalbeattie');
      expect(page).not.toMatch(/Rowan|Hidden Lane|DG5|54\.93/);
    }
  });

  it('is not found when there is none, or it is another programme’s', async () => {
    const other = await db.inProgramme((await newProgramme(db)).id, fillDirectory);
    for (const id of [randomUUID(), 'nonsense', other.shed.id])
      expect((await (await as('linkWorker')).get(`/services/${id}`)).status).toBe(404);
  });
});

it('forgets searches after thirty days', async () => {
  const sam = await as('linkWorker');
  const { to } = await sam.post('/services', [['words', 'shed']]);
  await web.modules.directory.forgetSearches(programme.id);
  expect((await sam.get(to)).status).toBe(200);
  web.clock.now = new Date('2026-12-22T10:00:00Z');
  await web.modules.directory.forgetSearches(programme.id);
  expect((await (await as('linkWorker')).get(to)).status).toBe(404);
  web.clock.now = new Date('2026-11-21T10:00:00Z');
});
