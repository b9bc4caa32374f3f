import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aService, connect } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import { addGap } from '../directory/index.ts';
import type { Service } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { type Somebody, someone } from '../../test/support/someone.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let service: Service;
let moira: Somebody;

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  service = await aService(db, programme, { name: 'Dalbeattie debt advice' });
});
beforeEach(async () => {
  web.clock.now = new Date('2026-11-21T10:00:00Z');
  moira = await someone(db, programme, { details: { phone: '01644 420123' }, at: new Date('2026-11-10T09:00:00Z') });
});

/** Days pass in these tests, and sessions end with them. */
const worker = {
  get: async (page: string) => (await web.signedIn(programme.as('linkWorker'))).get(page),
  post: async (page: string, form: Form) => (await web.signedIn(programme.as('linkWorker'))).post(page, form),
};
const path = (page = 'hold') => `/people/${moira.person.id}/${page}`;
const record = async () => (await worker.get(`/people/${moira.person.id}`)).text();
const day = (on: string) => {
  const [year, month, date] = on.split('-');
  return { 'reviewOn-day': date!, 'reviewOn-month': month!, 'reviewOn-year': year! };
};
const waiting = { because: 'service', awaits: 'The food bank', words: 'Their list is long', ...day('2026-12-05') };
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const events = () => db.inProgramme(programme.id, (tx) => eventsAbout(tx, moira.person.id));
const tasks = async () => {
  const seen = await web.modules.support.seeRecord(programme.as('linkWorker'), moira.person.id);
  if (!seen.ok) throw new Error(seen.error);
  return seen.value.tasks.map(({ kind, dueOn }) => `${kind} ${dueOn}`);
};

describe('holding', () => {
  it('says what they wait for and since when, as the wait that it is, and is looked at again on the day that was set', async () => {
    const held = await worker.post(path(), waiting);
    expect(held.status).toBe(303);
    web.clock.now = new Date('2026-12-04T10:00:00Z');
    const page = await record();
    expect(page).toContain('Waiting for The food bank, 13 days');
    expect(page).toContain('These days do not count as late.');
    expect(page).toContain('Their list is long');
    expect(await tasks()).toContain('holding-review 2026-12-05');
    const [begun] = (await events()).filter(({ type }) => type === 'holding-begun');
    expect(begun?.data).toMatchObject({ because: 'service', reviewOn: '2026-12-05' });
    expect(JSON.stringify(begun)).not.toContain('food bank');
  });

  it('waits for a service that they were connected to, and is over by itself when that service answers', async () => {
    const connection = await connect(web, programme, { person: moira.person.id, service: service.id });
    expect(await (await worker.get(path())).text()).toContain('Dalbeattie debt advice');
    await worker.post(path(), { ...waiting, connection, awaits: '' });
    expect(await record()).toContain('Waiting for Dalbeattie debt advice');

    web.clock.now = new Date('2026-12-03T10:00:00Z');
    const answer = async (given: Form) => {
      const organisation = await web.signedIn(programme.as('community'));
      const version = hidden(await (await organisation.get(`/requests/${connection}`)).text(), 'version');
      return organisation.post(`/requests/${connection}`, { ...given, version });
    };
    await answer({ answer: 'waiting-list', weeks: '4' });
    expect(await record()).toContain('Waiting for Dalbeattie debt advice, 12 days');

    web.clock.now = new Date('2026-12-14T10:00:00Z');
    await answer({ answer: 'place-now' });
    const page = await record();
    expect(page).not.toContain('Waiting for Dalbeattie debt advice, ');
    expect(page).toContain('1 wait so far, 23 days in all');
    expect(await tasks()).toContain('connection-answered 2026-12-14');
    expect((await events()).find(({ type }) => type === 'holding-ended')?.data).toEqual({
      because: 'service',
      ended: 'answered',
      days: 23,
    });
  });

  it('names the gap when there is nothing to refer to', async () => {
    const gap = '0a000000-0000-4000-8000-0000000000a1';
    await db.inProgramme(programme.id, (tx) =>
      addGap(
        tx,
        {
          id: gap,
          needs: ['loneliness'],
          why: 'none',
          place: 'Carsphairn',
          area: '',
          note: '',
          person: moira.person.id,
          recordedBy: programme.as('linkWorker').id,
          at: web.clock.now,
        },
        undefined,
      ),
    );
    expect(await (await worker.get(path())).text()).toContain('Loneliness, recorded 21 November 2026');
    expect((await worker.post(path(), { ...waiting, because: 'nowhere', gap, awaits: '' })).status).toBe(303);
    expect(await record()).toContain('There is nothing to refer to, since today');
  });

  it('is not for a connection or a gap of somebody else', async () => {
    const jordan = await someone(db, programme, { details: { givenName: 'Jordan', phone: '01644 420124' } });
    const theirs = await connect(web, programme, { person: jordan.person.id, service: service.id });
    expect((await worker.post(path(), { ...waiting, connection: theirs })).status).toBe(404);
  });

  it('counts what fell due meanwhile from the day on which the wait is over', async () => {
    await worker.post(path('tasks'), { note: 'Bring the leaflet', 'dueOn-day': '25', 'dueOn-month': '11', 'dueOn-year': '2026' });
    await worker.post(path(), waiting);
    web.clock.now = new Date('2026-12-04T10:00:00Z');
    expect(await (await worker.get('/caseload')).text()).not.toMatch(/Moira Kerr[\s\S]{0,900}9 days late/);
    const ended = await worker.post(path('hold/end'), { id: hidden(await record(), 'id') });
    expect(ended.status).toBe(303);
    expect(await tasks()).toContain('own 2026-12-04');
    expect(await record()).not.toContain('days late');
  });

  it('can be looked at again, for longer, with what was said', async () => {
    await worker.post(path(), waiting);
    web.clock.now = new Date('2026-12-05T10:00:00Z');
    const page = await (await worker.get(path())).text();
    expect(page).toContain('They still wait');
    const kept = { id: hidden(page, 'id'), rowVersion: hidden(page, 'rowVersion'), words: 'Rung again', ...day('2026-12-28') };
    expect((await worker.post(path('hold/keep'), kept)).status).toBe(303);
    expect(await tasks()).toEqual(['first-contact 2026-11-17', 'holding-review 2026-12-28']);
    const late = await worker.post(path('hold/keep'), { ...kept, words: 'Rung them too' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Rung them too');
  });

  it('can happen several times, and their days are added up', async () => {
    await worker.post(path(), waiting);
    web.clock.now = new Date('2026-11-25T10:00:00Z');
    await worker.post(path('hold/end'), { id: hidden(await record(), 'id') });
    await worker.post(path(), { because: 'change', ...day('2026-12-05') });
    web.clock.now = new Date('2026-11-28T10:00:00Z');
    const page = await record();
    expect(page).toContain('Getting ready for a change, 3 days');
    expect(page).toContain('2 waits so far, 7 days in all');
  });

  it('ends with support', async () => {
    await worker.post(path(), waiting);
    const closed = await web.modules.support.close(
      programme.as('linkWorker'),
      moira.person.id,
      { support: moira.support.id, rowVersion: 1 },
      { because: 'completed', goals: [], outcome: 'Better', didNotWork: '', forPractice: '', whatNext: '', tellReferrer: true },
    );
    expect(closed.ok).toBe(true);
    expect((await events()).find(({ type }) => type === 'holding-ended')?.data).toMatchObject({ ended: 'closed' });
    expect((await worker.get(path())).status).toBe(409);
  });

  it('says beside each field what is wrong, and loses nothing that was typed', async () => {
    const wrong = await worker.post(path(), { words: 'Rang twice', ...day('2027-06-01') });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain('Choose what they are waiting for');
    expect(page).toContain('Rang twice');
    const far = await (await worker.post(path(), { ...waiting, ...day('2027-06-01') })).text();
    expect(far).toContain('Choose a day within 8 weeks');
    expect(await (await worker.post(path(), { ...waiting, awaits: ' ' })).text()).toContain('Choose the service, or enter its name');
    expect(await (await worker.post(path(), { ...waiting, because: 'other', words: '' })).text()).toContain(
      'Say what they are waiting for',
    );
    expect(await (await worker.post(path(), { ...waiting, ...day('2026-02-30') })).text()).toContain('Enter a day, like 14 3 2026');
  });

  it('tells the second of two who put somebody on hold that it was done', async () => {
    await worker.post(path(), waiting);
    const again = await worker.post(path(), { ...waiting, words: 'Mine' });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Mine');
  });

  it('is not for those who do not know the person', async () => {
    const other = await newProgramme(db);
    const stranger = await web.signedIn(other.as('linkWorker'));
    expect((await stranger.get(path())).status).toBe(404);
    expect((await stranger.post(path(), waiting)).status).toBe(404);
    expect((await web.nobody.get(path())).status).toBe(303);
    expect((await (await web.signedIn(programme.as('nurse'))).get(path())).status).toBe(404);
  });
});
