import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, password, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import { addAccounts, addTeams } from '../identity/index.ts';
import type { Database } from '../platform/database.ts';
import { hashPassword } from '../platform/secrets.ts';
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
  moira = await someone(db, programme, {
    details: { chosenName: 'Mo Kerr', place: 'Castle Douglas' },
    note: 'Lost her husband',
    at: new Date('2026-11-20T09:00:00Z'),
  });
});

const at = (page = '') => `/people/${moira.person.id}${page}`;
const talked = { channel: 'phone', note: 'Talked about the choir', 'day-day': '21', 'day-month': '11', 'day-year': '2026', time: '9:30' };
const tried = { channel: 'phone', outcome: 'no-answer', 'day-day': '21', 'day-month': '11', 'day-year': '2026', time: '9:30' };
const read = async (page: string, who: Who = 'linkWorker') => (await (await as(who)).get(page)).text();
const post = async (page: string, form: Record<string, string | readonly string[]>, who: Who = 'linkWorker') =>
  (await as(who)).post(page, form);
const rowVersion = (html: string) => /name="rowVersion" value="(\d+)"/.exec(html)?.[1] ?? '';

describe('who may see and support a person', () => {
  const pages = ['', '/contact', '/attempt', '/plan/change', '/plan/history', '/close'];
  const posts = [
    '/contact',
    '/attempt',
    '/plan/change',
    '/close',
    '/could-not-be-reached',
    '/tasks',
    '/reopen',
    `/tasks/${randomUUID()}/done`,
    `/tasks/${randomUUID()}/date`,
  ];

  it('sends somebody who is not signed in to sign in', async () => {
    for (const page of [...pages.map(at), '/caseload', '/in-danger', `/referrals/${moira.referral.id}/letter`]) {
      const answer = await web.nobody.get(page);
      expect([answer.status, answer.headers.get('location')?.split('?')[0]], page).toEqual([303, '/sign-in']);
    }
    for (const page of posts.map(at)) expect((await web.nobody.post(page)).headers.get('location'), page).toMatch(/^\/sign-in/);
  });

  it('is nobody whose role does not support people', async () => {
    for (const who of ['nurse', 'manager', 'evaluator', 'community', 'steering', 'admin'] as const) {
      const visitor = await as(who);
      for (const page of pages.map(at)) expect((await visitor.get(page)).status, `${who} ${page}`).toBe(404);
      expect((await visitor.get('/caseload')).status, who).toBe(403);
      for (const page of posts.map(at)) expect((await visitor.post(page)).status, `${who} ${page}`).toBe(404);
    }
  });

  it('is nobody of another team', async () => {
    const team = randomUUID();
    const theirs = {
      id: randomUUID(),
      name: 'Ewan Hay',
      email: `${team.slice(0, 8)}@other.example`,
      jobTitle: '',
      practice: null,
      team,
      organisation: null,
    };
    await db.inProgramme(programme.id, async (tx) => {
      await addTeams(tx, [{ id: team, name: 'Machars link workers', email: null, phone: null }]);
      await addAccounts(tx, [{ ...theirs, roles: ['link-worker'], passwordHash: await hashPassword(password) }]);
    });
    const visitor = await web.signedIn({ ...programme.as('linkWorker'), ...theirs });
    for (const page of pages) expect((await visitor.get(at(page))).status, page).toBe(404);
    expect((await visitor.post(at('/contact'), talked)).status).toBe(404);
    expect((await visitor.post(at('/attempt'), tried)).status).toBe(404);
    expect((await visitor.post(at('/plan/change'), { whatMatters: 'x' })).status).toBe(404);
    expect((await visitor.post(at('/tasks'), { note: 'x', 'dueOn-day': '1', 'dueOn-month': '12', 'dueOn-year': '2026' })).status).toBe(404);
    expect((await visitor.post(at('/reopen'))).status).toBe(404);
  });

  it('finds nobody under an unknown id, or under that of another programme', async () => {
    const elsewhere = await newProgramme(db);
    const theirs = await someone(db, elsewhere);
    const visitor = await as('linkWorker');
    for (const id of [theirs.person.id, randomUUID(), 'nobody', '%00']) {
      for (const page of pages) expect((await visitor.get(`/people/${id}${page}`)).status, `${id} ${page}`).toBe(404);
      expect((await visitor.post(`/people/${id}/contact`, talked)).status).toBe(404);
      expect((await visitor.post(`/people/${id}/reopen`)).status).toBe(404);
    }
    for (const id of [theirs.referral.id, randomUUID(), 'none']) expect((await visitor.get(`/referrals/${id}/letter`)).status).toBe(404);
  });
});

describe('the page of a person', () => {
  it('shows the name they chose, what is next and what the referrer wrote, apart', async () => {
    const page = await read(at());
    expect(page).toMatch(/<h1[^>]*>Mo Kerr<\/h1>/);
    expect(page).toContain('Known in the record as Moira Kerr');
    expect(page).toContain('First contact');
    expect(page).toMatch(/What the referrer wrote<\/h3><p>Lost her husband/);
    expect(page).toContain('Support began with Sam Findlay');
    expect(page).toContain(`href="${at('/in-danger')}"`);
    expect(page).toContain(`/services?for=${moira.person.id}`);
  });

  it('says loudly when a voicemail is not safe', async () => {
    moira = await someone(db, programme, {
      details: { safeContact: { channels: ['letter'], voicemailOk: false, note: 'Her son may pick up' } },
    });
    for (const page of ['', '/contact', '/attempt'])
      expect(await read(at(page)), page).toMatch(/Do not leave a voicemail<[\s\S]*Her son may pick up/);
    expect(await read(at('/attempt'))).toContain('They asked not to be reached this way');
  });

  it('draws what people wrote as words, never as markup', async () => {
    const bad = '<script>alert(1)</script>';
    moira = await someone(db, programme, { details: { chosenName: bad, place: bad }, note: bad });
    await post(at('/contact'), { ...talked, note: bad, place: bad, nextStep: bad });
    await post(at('/plan/change'), { whatMatters: bad, 'goal-0-words': bad, rowVersion: '0' });
    for (const page of [at(), at('/plan'), at('/plan/print'), at('/plan/history'), at('/close'), '/caseload'])
      expect(await read(page), page).not.toContain('<script>alert');
  });

  it('tells who to ring when somebody may be in danger', async () => {
    expect(await read('/in-danger')).toContain('href="tel:999"');
  });
});

describe('recording a contact', () => {
  it('takes a line of text, and everything else is filled in', async () => {
    const form = await read(at('/contact'));
    expect(form).toMatch(/name="day-day"[^>]*value="21"/);
    expect(form).toMatch(/name="time"[^>]*value="10:00"/);
    const answer = await post(at('/contact'), talked);
    expect(answer.headers.get('location')).toBe(`${at()}?done=contact-saved`);
    const page = await read(at());
    expect(page).toContain('Phone call, 20 minutes');
    expect(page).toContain('Talked about the choir');
    expect(page).toContain('See how things are');
  });

  it('offers the way that was used last', async () => {
    await post(at('/contact'), { ...talked, channel: 'visit' });
    expect(await read(at('/contact'))).toMatch(/value="visit" checked/);
  });

  it('keeps what was typed when something is wrong, and says what', async () => {
    const answer = await post(at('/contact'), {
      ...talked,
      note: '',
      time: 'lunch',
      place: 'the café',
      'nextOn-day': '1',
      'nextOn-month': '1',
      'nextOn-year': '2020',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const said of [
      'Write a line about what was said or done',
      'Enter a time, like 9:30',
      'Choose today or a later day',
      'value="the café"',
      'value="lunch"',
      'href="#nextOn-day"',
    ])
      expect(page).toContain(said);
  });

  it('cannot be in the future', async () => {
    const tomorrow = await post(at('/contact'), { ...talked, 'day-day': '22' });
    expect([tomorrow.status, (await tomorrow.text()).includes('This is in the future')]).toEqual([422, true]);
    expect((await post(at('/contact'), { ...talked, time: '11:00' })).status).toBe(422);
  });

  it('refuses what no form of ours sends, without a fault', async () => {
    for (const wrong of [
      { channel: 'pigeon' },
      { minutes: '-5' },
      { minutes: '9e9' },
      { 'day-day': '31', 'day-month': '2' },
      { note: 'x'.repeat(10_001) },
      { 'day-year': '1820' },
    ]) {
      expect((await post(at('/contact'), { ...talked, ...wrong })).status, JSON.stringify(wrong).slice(0, 60)).toBe(422);
    }
    expect((await post(at('/contact'), {})).status).toBe(422);
  });
});

describe('recording an attempt', () => {
  it('shows how far the protocol is, and when to try again', async () => {
    expect((await post(at('/attempt'), tried)).headers.get('location')).toBe(`${at()}?done=attempt-saved`);
    const page = await read(at());
    expect(page).toContain('1 of 3 tries, over 0 of 10 days');
    expect(page).toContain('Try to reach them again');
    expect(page).toContain('Phone call: no answer');
  });

  it('asks why when the person wanted another way', async () => {
    moira = await someone(db, programme, { details: { safeContact: { channels: ['letter', 'phone'], voicemailOk: false, note: '' } } });
    const text = await post(at('/attempt'), { ...tried, channel: 'text', outcome: 'sent', note: 'Kept' });
    expect(text.status).toBe(422);
    expect(await text.text()).toMatch(/They asked not to be reached this way\. Say why[\s\S]*Kept/);
    expect((await post(at('/attempt'), { ...tried, outcome: 'left-message' })).status).toBe(422);
    expect((await post(at('/attempt'), { ...tried, outcome: 'left-message', whyThisWay: 'She rang and asked' })).status).toBe(303);
  });

  it('goes on as a contact when they were reached, with what was typed', async () => {
    const answer = await post(at('/attempt'), { ...tried, outcome: 'reached', note: 'She was glad' });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain(`action="${at('/contact')}"`);
    expect(page).toContain('She was glad</textarea>');
  });

  it('offers to end support after fair tries, and never ends it by itself', async () => {
    for (const [day, time] of [
      ['21', '9:30'],
      ['26', '18:00'],
    ] as const) {
      web.clock.now = new Date(`2026-11-${day}T20:00:00Z`);
      visitors.clear();
      await post(at('/attempt'), { ...tried, 'day-day': day, time });
    }
    expect((await (await as('linkWorker')).get(at('/could-not-be-reached'))).status).toBe(409);
    web.clock.now = new Date('2026-12-02T20:00:00Z');
    visitors.clear();
    await post(at('/attempt'), { ...tried, 'day-day': '2', 'day-month': '12', channel: 'letter', outcome: 'sent' });
    const page = await read(at());
    expect(page).toContain('3 tries over 11 days');
    expect(page).toContain(`href="${at('/could-not-be-reached')}"`);
    expect(page).toContain('Supported by Sam Findlay');

    const form = await read(at('/could-not-be-reached'));
    const ended = await post(at('/could-not-be-reached'), {
      support: moira.support.id,
      rowVersion: rowVersion(form),
      forPractice: 'Ask for her new number',
    });
    expect(ended.headers.get('location')).toBe(`${at()}?done=support-ended`);
    const letter = await read(`/referrals/${moira.referral.id}/letter`, 'nurse');
    expect(letter).toMatch(/Actions for the practice<\/h2><p>Ask for her new number/);
    expect(letter).toContain('They could not be reached');
    visitors.clear();
  });
});

describe('what is next', () => {
  const on = (day: string) => ({ 'dueOn-day': day, 'dueOn-month': '12', 'dueOn-year': '2026' });
  const taskId = (page: string) => /\/tasks\/([0-9a-f-]{36})\/done/.exec(page)?.[1] ?? '';

  it('can be added to, moved and done', async () => {
    expect((await post(at('/tasks'), { note: 'Ask about the bus pass', ...on('1') })).status).toBe(303);
    expect(await read(at())).toContain('Ask about the bus pass');
    const id = taskId(await read(at()));
    expect((await post(at(`/tasks/${id}/date`), on('9'))).status).toBe(303);
    expect((await post(at(`/tasks/${id}/done`), {})).status).toBe(303);
    expect((await post(at(`/tasks/${id}/done`), {})).status).toBe(409);
    expect((await post(at(`/tasks/${id}/date`), on('9'))).status).toBe(409);
  });

  it('keeps what was typed when the day is missing or past', async () => {
    const answer = await post(at('/tasks'), { note: 'Ask about the bus pass' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/value="Ask about the bus pass"[\s\S]*Enter the day/);
    const id = taskId(await read(at()));
    const moved = await post(at(`/tasks/${id}/date`), { ...on('1'), 'dueOn-year': '2020' });
    expect(moved.status).toBe(422);
    expect(await moved.text()).toContain(`href="#due-${id}-day"`);
  });

  it('does not find the task of somebody else', async () => {
    const other = await someone(db, programme);
    const theirs = taskId(await read(`/people/${other.person.id}`));
    expect((await post(at(`/tasks/${theirs}/done`), {})).status).toBe(404);
  });
});
