import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson, aService } from '../test/support/connected.ts';
import { openBrowser } from '../test/support/browser.ts';
import { newProgramme } from '../test/support/programme.ts';
import { looksRight, openSite, press, type Site, visit } from './support/site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
  site.programme = await newProgramme(site.db, { sharingNeedsAgreement: true });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Pictures of the page, when somebody wishes to look: SHOTS names a folder. */
async function shoot(page: Page, name: string) {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  const before = page.viewportSize()!;
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/change-${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize(before);
}

describe('a practice on its way', () => {
  it('is looked at, planned and agreed for; nobody is named before an agreement, and then they are', { timeout: 120_000 }, async () => {
    const seen: string[] = [];
    const service = await aService(site.db, site.programme);
    const moira = await aPerson(site.db, site.programme);
    const lead = await visit(browser, site, { javaScript: false, width: 390 }, 'lead');
    const { page } = lead;
    const look = async (name: string, whole = true) => {
      if (whole) seen.push(...(await looksRight(browser, page)).map((found) => `${name}: ${found}`));
      await shoot(page, name);
    };

    await page.goto('/change');
    await look('all', false);
    await page.getByRole('link', { name: 'Glenkens Medical Practice' }).click();
    await look('site-empty', false);
    await page.getByRole('link', { name: 'Readiness' }).click();
    await press(page, 'Save answers');
    expect(await page.content()).toContain('We do not know” is an answer too');
    await look('readiness-wrong', false);
    for (const group of await page.locator('main fieldset').all()) await group.getByLabel('Yes', { exact: true }).check();
    await page.getByRole('group', { name: 'Are agreements signed' }).getByLabel('No', { exact: true }).check();
    await page.getByRole('group', { name: 'Is there a champion' }).getByLabel('Partly').check();
    await press(page, 'Save answers');
    expect(await page.content()).toContain('10 of 12 in place');
    await look('readiness');
    await press(page, 'Put all 2 into the plan');
    await press(page, 'Add the usual steps that are missing');
    expect(await page.content()).toContain('0 of 17 steps done');
    await page.getByRole('button', { name: 'Mark as done' }).first().click();
    expect(await page.content()).toContain('1 of 17 steps done');
    await look('plan');
    await page.getByRole('link', { name: /Find a champion/ }).click();
    await look('step');
    await page.getByLabel('Who does it?').fill('Isla Gordon');
    await press(page, 'Save changes');
    expect(await page.content()).toContain('Isla Gordon');
    await page.goto(`/belonging/${site.programme.practice}/change/risks`);
    await look('risks');
    await page.goto('/incidents/new');
    await look('incident-new');

    const sam = await visit(browser, site, { javaScript: false, width: 390 }, 'linkWorker');
    await sam.page.goto(`/people/${moira.id}/connect/${service.id}`);
    expect(await sam.page.content()).toContain('has not signed an agreement with us');
    seen.push(...(await looksRight(browser, sam.page)));
    await shoot(sam.page, 'no-agreement');

    await page.goto('/agreements');
    await look('agreements-empty', false);
    await page.getByRole('link', { name: 'Glenkens Community Trust' }).click();
    await look('partner', false);
    await page.getByLabel('How they look after people’s data').check();
    for (const [part, text] of [
      ['day', '1'],
      ['month', '3'],
      ['year', '2026'],
    ] as const)
      await page.locator(`#signedOn-${part}`).fill(text);
    await press(page, 'Save agreement');
    expect(await page.content()).toContain('may be told of people.');
    await page.getByRole('link', { name: 'How they look after people’s data' }).click();
    await look('agreement');

    await sam.page.reload();
    await sam.page.getByLabel('Send them a request').check();
    await press(sam.page, 'See what they will be told');
    await sam.page.getByRole('checkbox', { name: /agree/ }).check();
    await press(sam.page, 'Send the request');
    expect(new URL(sam.page.url()).pathname).toMatch(/^\/connections\//);
    await sam.leave();
    await lead.leave();
    expect(seen).toEqual([]);
  });
});
