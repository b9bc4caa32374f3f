import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { workOf } from '../work.ts';
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

const read = async (page: string, who: Who = 'linkWorker') => (await (await as(who)).get(page)).text();
const post = async (page: string, form: Form = {}, who: Who = 'linkWorker') => (await as(who)).post(page, form);
const farm = {
  place: 'Craigenputtock farm, past the second gate',
  'day-day': '21',
  'day-month': '11',
  'day-year': '2026',
  start: '10:30',
  end: '11:30',
  mobile: '07700 900123',
  ring: 'Ewan, 07700 900124',
};
const plan = (form: Form = farm, who: Who = 'linkWorker') => post('/visits', form, who);
const idOf = async (who: Who = 'linkWorker') => /\/visits\/([0-9a-f-]{36})\/safe/.exec(await read('/visits', who))?.[1] ?? '';
const clock = async (time: string) => {
  web.clock.now = new Date(`2026-11-21T${time}:00Z`);
  // Nobody's session lasts that long without use.
  visitors.clear();
  await web.modules.support.watchOver(programme.id);
};
const letters = async (who: Who = 'lead') => {
  await web.jobs.run(workOf(web.modules).handlers, web.clock.now);
  return web.mail.letters.filter(({ to }) => to.address === programme.as(who).email);
};

describe('going out alone', () => {
  it('says where, until when and how to be reached, and one touch says “I am safe”', async () => {
    expect((await plan({ ...farm, person: moira.person.id })).headers.get('location')).toBe('/visits?done=visit-planned');
    const page = await read('/visits');
    expect(page).toMatch(/Craigenputtock farm[\s\S]*With Mo Kerr[\s\S]*I am safe/);
    expect((await post(`/visits/${await idOf()}/safe`)).headers.get('location')).toBe('/visits?done=visit-safe');
    expect(await read('/visits')).toContain('You have no visit planned');
  });

  it('raises the alarm fifteen minutes after the end that was given, with number and place, and again after as long', async () => {
    await plan();
    await clock('11:44');
    expect(await read('/team', 'lead')).toContain('Nothing needs you just now');
    await clock('11:45');
    await clock('11:46');
    const team = await read('/team', 'lead');
    for (const words of [
      'Nothing heard from a visit',
      'Sam Findlay',
      'Craigenputtock farm',
      'href="tel:07700900123"',
      'Ewan, 07700 900124',
    ])
      expect(team).toContain(words);
    const [first] = await letters();
    expect(`${first!.subject} ${first!.text}`).not.toMatch(/Sam|Craig|07700/);
    expect(await letters()).toHaveLength(1);

    const [, alert] = /\/team\/alerts\/([0-9a-f-]{36})\/seen/.exec(team) ?? [];
    await post(`/team/alerts/${alert}/seen`, { note: 'Ringing Sam' }, 'lead');
    await clock('12:00');
    expect(await read('/team', 'lead')).toContain('Nothing heard from a visit');
    expect(await letters()).toHaveLength(2);
  });

  it('ends the alarm when they say that they are safe, or the lead has heard from them', async () => {
    await plan();
    await clock('11:45');
    await post(`/visits/${await idOf()}/safe`);
    expect(await read('/team', 'lead')).toContain('Nothing needs you just now');
    await clock('12:30');
    expect(await read('/team', 'lead')).toContain('Nothing needs you just now');

    await plan({ ...farm, start: '13:00', end: '13:10' });
    await clock('13:30');
    expect((await post(`/visits/${await idOf()}/safe`, {}, 'lead')).status).toBe(303);
    expect(await read('/team', 'lead')).toContain('It is over');
    expect(await read('/visits')).toContain('You have no visit planned');
  });

  it('gives more time to whoever asks for it', async () => {
    await plan();
    await post(`/visits/${await idOf()}/arrived`);
    await post(`/visits/${await idOf()}/longer`, { minutes: '60' });
    expect(await read('/visits')).toMatch(/10:30[^<]{0,12}to 12:30[\s\S]*Arrived at 10/);
    await clock('12:44');
    expect(await read('/team', 'lead')).toContain('Nothing needs you just now');
  });

  it('tells the lead at once when somebody needs help', async () => {
    await plan();
    await post(`/visits/${await idOf()}/help`);
    expect(await read('/team', 'lead')).toMatch(/Sam Findlay<\/strong>: asked for help/);
    expect(await letters()).toHaveLength(1);
    await post(`/visits/${await idOf()}/longer`, { minutes: '15' });
    expect(await read('/team', 'lead')).toContain('asked for help');
  });

  it('tells the managers of a lead who is out alone and the only one', async () => {
    await plan(farm, 'lead');
    await clock('11:45');
    expect(await letters('lead')).toHaveLength(0);
    expect(await letters('manager')).toHaveLength(1);
  });

  it('is known to nobody but the lead, and leaves no place in the person’s record', async () => {
    await plan({ ...farm, person: moira.person.id });
    expect(await read('/visits', 'otherLinkWorker')).not.toContain('Craigenputtock');
    expect(await read('/visits', 'lead')).toContain('Craigenputtock');
    for (const page of [`/people/${moira.person.id}`, '/caseload'])
      expect(await read(page, 'otherLinkWorker'), page).not.toContain('Craigenputtock');
    const id = await idOf();
    expect((await post(`/visits/${id}/safe`, {}, 'otherLinkWorker')).status).toBe(404);
    const stranger = await web.signedIn((await newProgramme(db)).as('lead'));
    expect((await stranger.post(`/visits/${id}/safe`)).status).toBe(404);
    expect((await post('/visits', farm, 'nurse')).status).toBe(403);
    expect((await plan({ ...farm, person: randomUUID() })).status).toBe(404);
    expect((await post(`/visits/${id}/fly`)).status).toBe(404);
    expect((await web.nobody.get('/visits')).status).toBe(303);
    await post(`/visits/${id}/off`);
    expect((await post(`/visits/${id}/safe`)).status).toBe(409);
  });

  it('tells what is wrong beside the field, and keeps what was typed', async () => {
    const wrong = await plan({ ...farm, place: '', end: '9:30', mobile: 'mine' });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    for (const said of ['Say where you are going', 'Enter your mobile number', 'value="mine"', 'value="Ewan, 07700 900124"'])
      expect(html).toContain(said);
    for (const bad of [{ end: '10:00' }, { start: 'soon' }, { 'day-day': '20' }, { 'day-month': '13' }, { start: '08:00', end: '09:00' }])
      expect((await plan({ ...farm, ...bad })).status, JSON.stringify(bad)).toBe(422);
  });
});
