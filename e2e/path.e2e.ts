import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { fillDirectory } from '../test/support/services.ts';
import { countRows } from '../test/support/rows.ts';
import { openBrowser } from '../test/support/browser.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';
import type { Somebody } from '../test/support/programme.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const day = 86_400_000;

/** The nine steps of one person's path (design, section 3), as a nurse, a link worker, a volunteer, a relative and a team lead. */
describe.each([{ javaScript: false }, { javaScript: true }])('one person’s path, with JavaScript: $javaScript', ({ javaScript }) => {
  let site: Site;
  const open: Visit[] = [];
  const complaints: string[] = [];

  const as = async (who?: Somebody, width?: number): Promise<Page> => {
    const visitor = await visit(browser, site, { javaScript, ...(width && { width }) }, who);
    open.push(visitor);
    return visitor.page;
  };
  /** The page is what it should be, and axe and a narrow screen find nothing wrong with it. */
  const see = async (page: Page, ...texts: (string | RegExp)[]) => {
    for (const text of texts) await expect.poll(() => page.textContent('body'), { timeout: 15_000 }).toMatch(text);
    complaints.push(...(await looksRight(browser, page)).map((line) => `${new URL(page.url()).pathname}: ${line}`));
  };
  /** What is folded away is opened first, as anybody would. */
  const field = async (page: Page, label: string | RegExp) => {
    const found = page.getByRole('main').getByLabel(label).first();
    if (!(await found.isVisible())) await found.locator('xpath=ancestor::details[not(@open)][1]').locator('summary').first().click();
    return found;
  };
  const fill = async (page: Page, label: string | RegExp, text: string) => (await field(page, label)).fill(text, { timeout: 8000 });
  const tick = async (page: Page, label: string | RegExp) => (await field(page, label)).check({ force: true, timeout: 8000 });

  beforeAll(async () => {
    site = await openSite();
    await site.db.inProgramme(site.programme.id, fillDirectory);
  });
  afterAll(async () => {
    for (const visitor of open) await visitor.leave();
    await site.close();
  });

  let linkWorker: Page;
  let nurse: Page;
  let volunteerPage: Page;

  it('1. a nurse refers Moira in three answers', async () => {
    nurse = await as('nurse');
    await see(nurse, 'Refer someone to a link worker');
    await fill(nurse, 'First name', 'Moira');
    await fill(nurse, 'Last name', 'Kerr');
    await fill(nurse, 'Day', '14');
    await fill(nurse, 'Month', '3');
    await fill(nurse, 'Year', '1964');
    await tick(nurse, 'Loneliness');
    await fill(nurse, /In a line/, 'Lost her husband in August. Used to sing.');
    await press(nurse, 'Send referral');
    await see(nurse, 'There is a problem', 'Confirm that they agree');
    expect(await nurse.getByLabel('First name').inputValue()).toBe('Moira');
    await tick(nurse, /They agree/);
    await press(nurse, 'Send referral');
    await see(nurse, 'Referral sent', /SP-[2-9A-Z]{7}/);
  });

  it('2. her daughter asks on the public page too, and nobody is added twice', async () => {
    const daughter = await as(undefined, 390);
    await daughter.goto(`/ask/${site.programme.as('nurse').programme.slug}`);
    await see(daughter, 'Ask a link worker to get in touch');
    await tick(daughter, 'Somebody I know');
    await fill(daughter, 'Your name', 'Ann Kerr');
    await fill(daughter, 'How do you know them?', 'her daughter');
    await fill(daughter, 'First name', 'moira');
    await fill(daughter, 'Last name', 'KERR');
    await fill(daughter, 'Day', '14');
    await fill(daughter, 'Month', '3');
    await fill(daughter, 'Year', '1964');
    await tick(daughter, 'Loneliness');
    await fill(daughter, /^Phone number/, '01632 960123');
    await tick(daughter, 'Phone call');
    await tick(daughter, /^No$/);
    await tick(daughter, /may keep this and get in touch/);
    await press(daughter, 'Send');
    await see(daughter, 'Thank you. We have it.');

    linkWorker = await as('linkWorker');
    await linkWorker.goto('/queue');
    await see(linkWorker, 'Team queue', 'Moira Kerr', 'moira KERR');
    await press(linkWorker, /^moira KERR$/);
    await see(linkWorker, 'Is this somebody we know?', /Asked for by Ann Kerr \(her daughter\)/);
    await press(linkWorker, 'Yes, the same person');
    await see(linkWorker, 'This is now one record.', '01632 960123');
    await tick(linkWorker, 'They have been referred already');
    await press(linkWorker, 'Return referral');
    await see(linkWorker, 'The referral has gone back');
  });

  it('3. the link worker asks the nurse, accepts, and records a first try', async () => {
    await press(linkWorker, 'Moira Kerr');
    await fill(linkWorker, 'Your question', 'Does she like to be rung in the morning?');
    await press(linkWorker, 'Send question');
    await see(linkWorker, 'Your question has gone');
    await site.work();
    expect(site.mailTo(site.programme.as('nurse').email)?.text).not.toContain('Moira');

    await nurse.goto('/referrals');
    await see(nurse, 'Question for you');
    await press(nurse, 'Moira Kerr');
    await fill(nurse, 'Your answer', 'Yes, before noon.');
    await press(nurse, 'Send answer');
    await see(nurse, 'Your answer has gone to the team.');

    await linkWorker.goto('/queue');
    await press(linkWorker, 'Moira Kerr');
    await see(linkWorker, 'Yes, before noon.');
    await press(linkWorker, 'Accept');
    await see(linkWorker, 'You have accepted this referral', 'Do not leave a voicemail');
    await press(linkWorker, 'Record an attempt');
    await see(linkWorker, 'How did you try?');
    await tick(linkWorker, /^Phone call/);
    await tick(linkWorker, 'No answer');
    await press(linkWorker, 'Save attempt');
    await see(linkWorker, /1 of 3 tries/);
  });

  it('4. they meet, and agree a plan in her words', async () => {
    site.web.clock.now = new Date(site.web.clock.now.getTime() + 30 * 60_000);
    await press(linkWorker, 'Record a contact');
    await see(linkWorker, 'How were you in touch?');
    await tick(linkWorker, 'Visit');
    await fill(linkWorker, 'How long?', '40');
    await fill(linkWorker, 'What was said or done?', 'Talked about Jim, and the choir she left.');
    await press(linkWorker, 'Save contact');
    await see(linkWorker, 'Talked about Jim');

    await press(linkWorker, 'Start the plan');
    await see(linkWorker, 'What matters to me');
    await fill(linkWorker, 'What matters to me', 'Singing, and not eating alone every night');
    await fill(linkWorker, 'In their words', 'Sing with people again');
    await linkWorker.getByRole('radio', { name: '9' }).first().check({ force: true });
    await fill(linkWorker, 'Action 1 for goal 1: what will be done?', 'Ring the choir');
    await press(linkWorker, 'Save plan');
    await see(linkWorker, 'Sing with people again', 'Ring the choir');
    await press(linkWorker, 'Overview');
  });

  it('5. the link worker finds a service with room nearby, and records a gap where there is none', async () => {
    const person = new URL(linkWorker.url()).pathname;
    await press(linkWorker, 'Find a service');
    await see(linkWorker, /Find a service for Moira Kerr/);
    await fill(linkWorker, 'What are you looking for?', 'unicycling');
    await press(linkWorker, /^Search/);
    await see(linkWorker, 'Record the gap');
    expect(new URL(linkWorker.url()).search).not.toContain('unicycling');
    await tick(linkWorker, 'There is no such service');
    await press(linkWorker, 'Record this gap');
    await see(linkWorker, /[Rr]ecorded/);

    await linkWorker.goto(`/services?for=${person.split('/').at(2)}`);
    await fill(linkWorker, 'What are you looking for?', 'debt advise');
    await fill(linkWorker, /Near which town/, 'New Galloway');
    await press(linkWorker, /^Search/);
    await see(linkWorker, 'Debt advice by appointment', /km/, /Waiting list/);
    await press(linkWorker, /^Connect Moira/);
    await see(linkWorker, /Connect Moira.* to Debt advice/);
  });

  it('6. the organisation is told what was agreed and no more, and answers without an account', async () => {
    await tick(linkWorker, 'Send them a request');
    await tick(linkWorker, /What matters to them/);
    await fill(linkWorker, 'In your own words', 'Letters she has not opened since August');
    await press(linkWorker, 'See what they will be told');
    await see(linkWorker, 'What Stewartry Money Advice will be told', 'Letters she has not opened', 'Do not leave a voicemail');
    expect(await linkWorker.getByRole('main').textContent()).not.toContain('1964');
    await press(linkWorker, 'Send the request');
    await see(linkWorker, /Moira has to agree/);
    await tick(linkWorker, /Moira agrees that this is shared/);
    await press(linkWorker, 'Send the request');
    await see(linkWorker, 'Waiting for an answer');
    await site.work();

    const mail = site.mailTo('requests@money.example')!;
    expect(mail.text).not.toMatch(/Moira|Kerr|August/);
    const link = /http:\/\/\S+\/reply\/\S+/.exec(mail.text)![0];
    const volunteer = await as(undefined, 390);
    await volunteer.goto(link);
    await see(volunteer, 'Can you help?', 'Moira Kerr', '01632 960123', 'Letters she has not opened', 'Do not leave a voicemail');
    expect(await volunteer.textContent('body')).not.toContain('1964');
    await tick(volunteer, 'Yes, but there is a waiting list');
    await fill(volunteer, 'How many weeks, about?', '3');
    await press(volunteer, 'Send your answer');
    await see(volunteer, 'Thank you. The link worker has been told.');
    volunteerPage = volunteer;
  });

  it('7. waiting is seen, chased and not lost; the team lead sees what is late', async () => {
    await linkWorker.goto('/caseload');
    await see(linkWorker, 'My caseload', 'Moira Kerr', 'A service has answered');
    site.web.clock.now = new Date(site.web.clock.now.getTime() + 25 * day);
    await site.web.modules.connections.handlers['chase-connections']();
    const lead = await as('lead');
    await lead.goto('/caseload');
    await see(lead, 'Moira Kerr', /days late/);
    linkWorker = await as('linkWorker');
    await linkWorker.goto('/caseload');
    await press(linkWorker, 'Moira Kerr');
    await see(linkWorker, 'Waiting list: see whether there is a place');

    await volunteerPage.reload();
    await tick(volunteerPage, 'They came');
    const today = site.web.clock.now;
    await fill(volunteerPage, 'Day', String(today.getUTCDate()));
    await fill(volunteerPage, 'Month', String(today.getUTCMonth() + 1));
    await fill(volunteerPage, 'Year', String(today.getUTCFullYear()));
    await press(volunteerPage, 'Send your answer');
    await see(volunteerPage, /Thank you|Under way/);
    await tick(volunteerPage, 'It has finished');
    await press(volunteerPage, 'Send your answer');
    await see(volunteerPage, /finished/);
  });

  it('8. support ends with a summary, and can be opened again in one step', async () => {
    await linkWorker.reload();
    const person = linkWorker.url();
    await press(linkWorker, 'End support');
    await see(linkWorker, 'How does it end?', 'Sing with people again');
    await tick(linkWorker, 'The support came to its end');
    await tick(linkWorker, /^Reached$/);
    await fill(linkWorker, 'What is different now?', 'She sings on Mondays and has a plan for the bills.');
    await tick(linkWorker, 'Yes, they agreed');
    await press(linkWorker, 'End support');
    await see(linkWorker, /Support ended on/);
    await site.work();
    const mail = site.mailTo(site.programme.as('nurse').email)!;
    expect(mail.text).not.toMatch(/Moira|sings/);

    nurse = await as('nurse');
    await nurse.goto('/referrals');
    await press(nurse, /^Moira Kerr$/);
    await press(nurse, 'Read the closing letter');
    await see(nurse, 'Actions for the practice', 'None', 'She sings on Mondays', 'Sing with people again');

    await linkWorker.goto(person);
    await press(linkWorker, 'Open support again');
    await see(linkWorker, 'First contact');
  });

  it('9. nothing was lost on the way: her timeline tells it all, and so does the record of who looked', async () => {
    await see(
      linkWorker,
      ...['Referred to the team', 'The referrer answered', 'Referral accepted', 'Support opened again|opened again'].map(
        (text) => new RegExp(text),
      ),
    );
    expect(await countRows(site.db, site.programme.id, 'access', 'account_id')).toBeGreaterThanOrEqual(3);
  });

  it('finds nothing wrong with any page on the way, for eyes, ears, keyboards or narrow screens', () => {
    expect([...new Set(complaints)]).toEqual([]);
  });
});
