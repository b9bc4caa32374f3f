import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../src/platform/database.ts';
import { openBlank } from '../test/support/blank.ts';
import { checkAccessibility, openBrowser } from '../test/support/browser.ts';
import { openWeb } from '../test/support/web.ts';

let browser: Browser;
let db: Database;
let web: ReturnType<typeof openWeb>;
let base: string;
const server = createAdaptorServer({ fetch: (request: Request) => web.app.fetch(request) });

beforeAll(async () => {
  [browser, db] = await Promise.all([openBrowser(), openBlank()]);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  web = openWeb(db, base);
});
afterAll(async () => {
  await browser.close();
  server.close();
  await db.close();
});

/** Axe finds nothing, and nothing hangs over the edge, at a desk and on a phone. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of [1200, 390]) {
    await page.setViewportSize({ width, height: 900 });
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${width}.png`, fullPage: true });
    expect(await checkAccessibility(page), `${name} at ${width}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name} at ${width}`).toBeLessThanOrEqual(
      0,
    );
  }
}

const newPage = async () => (await browser.newContext({ baseURL: base })).newPage();

it('somebody sets up an empty Bothy, invites a colleague, and the colleague signs in', async () => {
  const page = await newPage();
  await page.goto(`/setup/${await web.modules.setup.offer()}`);
  await look(page, 'setup');
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await expect.poll(() => page.title()).toMatch(/^Error/);
  await look(page, 'setup-errors');
  await page.getByLabel('Name of the programme').fill('Glenkens Connections');
  await page.getByLabel('Name of the practice').fill('Glenkens Medical Practice');
  await page.getByLabel('Name of the link worker team').fill('Glenkens link workers');
  await page.getByLabel('Your name').fill('Priya Shah');
  await page.getByLabel('Your email address').fill('priya@glenkens.example');
  await page.getByLabel('Password', { exact: true }).fill('heather on the moor');
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await page.waitForURL('**/accounts?done=set-up');
  await look(page, 'accounts');

  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.waitForURL('**/accounts/new');
  await look(page, 'account-new');
  await page.getByLabel('Name', { exact: true }).fill('Isla Gordon');
  await page.getByLabel('Email address').fill('isla@glenkens.example');
  await page.getByLabel('Referrer', { exact: true }).check();
  await page.getByLabel('Practice', { exact: true }).selectOption({ label: 'Glenkens Medical Practice' });
  await page.getByRole('button', { name: 'Add and invite' }).click();
  await page.waitForURL('**/accounts?done=account-added');
  await look(page, 'accounts-two');
  await page.getByRole('link', { name: 'Isla Gordon' }).click();
  await page.waitForURL(/accounts\/[0-9a-f-]{36}$/);
  await look(page, 'account');

  await web.jobs.run(web.modules.delivery.handlers, web.clock.now);
  const link = /http:\S+\/welcome\/\S+/.exec(web.mail.letters.at(-1)!.text)![0];
  const islas = await newPage();
  await islas.goto(link);
  await look(islas, 'welcome');
  await islas.getByLabel('Password', { exact: true }).fill('bracken and burn');
  await islas.getByRole('button', { name: 'Save password' }).click();
  await islas.waitForURL('**/sign-in?done=password-chosen');
  await islas.getByLabel('Email address').fill('isla@glenkens.example');
  await islas.getByLabel('Password', { exact: true }).fill('bracken and burn');
  await islas.getByRole('button', { name: 'Sign in' }).click();
  await islas.waitForURL('**/refer');
  await islas.goto(link);
  await look(islas, 'welcome-gone');

  for (const path of ['practices', 'practices/new', 'practices/teams/new', 'settings', 'about', 'accessibility', 'privacy']) {
    await page.goto(`/${path}`);
    await look(page, path.replaceAll('/', '-'));
  }
  const nobody = await newPage();
  for (const path of ['sign-in', 'forgotten']) {
    await nobody.goto(`/${path}`);
    await look(nobody, path);
  }
});
