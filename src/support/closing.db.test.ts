import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import { usualSettings } from '../identity/index.ts';
import type { Database } from '../platform/database.ts';
import { type Composer, openMessages } from '../messages/index.ts';
import { letters } from './index.ts';
import { type Somebody, someone } from '../../test/support/someone.ts';
import { en } from '../../locales/en/index.ts';

type Composed = Extract<Awaited<ReturnType<Composer>>, { text: string }>;
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
  moira = await someone(db, programme, { needs: ['loneliness', 'domestic-abuse'], at: new Date('2026-11-20T09:00:00Z') });
});
const at = (page = '') => `/people/${moira.person.id}${page}`;
const read = async (page: string, who: Who = 'linkWorker') => (await (await as(who)).get(page)).text();
const post = async (page: string, form: Record<string, string | readonly string[]>, who: Who = 'linkWorker') =>
  (await as(who)).post(page, form);
const letter = () => `/referrals/${moira.referral.id}/letter`;

const ending = () => ({ support: moira.support.id, rowVersion: '1', because: 'completed', outcome: 'She sings on Tuesdays', tell: 'yes' });
const plan = {
  rowVersion: '0',
  whatMatters: 'Singing',
  'goal-0-words': 'Sing with others',
  'goal-0-importance': '9',
  'goal-0-confidence': '5',
  'goal-0-status': 'going-on',
};

describe('the plan', () => {
  it('is kept in the words of the person, in every version', async () => {
    expect(
      (
        await post(at('/plan/change'), {
          ...plan,
          needs: ['loneliness', 'domestic-abuse'],
          'action-0-what': 'Ring the choir',
          'action-0-who': 'other',
          'action-0-name': 'Jean',
        })
      ).status,
    ).toBe(303);
    expect((await post(at('/plan/change'), { ...plan, rowVersion: '1', whatMatters: 'Singing, and my sister' })).status).toBe(303);
    const page = await read(at('/plan/history'));
    expect(page).toContain('Version 2');
    expect(page).toContain('Singing, and my sister');
    expect(page).toContain('Version 1');
    expect(page).toContain('Jean');
  });

  it('starts with what the referral was about', async () => {
    expect(await read(at('/plan/change'))).toMatch(/value="loneliness" checked/);
  });

  it('gives another goal or action without saving, and keeps everything typed', async () => {
    const answer = await post(at('/plan/change'), { ...plan, add: 'goal', 'action-0-what': 'Ring the choir' });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    for (const kept of ['Sing with others</textarea>', 'id="goal-1-words"', 'value="Ring the choir"', 'Singing</textarea>'])
      expect(page).toContain(kept);
    expect(await (await post(at('/plan/change'), { ...plan, add: 'action' })).text()).toContain('id="action-0-what"');
    expect(await read(at('/plan/history'))).toContain('No earlier versions');
  });

  it('asks about a goal that was half filled in, and keeps the rest', async () => {
    const answer = await post(at('/plan/change'), {
      ...plan,
      'goal-1-words': '',
      'goal-1-importance': '7',
      'action-0-what': 'Ask',
      'action-0-who': 'other',
      'action-0-name': '',
      'action-0-when-day': '31',
      'action-0-when-month': '2',
      'action-0-when-year': '2027',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const said of [
      'Write the goal in their words',
      'Say who will do it',
      'Enter a day, like 14 3 2026',
      'Singing</textarea>',
      'href="#action-0-when-day"',
    ])
      expect(page).toContain(said);
    for (const wrong of [{ 'goal-0-importance': '11' }, { 'goal-0-status': 'never' }, { whatMatters: 'x'.repeat(5001) }])
      expect((await post(at('/plan/change'), { ...plan, ...wrong })).status).toBe(422);
  });

  it('tells the second of two who save, shows both, and loses nothing', async () => {
    await post(at('/plan/change'), { ...plan, whatMatters: 'What Sam wrote' });
    const answer = await post(at('/plan/change'), { ...plan, whatMatters: 'What Rhona wrote' }, 'otherLinkWorker');
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('Sam Findlay saved this plan');
    expect(page).toContain('<p>What Sam wrote</p>');
    expect(page).toContain('What Rhona wrote</textarea>');
    expect(page).toContain('name="rowVersion" value="1"');
    expect((await post(at('/plan/change'), { ...plan, rowVersion: '1', whatMatters: 'Both' }, 'otherLinkWorker')).status).toBe(303);
  });

  it('is printed in large letters, without what others at home should not see', async () => {
    await post(at('/plan/change'), { ...plan, needs: ['loneliness', 'domestic-abuse'] });
    const page = await read(at('/plan/print'));
    expect(page).toContain('bothy-large');
    expect(page).toContain('Loneliness');
    expect(page).not.toContain('Domestic abuse');
  });

  it('cannot be printed before there is one', async () => expect((await (await as('linkWorker')).get(at('/plan/print'))).status).toBe(404));
});

describe('ending support', () => {
  it('keeps what was typed when something is missing', async () => {
    const answer = await post(at('/close'), {
      support: moira.support.id,
      rowVersion: '1',
      didNotWork: 'The lunch club was full',
      'goal-0-goal': 'Sing',
      'goal-0-words': 'Nearly',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const said of [
      'Choose how it ends',
      'Write in a line what is different now',
      'The lunch club was full</textarea>',
      'Nearly</textarea>',
    ])
      expect(page).toContain(said);
    expect((await post(at('/close'), { ...ending(), tell: 'perhaps' })).status).toBe(422);
    const { outcome: _, tell: __, ...less } = ending();
    const asked = await (await post(at('/close'), less)).text();
    for (const said of ['Write in a line what is different now', 'Choose whether they are content']) expect(asked).toContain(said);
  });

  it('says too soon when they could not be reached yet', async () => {
    const answer = await post(at('/close'), { ...ending(), because: 'could-not-be-reached' });
    expect([answer.status, (await answer.text()).includes('It is too soon to say')]).toEqual([422, true]);
  });

  it('shows the practice what to do first, and never leaves that empty', async () => {
    await post(at('/plan/change'), plan);
    expect(await read(at('/close'))).toContain('Sing with others');
    await post(at('/close'), {
      ...ending(),
      'goal-0-goal': 'Sing with others',
      'goal-0-result': 'reached',
      'goal-0-words': 'Every Tuesday',
      didNotWork: 'The lunch club',
    });
    const page = await read(letter(), 'nurse');
    expect(page).toMatch(/Actions for the practice<\/h2><p>None<\/p>/);
    expect(page.indexOf('Actions for the practice')).toBeLessThan(page.indexOf('What is different now'));
    for (const said of ['She sings on Tuesdays', 'Sing with others', 'Reached. Every Tuesday', 'The lunch club', moira.referral.reference])
      expect(page).toContain(said);
    expect(await read(letter())).toContain('She sings on Tuesdays');
    expect(await read(at())).toContain('Open support again');
  });

  it('tells the referrer no more than the person agreed to', async () => {
    await post(at('/close'), { ...ending(), tell: 'no', forPractice: 'Review her tablets' });
    const page = await read(letter(), 'nurse');
    expect(page).toContain('Review her tablets');
    expect(page).toContain('The person prefers that we do not share more');
    expect(page).not.toContain('She sings on Tuesdays');
  });

  it('gives the letter to nobody else', async () => {
    expect((await (await as('nurse')).get(letter())).status).toBe(404);
    await post(at('/close'), ending());
    for (const who of ['manager', 'evaluator', 'community', 'steering', 'admin'] as const)
      expect((await (await as(who)).get(letter())).status, who).toBe(404);
  });

  it('tells the second of two, and loses nothing of what they wrote', async () => {
    await post(at('/close'), ending());
    const answer = await post(at('/close'), { ...ending(), outcome: 'What Rhona wrote' }, 'otherLinkWorker');
    expect(answer.status).toBe(409);
    expect(await answer.text()).toMatch(/Somebody else has changed this support[\s\S]*What Rhona wrote<\/textarea>/);
    expect((await (await as('linkWorker')).get(at('/close'))).status).toBe(409);
    expect((await post(at('/attempt'), { channel: 'phone' })).status).toBe(409);
  });

  it('is undone in one step', async () => {
    await post(at('/close'), ending());
    expect((await post(at('/reopen'), {})).headers.get('location')).toBe(`${at()}?done=support-reopened`);
    expect(await read(at())).toMatch(/Supported by Sam Findlay[\s\S]*First contact/);
    expect((await post(at('/reopen'), {})).status).toBe(409);
  });
});

describe('the mail to whoever referred', () => {
  const compose = (domains: readonly string[]): Promise<Composed | { why: string }> =>
    db.inProgramme(programme.id, async (tx) => {
      const [closed] = await openMessages({ db, jobs: web.jobs, now: () => web.clock.now }).messagesAbout(tx, moira.person.id);
      const settings = { ...usualSettings, secureEmailDomains: domains };
      const letter = ({ paragraphs, link, reference }: { paragraphs: readonly string[]; link?: { url: string }; reference?: string }) =>
        [...paragraphs, link?.url, reference].join('\n');
      const context = {
        to: { account: programme.as('nurse').id },
        person: moira.person.id,
        programme: { ...programme.as('nurse').programme, settings },
        words: en,
        publicUrl: 'https://bothy.example',
        now: web.clock.now,
        letter,
      };
      return letters['support-closed']!(tx, closed!.about, context);
    });
  const domain = () => programme.as('nurse').email.split('@')[1]!;

  it('holds a reference and a link, and nothing about the person', async () => {
    await post(at('/close'), { ...ending(), forPractice: 'Review her tablets' });
    const mail = (await compose([])) as Composed;
    expect(mail).toMatchObject({ to: { address: programme.as('nurse').email } });
    expect(mail.text).toContain(`https://bothy.example${letter()}`);
    expect(mail.text).toContain(moira.referral.reference);
    for (const secret of ['Moira', 'Kerr', 'sings', 'tablets', 'came to its end']) expect(mail.text).not.toContain(secret);
  });

  it('holds the whole summary where the address is safe, with actions for the practice never empty', async () => {
    await post(at('/close'), ending());
    const { text } = (await compose([domain()])) as Composed;
    expect(text).toContain('Moira Kerr');
    expect(text).toContain('Actions for the practice:\nNone');
    expect(text).toContain('She sings on Tuesdays');
  });

  it('is not sent any more when support was opened again before it left', async () => {
    await post(at('/close'), ending());
    await post(at('/reopen'), {});
    expect(await compose([])).toEqual({ why: 'opened-again' });
  });
});
