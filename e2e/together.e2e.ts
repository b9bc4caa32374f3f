import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../test/support/browser.ts';
import type { Somebody } from '../test/support/programme.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

const pictures = process.env['PICTURES'];

let browser: Browser;
let site: Site;
const open: Visit[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
  site.web.clock.now = new Date('2026-11-23T10:00:00Z');
});
afterAll(async () => {
  for (const visitor of open) await visitor.leave();
  await site.close();
  await browser.close();
});

const as = async (who: Somebody | undefined, width: number): Promise<Page> => {
  const visitor = await visit(browser, site, { javaScript: false, width }, who);
  open.push(visitor);
  return visitor.page;
};
/** The page says this, and axe and a narrow screen find nothing wrong with it. */
const see = async (page: Page, name: string, ...texts: (string | RegExp)[]) => {
  for (const text of texts) await expect.poll(() => page.textContent('body'), { timeout: 15_000 }).toMatch(text);
  complaints.push(...(await looksRight(browser, page)).map((line) => `${new URL(page.url()).pathname}: ${line}`));
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
};
const fillDay = async (page: Page, day: string, month: string) => {
  const fields: [string, string][] = [
    ['Day', day],
    ['Month', month],
    ['Year', '2026'],
  ];
  for (const [label, value] of fields) await page.getByRole('main').getByLabel(label, { exact: true }).last().fill(value);
};
const bench = 'A bench outside, so that people can wait in the sun. My hip does not like to stand.';

/** Issue 5: what somebody says on a phone becomes something that is there, and everybody may read how. */
describe('a suggestion', () => {
  let phone: Page;
  let lead: Page;
  let alec: Page;
  let own: string;
  const slug = () => site.programme.as('lead').programme.slug;

  it('is made on a phone, without an account, from the foot of a page', async () => {
    phone = await as(undefined, 390);
    await phone.goto(`/ask/${slug()}`);
    await phone.getByRole('contentinfo').getByRole('link', { name: 'Suggest a change' }).click();
    await see(phone, 'suggest', 'What should be different?', 'the page that you came from');
    await press(phone, 'Send it');
    await see(phone, 'suggest-error', 'There is a problem');
    await phone.getByLabel('What should be different?').fill(bench);
    await phone.getByLabel('A patient, or somebody who was supported').check();
    await press(phone, 'Send it');
    await see(phone, 'suggest-sent', 'Thank you for telling us', bench);
    own = phone.url();
  });

  it('is read, worded for everybody, and brought to a meeting with a paper', async () => {
    lead = await as('lead', 1280);
    await lead.goto('/ideas?show=new');
    await see(lead, 'ideas', /A bench outside/);
    await lead.getByRole('link', { name: /A bench outside/ }).click();
    await lead.getByLabel('Wording for the group and for everybody').fill('A bench outside, so that people can wait in the sun.');
    await lead.getByLabel('Being looked at').check();
    await press(lead, 'Save');
    await see(lead, 'idea', 'The idea is saved');
    await lead.goto('/steering/group');
    await lead.getByLabel('Name', { exact: true }).fill('Alec Dunn');
    await lead.getByLabel('Speaks for').selectOption('Patients and carers');
    await lead.getByLabel(/What they bring/).fill('Was supported after his wife died');
    await lead.getByLabel('Their account').selectOption('Alec Dunn');
    await press(lead, 'Save the member');
    await see(lead, 'group', 'Nobody speaks for: community groups');
    await lead.goto('/steering/meetings/new');
    await fillDay(lead, '23', '11');
    await lead.getByLabel('Time').fill('2pm');
    await lead.getByLabel('Place').fill('The library. The side door has no step.');
    await lead.getByLabel(/Agenda/).fill('Waiting outside\nThe winter');
    await press(lead, 'Save the meeting');
    await press(lead, 'Make a paper from how things stand now');
    await see(lead, 'paper', 'A bench outside', 'It has not changed since');
  });

  it('is decided on, with a reason, an action and somebody who does it', async () => {
    await lead.getByRole('link', { name: 'Back' }).first().click();
    await see(lead, 'meeting-planned', 'Who was there');
    await press(lead, 'Who was there');
    await lead.getByLabel('Alec Dunn').selectOption('There');
    await see(lead, 'held', 'Not said');
    await press(lead, 'Save who was there');
    await press(lead, 'Write down a decision');
    await lead.getByLabel('What it is about').selectOption({ index: 1 });
    await lead.getByLabel('What was decided').fill('A bench by the front door');
    await lead.getByLabel('Yes, we do it').check();
    await lead.getByLabel('Why', { exact: true }).fill('It costs little, and nobody should have to stand.');
    await see(lead, 'decide', 'Who saw it otherwise');
    await press(lead, 'Save the decision');
    await press(lead, 'Agree an action');
    await lead.getByLabel('What is to be done').fill('Ask the men’s shed to build one');
    await lead.getByLabel('Who does it').selectOption('Alec Dunn');
    await fillDay(lead, '18', '12');
    await press(lead, 'Save the action');
    await see(lead, 'meeting', 'Decision 1', 'Ask the men’s shed');
    await press(lead, 'Minutes to print');
    await see(lead, 'minutes', 'It costs little');
  });

  it('is done by a member of the group, and then everybody may read what we did', async () => {
    alec = await as('steering', 1280);
    await alec.goto('/steering');
    await see(alec, 'steering', 'Ask the men’s shed', 'Yours');
    await press(alec, /Ask the men/);
    await alec.getByLabel('What came of it').fill('The bench is there, made of larch. It has arms to push yourself up by.');
    await press(alec, 'It is done');
    await see(alec, 'action', 'It is done. Thank you.');
    await lead.goto('/ideas?show=done');
    await lead.getByRole('link', { name: /A bench outside/ }).click();
    await press(lead, 'Show it on the public page');
    await see(lead, 'idea-public', 'The idea is on the public page');
    await phone.goto(own);
    await see(phone, 'own-done', 'We have done it', 'made of larch');
    await press(phone, 'See what others said, and what we did');
    await see(phone, 'you-said', 'We did', 'made of larch', 'wait in the sun');
  });

  it('stands beside criteria that are owned by the group, and votes that tell on nobody', async () => {
    await lead.goto('/criteria/new');
    await lead.getByLabel('Title').fill('Whom to refer');
    await lead.getByLabel('Part 1: Heading').fill('Whom to refer');
    await lead.getByLabel('Part 1: Text').fill('Anybody over 65 who is lonely.');
    await press(lead, 'Begin with this');
    await see(lead, 'criteria', 'Version 1');
    const sam = await as('linkWorker', 1280);
    await sam.goto(lead.url().split('?')[0]!);
    await press(sam, 'Propose a change');
    await sam.getByLabel('Part 1: Text').fill('Anybody of 18 or over who is lonely.');
    await sam.getByLabel('Why it should change').fill('Young people are lonely too.');
    await see(sam, 'propose', 'Whose proposal is it?');
    await press(sam, 'Propose it');
    await see(sam, 'proposal', 'Words to come out are struck through');
    await lead.goto('/steering/ballots');
    await lead.getByLabel('Question').fill('What first this winter?');
    await lead.getByLabel('Options').fill('An evening clinic\nLifts to the walking group');
    await fillDay(lead, '30', '11');
    await press(lead, 'Open the vote');
    await alec.goto(lead.url().split('?')[0]!);
    await see(alec, 'vote', 'One vote for each member');
    await alec.getByLabel('An evening clinic').check();
    await press(alec, 'Vote');
    await see(alec, 'voted', 'You have voted');
    await alec.goto('/steering');
    await see(alec, 'steering-full', 'What first this winter?');
    await lead.goto('/ideas/form');
    await see(lead, 'blank-form', 'You can also tell us at');
  });

  it('was made on pages in which nothing is hard to use', () => expect(complaints).toEqual([]));
});
