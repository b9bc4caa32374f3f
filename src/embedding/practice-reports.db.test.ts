import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { countRows } from '../../test/support/rows.ts';
import { someone } from '../../test/support/someone.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { addContacts, plainContact } from '../support/index.ts';
import { workOf } from '../work.ts';
import { openPracticeTools, recallStory, type ReportStories } from './index.ts';

type Web = ReturnType<typeof openWeb>;
type Visitor = Awaited<ReturnType<Web['signedIn']>>;

let db: Database;
beforeAll(async () => void (db = await testDatabase()));

let web: Web;
let programme: TestProgramme;
let nurse: Visitor;
let manager: Visitor;
beforeEach(async () => {
  web = openWeb(db);
  programme = await newProgramme(db);
  await itIs('2026-11-02');
});
/** A morning on which they sign in. */
async function itIs(day: string): Promise<void> {
  web.clock.now = new Date(`${day}T07:00:00Z`);
  nurse = await web.signedIn(programme.as('nurse'));
  manager = await web.signedIn(programme.as('manager'));
}
const reportsPath = () => `/belonging/${programme.practice}/reports`;
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const bodyOf = async (visitor: Visitor, path: string) => text(await (await visitor.get(path)).text());

/** The job, for this programme alone: others of the tests' database are not ours. */
const alone = (stories = noStories) =>
  openPracticeTools({
    ...{ db, now: () => web.clock.now, post: web.modules.messages, stories },
    everyProgramme: () => Promise.resolve([programme.id]),
  });
const noStories: ReportStories = {
  forReport: () => Promise.resolve(undefined),
  shown: () => Promise.resolve([]),
  noteUse: () => Promise.resolve(true),
};
const make = () => alone().handlers['make-practice-reports']();
const send = () => web.jobs.run(web.modules.delivery.handlers, web.clock.now);
const idsOn = async (visitor: Visitor) =>
  [...(await (await visitor.get(reportsPath())).text()).matchAll(/practice-report\/([0-9a-f-]{36})/g)].map(([, id]) => id!);
const newest = async () => (await idsOn(manager))[0]!;

/** So many people whom the nurse referred on a day in October; Sam met them a week later. */
async function referred(n: number, day = '2026-10-05'): Promise<void> {
  for (let nth = 0; nth < n; nth++) {
    const at = new Date(`${day}T09:00:00Z`);
    const { support, person } = await someone(db, programme, { at, details: { familyName: `Kerr ${nth}`, dateOfBirth: '1950-03-14' } });
    const met = {
      ...plainContact,
      id: randomUUID(),
      person: person.id,
      support: support.id,
      by: programme.as('linkWorker').id,
      place: '',
      present: '',
      nextStep: '',
      debrief: false,
    };
    await db.inProgramme(programme.id, (tx) =>
      addContacts(tx, [
        { ...met, happenedAt: new Date(at.getTime() + 7 * 86_400_000), channel: 'visit', minutes: 40, note: 'We had tea.' },
      ]),
    );
  }
}

describe('the page of the month', () => {
  it('is made by itself on the first working day, once, and mailed to whom the manager named, without a number in the mail', async () => {
    await referred(6);
    expect((await manager.post(`${reportsPath()}/recipients`, { account: programme.as('nurse').id })).status).toBe(303);
    await itIs('2026-11-01');
    await make();
    expect(await countRows(db, programme.id, 'practice_report')).toBe(0);
    await itIs('2026-11-02');
    await make();
    await make();
    expect(await countRows(db, programme.id, 'practice_report')).toBe(1);
    await send();
    const letter = web.mail.letters.at(-1)!;
    expect(letter.to.address).toBe(programme.as('nurse').email);
    expect(letter.subject).toContain('October 2026');
    expect(letter.text).not.toMatch(/\b6\b|Kerr|Glenkens Medical/);
    const path = /http:\/\/127\.0\.0\.1:3000(\/practice-report\/\S+)/.exec(letter.text)![1]!;
    const page = await bodyOf(nurse, path);
    expect(page).toContain('6 people were referred from your practice. 6 of them have met a link worker, half of them within 7 days.');
    expect(page).toContain('65 to 79 6');
    expect(page).not.toContain('Kerr');
    const words = page.slice(page.indexOf('6 people were'), page.indexOf('Numbers under 5')).split(' ').length;
    expect(words).toBeLessThan(220);
    expect(await bodyOf(manager, reportsPath())).toMatch(/Isla Gordon.*Isla Gordon.*somebody at the practice opened 1 of 1/);
  });

  it('tells nothing more of a month with three people, and counts them with the next', async () => {
    await referred(3);
    await make();
    const few = await bodyOf(nurse, `/practice-report/${await newest()}`);
    expect(few).toContain('Fewer than 5 people were referred');
    expect(few).not.toContain('Loneliness');
    await referred(4, '2026-11-04');
    await itIs('2026-12-01');
    await make();
    const both = await bodyOf(nurse, `/practice-report/${await newest()}`);
    expect(both).toContain('Counted: October 2026 to November 2026');
    expect(both).toContain('7 people were referred');
  });

  it('stays as it was made; a correction follows only when it differs by enough to tell of nobody', async () => {
    await referred(6);
    await make();
    const first = await newest();
    await referred(1, '2026-10-20');
    const little = await manager.post(`${reportsPath()}/${first}/again`);
    expect(little.status).toBe(422);
    expect(await little.text()).toContain('Nothing was changed');
    expect(await bodyOf(nurse, `/practice-report/${first}`)).toContain('6 people were referred');
    await referred(4, '2026-10-21');
    const again = await manager.post(`${reportsPath()}/${first}/again`);
    expect(again.status).toBe(303);
    const second = again.headers.get('location')!.split('?')[0]!;
    expect(await bodyOf(nurse, second)).toContain('11 people were referred');
    expect(await bodyOf(nurse, `/practice-report/${first}`)).toContain('There is a corrected report of this month.');
    expect((await manager.post(`${reportsPath()}/${first}/again`)).status).toBe(404);
  });

  it('is no longer mailed to whoever stopped it, or has left', async () => {
    await manager.post(`${reportsPath()}/recipients`, { account: programme.as('nurse').id });
    await make();
    expect((await nurse.post(`/practice-report/${await newest()}/stop`)).status).toBe(303);
    await send();
    const before = web.mail.letters.length;
    await itIs('2026-12-01');
    await make();
    await send();
    expect(web.mail.letters.length).toBe(before);
    expect(await bodyOf(manager, reportsPath())).toContain('Stopped on');
    const stranger = await manager.post(`${reportsPath()}/recipients`, { account: programme.as('linkWorker').id });
    expect(stranger.status).toBe(422);
    expect((await manager.post(`${reportsPath()}/recipients`)).status).toBe(422);
    expect((await manager.post(`${reportsPath()}/recipients/${randomUUID()}/stop`)).status).toBe(404);
  });

  it('is read by its practice and the team, and by nobody else', async () => {
    await make();
    const id = await newest();
    for (const who of ['evaluator', 'steering', 'community', 'admin'] as const)
      expect((await (await web.signedIn(programme.as(who))).get(`/practice-report/${id}`)).status).toBe(404);
    const other = await newProgramme(db);
    expect((await (await web.signedIn(other.as('nurse'))).get(`/practice-report/${id}`)).status).toBe(404);
    expect((await nurse.get(`/belonging/${randomUUID()}/reports`)).status).toBe(404);
    expect((await nurse.post(`${reportsPath()}/recipients`, { account: programme.as('nurse').id })).status).toBe(404);
    expect(await bodyOf(await web.signedIn(programme.as('linkWorker')), `/practice-report/${id}`)).toContain('Nobody was referred');
    expect(await bodyOf(manager, `/belonging/${programme.team}/reports`)).toContain('Glenkens Medical Practice');
  });
});

describe('a story in it', () => {
  it('is gone the moment that it is taken back; who had opened the page is asked to destroy copies, once', async () => {
    const story = { id: randomUUID(), title: 'The shed', words: 'I went for the tea and stayed for the company.' };
    const used: string[] = [];
    const stories: ReportStories = {
      forReport: () => Promise.resolve(story),
      shown: () => Promise.resolve([story]),
      noteUse: (_tx, { way, whoGot }) => Promise.resolve(Boolean(used.push(`${way} ${whoGot}`))),
    };
    const { handlers, reports } = alone(stories);
    await handlers['make-practice-reports']();
    const id = await newest();
    const seen = await reports.openReport(programme.as('nurse'), id);
    expect(seen.ok && seen.value.story?.words).toBe(story.words);
    await reports.openReport(programme.as('nurse'), id);
    expect(used).toEqual(['shown Glenkens Medical Practice', 'printed Isla Gordon']);

    await db.inProgramme(programme.id, (tx) => recallStory(tx, { story: story.id, at: web.clock.now }));
    const gone = await reports.openReport(programme.as('nurse'), id);
    expect(gone.ok && gone.value.story).toBeUndefined();
    await handlers['tell-of-recalls']();
    await handlers['tell-of-recalls']();
    await send();
    const letters = web.mail.letters.filter(({ subject }) => subject.startsWith('Please destroy copies'));
    expect(letters.map(({ to }) => to.address)).toEqual([programme.as('nurse').email]);
    expect(letters[0]!.text).not.toContain('tea');
    expect(await bodyOf(manager, reportsPath())).toContain('October 2026 had a story that has been taken back');
    expect(await bodyOf(nurse, `/practice-report/${id}`)).toContain('please destroy that copy');
  });

  it('is not there when its teller’s yes no longer stands', async () => {
    const story = { id: randomUUID(), title: '', words: 'Ours' };
    const stories = { ...noStories, forReport: () => Promise.resolve(story), noteUse: () => Promise.resolve(false) };
    await alone(stories).handlers['make-practice-reports']();
    expect(await bodyOf(nurse, `/practice-report/${await newest()}`)).not.toContain('In somebody’s own words');
  });

  it('is made by what Bothy does by itself', () => {
    const { handlers, schedules } = workOf(web.modules);
    expect(Object.keys(handlers)).toContain('make-practice-reports');
    expect(schedules?.['make-practice-reports']).toBeTruthy();
  });
});
