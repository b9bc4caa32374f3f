import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { fillDirectory, location, organisation, service } from '../../test/support/services.ts';
import { addOrganisations, addServices, anything, openDirectory, relistServices, type Search, setRoom } from './index.ts';

const db = await testDatabase();
const clock = { now: new Date('2026-11-21T10:00:00Z') };
const directory = openDirectory({ db, now: () => clock.now, personPlace: () => Promise.resolve(undefined) });

let programme: TestProgramme;
let services: Awaited<ReturnType<typeof fillDirectory>>;
beforeEach(async () => {
  programme = await newProgramme(db);
  services = await db.inProgramme(programme.id, fillDirectory);
});
afterEach(() => void (clock.now = new Date('2026-11-21T10:00:00Z')));

async function find(search: Partial<Search>, page = 1) {
  const results = await directory.findServices(programme.as('linkWorker'), { ...anything, ...search }, page);
  if (!results.ok) throw new Error(results.error);
  return results.value;
}
const names = async (search: Partial<Search>) => (await find(search)).found.map(({ name }) => name);

describe('finding by words', () => {
  it.each([
    ['choir', 'Glenkens Community Choir'],
    ['singing', 'Glenkens Community Choir'],
    ['cafe', 'Glenkens Community Choir'],
    ["men's shed", 'Men’s Shed workshop'],
    ['mens shed', 'Men’s Shed workshop'],
    ['bills', 'Debt advice by appointment'],
    ['stewartry money', 'Debt advice by appointment'],
    ['poverty', 'Debt advice by appointment'],
  ])('%s finds %s', async (words, name) => expect((await names({ words }))[0]).toBe(name));

  it('puts a mistyped word right, and says so', async () => {
    const results = await find({ words: 'chior' });
    expect(results.found[0]?.name).toBe('Glenkens Community Choir');
    expect(results.spelling).toBe('choir');
  });

  it('finds some of the words when nothing has them all', async () => {
    const results = await find({ words: 'choir workshop' });
    expect(results.loosely).toBe(true);
    expect(results.found.map(({ name }) => name).sort()).toEqual(['Glenkens Community Choir', 'Men’s Shed workshop']);
  });

  it('looks under other needs when what was typed is not listed under the one that was chosen, and says so', async () => {
    const results = await find({ words: 'debt advise', needs: ['loneliness'] });
    expect(results).toMatchObject({ otherNeeds: true, loosely: false });
    expect(results.found.map(({ name }) => name)).toEqual(['Debt advice by appointment']);
    expect((await find({ words: 'debt advice', needs: ['money'] })).otherNeeds).toBe(false);
  });

  it('finds nothing, calmly, for words that mean nothing', async () => {
    for (const words of ['zzzzqqq', "'; drop table service; --", '& | ! ( ) : *', '\\', '%_', '日本', 'the'])
      expect((await find({ words })).total).toBeGreaterThanOrEqual(0);
  });
});

describe('finding by place', () => {
  it('puts the nearest first and says how far it is', async () => {
    const { found } = await find({ place: 'New Galloway', needs: ['loneliness'] });
    // What is on a screen is as near there as anywhere.
    expect(found.map(({ name }) => name)).toEqual(['Glenkens Community Choir', 'Evening chat online', 'Men’s Shed workshop']);
    expect(found[0]?.km).toBeLessThan(0.2);
    expect(found[2]?.km).toBeCloseTo(20, -0.5);
  });

  it('leaves out what is further than asked', async () =>
    expect(await names({ place: 'dg7 3rn', km: 5 })).toEqual(expect.not.arrayContaining(['Men’s Shed workshop'])));

  it('shows a service with two places once, at the nearer', async () => {
    const { found } = await find({ place: 'New Galloway', words: 'debt' });
    expect(found.map((each) => each.location?.town)).toEqual(['New Galloway']);
  });

  it('takes an unknown postcode for the middle of its first half', async () =>
    expect((await find({ place: 'DG7 9XX' })).place).toMatchObject({ kind: 'outcode', name: 'DG7' }));

  it('knows a private place only by the middle of its town', async () => {
    const { found } = await find({ place: 'Dalbeattie', needs: ['housing'] });
    expect(found[0]).toMatchObject({
      name: 'Safe house and support',
      km: 0,
      location: { name: '', address: '', postcode: '', latitude: null },
    });
    expect(await names({ words: 'Rowan' })).toEqual([]);
    expect(await names({ words: 'DG5' })).toEqual([]);
  });

  it('refuses a place that it does not know, and a distance from nowhere', async () => {
    const asker = programme.as('linkWorker');
    expect(await directory.findServices(asker, { ...anything, place: 'Atlantis' })).toEqual({ ok: false, error: 'unknown-place' });
    expect(await directory.findServices(asker, { ...anything, km: 5 })).toEqual({ ok: false, error: 'distance-without-place' });
  });

  it('looks for the place by its name when no gazetteer is loaded', async () => {
    programme = await newProgramme(db);
    const of = organisation('Trust');
    await db.inProgramme(programme.id, async (tx) => {
      await addOrganisations(tx, [of]);
      await addServices(tx, [
        service(of, 'Lunch club', { locations: [location('Carsphairn', 55.2, -4.2)] }),
        service(of, 'Lunch club', { locations: [location('Dalry', 55.1, -4.1)] }),
      ]);
    });
    const { found } = await find({ words: 'lunch', place: 'Carsphairn' });
    expect(found.map((each) => [each.location?.town, each.km])[0]).toEqual(['Carsphairn', null]);
  });
});

describe('finding what suits', () => {
  it.each<[string, Partial<Search>, string[]]>([
    ['need', { needs: ['money'] }, ['Debt advice by appointment']],
    ['day', { days: ['TU'] }, ['Men’s Shed workshop']],
    ['a day of the month', { days: ['MO'] }, ['Glenkens Community Choir']],
    ['cost', { free: true, needs: ['loneliness'] }, ['Evening chat online', 'Men’s Shed workshop']],
    ['attendance', { attendance: ['online'] }, ['Evening chat online']],
    ['age', { age: 17, needs: ['purpose'] }, []],
    [
      'audience, with what is for everyone',
      { whoFor: 'women', needs: ['loneliness', 'housing'] },
      ['Evening chat online', 'Glenkens Community Choir', 'Safe house and support'],
    ],
    ['room, where it is known', { room: true }, ['Men’s Shed workshop']],
  ])('by %s', async (_by, search, expected) => expect((await names(search)).sort()).toEqual(expected));

  it('says how things stand now', async () => {
    const { found } = await find({ words: 'shed' });
    expect(found[0]).toMatchObject({
      room: { kind: 'room', available: 4 },
      next: { day: '2026-11-24', opensAt: '10:00', closesAt: '12:30', on: false },
      freshness: { kind: 'fresh', ago: { count: 3, unit: 'week' }, by: 'Sam Findlay' },
      reasons: ['words', 'needs', 'room', 'free', 'fresh'],
      because: { words: ['shed'], needs: ['purpose'] },
    });
  });

  it('does not know the room of a service that has said nothing lately', async () => {
    expect((await find({ words: 'choir' })).found[0]?.room).toEqual({ kind: 'unknown' });
    clock.now = new Date('2027-01-10T10:00:00Z');
    expect((await find({ words: 'shed' })).found[0]?.room).toEqual({ kind: 'unknown' });
    expect(await names({ room: true })).toEqual([]);
  });

  it('leaves out services that have stopped', async () => expect(await names({ words: 'knitting' })).toEqual([]));
});

describe('narrowing', () => {
  it('asks for a part of the day, with the day or without', async () => {
    expect(await names({ times: ['evening'] })).toEqual(['Glenkens Community Choir']);
    expect(await names({ days: ['TU'], times: ['morning'] })).toEqual(['Men’s Shed workshop']);
    expect(await names({ days: ['TU'], times: ['evening'] })).toEqual([]);
    expect(await names({ days: ['TH'], times: ['afternoon'] })).toEqual(['Debt advice by appointment']);
  });

  it('asks for a language and a way in, and would rather show those that do not say than nothing', async () => {
    const polish = { ...services.debt, languages: ['en', 'pl'], accessibility: ['step-free'] as const };
    await db.inProgramme(programme.id, (tx) => addServices(tx, [polish]));
    expect(await names({ language: 'pl', accessibility: ['step-free'] })).toEqual(['Debt advice by appointment']);
    const unsaid = await find({ words: 'choir', language: 'pl' });
    expect(unsaid).toMatchObject({ accessUnsaid: true, total: 1 });
    expect((await find({ words: 'debt', language: 'pl' })).accessUnsaid).toBe(false);
  });

  it('asks for what it costs at most', async () => {
    expect(await names({ maxCost: 2, needs: ['loneliness'] })).not.toContain('Glenkens Community Choir');
    expect(await names({ maxCost: 3, needs: ['loneliness'] })).toContain('Glenkens Community Choir');
  });

  it('asks for what was checked lately', async () => expect(await names({ fresh: true })).toEqual(['Men’s Shed workshop']));

  it('leaves out what nobody has checked for two years, says how many, and shows them when asked', async () => {
    clock.now = new Date('2028-11-21T10:00:00Z');
    const without = await find({ needs: ['loneliness', 'money'] });
    expect(without.leftOut).toBe(2);
    expect(without.found.map(({ name }) => name)).not.toContain('Men’s Shed workshop');
    const all = await find({ needs: ['loneliness', 'money'], old: true });
    expect(all.leftOut).toBe(0);
    expect(all.total).toBe(without.total + 2);
  });

  it('counts what there would be of each', async () => {
    const { facets, total } = await find({});
    expect(total).toBe(5);
    expect(facets.free).toBe(3);
    expect(facets.room).toBe(1);
    expect(facets.attendance).toContainEqual({ value: 'online', count: 1 });
    for (const { value, count } of facets.needs) expect((await find({ needs: [value] })).total).toBe(count);
  });
});

describe('understanding a sentence', () => {
  it('finds a place, a day and a need in it', async () => {
    const results = await find({
      words: "lonely, would like company on Tuesdays in Castle Douglas, he's 70 and likes to work with his hands",
    });
    expect(results.found[0]?.name).toBe('Men’s Shed workshop');
    expect(results.place?.name).toBe('Castle Douglas');
    expect(results.question.parts.map(({ kind }) => kind)).toContain('days');
    expect(results.question.told).toBe(70);
  });

  it('leaves out a part when it is told to', async () => {
    const search = { words: 'lonely in Castle Douglas' };
    expect((await find({ ...search, not: ['place'] })).place).toBeUndefined();
    expect((await find({ ...search, not: ['lonely'] })).question.parts.map(({ code }) => code)).toEqual([null]);
  });

  it('measures from a place in the words, so that a distance needs no other', async () => {
    const results = await find({ words: 'company in New Galloway', km: 5 });
    expect(results.found.map(({ name }) => name)).toEqual(expect.not.arrayContaining(['Men’s Shed workshop']));
    const asker = programme.as('linkWorker');
    expect(await directory.keepSearch(asker, { ...anything, words: 'company in New Galloway', km: 5 })).toMatchObject({ ok: true });
    expect(await directory.keepSearch(asker, { ...anything, words: 'company', km: 5 })).toEqual({
      ok: false,
      error: 'distance-without-place',
    });
  });

  it('parts two words typed as one, and puts a name right', async () => {
    expect((await find({ words: 'debtadvice' })).spelling).toBe('debt advice');
    expect((await find({ words: 'Stewartrey Money Advise' })).found[0]?.name).toBe('Debt advice by appointment');
  });
});

describe('changing a service', () => {
  it('is seen by the next search', async () => {
    const changed = { ...services.choir, name: 'Glenkens Ukulele Band', needs: ['purpose'] as const };
    await db.inProgramme(programme.id, (tx) => addServices(tx, [changed]));
    expect(await names({ words: 'ukulele' })).toEqual(['Glenkens Ukulele Band']);
    expect(await names({ needs: ['mood'] })).toEqual([]);
  });

  it('changes nothing when the same is saved twice', async () => {
    const before = await find({});
    await db.inProgramme(programme.id, (tx) => addServices(tx, Object.values(services)));
    expect(await find({})).toEqual(before);
  });

  it('tells the next search of new room', async () => {
    await db.inProgramme(programme.id, (tx) =>
      setRoom(tx, services.debt.id, {
        unit: 'places',
        available: 2,
        waitingList: false,
        waitWeeks: null,
        updatedAt: clock.now,
        expiresAt: new Date('2026-12-24T00:00:00Z'),
      }),
    );
    expect((await names({ room: true })).sort()).toEqual(['Debt advice by appointment', 'Men’s Shed workshop']);
  });
});

it('lists anew what an older Bothy listed', async () => {
  await db.inProgramme(programme.id, (tx) => sql`update service_listing set form = 0, words = '', keys = '{}'`.execute(tx));
  expect(await names({ words: 'choir' })).toEqual([]);
  await relistServices(db, programme.id);
  expect(await names({ words: 'choir' })).toEqual(['Glenkens Community Choir']);
});

it('shows twenty on a page, and the first page when there is no such one', async () => {
  const of = organisation('Trust');
  await db.inProgramme(programme.id, async (tx) => {
    await addOrganisations(tx, [of]);
    await addServices(
      tx,
      Array.from({ length: 45 }, (_, nth) => service(of, `Ceilidh ${nth}`)),
    );
  });
  const pages = await Promise.all([1, 2, 3].map((page) => find({ words: 'ceilidh' }, page)));
  expect(pages.map(({ found }) => found.length)).toEqual([20, 20, 5]);
  expect(new Set(pages.flatMap(({ found }) => found.map(({ id }) => id))).size).toBe(45);
  expect(await find({ words: 'ceilidh' }, 9)).toMatchObject({ page: 1, total: 45 });
});

it('never finds what belongs to another programme', async () => {
  const other = await newProgramme(db);
  const results = await directory.findServices(other.as('linkWorker'), anything);
  expect(results).toMatchObject({ ok: true, value: { total: 0 } });
  expect(await directory.serviceOf(other.as('linkWorker'), services.shed.id)).toBeUndefined();
});
