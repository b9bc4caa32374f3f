import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addReferrals, referenceOf } from '../src/referrals/index.ts';
import { addContacts, plainContact } from '../src/support/index.ts';
import { openBrowser } from '../test/support/browser.ts';
import { someone } from '../test/support/someone.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

const pictures = process.env['SHOTS'];

let browser: Browser;
let site: Site;
let lead: Visit;
const complaints: string[] = [];
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  lead = await visit(browser, site, { javaScript: false, width: 1280 }, 'lead');
});
afterAll(async () => {
  await lead.leave();
  await site.close();
  await browser.close();
});

const see = async (page: Page, name: string, ...texts: (string | RegExp)[]) => {
  for (const text of texts) await expect.poll(() => page.textContent('main'), { timeout: 15_000 }).toMatch(text);
  complaints.push(...(await looksRight(browser, page)).map((line) => `${name}: ${line}`));
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
};
const at = (path = '') => `/belonging/${site.programme.practice}${path}`;
const count = () => site.web.modules.belonging.index.handlers['count-belonging']();
const day = (text: string) => (site.web.clock.now = new Date(text));

/** Six people whom the practice referred on a day: so many of them met soon, and so many others came back as out of scope. */
async function happened(on: string, { met, back }: { met: number; back: number }): Promise<void> {
  const received = new Date(`${on}T09:00:00Z`);
  for (let nth = 0; nth < 6; nth++) {
    const { person, support } = await someone(site.db, site.programme, { at: received });
    const contact = {
      ...{ ...plainContact, id: randomUUID(), person: person.id, support: support.id, by: site.programme.as('linkWorker').id },
      ...{ happenedAt: new Date(received.getTime() + 5 * 86_400_000), channel: 'phone' as const, minutes: 20, note: 'Spoke' },
      ...{ place: '', present: '', nextStep: '', debrief: false },
    };
    const { practice, team } = site.programme;
    const id = randomUUID();
    const returned = {
      ...{ id, reference: referenceOf(id), person: person.id, source: 'practice' as const, practice, team, needs: ['money'] as const },
      ...{ referredBy: site.programme.as('nurse').id, note: '', receivedAt: received, dueOn: null },
      stage: { name: 'returned', reason: 'out-of-scope', note: '', at: received } as const,
    };
    await site.db.inProgramme(site.programme.id, async (tx) => {
      if (nth < met) await addContacts(tx, [contact]);
      if (nth < back) await addReferrals(tx, [returned]);
    });
  }
}

async function write(page: Page, fact: string, answer: string): Promise<void> {
  await page.goto(at(`/evidence/${fact}`));
  await page.getByLabel(answer, { exact: true }).check();
  await page.getByLabel('Who said so?').fill('Linda Grierson, practice manager');
  await press(page, 'Save');
}

/** Issue 5: a site goes from bolted on to belonging, and the index follows what happens there. */
describe('a site on its way', () => {
  it('is not judged while nothing is known of it', async () => {
    await lead.page.goto('/belonging');
    await see(lead.page, 'overview-new', 'Glenkens Medical Practice', 'Not known yet');
    await press(lead.page, 'Glenkens Medical Practice');
    await see(lead.page, 'site-new', 'Too little is known to place this site');
  });

  it('is bolted on where link workers are strangers, and each figure offers what would move it', async () => {
    day('2026-06-20T10:00:00Z');
    await happened('2026-05-20', { met: 0, back: 5 });
    await write(lead.page, 'criteria-say', 'It was set without the link worker');
    await write(lead.page, 'may-decline', 'No');
    await write(lead.page, 'team-meetings', 'Not invited');
    await write(lead.page, 'room', 'No');
    await lead.page.goto(at());
    await see(lead.page, 'site-bolted-on', 'This site is bolted on', 'What would help', /0% \(0 of 6\)/);
    await lead.page.goto(at('/evidence/returned'));
    await see(lead.page, 'evidence-returned', /45% \(5 of 11\)/, 'Not something that this team can help with', 'Our own choice');
    await press(lead.page, 'Take it up');
    await see(lead.page, 'action-error', 'Choose what you will do', 'Say who takes it on');
    await lead.page.getByLabel(/Go through the last returned referrals/).check();
    await lead.page.getByLabel('Who takes it on?').fill('Catriona Reid');
    for (const [label, text] of [
      ['Day', '1'],
      ['Month', '11'],
      ['Year', '2026'],
    ] as const)
      await lead.page.getByLabel(label).fill(text);
    await press(lead.page, 'Take it up');
    await see(lead.page, 'action-begun', 'Too early to say', '45% at the start');
    await count();
  });

  it('moves as soon as what lies under it moves', async () => {
    day('2026-08-31T10:00:00Z');
    await happened('2026-08-05', { met: 4, back: 1 });
    await write(lead.page, 'criteria-say', 'The link worker is asked');
    await write(lead.page, 'may-decline', 'After asking somebody');
    await write(lead.page, 'team-meetings', 'Now and then');
    await write(lead.page, 'room', 'When one is free');
    await count();
    await lead.page.goto(at());
    await see(lead.page, 'site-fitting-in', 'This site is fitting in', /14% \(1 of 7\)/);
  });

  it('belongs when people are met soon, nothing comes back, and both decide together', async () => {
    day('2026-11-21T10:00:00Z');
    await happened('2026-11-01', { met: 6, back: 0 });
    await write(lead.page, 'criteria-say', 'They decide together');
    await write(lead.page, 'may-decline', 'Yes, with a reason');
    await write(lead.page, 'team-meetings', 'Regularly');
    await write(lead.page, 'room', 'Yes, on agreed days');
    await count();
    await lead.page.goto(at());
    await see(lead.page, 'site-belonging', 'This site is belonging', 'Moved', '45% at the start, 0% when looked at', 'Over time');
    await lead.page.goto(at('/evidence/room'));
    await see(lead.page, 'evidence-room', 'Linda Grierson', 'When one is free');
    await lead.page.goto('/belonging/rules');
    await see(lead.page, 'rules', 'These are the rules that Bothy comes with');
    await lead.page.goto('/belonging/method');
    await see(lead.page, 'method', 'Nobody has tested whether this index measures');
  });

  it('and no page of it is hard to use', () => expect(complaints.join('\n')).toBe(''));
});
