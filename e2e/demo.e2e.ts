import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankFolder } from '../test/support/blank.ts';
import { checkAccessibility, openBrowser } from '../test/support/browser.ts';

/** What somebody meets who has just typed `npm start`: the built program, its demo, and each of its sign-ins. */
const people = ['referrer', 'linkworker', 'lead', 'manager', 'evaluator', 'community', 'steering', 'admin'];
const folder = mkdtempSync(join(tmpdir(), 'bothy-demo-'));
let browser: Browser;
let bothy: ChildProcess;
let base: string;
let said = '';

beforeAll(async () => {
  browser = await openBrowser();
  await blankFolder(join(folder, 'db'));
  const env = {
    ...process.env,
    BOTHY_DATA: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    PUBLIC_URL: '',
    SMTP_URL: '',
    METRICS_PORT: '',
    BOTHY_DEMO: 'on',
  };
  bothy = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  base = await new Promise<string>((ready, failed) => {
    bothy.once('exit', (code) => failed(new Error(`Bothy stopped with ${code}: ${said}`)));
    bothy.stdout!.on('data', (text: Buffer) => {
      said += text.toString();
      const address = /ready at (http:\S+)/.exec(said)?.[1];
      if (address && said.includes('admin@')) ready(address);
    });
  });
});

afterAll(async () => {
  await browser.close();
  const stopped = new Promise((done) => bothy.once('exit', done));
  bothy.kill('SIGTERM');
  expect(await stopped).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

const anId = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
/** However a search is narrowed, it is the same page: there are more ways to do it than anybody could walk. */
const narrowed = ['access', 'age', 'attendance', 'day', 'free', 'language', 'need', 'room', 'time', 'who'];
function kindOf(path: string): string {
  const [page, asked] = path.split('?');
  const names = [...new URLSearchParams(asked).keys()].map((name) => (narrowed.includes(name) ? 'narrowed' : name));
  return `${page!.replaceAll(anId, ':id')}?${[...new Set(names)].sort().join()}`;
}

const isFile = (path: string) => /\.\w+(?:\?|$)/.test(path);

type Read = { links: string[]; parts: string[] };

/** Where a page leads, and what it is made of, whatever stands in it and however often: what stands in what, and after what. */
const read = (page: Page, html: string): Promise<Read> =>
  page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'text/html');
    const named = (each: Element | null) => (each ? `${each.tagName}.${each.getAttribute('class') ?? ''}` : '');
    const all = [...document.querySelectorAll('main, main *')];
    const headings = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => tagName);
    return {
      links: [...document.querySelectorAll('main a[href^="/"]')].map((each) => each.getAttribute('href')!),
      parts: [
        ...new Set(all.map((each) => `${named(each.parentElement)} > ${named(each.previousElementSibling)} + ${named(each)}`)),
        ...headings.map((each, nth) => `${each} after ${headings[nth - 1] ?? 'nothing'}`),
      ],
    };
  }, html);

/** A page of which every part was looked at, in the same place, need not be looked at again with other words in it. */
const lookedAt = new Set<string>();

describe('the demo programme', () => {
  it('says who can sign in', () => {
    for (const who of people) expect(said).toContain(`${who}@demo.bothy.example`);
    expect(said).toContain('demo-bothy-2026');
  });

  it.each(people)('has something true, and nothing wrong, on every page that %s can reach', async (who) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 }, baseURL: base, bypassCSP: true });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(`${who}@demo.bothy.example`);
    await page.getByLabel('Password', { exact: true }).fill('demo-bothy-2026');
    await Promise.all([page.waitForEvent('domcontentloaded'), page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()]);

    const wrong: string[] = [];
    const met = new Set<string>();
    const ahead = await page.$$eval('header nav a[href^="/"]', (all) => all.map((each) => each.getAttribute('href')!));
    expect(ahead.length).toBeGreaterThan(0);
    for (let path = ahead.shift(); path; path = ahead.shift()) {
      if (met.has(kindOf(path))) continue;
      met.add(kindOf(path));
      const answer = await page.request.get(path);
      if (answer.status() !== 200) wrong.push(`${path}: ${answer.status()}`);
      if (isFile(path)) continue;
      const { links, parts } = await read(page, await answer.text());
      ahead.push(...links);
      if (parts.every((part) => lookedAt.has(part))) continue;
      for (const part of parts) lookedAt.add(part);
      await page.goto(path);
      wrong.push(...(await checkAccessibility(page)).map((line) => `${path}: ${line}`));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sideways > 1) wrong.push(`${path} scrolls sideways by ${sideways} px`);
    }
    await context.close();
    expect(wrong).toEqual([]);
  });
});
