import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { countRows } from '../../test/support/rows.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';

type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let nurse: Visitor;
let linkWorker: Visitor;

const moira: Form = {
  givenName: 'Moira',
  familyName: 'Kerr',
  'dateOfBirth-day': '14',
  'dateOfBirth-month': '3',
  'dateOfBirth-year': '1964',
  needs: ['loneliness', 'bereavement'],
  note: 'Lost her husband in August. Used to sing.',
  consent: 'yes',
};

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
});
beforeEach(async () => {
  programme = await newProgramme(db);
  nurse = await web.signedIn(programme.as('nurse'));
  linkWorker = await web.signedIn(programme.as('linkWorker'));
  web.jobs.queued.length = 0;
});

const count = (table: string) => countRows(db, programme.id, table);
const refer = async (form: Form = moira) => {
  const answer = await nurse.post('/refer', form);
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!.split('/').at(-1)!;
};

describe('a nurse refers somebody', () => {
  it('and the team finds them in its queue', async () => {
    const id = await refer();
    expect(await (await nurse.get(`/refer/sent/${id}`)).text()).toMatch(/SP-[2-9A-Z]{7}/);
    const queue = await (await linkWorker.get('/queue')).text();
    expect(queue).toContain('Moira Kerr');
    expect(queue).toContain('Loneliness, Bereavement');
    expect(await count('consent')).toBe(1);
  });

  it('with three answers and no more', async () => {
    const answer = await nurse.post('/refer', {});
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const missing of [
      'Enter their first name',
      'Enter their last name',
      'Enter their date of birth',
      'Choose at least one thing',
      'Confirm that they agree',
    ]) {
      expect(page).toContain(missing);
    }
    expect(await count('referral')).toBe(0);
  });

  it('and loses nothing of what was typed when something is missing', async () => {
    const { consent: _, ...withoutConsent } = moira;
    const page = await (
      await nurse.post('/refer', {
        ...withoutConsent,
        healthNumber: '943 476 5918',
        phone: '01644 420 234',
        contactNote: 'Her son opens the post',
      })
    ).text();
    for (const typed of [
      'Moira',
      'Kerr',
      'value="14"',
      'value="3"',
      'value="1964"',
      'Used to sing',
      '943 476 5918',
      '01644 420 234',
      'Her son opens the post',
    ]) {
      expect(page).toContain(typed);
    }
    expect(page).toContain('not a valid NHS number');
    expect(page).toMatch(/value="loneliness"[^>]*checked/);
  });

  it.each([
    ['30', '2', '1964', 'Enter their date of birth'],
    ['1', '1', '2031', 'must be in the past'],
    ['1', '1', '1850', 'more than 120 years ago'],
    ['x', '', '', 'Enter their date of birth'],
  ])('but not with %s %s %s as a birthday', async (day, month, year, complaint) => {
    const answer = await nurse.post('/refer', { ...moira, 'dateOfBirth-day': day, 'dateOfBirth-month': month, 'dateOfBirth-year': year });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(complaint);
  });

  it('and what they write can never become part of the page', async () => {
    const id = await refer({ ...moira, givenName: '<script>alert(1)</script>', note: '"><img src=x onerror=alert(1)>' });
    for (const page of [
      await (await linkWorker.get(`/queue/${id}`)).text(),
      await (await linkWorker.get('/queue')).text(),
      await (await nurse.get(`/referrals/${id}`)).text(),
    ]) {
      expect(page).not.toContain('<script>alert');
      expect(page).not.toContain('<img src=x');
    }
  });
});

describe('somebody who may be known already', () => {
  beforeEach(async () => void (await refer({ ...moira, givenName: 'Zoë', familyName: 'Müller', healthNumber: '943 476 5919' })));

  it.each([
    ['in other case and without accents', { givenName: 'ZOE', familyName: 'muller' }],
    ['with the names in the other order', { givenName: 'Müller', familyName: 'Zoë' }],
    ['with a letter mistyped', { givenName: 'Zoé', familyName: 'Mueller' }],
    ['by their number alone', { givenName: 'Z', familyName: 'Other', 'dateOfBirth-year': '1965', healthNumber: '9434765919' }],
  ])('is shown %s, and can be chosen', async (_how, typed) => {
    const form = { ...moira, ...typed };
    const answer = await nurse.post('/refer', form);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Is this somebody we know?');
    const known = /name="chosen"[^>]*value="([0-9a-f-]{36})"/.exec(page)![1]!;
    expect(await count('person')).toBe(1);
    await refer({ ...form, chosen: known });
    expect(await count('person')).toBe(1);
    expect(await count('referral')).toBe(2);
  });

  it('is somebody else when the nurse says so', async () => {
    await refer({ ...moira, givenName: 'Zoe', familyName: 'Muller', chosen: 'new' });
    expect(await count('person')).toBe(2);
  });

  it('cannot be added again under the same health number', async () => {
    const answer = await nurse.post('/refer', { ...moira, givenName: 'Anna', healthNumber: '9434765919', chosen: 'new' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('That health number belongs to another person');
    expect(await count('person')).toBe(1);
  });

  it('is never somebody whose details were not typed', async () => {
    const other = await newProgramme(db);
    const elsewhere = await web.signedIn(other.as('nurse'));
    const theirs = (await (await elsewhere.post('/refer', moira)).headers.get('location'))!;
    expect(theirs).toContain('/refer/sent/');
    const answer = await nurse.post('/refer', { ...moira, chosen: '11111111-1111-4111-8111-111111111111' });
    expect(answer.status).toBe(422);
    expect(await count('referral')).toBe(1);
  });
});

describe('giving information instead', () => {
  it('is recorded without a referral, and without a name', async () => {
    const answer = await nurse.post('/refer/signpost', { needs: ['food'], given: 'The food bank in Castle Douglas' });
    expect(answer.headers.get('location')).toBe('/referrals?done=signposted');
    expect(await count('signpost')).toBe(1);
    expect(await count('referral')).toBe(0);
    expect(await count('person')).toBe(0);
    const mine = await (await nurse.get('/referrals?done=signposted')).text();
    expect(mine).toContain('The food bank in Castle Douglas');
    expect(mine).toContain('Nobody has been referred');
  });

  it('says what is missing', async () => {
    const answer = await nurse.post('/refer/signpost', { givenName: 'Moira' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Write what you told them about');
    expect(page).toContain('Enter their last name');
  });
});

describe('a link worker decides', () => {
  const mailed = () => web.jobs.queued.filter(({ name }) => name === 'deliver-message').length;

  it('to accept, and the referrer sees who is in touch', async () => {
    const id = await refer();
    const answer = await linkWorker.post(`/queue/${id}/accept`);
    expect(answer.headers.get('location')).toMatch(/^\/people\/[0-9a-f-]+\?done=accepted$/);
    expect(await (await nurse.get('/referrals')).text()).toContain('Sam Findlay is supporting them');
    expect(await (await linkWorker.get('/queue')).text()).not.toContain('Moira Kerr');
    expect(mailed()).toBe(1);
  });

  it('to return it with a reason the referrer can act on', async () => {
    const id = await refer();
    await linkWorker.post(`/queue/${id}/return`, { reason: 'not-enough-information', returnNote: 'How can we reach her?' });
    const page = await (await nurse.get(`/referrals/${id}`)).text();
    expect(page).toContain('Not enough information');
    expect(page).toContain('How can we reach her?');
    expect(page).toContain(`/refer?again=${id}`);
    const again = await (await nurse.get(`/refer?again=${id}`)).text();
    expect(again).toContain('Used to sing');
    expect(mailed()).toBe(1);
  });

  it('but not for another reason without words, and keeps what was chosen', async () => {
    const id = await refer();
    const answer = await linkWorker.post(`/queue/${id}/return`, { reason: 'other', returnNote: ' ' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/value="other"[^>]*checked/);
  });

  it('to ask first, and the answer brings the referral back to the queue', async () => {
    const id = await refer();
    await linkWorker.post(`/queue/${id}/ask`, { question: 'Does she live alone?' });
    expect(await (await linkWorker.get('/queue')).text()).toContain('Question sent to the referrer');
    expect(await (await nurse.get(`/referrals/${id}`)).text()).toContain('Does she live alone?');
    expect((await nurse.post(`/referrals/${id}/answer`, { answer: ' ' })).status).toBe(422);
    expect((await nurse.post(`/referrals/${id}/answer`, { answer: 'Yes, since August.' })).status).toBe(303);
    expect(await (await linkWorker.get(`/queue/${id}`)).text()).toContain('Yes, since August.');
    expect((await nurse.post(`/referrals/${id}/answer`, { answer: 'Again' })).status).toBe(409);
  });

  it('once: the second to decide is told that it has changed', async () => {
    const id = await refer();
    expect((await linkWorker.post(`/queue/${id}/accept`)).status).toBe(303);
    const second = await linkWorker.post(`/queue/${id}/return`, { reason: 'duplicate' });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('This has changed since you opened it');
  });

  it('for somebody of the team, when a lead hands the person on', async () => {
    const id = await refer();
    const lead = await web.signedIn(programme.as('lead'));
    expect((await lead.post(`/queue/${id}/accept`, { linkWorker: programme.as('nurse').id })).status).toBe(404);
    expect((await lead.post(`/queue/${id}/accept`, { linkWorker: 'nobody' })).status).toBe(422);
    expect((await lead.post(`/queue/${id}/accept`, { linkWorker: programme.as('otherLinkWorker').id })).status).toBe(303);
    expect(await (await nurse.get('/referrals')).text()).toContain('Rhona Bell is supporting them');
  });

  it('with the longest waiting first and what is over time said in words', async () => {
    await refer();
    const before = web.clock.now;
    web.clock.now = new Date(before.getTime() + 8 * 86_400_000);
    const today = { nurse: await web.signedIn(programme.as('nurse')), linkWorker: await web.signedIn(programme.as('linkWorker')) };
    await today.nurse.post('/refer', { ...moira, givenName: 'Bill', familyName: 'Stewart' });
    const page = await (await today.linkWorker.get('/queue')).text();
    expect(page.indexOf('Moira Kerr')).toBeLessThan(page.indexOf('Bill Stewart'));
    expect(page).toContain('3 days late');
    web.clock.now = before;
  });
});

describe('a need that must be kept confidential', () => {
  it('stays out of lists, and is told to whoever decides', async () => {
    const id = await refer({ ...moira, needs: ['loneliness', 'domestic-abuse'] });
    for (const list of [await linkWorker.get('/queue'), await nurse.get('/referrals')])
      expect(await list.text()).not.toContain('Domestic abuse');
    expect(await (await linkWorker.get(`/queue/${id}`)).text()).toContain('Domestic abuse');
  });
});

describe('who may see a referral', () => {
  it('is the referrer’s practice and the team, and nobody of another programme', async () => {
    const id = await refer();
    const other = await newProgramme(db);
    const strangers = { nurse: await web.signedIn(other.as('nurse')), linkWorker: await web.signedIn(other.as('linkWorker')) };
    expect((await strangers.nurse.get(`/referrals/${id}`)).status).toBe(404);
    expect((await strangers.linkWorker.get(`/queue/${id}`)).status).toBe(404);
    expect((await strangers.linkWorker.post(`/queue/${id}/accept`)).status).toBe(404);
    expect((await (await web.signedIn(programme.as('evaluator'))).get(`/referrals/${id}`)).status).toBe(404);
    expect((await web.nobody.get(`/referrals/${id}`)).headers.get('location')).toContain('/sign-in');
  });

  it('is written down each time', async () => {
    const id = await refer();
    const before = await count('access');
    await linkWorker.get(`/queue/${id}`);
    expect(await count('access')).toBe(before + 1);
  });

  it.each([
    '/referrals/not-an-id',
    '/queue/not-an-id',
    '/refer?again=%00',
    '/referrals?page=-3',
    '/referrals?page=99999999999999999999',
    '/queue?page=abc',
    '/refer/sent/1',
  ])('%s breaks nothing', async (path) => expect([200, 404, 403]).toContain((await linkWorker.get(path)).status));
});
