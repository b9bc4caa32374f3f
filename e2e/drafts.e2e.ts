import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { password } from '../test/support/programme.ts';
import { countRows } from '../test/support/rows.ts';
import { looksRight, openSite, press, type Site, visit } from './support/site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
});
afterAll(async () => {
  await site.close();
  await browser.close();
});

const note = (page: Page) => page.getByRole('main').locator('textarea[name="note"]');
const kept = (page: Page) => expect.poll(() => page.textContent('.bothy-draft-status'), { timeout: 15_000 }).toContain('A draft was kept');
const signIn = async (page: Page) => {
  await page.getByLabel('Email address').fill(site.programme.as('nurse').email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Sign in');
};

describe('what somebody types into a long form', () => {
  it('outlives the tab in which it was typed', async () => {
    const nurse = await visit(browser, site, { javaScript: true }, 'nurse');
    await nurse.page.goto('/refer');
    await note(nurse.page).fill('Lost her dog in the spring');
    await kept(nurse.page);
    const other = await nurse.page.context().newPage();
    await nurse.page.close();
    await other.goto('/refer');
    expect(await looksRight(browser, other)).toEqual([]);
    await press(other, /Go on with it/);
    expect(await note(other).inputValue()).toBe('Lost her dog in the spring');
    await nurse.leave();
  });

  it('is each tab’s own, and leaves when it is thrown away', async () => {
    const nurse = await visit(browser, site, { javaScript: true }, 'nurse');
    const second = await nurse.page.context().newPage();
    await nurse.page.goto('/refer');
    await second.goto('/refer');
    await note(nurse.page).fill('One');
    await note(second).fill('Two');
    await kept(nurse.page);
    await kept(second);
    await nurse.page.goto('/drafts');
    const left = await nurse.page.getByRole('button', { name: /Throw it away/ }).count();
    expect(left).toBeGreaterThanOrEqual(2);
    for (let n = left; n > 0; n--) {
      await nurse.page.goto('/drafts');
      await press(nurse.page, /Throw it away/);
    }
    await nurse.page.goto('/drafts');
    expect(await nurse.page.textContent('main')).toContain('Nothing is waiting to be finished');
    await nurse.leave();
  });

  it.each([true, false])('comes back after being signed out in the middle, with JavaScript: %s', async (javaScript) => {
    const nurse = await visit(browser, site, { javaScript }, 'nurse');
    await nurse.page.goto('/refer');
    await note(nurse.page).fill('Typed until the session ended');
    await nurse.page.context().clearCookies();
    await press(nurse.page, /^Send/);
    expect(await nurse.page.textContent('main')).toContain('What you typed has been kept');
    await signIn(nurse.page);
    expect(await note(nurse.page).inputValue()).toBe('Typed until the session ended');
    expect(await countRows(site.db, site.programme.id, 'referral')).toBe(0);
    await nurse.leave();
  });

  it('says so when it cannot be kept, and keeps it when the line is back', async () => {
    const nurse = await visit(browser, site, { javaScript: true }, 'nurse');
    await nurse.page.goto('/refer');
    await nurse.page.context().setOffline(true);
    await note(nurse.page).fill('Typed in a tunnel');
    await expect.poll(() => nurse.page.textContent('.bothy-draft-status'), { timeout: 15_000 }).toContain('You seem to be offline');
    await nurse.page.context().setOffline(false);
    await kept(nurse.page);
    await nurse.leave();
  });
});
