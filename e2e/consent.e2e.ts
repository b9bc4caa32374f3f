import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../src/directory/index.ts';
import type { Person } from '../src/people/index.ts';
import { openBrowser } from '../test/support/browser.ts';
import { addressOf, aPerson, aService } from '../test/support/connected.ts';
import type { Somebody } from '../test/support/programme.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

const pictures = process.env['PICTURES'];

let browser: Browser;
let site: Site;
let agnes: Person;
let walks: Service;
const open: Visit[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
  agnes = await aPerson(site.db, site.programme, {
    givenName: 'Agnes',
    familyName: 'Muir',
    dateOfBirth: '1941-06-02',
    phone: '01644 420555',
  });
  walks = await aService(site.db, site.programme);
});
afterAll(async () => {
  for (const visitor of open) await visitor.leave();
  await site.close();
  await browser.close();
});

const as = async (who: Somebody | undefined, width: number, javaScript = true): Promise<Page> => {
  const visitor = await visit(browser, site, { javaScript, width }, who);
  open.push(visitor);
  return visitor.page;
};
/** The page says this, and axe and a narrow screen find nothing wrong with it. */
const see = async (page: Page, name: string, ...texts: (string | RegExp)[]) => {
  for (const text of texts) await expect.poll(() => page.textContent('body'), { timeout: 15_000 }).toMatch(text);
  complaints.push(...(await looksRight(browser, page)).map((line) => `${new URL(page.url()).pathname}: ${line}`));
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  }
};
const minuteLater = () => void (site.web.clock.now = new Date(site.web.clock.now.getTime() + 60_000));

/** Issue 4: a consent withdrawal that recalls a sent connection. */
describe('Agnes takes back her yes', () => {
  let worker: Page;
  let organisation: Page;
  let link: string;

  it('after a request with her details has been sent, and the walking group has opened it', async () => {
    worker = await as('linkWorker', 1280);
    await worker.goto(`/people/${agnes.id}/connect/${walks.id}`);
    await worker
      .getByLabel(/Send|request/i)
      .first()
      .check({ force: true });
    await worker.getByLabel('What matters to them, and why this service').first().check({ force: true });
    await worker.getByLabel('In your own words').fill('She walked the Merrick at seventy.');
    await press(worker, 'See what they will be told');
    await worker.getByLabel(/agrees that this is shared/).check({ force: true });
    await press(worker, 'Send the request');
    await see(worker, 'connection', 'on its way');
    await site.work();
    link = /http\S+\/reply\/\S+/.exec(site.mailTo(addressOf(site.programme))!.text)![0];
    organisation = await as(undefined, 390);
    await organisation.goto(new URL(link).pathname);
    await see(organisation, 'reply-open-390', 'Agnes Muir', '01644 420555', 'She walked the Merrick');
  });

  it('is told what stops and what cannot be taken back, and then it is done', async () => {
    await worker.goto(`/people/${agnes.id}/consent`);
    await see(worker, 'consent', 'Sharing with Glenkens walking group', 'No answer is not a yes');
    await press(worker, /They have changed their mind.*Glenkens walking group/);
    await see(worker, 'withdraw', 'What cannot be taken back', 'They may have read, printed or written it down');
    await press(worker, 'Take it back now');
    await see(worker, 'withdraw-error', 'Choose how they told you');
    minuteLater();
    await worker.getByLabel('On the phone').check({ force: true });
    await press(worker, 'Take it back now');
    await see(worker, 'sharing', 'It is taken back', 'Taken back on', 'Who looked at the record');
  });

  it('and the walking group, with its answer half typed, is told kindly and shown nothing more', async () => {
    await organisation.getByLabel(/Yes/).first().check({ force: true });
    await press(organisation, 'Send');
    await see(organisation, 'reply-ended-390', 'This is no longer needed', 'destroy anything that you wrote down');
    for (const secret of ['Agnes', 'Muir', '01644 420555', 'Merrick']) expect(await organisation.textContent('body')).not.toContain(secret);
    await organisation.goto(new URL(link).pathname);
    await see(organisation, 'reply-again-390', 'This is no longer needed');
    expect(await organisation.textContent('body')).not.toContain('Agnes');
    await site.work();
    expect(site.mailTo(addressOf(site.programme))!.text).not.toContain('Agnes');
  });

  it('so that nothing more is shared until she says yes again', async () => {
    await worker.goto(`/people/${agnes.id}/connect/${walks.id}`);
    await see(worker, 'connect-refused', 'does not agree that we share anything with this service');
    await press(worker, 'Ask again, and write down the answer');
    await see(worker, 'ask', 'We would like to ask this service whether they have a place for you');
  });

  it('can see who got what as a letter, and all of it on a phone without JavaScript', async () => {
    await worker.goto(`/people/${agnes.id}/sharing/print`);
    await see(worker, 'letter', 'Who was told about you, and who looked');
    const phone = await as('linkWorker', 390, false);
    for (const [path, name] of [
      ['consent', 'consent-390'],
      ['consent/evaluation', 'ask-390'],
      ['sharing', 'sharing-390'],
      ['same', 'same-390'],
    ] as const) {
      await phone.goto(`/people/${agnes.id}/${path}`);
      await see(phone, name);
    }
    const twice = await aPerson(site.db, site.programme, {
      givenName: 'Agness',
      familyName: 'Muir',
      dateOfBirth: '1941-06-02',
      phone: '07700 900123',
    });
    await phone.goto(`/people/${agnes.id}/same/${twice.id}`);
    await see(phone, 'pair-390', 'Make these one record', '07700 900123');
    const manager = await as('manager', 1280);
    await manager.goto('/extracts');
    await see(manager, 'extracts', 'Lists with names');
    await press(manager, 'See how many that is');
    await see(manager, 'extracts-error', 'There is a problem');
  });

  it('on pages in which axe finds nothing, and nothing runs off a narrow screen', () => expect(complaints).toEqual([]));
});
