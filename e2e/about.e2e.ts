import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { addPerson, letTeamsSee } from '../src/people/index.ts';
import { openBrowser } from '../test/support/browser.ts';
import { looksRight, openSite, press, type Site, visit, type Visit } from './support/site.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

/** Set to a folder to keep a picture of every page. */
const pictures = process.env['PICTURES'];

describe.each([{ width: 1280 }, { width: 390 }])('what is written down about a person, $width pixels wide', ({ width }) => {
  let site: Site;
  let visitor: Visit;
  let page: Page;
  let id: string;
  const complaints: string[] = [];
  const see = async (name: string) => {
    complaints.push(...(await looksRight(browser, page)).map((line) => `${name}: ${line}`));
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  };

  beforeAll(async () => {
    site = await openSite();
    id = await site.db.inProgramme(site.programme.id, async (tx) => {
      const somebody = {
        ...{ givenName: 'Tomasz', familyName: 'Wójcik', dateOfBirth: '1988-06-30', healthNumber: null, practice: site.programme.practice },
        ...{ interpreter: 'Polish', accessNeeds: 'Reads Polish well, English slowly. Please do not use his son to interpret.' },
      };
      const person = await addPerson(tx, somebody, { kind: 'system' }, site.web.clock.now);
      await letTeamsSee(tx, [{ person: person.id, team: site.programme.team }]);
      return person.id;
    });
    visitor = await visit(browser, site, { javaScript: width > 1000, width }, 'linkWorker');
    page = visitor.page;
  });
  afterAll(async () => {
    await visitor.leave();
    await site.close();
  });

  it('begins with what is known, and asks for nothing', async () => {
    await page.goto(`/people/${id}/about`);
    expect(await page.textContent('main')).toContain('Not asked yet');
    await see('empty');
  });

  it('is written down in the person’s words', async () => {
    await page.goto(`/people/${id}/about/aboutMe`);
    await page.getByLabel('What is most important to me').fill('My son. He is nine. I want him to bring a friend home.');
    await page.getByLabel('Please do, and please don’t').fill('Please ring after two. Please do not talk to my son about money.');
    await see('about-me');
    await press(page, 'Save');
    expect(await page.textContent('main')).toContain('bring a friend home');
  });

  it('names the people who matter, one after another', async () => {
    await page.goto(`/people/${id}/about/people`);
    await page.getByLabel('Name').first().fill('Mrs Gray');
    await page.getByLabel('Who they are to the person').selectOption('neighbour');
    await page.getByLabel('May they be told anything?').selectOption('support');
    await press(page, 'Save, and add another');
    await page.getByLabel('Name').nth(1).fill('Kacper');
    await page.getByLabel('Who they are to the person').nth(1).selectOption('child');
    await page.getByLabel('Phone number').nth(1).fill('12');
    await press(page, 'Save');
    expect(await page.textContent('main')).toContain('There is a problem');
    await see('people-problem');
    await page.getByLabel('Phone number').nth(1).fill('');
    await press(page, 'Save');
    expect(await page.textContent('main')).toContain('Mrs Gray');
  });

  it('looks right on every page', async () => {
    for (const section of ['communication', 'requirements', 'home', 'background', 'rights', 'reaching']) {
      await page.goto(`/people/${id}/about/${section}`);
      await see(section);
    }
    await page.goto(`/people/${id}/about/communication`);
    await page.getByText('Large print').click();
    await press(page, 'Save');
    await see('about');
    await page.goto(`/people/${id}/about/people/history`);
    await see('history');
    await page.goto(`/people/${id}/details`);
    await see('details');
    expect(complaints).toEqual([]);
  });
});
