import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../test/support/browser.ts';
import { fillDirectory } from '../test/support/services.ts';
import { looksRight, openSite, press, type Site, visit } from './support/site.ts';

const heading = 'Service name,Organisation,Venue,Address,Town,Postcode,Phone,When,Cost\n';
const tea = (phone: string, cost: string) =>
  `${heading}Tea in the vestry,Laurieston Tea,Laurieston Vestry,2 Kirk Brae,Laurieston,DG7 2CK,${phone},Wednesday 2pm-4pm,${cost}\n`;
const council = { name: 'Council list', first: tea('01632 960301', '£1'), then: tea('01632 960301', '£2') };
const charity = { name: 'Charity list', first: tea('01632 960311', '£1') };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What waits for a curator: changes of one feed, a question about another, and a suggestion. */
async function openWork() {
  const site = await openSite();
  const services = await site.db.inProgramme(site.programme.id, fillDirectory);
  const { feeds, freshness } = site.web.modules;
  const lead = site.programme.as('lead');
  const usual = { kind: 'csv', address: null, trust: 5, pullHours: null, apply: 'ask', stopped: false } as const;
  const feedCalled = async (name: string): Promise<string> => {
    const made = await feeds.saveFeed(lead, { ...usual, name });
    return made.ok ? made.value : expect.unreachable();
  };
  const bring = async (feed: string, text: string): Promise<string | null> => {
    const file = await feeds.bringCsv(lead, text, { name: 'list.csv', feed });
    const { guess } = (await feeds.csvSeen(lead, file.ok ? file.value : ''))!;
    const taken = await feeds.takeCsv(lead, file.ok ? file.value : '', { columns: guess, organisation: '', feedName: '' });
    return taken.ok ? taken.value.set : expect.unreachable();
  };
  const known = await feedCalled(council.name);
  const { set } = (await feeds.changeSet(lead, (await bring(known, council.first))!, { kind: '', action: '', page: 1 }))!;
  await feeds.applySet(lead, set.id, set.rowVersion);
  await bring(await feedCalled(charity.name), charity.first);
  // What was brought last stands first.
  site.web.clock.now = new Date(site.web.clock.now.getTime() + 3_600_000);
  await bring(known, council.then);
  const words = {
    times: { days: {}, nth: {}, ofMonth: '', everyWeeks: String, and: '', to: '', at: '', understood: {}, passedOver: [] },
    free: '',
  };
  const given = { part: 'contact', texts: { phone: '01632 960399' }, words: '', sender: { name: '', role: '', email: '' } } as const;
  await freshness.suggesting.suggestPublicly(lead.programme, services.shed.id, given, words);
  return { site, services };
}

describe.each([true, false])('whoever keeps the directory, with scripts: %s', (javaScript) => {
  let site: Site;
  let services: Awaited<ReturnType<typeof fillDirectory>>;
  let page: Page;
  let leave: () => Promise<void>;
  const main = () => page.getByRole('main').textContent();
  const look = async (name: string) => expect(await looksRight(browser, page), name).toEqual([]);

  beforeAll(async () => {
    ({ site, services } = await openWork());
    ({ page, leave } = await visit(browser, site, { javaScript }, 'lead'));
  });
  afterAll(async () => {
    await leave();
    await site.close();
  });

  it('looks at what a feed changes, takes it in, and takes it back', async () => {
    await page.goto('/directory-work');
    await look('hub');
    await press(page, 'Feeds');
    await look('feeds');
    await press(page, `Read from a feed: ${council.name}`);
    expect(await main()).toContain('To look at');
    await look('change set');
    await press(page, 'Take these changes in');
    expect(await main()).toContain('The changes have been taken in.');
    await look('change set, taken in');
    await press(page, 'Take all of it back');
    expect(await main()).toContain('The changes have been taken back.');
    await look('change set, taken back');
  });

  it('says that two feeds tell of the same thing, and whose word counts', async () => {
    await page.goto('/matches');
    await look('matches');
    await press(page, 'Laurieston Tea');
    await look('match');
    await press(page, 'Save and go on');
    expect(await main()).toContain('Choose one');
    await page.getByLabel('Yes, it is the same').check();
    await press(page, 'Save and go on');
    await page.goto('/differences');
    await look('differences');
    await press(page, 'Tea in the vestry');
    await look('difference');
    await page.getByRole('group', { name: 'Whose word counts' }).first().getByLabel(`Always ${charity.name}`).check();
    await press(page, 'Save');
    await look('difference, decided');
    await page.goto('/differences');
    expect(await main()).toContain('1 field');
  });

  it('takes a suggestion, and sees who changed what', async () => {
    await page.goto('/suggestions');
    await look('suggestions');
    await press(page, services.shed.name);
    await look('suggestion');
    await press(page, 'Put this in the directory');
    await page.goto(`/services/${services.shed.id}/versions`);
    await page.getByText('See what changed').first().click();
    expect(await main()).toContain('01632 960399');
    await look('versions');
  });
});
