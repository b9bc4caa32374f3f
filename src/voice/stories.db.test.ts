import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { someone } from '../../test/support/someone.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Person } from '../people/index.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { approvedStories, noteUse, type Pulled, storiesFollow, storyForReport, type StoryUse } from './index.ts';
import { workOf } from '../work.ts';

let db: Database;
let programme: TestProgramme;
let web: ReturnType<typeof openWeb>;
type Visitor = Awaited<ReturnType<typeof web.signedIn>>;
let worker: Visitor;
let lead: Visitor;

beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db);
  web = openWeb(db);
  worker = await web.signedIn(programme.as('linkWorker'));
  lead = await web.signedIn(programme.as('lead'));
});

const body = async (answer: Response | Promise<Response>) => (await answer).text();
const work = () => web.jobs.run(workOf(web.modules).handlers, web.clock.now);
const linkIn = (text: string) => /\/my-story\/[\w-]+/.exec(text)![0];
const at = () => web.clock.now;
const within = <T>(read: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme.id, read);
const usable = (use: StoryUse) => within((tx) => approvedStories(tx, use, at()));
const isUsable = async (id: string, use: StoryUse) => (await usable(use)).some((story) => story.id === id);

async function moira(details = {}): Promise<Person> {
  const safeContact = { channels: ['email'] as const, voicemailOk: null, note: '' };
  return (await someone(db, programme, { details: { email: `${randomUUID().slice(0, 8)}@home.example`, safeContact, ...details } })).person;
}

const told = 'I am Moira and I am 74. I did not go out any more. Then I sang. Now I laugh on a Tuesday.';
const words = 'I did not go out any more. Then I sang. Now I laugh on a Tuesday.';
const yes = (...uses: StoryUse[]): Form => ({
  ...Object.fromEntries(
    (['team', 'practice-report', 'funders', 'public'] as const).map((use) => [`use-${use}`, uses.includes(use) ? 'yes' : 'no']),
  ),
  length: '12',
});

/** Written down by phone; answers the address of the story. */
async function writtenDown(person: Person, original = told): Promise<string> {
  const story = (await worker.post(`/people/${person.id}/stories`, { how: 'phone' })).headers.get('location')!;
  expect((await worker.post(`${story}/told`, { original })).status).toBe(303);
  return story;
}
const idIn = (path: string) => path.split('/').at(-1)!;
const versionIn = (page: string) => /name="rowVersion" value="(\d+)"/.exec(page)?.[1] ?? '0';
const reword = async (story: string, form: Form = {}) =>
  worker.post(`${story}/wording`, {
    title: 'Tuesdays',
    words,
    needs: ['loneliness'],
    rowVersion: versionIn(await body(worker.get(story))),
    ...form,
  });

/** Told, worded, read out by phone, and agreed for these uses. */
async function agreed(person: Person, ...uses: StoryUse[]): Promise<string> {
  const story = await writtenDown(person);
  expect((await reword(story)).status).toBe(303);
  expect((await worker.post(`${story}/read-out`, { ...yes(...uses), how: 'phone', version: '1' })).status).toBe(303);
  return story;
}

describe('a story that somebody tells on their own page', () => {
  it('is theirs while they write it, and comes to their link worker when they send it', async () => {
    const person = await moira();
    expect((await worker.post(`/people/${person.id}/stories`, {})).status).toBe(422);
    expect((await worker.post(`/people/${person.id}/stories`, { how: 'own-page' })).status).toBe(303);
    await work();
    const letter = web.mail.letters.at(-1)!;
    expect(letter.to.address).toBe(person.email);
    const own = linkIn(letter.text);
    expect((await web.nobody.post(`${own}/keep`, { words: 'I did not' })).status).toBe(303);
    const list = await body(worker.get(`/people/${person.id}/stories`));
    expect(list).toContain('Begun');
    const story = /href="(\/people\/[\w-]+\/stories\/[\w-]+)"/.exec(list)![1]!;
    expect(await body(worker.get(story))).not.toContain('I did not');
    expect(await body(web.nobody.get(own))).toContain('I did not');
    expect((await web.nobody.post(`${own}/tell`, { words: '  ' })).status).toBe(422);
    expect((await web.nobody.post(`${own}/tell`, { words: told })).status).toBe(303);
    expect(await body(web.nobody.get(own))).not.toContain('laugh');
    expect(await body(worker.get(story))).toContain('Now I laugh');
    expect(await body(worker.get(`/people/${person.id}`))).toContain('They have told their story');
  });

  it('is shared only in words that they have said yes to, for what they have said yes to', async () => {
    const person = await moira();
    const story = await writtenDown(person);
    expect((await reword(story, { words: told })).status).toBe(303);
    const flagged = await body(worker.get(story));
    expect(flagged).toContain('Their own name');
    expect(flagged).toContain('in my seventies');
    expect((await worker.post(`${story}/send`)).status).toBe(422);
    expect((await reword(story)).status).toBe(303);
    expect((await worker.post(`${story}/send`)).status).toBe(303);
    await work();
    const own = linkIn(web.mail.letters.at(-1)!.text);
    expect(await body(web.nobody.get(own))).toContain('Now I laugh on a Tuesday');
    expect((await web.nobody.post(`${own}/yes`, { version: '2' })).status).toBe(422);
    expect(await isUsable(idIn(story), 'team')).toBe(false);
    expect((await web.nobody.post(`${own}/yes`, { ...yes('team', 'practice-report'), version: '2' })).status).toBe(303);
    expect([await isUsable(idIn(story), 'team'), await isUsable(idIn(story), 'public')]).toEqual([true, false]);
    expect(await body(web.nobody.get(own))).not.toContain('Tuesday');
    expect((await reword(story, { words: `${words} Really.` })).status).toBe(303);
    expect(await isUsable(idIn(story), 'team')).toBe(false);
  });

  it('goes back to the worker when something in it is not right', async () => {
    const person = await moira();
    const story = await writtenDown(person);
    await reword(story);
    const own = (await worker.post(`${story}/here`)).headers.get('location')!;
    expect((await web.nobody.post(`${own}/not-right`, { said: '' })).status).toBe(422);
    expect((await web.nobody.post(`${own}/not-right`, { said: 'It was a Monday' })).status).toBe(200);
    expect(await body(worker.get(story))).toContain('It was a Monday');
    expect((await web.nobody.post(`${own}/yes`, { ...yes('team'), version: '1' })).status).toBe(303);
    expect(await isUsable(idIn(story), 'team')).toBe(false);
  });

  it('can be refused, and then holds nothing', async () => {
    const person = await moira();
    const own = (await worker.post(`/people/${person.id}/stories`, { how: 'together' })).headers.get('location')!;
    await web.nobody.post(`${own}/keep`, { words: 'I would rather' });
    expect(await body(web.nobody.get(`${own}/take-back`))).toContain('Would you rather not');
    expect(await body(web.nobody.post(`${own}/take-back`, { from: 'all' }))).toContain('That is all right');
    expect(await body(web.nobody.get(own))).not.toContain('I would rather');
    expect(await body(worker.get(`/people/${person.id}/stories`))).toContain('Would rather not');
  });

  it('is kept behind the link: a wrong one is not told from one that there never was, and an old one shows no words', async () => {
    expect((await web.nobody.get('/my-story/nobody-has-this-one')).status).toBe(404);
    const person = await moira();
    const own = (await worker.post(`/people/${person.id}/stories`, { how: 'together' })).headers.get('location')!;
    await web.nobody.post(`${own}/keep`, { words: 'Half of it' });
    const before = web.clock.now;
    web.clock.now = new Date(before.getTime() + 31 * 86_400_000);
    const page = await body(web.nobody.get(own));
    web.clock.now = before;
    expect(page).toContain('too old');
    expect(page).not.toContain('Half of it');
  });
});

describe('a story that names somebody else', () => {
  it('cannot go to funders or to anybody before that person has said yes too', async () => {
    const person = await moira();
    const story = await writtenDown(person);
    await reword(story, { words: `${words} My neighbour Wullie drove me.` });
    expect(await body(worker.get(story))).toContain('It names somebody else');
    await worker.post(`${story}/read-out`, { ...yes('team', 'practice-report', 'funders', 'public'), how: 'in-person', version: '1' });
    const seen = await within(async (tx) => [await approvedStories(tx, 'funders', at()), await approvedStories(tx, 'public', at())]);
    expect(seen.flat().map(({ id }) => id)).not.toContain(idIn(story));
    expect(await body(lead.get(`/stories/${idIn(story)}`))).toContain('It names somebody who has not said yes');
    expect((await worker.post(`${story}/others`, { note: '' })).status).toBe(422);
    expect((await worker.post(`${story}/others`, { note: 'Sam rang him; he laughed and said yes' })).status).toBe(303);
    expect(await isUsable(idIn(story), 'public')).toBe(true);
  });

  it('is looked at by whoever knows that a word is nobody’s name', async () => {
    const story = await writtenDown(await moira());
    await reword(story, { words: `${words} It was at the Rose Club.`, cleared: ['rose'] });
    expect(await body(worker.get(story))).not.toContain('It names somebody else');
  });
});

describe('taking a story back', () => {
  it('takes it out of everything at once, in one transaction, and lists what was printed so that it can be called back', async () => {
    const person = await moira();
    const story = await agreed(person, 'team', 'practice-report', 'public');
    const id = idIn(story);
    const using = { story: id, practice: programme.practice, label: 'Report for October', whoGot: 'Glenkens Medical Practice', at: at() };
    const report = await within((tx) => storyForReport(tx, { practice: programme.practice, at: at() }));
    expect(report).toBeDefined();
    const noted = await within(async (tx) => [
      await noteUse(tx, { ...using, use: 'practice-report', kind: 'practice-report', where: randomUUID(), way: 'printed' }),
      await noteUse(tx, { ...using, use: 'funders', kind: 'paper', where: randomUUID(), way: 'mailed' }),
    ]);
    expect(noted).toEqual([true, false]);
    expect((await lead.post(`/stories/${id}/print`, { use: 'public', whoGot: '' })).status).toBe(422);
    expect(await body(lead.post(`/stories/${id}/print`, { use: 'public', whoGot: 'The library' }))).toContain('Now I laugh');

    expect((await worker.post(`${story}/take-back`, { how: 'phone' })).status).toBe(422);
    expect((await worker.post(`${story}/take-back`, { from: 'public', how: 'phone' })).status).toBe(303);
    expect([await isUsable(id, 'public'), await isUsable(id, 'team')]).toEqual([false, true]);
    expect(await body(lead.get('/stories/recall'))).toContain('The library');

    expect((await worker.post(`${story}/take-back`, { from: 'all', how: 'phone' })).status).toBe(303);
    expect(await isUsable(id, 'team')).toBe(false);
    expect(await body(worker.get(story))).not.toContain('laugh');
    const recalls = await body(lead.get('/stories/recall'));
    expect(recalls).toContain('Report for October');
    expect(recalls).toContain('Glenkens Medical Practice');
    const use = /action="(\/stories\/recall\/[\w-]+)"/.exec(recalls)![1]!;
    expect((await lead.post(use, { how: '' })).status).toBe(422);
    expect((await lead.post(use, { how: 'Shredded by the practice manager' })).status).toBe(303);
    expect(await body(lead.get('/stories/recall'))).toContain('Shredded by the practice manager');
    expect((await lead.post(use, { how: 'Again' })).status).toBe(404);
    const events = await within((tx) => eventsAbout(tx, person.id));
    expect(JSON.stringify(events)).not.toMatch(/laugh|Tuesday|Shredded|library/);
  });

  it('leaves the papers of the steering group too, which is then asked for its copies', async () => {
    web.clock.now = new Date(at().getTime() + 60_000);
    const story = await agreed(await moira(), 'team');
    const planned = await lead.post('/steering/meetings/new', {
      ...{ 'day-day': '23', 'day-month': '11', 'day-year': '2026', time: '14:00', place: 'The library' },
    });
    const meeting = /[0-9a-f-]{36}/.exec(planned.headers.get('location')!)![0];
    const paper = (await lead.post(`/steering/meetings/${meeting}/papers`)).headers.get('location')!;
    const steering = await web.signedIn(programme.as('steering'));
    expect(await body(steering.get(paper))).toContain('Now I laugh on a Tuesday');
    await worker.post(`${story}/take-back`, { from: 'team', how: 'phone' });
    const after = await body(steering.get(paper));
    expect(after).not.toMatch(/Now I laugh|Tuesdays/);
    expect(await body(lead.get('/stories/recall'))).toContain('Paper for the steering group');
  });

  it('happens wholly or not at all', async () => {
    const person = await moira();
    const story = await agreed(person, 'team');
    const pulled: Pulled[] = [];
    const breaks = storiesFollow([
      (_tx, what) => Promise.resolve(pulled.push(what)),
      () => Promise.reject(new Error('A report could not be changed.')),
    ]);
    const taking = within((tx) => breaks.whenSaidNo(tx, person.id, { kind: 'system' }, at()));
    await expect(taking).rejects.toThrow('could not be changed');
    expect(pulled).toMatchObject([{ story: idIn(story), whole: true }]);
    expect(await isUsable(idIn(story), 'team')).toBe(true);
  });

  it('follows when they take back their yes to telling at all, and they are not asked again', async () => {
    const person = await moira();
    const story = await agreed(person, 'team');
    await worker.post(`/people/${person.id}/consent/story`, { answer: 'refused', how: 'phone' });
    expect(await isUsable(idIn(story), 'team')).toBe(false);
    expect(await body(worker.get(`/people/${person.id}/stories`))).toContain('They have said no');
    expect((await worker.post(`/people/${person.id}/stories`, { how: 'phone' })).status).toBe(422);
  });

  it('is possible by the old link, without a reason and without an account', async () => {
    const person = await moira();
    const story = await writtenDown(person);
    await reword(story);
    const own = (await worker.post(`${story}/here`)).headers.get('location')!;
    await web.nobody.post(`${own}/yes`, { ...yes('team', 'public'), version: '1' });
    const before = web.clock.now;
    web.clock.now = new Date(before.getTime() + 90 * 86_400_000);
    expect((await web.nobody.post(`${own}/take-back`, {})).status).toBe(422);
    expect(await body(web.nobody.post(`${own}/take-back`, { from: 'public' }))).toContain('not be used there any more');
    expect([await isUsable(idIn(story), 'public'), await isUsable(idIn(story), 'team')]).toEqual([false, true]);
    expect(await body(web.nobody.post(`${own}/take-back`, { from: 'all' }))).toContain('It is taken back');
    web.clock.now = before;
    expect(await isUsable(idIn(story), 'team')).toBe(false);
  });
});

describe('a yes to a story', () => {
  it('ends by itself after its time, and nothing has to be called back for that', async () => {
    const person = await moira();
    const story = await agreed(person, 'team');
    const before = web.clock.now;
    web.clock.now = new Date(before.getTime() + 366 * 86_400_000);
    expect(await isUsable(idIn(story), 'team')).toBe(false);
    await workOf(web.modules).handlers['end-story-yeses']!({});
    const [event] = await within((tx) => eventsAbout(tx, person.id));
    web.clock.now = before;
    expect(event).toMatchObject({ type: 'story-yes-ended', data: { uses: ['team'], whole: false } });
  });

  it('rests when the teller has died, until a lead has decided', async () => {
    const person = await moira();
    const story = await agreed(person, 'team');
    const asker = programme.as('linkWorker');
    await web.modules.deaths.record(asker, person.id, { on: null, saidBy: 'Her daughter' });
    expect(await isUsable(idIn(story), 'team')).toBe(false);
    expect(await body(lead.get('/stories'))).toContain('Waiting for a lead to decide');
    expect((await lead.post(`/stories/${idIn(story)}/decide`, { decided: 'go-on', why: '' })).status).toBe(422);
    expect((await lead.post(`/stories/${idIn(story)}/decide`, { decided: 'go-on', why: 'Her daughter asked for it' })).status).toBe(303);
    expect(await isUsable(idIn(story), 'team')).toBe(true);
  });
});

describe('a worker’s story of their own work', () => {
  it('is the worker’s own, and is shared with their own yes', async () => {
    const story = (await worker.post('/stories/mine')).headers.get('location')!;
    expect((await worker.post(`${story}/told`, { original: 'I sat with somebody while they rang the council.' })).status).toBe(303);
    expect((await reword(story, { title: 'Sitting with', words: 'I sat with somebody while they rang the council.' })).status).toBe(303);
    expect((await worker.post(`${story}/read-out`, { ...yes('funders'), version: '1' })).status).toBe(303);
    const [mine] = (await usable('funders')).filter(({ id }) => id === idIn(story));
    expect(mine).toMatchObject({ teller: 'worker', practice: null });
    expect((await lead.get(story)).status).toBe(404);
  });
});

describe('who sees what', () => {
  it('keeps who told a story, and what they said first, from leads who share it and from everybody else', async () => {
    const person = await moira({ givenName: 'Thomasina', familyName: 'Quarrel' });
    const story = await agreed(person, 'team');
    for (const page of [await body(lead.get('/stories?use=team')), await body(lead.get(`/stories/${idIn(story)}`))]) {
      expect(page).toContain('Tuesdays');
      expect(page).not.toMatch(/Thomasina|Quarrel|I am 74/);
      expect(page).not.toContain(person.id);
    }
    const elsewhere = await newProgramme(db);
    const stranger = await web.signedIn(elsewhere.as('linkWorker'));
    expect((await stranger.get(story)).status).toBe(404);
    expect((await stranger.post(`${story}/take-back`, { from: 'all', how: 'phone' })).status).toBe(404);
  });

  it('tells the second of two who change the words, and loses neither', async () => {
    const story = await writtenDown(await moira());
    await reword(story);
    const late = await worker.post(`${story}/wording`, { title: 'Mine', words: 'My own words.', rowVersion: '1' });
    expect(late.status).toBe(409);
    const page = await body(late);
    expect(page).toContain('My own words.');
    expect(page).toContain('Tuesdays');
  });
});
