import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type Somebody, type TestProgramme } from '../../../test/support/programme.ts';
import { openWeb } from '../../../test/support/web.ts';
import { openEligibility } from '../testing/taxonomies.ts';

const db = await testDatabase();
const web = openWeb(db);
const csv = 'Code,Label,Broader\n1,Meals,\n2,Lunch clubs,1\n3,Quilting for older people,\n4,Falconry,\n';
type Visit = Awaited<ReturnType<typeof web.signedIn>>;

let programme: TestProgramme;
let lead: Visit;
let list: string;
beforeEach(async () => {
  web.clock.now = new Date('2026-11-21T12:00:00Z');
  programme = await newProgramme(db);
  lead = await as('lead');
  list = (await bring(csv)).to.replace(/\?.*/, '');
});

const as = (who: Somebody) => web.signedIn(programme.as(who));
async function bring(content: string | Blob | undefined, fields: Record<string, string> = {}, visit = lead) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: 'Groups', licence: 'Made by us, for anybody', ...fields })) form.set(name, value);
  if (content !== undefined) form.set('file', content instanceof Blob ? content : new Blob([content]), 'groups.csv');
  return read(await visit.request('POST', '/taxonomies/import', form));
}
const read = async (answer: Response) => ({ status: answer.status, to: answer.headers.get('location') ?? '', page: await answer.text() });
const get = async (path: string, visit = lead) => read(await visit.get(path));
const post = async (path: string, form: Record<string, string | string[]> = {}, visit = lead) => read(await visit.post(path, form));

/** The address of a word's page, its version as the form has it, and the page. */
async function wordPage(name: string, visit = lead) {
  const { page } = await get(list, visit);
  const at = new RegExp(`href="(${list}/words/[0-9a-f-]{36})">${name}<`).exec(page)![1]!;
  const { page: form } = await get(at, visit);
  return { at, rowVersion: /name="rowVersion" value="(\d+)"/.exec(form)![1]!, page: form };
}
const unmatched = async () => Number(/Not yet matched \((\d+)\)/.exec((await get(list)).page)![1]);
const say = (needs: string[], more: Record<string, string | string[]> = {}) => ({
  settled: 'itself',
  relation: 'narrower',
  needs,
  ...more,
});

describe('bringing in a list of words', () => {
  it('shows its words, with its licence beside them', async () => {
    const { page } = await get(list);
    for (const text of ['Groups', 'Made by us, for anybody', 'Lunch clubs', 'under Meals', 'Suggested', 'Not yet matched (4)'])
      expect(page).toContain(text);
    expect((await get('/taxonomies')).page).toContain('Made by us, for anybody');
  });

  it('says which rows were not taken', async () => {
    const { to } = await bring('Code,Label\n1,Meals\n2,\n', { mayRetire: 'yes' });
    const { page } = await get(to);
    expect(page).toMatch(/line 3[\s\S]*It has no name/);
    expect(page).toContain('The list is in.');
  });

  it.each([
    ['no file', undefined, 'Choose a file'],
    ['an empty file', '', 'The file is empty'],
    ['a spreadsheet', new Blob([new Uint8Array([0x50, 0x4b, 3, 4])]), 'save the sheet as CSV'],
    ['a table without names', 'Colour,Weight\nred,3\n', 'Its columns are: Colour, Weight'],
    ['a table without rows', 'Code,Label\n', 'There is not one word in the file'],
    ['XML that declares its own', `<!DOCTYPE a []>${openEligibility}`, 'so it was not read'],
  ])('says beside the field what is wrong with %s, and keeps what was typed', async (_what, content, text) => {
    const { status, page } = await bring(content, { licence: 'By the council' });
    expect(status).toBe(422);
    expect(page).toContain(text);
    expect(page).toContain('By the council');
  });

  it('asks for a licence, and for a web address that is one', async () => {
    expect((await bring(csv, { name: 'Another', licence: '' })).page).toContain('Say whose the list “Another” is');
    expect((await bring(csv, { licenceUri: 'javascript:alert(1)' })).page).toContain('Enter a whole web address');
  });

  it('asks before many words go', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `x${n},Term ${n}`).join('\n');
    await bring(`${csv}${many}\n`);
    const short = await bring(csv);
    expect(short.status).toBe(422);
    expect(short.page).toContain('60 words that we have are not in this file');
    expect((await bring(csv, { mayRetire: 'yes' })).status).toBe(303);
    expect((await get(`${list}?show=retired`)).page).toContain('Term 12');
  });

  it('does no harm with what is written in a file', async () => {
    await bring('Code,Label,Description,URI\n9,<script>alert(1)</script>,<img src=x onerror=alert(1)>,javascript:alert(1)\n', {
      name: 'Bad',
    });
    const { page } = await get('/taxonomies');
    const bad = /href="(\/taxonomies\/[0-9a-f-]{36})">Bad</.exec(page)![1]!;
    const words = (await get(bad)).page;
    const word = (await get(/href="(\/taxonomies\/[0-9a-f-]{36}\/words\/[0-9a-f-]{36})"/.exec(words)![1]!)).page;
    for (const shown of [words, word]) {
      expect(shown).not.toContain('<script>alert');
      expect(shown).not.toContain('<img src=x');
      expect(shown).not.toContain('href="javascript');
    }
  });
});

describe('saying what words mean', () => {
  it('is saved, passed on to the words below, and put back again', async () => {
    const { at, rowVersion } = await wordPage('Meals');
    const saved = await post(at, { rowVersion, ...say(['food', 'loneliness'], { audiences: ['older'] }) });
    expect(saved.to).toBe(`${list}?done=meaning-saved`);
    const { page } = await get(list);
    expect(page).toContain('Loneliness, Food, Older people');
    expect(page).toContain('as “Meals” does');
    expect(await unmatched()).toBe(2);
    const undo = /action="(\/taxonomies\/[^"]*\/undo)"/.exec(page)![1]!;
    expect((await post(undo)).to).toContain('done=meanings-undone');
    expect(await unmatched()).toBe(4);
    expect((await post(undo)).status).toBe(409);
  });

  it('can be that it means none of ours, and then it does not mean what its parent does', async () => {
    const meals = await wordPage('Meals');
    await post(meals.at, { rowVersion: meals.rowVersion, ...say(['food']) });
    const clubs = await wordPage('Lunch clubs');
    expect(clubs.page).toContain('Food, as “Meals” does');
    await post(clubs.at, { rowVersion: clubs.rowVersion, ...say([]) });
    expect((await wordPage('Lunch clubs')).page).toContain('None of ours');
    const again = await wordPage('Lunch clubs');
    await post(again.at, { rowVersion: again.rowVersion, settled: 'parent' });
    expect((await wordPage('Lunch clubs')).page).toContain('Food, as “Meals” does');
  });

  it('tells the second of two that somebody was quicker, shows both, and loses neither', async () => {
    const { at, rowVersion } = await wordPage('Falconry');
    await post(at, { rowVersion, ...say(['purpose']) });
    const second = await post(at, { rowVersion, ...say(['activity']) }, await as('manager'));
    expect(second.status).toBe(409);
    expect(second.page).toContain('Somebody else has changed this word meanwhile');
    expect(second.page).toMatch(/What is saved now[\s\S]*Purpose or volunteering/);
    expect(second.page).toMatch(/value="activity"[^>]*checked|checked[^>]*value="activity"/);
    const version = /name="rowVersion" value="(\d+)"/.exec(second.page)![1]!;
    expect((await post(at, { rowVersion: version, ...say(['activity']) })).status).toBe(303);
  });

  it('takes suggestions together, which can be undone but for what was changed since', async () => {
    const { page } = await get(`${list}?show=unmatched`);
    const suggested = [...page.matchAll(/name="accept" value="([0-9a-f-]{36})"/g)].map(([, id]) => id!);
    expect(suggested).toHaveLength(3);
    const forged = [...suggested, randomUUID(), 'nonsense'];
    expect((await post(`${list}/accept`, { accept: forged })).to).toBe(`${list}?show=unmatched&done=meanings-accepted`);
    expect(await unmatched()).toBe(1);
    expect((await post(`${list}/accept`, { accept: suggested })).to).toContain('done=meanings-none');
    web.clock.now = new Date('2026-11-21T12:01:00Z');
    const { at, rowVersion } = await wordPage('Meals');
    await post(at, { rowVersion, ...say(['family']) });
    const undo = [...(await get(list)).page.matchAll(/action="([^"]*\/undo)"/g)].at(-1)![1]!;
    expect((await post(undo)).to).toContain('done=meanings-undone-some');
    expect((await get(list)).page).toContain('Family or relationships');
  });

  it('can match a word with one of another list, and say that there is none', async () => {
    await bring(openEligibility, { name: '', licence: '' });
    const { at, rowVersion } = await wordPage('Falconry');
    expect((await post(at, { rowVersion, ...say([], { link: 'No such word' }) })).page).toContain(
      'There is no such word in the other lists',
    );
    expect((await post(at, { rowVersion, ...say([], { link: '1102' }) })).status).toBe(303);
    const linked = await wordPage('Falconry');
    expect(linked.page).toMatch(/It means now[\s\S]*Food/);
    expect(linked.page).toContain('Food (Open Eligibility)');
    await post(linked.at, { rowVersion: linked.rowVersion, ...say([]) });
    expect((await wordPage('Falconry')).page).not.toContain('Food (Open Eligibility)');
  });

  it('says beside the field what is missing', async () => {
    const { at, rowVersion } = await wordPage('Meals');
    const { status, page } = await post(at, { rowVersion, needs: ['food', 'no such need'], relation: 'odd' });
    expect(status).toBe(422);
    expect(page).toContain('Choose what it should mean');
    expect(page).toContain('Choose how close it is');
    expect((await post(at, { ...say(['food']), rowVersion: 'forged' })).status).toBe(409);
  });
});

describe('finding a word', () => {
  it('looks in names and codes, whatever is typed', async () => {
    const found = async (words: string) => (await post(`${list}/search`, { words })).page;
    expect(await found('LUNCH')).toContain('1 word with “LUNCH”');
    expect(await found('4')).toContain('Falconry');
    for (const odd of ['%', '_', '\\', "'; drop table taxonomy;--", 'x'.repeat(5000)]) expect(await found(odd)).toContain('No words');
  });

  it('goes to a page that there is, whatever the address says', async () => {
    for (const page of ['0', '-1', '99999999', 'two', '1.5'])
      expect((await get(`${list}?show=odd&page=${page}`)).page).toContain('Falconry');
  });
});

describe('who may', () => {
  it('is whoever keeps the directory; to another programme’s people there is no such list', async () => {
    const theirs = await newProgramme(db);
    const stranger = await web.signedIn(theirs.as('lead'));
    const { at } = await wordPage('Meals');
    for (const path of [list, at]) expect((await get(path, stranger)).status).toBe(404);
    for (const path of [`${list}/accept`, `${list}/search`, at]) expect((await post(path, say(['food']), stranger)).status).toBe(404);
    for (const path of [list, at]) expect((await get(path, await as('linkWorker'))).status).toBe(404);
    expect((await bring(csv, {}, await as('linkWorker'))).status).toBe(403);
    expect((await get('/taxonomies/nonsense')).status).toBe(404);
  });
});
