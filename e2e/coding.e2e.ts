import { mkdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvedStory } from '../test/support/approved-story.ts';
import { openBrowser } from '../test/support/browser.ts';
import type { Somebody } from '../test/support/programme.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

const pictures = process.env['SHOTS'];
const told =
  'After my wife died I stopped going out. The doctor gave me a leaflet, and I put it in a drawer.\nThen somebody rang, and she had time. She came with me to the shed on the first day. I mend bicycles there now, and the young ones ask me how.';

let browser: Browser;
let site: Site;
let story: string;
const open: Visit[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
  story = await approvedStory(site.db, site.programme, site.web.clock.now, 'The bicycle shed', told);
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
  const { width } = page.viewportSize()!;
  await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
};
const tick = (page: Page, label: string | RegExp) => page.getByLabel(label).first().check({ force: true });

/** Issue 5: two read one story on their own, and then see where they agree. */
describe('two read one story', () => {
  let sam: Page;
  let rhona: Page;

  it('the first on a phone without JavaScript, sentence by sentence', async () => {
    sam = await as('linkWorker', 390, false);
    await sam.goto('/coding');
    await see(sam, 'list', 'The bicycle shed', 'Not begun', '0 of 2');
    await sam.getByRole('link', { name: 'The bicycle shed' }).click();
    await press(sam, 'Begin reading');
    await press(sam, 'Mark it');
    await see(sam, 'mark-error', 'There is a problem', 'Choose at least one code');
    await tick(sam, /She came with me/);
    await tick(sam, /Then somebody rang/);
    await tick(sam, /^\s*Feeling safe/);
    await press(sam, 'Mark it');
    await see(sam, 'mark', 'What you marked', 'Then somebody rang, and she had time. She came with me to the shed on the first day.');
    await press(sam, 'I have finished');
    await see(sam, 'finished', '1 of 2 have finished');
  });

  it('the second with the very words, by keyboard and mouse, without seeing the first', async () => {
    rhona = await as('otherLinkWorker', 1280);
    await rhona.goto(`/coding/stories/${story}`);
    await press(rhona, 'Begin reading');
    expect(await rhona.textContent('body')).not.toContain('Sam Findlay');
    await rhona.getByText('Or mark exactly these words').click();
    await rhona.evaluate(() => {
      const text = document.querySelector('[data-words]')!.firstChild!;
      const from = text.textContent!.indexOf('The doctor gave me a leaflet');
      document.getSelection()!.setBaseAndExtent(text, from, text, from + 'The doctor gave me a leaflet'.length);
    });
    await expect.poll(() => rhona.textContent('[data-chosen]')).toBe('The doctor gave me a leaflet');
    await tick(rhona, /Simple, practical tools/);
    await press(rhona, 'Mark it');
    await rhona
      .getByLabel(/Then somebody rang/)
      .first()
      .focus();
    await rhona.keyboard.press('Space');
    await tick(rhona, /^\s*Feeling safe/);
    await press(rhona, 'Mark it');
    await see(rhona, 'mark-two', /The doctor gave me a leaflet\s*Take off/, 'Then somebody rang');
    await press(rhona, 'I have finished');
    await rhona.getByRole('link', { name: 'How you read it' }).click();
    await see(rhona, 'compare', 'You differ', 'Cohen’s kappa');
  });

  it('and then both see how far they agree, what the story says, and take it to another program', async () => {
    await rhona.goto('/coding/agreement');
    await see(rhona, 'agreement', '1 story, 5 sentences, 2 readers', 'Krippendorff');
    await sam.goto('/coding/agreement');
    await see(sam, 'agreement', 'Krippendorff');
    await sam.goto('/coding/find');
    await sam.getByRole('link', { name: 'Feeling safe' }).click();
    await see(sam, 'find', 'Marked “Feeling safe”', '2 of 2 readers');
    await rhona.goto('/coding/codes');
    await see(rhona, 'codes', 'Reaching those left out', 'Loneliness');
    const waiting = rhona.waitForEvent('download');
    await rhona.getByRole('button', { name: 'Download everything (.qdpx)' }).click();
    const file = await (await waiting).path();
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    await rhona.getByRole('link', { name: 'Feeling safe' }).click();
    await see(rhona, 'code', 'Where it comes from', 'PLoS One 2023');
    expect(complaints).toEqual([]);
  });
});
