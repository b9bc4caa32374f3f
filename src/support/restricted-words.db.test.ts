import { beforeAll, describe, expect, it } from 'vitest';
import { someone, type Somebody } from '../../test/support/someone.ts';
import type { Database } from '../platform/database.ts';
import { sql } from 'kysely';
import { workOf } from '../work.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';

/** Words that stand nowhere else, so that wherever they turn up they came from what is kept apart. */
const rare = ['quillwhistle', 'ammoniteford', 'brackenlantern', 'thimbleferry'];
const fact = {
  kind: 'safeguarding',
  words: `Her nephew, ${rare[0]}`,
  comment: `The council knows, ${rare[1]}`,
  lookedAfterAuthority: `Council of ${rare[2]}`,
  keptFromWords: `The shop, ${rare[3]}`,
  hidden: 'yes',
};

/** Opening every page as everybody is over a thousand requests. */
const everyPage = { timeout: 180_000 };

type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Somebody;
const visitors = new Map<Who, Visitor>();
const as = async (who: Who): Promise<Visitor> => {
  const known = visitors.get(who) ?? (await web.signedIn(programme.as(who)));
  visitors.set(who, known);
  return known;
};

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db, { secureEmailDomains: ['example'] });
  moira = await someone(db, programme, { details: { chosenName: 'Mo Kerr' } });
  const written = await (await as('linkWorker')).post(`/people/${moira.person.id}/restricted/new`, fact);
  expect(written.status).toBe(303);
});

const told = (text: string): string[] => rare.filter((word) => text.toLowerCase().includes(word));
const at = (page = '') => `/people/${moira.person.id}${page}`;
const read = async (page: string, who: Who = 'linkWorker') => (await (await as(who)).get(page)).text();

/** Every address that answers a GET, with the ids of the person, their support and their referral where they belong. */
function addresses(): string[] {
  const paths = web.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  return [...new Set(paths)].map((path) =>
    path
      .replace(/^\/(people)\/:\w+/, `/people/${moira.person.id}`)
      .replace(/^\/(referrals|queue)\/:\w+/, `/$1/${moira.referral.id}`)
      .replaceAll(/:\w+(\{[^}]*\})?/g, moira.support.id),
  );
}

describe('what is kept apart', () => {
  it('stands on its own page, for its author and the lead', async () => {
    expect(told(await read(at('/restricted')))).toEqual(rare);
    expect(told(await read(at('/restricted'), 'lead'))).toEqual(rare);
  });

  it('stands on no page of a link worker who has not opened it, of a referrer, or of anybody else', everyPage, async () => {
    const leaks: string[] = [];
    for (const who of ['otherLinkWorker', 'nurse', 'manager', 'evaluator', 'community', 'admin'] as const) {
      for (const page of addresses()) if (told(await read(page, who)).length) leaks.push(`${who} ${page}`);
    }
    expect(leaks).toEqual([]);
  });

  it('stands on no other page of its author and the lead either', everyPage, async () => {
    const leaks: string[] = [];
    for (const who of ['linkWorker', 'lead'] as const) {
      for (const page of addresses().filter((each) => !each.startsWith(at('/restricted'))))
        if (told(await read(page, who)).length) leaks.push(`${who} ${page}`);
    }
    expect(leaks).toEqual([]);
  });

  it('stands in no letter, event, task, job or any other table', async () => {
    const closed = await (
      await as('linkWorker')
    ).post(at('/close'), { because: 'goals-reached', outcome: 'She is content', tell: 'yes', rowVersion: '1' });
    expect(closed.status).toBeLessThan(500);
    await (await as('otherLinkWorker')).post(at('/restricted/open'), { reason: 'meeting', words: 'I visit her today' });
    await web.modules.support.watchOver(programme.id);
    await web.jobs.run(workOf(web.modules).handlers, web.clock.now);
    expect(told(JSON.stringify([web.mail, web.jobs]))).toEqual([]);
    const holding = await db.inProgramme(programme.id, async (tx) => {
      const { rows } = await sql<{ name: string }>`
        select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'programme_id' group by 1 order by 1`.execute(tx);
      const found: string[] = [];
      for (const { name } of rows) {
        const seen = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(tx).catch(() => undefined);
        if (seen?.rows.some(({ row }) => told(row).length)) found.push(name);
      }
      return found;
    });
    expect(holding).toEqual(['restricted_fact']);
  });
});

describe('opening it with a reason', () => {
  it('says only that something is there, opens for an hour, tells the lead, and is looked at', async () => {
    const other = await someone(db, programme, { details: { chosenName: 'Ina Bell' } });
    const page = `/people/${other.person.id}/restricted`;
    await (await as('linkWorker')).post(`${page}/new`, fact);
    expect(await read(`/people/${other.person.id}`, 'otherLinkWorker')).toContain('There is something restricted');
    const rhona = await as('otherLinkWorker');
    const without = await rhona.post(`${page}/open`, { reason: '', words: '' });
    expect([without.status, (await without.text()).includes('Say in a line why')]).toEqual([422, true]);
    expect((await rhona.post(`${page}/open`, { reason: 'covering', words: 'Sam is away' })).status).toBe(303);
    expect(told(await read(page, 'otherLinkWorker'))).toEqual(rare);
    const team = await read('/team', 'lead');
    expect(team).toMatch(/Something restricted was opened[\s\S]*Ina Bell[\s\S]*Sam is away/);
    const [, opening] = new RegExp(`${other.person.id}[\\s\\S]*?/team/openings/([0-9a-f-]{36})`).exec(team) ?? [];
    const lead = await as('lead');
    const unsaid = await lead.post(`/team/openings/${opening}`, { verdict: 'talk', note: '' });
    expect([unsaid.status, (await unsaid.text()).includes('Say in a line what you found')]).toEqual([422, true]);
    expect((await lead.post(`/team/openings/${opening}`, { verdict: 'right', note: '' })).status).toBe(303);
    expect((await lead.post(`/team/openings/${opening}`, { verdict: 'right', note: '' })).status).toBe(409);
    expect(await read(page, 'lead')).toMatch(/Rhona Bell, 21 November 2026[\s\S]*It was right, says Catriona Reid/);

    web.clock.now = new Date(web.clock.now.getTime() + 61 * 60_000);
    visitors.clear();
    expect(told(await read(page, 'otherLinkWorker'))).toEqual([]);
    web.clock.now = new Date('2026-11-21T10:00:00Z');
    visitors.clear();
  });

  it('does not open it to those whom it is kept from, and lets whoever opened it change nothing', async () => {
    const other = await someone(db, programme);
    const page = `/people/${other.person.id}/restricted`;
    const sam = await as('linkWorker');
    await sam.post(`${page}/new`, { ...fact, keptFrom: programme.as('otherLinkWorker').id });
    await sam.post(`${page}/new`, { kind: 'legal', words: 'A hearing in June' });
    const rhona = await as('otherLinkWorker');
    await rhona.post(`${page}/open`, { reason: 'meeting', words: 'I visit today' });
    const html = await read(page, 'otherLinkWorker');
    expect([told(html), html.includes('A hearing in June'), html.includes('There is more here that is not open to you')]).toEqual([
      [],
      true,
      true,
    ]);
    const legal = /restricted\/([0-9a-f-]{36})"/.exec(await read(page))?.[1] ?? '';
    expect((await rhona.post(`${page}/${legal}`, { kind: 'legal', words: 'Nothing', rowVersion: '1' })).status).toBe(404);
  });

  it('shows the second of two who change a fact what the first saved', async () => {
    const other = await someone(db, programme);
    const page = `/people/${other.person.id}/restricted`;
    await (await as('linkWorker')).post(`${page}/new`, { kind: 'legal', words: 'A hearing in June' });
    const [, id] = /restricted\/([0-9a-f-]{36})"/.exec(await read(page)) ?? [];
    expect((await (await as('lead')).post(`${page}/${id}`, { kind: 'legal', words: 'It moved to July', rowVersion: '1' })).status).toBe(
      303,
    );
    const second = await (await as('linkWorker')).post(`${page}/${id}`, { kind: 'legal', words: 'In court 2', rowVersion: '1' });
    const html = await second.text();
    expect([second.status, html.includes('It moved to July'), html.includes('In court 2')]).toEqual([409, true, true]);
  });

  it('tells what is wrong beside the field, and keeps what was typed', async () => {
    const wrong = await (
      await as('linkWorker')
    ).post(at('/restricted/new'), {
      words: '',
      comment: 'kept words',
      code: 'abc',
      'startedOn-day': '2',
      'startedOn-month': '10',
      'startedOn-year': '2026',
      'endedOn-day': '1',
      'endedOn-month': '10',
      'endedOn-year': '2026',
      keptFrom: 'nobody',
    });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    for (const said of ['Choose what it is about', 'Write what should be known', 'Enter a SNOMED CT code', 'kept words'])
      expect(html).toContain(said);
    expect((await (await as('nurse')).get(at('/restricted'))).status).toBe(404);
    expect((await web.nobody.get(at('/restricted'))).status).toBe(303);
    const stranger = await web.signedIn((await newProgramme(db)).as('lead'));
    expect((await stranger.get(at('/restricted'))).status).toBe(404);
    expect((await stranger.post(at('/restricted/open'), { reason: 'danger', words: 'x' })).status).toBe(404);
  });
});
