import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { executables } from './chromium.ts';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser that has drawn a page. Throws, saying what each one said, when no browser on this machine can. */
export const openBrowser = async (): Promise<Browser> => {
  const refusals: string[] = [];
  for await (const { name, path, env } of executables()) {
    try {
      const browser = await chromium.launch({ executablePath: path, args, env: { ...process.env, ...env } });
      await (await browser.newPage()).close();
      return browser;
    } catch (error) {
      refusals.push(`${name}: ${String(error)}`);
    }
  }
  throw new Error(`No browser starts, so the journeys cannot be tested.\n${refusals.join('\n')}`);
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds on the page, one readable line for each element; none is `[]`. */
export const checkAccessibility = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async (values) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    // Only what is wrong is asked for, and nothing is fetched again: a page takes a third of the time.
    return (await checker.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false })).violations;
  }, tags);
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${impact ?? 'minor'}): ${help} at ${target.join(' ')}: ${html}`),
  );
};
