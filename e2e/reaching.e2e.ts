import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { someone } from '../test/support/someone.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

/** Set to a folder to keep a picture of every page. */
const pictures = process.env['PICTURES'];

describe.each([{ width: 1280 }, { width: 390 }])('reaching somebody safely, to the end, $width pixels wide', ({ width }) => {
  let site: Site;
  let visitor: Visit;
  let page: Page;
  let id: string;
  const complaints: string[] = [];
  const see = async (name: string) => {
    complaints.push(...(await looksRight(browser, page)).map((line) => `${name}: ${line}`));
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  };
  const write = async () => {
    await site.db.inProgramme(site.programme.id, (tx) =>
      site.web.modules.messages.queue(tx, {
        template: 'hello',
        about: randomUUID(),
        person: id,
        to: { person: id },
        at: site.web.clock.now,
      }),
    );
    await site.work();
  };

  beforeAll(async () => {
    site = await openSite();
    Object.assign(site.web.modules.composers, {
      hello: () =>
        Promise.resolve({
          subject: 'When we meet',
          text: 'Dear Agnes,\n\nWe meet on Tuesday at 2, at your house.\n\nSam\n',
          short: 'We meet on Tuesday at 2.',
        }),
    });
    const details = {
      ...{ givenName: 'Agnes', familyName: 'Muir', dateOfBirth: '1941-05-30', phone: '07700 900456', email: 'agnes@example.org' },
      ...{ address: '2 Kirk Brae', place: 'Dalry', postcode: 'DG7 3XX' },
    };
    id = (await someone(site.db, site.programme, { details })).person.id;
    visitor = await visit(browser, site, { javaScript: width > 1000, width }, 'linkWorker');
    page = visitor.page;
  });
  afterAll(async () => {
    await visitor.leave();
    await site.close();
  });

  it('nothing is sent while nobody has asked; the link worker is given the words', async () => {
    await write();
    await page.goto(`/people/${id}/messages`);
    expect(await page.textContent('main')).toContain('We meet on Tuesday at 2, at your house.');
    await see('by-hand');
    await press(page, /I have told them/);
    expect(await page.textContent('main')).toContain('Told by their link worker');
  });

  it('is asked in one place, with what is wrong said beside it', async () => {
    await page.goto(`/people/${id}/safe-contact`);
    await see('asked');
    await page.getByLabel('Letter').selectOption('Best');
    await page.getByLabel('Email').selectOption('Second');
    await page.getByLabel('Who must not know?').fill('Her neighbour');
    await page.getByLabel('Not before').fill('half past');
    await press(page, 'Save');
    await see('asked-wrong');
    await page.getByLabel('Not before').fill('9:30');
    await press(page, 'Save');
    expect(await page.textContent('main')).toContain('Her neighbour');
    await see('record');
  });

  it('a letter is printed and posted', async () => {
    await write();
    await page.goto('/letters');
    await see('letters');
    await press(page, /Print/);
    expect(await page.textContent('main')).toContain('2 Kirk Brae');
    await see('paper');
    await page.goto('/letters');
    await press(page, /It is posted/);
    expect(await page.textContent('main')).toContain('No letters to post');
  });

  it('a mail holds a link by which messages stop, without an account', async () => {
    await page.goto(`/people/${id}/safe-contact`);
    await page.getByLabel('Letter').selectOption('No');
    await press(page, 'Save');
    await write();
    const link = /http\S+\/stop\/\S+/.exec(site.mailTo('agnes@example.org')!.text)![0];
    const stranger = await visit(browser, site, { javaScript: false, width });
    const own = page;
    page = stranger.page;
    await page.goto(link);
    await see('stop');
    await press(page, 'Stop messages');
    await see('stopped');
    await stranger.leave();
    page = own;
    await page.goto(`/people/${id}`);
    expect(await page.textContent('main')).toContain('They asked for no more messages');
  });

  it('when they have died it is asked twice, everything stops, and their page says so quietly', async () => {
    await page.goto(`/people/${id}/died`);
    await see('died');
    await page.getByLabel('No, or not exactly').check();
    await page.getByLabel('Who told you?').fill('Her daughter, by phone');
    await press(page, 'Continue');
    await see('died-sure');
    await press(page, 'Yes, write it down');
    await see('died-told');
    await page.goto(`/people/${id}`);
    expect(await page.textContent('main')).toContain('Agnes Muir has died.');
    await see('record-died');
  });

  it('and no page of it has anything that axe finds, or scrolls sideways on a phone', () => {
    expect(complaints).toEqual([]);
  });
});
