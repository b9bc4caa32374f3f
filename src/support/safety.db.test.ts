import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { type Somebody, someone } from '../../test/support/someone.ts';

type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Somebody;
const visitors = new Map<Who, Visitor>();
const as = async (who: Who): Promise<Visitor> => {
  const known = visitors.get(who) ?? (await web.signedIn(programme.as(who)));
  visitors.set(who, known);
  return known;
};
beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
});
beforeEach(async () => {
  web.clock.now = new Date('2026-11-21T10:00:00Z');
  moira = await someone(db, programme, { details: { chosenName: 'Mo Kerr' } });
});

const at = (page = '') => `/people/${moira.person.id}${page}`;
const read = async (page: string, who: Who = 'linkWorker') => (await (await as(who)).get(page)).text();
const post = async (page: string, form: Form = {}, who: Who = 'linkWorker') => (await as(who)).post(page, form);
const falls = {
  kind: 'health',
  level: 'careful',
  words: 'Falls when she gets up fast',
  helps: 'Let her take her time at the door',
  'reviewOn-day': '1',
  'reviewOn-month': '12',
  'reviewOn-year': '2026',
};
const add = (form: Form = falls) => post(at('/safety/risks/new'), form);
const riskHref = async () => /href="(\/people\/[^"]*\/safety\/risks\/[0-9a-f-]{36})"/.exec(await read(at('/safety')))?.[1] ?? '';
const rowVersion = (html: string) => /name="rowVersion" value="(\d+)"/.exec(html)?.[1] ?? '';

describe('risks', () => {
  it('are “not asked yet” until somebody has said what they are, or that there are none', async () => {
    expect(await read(at())).toContain('Risks: not asked yet');
    expect(await read(at('/safety'))).toContain('Ask when you meet');
    const said = await post(at('/safety/no-known-risks'), { words: 'Asked her and her sister' });
    expect(said.headers.get('location')).toBe(`${at('/safety')}?done=no-known-risk`);
    expect(await read(at('/safety'))).toMatch(
      /No known risks\.[\s\S]*Asked by Sam Findlay on 21 November 2026\.[\s\S]*Asked her and her sister/,
    );
    expect(await read(at())).toContain('No known risks.');
  });

  it('are asked about once the person has been met, and the caseload says so', async () => {
    await post(at('/contact'), {
      channel: 'phone',
      note: 'Talked about the choir',
      'day-day': '21',
      'day-month': '11',
      'day-year': '2026',
      time: '9:30',
    });
    expect(await read(at())).toContain('Ask about risks: nobody has yet');
    expect(await read('/caseload')).toContain('Ask about risks: nobody has yet');
    await add();
    expect(await read(at())).not.toContain('Ask about risks: nobody has yet</');
    expect(await read(at())).toContain('See how things are');
  });

  it('say what could happen, how pressing it is, what helps, and when to look again', async () => {
    expect((await add()).headers.get('location')).toBe(`${at('/safety')}?done=risk-saved`);
    const page = await read(at('/safety'));
    for (const words of [
      'Falls, seizures, sudden illness',
      'Take care each time',
      falls.words,
      falls.helps,
      'To be looked at again on 1 December 2026',
    ])
      expect(page).toContain(words);
    expect(await read(at())).toContain('1 known risk: falls, seizures, sudden illness');
    expect(await read(at())).toContain('Look at a risk again');
    web.clock.now = new Date('2026-12-02T10:00:00Z');
    visitors.clear();
    expect(await read(at('/safety'))).toContain('It is time to look at this again');
    visitors.clear();
  });

  it('stay readable when they have ended, and are not “none” before that', async () => {
    await add();
    const over = await post(at('/safety/no-known-risks'), { words: '' });
    expect([over.status, (await over.text()).includes('There are known risks')]).toEqual([409, true]);
    const href = await riskHref();
    const empty = await post(`${href}/end`, { why: '' });
    expect([empty.status, (await empty.text()).includes('Say in a line why it is no risk any more')]).toEqual([422, true]);
    expect((await post(`${href}/end`, { why: 'A rail was put in' })).status).toBe(303);
    const page = await read(at('/safety'));
    expect(page).toMatch(/No risk is open now[\s\S]*Falls when she gets up fast[\s\S]*Ended on 21 November 2026: A rail was put in/);
    expect((await post(`${href}/end`, { why: 'Again' })).status).toBe(409);
    expect((await (await as('linkWorker')).get(href)).status).toBe(409);
  });

  it('are shown to the second of two who change one, who loses nothing', async () => {
    await add();
    const href = await riskHref();
    const version = rowVersion(await read(href));
    expect((await post(href, { ...falls, words: 'Fell again on Monday', rowVersion: version })).status).toBe(303);
    const second = await post(href, { ...falls, words: 'Has a stick now', rowVersion: version });
    const html = await second.text();
    expect([second.status, html.includes('Fell again on Monday'), html.includes('Has a stick now')]).toEqual([409, true, true]);
    expect((await post(href, { ...falls, words: 'Both', rowVersion: rowVersion(html) })).status).toBe(303);
  });

  it('tell what is wrong beside the field, and keep what was typed', async () => {
    const wrong = await add({
      words: 'x'.repeat(2001),
      level: 'dreadful',
      'reviewOn-day': '1',
      'reviewOn-month': '1',
      'reviewOn-year': '2020',
    });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    for (const said of [
      'Choose what the risk is',
      'Choose how pressing it is',
      'Use 2,000 characters or fewer',
      'Choose today or a later day',
      'href="#reviewOn-day"',
    ])
      expect(html).toContain(said);
    const unsaid = await add({ ...falls, 'reviewOn-day': '', 'reviewOn-month': '', 'reviewOn-year': '' });
    expect([unsaid.status, (await unsaid.text()).includes('Enter the day on which you will look at it again')]).toEqual([422, true]);
    expect((await add({ ...falls, 'startedOn-day': '1', 'startedOn-month': '1', 'startedOn-year': '2027' })).status).toBe(422);
  });

  it('are for the person’s team alone', async () => {
    await add();
    const href = await riskHref();
    const stranger = await web.signedIn((await newProgramme(db)).as('linkWorker'));
    for (const page of [at('/safety'), at('/safety/risks/new'), href]) {
      expect((await stranger.get(page)).status, page).toBe(404);
      expect((await (await as('nurse')).get(page)).status, page).toBe(404);
      expect((await web.nobody.get(page)).status, page).toBe(303);
    }
    expect((await stranger.post(`${href}/end`, { why: 'x' })).status).toBe(404);
    for (const id of [randomUUID(), 'none']) {
      expect((await (await as('linkWorker')).get(at(`/safety/risks/${id}`))).status).toBe(404);
      expect((await post(at(`/safety/risks/${id}`), falls)).status).toBe(404);
      expect((await post(at(`/safety/risks/${id}/end`), { why: 'x' })).status).toBe(404);
    }
  });
});
