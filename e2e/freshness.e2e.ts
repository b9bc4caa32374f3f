import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../test/support/browser.ts';
import { fillDirectory } from '../test/support/services.ts';
import { looksRight, openSite, press, type Site, visit } from './support/site.ts';

let browser: Browser;
let site: Site;
let services: Awaited<ReturnType<typeof fillDirectory>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  services = await site.db.inProgramme(site.programme.id, fillDirectory);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Axe finds nothing, and nothing hangs over the edge. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of process.env['SHOTS'] ? [1280, 390] : []) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${width}.png`, fullPage: true });
  }
  expect(await looksRight(browser, page), name).toEqual([]);
}

it.each([true, false])('an organisation looks at its services by the link in a mail, with scripts: %s', async (javaScript) => {
  await site.web.modules.freshness.askNow(site.programme.as('lead'), [services.debt.id]);
  await site.work();
  const letter = site.mailTo('requests@money.example')!;
  const { page, leave } = await visit(browser, site, { javaScript });
  await page.goto(/http\S+\/still-right\/\S+/.exec(letter.text)![0]);
  await look(page, 'still-right');
  await press(page, /^Something has changed/);
  await look(page, 'still-right-change');
  await press(page, 'Send this suggestion');
  await look(page, 'still-right-change-errors');
  await page.getByLabel('How to get in touch').check();
  await page.getByLabel('Phone').fill('01556 999999');
  await press(page, 'Send this suggestion');
  await look(page, 'still-right-changed');
  await press(page, 'I pressed the wrong one');
  await press(page, /^Yes, this is right/);
  await look(page, 'still-right-thanks');
  await press(page, 'I pressed the wrong one');
  await leave();
  // Nobody is asked twice on a day.
  site.web.clock.now = new Date(site.web.clock.now.getTime() + 86_400_000);
});

it('anybody suggests a change, and a team lead decides on it', async () => {
  const anybody = await visit(browser, site, { javaScript: true });
  const home = `/directory/${site.programme.as('lead').programme.slug}`;
  await anybody.page.goto(`${home}/services/${services.shed.id}/suggest`);
  await look(anybody.page, 'suggest');
  await anybody.page.getByLabel('When it runs').check();
  await look(anybody.page, 'suggest-times');
  await anybody.page.getByLabel('When', { exact: true }).fill('Tuesday, 10:00 to 12:30\nThursday 2pm to 4pm');
  await anybody.page.getByLabel('Your email address').fill('isla@home.example');
  await press(anybody.page, 'Send this suggestion');
  await look(anybody.page, 'suggest-sent');
  await anybody.leave();

  const { page, leave } = await visit(browser, site, { javaScript: true }, 'lead');
  await page.goto('/directory-work');
  await look(page, 'directory-work');
  await page.goto('/suggestions');
  await look(page, 'suggestions');
  await press(page, services.shed.name);
  await look(page, 'suggestion');
  await press(page, 'Change it first');
  await look(page, 'suggestion-edit');
  await page.getByLabel('When', { exact: true }).fill('Tuesday, 10:00 to 12:30\nevening');
  await press(page, 'Put it in the directory');
  await look(page, 'suggestion-errors');
  await page.getByLabel('When', { exact: true }).fill('Tuesday, 10:00 to 12:30\nThursday 2pm to 4pm');
  await press(page, 'Put it in the directory');
  await page.goto(`/services/${services.shed.id}/versions`);
  await page.getByText('See what changed').first().click();
  await look(page, 'versions');
  await page.goto('/suggestions?show=decided');
  await look(page, 'suggestions-decided');
  await press(page, services.shed.name);
  await look(page, 'suggestion-decided');
  await leave();
});
