import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { workOf } from '../work.ts';
import { raiseRisk } from './index.ts';
import { type Somebody, someone } from '../../test/support/someone.ts';

type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Somebody;
let visitors: Map<Who, Visitor>;
const as = async (who: Who): Promise<Visitor> => {
  const known = visitors.get(who) ?? (await web.signedIn(programme.as(who)));
  visitors.set(who, known);
  return known;
};
beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
});
beforeEach(async () => {
  visitors = new Map();
  web.clock.now = new Date('2026-11-21T10:00:00Z');
  programme = await newProgramme(db);
  moira = await someone(db, programme, { details: { chosenName: 'Mo Kerr' } });
});

const at = (page = '') => `/people/${moira.person.id}${page}`;
const read = async (page: string, who: Who = 'linkWorker') => (await (await as(who)).get(page)).text();
const post = async (page: string, form: Form = {}, who: Who = 'linkWorker') => (await as(who)).post(page, form);
const press = (form: Form = { worries: ['end-life'], did: ['stayed', 'told-lead'], words: 'She said she sees no way on' }) =>
  post(at('/in-danger'), form);
const events = async () => (await db.inProgramme(programme.id, (tx) => eventsAbout(tx, moira.person.id))).map(({ type }) => type);
const lookAt = async (who: Who) => {
  const [, href] = /href="(\/people\/[^"]*\/in-danger\/[0-9a-f-]{36})"/.exec(await read(at(), who)) ?? [];
  return href;
};

describe('the button “In danger?”', () => {
  it('shows who to ring first, with numbers that a telephone dials', async () => {
    const html = await read(at('/in-danger'));
    expect(html).toMatch(/href="tel:999"[\s\S]*href="tel:111"[\s\S]*<form/);
    expect(html).toContain('Mo Kerr');
  });

  it('is noted as soon as it is pressed, whether or not anything is written', async () => {
    await read(at('/in-danger'));
    expect(await events()).toContain('in-danger-opened');
    expect(await read(at())).toContain('Somebody looked up who to ring');
  });

  it('says what worried whom, tells the lead at once, and gives somebody a task for tomorrow', async () => {
    const saved = await press();
    expect(saved.headers.get('location')).toBe(`${at()}?done=risk-raised`);
    const page = await read(at());
    for (const words of [
      'Thoughts of ending their life',
      'She said she sees no way on',
      'So far: stayed with them, spoke with my team lead',
    ])
      expect(page).toContain(words);
    expect(page).toContain('Somebody was worried: see how they are today');
    expect(page).toMatch(/see how they are today[\s\S]{0,300}tomorrow/i);
    expect(await read('/team', 'lead')).toMatch(/Somebody is worried about a person[\s\S]*Mo Kerr[\s\S]*Thoughts of ending their life/);
    await web.jobs.run(workOf(web.modules).handlers, web.clock.now);
    const letter = web.mail.letters.findLast(({ to }) => to.address === programme.as('lead').email)!;
    expect(`${letter.subject} ${letter.text}`).not.toMatch(/Mo|Kerr|ending|no way on/);
  });

  it('is recorded when nothing at all is written', async () => {
    expect((await press({})).status).toBe(303);
    expect(await read(at())).toContain('“In danger?” was pressed; nothing was written');
    expect(await read('/team', 'lead')).toContain('Mo Kerr');
  });

  it('takes no harm from what no form of ours sends, and loses nothing that was typed', async () => {
    expect((await press({ worries: ['pigeons', 'child'], did: 'x' })).status).toBe(303);
    expect(await read(at())).toContain('A child may not be safe');
    const long = await press({ worries: 'child', words: `too long ${'x'.repeat(20_001)}` });
    const html = await long.text();
    expect([long.status, html.includes('too long xx'), /value="child" checked/.test(html)]).toEqual([422, true, true]);
    expect(html).toContain('href="tel:999"');
  });

  it('stays on the person’s page until a lead and a link worker have both looked again', async () => {
    await press();
    const page = (await lookAt('linkWorker'))!;
    expect(await read(page)).toContain('She said she sees no way on');
    const empty = await post(page, { note: ' ' });
    expect([empty.status, (await empty.text()).includes('Say in a line how they are now')]).toEqual([422, true]);
    expect((await post(page, { note: 'With her sister, and eating' })).headers.get('location')).toBe(`${at()}?done=looked-again`);
    expect(await lookAt('linkWorker')).toBeUndefined();
    expect(await read(at())).toContain('A team lead has still to look');
    expect(await read(at())).not.toContain('Somebody was worried: see how they are today</');
    expect((await post(page, { note: 'Again' })).status).toBe(409);

    expect((await post((await lookAt('lead'))!, { note: 'Spoke with Sam: the practice sees her tomorrow' }, 'lead')).status).toBe(303);
    expect(await read(at())).not.toContain('A team lead has still to look');
    expect(await read(at())).not.toContain('She said she sees no way on');
    expect(await read('/team', 'lead')).toContain('Nothing needs you just now');
  });

  it('counts as looked at by the lead who deals with it on their own page', async () => {
    await press();
    const [, alert] = /\/team\/alerts\/([0-9a-f-]{36})\/seen/.exec(await read('/team', 'lead')) ?? [];
    await post(`/team/alerts/${alert}/seen`, { note: 'Rang the practice' }, 'lead');
    expect(await read(at())).toMatch(/Catriona Reid looked again as lead[^<]*: Rang the practice/);
    expect(await lookAt('lead')).toBeUndefined();
    expect(await lookAt('linkWorker')).toBeDefined();
  });

  it('is answered to nobody else than the person’s team', async () => {
    await press();
    const page = (await lookAt('linkWorker'))!;
    const elsewhere = await newProgramme(db);
    const stranger = await web.signedIn(elsewhere.as('linkWorker'));
    for (const each of [at('/in-danger'), page]) {
      expect((await stranger.get(each)).status, each).toBe(404);
      expect((await stranger.post(each, { note: 'x' })).status, each).toBe(404);
      expect((await post(each, {}, 'nurse')).status, each).toBe(404);
      expect((await web.nobody.post(each)).headers.get('location')).toMatch(/^\/sign-in/);
    }
    expect((await post(at(`/in-danger/${randomUUID()}`), { note: 'x' })).status).toBe(404);
    expect((await post(at('/in-danger/none'), { note: 'x' })).status).toBe(404);
  });

  it('is pressed by other parts of Bothy too, also when the person answered by themselves', async () => {
    await db.inProgramme(programme.id, (tx) =>
      raiseRisk(tx, {
        person: moira.person.id,
        source: 'measure',
        worries: ['end-life'],
        by: { kind: 'person', id: moira.person.id },
        at: web.clock.now,
      }),
    );
    expect(await read(at())).toContain('What the person answered themselves, 21 November 2026');
    expect(await read('/team', 'lead')).toContain('Mo Kerr');
  });
});

describe('every page about a person', () => {
  it('carries the button for that person', async () => {
    const pages = web.app.routes
      .filter(({ method, path }) => method === 'GET' && /^\/people\/:\w+/.test(path))
      .map(({ path }) => path.replace(/^\/people\/:\w+/, at()))
      .filter((path) => !path.includes(':') && path !== at('/in-danger'));
    expect(pages.length).toBeGreaterThan(7);
    const without: string[] = [];
    for (const page of new Set(pages)) {
      const answer = await (await as('linkWorker')).get(page);
      const html = await answer.text();
      const isPage = answer.status === 200 && answer.headers.get('content-type')?.includes('text/html') && !/\/(print|easy)$/.test(page);
      if (isPage && !html.includes(`href="${at('/in-danger')}"`)) without.push(page);
    }
    expect(without).toEqual([]);
  });
});
