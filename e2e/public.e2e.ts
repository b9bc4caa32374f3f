import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { fillDirectory } from '../test/support/services.ts';
import { looksRight, openSite, press, type Site, visit } from './support/site.ts';

const tiles = { url: 'https://tiles.example.org/{z}/{x}/{y}.png', attribution: '© somebody' };
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>';

let browser: Browser;
let site: Site;
let services: Awaited<ReturnType<typeof fillDirectory>>;
let home: string;

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite({ tiles });
  services = await site.db.inProgramme(site.programme.id, fillDirectory);
  home = `/directory/${site.programme.as('nurse').programme.slug}`;
});
afterAll(async () => {
  await site.close();
  await browser.close();
});

/** What a page asks of anybody else, and what it complains of. */
function listen(page: Page) {
  const heard = { outside: [] as string[], complaints: [] as string[] };
  page.on('request', (request) => void (request.url().startsWith(site.base) || heard.outside.push(request.url())));
  page.on('console', (message) => void (message.type() === 'error' && heard.complaints.push(message.text())));
  return heard;
}
const real = (complaints: readonly string[]) => complaints.filter((text) => !text.includes('404'));

describe.each([{ javaScript: false }, { javaScript: true }])(
  'somebody without an account, with JavaScript: $javaScript',
  ({ javaScript }) => {
    it('finds a service near them, and asks nobody but us', async () => {
      const { page, leave } = await visit(browser, site, { javaScript });
      const heard = listen(page);
      const wrong: string[] = [];
      const look = async () => wrong.push(...(await looksRight(browser, page)).map((line) => `${new URL(page.url()).pathname}: ${line}`));

      await page.goto(home);
      await look();
      await page.getByLabel('What are you looking for?').fill('company');
      await page.getByLabel('Near which town or postcode?').fill('Castle Douglas');
      await press(page, 'Search');
      expect(page.url()).not.toMatch(/company|Castle/);
      await look();
      await press(page, 'Men’s Shed workshop');
      expect(await page.textContent('main')).toContain('Every Tuesday, 10:00 to 12:30');
      await look();
      await page.goto(`${home}/needs/loneliness`);
      await look();
      await page.goto(`${home}/needs/safety`);
      await look();
      await page.goto(`${home}/services?need=transport`);
      await press(page, 'Tell us that nothing here is right');
      expect(await page.textContent('main')).toContain('Thank you.');
      await look();

      expect(wrong).toEqual([]);
      expect(heard.outside).toEqual([]);
      expect(real(heard.complaints)).toEqual([]);
      await leave();
    });
  },
);

describe('a map with streets', () => {
  it('asks whoever has the pictures only after a press, and shows nothing but the services', async () => {
    const { page, leave } = await visit(browser, site, { javaScript: true });
    const heard = listen(page);
    await page.route('https://tiles.example.org/**', (route) => route.fulfill({ contentType: 'image/svg+xml', body: picture }));
    await page.goto(`${home}/services/${services.shed.id}`);
    const offer = page.getByRole('button', { name: 'Show on a street map' });
    await offer.waitFor();
    expect(heard.outside).toEqual([]);
    await offer.click();
    await page.getByRole('region', { name: 'Where it is' }).locator('.bothy-map__marker').waitFor();
    await expect.poll(() => heard.outside.length).toBeGreaterThan(0);
    expect(new Set(heard.outside.map((url) => new URL(url).host))).toEqual(new Set(['tiles.example.org']));
    expect(real(heard.complaints)).toEqual([]);
    await leave();
  });
});

describe('a link worker', () => {
  it.each([{ javaScript: false }, { javaScript: true }])(
    'keeps a shortlist and shares it, with JavaScript: $javaScript',
    async ({ javaScript }) => {
      const { page, leave } = await visit(browser, site, { javaScript }, 'linkWorker');
      const wrong: string[] = [];
      const look = async () => wrong.push(...(await looksRight(browser, page)).map((line) => `${new URL(page.url()).pathname}: ${line}`));
      await page.goto('/shortlists');
      await look();
      await page.getByLabel('Name of the list').fill('Warm places');
      await press(page, 'Begin this list');
      const list = new URL(page.url()).pathname;
      await look();
      for (const { id } of [services.choir, services.shed]) {
        await page.goto(`/services/${id}`);
        await page.getByLabel('Which list?').selectOption({ value: list.split('/').at(-1)! });
        await press(page, 'Add to a shortlist');
      }
      await look();
      await page.goto(list);
      await press(page, /^Move down.*Choir/);
      expect(await page.getByRole('main').getByRole('heading', { level: 2 }).first().textContent()).toBe('Men’s Shed workshop');
      await look();
      await press(page, 'Make a link');
      const link = await page.getByLabel('Link', { exact: true }).inputValue();
      await look();
      await page.goto(`${list}/print`);
      await look();
      const reader = await visit(browser, site, { javaScript, width: 390 });
      await reader.page.goto(link);
      expect(await reader.page.textContent('main')).toContain('Glenkens Community Choir');
      wrong.push(...(await looksRight(browser, reader.page)));
      expect(wrong).toEqual([]);
      await reader.leave();
      await leave();
    },
  );
});
