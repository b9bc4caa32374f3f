import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { openApp } from '../../src/app.ts';
import type { Tiles } from '../../src/platform/config.ts';
import { openBlank } from '../../test/support/blank.ts';
import { checkAccessibility } from '../../test/support/browser.ts';
import { newProgramme, password, type Somebody } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import { workOf } from '../../src/work.ts';

export type Site = Awaited<ReturnType<typeof openSite>>;

/** Bothy on a free port of this machine, on a database of its own, with one programme in it. */
export async function openSite({ tiles }: { tiles?: Tiles } = {}) {
  const db = await openBlank();
  const app: { fetch: (request: Request) => Response | Promise<Response> } = { fetch: () => new Response(null, { status: 503 }) };
  const server = createAdaptorServer({ fetch: (request: Request) => app.fetch(request) });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const web = openWeb(db, base);
  const served = tiles ? openApp({ ...web.modules, tiles }) : web.app;
  app.fetch = (request) => served.fetch(request);
  const programme = await newProgramme(db, {
    secureEmailDomains: [],
    inDanger: [{ when: 'Somebody is in danger now', label: 'Emergency', number: '999' }],
  });
  return {
    db,
    base,
    web,
    programme,
    /** Does what is queued up to now, as the workers would. */
    work: () => web.jobs.run(workOf(web.modules).handlers, web.clock.now),
    /** The newest mail to somebody, or undefined. */
    mailTo: (address: string) => web.mail.letters.findLast(({ to }) => to.address === address),
    async close() {
      server.close();
      await db.close();
    },
  };
}

export type Visit = { page: Page; leave(): Promise<void> };

/** Somebody at their own screen. Every page that they come to is looked at with axe, in `seen`. */
export async function visit(
  browser: Browser,
  site: Site,
  { javaScript, width = 1200 }: { javaScript: boolean; width?: number },
  who?: Somebody,
): Promise<Visit> {
  const context = await browser.newContext({ javaScriptEnabled: javaScript, viewport: { width, height: 900 }, baseURL: site.base });
  const page = await context.newPage();
  if (who) {
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(site.programme.as(who).email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await press(page, 'Sign in');
  }
  return { page, leave: () => context.close() };
}

/** Presses a button or a link that leads on, and waits for the page that it leads to. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const main = page.getByRole('main');
  const target = main.getByRole('button', { name }).or(main.getByRole('link', { name })).first();
  await Promise.all([page.waitForEvent('domcontentloaded'), target.click({ timeout: 8000 })]);
}

type Glass = { page: Page; show: (url: string, html: string) => Promise<unknown> };
const glasses = new WeakMap<Browser, Promise<Glass>>();

/** A narrow screen, one for each browser, on which copies of pages are shown: a page that axe has run on before is quicker than a new one. */
async function openGlass(browser: Browser): Promise<Glass> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, bypassCSP: true });
  const page = await context.newPage();
  const shown = { url: '', body: '' };
  await page.route(
    ({ href }) => href === shown.url,
    (route) => route.fulfill({ contentType: 'text/html', body: shown.body }),
  );
  return {
    page,
    show: (url, body) => {
      Object.assign(shown, { url, body });
      return page.goto(url);
    },
  };
}

/** axe on the page as it stands, and no sideways scrolling on a narrow screen. Scripts are needed to look, so it looks at a copy without them where there are none. */
export async function looksRight(browser: Browser, page: Page): Promise<string[]> {
  const opened = glasses.get(browser) ?? openGlass(browser);
  glasses.set(browser, opened);
  const glass = await opened;
  await glass.show(page.url(), await page.content());
  const found = await checkAccessibility(glass.page);
  const sideways = await glass.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return sideways > 1 ? [...found, `scrolls sideways by ${sideways} px at 320 px`] : found;
}
