import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../locales/en/index.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { someone, type Somebody } from '../../test/support/someone.ts';

let db: Database;
let programme: TestProgramme;
let web: ReturnType<typeof openWeb>;
let moira: Somebody;
let sam: Awaited<ReturnType<typeof web.signedIn>>;

beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db, { secureEmailDomains: [] });
  web = openWeb(db);
  moira = await someone(db, programme, {
    details: { email: 'moira@example.org', phone: '07700 900123', chosenName: 'Mo Kerr' },
  });
  sam = await web.signedIn(programme.as('linkWorker'));
});

const at = (page = '') => `/people/${moira.person.id}/plan${page}`;
const whole: Form = {
  rowVersion: '0',
  whatMatters: 'My garden',
  'goal-0-words': 'Grow beans again',
  'goal-0-need': 'loneliness',
  'goal-0-importance': '9',
  'goal-0-confidence': '6',
  'goal-0-step-0-words': 'Look at the beds',
  'goal-0-step-0-status': 'reached',
  'goal-0-step-0-outcome': 'Two are good',
  'action-0-goal': '0',
  'action-0-what': 'Bring seeds',
  'action-0-who': 'other',
  'action-0-name': 'Jean',
  'action-0-contact': 'next door',
  'action-0-ifStuck': 'Ask the shop',
  'action-1-what': 'Look again in spring',
  'action-1-goal': '',
  worseSigns: 'I stop opening the curtains',
  worseHelps: 'A walk with Jean',
  worseRing: 'Jean, 01644 1',
  agreed: 'person',
  otherPlans: 'Diabetes plan, at the practice',
  fundedBy: 'Herself',
};

describe('a plan', () => {
  it('keeps goals with their steps and actions, what to do if things get worse, and that it was agreed', async () => {
    expect((await sam.post(at('/change'), whole)).status).toBe(303);
    const page = await (await sam.get(at('/change'))).text();
    for (const said of [
      'Grow beans again',
      'Look at the beds',
      'Two are good',
      'Bring seeds',
      'Jean',
      'next door',
      'Ask the shop',
      'I stop opening the curtains',
    ])
      expect(page).toContain(said);
    expect(page).toMatch(/name="agreed"[^>]*value="person"[^>]*checked/);
    const print = await (await sam.get(at('/print?as=usual'))).text();
    expect(print).toContain('A walk with Jean');
    expect(print).toContain('Agreed with the person');
  });

  it('prints in easy words what is still ahead, and by whom', async () => {
    const print = await (await sam.get(at('/print?as=easy'))).text();
    expect(print).toContain('I want');
    expect(print).toContain('Jean will:');
    expect(print).toContain('I, Mo will:');
    expect(print).not.toContain('9 of 10');
  });

  it('asks who spoke for them, and why they do not agree, and loses nothing typed', async () => {
    const form = { ...whole, rowVersion: '1', agreed: 'representative' };
    const first = await sam.post(at('/change'), form);
    expect(first.status).toBe(422);
    expect(await first.text()).toContain('Say who spoke for them');
    const second = await (await sam.post(at('/change'), { ...form, agreed: 'not', worseHelps: 'Singing' })).text();
    expect(second).toContain('Say why not, as they see it');
    expect(second).toContain('Singing');
  });

  it('asks for the words of a goal that has something to do', async () => {
    const answer = await sam.post(at('/change'), {
      rowVersion: '1',
      'goal-0-words': '',
      'action-0-goal': '0',
      'action-0-what': 'Bring seeds',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Write the goal in their words');
  });

  it('adds a row where it was asked for, with everything typed still there', async () => {
    const page = await (await sam.post(at('/change'), { ...whole, add: 'action-0' })).text();
    expect(page).toContain('name="action-2-what"');
    expect(page).toMatch(/name="action-2-goal"[^>]*value="0"/);
    expect(await (await sam.post(at('/change'), { ...whole, add: 'step-0' })).text()).toContain('name="goal-0-step-1-words"');
    for (const odd of ['step-99', 'action-99', 'goal-x', 'x'])
      expect((await sam.post(at('/change'), { ...whole, add: odd })).status).toBe(200);
  });
});

describe('a plan that is shared with the person', () => {
  it('reaches them by their own link, which opens what was agreed and nothing of who else they are', async () => {
    expect((await sam.post(at('/share'), { as: 'easy' })).status).toBe(303);
    const token = await linkTo();
    const answer = await web.nobody.get(`/my-plan/${token}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await answer.text();
    expect(page).toContain('Mo, this is your plan');
    expect(page).toContain('Grow beans again');
    expect(page).not.toContain('Kerr');
    expect(await (await sam.get(at('/share'))).text()).toContain('Take every link back');
  });

  it('closes its links when the worker takes them back, or after sixty days', async () => {
    const token = await linkTo();
    expect((await sam.post(at('/share/stop'))).status).toBe(303);
    expect((await web.nobody.get(`/my-plan/${token}`)).status).toBe(410);
    web.clock.now = new Date(web.clock.now.getTime() + 60_000);
    await sam.post(at('/share'), { as: 'usual' });
    const later = await linkTo();
    expect((await web.nobody.get(`/my-plan/${later}`)).status).toBe(200);
    const before = web.clock.now;
    web.clock.now = new Date(before.getTime() + 61 * 86_400_000);
    expect((await web.nobody.get(`/my-plan/${later}`)).status).toBe(410);
    web.clock.now = before;
  });

  it('is nobody else’s to guess', async () => {
    expect((await web.nobody.get('/my-plan/guess')).status).toBe(404);
    expect((await web.nobody.get(`/my-plan/${'a'.repeat(43)}`)).status).toBe(404);
    expect((await sam.get(`/people/${randomUUID()}/plan/share`)).status).toBe(404);
  });
});

/** The link of the newest message, as its composer writes it. */
async function linkTo(): Promise<string> {
  const programmeId = programme.id;
  const seen = await web.modules.planSharing.seeShares(programme.as('linkWorker'), moira.person.id);
  if (!seen.ok) throw new Error('not seen');
  const share = seen.value.shares[0]!;
  const composed = await db.inProgramme(programmeId, (tx) =>
    web.modules.composers['plan-shared']!(tx, share.id, {
      to: { person: moira.person.id },
      person: moira.person.id,
      programme: programme.as('linkWorker').programme,
      words: en,
      publicUrl: 'http://127.0.0.1:3000',
      now: web.clock.now,
      letter: ({ link }) => link?.url ?? '',
    }),
  );
  if (!('short' in composed)) throw new Error('nothing to send');
  expect(composed.short.length).toBeLessThanOrEqual(300);
  return composed.text.split('/').at(-1)!;
}
