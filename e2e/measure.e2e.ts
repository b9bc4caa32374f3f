import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../src/people/index.ts';
import { openBrowser } from '../test/support/browser.ts';
import type { Somebody } from '../test/support/programme.ts';
import { someone } from '../test/support/someone.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

const pictures = process.env['PICTURES'];

let browser: Browser;
let site: Site;
let agnes: Person;
const open: Visit[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
  const details = {
    ...{ givenName: 'Agnes', familyName: 'Muir', dateOfBirth: '1941-06-02', email: 'agnes@home.example' },
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
const tick = (page: Page, answer: string) => page.getByLabel(answer, { exact: true }).check({ force: true });

/** Issue 4: a remote measure on a phone-sized screen. */
describe('Agnes answers a few questions at home, on her phone', () => {
  let worker: Page;
  let phone: Page;
  let link: string;

  it('after Sam has sent them in the way that she wished', async () => {
    worker = await as('linkWorker', 1280);
    await worker.goto(`/people/${agnes.id}/measures`);
    await see(worker, 'measures-before', 'Nobody has asked yet');
    await worker.goto(`/people/${agnes.id}/measures/ask/ons-loneliness`);
    await see(worker, 'ask', 'Let them answer by themselves', 'How often do you feel left out?');
    await press(worker, 'Send a link');
    await see(worker, 'measures-sent', 'A link is on its way', 'Sent, and not answered yet');
    await site.work();
    const { text } = site.mailTo('agnes@home.example')!;
    expect(text).not.toMatch(/lonel|Muir/i);
    link = new URL(/http\S+\/answer\/[\w-]+/.exec(text)![0]).pathname;
  });

  it('one question at a time, without JavaScript, with nothing of her but her first name', async () => {
    phone = await as(undefined, 390, false);
    await phone.goto(link);
    await see(phone, 'own-start', 'Hello Agnes', 'You do not have to');
    expect(await phone.textContent('body')).not.toContain('Muir');
    await press(phone, 'Start, one question at a time');
    await see(phone, 'own-1', 'Question 1 of 4', 'lack companionship');
    await press(phone, 'Save and go on');
    await see(phone, 'own-1-error', 'Choose an answer, or leave this one out');
    await tick(phone, 'Often');
    await press(phone, 'Save and go on');
    await see(phone, 'own-2', 'Question 2 of 4');
  });

  it('goes back, finds what she said, and changes it', async () => {
    await Promise.all([phone.waitForEvent('domcontentloaded'), phone.getByRole('link', { name: 'Back', exact: true }).click()]);
    expect(await phone.getByLabel('Often', { exact: true }).isChecked()).toBe(true);
    await tick(phone, 'Some of the time');
    await press(phone, 'Save and go on');
    await tick(phone, 'Some of the time');
    await press(phone, 'Save and go on');
  });

  it('puts the phone down, comes back with the same link, and ends', async () => {
    await phone.goto(link);
    await see(phone, 'own-again', 'Go on where you stopped');
    await press(phone, 'Go on where you stopped');
    await see(phone, 'own-3', 'Question 3 of 4');
    await tick(phone, 'Hardly ever or never');
    await press(phone, 'Save and go on');
    await tick(phone, 'Occasionally');
    await press(phone, 'Save and go on');
    await see(phone, 'own-check', 'Check your answers', 'Some of the time', 'Occasionally');
    await press(phone, 'Send my answers');
    await see(phone, 'own-done', 'Thank you', 'Your link worker will see your answers');
  });

  it('and whoever opens the link again is thanked, and shown nothing', async () => {
    const again = await as(undefined, 390);
    await again.goto(link);
    await see(again, 'own-second', 'You have answered already');
    expect(await again.textContent('body')).not.toMatch(/Agnes|companionship/);
    await again.goto('/answer/not-a-link-of-anybody');
    await see(again, 'own-unknown', 'This link does not work');
  });

  it('so that Sam has it on his list, and sees what she said', async () => {
    await worker.goto(`/people/${agnes.id}`);
    await see(worker, 'person', 'They have answered the questions you sent');
    await worker.goto(`/people/${agnes.id}/measures`);
    await see(worker, 'measures', 'On their own page', 'Missing others (three questions) 5');
    await press(worker, /See the answers/);
    await see(worker, 'result', 'What it comes to', 'Occasionally', 'It is not a diagnosis');
  });

  it('on pages that a phone and paper hold too', async () => {
    const small = await as('linkWorker', 390, false);
    for (const [path, name, said] of [
      ['', 'measures-390', 'So far'],
      ['/ask/ons4', 'ask-390', 'satisfied'],
      ['/ask/ons4/paper', 'paper-390', 'For Agnes'],
      ['/print', 'print-390', 'Agnes'],
    ] as const) {
      await small.goto(`/people/${agnes.id}/measures${path}`);
      await see(small, name, said);
    }
    await worker.goto(`/people/${agnes.id}/measures/ask/ons4/paper`);
    await see(worker, 'paper', 'For Agnes');
  });

  it('of the measures and times that an administrator chose', async () => {
    const [wide, small] = [await as('admin', 1280), await as('admin', 390, false)];
    for (const [path, name, said] of [
      ['/instruments', 'instruments', 'Measures we use'],
      ['/instruments/phq-9', 'instrument', 'What to know'],
      ['/instruments/import', 'instrument-import', 'Bring in a measure'],
      ['/instruments/schedule', 'schedule', 'When measures are asked'],
    ] as const) {
      await wide.goto(path);
      await see(wide, name, said);
      await small.goto(path);
      await see(small, `${name}-390`, said);
    }
  });

  it('on pages in which axe finds nothing, and nothing runs off a narrow screen', () => expect(complaints).toEqual([]));
});
