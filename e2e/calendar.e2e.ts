import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../src/people/index.ts';
import { openBrowser } from '../test/support/browser.ts';
import { addressOf } from '../test/support/connected.ts';
import type { Somebody } from '../test/support/programme.ts';
import { someone } from '../test/support/someone.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

const pictures = process.env['PICTURES'];

let browser: Browser;
let site: Site;
let agnes: Person;
const open: Visit[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite();
  // A Saturday, so that all of the week that comes is ahead.
  site.web.clock.now = new Date('2026-11-21T10:00:00Z');
  const details = { givenName: 'Agnes', familyName: 'Muir', email: addressOf(site.programme) };
  const safeContact = { channels: ['email' as const], voicemailOk: null, note: '' };
  agnes = (await someone(site.db, site.programme, { details: { ...details, safeContact } })).person;
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
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
};
const remindAll = async (at: string) => {
  site.web.clock.now = new Date(at);
  await site.web.modules.calendar.handlers['remind-of-appointments']();
  await site.work();
};
const lettersToAgnes = () => site.web.mail.letters.filter(({ to }) => to.address === addressOf(site.programme));

/** Issue 4: Sam and Agnes agree on a time, and keep it. */
describe('an appointment with Agnes', () => {
  let sam: Page;
  let phone: Page;

  it('needs a room and hours first, which the lead sets', async () => {
    const lead = await as('lead', 1280);
    await lead.goto('/calendar/rooms');
    await see(lead, 'rooms-none', 'There are no rooms yet');
    await press(lead, 'Add the room');
    await see(lead, 'rooms-error', 'There is a problem');
    await lead.getByLabel('Room', { exact: true }).fill('Room 3, Glenkens Medical Practice');
    await lead.getByLabel('Practice').selectOption('Glenkens Medical Practice');
    await lead.getByLabel(/Where it is/).fill('High Street, New Galloway');
    await lead.getByLabel(/Getting there/).fill('The bus stops outside. The side door has no step.');
    await press(lead, 'Add the room');
    await see(lead, 'rooms', 'Room 3, Glenkens Medical Practice');
    await lead.goto(`/calendar/hours?who=${site.programme.as('linkWorker').id}`);
    await see(lead, 'hours-none', 'No hours are set yet');
    const hours = lead.locator('form', { hasText: 'Day of the week' });
    await hours.getByLabel('Day of the week').selectOption('Thursday');
    await hours.getByLabel('From', { exact: true }).fill('9:00');
    await hours.getByLabel('To', { exact: true }).fill('13:00');
    await hours.getByLabel('Where').selectOption('Room 3, Glenkens Medical Practice');
    await press(lead, 'Add these hours');
    await see(lead, 'hours', '09:00–13:00');
    await lead.goto('/calendar/figures');
    await see(lead, 'figures', 'Days in the surgery');
  });

  it('is made by Sam out of the free times, and stands in the calendar', async () => {
    sam = await as('linkWorker', 1280);
    await sam.goto(`/people/${agnes.id}/appointments`);
    await see(sam, 'appointments-none', 'Nothing is agreed just now');
    await press(sam, 'Make an appointment');
    await see(sam, 'book', 'Free times of Sam Findlay', 'Thu 26 Nov, 09:00');
    await press(sam, 'Make the appointment');
    await see(sam, 'book-error', 'There is a problem');
    await sam.getByLabel(/Thu 26 Nov, 10:00/).check({ force: true });
    await sam.getByText('What to bring, how to get there, who else goes').click();
    await sam.getByLabel(/What should they bring/).fill('The letter from the council');
    await press(sam, 'Make the appointment');
    await see(sam, 'appointments', 'Thu 26 Nov', '10:00 to 11:00', 'Room 3');
    await sam.goto('/calendar?day=2026-11-26');
    await see(sam, 'week', 'Agnes Muir', '3 of 4 free');
    await sam.goto('/calendar?day=2026-11-26&view=day');
    await see(sam, 'day', 'Agnes Muir');
    await sam.goto('/calendar/feed');
    await see(sam, 'feed', 'You have no address yet');
    await press(sam, 'Make an address');
    await see(sam, 'feed-made', 'It is shown only now');
  });

  it('is changed by Agnes on her phone, without signing in', async () => {
    await site.work();
    const link = /http\S+\/appointment\/\S+/.exec(lettersToAgnes().at(-1)!.text)![0];
    phone = await as(undefined, 390, false);
    await phone.goto(new URL(link).pathname);
    await see(phone, 'own', 'You will meet Sam on Thursday 26 November at 10:00', 'The letter from the council');
    expect(await phone.textContent('body')).not.toContain('Muir');
    await press(phone, 'Change to this time');
    await see(phone, 'own-error', 'Choose a time');
    await phone.getByLabel('Thu 26 Nov, 12:00').check({ force: true });
    await press(phone, 'Change to this time');
    await see(phone, 'own-changed', 'Thursday 26 November at 12:00', 'This is your new time');
    await sam.goto('/tasks');
    await expect.poll(() => sam.textContent('body')).toMatch('Agnes Muir');
  });

  it('is brought to mind once, the day before', async () => {
    await site.work();
    const before = lettersToAgnes().length;
    for (const at of ['2026-11-25T11:50:00Z', '2026-11-25T12:00:00Z', '2026-11-25T12:10:00Z', '2026-11-26T09:30:00Z']) await remindAll(at);
    const since = lettersToAgnes().slice(before);
    expect(since.map(({ text }) => /This is to remind you/.test(text))).toEqual([true]);
    expect(since[0]!.text).toContain('Thursday 26 November at 12:00');
  });

  it('takes place, and is written down as a contact with all that is known filled in', async () => {
    site.web.clock.now = new Date('2026-11-26T13:05:00Z');
    sam = await as('linkWorker', 1280);
    await sam.goto(`/people/${agnes.id}/appointments`);
    await press(sam, /Thu 26 Nov/);
    await see(sam, 'appointment-past', 'It happened: write it down');
    const past = sam.url();
    await press(sam, 'They were not there');
    await see(sam, 'not-there', 'Nothing is held against them');
    await sam.goto(past);
    await press(sam, 'It did not take place');
    await see(sam, 'did-not-take-place', 'Who could not come');
    await sam.goto(past);
    await press(sam, 'It happened: write it down');
    await see(sam, 'contact', 'Agnes Muir');
    await expect.poll(() => sam.locator('[name="day-day"]').first().inputValue()).toBe('26');
    await expect.poll(() => sam.locator('[name="time"]').first().inputValue()).toBe('12:00');
    await sam.locator('[name="note"]').fill('Talked about the letter from the council.');
    await press(sam, /^Save/);
    await expect.poll(() => sam.url()).toContain('done=contact-saved');
    await sam.goto(past);
    await see(sam, 'appointment-happened', 'It happened');
  });

  it('on pages in which axe finds nothing, and nothing runs off a narrow screen', () => expect(complaints).toEqual([]));
});
