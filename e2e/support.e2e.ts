import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import type { Somebody } from '../test/support/programme.ts';
import { someone } from '../test/support/someone.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

let browser: Browser;
let site: Site;
const open: Visit[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
  const details = { givenName: 'Bill', familyName: 'Stewart', place: 'Dalbeattie', phone: '01632 960124' };
  await someone(site.db, site.programme, { details, at: site.web.clock.now });
});
afterAll(async () => {
  for (const visitor of open) await visitor.leave();
  await site.close();
  await browser.close();
});

const as = async (who: Somebody, width = 390): Promise<Page> => {
  const visitor = await visit(browser, site, { javaScript: false, width }, who);
  open.push(visitor);
  return visitor.page;
};
const see = async (page: Page, ...texts: (string | RegExp)[]) => {
  for (const text of texts) await expect.poll(() => page.textContent('body'), { timeout: 15_000 }).toMatch(text);
  complaints.push(...(await looksRight(browser, page)).map((line) => `${new URL(page.url()).pathname}: ${line}`));
  const shots = process.env['SHOTS'];
  if (shots) await page.screenshot({ path: `${shots}/${String(++shot).padStart(2, '0')}.png`, fullPage: true });
};
let shot = 0;
const field = async (page: Page, label: string | RegExp) => {
  const found = page.getByRole('main').getByLabel(label).first();
  if (!(await found.isVisible())) await found.locator('xpath=ancestor::details[not(@open)][1]').locator('summary').first().click();
  return found;
};
const fill = async (page: Page, label: string | RegExp, text: string) => (await field(page, label)).fill(text, { timeout: 8000 });
const tick = async (page: Page, label: string | RegExp) => (await field(page, label)).check({ force: true, timeout: 8000 });
/** A day so many days from now, in the three boxes of a question. */
const dayIn = async (page: Page, question: string, ahead: number) => {
  const day = new Date(site.web.clock.now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
  const [year = '', month = '', date = ''] = day.split('-');
  const group = page.getByRole('group', { name: question });
  for (const [label, text] of Object.entries({ Day: date, Month: month, Year: year })) await group.getByLabel(label).fill(text);
};
const days = (n: number) => (site.web.clock.now = new Date(site.web.clock.now.getTime() + n * 86_400_000));

/** From the first meeting to the closing letter, on a phone, without JavaScript: with a gap, a long wait and a new link worker on the way. */
describe('a person’s support from the first meeting to closing, with a wait and a handover', () => {
  let record: string;

  it('begins with a referral, a yes and a first meeting', async () => {
    const nurse = await as('nurse');
    await fill(nurse, 'First name', 'Moira');
    await fill(nurse, 'Last name', 'Kerr');
    await fill(nurse, 'Day', '14');
    await fill(nurse, 'Month', '3');
    await fill(nurse, 'Year', '1964');
    await tick(nurse, 'Loneliness');
    await tick(nurse, /They agree/);
    await press(nurse, 'Send referral');
    await see(nurse, 'Referral sent');

    const sam = await as('linkWorker');
    await sam.goto('/queue');
    await press(sam, 'Moira Kerr');
    await see(sam, /Your caseload now: 1 person, weight 2 of 100/);
    await press(sam, 'Accept');
    record = new URL(sam.url()).pathname;
    await see(sam, 'You have accepted this referral');
    await press(sam, 'Record a contact');
    await tick(sam, 'Visit');
    await fill(sam, 'How long?', '40');
    await fill(sam, 'What was said or done?', 'Talked about Jim, and the choir she left.');
    await press(sam, 'Save contact');
    await see(sam, 'Talked about Jim, and the choir she left.');
  });

  it('asks how it is safe to reach her, and agrees a plan with her', async () => {
    const sam = await as('linkWorker');
    await sam.goto(`${record}/details`);
    await fill(sam, 'Email address', 'moira@example.org');
    await press(sam, 'Save details');
    await sam.goto(`${record}/safe-contact`);
    await sam.getByLabel('Email').selectOption('Best');
    await press(sam, 'Save');
    await sam.goto(record);
    await press(sam, 'Start the plan');
    await fill(sam, 'What matters to me', 'Singing, and not eating alone every night');
    await fill(sam, 'In their words', 'Sing with people again');
    await fill(sam, 'Action 1 for goal 1: what will be done?', 'Ring the choir');
    await tick(sam, 'Yes, Moira Kerr agrees with it');
    await press(sam, 'Save plan');
    await see(sam, 'Singing, and not eating alone', 'Sing with people again', 'Agreed with the person');
  });

  it('looks for a service, and keeps what is missing as a gap', async () => {
    const sam = await as('linkWorker');
    await sam.goto(record);
    await press(sam, 'Find a service');
    await fill(sam, 'What are you looking for?', 'choir for beginners');
    await press(sam, /^Search/);
    await see(sam, 'Record the gap');
    await tick(sam, 'There is no such service');
    await press(sam, 'Record this gap');
    await see(sam, /[Rr]ecorded/);
  });

  it('waits for a long list, which is seen as the wait that it is', async () => {
    const sam = await as('linkWorker');
    await sam.goto(record);
    await press(sam, 'Put on hold');
    await see(sam, 'What are they waiting for?');
    await press(sam, 'Put on hold');
    await see(sam, 'There is a problem', 'Choose what they are waiting for');
    await tick(sam, 'They wait for a service');
    await fill(sam, 'Name of the service', 'Kirkcudbright befriending');
    await fill(sam, 'Anything to remember', 'Their list is long. I ring her on Fridays.');
    await press(sam, 'Put on hold');
    await see(sam, 'They are on hold', 'Waiting for Kirkcudbright befriending, since today');

    days(23);
    const later = await as('linkWorker', 1280);
    await later.goto('/caseload');
    await see(later, 'Waiting for Kirkcudbright befriending, 23 days', /on hold, longest 23 days/);
    await later.goto('/caseload?held=any');
    expect(await later.getByRole('main').textContent()).not.toContain('Bill Stewart');
    await fill(later, 'Find by name', 'moi');
    await press(later, 'Find');
    await see(later, 'People called “moi”');
    expect(later.url()).not.toContain('moi');
  });

  it('goes to another link worker, who knows what to know', async () => {
    const lead = await as('lead', 1280);
    await lead.goto(`/handover/${site.programme.as('linkWorker').id}`);
    await see(lead, 'Hand over the people of Sam Findlay', 'What matters: Singing');
    await tick(lead, 'Moira Kerr');
    await lead.getByLabel('Who takes them on?').selectOption(site.programme.as('otherLinkWorker').id);
    await press(lead, 'See how heavy the caseloads become');
    await see(lead, '0 people, weight 0', '1 person, weight 1');
    await press(lead, 'Hand over');
    await see(lead, 'Handed over.', 'Moira Kerr goes to Rhona Bell.');

    days(0.1);
    await site.web.modules.support.tellOfHandovers(site.programme.id);
    await site.work();
    const told = site.mailTo('moira@example.org');
    expect(told?.text).toMatch(/Rhona Bell is your link worker, in place of Sam Findlay/);
    expect(told?.text).not.toContain('Singing');
    const rhona = await as('otherLinkWorker');
    await rhona.goto(record);
    await see(rhona, 'Handed over by Sam Findlay', 'What matters: Singing', 'Say hello: you are their new link worker');
    await press(rhona, 'The wait is over');
    await see(rhona, 'They are no longer on hold', /1 wait so far, 23 days in all/);
  });

  it('is looked after by a colleague while the link worker is away', async () => {
    const rhona = await as('otherLinkWorker');
    await rhona.goto('/absences');
    for (const name of ['First day away', 'Last day away']) await dayIn(rhona, name, 0);
    await rhona.getByLabel('Who looks after their people?').selectOption(site.programme.as('linkWorker').id);
    await press(rhona, 'Save');
    await see(rhona, 'Saved. Whoever covers has been told.', 'Sam Findlay');
    const sam = await as('linkWorker');
    await see(sam, 'You look after the people of Rhona Bell until');
    await press(sam, 'All the people of Rhona Bell');
    await see(sam, 'Caseload of Rhona Bell', 'Moira Kerr');
  });

  it('comes to an end that was planned together, with days to be in touch until then', async () => {
    const rhona = await as('otherLinkWorker');
    await rhona.goto(`${record}/ending`);
    await see(rhona, 'When do you expect to end?');
    await dayIn(rhona, 'When do you expect to end?', 40);
    await press(rhona, 'Suggest days');
    const checkIn = rhona.getByRole('group', { name: 'First time' });
    await expect.poll(() => checkIn.getByLabel('Day').inputValue()).not.toBe('');
    await fill(rhona, 'What goes on afterwards?', 'Monday singing at the church hall');
    await fill(rhona, 'Who can they turn to?', 'Ann, her sister, and the practice');
    await tick(rhona, /I have talked this through with Moira Kerr/);
    await press(rhona, 'Save');
    await see(rhona, 'The ending is planned');
    await press(rhona, 'Print for them');
    await see(rhona, 'When we stop meeting', 'Monday singing at the church hall');
  });

  it('closes with a summary that is drafted from the record, and says what the worker makes of it', async () => {
    days(40);
    const rhona = await as('otherLinkWorker');
    await rhona.goto(record);
    await press(rhona, 'End support');
    await see(rhona, 'How does it end?', 'You agreed to end on', 'We have drafted this from the record', 'Sing with people again');
    const outcome = await field(rhona, 'What is different now?');
    expect(await outcome.inputValue()).toContain('We were in touch once, on 21 November 2026.');
    expect(await (await field(rhona, 'What happens next for them?')).inputValue()).toContain('Monday singing at the church hall');
    await outcome.fill('Moira sings every Monday, and eats with her sister on Fridays.');
    await press(rhona, 'End support');
    await see(rhona, 'There is a problem', 'Choose how it ends');
    expect(await (await field(rhona, 'What is different now?')).inputValue()).toBe(
      'Moira sings every Monday, and eats with her sister on Fridays.',
    );
    await tick(rhona, 'The support came to its end');
    await tick(rhona, /^Reached$/);
    await tick(rhona, 'Yes, they agreed');
    await tick(rhona, /Send Moira Kerr a message/);
    await press(rhona, 'End support');
    await see(rhona, /Support ended on/);
    await site.work();
    expect(site.mailTo('moira@example.org')?.text).toContain('You can come back at any time.');
  });

  it('is told to the nurse in a letter of what the worker wrote, and nothing of it in the mail', async () => {
    expect(site.mailTo(site.programme.as('nurse').email)?.text).not.toMatch(/Moira|sings/);
    const nurse = await as('nurse', 1280);
    await nurse.goto('/referrals');
    await press(nurse, /^Moira Kerr$/);
    await press(nurse, 'Read the closing letter');
    await see(nurse, 'Moira sings every Monday', 'Monday singing at the church hall', 'They can turn to: Ann', 'Sing with people again');
    expect(await nurse.getByRole('main').textContent()).not.toContain('We were in touch once');
  });

  it('looked right on every page, to axe and on a narrow screen', () => {
    expect(complaints).toEqual([]);
  });
});
