import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { addPractices } from '../identity/index.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import { nomad } from '../measures/index.ts';
import type { Database } from '../platform/database.ts';
import { constructsOverTime } from './index.ts';
import { workOf } from '../work.ts';

let db: Database;
let programme: TestProgramme;
let web: ReturnType<typeof openWeb>;
type Visitor = Awaited<ReturnType<typeof web.signedIn>>;
let lead: Visitor;
let sites = 0;

beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db);
  web = openWeb(db);
  lead = await web.signedIn(programme.as('lead'));
});

const body = async (answer: Response | Promise<Response>) => (await answer).text();
const work = () => web.jobs.run(workOf(web.modules).handlers, web.clock.now);
const dates = (name: string, day: string) => {
  const [year = '', month = '', of = ''] = day.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};
const form = (more: Record<string, string | string[]> = {}) => ({
  ...{ kind: 'full', intervention: 'link worker service', organisation: 'Dalry Surgery', leastPercent: '50' },
  ...dates('opensOn', '2026-11-21'),
  ...dates('closesOn', '2026-12-05'),
  ...more,
});
const everything = (value: string) => Object.fromEntries(nomad.items.map(({ id }) => [id, value]));

/** A site of its own for each test: two rounds at one site must stand apart. */
async function newSite(): Promise<string> {
  const id = randomUUID();
  await db.inProgramme(programme.id, (tx) =>
    addPractices(tx, [{ id, name: `Dalry Surgery ${++sites}`, place: 'Dalry', team: programme.team }]),
  );
  return id;
}

async function newRound(more = {}, site?: string) {
  const at = site ?? (await newSite());
  const made = await lead.post(`/belonging/${at}/rounds/new`, form(more));
  expect(made.status).toBe(303);
  return made.headers.get('location')!.split('?')[0]!;
}
const invite = (round: string, role: string, ...addresses: string[]) =>
  lead.post(`${round}/invite`, { role, addresses: addresses.join('\n') });
const mailTo = (address: string) => web.mail.letters.findLast(({ to }) => to.address === address)!;
const linkIn = (text: string) => /\/round\/[\w-]+/.exec(text)![0];

/** A round that is open, with so many people invited, each with their link. */
async function openRound(people: Record<string, number>, more = {}) {
  const at = await newRound(more);
  const mailboxes = Object.entries(people).map(([role, n]) => ({
    role,
    all: Array.from({ length: n }, (_, each) => `${role}-${each}-${randomUUID().slice(0, 6)}@dalry.example`),
  }));
  for (const { role, all } of mailboxes) expect((await invite(at, role, ...all)).status).toBe(303);
  expect((await lead.post(`${at}/open`)).status).toBe(303);
  await work();
  const mailed = mailboxes.flatMap(({ role, all }) => all.map((address) => ({ role, address, link: linkIn(mailTo(address).text) })));
  return { at, mailed };
}

describe('a survey at a site', () => {
  it('is made, opened, answered by link, reminded of, closed and told of', async () => {
    const { at, mailed } = await openRound({ gp: 4, nurse: 3 });
    expect(mailTo(mailed[0]!.address).text).toContain('link worker service');
    const page = await body(web.nobody.get(mailed[0]!.link));
    expect(page).toContain('The link worker service disrupts working relationships');
    expect(page).toContain('20 statements, about four minutes');
    for (const { link } of mailed.slice(0, 5)) expect(await body(web.nobody.post(link, everything('4')))).toContain('Thank you');
    expect(await body(lead.get(at))).toMatch(/>5<[\s\S]*have answered/);

    const before = web.mail.letters.length;
    expect((await lead.post(`${at}/remind`)).status).toBe(303);
    await work();
    const reminded = web.mail.letters.slice(before);
    expect(reminded.map(({ to }) => to.address).toSorted()).toEqual(
      mailed
        .slice(5)
        .map(({ address }) => address)
        .toSorted(),
    );
    expect((await lead.post(`${at}/remind`)).status).toBe(409);
    expect(await body(web.nobody.post(linkIn(reminded[0]!.text), { ...everything('4'), A2: '2' }))).toContain('Thank you');
    expect((await web.nobody.post(mailed.find(({ address }) => address === reminded[0]!.to.address)!.link, everything('1'))).status).toBe(
      410,
    );

    expect((await lead.post(`${at}/close`)).status).toBe(303);
    const results = await body(lead.get(at));
    expect(results).toContain('6 of 7 who were invited have answered');
    expect(results).toContain('bothy-answers__part--4');
    expect(results).toContain('No official scoring rule was found');
    expect((await lead.get(`${at}/print`)).status).toBe(200);
    expect((await lead.post(`${at}/close`)).status).toBe(409);
    const [, , site] = at.split('/');
    const means = await db.inProgramme(programme.id, (tx) => constructsOverTime(tx, site!));
    expect(means.map(({ construct, n }) => [construct, n])).toEqual([
      ['coherence', 6],
      ['participation', 6],
      ['action', 6],
      ['monitoring', 6],
    ]);
    expect(means[0]!.mean).toBe(4);
  });

  it('of fewer than five answers tells nothing, and destroys them', async () => {
    const { at, mailed } = await openRound({ gp: 6 });
    for (const { link } of mailed.slice(0, 4)) await web.nobody.post(link, everything('1'));
    await lead.post(`${at}/close`);
    const page = await body(lead.get(at));
    expect(page).toContain('Fewer than five answered');
    expect(page).not.toContain('bothy-answers__part');
    const { rows } = await db.inProgramme(programme.id, (tx) =>
      sql`select 1 from survey_answer where round_id = ${at.split('/').at(-1)}`.execute(tx),
    );
    expect(rows).toEqual([]);
  });

  it('opens, reminds and closes by the calendar', async () => {
    const at = await newRound({ ...dates('opensOn', '2026-11-23') });
    await invite(at, 'receptionist', 'mhairi@dalry.example');
    const turn = async (day: string) => {
      web.clock.now = new Date(`${day}T09:00:00Z`);
      await web.modules.belonging.rounds.handlers['turn-survey-rounds']();
      await work();
    };
    const letters = () => web.mail.letters.filter(({ to }) => to.address === 'mhairi@dalry.example').length;
    await turn('2026-11-22');
    expect(letters()).toBe(0);
    await turn('2026-11-23');
    await turn('2026-11-24');
    expect(letters()).toBe(1);
    await turn('2026-12-02');
    await turn('2026-12-03');
    expect(letters()).toBe(2);
    const link = linkIn(mailTo('mhairi@dalry.example').text);
    web.clock.now = new Date('2026-12-06T09:00:00Z');
    expect((await web.nobody.get(link)).status).toBe(410);
    await turn('2026-12-06');
    lead = await web.signedIn(programme.as('lead'));
    expect(await body(lead.get(at))).toContain('Fewer than five answered');
    web.clock.now = new Date('2026-11-21T10:00:00Z');
    lead = await web.signedIn(programme.as('lead'));
  });

  it('asks a few statements as a pulse, and general questions only as not confirmed', async () => {
    const { mailed } = await openRound({ other: 1 }, { kind: 'pulse', items: ['C4', 'P2', 'A1'], general: 'yes' });
    const page = await body(web.nobody.get(mailed[0]!.link));
    expect(page).toContain('under a minute');
    expect(page).toContain('Wording to be confirmed');
    expect(page).not.toContain('disrupts working relationships');
  });

  it('keeps four weeks from the last one at the same site', async () => {
    const site = await newSite();
    const first = await newRound({}, site);
    const second = await lead.post(
      `/belonging/${site}/rounds/new`,
      form({ ...dates('opensOn', '2026-12-10'), ...dates('closesOn', '2026-12-20') }),
    );
    expect(second.status).toBe(422);
    expect(await body(second)).toContain('Choose 2027-01-02 or later');
    await lead.post(`${first}/call-off`);
    expect((await lead.post(`/belonging/${site}/rounds/new`, form())).status).toBe(303);
  });
});

describe('what somebody types', () => {
  it('is kept when something is wrong with it, and what is wrong stands beside it', async () => {
    const site = await newSite();
    const wrong = await lead.post(`/belonging/${site}/rounds/new`, form({ kind: 'pulse', items: ['C4'], intervention: 'Bothy blether' }));
    expect(wrong.status).toBe(422);
    const page = await body(wrong);
    expect(page).toContain('Choose three to seven statements');
    expect(page).toContain('Bothy blether');
    for (const more of [
      { intervention: '' },
      { leastPercent: '3' },
      { kind: 'all' },
      dates('closesOn', '2026-02-31'),
      dates('opensOn', '2020-01-01'),
    ])
      expect((await lead.post(`/belonging/${site}/rounds/new`, form(more))).status).toBe(422);
  });

  it('into the list of addresses may be a pasted list, and a wrong one is named', async () => {
    const at = await newRound();
    const wrong = await invite(at, 'gp', 'Dr Ross <ross@dalry.example>', 'nobody');
    expect(wrong.status).toBe(422);
    expect(await body(wrong)).toContain('“nobody” is not an email address');
    await invite(at, 'gp', 'Dr Ross <ROSS@dalry.example>; ross@dalry.example, kay@dalry.example');
    await invite(at, 'gp', 'ross@dalry.example');
    const page = await body(lead.get(at));
    expect(page.match(/bothy-break">ross@dalry\.example/g)).toHaveLength(1);
    expect(page).toContain('kay@dalry.example');
    for (const count of ['0', '61', 'x']) expect((await lead.post(`${at}/codes`, { paperRole: 'nurse', count })).status).toBe(422);
  });

  it('by somebody else meanwhile is shown, and nothing is lost', async () => {
    const at = await newRound();
    expect((await lead.post(`${at}/change`, { ...form({ intervention: 'first' }), rowVersion: '1' })).status).toBe(303);
    const second = await lead.post(`${at}/change`, { ...form({ intervention: 'second' }), rowVersion: '1' });
    expect(second.status).toBe(409);
    const page = await body(second);
    expect(page).toContain('first');
    expect(page).toContain('value="second"');
  });
});

describe('a link or a code', () => {
  it('takes one set of answers, however often it is pressed, by however many', async () => {
    const { at, mailed } = await openRound({ gp: 6 });
    const { link } = mailed[0]!;
    const pressed = await Promise.all([1, 2, 3].map((value) => web.nobody.post(link, everything(String(value)))));
    expect(pressed.map(({ status }) => status).toSorted()).toEqual([200, 410, 410]);
    expect(await body(web.nobody.get(link))).toContain('This link has been used');
    const { rows } = await db.inProgramme(programme.id, (tx) =>
      sql`select 1 from survey_answer where round_id = ${at.split('/').at(-1)}`.execute(tx),
    );
    expect(rows).toHaveLength(1);
  });

  it('on paper works however it is typed, and is shown once', async () => {
    const { at } = await openRound({ gp: 1 });
    const sheet = await body(lead.post(`${at}/codes`, { paperRole: 'receptionist', count: '6' }));
    const codes = [...sheet.matchAll(/bothy-slips__code">([^<]+)</g)].map(([, code]) => code!);
    expect(new Set(codes).size).toBe(6);
    expect(await body(lead.get(at))).not.toContain(codes[0]!);
    const typed = await web.nobody.post('/round', { code: codes[0]!.toLowerCase().replaceAll('-', ' ') });
    expect(typed.headers.get('location')).toBe(`/round/${codes[0]}`);
    expect((await web.nobody.post(`/round/${codes[0]!.replaceAll('-', '').toLowerCase()}`, everything('5'))).status).toBe(200);
    expect((await web.nobody.get(`/round/${codes[0]}`)).status).toBe(410);
    expect((await web.nobody.post('/round', { code: '???' })).status).toBe(422);
    expect((await web.nobody.get('/round/2222-2222-2222')).status).toBe(404);
  });

  it('takes no answers that there are not, and none at all only when something was said', async () => {
    const { mailed } = await openRound({ gp: 1 });
    const { link } = mailed[0]!;
    expect((await web.nobody.post(link)).status).toBe(422);
    const wrong = await web.nobody.post(link, { C1: '9', C2: '5' });
    expect(wrong.status).toBe(422);
    expect(await body(wrong)).toMatch(/name="C2" type="radio" value="5" checked/);
    expect((await web.nobody.post(link, { C2: '7' })).status).toBe(200);
  });
});

describe('somebody’s answers', () => {
  it('cannot be tied to them, even by whoever owns the tables', async () => {
    const { at, mailed } = await openRound({ gp: 7, nurse: 6, manager: 1 });
    const round = at.split('/').at(-1)!;
    const answered = mailed.filter((_, each) => each % 2 === 0);
    for (const [each, { link }] of answered.entries()) await web.nobody.post(link, { C1: String((each % 5) + 1) });

    await db.asOwner(async (owner) => {
      const columns = await sql<{ name: string; type: string }>`
        select column_name as name, data_type as type from information_schema.columns where table_name = 'survey_answer'`.execute(owner);
      expect(columns.rows.map(({ name }) => name).toSorted()).toEqual(['answers', 'id', 'programme_id', 'role', 'round_id']);
      expect(columns.rows.filter(({ type }) => /time|date|int/.test(type))).toEqual([]);

      // Whatever else the database holds, no value in it but the round's own, the programme's and a group's is also in an answer.
      const text = (of: string) =>
        sql<{ all: string }>`select coalesce(string_agg(t::text, ' '), '') as all from ${sql.table(of)} t`.execute(owner);
      const ids = await sql<{ id: string }>`select id from survey_answer where round_id = ${round}`.execute(owner);
      for (const table of ['survey_slip', 'survey_secret', 'message', 'event', 'survey_round'])
        for (const { id } of ids.rows) expect((await text(table)).rows[0]!.all, table).not.toContain(id);

      // Who has answered stands nowhere: neither address nor role nor when.
      for (const table of ['survey_slip', 'survey_secret', 'message', 'event', 'survey_answer'])
        for (const { address } of answered) expect((await text(table)).rows[0]!.all, table).not.toContain(address);

      // PostgreSQL remembers which transaction wrote a row, and where it put it. All answers were written by the same, in an order drawn by lot.
      const marks = await sql<{ xmin: string; said: string }>`
        select xmin::text, answers->>'C1' as said from survey_answer where round_id = ${round} order by ctid`.execute(owner);
      expect(new Set(marks.rows.map(({ xmin }) => xmin)).size).toBe(1);
      expect(marks.rows).toHaveLength(answered.length);
    });
  });

  it('are shaken with each one that comes: neither their ids nor their order stay', async () => {
    const { at, mailed } = await openRound({ gp: 8 });
    const box = () =>
      db.asOwner(
        async (owner) =>
          (
            await sql<{
              id: string;
              said: string;
            }>`select id, answers->>'C1' as said from survey_answer where round_id = ${at.split('/').at(-1)} order by ctid`.execute(owner)
          ).rows,
      );
    const orders = new Set<string>();
    let last: string[] = [];
    for (const [each, { link }] of mailed.entries()) {
      await web.nobody.post(link, { C1: String((each % 5) + 1) });
      const now = await box();
      expect(now.filter(({ id }) => last.includes(id))).toEqual([]);
      last = now.map(({ id }) => id);
      orders.add(
        now.map(({ said }) => said).join('') ===
          mailed
            .slice(0, each + 1)
            .map((_, n) => (n % 5) + 1)
            .join('')
          ? 'in order'
          : 'shaken',
      );
    }
    expect(orders).toContain('shaken');
  });

  it('are kept under a role only where enough were invited who have it', async () => {
    const { at, mailed } = await openRound({ gp: 7, nurse: 6, manager: 2, receptionist: 3 });
    const roles = await db.asOwner(
      async (owner) =>
        (
          await sql<{ role: string }>`select distinct role from survey_slip where round_id = ${at.split('/').at(-1)} order by 1`.execute(
            owner,
          )
        ).rows,
    );
    expect(roles.map(({ role }) => role)).toEqual(['gp', 'nurse', 'together']);
    for (const { link } of mailed) await web.nobody.post(link, everything('4'));
    await lead.post(`${at}/close`);
    const page = await body(lead.get(at));
    expect(page).toContain('GPs (7)');
    expect(page).toContain('All other roles together (5)');
    expect(page).not.toContain('Managers (');
  });

  it('are told of by nothing that happened, and whoever was written to stands in no copy of the mail', async () => {
    const { at, mailed } = await openRound({ gp: 6 });
    await web.nobody.post(mailed[0]!.link, everything('3'));
    const { rows } = await db.inProgramme(programme.id, (tx) =>
      sql<{ type: string }>`select type from event where subject_id = ${at.split('/').at(-1)} order by seq`.execute(tx),
    );
    expect(rows.map(({ type }) => type)).toEqual(['survey-round-made', 'survey-round-opened']);
    const kept = await db.inProgramme(programme.id, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from message where to_address like '%@dalry.example' or to_name like '%@%'`.execute(tx),
    );
    expect(kept.rows[0]!.n).toBe(0);
  });
});

describe('who may see a survey', () => {
  it('is whoever sees the site, once it has closed; before that, whoever keeps it', async () => {
    const at = await newRound({}, programme.practice);
    const nurse = await web.signedIn(programme.as('nurse'));
    const steering = await web.signedIn(programme.as('steering'));
    const list = `/belonging/${programme.practice}/rounds`;
    for (const visitor of [nurse, steering]) {
      expect((await visitor.get(list)).status).toBe(200);
      expect((await visitor.get(at)).status).toBe(404);
      expect((await visitor.post(`${at}/open`)).status).toBe(404);
    }
    expect((await nurse.get(`/belonging/${await newSite()}/rounds`)).status).toBe(404);
    expect((await lead.get(`${list}/${randomUUID()}`)).status).toBe(404);
    expect((await lead.get(`/belonging/${randomUUID()}/rounds`)).status).toBe(404);
    await lead.post(`${at}/open`);
    await lead.post(`${at}/close`);
    expect((await nurse.get(at)).status).toBe(200);
  });

  it('sees it still where the site has another name, or has become part of another', async () => {
    const [old, into] = [await newSite(), await newSite()];
    const { at } = { at: await newRound({}, old) };
    await lead.post(`${at}/open`);
    await lead.post(`${at}/close`);
    await db.inProgramme(programme.id, async (tx) => {
      await sql`update practice set name = 'Ken Valley Surgery' where id = ${old}`.execute(tx);
      await sql`insert into site_merge (site_id, into_id, on_day, by_id) values (${old}, ${into}, '2026-11-21', ${programme.as('lead').id})`.execute(
        tx,
      );
    });
    expect(await body(lead.get(`/belonging/${old}/rounds`))).toMatch(/The site was called Dalry Surgery \d+ then/);
    expect(await body(lead.get(`/belonging/${into}/rounds`))).toContain('which has become part of this site');
    expect((await lead.get(`/belonging/${into}/rounds/${at.split('/').at(-1)}`)).status).toBe(200);
  });
});
