import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { workOf } from '../work.ts';
import { criteriaChanges } from './index.ts';

type Web = ReturnType<typeof openWeb>;
type Visitor = Awaited<ReturnType<Web['signedIn']>>;

let db: Database;
beforeAll(async () => void (db = await testDatabase()));

let web: Web;
let programme: TestProgramme;
let lead: Visitor;
let steering: Visitor;
let slug: string;
beforeEach(async () => {
  web = openWeb(db);
  web.clock.now = new Date('2026-11-23T10:00:00Z');
  programme = await newProgramme(db);
  slug = programme.as('lead').programme.slug;
  lead = await web.signedIn(programme.as('lead'));
  steering = await web.signedIn(programme.as('steering'));
});

const send = () => web.jobs.run(workOf(web.modules).handlers, web.clock.now);
const bodyOf = async (path: string, visitor: Pick<Visitor, 'get'> = lead) => (await visitor.get(path)).text();
const version = (page: string) => /name="rowVersion" value="(\d+)"/.exec(page)?.[1] ?? '';
const idIn = (location: string | null) => /[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? '';
const day = (name: string, iso: string): Form => {
  const [year = '', month = '', date = ''] = iso.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

async function suggest(words: string, more: Form = {}): Promise<string> {
  const sent = await web.nobody.post(`/together/${slug}/suggest`, { words, ...more });
  expect(sent.status).toBe(303);
  return sent.headers.get('location')!.replace('?sent=yes', '');
}
const ideaCalled = async (words: string): Promise<string> => {
  const page = await bodyOf('/ideas?show=new');
  return new RegExp(`/ideas/([0-9a-f-]{36})">${words.slice(0, 20)}`).exec(page)![1]!;
};
const sort = async (id: string, form: Form, visitor = lead) =>
  visitor.post(`/ideas/${id}`, { rowVersion: version(await bodyOf(`/ideas/${id}`)), ...form });

async function member(name: string, constituency: string, account = ''): Promise<string> {
  await lead.post('/steering/group', { name, constituency, account, ...day('fromDay', '2026-01-01') });
  return new RegExp(`/steering/group/([0-9a-f-]{36})">${name}`).exec(await bodyOf('/steering/group'))![1]!;
}
async function heldMeeting(): Promise<string> {
  const planned = await lead.post('/steering/meetings/new', { ...day('day', '2026-11-23'), time: '2pm', place: 'The library' });
  const id = idIn(planned.headers.get('location'));
  await lead.post(`/steering/meetings/${id}/held`, { rowVersion: '1' });
  return id;
}
const bench = 'A bench outside the surgery, so that people can wait in the sun';

describe('an idea', () => {
  it('comes from anybody without an account, who sees what came of it and may take it back', async () => {
    const page = await bodyOf('/people/00000000-0000-0000-0000-000000000000/plan');
    expect(page).toContain(`/together/${slug}/suggest?page=%2Fpeople%2F%3Aid%2Fplan`);
    const own = await suggest(bench, { page: '/people/:id/plan', email: addressOf(programme) });
    expect(await bodyOf(own, web.nobody)).toContain('Somebody will read it');
    const id = await ideaCalled(bench);
    expect((await sort(id, { told: bench, stage: 'planned', answer: 'It stands there from May.' })).status).toBe(303);
    await lead.post(`/ideas/${id}/publish`, { shown: 'yes', rowVersion: version(await bodyOf(`/ideas/${id}`)) });
    expect(await bodyOf(`/together/${slug}`, web.nobody)).toContain(bench);
    await send();
    const letter = web.mail.letters.at(-1)!;
    expect(letter.to.address).toBe(addressOf(programme));
    expect(letter.text).not.toContain('bench');
    const link = /http:\/\/127\.0\.0\.1:3000(\/idea\/[\w-]+)/.exec(letter.text)![1]!;
    expect(await bodyOf(link, web.nobody)).toContain('It stands there from May.');

    await web.nobody.post(`${own}/take-back`);
    expect(await bodyOf(`/together/${slug}`, web.nobody)).not.toContain('bench');
    expect(await bodyOf(own, web.nobody)).toContain('You have taken this back');
    expect((await lead.get(`/ideas/${id}`)).status).toBe(404);
  });

  it('says nothing, or too much, or goes to nobody: it comes back with what was typed', async () => {
    expect((await web.nobody.post(`/together/${slug}/suggest`, { words: ' ' })).status).toBe(422);
    const wrong = await web.nobody.post(`/together/${slug}/suggest`, { words: bench, email: 'me at home' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(bench);
    expect((await web.nobody.post('/together/nowhere-at-all/suggest', { words: bench })).status).toBe(404);
    expect((await web.nobody.get(`/idea/${'x'.repeat(43)}`)).status).toBe(404);
  });

  it('that names somebody is read by those who sort, and by nobody else until its wording is checked', async () => {
    const words = 'Mrs Galbraith at reception sent my wife Moira away';
    await suggest(words);
    const id = await ideaCalled(words);
    expect(await bodyOf(`/ideas/${id}`)).toContain('“Mrs Galbraith” (a name)');
    expect((await steering.get(`/ideas/${id}`)).status).toBe(404);
    const named = await sort(id, { told: words, stage: 'looking' });
    expect(named.status).toBe(422);
    expect(await named.text()).toContain('This may tell who somebody is');
    expect((await sort(id, { told: 'Somebody was sent away at reception', stage: 'looking' })).status).toBe(303);
    const read = await bodyOf(`/ideas/${id}`, steering);
    expect(read).toContain('Somebody was sent away at reception');
    expect(read).not.toMatch(/Galbraith|Moira/);
    expect((await steering.post(`/ideas/${id}`, { told: 'x', stage: 'done' })).status).toBe(404);
  });

  it('is not put off without a reason, and not sorted over what somebody else has saved', async () => {
    await suggest(bench);
    const id = await ideaCalled(bench);
    expect((await sort(id, { told: bench, stage: 'not-now' })).status).toBe(422);
    expect((await sort(id, { told: '', stage: 'looking' })).status).toBe(422);
    expect((await sort(id, { told: bench, stage: 'looking', rowVersion: '7' })).status).toBe(409);
  });

  it('typed in from paper gives a link to hand over', async () => {
    const typed = await lead.post('/ideas/new', { words: bench, came: 'paper' });
    const link = /http:\/\/127\.0\.0\.1:3000(\/idea\/[\w-]+)/.exec(await typed.text())![1]!;
    expect(await bodyOf(link, web.nobody)).toContain(bench);
    expect((await lead.post('/ideas/new', { words: bench })).status).toBe(422);
    expect(await bodyOf('/ideas/form')).toContain('What should be different?');
  });
});

describe('the steering group', () => {
  it('sees who has no voice in it, and that a term ends', async () => {
    await member('Alec Dunn', 'patients', programme.as('steering').id);
    const page = await bodyOf('/steering/group', steering);
    expect(page).toContain('Nobody speaks for: community groups, staff, partner organisations, whoever pays for it');
    expect((await lead.post('/steering/group', { name: '', constituency: 'patients' })).status).toBe(422);
    const ended = { name: 'Jo', constituency: 'staff', ...day('fromDay', '2026-05-01'), ...day('untilDay', '2026-01-01') };
    expect((await lead.post('/steering/group', ended)).status).toBe(422);
  });

  it('takes an idea from a paper to a decision, an action and an answer that is published only when somebody has read it', async () => {
    const own = await suggest(bench);
    const id = await ideaCalled(bench);
    const jean = await member('Jean Kirk', 'community', programme.as('steering').id);
    await sort(id, { told: bench, stage: 'looking' });
    const planned = await lead.post('/steering/meetings/new', { ...day('day', '2026-11-23'), time: '14:00', place: 'The library' });
    const meeting = idIn(planned.headers.get('location'));
    expect((await lead.post(`/steering/meetings/${meeting}/decide`, { what: 'x', outcome: 'yes', reason: 'y' })).status).toBe(422);
    const made = await lead.post(`/steering/meetings/${meeting}/papers`);
    const paper = made.headers.get('location')!;
    expect(await bodyOf(paper, steering)).toContain(bench);

    await lead.post(`/steering/meetings/${meeting}/held`, { rowVersion: '1', [`there-${jean}`]: 'by-call' });
    expect((await lead.post(`/steering/meetings/${meeting}/held`, { rowVersion: '1' })).status).toBe(409);
    expect((await lead.post(`/steering/meetings/${meeting}/decide`, { outcome: 'no' })).status).toBe(422);
    const decision = { about: `idea ${id}`, what: 'We put up a bench', outcome: 'yes', reason: 'It costs little' };
    expect((await lead.post(`/steering/meetings/${meeting}/decide`, decision)).status).toBe(303);
    const chosen = /<option value="([0-9a-f-]{36})" selected[^>]*>Decision 1/.exec(
      await bodyOf(`/steering/meetings/${meeting}/agree`),
    )![1]!;
    const action = { what: 'Ask the council', owner: jean, decision: chosen, ...day('dueOn', '2026-12-20') };
    expect((await lead.post(`/steering/meetings/${meeting}/agree`, { ...action, owner: '' })).status).toBe(422);
    await lead.post(`/steering/meetings/${meeting}/agree`, action);
    const minutes = await bodyOf(`/steering/meetings/${meeting}/minutes`, steering);
    expect(minutes).toContain('Jean Kirk (by call)');
    expect(minutes).toContain('Ask the council');

    const todo = /\/steering\/actions\/[0-9a-f-]{36}/.exec(await bodyOf('/steering', steering))![0];
    expect((await steering.post(todo, { rowVersion: '1', done: 'yes', cameOfIt: '' })).status).toBe(422);
    expect((await steering.post(todo, { rowVersion: '1', done: 'yes', cameOfIt: 'The bench is there.' })).status).toBe(303);
    expect(await bodyOf(own, web.nobody)).toContain('The bench is there.');
    expect(await bodyOf(`/together/${slug}`, web.nobody)).not.toContain('bench');
    await lead.post(`/ideas/${id}/publish`, { shown: 'yes', rowVersion: version(await bodyOf(`/ideas/${id}`)) });
    expect(await bodyOf(`/together/${slug}`, web.nobody)).toContain('The bench is there.');
    // What is taken back goes from papers that were made before, too.
    await web.nobody.post(`${own}/take-back`);
    const after = await bodyOf(paper, steering);
    expect(after).not.toContain(bench);
    expect(after).toContain('This was taken back by whoever said it');
  });

  it('is not told by its actions that are somebody else’s to finish', async () => {
    const jean = await member('Jean Kirk', 'community');
    const meeting = await heldMeeting();
    await lead.post(`/steering/meetings/${meeting}/agree`, { what: 'Ask the council', owner: jean, ...day('dueOn', '2026-12-20') });
    const todo = /\/steering\/actions\/[0-9a-f-]{36}/.exec(await bodyOf('/steering'))![0];
    expect((await steering.post(todo, { rowVersion: '1', done: 'yes', cameOfIt: 'Done' })).status).toBe(404);
  });
});

describe('a vote', () => {
  const open = (more: Form = {}) =>
    lead.post('/steering/ballots', {
      question: 'What first?',
      options: 'A bus\nA choir',
      choose: '1',
      ...day('closesOn', '2026-11-30'),
      ...more,
    });

  it('counts each member once, tells nobody how anybody voted, and shows counts when it has closed', async () => {
    const page = (await open()).headers.get('location')!.split('?')[0]!;
    expect((await lead.post(page, { choice: 'o1' })).status).toBe(422);
    await member('Catriona Reid', 'staff', programme.as('lead').id);
    await member('Alec Dunn', 'patients', programme.as('steering').id);
    await member('Dev Anand', 'commissioner', programme.as('manager').id);
    const dev = await web.signedIn(programme.as('manager'));
    expect((await lead.post(page, {})).status).toBe(422);
    expect((await lead.post(page, { choice: ['o1', 'o2'] })).status).toBe(422);
    for (const visitor of [lead, steering]) expect((await visitor.post(page, { choice: 'o1' })).status).toBe(303);
    expect((await lead.post(page, { choice: 'o2' })).status).toBe(422);
    expect(await bodyOf(page)).not.toContain('>Result<');
    await dev.post(page, { choice: 'o2' });
    web.clock.now = new Date('2026-12-01T10:00:00Z');
    lead = await web.signedIn(programme.as('lead'));
    const result = (await bodyOf(page)).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(result).toMatch(/A bus 2 A choir 1/);
    const beside = await db.inProgramme(programme.id, (tx) =>
      sql<{ n: number }>`select count(*) as n from event where type = 'ballot-voted'`.execute(tx),
    );
    expect(beside.rows[0]!.n).toBe(0);
  });

  it('that fewer than three took part in shows no counts', async () => {
    const page = (await open()).headers.get('location')!.split('?')[0]!;
    await member('Alec Dunn', 'patients', programme.as('steering').id);
    await steering.post(page, { choice: 'o2' });
    expect((await steering.post(`${page}/close`)).status).toBe(404);
    await lead.post(`${page}/close`);
    expect(await bodyOf(page, steering)).toContain('Fewer than three members voted');
    expect((await open({ options: 'Only one' })).status).toBe(422);
    expect((await open({ ...day('closesOn', '2026-11-01') })).status).toBe(422);
  });
});

describe('whom to refer', () => {
  it('is proposed by a link worker, shown word by word, adopted by a decision, and counted for the index', async () => {
    const begun = { kind: 'criteria', title: 'Whom to refer', 'heading-0': 'Who', 'text-0': 'Anybody over 65 who is lonely' };
    expect((await lead.post('/criteria/new', { ...begun, title: '' })).status).toBe(422);
    const document = (await lead.post('/criteria/new', begun)).headers.get('location')!.split('?')[0]!;
    const sam = await web.signedIn(programme.as('linkWorker'));
    const change = { basedOn: '1', 'heading-0': 'Who', 'text-0': 'Anybody over 18 who is lonely', why: 'Young people are lonely too' };
    const same = await sam.post(`${document}/propose`, { ...change, 'text-0': 'Anybody over 65 who is lonely' });
    expect(await same.text()).toContain('This is word for word what holds now');
    expect((await sam.post(`${document}/propose`, { ...change, why: 'Because of Mr Kerr' })).status).toBe(422);
    const proposal = (await sam.post(`${document}/propose`, change)).headers.get('location')!.split('?')[0]!;
    const shown = await bodyOf(proposal, steering);
    expect(shown).toMatch(/<del>.*65.*<\/del>.*<ins>.*18.*<\/ins>/s);
    await steering.post(proposal, { words: 'Good.' });
    expect(await bodyOf(proposal, sam)).toContain('Good.');
    expect((await steering.post(`${proposal}/take-back`)).status).toBe(404);

    const meeting = await heldMeeting();
    const yes = { about: `proposal ${idIn(proposal)}`, what: 'From 18 on', outcome: 'yes', reason: 'They are lonely too' };
    expect((await lead.post(`/steering/meetings/${meeting}/decide`, yes)).status).toBe(303);
    expect((await lead.post(`/steering/meetings/${meeting}/decide`, yes)).status).toBe(422);
    const nurse = await web.signedIn(programme.as('nurse'));
    expect(await bodyOf(document, nurse)).toContain('Anybody over 18');
    expect(await bodyOf(`/together/${slug}/criteria`, web.nobody)).toContain('Version 2');
    expect((await sam.post(`${document}/propose`, change)).status).toBe(409);
    expect((await nurse.get(`${document}/propose`)).status).toBe(404);
    const counted = (from: string, to: string) => db.inProgramme(programme.id, (tx) => criteriaChanges(tx, new Date(from), new Date(to)));
    expect(await counted('2026-11-01', '2026-12-01')).toEqual({ adopted: 1, byLinkWorker: 1 });
    expect(await counted('2026-12-01', '2027-01-01')).toEqual({ adopted: 0, byLinkWorker: 0 });
  });
});
