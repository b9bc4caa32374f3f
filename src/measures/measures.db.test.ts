import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { wholePlan } from '../support/index.ts';
import { someone } from '../../test/support/someone.ts';
import { workOf } from '../work.ts';

let db: Database;
let programme: TestProgramme;
let web: ReturnType<typeof openWeb>;
type Visitor = Awaited<ReturnType<typeof web.signedIn>>;
let worker: Visitor;
let admin: Visitor;
let lead: Visitor;

beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db, { inDanger: [{ label: 'Emergency', number: '999', when: 'Now' }] });
  web = openWeb(db);
  worker = await web.signedIn(programme.as('linkWorker'));
  admin = await web.signedIn(programme.as('admin'));
  lead = await web.signedIn(programme.as('lead'));
});

const moira = (details = {}) => someone(db, programme, { details: { email: 'moira@home.example', ...details } });
const how = { point: 'baseline', mode: 'together', 'takenOn-day': '21', 'takenOn-month': '11', 'takenOn-year': '2026' };
const ons4 = { 'answer-satisfied': '4', 'answer-worthwhile': '6', 'answer-happy': '5', 'answer-anxious': '7' };
const events = (person: string) => db.inProgramme(programme.id, (tx) => eventsAbout(tx, person));
const path = (person: string, rest = '') => `/people/${person}/measures${rest}`;
const body = async (answer: Response | Promise<Response>) => (await answer).text();
const switchOn = (id: string, more = {}) => admin.post(`/instruments/${id}/use`, { inUse: 'yes', ...more });
const phq9 = (last: string) => ({
  ...Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`answer-${n + 1}`, '1'])),
  'answer-9': last,
});

/** Sends a measure to somebody whose wish is email, and gives the address of their page. */
async function linkTo(instrument: string, details = {}) {
  const safeContact = { channels: ['email'] as const, voicemailOk: null, note: '' };
  const { person } = await moira({ email: `${randomUUID().slice(0, 8)}@home.example`, safeContact, ...details });
  const sent = await worker.post(path(person.id, `/ask/${instrument}/send`), { point: 'baseline' });
  expect(sent.status).toBe(303);
  await web.jobs.run(workOf(web.modules).handlers, web.clock.now);
  const { text } = web.mail.letters.at(-1)!;
  return { person, text, at: /\/answer\/[\w-]+/.exec(text)![0] };
}

describe('asking somebody the questions of a measure', () => {
  it('shows what is due, then the answers with what they come to', async () => {
    const { person } = await moira();
    const page = await body(worker.get(path(person.id)));
    expect(page).toContain('To ask now');
    expect(page).toContain('ONS4');
    const saved = await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4 });
    expect(saved.status).toBe(303);
    const result = await body(worker.get(saved.headers.get('location')!));
    expect(result).toContain('4 (Low)');
    expect(result).toContain('7 (High)');
    expect(result).toContain('It is not a diagnosis');
    const after = await body(worker.get(path(person.id)));
    expect(after).toContain('<svg');
    expect(after).toContain('Asked once so far');
  });

  it('says how a score has moved, and what is not known about it', async () => {
    const { person } = await moira();
    await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4, 'takenOn-month': '10' });
    await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4, 'answer-satisfied': '6', point: 'review', mode: 'phone' });
    const page = await body(worker.get(path(person.id)));
    expect(page).toContain('from 4 to 6');
    expect(page).toContain('That is the better way.');
    expect(page).toContain('has not been published for this one');
    expect(page).toContain('asked in another way the second time');
    expect((await worker.get(path(person.id, '/print'))).status).toBe(200);
  });

  it('says beside each question what is missing, loses nothing, and keeps it half answered when that is meant', async () => {
    const { person } = await moira();
    const half = { ...how, 'answer-companionship': '2', 'answer-left-out': '3' };
    const again = await worker.post(path(person.id, '/ask/ons-loneliness'), half);
    expect(again.status).toBe(422);
    const page = await body(again);
    expect(page).toContain('Not answered yet');
    expect(page).toContain('Keep it half answered');
    expect(page).toMatch(/value="3" checked|checked[^>]*value="3"/);
    const kept = await worker.post(path(person.id, '/ask/ons-loneliness'), { ...half, keepPart: 'yes' });
    expect(kept.status).toBe(303);
    expect(await body(worker.get(kept.headers.get('location')!))).toContain('Not scored: 2 of 3 questions answered');
  });

  it('refuses days that cannot be, ages the questions were not made for, and answers that there are not', async () => {
    const { person } = await moira();
    const refused = async (more: Record<string, string>, said: string, who = person.id) => {
      const answer = await worker.post(path(who, '/ask/ons4'), { ...how, ...ons4, ...more });
      expect(answer.status).toBe(422);
      expect(await body(answer)).toContain(said);
    };
    await refused({ 'takenOn-day': '22' }, 'still to come');
    await refused({ 'takenOn-year': '1900' }, 'before they were born');
    await refused({ 'takenOn-year': '2024' }, 'more than a year ago');
    await refused({ 'takenOn-day': '31' }, 'This is not a day');
    await refused({ 'answer-happy': '11' }, 'not one of the answers');
    await refused({ 'answer-happy': 'very' }, 'not one of the answers');
    await refused({ mode: 'carrier pigeon' }, 'Choose one of these');
    const child = await moira({ givenName: 'Struan', dateOfBirth: '2014-05-01' });
    await refused({}, 'younger than the people', child.person.id);
  });

  it('asks before the same is kept twice in a day', async () => {
    const { person } = await moira();
    await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4 });
    const twice = await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4 });
    expect(twice.status).toBe(422);
    expect(await body(twice)).toContain('Ask again on the same day');
    expect((await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4, again: 'yes' })).status).toBe(303);
  });

  it('keeps a no with its reason, and asks for one', async () => {
    const { person } = await moira();
    expect((await worker.post(path(person.id, '/ask/ons4/no'), { point: 'baseline' })).status).toBe(422);
    expect((await worker.post(path(person.id, '/ask/ons4/no'), { point: 'baseline', whyNot: 'too-upset' })).status).toBe(303);
    expect(await body(worker.get(path(person.id)))).toContain('Said no: too upset today');
    expect((await events(person.id))[0]).toMatchObject({ type: 'measure-declined', data: { why: 'too-upset' } });
  });

  it('takes a mistake back without losing it', async () => {
    const { person } = await moira();
    const saved = await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4 });
    const at = saved.headers.get('location')!.split('?')[0]!;
    expect((await worker.post(`${at}/strike`, { rowVersion: '1' })).status).toBe(422);
    expect((await worker.post(`${at}/strike`, { rowVersion: '9', note: 'x' })).status).toBe(409);
    expect((await worker.post(`${at}/strike`, { rowVersion: '1', note: 'It was her sister' })).status).toBe(303);
    expect(await body(worker.get(at))).toContain('It was her sister');
    expect(await body(worker.get(path(person.id)))).toContain('A mistake, does not count');
  });

  it('keeps scores and answers out of events', async () => {
    const { person } = await moira();
    await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4 });
    const [event] = await events(person.id);
    expect(event).toMatchObject({ type: 'measure-completed', data: { instrument: 'ons4', point: 'baseline', mode: 'together' } });
    expect(Object.keys(event!.data).toSorted()).toEqual(['instrument', 'mode', 'point']);
  });

  it('is not for people of another team, nor for those who have died', async () => {
    const elsewhere = await newProgramme(db);
    const stranger = await someone(db, elsewhere);
    expect((await worker.get(path(stranger.person.id))).status).toBe(404);
    expect((await worker.get(path(randomUUID()))).status).toBe(404);
    expect((await worker.get(path((await moira()).person.id, '/ask/no-such-thing'))).status).toBe(404);
    const { person } = await moira({ died: { on: null, toldAt: web.clock.now } });
    const asked = await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4 });
    expect(asked.status).toBe(409);
    expect(await body(worker.get(path(person.id)))).not.toContain('To ask now');
  });

  it('asks about the goals of their plan, each compared only with itself', async () => {
    const { person } = await moira();
    expect(await body(worker.get(path(person.id, '/ask/goals')))).toContain('Their plan has no goals yet');
    const goal = { words: 'Walk to the shop', importance: 8, confidence: 5, status: 'going-on' as const };
    const content = wholePlan({ whatMatters: '', strengths: '', needs: [], goals: [goal], actions: [], reviewOn: null });
    expect((await web.modules.support.savePlan(programme.as('linkWorker'), person.id, content, 0)).ok).toBe(true);
    const page = await body(worker.get(path(person.id, '/ask/goals')));
    expect(page).toContain('Walk to the shop');
    expect((await worker.post(path(person.id, '/ask/goals'), { ...how, 'answer-goal-1': '3' })).status).toBe(303);
  });

  it('prints a form to fill in by hand, and takes it in later with its day', async () => {
    const { person } = await moira();
    expect(await body(worker.get(path(person.id, '/ask/ons4/paper')))).toContain('For Moira');
    const saved = await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4, mode: 'paper', 'takenOn-day': '3' });
    expect(await body(worker.get(saved.headers.get('location')!))).toContain('3 November 2026');
  });
});

describe('an answer that tells of danger', () => {
  it('is met with who to ring at once, whoever asks, and told to the team lead', async () => {
    expect((await switchOn('phq-9')).status).toBe(422);
    expect((await switchOn('phq-9', { confirmed: 'yes' })).status).toBe(303);
    const { person } = await moira();
    const saved = await worker.post(path(person.id, '/ask/phq-9'), { ...how, ...phq9('1') });
    const page = await body(worker.get(saved.headers.get('location')!));
    expect(page).toContain('Act now');
    expect(page).toContain('999');
    expect((await events(person.id)).map(({ type }) => type)).toEqual(expect.arrayContaining(['risk-raised', 'alert-raised']));
    const calm = await worker.post(path(person.id, '/ask/phq-9'), { ...how, ...phq9('0'), again: 'yes' });
    expect(await body(worker.get(calm.headers.get('location')!))).not.toContain('Act now');
  });

  it('is told to the team at the moment they give it on their own page, and tells them who to ring', async () => {
    await switchOn('phq-9', { confirmed: 'yes' });
    const { person, at } = await linkTo('phq-9');
    const said = await web.nobody.post(`${at}/9`, { 'answer-9': '3' });
    expect(said.headers.get('location')).toBe(`${at}/ring?then=check`);
    expect(await body(web.nobody.get(`${at}/ring?then=check`))).toContain('999');
    expect((await events(person.id)).map(({ type }) => type)).toContain('risk-raised');
    const raised = (await events(person.id)).filter(({ type }) => type === 'risk-raised');
    await web.nobody.post(`${at}/9`, { 'answer-9': '2' });
    expect((await events(person.id)).filter(({ type }) => type === 'risk-raised')).toHaveLength(raised.length);
  });
});

describe('an alarm of a measure that was brought in', () => {
  const home = {
    ...{ id: 'home', version: '1', name: { en: 'At home' }, about: { en: 'One question.' }, intro: { en: 'At home:' } },
    ...{ languages: ['en'], licence: 'bundled', citation: 'Our own words.', modes: ['together'], minutes: 1, wording: 'checked' },
    items: [{ id: 'safe', text: { en: 'Are you safe at home?' }, answering: { kind: 'options', options: [] as unknown[] } }],
    scales: [
      {
        ...{ id: 'unsafe', name: { en: 'Not safe' }, items: ['safe'], method: 'sum', leastAnswered: 1, better: 'lower' },
        raw: { from: 0, to: 1 },
      },
    ],
    alarms: [{ item: 'safe', atLeast: 1, tells: { en: 'somebody at home who hurts them' } }],
  };
  home.items[0]!.answering.options = ['Yes', 'No'].map((said, value) => ({ value, text: { en: said } }));

  it('says what that alarm tells of, and nothing of self-harm', async () => {
    const form = new FormData();
    form.append('file', new File([JSON.stringify(home)], 'home.json'));
    expect((await admin.request('POST', '/instruments/import', form)).status).toBe(303);
    await switchOn('home');
    const { person } = await moira();
    expect(await body(worker.get(path(person.id, '/ask/home')))).toContain('An answer here may tell of somebody at home who hurts them');
    const saved = await worker.post(path(person.id, '/ask/home'), { ...how, 'answer-safe': '1' });
    const card = await body(worker.get(saved.headers.get('location')!));
    expect(card).toContain('What they said tells of somebody at home who hurts them.');
    expect(card).not.toMatch(/better off dead|hurting oneself/);
    expect(await body(lead.get('/team'))).toContain('Something else');
  });
});

describe('a page of their own', () => {
  it('is reached by a letter that does not say what it is about', async () => {
    const { text } = await linkTo('ons-loneliness');
    expect(text).not.toMatch(/lonel/i);
    expect(text).toContain('You do not have to answer');
  });

  it('keeps each answer as they go, lets them go back, and is over once they are done', async () => {
    const { person, at } = await linkTo('ons-loneliness');
    const start = await web.nobody.get(at);
    expect(start.headers.get('referrer-policy')).toBe('same-origin');
    const page = await body(start);
    expect(page).toContain('Hello Moira');
    expect(page).not.toContain('Kerr');
    const next = await web.nobody.post(`${at}/1`, { 'answer-companionship': '3' });
    expect(next.headers.get('location')).toBe(`${at}/2`);
    expect(await body(web.nobody.get(`${at}/1`))).toMatch(/value="3" checked|checked[^>]*value="3"/);
    expect((await web.nobody.post(`${at}/2`, {})).status).toBe(422);
    expect((await web.nobody.post(`${at}/2`, { 'answer-left-out': '8' })).status).toBe(422);
    await web.nobody.post(`${at}/all`, { 'answer-left-out': '1', 'answer-isolated': '2', 'answer-lonely': '2' });
    expect(await body(web.nobody.get(`${at}/check`))).toContain('Often');
    expect(await body(web.nobody.post(`${at}/check`))).toContain('Thank you');
    expect((await web.nobody.get(at)).status).toBe(410);
    expect((await web.nobody.post(`${at}/1`, { 'answer-companionship': '1' })).status).toBe(410);
    expect(await body(worker.get(path(person.id)))).toContain('Missing others (three questions) 6');
    expect(await body(worker.get(`/people/${person.id}`))).toContain('They have answered the questions you sent');
  });

  it('takes a no as an answer', async () => {
    const { person, at } = await linkTo('ons4');
    expect(await body(web.nobody.post(`${at}/no`, { whyNot: 'too-upset' }))).toContain('quite all right');
    expect(await body(worker.get(path(person.id)))).toContain('Said no: too upset today');
  });

  it('does not send nothing', async () => {
    const { at } = await linkTo('ons4');
    expect((await web.nobody.post(`${at}/check`)).status).toBe(422);
  });

  it('is over when its days are over, when it is taken back, and is nobody’s without its whole address', async () => {
    const late = await linkTo('ons4');
    web.clock.now = new Date('2026-12-20T10:00:00Z');
    expect((await web.nobody.get(late.at)).status).toBe(410);
    web.clock.now = new Date('2026-11-21T10:00:00Z');
    const back = await linkTo('ons4');
    const id = /sent\/([0-9a-f-]{36})\/withdraw/.exec(await body(worker.get(path(back.person.id))))![1]!;
    expect((await worker.post(path(back.person.id, `/sent/${id}/withdraw`))).status).toBe(303);
    expect(await body(web.nobody.get(back.at))).toContain('not needed any more');
    expect((await worker.post(path(back.person.id, `/sent/${id}/again`))).status).toBe(409);
    expect((await web.nobody.get('/answer/nothing-like-it')).status).toBe(404);
  });

  it('keeps what was answered when its days are over', async () => {
    const { person, at } = await linkTo('ons4');
    await web.nobody.post(`${at}/1`, { 'answer-satisfied': '8' });
    web.clock.now = new Date('2026-12-20T10:00:00Z');
    await web.modules.measures.endOverdue(programme.id);
    web.clock.now = new Date('2026-11-21T10:00:00Z');
    expect(await body(worker.get(path(person.id)))).toContain('Half answered; Satisfied with life 8 (high)');
  });

  it('is not sent twice, and is taken back when the link worker asks the same themselves', async () => {
    const { person, at } = await linkTo('ons4');
    expect((await worker.post(path(person.id, '/ask/ons4/send'), { point: 'baseline' })).status).toBe(422);
    await worker.post(path(person.id, '/ask/ons4'), { ...how, ...ons4 });
    expect((await web.nobody.get(at)).status).toBe(410);
  });
});

describe('which measures are used', () => {
  it('asks a score by hand of what has no questions here, converts it, and refuses what cannot be', async () => {
    await switchOn('swemwbs');
    const { person } = await moira();
    const page = await body(worker.get(path(person.id, '/ask/swemwbs')));
    expect(page).toContain('From 7 to 35');
    for (const [score, said] of [
      ['36', 'cannot be'],
      ['20.5', 'no decimals'],
      ['many', 'Write a number'],
      ['', 'at least one score'],
    ] as const) {
      const refused = await worker.post(path(person.id, '/ask/swemwbs'), { ...how, 'answer-metric': score });
      expect([refused.status, (await body(refused)).includes(said)]).toEqual([422, true]);
    }
    const saved = await worker.post(path(person.id, '/ask/swemwbs'), { ...how, 'answer-metric': '23' });
    expect(await body(worker.get(saved.headers.get('location')!))).toContain('20.73');
  });

  it('shows licensed questions only while somebody has said that there is a licence', async () => {
    const definition = JSON.parse(await body(admin.get('/instruments/who-5/definition.json'))) as Record<string, unknown>;
    const items = Array.from({ length: 5 }, (_, n) => ({
      id: String(n + 1),
      text: { en: `Licensed question ${n + 1}` },
      answering: { kind: 'scale', from: 0, to: 5, low: { en: 'never' }, high: { en: 'always' } },
    }));
    const bring = (what: unknown) => {
      const form = new FormData();
      form.append('file', new File([JSON.stringify(what)], 'who-5.json'));
      return admin.request('POST', '/instruments/import', form);
    };
    expect(await body(bring({ ...definition, version: '1-en', items }))).toContain('It needs a licence');
    const licence = {
      holder: 'Glenkens Connections',
      number: 'W-17',
      'expiresOn-day': '1',
      'expiresOn-month': '6',
      'expiresOn-year': '2027',
    };
    expect((await admin.post('/instruments/who-5/licence', { ...licence, 'expiresOn-year': '2020' })).status).toBe(422);
    expect((await admin.post('/instruments/who-5/licence', licence)).status).toBe(303);
    expect((await bring({ ...definition, version: '1-en', items })).status).toBe(303);
    await switchOn('who-5');
    const { person } = await moira();
    expect(await body(worker.get(path(person.id, '/ask/who-5')))).toContain('Licensed question 3');
    await worker.post(path(person.id, '/ask/who-5'), { ...how, ...Object.fromEntries(items.map(({ id }) => [`answer-${id}`, '3'])) });
    expect(await body(bring({ ...definition, version: '1-en', items }))).toContain('has been used');
    await admin.post('/instruments/who-5/licence/withdraw');
    expect(await body(worker.get(path(person.id, '/ask/who-5')))).not.toContain('Licensed question');
  });

  it('says everything that is wrong with a file, and where', async () => {
    const form = new FormData();
    form.append('file', new File(['{"id":"Not OK"}'], 'x.json'));
    const answer = await admin.request('POST', '/instruments/import', form);
    expect(answer.status).toBe(422);
    expect(await body(answer)).toContain('scales');
    expect((await admin.request('POST', '/instruments/import', new FormData())).status).toBe(422);
  });

  it('saves when measures are asked, and tells whoever comes second', async () => {
    const page = await body(admin.get('/instruments/schedule'));
    expect(page).toContain('At the start: about 5 minutes');
    const form = {
      'instrument-0': 'ons4',
      'points-0': ['baseline', 'review'],
      ...{ minutesPerMeeting: '5', minutesPerMonth: '10', reviewEveryWeeks: '6', followUpAfterWeeks: '12' },
      ...{ declinesBeforeQuiet: '2', quietWeeks: '10', linkDays: '14', rowVersion: '0' },
    };
    expect((await admin.post('/instruments/schedule', { ...form, linkDays: '900' })).status).toBe(422);
    expect((await admin.post('/instruments/schedule', { ...form, 'instrument-1': 'ons4' })).status).toBe(422);
    expect((await admin.post('/instruments/schedule', form)).status).toBe(303);
    expect((await admin.post('/instruments/schedule', form)).status).toBe(409);
  });
});
