import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { openApp } from '../../src/app.ts';
import type { Tiles } from '../../src/platform/config.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { checkAccessibility } from '../../test/support/browser.ts';
import { newProgramme, password, type Somebody } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import { workOf } from '../../src/work.ts';

export type Site = Awaited<ReturnType<typeof openSite>>;

/** Bothy on a free port of this machine, on a database of its own, with one programme in it. */
export async function openSite({ tiles }: { tiles?: Tiles } = {}) {
  const db = await openDatabase('memory://');
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

/** axe on the page as it stands, and no sideways scrolling on a narrow screen. Scripts are needed to look, so it looks at a copy without them where there are none. */
export async function looksRight(browser: Browser, page: Page): Promise<string[]> {
  const html = await page.content();
  const url = page.url();
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, bypassCSP: true });
  const copy = await context.newPage();
  await copy.route('**/*', (route) =>
    route.request().url() === url ? route.fulfill({ contentType: 'text/html', body: html }) : route.continue(),
  );
  await copy.goto(url);
  const found = await checkAccessibility(copy);
  const sideways = await copy.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await context.close();
  return sideways > 1 ? [...found, `scrolls sideways by ${sideways} px at 320 px`] : found;
}
