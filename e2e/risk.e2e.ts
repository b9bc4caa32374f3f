import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someone, type Somebody } from '../test/support/someone.ts';
import { openBrowser } from '../test/support/browser.ts';
import { looksRight, openSite, press, type Site, visit } from './support/site.ts';

let browser: Browser;
let site: Site;
let moira: Somebody;
beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
  moira = await someone(site.db, site.programme, { details: { chosenName: 'Mo Kerr' } });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('somebody may be in danger', () => {
  it('is told to the lead at once, and over only when lead and link worker have both looked again', { timeout: 180_000 }, async () => {
    const seen: string[] = [];
    const sam = await visit(browser, site, { javaScript: false, width: 390 }, 'linkWorker');
    await sam.page.goto(`/people/${moira.person.id}/contact`);
    await press(sam.page, 'In danger?');
    expect(await sam.page.getByRole('link', { name: '999' }).getAttribute('href')).toBe('tel:999');
    seen.push(...(await looksRight(browser, sam.page)));
    await sam.page.getByLabel('Thoughts of ending their life').check();
    await sam.page.getByLabel('Stayed with them').check();
    await sam.page.getByLabel('Anything else').fill('She said she sees no way on');
    await press(sam.page, 'Save and tell my team lead');
    expect(await sam.page.content()).toContain('Your team lead is being told now');
    seen.push(...(await looksRight(browser, sam.page)));

    await site.work();
    const letter = site.mailTo(site.programme.as('lead').email)!;
    expect(letter.subject).toContain('somebody is worried');
    const catriona = await visit(browser, site, { javaScript: true }, 'lead');
    await catriona.page.goto('/team');
    seen.push(...(await looksRight(browser, catriona.page)));
    await catriona.page.getByLabel('What did you do, or will you do?').fill('Rang the practice: they see her today');
    await press(catriona.page, /I have dealt with this/);
    seen.push(...(await looksRight(browser, catriona.page)));

    await sam.page.goto(`/people/${moira.person.id}`);
    expect(await sam.page.content()).toContain('Rang the practice: they see her today');
    await press(sam.page, 'Say how they are now');
    seen.push(...(await looksRight(browser, sam.page)));
    await sam.page.getByLabel('How are they now?').fill('With her sister, and eating. We speak on Thursday');
    await press(sam.page, 'I have looked again');
    expect(await sam.page.content()).toContain('Thank you for looking again');
    expect(await sam.page.content()).not.toContain('Say how they are now');

    await sam.page.goto(`/people/${moira.person.id}/safety`);
    seen.push(...(await looksRight(browser, sam.page)));
    for (const page of ['restricted', 'restricted/new', 'safety/risks/new']) {
      await sam.page.goto(`/people/${moira.person.id}/${page}`);
      seen.push(...(await looksRight(browser, sam.page)).map((found) => `${page}: ${found}`));
    }
    await sam.leave();
    await catriona.leave();
    expect(seen).toEqual([]);
  });
});

describe('a visit alone', () => {
  it('is planned and ended on a telephone, and the lead is told when nothing is heard', { timeout: 180_000 }, async () => {
    const seen: string[] = [];
    const sam = await visit(browser, site, { javaScript: false, width: 390 }, 'linkWorker');
    await sam.page.goto('/visits');
    await sam.page.getByLabel('Where are you going?').fill('The farm past the second gate');
    await sam.page.getByLabel('Until').fill('10:30');
    await sam.page.getByLabel('Your mobile number').fill('07700 900123');
    await press(sam.page, 'Save visit');
    seen.push(...(await looksRight(browser, sam.page)));
    site.web.clock.now = new Date('2026-11-21T10:46:00Z');
    await site.web.modules.support.watchOver(site.programme.id);
    const catriona = await visit(browser, site, { javaScript: false }, 'lead');
    await catriona.page.goto('/team');
    expect(await catriona.page.content()).toContain('The farm past the second gate');
    seen.push(...(await looksRight(browser, catriona.page)));
    await press(sam.page, /I am safe/);
    expect(await sam.page.content()).toContain('Good. Noted as safe.');
    await catriona.page.reload();
    expect(await catriona.page.content()).not.toContain('Nothing heard from a visit</h2>');
    await sam.leave();
    await catriona.leave();
    expect(seen).toEqual([]);
  });
});
