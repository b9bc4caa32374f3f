import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addReferrals, type Referral, referenceOf } from '../src/referrals/index.ts';
import { openBrowser } from '../test/support/browser.ts';
import { aPerson } from '../test/support/connected.ts';
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
  site.web.clock.now = new Date('2026-11-21T10:00:00Z');
  for (const [need, count, postcode] of [
    ['loneliness', 9, 'DG7 3AA'],
    ['money', 7, 'DG7 3AA'],
    ['transport', 3, 'DG7 3AA'],
    ['loneliness', 6, 'DG2 1AA'],
  ] as const)
    for (let nth = 0; nth < count; nth++) {
      const person = await aPerson(site.db, site.programme, { postcode, practice: null });
      const id = randomUUID();
      const referral: Referral = {
        ...{
          id,
          reference: referenceOf(id),
          person: person.id,
          source: 'self',
          referredBy: null,
          practice: null,
          team: site.programme.team,
        },
        ...{ needs: [need], note: '', receivedAt: new Date('2026-08-10T10:00:00Z'), dueOn: null, stage: { name: 'waiting' } },
      };
      await site.db.inProgramme(site.programme.id, (tx) => addReferrals(tx, [referral]));
    }
});
afterAll(async () => {
  for (const visitor of open) await visitor.leave();
  await site.close();
  await browser.close();
});

const as = async (who: Somebody, width: number, javaScript = true): Promise<Page> => {
  const visitor = await visit(browser, site, { javaScript, width }, who);
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
    await page.screenshot({ path: `${pictures}/needs-${name}-${width}.png`, fullPage: true });
  }
};

/** Issue 5: from a table of figures to what the group does about it. */
describe('what people in the upper glen need', () => {
  it('is shown by figures that the manager brings in, and by what was asked for and not found', async () => {
    const dev = await as('manager', 1280);
    await dev.goto('/areas');
    await see(dev, 'areas-empty', 'No figures have been brought in yet', 'No places are named yet');
    await dev
      .getByLabel('Or paste the rows here')
      .fill('Data zone,Name,Lives alone (%),No car (%)\nS01,Dalry,34,12\nS02,Carsphairn,41,\nS03,Castle Douglas,29,many');
    await press(dev, 'Go on');
    await dev.getByLabel('What shall the table be called?').fill('Households 2022');
    await dev.getByLabel('Who publishes these figures?').fill('Made up for this test');
    await dev.getByLabel('Under which licence?').fill('None');
    await dev.getByLabel(/Of which year/).fill('2022');
    await dev.getByLabel(/These figures are made up/).check();
    await press(dev, 'Try it first');
    await see(dev, 'areas-columns', '4 figures: 2 indicators of 3 areas', 'row 4, “No car (%)”: not a number');
    await press(dev, 'Bring the figures in');
    await press(dev, 'Name a place');
    await dev.getByLabel('What is the place called?').fill('Upper glen');
    await dev.getByLabel(/by postcode/).fill('DG7');
    for (const area of ['Dalry (S01)', 'Carsphairn (S02)']) await dev.getByLabel(area).check();
    await see(dev, 'areas-place', 'Never a street');
    await press(dev, 'Save the place');
    await see(dev, 'areas', 'Upper glen', 'Households 2022');
    await dev.goto('/needs-profile');
    await see(dev, 'choose', 'How shall people be counted?');
    await dev.getByLabel('Each quarter of the year').check();
    await press(dev, 'Count like this');
    await press(dev, 'Upper glen');
    await see(dev, 'profile', '19 people referred', 'Lives alone, 2022', 'Made up');
    expect(await dev.textContent('main')).not.toContain('3 people were referred');
    await dev.goto(`${dev.url().split('?')[0]}/print`);
    await see(dev, 'print', 'What people need: Upper glen');
  });

  it('is put on the short list on a phone without scripts, and the group votes on it', async () => {
    const catriona = await as('lead', 390, false);
    await catriona.goto('/needs-profile/all');
    for (const [need, title] of [
      ['Loneliness', 'Somewhere to sit in the evening'],
      ['Money or debt', 'Help with forms at the surgery'],
    ] as const) {
      await catriona.goto('/needs-profile/all');
      await press(catriona, new RegExp(`about ${need}`));
      if (need === 'Loneliness') await see(catriona, 'need', 'People referred: 15', 'Referrals received here');
      await catriona.getByLabel('In a few words').fill(title);
      await press(catriona, 'Put it on the short list');
    }
    await catriona.getByText('Vote', { exact: true }).click();
    for (const [part, value] of [
      ['Day', '30'],
      ['Month', '11'],
      ['Year', '2026'],
    ] as const)
      await catriona.locator('form[action="/needs-priorities/vote"]').getByLabel(part).fill(value);
    await press(catriona, 'Open a vote on this list');
    await see(catriona, 'list', 'A vote is open', 'Help with forms at the surgery');
    expect(complaints).toEqual([]);
  });
});
