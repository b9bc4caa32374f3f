import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importServices } from '../src/directory/index.ts';
import { openBrowser } from '../test/support/browser.ts';
import { looksRight, openSite, press, type Site, visit } from './support/site.ts';

let browser: Browser;
let site: Site;
const folder = mkdtempSync(join(tmpdir(), 'bothy-feeds-e2e-'));
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

const lunch = {
  id: '7f3c2e10-0000-4000-9000-000000000001',
  name: 'Lunch club',
  status: 'active',
  description: 'Soup and company.',
  organization: { id: '7f3c2e10-0000-4000-8000-000000000001', name: 'Glenkens Community Trust' },
  schedules: [{ freq: 'WEEKLY', byday: 'TU', opens_at: '12:00', closes_at: '14:00' }],
};
const bring = (name: string, records: unknown[]) => {
  const from = join(folder, name);
  writeFileSync(from, JSON.stringify(records));
  return importServices(site.db, { programme: site.programme.id, from, now: () => site.web.clock.now });
};

it('whoever keeps the directory sees what feeds changed, whose word counts, and takes it back', async () => {
  await bring('council.json', [lunch, { ...lunch, id: '7f3c2e10-0000-4000-9000-000000000002', status: 'open' }]);
  await bring('charity.json', [{ ...lunch, description: 'Soup.', email: 'soup@trust.example' }]);
  const other = { id: '7f3c2e10-0000-4000-8000-000000000009', name: 'Glenkens Community Trust' };
  await bring('third.json', [{ ...lunch, id: '7f3c2e10-0000-4000-9000-000000000009', organization: other }]);

  const { page, leave } = await visit(browser, site, { javaScript: true }, 'lead');
  const look = async (name: string) => expect(await looksRight(browser, page), name).toEqual([]);
  const at = (path: string) => page.goto(path);
  for (const path of ['/feeds', '/feeds/new', '/matches', '/differences', `/differences/service/${lunch.id}`]) {
    await at(path);
    await look(path);
  }
  await at('/feeds');
  await page
    .getByRole('link', { name: /council\.json/ })
    .first()
    .click();
  await look('a feed');
  await page.getByRole('link', { name: /left out/ }).click();
  await look('what was left out');
  await at('/matches');
  await page.getByRole('link', { name: 'Glenkens Community Trust' }).click();
  await look('a question');
  await page.getByRole('radio', { name: 'Yes, it is the same' }).check({ timeout: 5000 });
  await press(page, 'Save and go on');
  await at('/feeds');
  await page.getByRole('link', { name: /Read from a feed.*charity/ }).click();
  await look('a set of changes');
  await press(page, 'Take all of it back');
  await look('a set taken back');
  expect(await page.textContent('main')).toContain('Taken back');
  await leave();
});
