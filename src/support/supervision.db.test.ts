import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { workOf } from '../work.ts';
import { someone, type Somebody } from '../../test/support/someone.ts';

type Visitor = Awaited<ReturnType<typeof web.signedIn>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Somebody;
let sam: Visitor;

beforeAll(async () => void (db = await ownDatabase('supervision')));
afterAll(() => db.close());
beforeEach(async () => {
  web = openWeb(db);
  programme = await newProgramme(db);
  moira = await someone(db, programme);
  sam = await as('linkWorker');
});

const as = (who: Who) => web.signedIn(programme.as(who));
const read = async (page: string, visitor: Visitor = sam) => (await visitor.get(page)).text();
const on = (name: string, day: string, month: string, year = '2026') => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const supervisedByLead = () =>
  sam.post(`/supervision/schedule/${programme.as('linkWorker').id}`, { everyWeeks: '4', supervisor: programme.as('lead').id });
const planned = async (): Promise<string> => {
  await supervisedByLead();
  await sam.post('/supervision/sessions', { ...on('onDay', '20', '11'), kind: 'one-to-one' });
  return /\/supervision\/sessions\/[0-9a-f-]{36}/.exec(await read('/supervision'))![0];
};
const talk = (more: Record<string, string | readonly string[]> = {}) =>
  sam.post(`/people/${moira.person.id}/contact`, { channel: 'phone', note: 'She wept', ...on('day', '21', '11'), time: '9:00', ...more });
const watch = () => workOf(web.modules).handlers['watch-supervision']!({});

describe('supervision', () => {
  it('carries in what was marked to be talked over, and leaves the words in the record', async () => {
    await talk({ debrief: 'yes' });
    await talk({ time: '7:00', tags: ['crossed-line'] });
    await sam.post('/supervision/topics', { words: 'Working alone in the hills' });
    const page = await read('/supervision');
    expect(page.match(/Moira Kerr, contact of/g)).toHaveLength(2);
    expect(page).toContain('went further than usual');
    expect(page).toContain('Working alone in the hills');
    expect(page).not.toContain('She wept');
  });

  it('is held: what was talked over leaves the agenda, what was agreed comes onto the list of tasks', async () => {
    const page = await planned();
    await talk({ debrief: 'yes' });
    const covered = /name="covered"[^>]*value="([0-9a-f-]{36})"/.exec(await read(page))![1]!;
    const saved = await sam.post(page, {
      ...{ step: 'held', notes: 'Slept badly since', covered, rowVersion: '1', 'action-0-what': 'Ring the bereavement team' },
      ...on('action-0-by', '27', '11'),
    });
    expect(saved.headers.get('location')).toBe(`${page}?done=session-saved`);
    expect(await read('/supervision')).toContain('Last held on 20 November 2026');
    expect(await read('/supervision')).not.toContain('contact of');
    expect(await read('/tasks')).toContain('Ring the bereavement team');
  });

  it('is between the two whose session it is', async () => {
    const page = await planned();
    await sam.post(page, { step: 'notes', notes: 'Only between us', rowVersion: '1' });
    expect(await read(page, await as('lead'))).toContain('Only between us');
    const colleague = await as('otherLinkWorker');
    expect((await colleague.get(page)).status).toBe(404);
    expect((await colleague.post(page, { notes: 'x', rowVersion: '2' })).status).toBe(404);
    for (const who of ['manager', 'evaluator'] as const) {
      const visitor = await as(who);
      expect((await visitor.get(page)).status, who).toBe(404);
      const overview = await read('/supervision', visitor);
      expect(overview).toContain('Fewer than five link workers');
      expect(overview).not.toContain('Sam Findlay');
    }
  });

  it('tells the second of two who write the notes, and loses nothing', async () => {
    const page = await planned();
    await sam.post(page, { step: 'notes', notes: 'First', rowVersion: '1' });
    const late = await (await as('lead')).post(page, { step: 'notes', notes: 'Second', rowVersion: '1' });
    expect(late.status).toBe(409);
    const shown = await late.text();
    expect([shown.includes('First'), shown.includes('Second')]).toEqual([true, true]);
  });

  it('can be moved and called off, and not held before its day', async () => {
    const page = await planned();
    expect((await sam.post(`${page}/move`, on('onDay', '1', '1', '2020'))).status).toBe(422);
    await sam.post(`${page}/move`, on('onDay', '1', '12'));
    expect(await read(page)).toContain('Moved once');
    expect((await sam.post(page, { step: 'held', notes: '', rowVersion: '2' })).status).toBe(422);
    await sam.post(`${page}/call-off`);
    expect((await sam.post(`${page}/move`, on('onDay', '2', '12'))).status).toBe(409);
  });

  it('says what is wrong beside the field', async () => {
    expect((await sam.post('/supervision/sessions', { kind: 'tea' })).status).toBe(422);
    expect((await sam.post('/supervision/topics', { words: '' })).status).toBe(422);
    const schedule = `/supervision/schedule/${programme.as('linkWorker').id}`;
    const wrong = await sam.post(schedule, { everyWeeks: '99', supervisor: 'outside' });
    expect([wrong.status, (await wrong.text()).includes('Enter a number of weeks')]).toEqual([422, true]);
    expect((await sam.post(schedule, { everyWeeks: '4', supervisor: 'outside', outsideName: 'Ailsa Rennie' })).status).toBe(303);
    expect(await read('/supervision')).toContain('with Ailsa Rennie');
    expect(
      (
        await sam.post(`/supervision/schedule/${programme.as('otherLinkWorker').id}`, {
          everyWeeks: '4',
          supervisor: 'outside',
          outsideName: 'x',
        })
      ).status,
    ).toBe(404);
  });

  it('that is overdue is told to the lead once, and no longer when it has been held', async () => {
    const page = await planned();
    web.clock.now = new Date('2027-01-15T09:00:00Z');
    await watch();
    await watch();
    const lead = await as('lead');
    sam = await as('linkWorker');
    expect((await read('/team', lead)).match(/class="bothy-alert"/g)).toHaveLength(1);
    expect(await read('/supervision', lead)).toContain('Overdue');
    await sam.post(page, { step: 'held', notes: '', rowVersion: '1' });
    expect(await read('/team', lead)).not.toContain('<h2 class="bothy-panel__heading nhsuk-heading-s">Supervision is overdue');
  });
});

describe('how the work is for the worker', () => {
  const low = { manageable: '2', supported: '5', rested: '1' };

  it('is theirs alone until they share it', async () => {
    const page = await planned();
    await sam.post('/supervision/check', low);
    const lead = await as('lead');
    expect(await read(page, lead)).not.toContain('manageable 2');
    expect(await read('/supervision', lead)).not.toContain('manageable 2');
    await sam.post('/supervision/check', { ...low, manageable: '3', shared: 'yes' });
    expect(await read(page, lead)).toContain('manageable 3');
    expect(await read(page, lead)).not.toContain('manageable 2');
  });

  it('offers help when it is low twice, and tells nobody', async () => {
    await sam.post('/supervision/check', low);
    expect(await read('/supervision')).not.toContain('It has been hard for a while');
    await sam.post('/supervision/check', low);
    expect(await read('/supervision')).toContain('It has been hard for a while');
    expect(await read('/team', await as('lead'))).not.toContain('A colleague may need you');
  });

  it('asks the lead to get in touch when the worker says so', async () => {
    await sam.post('/supervision/check', { ...low, askLead: 'yes' });
    expect(await read('/team', await as('lead'))).toContain('A colleague may need you');
  });

  it('needs an answer, of 0 to 10', async () => {
    expect((await sam.post('/supervision/check', {})).status).toBe(422);
    expect((await sam.post('/supervision/check', { rested: '11' })).status).toBe(422);
  });
});

describe('my tasks', () => {
  const first = async () => /\/tasks\/([0-9a-f-]{36})\/done/.exec(await read('/tasks'))![1]!;

  it('are what is to be done about everybody, by when', async () => {
    const page = await read('/tasks');
    expect(page).toContain('First contact');
    expect(page).toContain('Moira Kerr');
  });

  it('are done, and taken back after a slip', async () => {
    const task = await first();
    const done = await sam.post(`/tasks/${task}/done`, { person: moira.person.id });
    expect(await read(done.headers.get('location')!)).toContain('Undo');
    expect(await read('/tasks')).not.toContain('First contact');
    await sam.post(`/tasks/${task}/undo`);
    const page = await read('/tasks');
    expect(page).toContain('First contact');
    expect(page).not.toContain('See how things are');
    expect((await sam.post(`/tasks/${task}/undo`)).status).toBe(409);
  });

  it('are not taken back by somebody else, or much later', async () => {
    const task = await first();
    await sam.post(`/tasks/${task}/done`, { person: moira.person.id });
    expect((await (await as('otherLinkWorker')).post(`/tasks/${task}/undo`)).status).toBe(409);
    web.clock.now = new Date('2026-11-21T12:00:00Z');
    sam = await as('linkWorker');
    expect((await sam.post(`/tasks/${task}/undo`)).status).toBe(409);
  });

  it('are moved to another day', async () => {
    const task = await first();
    expect((await sam.post(`/tasks/${task}/date`, { person: moira.person.id, ...on('dueOn', '1', '1', '2020') })).status).toBe(422);
    await sam.post(`/tasks/${task}/date`, { person: moira.person.id, ...on('dueOn', '15', '1', '2027') });
    expect(await read('/tasks')).toContain('value="2027"');
  });
});
