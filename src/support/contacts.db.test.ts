import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { someone, type Somebody } from '../../test/support/someone.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Somebody;

beforeAll(async () => void (db = await testDatabase()));
beforeEach(async () => {
  web = openWeb(db);
  programme = await newProgramme(db);
  moira = await someone(db, programme);
});

const at = (page = '') => `/people/${moira.person.id}${page}`;
const as = (who: Who = 'linkWorker') => web.signedIn(programme.as(who));
const read = async (page: string, who?: Who) => (await (await as(who)).get(page)).text();
const talked = { channel: 'phone', note: 'Talked about the choir', 'day-day': '21', 'day-month': '11', 'day-year': '2026', time: '9:30' };
const post = async (page: string, form: Record<string, string | readonly string[]>, who?: Who) => (await as(who)).post(page, form);
const record = (more: Record<string, string | readonly string[]> = {}, who?: Who) => post(at('/contact'), { ...talked, ...more }, who);
const theContact = async () => /contacts\/([0-9a-f-]{36})/.exec(await read(at('/contacts')))![1]!;

describe('writing a contact down', () => {
  it('starts from a template that fills in how, how long, what was done and the headings', async () => {
    const page = await read(at('/contact?template=accompanied'));
    expect(page).toMatch(/value="visit" checked/);
    expect(page).toMatch(/name="minutes"[^>]*value="90"/);
    expect(page).toMatch(/value="accompanied" checked/);
    expect(page).toContain('Where we went:');
  });

  it('asks for words under the headings, and leaves out a heading that has none', async () => {
    const empty = await record({ template: 'accompanied', note: 'Where we went:\n\nHow it was for them:\n' });
    expect([empty.status, (await empty.text()).includes('Write a line about what was said or done')]).toEqual([422, true]);
    await record({ template: 'accompanied', note: 'Where we went:\nThe bank\n\nHow it was for them:\n' });
    const page = await read(at('/contacts'));
    expect(page).toContain('The bank');
    expect(page).not.toContain('How it was for them');
  });

  it('shows what was done that no form asks about, with who was there and how far it was', async () => {
    await record({
      tags: ['listened', 'form-filling'],
      company: ['Her sister'],
      present: 'Dr Tait',
      travelMinutes: '25',
      travelKm: '18,5',
    });
    const page = await read(at('/contacts'));
    for (const said of ['Filled in a form together', 'Also there: Her sister, Dr Tait', 'Travel: 25 minutes, 18.5 km'])
      expect(page).toContain(said);
    expect(await read(at())).toContain('Filled in a form together');
    expect(await read(at('/contact'))).toMatch(/name="company"[^>]*value="Her sister"/);
  });

  it('says kindly that they could not come, without asking for a note', async () => {
    await record({ note: '', outcome: 'could-not-come' });
    expect(await read(at('/contacts'))).toContain('They could not come');
  });

  it('keeps “they were not there” as a try to reach them', async () => {
    const answer = await record({ note: '', channel: 'visit', outcome: 'not-there' });
    expect(answer.headers.get('location')).toBe(`${at()}?done=attempt-saved`);
    expect(await read(at())).toContain('Visit: they were not there');
  });

  it('does not take what cannot be right', async () => {
    const born = await someone(db, programme, { details: { dateOfBirth: '2026-01-10' } });
    const early = await post(`/people/${born.person.id}/contact`, { ...talked, 'day-day': '9', 'day-month': '1' });
    expect([early.status, (await early.text()).includes('before they were born')]).toEqual([422, true]);
    const long = await record({ 'day-day': '1', 'day-month': '3' });
    expect([long.status, (await long.text()).includes('more than a month before')]).toEqual([422, true]);
    for (const wrong of [
      { minutes: '0' },
      { minutes: '780' },
      { travelMinutes: '-3' },
      { travelKm: 'far' },
      { travelKm: '99999' },
      { outcome: 'lost' },
    ])
      expect((await record(wrong)).status, JSON.stringify(wrong)).toBe(422);
  });

  it('warns whoever writes the same contact down a second time, shows the other, and loses nothing', async () => {
    await record();
    const again = await record({ note: 'We spoke of the choir', time: '9:50' }, 'otherLinkWorker');
    expect(again.status).toBe(409);
    const page = await again.text();
    for (const said of ['Sam Findlay has written down a contact', 'Talked about the choir', 'We spoke of the choir'])
      expect(page).toContain(said);
    expect((await record({ note: 'We spoke of the choir', time: '9:50', another: 'yes' }, 'otherLinkWorker')).status).toBe(303);
    expect(await read(at('/contacts'))).toContain('2 contacts');
  });

  it('lets only one of two who save the same at once', async () => {
    const visitor = await as();
    const both = await Promise.all([visitor.post(at('/contact'), talked), visitor.post(at('/contact'), talked)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  });
});

describe('putting a contact right', () => {
  const corrected = { ...talked, note: 'Talked about the band', why: 'It was the band', rowVersion: '1' };

  it('keeps what it said before, with the reason', async () => {
    await record();
    const id = await theContact();
    expect((await post(at(`/contacts/${id}`), corrected)).headers.get('location')).toContain('done=contact-corrected');
    const page = await read(at(`/contacts/${id}`));
    for (const said of ['Talked about the band', 'Talked about the choir', 'Reason: It was the band', 'Version 1, changed by Sam Findlay'])
      expect(page).toContain(said);
  });

  it('needs a reason and a change', async () => {
    await record();
    const id = await theContact();
    const silent = await post(at(`/contacts/${id}`), { ...corrected, why: '' });
    expect([silent.status, (await silent.text()).includes('Say in a few words why')]).toEqual([422, true]);
    expect((await post(at(`/contacts/${id}`), { ...talked, minutes: '20', why: 'No reason', rowVersion: '1' })).status).toBe(422);
  });

  it('tells the second of two who change it, and loses nothing', async () => {
    await record();
    const id = await theContact();
    await post(at(`/contacts/${id}`), corrected);
    const late = await post(at(`/contacts/${id}`), { ...corrected, note: 'Talked about the pipes' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Talked about the band');
    expect(page).toContain('Talked about the pipes');
  });

  it('is for whoever wrote it and for the team lead', async () => {
    await record();
    const id = await theContact();
    expect((await post(at(`/contacts/${id}`), corrected, 'otherLinkWorker')).status).toBe(404);
    expect(await read(at(`/contacts/${id}`), 'otherLinkWorker')).toContain('Whoever wrote it, or a team lead');
    expect((await post(at(`/contacts/${id}`), corrected, 'lead')).status).toBe(303);
  });

  it('strikes it out: it stays readable, and no longer counts', async () => {
    await record();
    const id = await theContact();
    expect((await post(at(`/contacts/${id}/strike`), { strikeWhy: '', rowVersion: '1' })).status).toBe(422);
    await post(at(`/contacts/${id}/strike`), { strikeWhy: 'It was about somebody else', rowVersion: '1' });
    expect(await read(at('/contacts'))).toContain('Struck out by Sam Findlay: It was about somebody else');
    expect(await read(at())).not.toContain('Talked about the choir');
    expect(await read('/caseload')).toContain('Not yet');
    expect((await post(at(`/contacts/${id}`), { ...corrected, rowVersion: '2' })).status).toBe(409);
  });

  it('finds nothing under the id of somebody else’s contact', async () => {
    await record();
    const id = await theContact();
    const other = await someone(db, programme, { details: { givenName: 'Tam' } });
    expect((await (await as()).get(`/people/${other.person.id}/contacts/${id}`)).status).toBe(404);
    expect((await post(`/people/${other.person.id}/contacts/${id}/strike`, { strikeWhy: 'x', rowVersion: '1' })).status).toBe(404);
  });
});

describe('all contacts of somebody', () => {
  it('can be narrowed to who wrote them and to what was done', async () => {
    await record({ tags: ['listened'], note: 'First one' });
    await record({ time: '7:30', note: 'Second one' }, 'otherLinkWorker');
    const filtered = await read(at('/contacts?tag=listened'));
    expect([filtered.includes('First one'), filtered.includes('Second one')]).toEqual([true, false]);
    expect(await read(at(`/contacts?who=${programme.as('otherLinkWorker').id}`))).not.toContain('First one');
    expect(await read(at('/contacts?tag=nothing'))).toContain('No contact fits');
  });
});

describe('ways to write up a contact', () => {
  const mine = { name: 'Walk and talk', channel: 'visit', minutes: '45', headings: 'Where we walked\nWhat came up', tags: ['listened'] };

  it('are one’s own, and come up on the next contact', async () => {
    expect((await post('/contact-templates', mine)).status).toBe(303);
    const id = /template=([0-9a-f-]{36})/.exec(await read(at('/contact')))![1]!;
    const page = await read(at(`/contact?template=${id}`));
    expect(page).toContain('Where we walked:');
    expect(page).toMatch(/name="minutes"[^>]*value="45"/);
    expect(await read(at('/contact'), 'otherLinkWorker')).not.toContain('Walk and talk');
    expect((await (await as('otherLinkWorker')).get(`/contact-templates/${id}`)).status).toBe(404);
    expect((await post(`/contact-templates/${id}`, { ...mine, name: 'Hill and talk', rowVersion: '1' })).status).toBe(303);
    expect((await post(`/contact-templates/${id}`, { ...mine, rowVersion: '1' })).status).toBe(409);
    await post(`/contact-templates/${id}/remove`, {});
    expect(await read(at('/contact'))).not.toContain('Hill and talk');
  });

  it('are the team’s when a lead says so', async () => {
    await post('/contact-templates', { ...mine, forTeam: 'yes' }, 'lead');
    expect(await read(at('/contact'), 'otherLinkWorker')).toContain('Walk and talk');
    const id = /template=([0-9a-f-]{36})/.exec(await read(at('/contact')))![1]!;
    expect((await post(`/contact-templates/${id}/remove`, {})).status).toBe(404);
  });

  it('say what is wrong beside the field', async () => {
    const answer = await post('/contact-templates', { ...mine, name: '', minutes: '900', headings: 'x'.repeat(61) });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const said of ['Give it a name', 'Enter minutes from 1 to 720', 'Use at most 8 headings']) expect(page).toContain(said);
  });

  it('have the programme’s own words for what was done', async () => {
    await post('/contact-templates/tags', { tagName: 'Food parcel' }, 'lead');
    const tag = /name="tags"[^>]*value="([0-9a-f-]{36})"/.exec(await read(at('/contact')))![1]!;
    await record({ tags: [tag] });
    expect(await read(at('/contacts'))).toContain('Food parcel');
    expect((await post('/contact-templates/tags', { tagName: 'food parcel' }, 'lead')).status).toBe(422);
    await post(`/contact-templates/tags/${tag}/remove`, {}, 'lead');
    expect(await read(at('/contact'))).not.toContain('Food parcel');
    expect(await read(at('/contacts'))).toContain('Food parcel');
  });
});
