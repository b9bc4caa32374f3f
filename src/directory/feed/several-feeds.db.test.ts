import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { saveRecords } from '../record/save.ts';
import type { Kind } from '../record.ts';
import { changesOf, setsWhere } from '../store/change-sets.ts';
import { findFeed, putFeed, runsOf } from '../store/feeds.ts';
import { answerQuestion, openQuestions } from '../store/matches.ts';
import { recordsById, versionsOf } from '../store/records.ts';
import { servicesById } from '../store/read.ts';
import type { Entry } from './entry.ts';
import type { Feed } from './feed.ts';
import { applyChangeSet, dropChangeSet, undoChangeSet } from './propose.ts';
import { readFeed } from './read-feed.ts';
import { takeWaiting } from './take-waiting.ts';

const db = await testDatabase();
let programme: TestProgramme;
let lead: string;
let clock = 0;
beforeEach(async () => {
  programme = await newProgramme(db);
  lead = programme.as('lead').id;
  clock = Date.UTC(2026, 10, 21, 12);
});
const now = () => new Date((clock += 1000));
const inTurn = <T>(work: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme.id, work);

async function aFeed(name: string, more: Partial<Feed> = {}): Promise<Feed> {
  const never = { pullHours: null, changedSince: null, lastWhole: null, nextPull: null };
  const feed = {
    id: randomUUID(),
    name,
    kind: 'hsds',
    address: null,
    trust: 5,
    apply: 'itself',
    options: {},
    stopped: false,
    ...never,
    ...more,
  } as const;
  await inTurn((tx) => putFeed(tx, feed));
  return { ...feed, rowVersion: 1 };
}
type Told = Record<string, unknown>;
const read = (feed: Feed, told: readonly Told[], more: Partial<Parameters<typeof readFeed>[1]> = {}) =>
  readFeed(inTurn, {
    feed,
    now,
    entries: () => told.map((record, nth): Entry => ({ kind: 'service', path: `services[${nth}]`, record })),
    ...more,
  });
const record = async (kind: Kind, id: unknown) => (await inTurn((tx) => recordsById(tx, kind, [String(id)])))[0];
const sets = () => inTurn((tx) => setsWhere(tx, { limit: 50 }));

const glenkens = { id: randomUUID(), name: 'Glenkens Community Trust', phones: [{ number: '01644 420111' }] };
const glenkensToo = {
  id: randomUUID(),
  name: 'The Glenkens Community Trust Ltd',
  phones: [{ number: '+44 1644 420111' }],
  email: 'hello@glenkens.example',
};
const lunch = (more: Told = {}): Told => ({ id: randomUUID(), name: 'Lunch club', status: 'active', organization: glenkens, ...more });

describe('two feeds that tell of the same things', () => {
  it('make one record, with whose word each field is', async () => {
    const ours = lunch({ description: 'Soup and company.' });
    const theirs = lunch({ organization: glenkensToo, name: 'The Lunch Club', description: 'Soup.', email: 'soup@glenkens.example' });
    await read(await aFeed('Council', { trust: 7 }), [ours]);
    expect(await read(await aFeed('Charity', { trust: 3 }), [theirs])).toMatchObject({
      services: { added: 0, changed: 1 },
      organisations: { changed: 1 },
    });
    const merged = await record('service', ours['id']);
    expect(merged!.document).toMatchObject({
      name: 'Lunch club',
      description: 'Soup and company.',
      email: 'soup@glenkens.example',
      organization: { id: glenkens.id },
    });
    expect(Object.keys(merged!.sources)).toEqual(['', 'email']);
    expect(await record('service', theirs['id'])).toBeUndefined();
    expect((await record('organisation', glenkens.id))!.document).toMatchObject({
      name: 'Glenkens Community Trust',
      email: 'hello@glenkens.example',
    });
  });

  it('never make one of two things of the same feed', async () => {
    const feed = await aFeed('Council');
    expect(await read(feed, [lunch(), lunch({ id: randomUUID() })])).toMatchObject({ services: { added: 2 } });
    expect(await read(feed, [lunch({ organization: { ...glenkens, id: randomUUID() } })])).toMatchObject({ organisations: { added: 1 } });
  });

  it('ask somebody where it is not sure, and wait for the answer with all that belongs to it', async () => {
    await read(await aFeed('Council'), [lunch()]);
    const maybe = { id: randomUUID(), name: 'Glenkens Community Trust' };
    const charity = await aFeed('Charity');
    const natter = lunch({ name: 'Knit and natter', organization: maybe });
    expect(await read(charity, [natter])).toMatchObject({ services: { added: 0 }, waiting: 2 });
    const [question] = await inTurn((tx) => openQuestions(tx, { limit: 10, offset: 0 }));
    expect(question).toMatchObject({
      kind: 'organisation',
      feedName: 'Charity',
      pending: { name: 'Glenkens Community Trust' },
      candidates: [{ id: glenkens.id, reasons: ['same-name'] }],
    });
    await inTurn(async (tx) => {
      await answerQuestion(tx, question!.id, { answer: glenkens.id, at: now(), by: lead });
      await takeWaiting(tx, charity.id, { at: now(), by: lead });
    });
    expect((await record('service', natter['id']))!.document).toMatchObject({ organization: { id: glenkens.id } });
    expect(await read(charity, [natter])).toMatchObject({ services: { unchanged: 1 }, waiting: 0 });
    expect(await inTurn((tx) => openQuestions(tx, { limit: 10, offset: 0 }))).toEqual([]);
  });

  it('do not overwrite what somebody here wrote', async () => {
    const feed = await aFeed('Council');
    const ours = lunch({ description: 'Soup.' });
    await read(feed, [ours]);
    const was = (await record('service', ours['id']))!;
    await inTurn((tx) =>
      saveRecords(tx, [{ kind: 'service', id: was.id, document: { ...was.document, description: 'Ring Isla first.' } }], {
        by: `account:${lead}`,
        at: now(),
      }),
    );
    await read(feed, [{ ...ours, description: 'Soup and bread.', name: 'Lunch club on Mondays' }]);
    expect((await record('service', ours['id']))!.document).toMatchObject({
      description: 'Ring Isla first.',
      name: 'Lunch club on Mondays',
    });
  });
});

describe('a set of changes', () => {
  it('waits to be looked at where the feed’s rule says so, and takes in what is wanted of it', async () => {
    const feed = await aFeed('Council', { apply: 'ask' });
    const [one, other] = [lunch(), lunch({ name: 'Knit and natter' })];
    expect(await read(feed, [one, other])).toMatchObject({ applied: false });
    expect(await record('service', one['id'])).toBeUndefined();
    const [set] = await sets();
    expect(set).toMatchObject({ state: 'proposed', counts: { changes: 3, 'service add': 2, 'organisation add': 1 } });
    expect(await inTurn((tx) => applyChangeSet(tx, set!.id, { at: now(), by: lead, rowVersion: 99 }))).toEqual({
      ok: false,
      error: 'changed-meanwhile',
    });
    expect(await inTurn((tx) => applyChangeSet(tx, set!.id, { at: now(), by: lead }))).toMatchObject({ ok: true });
    expect((await record('service', one['id']))!.changeSet).toBe(set!.id);
    expect(await inTurn((tx) => applyChangeSet(tx, set!.id, { at: now(), by: lead }))).toEqual({ ok: false, error: 'decided' });
  });

  it('is undone whole, but for what somebody has changed since; and is not proposed again', async () => {
    const feed = await aFeed('Council');
    const [one, other] = [lunch({ description: 'Soup.' }), lunch({ name: 'Knit and natter' })];
    await read(feed, [one, other]);
    await read(feed, [{ ...one, description: 'Bread.' }, { ...other, name: 'Natter' }, lunch({ name: 'Walks' })]);
    const was = (await record('service', other['id']))!;
    await inTurn((tx) =>
      saveRecords(tx, [{ kind: 'service', id: was.id, document: { ...was.document, email: 'isla@glenkens.example' } }], {
        by: `account:${lead}`,
        at: now(),
      }),
    );
    const [set] = await sets();
    expect(await inTurn((tx) => undoChangeSet(tx, set!.id, { at: now(), by: lead }))).toMatchObject({ ok: true, value: { kept: 1 } });
    expect((await record('service', one['id']))!.document['description']).toBe('Soup.');
    expect((await record('service', other['id']))!.document).toMatchObject({ name: 'Natter', email: 'isla@glenkens.example' });
    const changes = await inTurn((tx) => changesOf(tx, set!.id, { limit: 10, offset: 0 }));
    expect(changes.map(({ outcome }) => outcome).sort()).toEqual(['kept', 'undone', 'undone']);
    const walks = changes.find(({ action }) => action === 'add')!;
    expect(await record('service', walks.record)).toMatchObject({ removed: true });
    expect((await inTurn((tx) => servicesById(tx, [walks.record])))[0]).toMatchObject({ status: 'inactive' });
    expect((await inTurn((tx) => versionsOf(tx, 'service', String(one['id'])))).length).toBe(3);
    expect(
      await read(feed, [
        { ...one, description: 'Bread.' },
        { ...other, name: 'Natter' },
      ]),
    ).toMatchObject({ services: { changed: 0 } });
  });

  it('works out anew what has changed since it was proposed', async () => {
    const feed = await aFeed('Council', { apply: 'ask' });
    const one = lunch({ description: 'Soup.' });
    await read(feed, [one], { apply: true });
    await read(feed, [{ ...one, description: 'Bread.' }]);
    const was = (await record('service', one['id']))!;
    await inTurn((tx) =>
      saveRecords(tx, [{ kind: 'service', id: was.id, document: { ...was.document, email: 'isla@glenkens.example' } }], {
        by: `account:${lead}`,
        at: now(),
      }),
    );
    const [set] = await sets();
    await inTurn((tx) => applyChangeSet(tx, set!.id, { at: now(), by: lead }));
    expect((await record('service', one['id']))!.document).toMatchObject({ description: 'Bread.', email: 'isla@glenkens.example' });
  });

  it('is overtaken by what the feed says later', async () => {
    const feed = await aFeed('Council', { apply: 'ask' });
    const one = lunch({ description: 'Soup.' });
    await read(feed, [one]);
    await read(feed, [{ ...one, description: 'Bread.' }]);
    const [latest, earlier] = await sets();
    await inTurn((tx) => applyChangeSet(tx, latest!.id, { at: now(), by: lead }));
    await inTurn((tx) => applyChangeSet(tx, earlier!.id, { at: now(), by: lead }));
    expect((await record('service', one['id']))!.document['description']).toBe('Bread.');
  });
});

describe('what a feed no longer gives', () => {
  const many = (count: number) => Array.from({ length: count }, (_, nth) => lunch({ name: `Lunch club ${nth + 1}` }));

  it('is withdrawn when it is little and the feed’s rule says so, put back when it comes back, and never deleted', async () => {
    const feed = await aFeed('Council');
    const told = many(30);
    await read(feed, told);
    expect(await read(feed, told.slice(2))).toMatchObject({ vanished: 2 });
    expect(await record('service', told[0]!['id'])).toMatchObject({ removed: true });
    expect(await read(feed, told)).toMatchObject({ services: { changed: 2 }, vanished: 0 });
    expect(await record('service', told[0]!['id'])).toMatchObject({ removed: false });
  });

  it('is asked about when it is much: a feed may come back short', async () => {
    const feed = await aFeed('Council');
    const told = many(30);
    await read(feed, told);
    expect(await read(feed, told.slice(10))).toMatchObject({ vanished: 10 });
    const [set] = await sets();
    expect(set).toMatchObject({
      kind: 'gone',
      state: 'proposed',
      guard: ['many-gone'],
      counts: { known: 30, vanished: 10, 'service withdraw': 10 },
    });
    expect(await record('service', told[0]!['id'])).toMatchObject({ removed: false });
    await inTurn((tx) => dropChangeSet(tx, set!.id, { at: now(), by: lead }));
    expect(await read(feed, told.slice(10))).toMatchObject({ vanished: 0 });
    expect(await read(feed, told)).toMatchObject({ vanished: 0 });
    await read(feed, told.slice(10));
    const [again] = await sets();
    await inTurn((tx) => applyChangeSet(tx, again!.id, { at: now(), by: lead }));
    expect(await record('service', told[0]!['id'])).toMatchObject({ removed: true });
    await inTurn((tx) => undoChangeSet(tx, again!.id, { at: now(), by: lead }));
    expect(await record('service', told[0]!['id'])).toMatchObject({ removed: false });
  });

  it('stays while another feed still gives it, and when only what has changed was asked for', async () => {
    const [council, charity] = [await aFeed('Council'), await aFeed('Charity')];
    const told = many(3);
    await read(council, told);
    await read(charity, [told[0]!]);
    expect(await read(council, told.slice(1), { partial: true })).toMatchObject({ vanished: 0 });
    await read(council, told.slice(1));
    expect(await record('service', told[0]!['id'])).toMatchObject({ removed: false });
  });

  it('is said by a feed that tells of what was removed', async () => {
    const feed = await aFeed('Council');
    const told = many(2);
    await read(feed, told);
    const entries = (): Entry[] => [{ kind: 'service', path: 'items[0]', record: { id: told[1]!['id'] }, removed: true }];
    await read(feed, [], { partial: true, entries });
    expect(await record('service', told[1]!['id'])).toMatchObject({ removed: true });
    expect(await record('service', told[0]!['id'])).toMatchObject({ removed: false });
  });

  it('is not what was only rejected', async () => {
    const feed = await aFeed('Council');
    const told = many(2);
    await read(feed, told);
    expect(await read(feed, [told[0]!, { ...told[1]!, status: 'open' }])).toMatchObject({ rejected: 1, vanished: 0 });
    expect(await read(feed, [told[0]!, 'nonsense' as never])).toMatchObject({ rejected: 1, vanished: 0 });
  });
});

describe('readings', () => {
  it('are one at a time for each feed, and one that died is gone on with', async () => {
    const feed = await aFeed('Council');
    const never = async function* () {
      yield { kind: 'service', path: 'services[0]', record: lunch() } as const;
      yield { kind: 'mark', mark: { page: 2 } } as const;
      throw new Error('The machine went down');
    };
    await expect(read(feed, [], { entries: never })).rejects.toThrow('went down');
    const [died] = await inTurn((tx) => runsOf(tx, feed.id, 1));
    expect(died).toMatchObject({ state: 'incomplete', resume: { page: 2 } });
    let from: unknown;
    await read(feed, [], {
      entries: (resume) => {
        from = resume;
        return [];
      },
    });
    expect(from).toEqual({ page: 2 });
    expect((await inTurn((tx) => findFeed(tx, { id: feed.id })))!.lastWhole).not.toBeNull();
  });
});
