import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPerson, aService, connect } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Service } from '../directory/index.ts';
import type { Database, Tx } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import type { Person } from './index.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let worker: Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let lead: typeof worker;
let walks: Service;
let kept: Person;
let gone: Person;
let year = 40;

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  worker = await web.signedIn(programme.as('linkWorker'));
  lead = await web.signedIn(programme.as('lead'));
  walks = await aService(db, programme);
});
beforeEach(async () => {
  const dateOfBirth = `19${++year}-03-14`;
  kept = await aPerson(db, programme, { email: '', dateOfBirth });
  gone = await aPerson(db, programme, { dateOfBirth, givenName: 'Móira', phone: '07700 900123', email: 'mo@home.example' });
});

const within = <T>(work: (tx: Tx) => Promise<T>) => db.inProgramme(programme.id, work);
const pairPath = () => `/people/${kept.id}/same/${gone.id}`;
/** Every row of both records, as the database has them. */
const everything = () =>
  within(async (tx) => {
    const { rows } = await sql<{ relation: string; content: object }>`
      select relation, content from person_rows(array[${kept.id}::uuid, ${gone.id}::uuid]) order by relation, content::text`.execute(tx);
    return rows;
  });
const join = (form: Record<string, string> = {}) => worker.post(pairPath(), { sure: 'yes', ...form });
const undo = async () => {
  const page = await (await worker.get(`/people/${kept.id}/same`)).text();
  return worker.post(/action="(\/people\/[^"]+\/undo\/[^"]+)"/.exec(page)![1]!);
};

/** Refers somebody known as the nurse does, and takes them on. */
async function support(person: Person, who: 'linkWorker' | 'otherLinkWorker'): Promise<string> {
  const { referrals } = web.modules;
  const typed = { ...person, healthNumber: null };
  const sent = await referrals.send(programme.as('nurse'), {
    who: { typed, chosen: { person: person.id } },
    needs: ['loneliness'],
    note: '',
  });
  if (!sent.ok) throw new Error('Not referred');
  await referrals.accept(programme.as(who), sent.value.id);
  const record = await web.modules.support.seeRecord(programme.as(who), person.id);
  return record.ok ? record.value.support!.id : '';
}

describe('a person who was written down twice', () => {
  it('is found, and both records stand side by side with what differs and what moves', async () => {
    await connect(web, programme, { person: gone.id, service: walks.id });
    expect(await (await worker.get(`/people/${kept.id}/same`)).text()).toContain(pairPath());
    const page = await (await worker.get(pairPath())).text();
    expect(page).toContain('07700 900123');
    expect(page).toContain('1 connections to services');
  });

  it('has everything on one record, with what was chosen, and old addresses lead there', async () => {
    const connection = await connect(web, programme, { person: gone.id, service: walks.id });
    const done = await join({ phone: 'gone' });
    expect(done.headers.get('location')).toBe(`/people/${kept.id}/same?done=records-joined`);
    const seen = await web.modules.people.see(programme.as('linkWorker'), kept.id);
    expect(seen.ok && seen.value).toMatchObject({ givenName: 'Moira', phone: '07700 900123', email: 'mo@home.example' });
    expect(await (await worker.get(`/connections/${connection}`)).text()).toContain(`/people/${kept.id}`);
    const old = await worker.get(`/people/${gone.id}/consent`);
    expect([old.status, old.headers.get('location')]).toEqual([303, `/people/${kept.id}/consent`]);
    const told = (await within((tx) => eventsAbout(tx, kept.id))).map(({ type }) => type);
    expect(told).toEqual(expect.arrayContaining(['connection-requested', 'person-joined']));
    expect(await (await worker.get(`/people/${kept.id}/same`)).text()).not.toContain(pairPath());
  });

  it('is two records again, exactly as they were, when that was a mistake', async () => {
    await connect(web, programme, { person: gone.id, service: walks.id });
    await worker.post(`/people/${gone.id}/consent/evaluation`, { answer: 'given', how: 'phone' });
    for (const person of [kept, kept, gone]) await savePlan(person);
    await support(gone, 'linkWorker');
    const before = await everything();
    await join({ phone: 'gone' });
    expect(await everything()).not.toEqual(before);
    const undone = await undo();
    expect(undone.headers.get('location')).toBe(`/people/${kept.id}/same?done=records-parted`);
    expect(await everything()).toEqual(before);
    expect((await worker.get(`/people/${gone.id}/consent`)).status).toBe(200);
  });

  it('keeps what was added meanwhile with the record that it was added to', async () => {
    const connection = await connect(web, programme, { person: gone.id, service: walks.id });
    await join();
    await worker.post(`/people/${kept.id}/consent/story`, { answer: 'given', how: 'phone' });
    await within((tx) => sql`update connection set status_reason = 'They rang' where id = ${connection}`.execute(tx));
    expect((await undo()).headers.get('location')).toContain('records-parted-since');
    const consents = async (person: Person) =>
      (await (await worker.get(`/people/${person.id}/consent`)).text()).includes('Use of their story');
    expect(await consents(kept)).toBe(true);
    const rows = await everything();
    expect(rows.find(({ content }) => 'id' in content && content.id === connection)?.content).toMatchObject({
      person_id: gone.id,
      status_reason: 'They rang',
    });
    expect(
      rows.filter(({ relation, content }) => relation === 'consent' && 'purpose' in content && content.purpose === 'story'),
    ).toMatchObject([{ content: { person_id: kept.id } }]);
  });

  it('is not made one by anybody who is not sure, and nothing chosen is lost', async () => {
    const answer = await worker.post(pairPath(), { phone: 'gone' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Tick this when you are sure');
    expect(page).toMatch(/name="phone" type="radio" value="gone" checked/);
  });

  it('is not made one, and nothing is half moved, when both have what a person has once and more hangs on it', async () => {
    const died = async (person: Person) => {
      const id = randomUUID();
      await within(async (tx) => {
        await sql`insert into death (id, person_id, recorded_at, recorded_by) values (${id}, ${person.id}, now(), ${programme.as('lead').id})`.execute(
          tx,
        );
        await sql`insert into death_stopped (death_id, position, kind) values (${id}, 1, 'message')`.execute(tx);
      });
    };
    for (const person of [kept, gone]) await died(person);
    const before = await everything();
    const refused = await join();
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('more hangs on it');
    expect(await everything()).toEqual(before);
  });

  it('is not made one while a service expects both', async () => {
    await connect(web, programme, { person: gone.id, service: walks.id });
    await connect(web, programme, { person: kept.id, service: walks.id });
    expect(await (await worker.get(pairPath())).text()).toContain('Both are connected to Glenkens walking group');
    expect((await join()).status).toBe(409);
  });

  it('goes on with one link worker, who has what the other was still to do, and both are told', async () => {
    const theirs = await support(kept, 'linkWorker');
    await support(gone, 'otherLinkWorker');
    const before = await everything();
    const asked = await join();
    expect(asked.status).toBe(422);
    expect(await asked.text()).toContain('Choose which support goes on');
    expect((await lead.post(pairPath(), { sure: 'yes', support: theirs })).status).toBe(303);
    const record = await web.modules.support.seeRecord(programme.as('linkWorker'), kept.id);
    if (!record.ok) throw new Error('Not seen');
    expect(record.value.support).toMatchObject({ id: theirs, stage: { name: 'open' } });
    expect(record.value.referrals.map(({ stage }) => stage.name).toSorted()).toEqual(['accepted', 'closed']);
    const tasks = record.value.tasks.filter(({ done }) => !done);
    expect(tasks.filter(({ kind }) => kind === 'first-contact').map(({ owner }) => owner)).toEqual([
      programme.as('linkWorker').id,
      programme.as('linkWorker').id,
    ]);
    expect(tasks.filter(({ kind }) => kind === 'records-joined').map(({ owner }) => owner)).toEqual(
      expect.arrayContaining([programme.as('linkWorker').id, programme.as('otherLinkWorker').id]),
    );
    await undo();
    expect(await everything()).toEqual(before);
  });

  it('is nobody’s to join but their own team’s', async () => {
    for (const who of ['nurse', 'manager', 'evaluator', 'community', 'steering', 'admin'] as const) {
      const other = await web.signedIn(programme.as(who));
      expect((await other.get(`/people/${kept.id}/same`)).status, who).toBe(404);
      expect((await other.post(pairPath(), { sure: 'yes' })).status, who).toBe(404);
    }
    const elsewhere = await newProgramme(db);
    const stranger = await web.signedIn(elsewhere.as('linkWorker'));
    expect((await stranger.get(pairPath())).status).toBe(404);
    const theirs = await aPerson(db, elsewhere);
    expect((await worker.get(`/people/${kept.id}/same/${theirs.id}`)).status).toBe(404);
    expect((await worker.get(`/people/${kept.id}/same/x`)).status).toBe(404);
    expect((await worker.post(`/people/${kept.id}/same/undo/${kept.id}`)).status).toBe(404);
  });
});

const savePlan = (person: Person) =>
  within((tx) =>
    sql`insert into plan_version (id, person_id, version, saved_at, saved_by)
      select gen_random_uuid(), ${person.id}, 1 + count(*), now(), ${programme.as('linkWorker').id} from plan_version where person_id = ${person.id}`.execute(
      tx,
    ),
  );
