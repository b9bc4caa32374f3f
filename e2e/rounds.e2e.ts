import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../test/support/browser.ts';
import type { Somebody } from '../test/support/programme.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

const pictures = process.env['SHOTS'] ?? process.env['PICTURES'];

let browser: Browser;
let site: Site;
const open: Visit[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
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
const see = async (page: Page, name: string, ...texts: (string | RegExp)[]) => {
  for (const text of texts) await expect.poll(() => page.textContent('body'), { timeout: 15_000 }).toMatch(text);
  complaints.push(...(await looksRight(browser, page)).map((line) => `${name}: ${line}`));
  await shoot(page, name);
};
/** The page says this; another like it is looked at. */
const says = async (page: Page, name: string, ...texts: (string | RegExp)[]) => {
  for (const text of texts) await expect.poll(() => page.textContent('body'), { timeout: 15_000 }).toMatch(text);
  await shoot(page, name);
};
const shoot = async (page: Page, name: string) => {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};
const people = {
  gp: ['anwar', 'elspeth', 'ruaridh', 'shona', 'iain'],
  receptionist: ['kirsty', 'jean', 'morag', 'ailsa', 'donna'],
};
const addressOf = (name: string) => `${name}@glenkens.example`;
const linkOf = (name: string) => new URL(/http\S+\/round\/[\w-]+/.exec(site.mailTo(addressOf(name))!.text)![0]).pathname;

const parts = { C: 4, P: 4, A: 7, R: 5 };
const statements = Object.entries(parts).flatMap(([part, n]) => Array.from({ length: n }, (_, at) => `${part}${at + 1}`));

/** Somebody else sends their answers, each a little different. */
async function answer(name: string) {
  const said = statements.map((id, at) => [id, String([4, 5, 3, 4, 2, 4, 5, 7][(at + name.length + name.charCodeAt(0)) % 8])]);
  const form = { ...Object.fromEntries(said), A2: '2', G1: '7', G2: '6', G3: '9' };
  const sent = await site.web.nobody.post(linkOf(name), form);
  expect(sent.status).toBe(200);
}

/** Issue 5: a round from invitation to results on paper. */
describe('Catriona asks everybody at the practice how it goes', () => {
  let lead: Page;
  let phone: Page;

  it('makes a survey and invites them by what they do', async () => {
    lead = await as('lead', 1280);
    await lead.goto(`/belonging/${site.programme.practice}/rounds`);
    await says(lead, 'rounds-none', 'No surveys yet');
    await press(lead, 'Make a survey');
    await see(lead, 'round-make', 'What people here call it');
    await lead.getByLabel('Also ask the three general questions').check({ force: true });
    await press(lead, 'Save and go on to inviting');
    for (const [role, names] of Object.entries(people)) {
      await lead.locator('#role').selectOption(role);
      await lead.getByLabel('Email addresses').fill(names.map(addressOf).join('\n'));
      await press(lead, 'Invite them');
    }
    await see(lead, 'round-planned', 'anwar@glenkens.example', 'Receptionists');
    await press(lead, 'Open it now and write to everybody');
    await says(lead, 'round-open', 'The survey is open', 'Nobody can see who has answered');
    expect(await lead.textContent('body')).not.toContain('anwar@');
    await site.work();
  });

  it('and Dr Malik answers on his phone, without JavaScript and without a name', async () => {
    phone = await as(undefined, 390, false);
    await phone.goto(linkOf('anwar'));
    await see(phone, 'survey', 'How is the link worker service going for you?', 'Part 4 of 4', 'Wording to be confirmed');
    await press(phone, 'Send my answers');
    await says(phone, 'survey-error', 'Choose an answer to at least one');
    for (const id of ['C1', 'C2', 'C3', 'C4', 'P1', 'P2', 'P3', 'P4']) await phone.locator(`#${id}-4`).check({ force: true });
    await phone.locator('#A5-7').check({ force: true });
    await shoot(phone, 'survey-filled');
    await press(phone, 'Send my answers');
    await says(phone, 'survey-done', 'Thank you', 'torn up');
    await phone.goto(linkOf('anwar'));
    await says(phone, 'survey-used', 'This link has been used');
  });

  it('and somebody without a work mailbox types a code from a slip of paper', async () => {
    await lead.locator('#paperRole').selectOption('other');
    await lead.getByLabel('How many codes').fill('3');
    await press(lead, 'Make the sheet');
    await see(lead, 'codes', 'These codes are not shown again');
    const code = (await lead.locator('.bothy-slips__code').first().textContent())!;
    await phone.goto('/round');
    await see(phone, 'code', 'Type the code from your slip');
    await phone.getByLabel('Code').fill(code.toLowerCase());
    await press(phone, 'Start');
    await phone.locator('#C1').check({ force: true });
    await press(phone, 'Send my answers');
    expect(await phone.textContent('body')).toContain('Thank you');
  });

  it('and only those who have not answered are reminded', async () => {
    for (const name of ['elspeth', 'ruaridh', 'shona', 'iain', 'kirsty', 'jean', 'morag', 'ailsa']) await answer(name);
    await lead.goto(`/belonging/${site.programme.practice}/rounds`);
    await press(lead, /to/);
    const before = site.web.mail.letters.length;
    await press(lead, 'Remind those who have not answered');
    await site.work();
    expect(site.web.mail.letters.slice(before).map(({ to }) => to.address)).toEqual([addressOf('donna')]);
    await says(lead, 'round-reminded', 'Last reminded on');
    await answer('donna');
  });

  it('until it closes, and everybody may see what was said', async () => {
    await lead.getByText('Close it now').click();
    await press(lead, 'Close this survey');
    await see(lead, 'results', 'The four parts', 'Statement by statement', 'Receptionists', 'No total is made');
    await press(lead, 'Print');
    await says(lead, 'results-print', 'Back to the results', 'Strongly agree');
    const small = await as('nurse', 390, false);
    await small.goto(`/belonging/${site.programme.practice}/rounds`);
    await says(small, 'rounds-390', 'Over time', 'Making sense of it');
    await press(small, /2026 to/);
    await says(small, 'results-390', 'By role');
  });

  it('on pages in which axe finds nothing, and nothing runs off a narrow screen', () => expect(complaints).toEqual([]));
});
