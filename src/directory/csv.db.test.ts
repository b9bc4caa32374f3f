import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody, type TestProgramme } from '../../test/support/programme.ts';
import { fillDirectory } from '../../test/support/services.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import { allFeeds } from './store/feeds.ts';

const db = await testDatabase();
const web = openWeb(db);

let programme: TestProgramme;
beforeEach(async () => {
  programme = await newProgramme(db);
});

async function as(who: Somebody) {
  const visitor = await web.signedIn(programme.as(who));
  const read = async (answer: Response) => ({ status: answer.status, to: answer.headers.get('location') ?? '', page: await answer.text() });
  return {
    get: async (path: string) => read(await visitor.get(path)),
    post: async (path: string, form: Form = {}) => read(await visitor.post(path, form)),
    /** Brings a file, and gives the page that asks what its columns mean. */
    async bring(content: string | Uint8Array, more: Record<string, string> = {}) {
      const body = new FormData();
      body.append('file', new Blob([content as BlobPart]), 'services.csv');
      for (const [name, value] of Object.entries(more)) body.append(name, value);
      return read(await visitor.request('POST', '/feeds/csv', body));
    },
    /** The columns as they were guessed. */
    async guessed(path: string) {
      const { page } = await this.get(path);
      const columns = [...page.matchAll(/<select[^>]*name="(column-\d+)"[^>]*>([\s\S]*?)<\/select>/g)];
      return Object.fromEntries(columns.map(([, name, options]) => [name!, /value="([^"]*)" selected/.exec(options!)?.[1] ?? '']));
    },
  };
}

const table = `Name,Organisation,Town,When,Our notes
Lunch club,Dalry Trust,Dalry,Fri 12-2,ring Ann
Knit and natter,Dalry Trust,Dalry,Tue & Thu 10-12,
,Dalry Trust,Dalry,,nameless
`;
const services = () =>
  db.inProgramme(programme.id, async (tx) => {
    const { rows } = await sql<{ name: string; description: string; days: string }>`
      select name, description, (select string_agg(array_to_string(byday, ','), ';') from schedule where service_id = service.id) as days
      from service where status = 'active' order by name`.execute(tx);
    return rows;
  });
const files = () =>
  db.inProgramme(programme.id, async (tx) => (await sql<{ n: number }>`select count(*) as n from csv_file_piece`.execute(tx)).rows[0]!.n);

describe('bringing a table of services', () => {
  it('asks what each column means, shows what would change, and changes it when somebody says so', async () => {
    const dev = await as('manager');
    const { to } = await dev.bring(table);
    expect(to).toMatch(/^\/feeds\/csv\/[0-9a-f-]{36}$/);
    const { page } = await dev.get(to);
    for (const text of ['3 rows in services.csv', 'Knit and natter', 'ring Ann']) expect(page).toContain(text);
    const guessed = await dev.guessed(to);
    expect(guessed).toEqual({ 'column-0': 'name', 'column-1': 'organisation', 'column-2': 'town', 'column-3': 'times', 'column-4': '' });
    const taken = await dev.post(to, { ...guessed, feedName: 'Village guide' });
    expect(taken.to).toMatch(/^\/changes\/[0-9a-f-]{36}$/);
    expect(await services()).toEqual([]);
    const set = await dev.get(taken.to);
    for (const text of ['Village guide', 'Lunch club', 'Knit and natter']) expect(set.page).toContain(text);
    const version = /name="rowVersion" value="(\d+)"/.exec(set.page)?.[1] ?? '1';
    await dev.post(`${taken.to}/apply`, { rowVersion: version });
    expect(await services()).toMatchObject([
      { name: 'Knit and natter', days: 'TU,TH' },
      { name: 'Lunch club', days: 'FR' },
    ]);
    expect(JSON.stringify(await services())).not.toContain('ring Ann');
    expect(await files()).toBe(0);
  });

  it('names the row and column of each fault, and the good rows go on', async () => {
    const dev = await as('manager');
    const { to } = await dev.bring(table);
    await dev.post(to, { ...(await dev.guessed(to)), feedName: 'Village guide' });
    const [feed] = await db.inProgramme(programme.id, allFeeds);
    const seen = await dev.get(`/feeds/${feed!.id}`);
    const rejects = await dev.get(/href="(\/feeds\/readings\/[0-9a-f-]{36})"/.exec(seen.page)![1]!);
    expect(rejects.page).toContain('Row 4');
    expect(rejects.page).toContain('Name is empty');
  });

  it('remembers what the columns mean, and proposes only what is different in a newer table', async () => {
    const dev = await as('manager');
    const first = await dev.bring(table.replace('Our notes', 'Bits'));
    const taken = await dev.post(first.to, { ...(await dev.guessed(first.to)), 'column-4': 'description', feedName: 'Village guide' });
    await dev.post(`${taken.to}/apply`, { rowVersion: '1' });
    const [feed] = await db.inProgramme(programme.id, allFeeds);
    expect((await dev.get('/feeds/csv')).page).toContain('Village guide');
    const again = await dev.bring(table.replace('Our notes', 'BITS').replace('ring Ann', 'Soup'), { feed: feed!.id });
    expect(await dev.guessed(again.to)).toMatchObject({ 'column-4': 'description' });
    const changed = await dev.post(again.to, await dev.guessed(again.to));
    const { page } = await dev.get(changed.to);
    expect(page).toContain('Soup');
    expect(page).not.toContain('Knit and natter');
    const same = await dev.bring(table.replace('Our notes', 'Bits').replace('ring Ann', 'Soup'), { feed: feed!.id });
    await dev.post(`${changed.to}/apply`, { rowVersion: '1' });
    expect((await dev.post(same.to, await dev.guessed(same.to))).to).toBe(`/feeds/${feed!.id}?done=csv-read`);
    expect(await db.inProgramme(programme.id, allFeeds)).toHaveLength(1);
  });

  it('takes pasted rows, with tabs between the cells as a spreadsheet copies them', async () => {
    const dev = await as('manager');
    const { to } = await dev.post('/feeds/csv', { text: 'name\ttown\r\nChoir\tDalry\r\n' });
    const asked = await dev.post(to, { ...(await dev.guessed(to)) });
    expect(asked.status).toBe(422);
    for (const field of ['organisation', 'feedName']) expect(asked.page).toContain(`href="#${field}"`);
    expect((await dev.post(to, { ...(await dev.guessed(to)), organisation: 'Dalry Trust', feedName: 'Pasted' })).to).toMatch(
      /^\/changes\//,
    );
  });

  it('refuses columns that mean the same twice, or none that names the services', async () => {
    const dev = await as('manager');
    const { to } = await dev.bring(table);
    const twice = await dev.post(to, { 'column-0': 'name', 'column-1': 'name', feedName: 'X' });
    expect(twice.page).toContain('href="#column-1"');
    expect((await dev.post(to, { 'column-1': 'organisation', feedName: 'X' })).page).toContain('Choose the column that has the names');
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'Choose a file, or paste the rows'],
    ['headings alone', 'name,town', 'There are no rows below the headings'],
    ['a thousand columns', `${'a,'.repeat(1000)}\n1`, 'There are more than 100 columns'],
    ['a picture', Uint8Array.from({ length: 3000 }, (_, nth) => (nth * 7919) % 256), ''],
  ])('answers %s with a sentence', async (_what, content, sentence) => {
    const { status, page } = await (await as('manager')).bring(content);
    expect([303, 422]).toContain(status);
    if (sentence) expect([status, page.includes(sentence)]).toEqual([422, true]);
  });

  it('keeps what is good of a file that breaks off, and says so', async () => {
    const dev = await as('manager');
    const { to } = await dev.bring('name,organisation\nA,B\nC,D\n"E');
    expect((await dev.get(to)).page).toContain('a quotation mark opens that never closes');
    const taken = await dev.post(to, { ...(await dev.guessed(to)), feedName: 'Cut' });
    expect((await dev.get(taken.to)).page).toContain('C');
  });

  it('refuses what is too large with a page, and says the size beforehand', async () => {
    const dev = await as('manager');
    expect((await dev.get('/feeds/csv')).page).toContain('At most 20 MB');
    expect((await dev.bring('x'.repeat(21_000_000))).status).toBe(413);
  });

  it('can be thrown away, and is forgotten after a day', async () => {
    const dev = await as('manager');
    const { to } = await dev.bring(table);
    expect((await dev.post(`${to}/drop`)).status).toBe(303);
    expect((await dev.get(to)).status).toBe(404);
    await dev.bring(table);
    const before = web.clock.now;
    web.clock.now = new Date(before.getTime() + 25 * 3_600_000);
    const late = await as('manager');
    await late.bring(table);
    web.clock.now = before;
    expect(await files()).toBe(1);
  });

  it('is nobody else’s to see', async () => {
    const { to } = await (await as('manager')).bring(table);
    const other = await newProgramme(db);
    const visitor = await web.signedIn(other.as('manager'));
    expect((await visitor.get(to)).status).toBe(404);
  });

  it('leaves a long table to a job, so that nobody waits for an answer', async () => {
    const dev = await as('manager');
    const rows = Array.from({ length: 1500 }, (_, nth) => `Walk ${nth},Walkers ${nth % 50},Dalry,Mon 10-12,`);
    const { to } = await dev.bring(`Name,Organisation,Town,When,Notes\n${rows.join('\n')}\n`);
    const taken = await dev.post(to, { ...(await dev.guessed(to)), feedName: 'Walks' });
    expect(taken.to).toMatch(/^\/feeds\/[0-9a-f-]{36}\?done=csv-later$/);
    await web.jobs.run(web.modules.feeds.handlers);
    const { page } = await dev.get(taken.to.split('?')[0]!);
    expect(page).toContain('1,500');
    expect(await files()).toBe(0);
  });
});

describe('taking the directory away', () => {
  it('is a table in which nothing is a formula, and no private place is told', async () => {
    await db.inProgramme(programme.id, async (tx) => {
      await fillDirectory(tx);
      await sql`update service set name = '=1+1' where name like 'Evening chat%'`.execute(tx);
    });
    const { page } = await (await as('manager')).get('/feeds/export/services.csv');
    expect(page.startsWith('ID,Name,Organisation')).toBe(true);
    expect(page).not.toContain('\ufeff');
    expect(page).toContain("'=1+1");
    expect(page).toContain('Men’s Shed workshop');
    for (const secret of ['Hidden Lane', 'Rowan House', 'DG5 4ZZ']) expect(page).not.toContain(secret);
  });

  it('is a line for each service as anybody may have it', async () => {
    await db.inProgramme(programme.id, fillDirectory);
    const { page } = await (await as('manager')).get('/feeds/export/services.ndjson');
    const lines = page
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { name: string });
    expect(lines.map(({ name }) => name)).toContain('Glenkens Community Choir');
    expect(page).not.toContain('Hidden Lane');
  });

  it('is noted', async () => {
    await (await as('admin')).get('/feeds/export/services.csv');
    const { rows } = await db.inProgramme(programme.id, (tx) =>
      sql<{ data: unknown }>`select data from event where type = 'directory-exported'`.execute(tx),
    );
    expect(rows).toEqual([{ data: { format: 'csv' } }]);
  });
});
