import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkAccessibility, openBrowser } from '../test/support/browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const check = async (body: string) => {
  const page = await browser.newPage();
  const html = `<!doctype html><html lang="en"><title>A walk</title><main><h1>A walk</h1>${body}</main></html>`;
  await page.goto(`data:text/html,${encodeURIComponent(html)}`);
  const violations = await checkAccessibility(page);
  await page.close();
  return violations;
};

it('finds nothing on a page that everybody can use', async () => {
  expect(await check('<p>On Thursdays, by the loch.</p>')).toEqual([]);
});

it('finds the picture that nobody described', async () => {
  expect(await check('<img src="data:,">')).toEqual([expect.stringMatching(/^image-alt \(critical\): .* at img: <img/)]);
});
