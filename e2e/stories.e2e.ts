import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../src/people/index.ts';
import { noteUse, storyForReport } from '../src/voice/index.ts';
import { openBrowser } from '../test/support/browser.ts';
import type { Somebody } from '../test/support/programme.ts';
import { someone } from '../test/support/someone.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

const pictures = process.env['SHOTS'];

let browser: Browser;
let site: Site;
let agnes: Person;
const open: Visit[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
  const details = {
    ...{ givenName: 'Agnes', familyName: 'Muir', dateOfBirth: '1941-06-02', email: 'agnes@home.example', place: 'Dalry' },
    safeContact: { channels: ['email' as const], voicemailOk: null, note: '' },
  };
  agnes = (await someone(site.db, site.programme, { details })).person;
});
afterAll(async () => {
  for (const visitor of open) await visitor.leave();
  await site.close();
  await browser.close();
});

const as = async (who: Somebody | undefined, width: number, javaScript = true): Promise<Page> => {
  const visitor = await visit(browser, site, { javaScript, width }, who);
  open.push(visitor);
  return visitor.page;
};
/** The page says this, and axe and a narrow screen find nothing wrong with it. */
const see = async (page: Page, name: string, ...texts: (string | RegExp)[]) => {
  for (const text of texts) await expect.poll(() => page.textContent('body'), { timeout: 15_000 }).toMatch(text);
  complaints.push(...(await looksRight(browser, page)).map((line) => `${new URL(page.url()).pathname}: ${line}`));
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  }
};
const choose = (page: Page, label: string) => page.getByLabel(label, { exact: false }).first().check({ force: true });
const answer = (page: Page, use: string, said: 'yes' | 'no') =>
  page.locator(`input[name="use-${use}"][value="${said}"]`).check({ force: true });
const linkTo = (address: string) => new URL(/http\S+\/my-story\/[\w-]+/.exec(site.mailTo(address)!.text)![0]).pathname;

/** Issue 5: a story from telling to withdrawal. */
describe('Agnes tells her story, and takes it back', () => {
  let worker: Page;
  let phone: Page;
  let lead: Page;
  let own: string;
  let story: string;

  it('after Sam has asked her, in the way that she wished', async () => {
    worker = await as('linkWorker', 1280);
    await worker.goto(`/people/${agnes.id}/stories`);
    await see(worker, 'list-empty', 'No story yet', 'How would they like to tell it?');
    await choose(worker, 'By themselves: send them a link');
    await press(worker, 'Go on');
    await see(worker, 'list-asked', 'A link is on its way');
    await site.work();
    expect(site.mailTo('agnes@home.example')!.text).not.toMatch(/lonel|Muir/i);
    own = linkTo('agnes@home.example');
  });

  it('on her phone, without JavaScript, in two goes', async () => {
    phone = await as(undefined, 390, false);
    await phone.goto(own);
    await see(phone, 'own-tell', 'Hello Agnes', 'You do not have to tell anything', 'Leave this page');
    expect(await phone.textContent('body')).not.toContain('Muir');
    await phone.getByLabel('Your story, in your own words').fill('I am Agnes, I am 85, and I live in Dalry.');
    await press(phone, 'Keep it, and go on later');
    await see(phone, 'own-kept', 'We have kept it');
    await phone
      .getByLabel('Your story, in your own words')
      .fill(
        'I am Agnes, I am 85, and I live in Dalry. After Jim died I kept the curtains shut.\n\nSam rang, and rang again. He found me the choir. My neighbour Wullie drives me. On Tuesdays I sing, and I come home hungry.',
      );
    await press(phone, 'Send it to my link worker');
    await see(phone, 'own-told', 'Thank you for telling us');
  });

  it('so that Sam makes it fit to share, with what Bothy found in it', async () => {
    await worker.goto(`/people/${agnes.id}/stories`);
    await press(worker, 'A story without a title yet');
    await see(worker, 'story-told', 'What they said', 'The wording to share');
    await worker.getByLabel('A few words as a title').fill('Singing on Tuesdays');
    await press(worker, 'Save the wording');
    await see(worker, 'story-flagged', 'Their own name', 'Where they live', 'Somebody’s name', 'parts must be taken out');
    story = new URL(worker.url()).pathname;
    await press(worker, /Use “I am in my eighties”/);
    await press(worker, /Use “my link worker”/);
    await expect.poll(() => worker.getByLabel('The story', { exact: true }).inputValue()).toMatch(/I am in my eighties/);
    await worker
      .getByLabel('The story', { exact: true })
      .fill(
        'I am in my eighties. After my husband died I kept the curtains shut.\n\nMy link worker rang, and rang again. He found me the choir. A neighbour drives me. On Tuesdays I sing, and I come home hungry.',
      );
    await press(worker, 'Save the wording');
    await see(worker, 'story-worded', 'Their yes to these words', 'Send them the words to look over');
    await press(worker, 'Send them the words to look over');
    await see(worker, 'story-sent', 'The words are with them');
    await site.work();
  });

  it('and Agnes says yes to the words, and who may read them', async () => {
    own = linkTo('agnes@home.example');
    await phone.goto(own);
    await see(phone, 'own-check', 'Are these words right?', 'I come home hungry');
    await press(phone, 'Yes, these words are right');
    await see(phone, 'own-check-error', 'Choose yes or no');
    for (const use of ['team', 'practice-report', 'public']) await answer(phone, use, 'yes');
    await answer(phone, 'funders', 'no');
    await press(phone, 'Yes, these words are right');
    await see(phone, 'own-approved', 'Thank you for your story', 'until');
    expect(await phone.textContent('body')).not.toContain('hungry');
  });

  it('so that it is in the report to the practice, and on the library’s wall', async () => {
    const { programme, db, web } = site;
    await db.inProgramme(programme.id, async (tx) => {
      const found = await storyForReport(tx, { practice: programme.practice, at: web.clock.now });
      expect(found?.title).toBe('Singing on Tuesdays');
      const report = { kind: 'practice-report', where: randomUUID(), label: 'Report for October', practice: programme.practice } as const;
      await noteUse(tx, {
        ...report,
        story: found!.id,
        use: 'practice-report',
        way: 'printed',
        whoGot: 'Glenkens Medical Practice',
        at: web.clock.now,
      });
    });
    lead = await as('lead', 1280);
    await lead.goto('/stories');
    await see(lead, 'share', 'Singing on Tuesdays', 'Told by a person');
    expect(await lead.textContent('main')).not.toMatch(/Agnes|Muir/);
    await press(lead, 'Singing on Tuesdays');
    await see(lead, 'shared', 'Report for October', 'Print it');
    await choose(lead, 'Anybody');
    await lead.getByLabel('Who will get it?').fill('Dalry library');
    await press(lead, 'Show it to print');
    await see(lead, 'print', 'Shared with the teller’s yes');
  });

  it('until she takes it back with her old link', async () => {
    await phone.goto(own);
    await press(phone, 'Take my story back');
    await see(phone, 'own-take-back', 'You need not say why');
    await choose(phone, 'All of it');
    await press(phone, 'Take it back');
    await see(phone, 'own-taken-back', 'It is taken back');
    await phone.goto(own);
    await see(phone, 'own-gone', 'It is taken back');
  });

  it('and then it is gone everywhere, and what was printed is called back', async () => {
    const { programme, db, web } = site;
    expect(
      await db.inProgramme(programme.id, (tx) => storyForReport(tx, { practice: programme.practice, at: web.clock.now })),
    ).toBeUndefined();
    await worker.goto(story);
    await see(worker, 'story-gone', 'The words are gone');
    expect(await worker.textContent('body')).not.toContain('hungry');
    await lead.goto('/stories');
    await see(lead, 'share-gone', 'No story to share yet', '2 copies to call back');
    await press(lead, 'See what to call back');
    await see(lead, 'recall', 'Report for October', 'Dalry library');
    const first = lead.getByLabel('What was done').first();
    await first.fill('The practice manager shredded it');
    await press(lead, /It is called back/);
    await see(lead, 'recalled', 'Noted as called back', 'The practice manager shredded it');
  });

  it('on pages that a phone holds too', async () => {
    const small = await as('lead', 390, false);
    for (const [path, name, said] of [
      ['/stories/recall', 'recall-390', 'To call back|Called back'],
      ['/stories/mine', 'mine-390', 'Stories of your own work'],
      [`/people/${agnes.id}/stories`, 'list-390', 'Singing on Tuesdays'],
    ] as const) {
      await small.goto(path);
      await see(small, name, new RegExp(said));
    }
    await small.goto('/stories/mine');
    await press(small, 'Write a story of your work');
    await see(small, 'mine-write-390', 'What happened');
    await small.getByLabel('What happened').fill('I sat beside Jean while she rang the council. It took 40 minutes.');
    await press(small, 'Save what was said');
    await small.getByLabel('A few words as a title').fill('Sitting beside');
    await press(small, 'Save the wording');
    await see(small, 'mine-flagged-390', 'Somebody’s name');
    await press(small, 'Say who may read it');
    await see(small, 'mine-agree-390', 'For how long?');
  });

  it('in which axe finds nothing, and nothing runs off a narrow screen', () => expect(complaints).toEqual([]));
});
