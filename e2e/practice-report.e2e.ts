import { mkdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addContacts, plainContact } from '../src/support/index.ts';
import { openBrowser } from '../test/support/browser.ts';
import type { Somebody } from '../test/support/programme.ts';
import { someone } from '../test/support/someone.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

const pictures = process.env['SHOTS'];

let browser: Browser;
let site: Site;
const open: Visit[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
  await referredInOctober();
});
afterAll(async () => {
  for (const visitor of open) await visitor.leave();
  await site.close();
  await browser.close();
});

/** Fourteen people whom the nurse referred; Sam has met most of them. */
async function referredInOctober(): Promise<void> {
  const by = site.programme.as('linkWorker').id;
  for (let nth = 0; nth < 14; nth++) {
    const at = new Date(Date.UTC(2026, 9, 2 + nth, 9));
    const { person, support } = await someone(site.db, site.programme, {
      at,
      needs: nth < 8 ? ['loneliness'] : ['money', 'housing'],
      details: { familyName: `Kerr ${nth}`, dateOfBirth: nth < 7 ? '1949-03-14' : '1980-01-01' },
    });
    const about = { id: randomUUID(), person: person.id, support: support.id };
    const met = { happenedAt: new Date(at.getTime() + 8 * 86_400_000), channel: 'visit' as const, minutes: 40 };
    const said = { note: 'Tea.', place: '', present: '', nextStep: '', debrief: false };
    if (nth < 9)
      await site.db.inProgramme(site.programme.id, (tx) => addContacts(tx, [{ ...plainContact, ...about, ...met, ...said, by }]));
  }
}

const as = async (who: Somebody, width: number, javaScript = true): Promise<Page> => {
  const visitor = await visit(browser, site, { javaScript, width }, who);
  open.push(visitor);
  return visitor.page;
};
const picture = async (page: Page, name: string) => {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};
/** The page says this, and axe and a narrow screen find nothing wrong with it. */
const see = async (page: Page, name: string, ...texts: (string | RegExp)[]) => {
  for (const text of texts) await expect.poll(() => page.textContent('body'), { timeout: 15_000 }).toMatch(text);
  complaints.push(...(await looksRight(browser, page)).map((line) => `${new URL(page.url()).pathname}: ${line}`));
  await picture(page, name);
};
const sheets = async (page: Page) => (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;

/** Issue 5: simple, practical tools, and a page a month that is read in a minute. */
describe('what a practice is given', () => {
  let manager: Page;
  let nurse: Page;

  it('stands beside the form on which the nurse refers, folded away, without a script', async () => {
    manager = await as('manager', 1280);
    await manager.goto(`/tools/prompts/${site.programme.practice}`);
    await manager.getByLabel('Suggest it at this practice').check({ force: true });
    await manager.getByLabel('People who are here for the first time').check({ force: true });
    await manager.getByLabel(/What would help the team/).fill('A mobile number. We cannot ring back a practice line in the evening.');
    await see(manager, 'prompts', 'Of whom?');
    await press(manager, 'Save');
    await see(manager, 'tools-manager', 'Yes, when somebody is here for the first time');

    nurse = await as('nurse', 1280, false);
    await nurse.goto('/refer');
    await picture(nurse, 'refer-folded');
    expect(await nurse.getByText('Has time to listen').isVisible()).toBe(false);
    await nurse.getByText('What a link worker does, in a minute').click();
    expect(await nurse.getByText('Has time to listen').isVisible()).toBe(true);
    await nurse.getByText('Money: one question to ask', { exact: true }).click();
    await see(nurse, 'refer-open', 'Suggested at your practice when somebody is here for the first time');
  });

  it('and is printed on one sheet, A4, A5 or in large letters', async () => {
    const reader = await as('nurse', 1280);
    await reader.goto('/tools');
    await see(reader, 'tools', 'Leaflets for people');
    for (const size of ['a4', 'a5']) {
      await reader.goto(`/tools/leaflets/next?size=${size}`);
      await see(reader, `leaflet-${size}`, 'Ring 01644 000000');
      expect(await sheets(reader)).toBe(1);
    }
    await reader.goto('/tools/leaflets/money?size=large');
    await see(reader, 'leaflet-large', 'Money worries');
  });

  it('in the programme’s own words, when it wants to', async () => {
    await manager.goto('/tools/texts/what-is');
    await see(manager, 'text', 'Bothy’s own words');
    await manager.getByLabel('Words', { exact: true }).fill('# Your link worker\nSam has time for you. Ring [phone].');
    await press(manager, 'Save these words');
    await see(manager, 'text-changed', 'The words are saved', 'Version');
  });
});

describe('the page of the month', () => {
  let manager: Page;
  let nurse: Page;

  it('is made by itself, and goes to whom the manager named', async () => {
    manager = await as('manager', 1280);
    await manager.goto(`/belonging/${site.programme.practice}/reports`);
    await see(manager, 'reports-none', 'No reports yet', 'Nobody is mailed it yet');
    await manager.getByLabel('Mail it to').selectOption({ label: 'Isla Gordon' });
    await press(manager, 'Add them');
    await see(manager, 'reports-recipient', 'They will be mailed the next report');
    await site.web.modules.belonging.practiceTools.handlers['make-practice-reports']();
    await site.work();
  });

  it('is opened from the mail on a phone, read, and printed on one sheet', async () => {
    const mail = site.mailTo(site.programme.as('nurse').email)!;
    const path = new URL(/http\S+\/practice-report\/[\w-]+/.exec(mail.text)![0]).pathname;
    nurse = await as('nurse', 390, false);
    await nurse.goto(path);
    await see(nurse, 'report-390', '14 people were referred from your practice. 9 of them have met a link worker', 'A mobile number.');
    const desk = await as('nurse', 1280);
    await desk.goto(path);
    await see(desk, 'report', 'What came of it');
    if (pictures) await desk.pdf({ path: `${pictures}/report.pdf`, preferCSSPageSize: true });
    expect(await sheets(desk)).toBe(1);
  });

  it('and the manager sees that it was read; the nurse can stop it', async () => {
    await manager.reload();
    await see(manager, 'reports', 'In the last year, somebody at the practice opened 1 of 1');
    await press(nurse, 'Stop mailing it to me');
    await see(nurse, 'report-stopped', 'You will not be mailed this report any more');
    const small = await as('manager', 390, false);
    await small.goto(`/belonging/${site.programme.practice}/reports`);
    await see(small, 'reports-390', 'Stopped on');
    await small.goto('/tools');
    await see(small, 'tools-390', 'Tools for practices');
  });

  it('on pages in which axe finds nothing, and nothing runs off a narrow screen', () => expect(complaints).toEqual([]));
});
