import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { someone } from '../../test/support/someone.ts';
import { openWeb } from '../../test/support/web.ts';
import { allPractices } from '../identity/index.ts';
import type { Database } from '../platform/database.ts';
import { addReferrals, referenceOf } from '../referrals/index.ts';
import { addContacts, plainContact } from '../support/index.ts';

type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let lead: Visitor;
beforeAll(async () => void (db = await testDatabase()));
beforeEach(async () => {
  web = openWeb(db);
  programme = await newProgramme(db);
  lead = await as('lead');
});

const as = (who: Who) => web.signedIn(programme.as(who));
const at = (path = '') => `/belonging/${programme.practice}${path}`;
const read = async (path: string, visitor: Visitor = lead) => (await visitor.get(path)).text();
const on = (name: string, day: string, month: string, year = '2026') => ({
  ...{ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year },
});
const said = (answer: string, more = {}) => ({ answer, saidBy: 'Practice manager', ...on('saidOn', '20', '11'), ...more });
/** A minute after the last. */
const note = (fact: string, answer: string, more = {}) => {
  web.clock.now = new Date(web.clock.now.getTime() + 60_000);
  return lead.post(at(`/evidence/${fact}/fact`), said(answer, more));
};
const seen = async () => {
  const found = await web.modules.belonging.index.seeSite(programme.as('lead'), programme.practice);
  if (!found.ok) throw new Error(found.error);
  return found.value;
};
const conceptOf = async (name: string) => (await seen()).placed.concepts.find(({ concept }) => concept === name)!;

/** So many referrals of a practice, given back on the day that they came. */
const givenBack = async (count: number, received: string) => {
  const { person } = await someone(db, programme, { at: new Date('2026-01-01T10:00:00Z') });
  const ids = Array.from({ length: count }, () => randomUUID());
  await db.inProgramme(programme.id, (tx) =>
    addReferrals(
      tx,
      ids.map((id) => ({
        ...{ id, reference: referenceOf(id), person: person.id, source: 'practice', referredBy: programme.as('nurse').id },
        ...{
          practice: programme.practice,
          team: programme.team,
          needs: ['loneliness'],
          note: '',
          receivedAt: new Date(received),
          dueOn: null,
        },
        stage: { name: 'returned', reason: 'out-of-scope', note: '', at: new Date(received) },
      })),
    ),
  );
};

describe('the belonging index', () => {
  it('says of a new site that nothing is known, and not that it is low', async () => {
    const page = await read(at());
    expect(page).toContain('Too little is known to place this site');
    expect(page).not.toContain('This site is bolted on');
    expect((await seen()).placed.concepts.every(({ level }) => level === null)).toBe(true);
    expect(await read('/belonging')).toContain('Glenkens Medical Practice');
  });

  it('is placed by what people say, with the day and who said so, and keeps what was said before', async () => {
    await note('criteria-say', 'without');
    expect((await note('may-decline', 'no')).status).toBe(303);
    expect((await conceptOf('power')).level).toBe('bolted-on');
    await note('criteria-say', 'together', { saidBy: 'Dr Malik' });
    await note('may-decline', 'yes');
    expect((await conceptOf('power')).level).toBe('belonging');
    const page = await read(at('/evidence/criteria-say'));
    expect(page).toContain('They decide together');
    expect(page).toContain('It was set without the link worker');
    expect(page).toContain('Dr Malik');
    await note('criteria-say', 'unknown');
    expect((await conceptOf('power')).level).toBeNull();
  });

  it('moves with what happens: each figure says how many of how many, and in which days', async () => {
    const people = [];
    for (let nth = 0; nth < 5; nth++) people.push(await someone(db, programme, { at: new Date('2026-10-20T10:00:00Z') }));
    expect((await seen()).found['first-contact']).toMatchObject({ value: 0, count: 0, of: 5 });
    const by = programme.as('linkWorker').id;
    const met = people.slice(0, 4).map(({ person, support }) => ({
      ...{ ...plainContact, id: randomUUID(), person: person.id, support: support.id, happenedAt: new Date('2026-10-25T10:00:00Z'), by },
      ...{ channel: 'phone' as const, place: '', minutes: 20, present: '', note: 'Spoke', nextStep: '', debrief: false },
    }));
    await db.inProgramme(programme.id, (tx) => addContacts(tx, met));
    expect((await seen()).found['first-contact']).toMatchObject({ value: 0.8, count: 4, of: 5, to: '2026-11-07' });
    expect(await read(at('/evidence/first-contact'))).toContain('80% (4 of 5)');
  });

  it('counts what came back as unsuitable among what was decided on, and says why', async () => {
    await givenBack(4, '2026-11-01T10:00:00Z');
    expect((await seen()).found.returned).toMatchObject({ why: 'few' });
    expect(await read(at('/evidence/returned'))).toContain('Fewer than 5: too few to say');
    await givenBack(1, '2026-11-02T10:00:00Z');
    expect((await seen()).found.returned).toMatchObject({ value: 1, of: 5, reasons: ['out-of-scope'] });
    expect(await read(at('/evidence/returned'))).toContain('Not something that this team can help with');
  });

  it('sees that a practice opened its summaries', async () => {
    const sam = await as('linkWorker');
    const nurse = await as('nurse');
    for (let nth = 0; nth < 5; nth++) {
      const { person, support, referral } = await someone(db, programme, { at: new Date('2026-11-01T10:00:00Z') });
      const ended = { support: support.id, rowVersion: '1', because: 'completed', outcome: 'She sings on Tuesdays', tell: 'yes' };
      expect((await sam.post(`/people/${person.id}/close`, ended)).status).toBe(303);
      if (nth < 3) expect((await nurse.get(`/referrals/${referral.id}/letter`)).status).toBe(200);
    }
    // Each has a week to be read in.
    web.clock.now = new Date('2026-11-30T10:00:00Z');
    lead = await as('lead');
    expect((await seen()).found.read).toMatchObject({ count: 3, of: 5 });
    expect((await seen()).found.summaries).toMatchObject({ of: 5, value: 0 });
  });
});

describe('an action', () => {
  const take = (more = {}) =>
    lead.post(at('/evidence/room/actions'), { way: '0', owner: 'Practice manager', ...on('reviewOn', '20', '12'), ...more });
  const actions = async () => (await seen()).actions;

  it('remembers the figure when it began, and says whether it moved when it is looked at again', async () => {
    await note('room', 'no');
    expect((await take()).status).toBe(303);
    await note('room', 'own-days', on('saidOn', '21', '11'));
    const [action] = await actions();
    expect((await lead.post(at(`/actions/${action!.id}/review`))).status).toBe(303);
    expect((await actions())[0]).toMatchObject({ stage: 'reviewed', valueAtStart: 0, valueAtReview: 2 });
    expect(await read(at())).toContain('No at the start, Yes, on agreed days when looked at');
    expect((await lead.post(at(`/actions/${action!.id}/stop`))).status).toBe(409);
  });

  it('is looked at by itself on its day', async () => {
    await note('room', 'no');
    await take({ ...on('reviewOn', '1', '12') });
    await web.modules.belonging.index.reviewDue(programme.id);
    expect((await actions())[0]!.stage).toBe('open');
    web.clock.now = new Date('2026-12-01T04:00:00Z');
    await web.modules.belonging.index.reviewDue(programme.id);
    expect((await actions())[0]).toMatchObject({ stage: 'reviewed', valueAtReview: 0, endedOn: '2026-12-01' });
  });

  it('needs a way, an owner and a day ahead, and loses nothing typed', async () => {
    const answer = await take({ way: 'own', ownWords: '', owner: 'Dr Malik', ...on('reviewOn', '1', '11') });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Say what you will do');
    expect(page).toContain('Choose a day from tomorrow on');
    expect(page).toContain('value="Dr Malik"');
  });
});

describe('months', () => {
  const months = async () => (await seen()).months;
  it('are kept once they are over, and this one is counted again', async () => {
    const { keepMonths } = web.modules.belonging.index;
    await keepMonths(programme.id);
    await note('cover', 'yes', on('saidOn', '5', '10'));
    await keepMonths(programme.id);
    expect((await months()).map(({ month, countedOn }) => [month, countedOn])).toEqual([
      ['2026-10', '2026-10-31'],
      ['2026-11', '2026-11-21'],
    ]);
    expect((await months()).map(({ found }) => found.cover)).toEqual([{ why: 'not-said' }, { value: 2 }]);
    expect(await read(at())).toContain('The same as a table');
  });
});

describe('the rules', () => {
  const usual = async () => {
    const page = await read('/belonging/rules');
    const boxes = [...page.matchAll(/<input[^>]* name="([\w-]+)" type="text" value="([\d.]+)"/g)];
    return { by: 'most', rowVersion: '0', ...Object.fromEntries(boxes.map(([, name, value]) => [name!, value!])) };
  };

  it('are changed with a reason, place every site anew, and keep each version', async () => {
    await note('criteria-say', 'without');
    await note('may-decline', 'yes');
    expect((await conceptOf('power')).level).toBe('bolted-on');
    const form = { ...(await usual()), left: ['criteria-say'], leastKnown: '1', why: 'Criteria are national here' };
    expect((await lead.post('/belonging/rules', form)).status).toBe(303);
    expect((await conceptOf('power')).level).toBe('belonging');
    const page = await read('/belonging/rules');
    expect(page).toContain('Version 1, by Catriona Reid');
    expect(page).toContain('Criteria are national here');
    const second = await lead.post('/belonging/rules', { ...form, why: 'At the same time' });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('At the same time');
  });

  it('that make no sense are refused beside the number, with what was typed', async () => {
    const form = { ...(await usual()), why: 'Try', 'returned-belonging': '90', 'read-fitting': 'half' };
    const answer = await lead.post('/belonging/rules', form);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Belonging must be less than fitting in');
    expect(page).toContain('Enter a number from 0 to 100');
    expect(page).toContain('value="half"');
    expect((await lead.post('/belonging/rules', { ...(await usual()), why: '' })).status).toBe(422);
  });
});

describe('who may see belonging', () => {
  it('a referrer sees their own practice, and changes nothing', async () => {
    const nurse = await as('nurse');
    expect((await nurse.get(at())).status).toBe(200);
    expect(await read('/belonging', nurse)).not.toContain('Glenkens link workers');
    expect((await nurse.get(`/belonging/${programme.team}`)).status).toBe(404);
    expect((await nurse.post(at('/evidence/room/fact'), said('yes'))).status).toBe(404);
    expect((await nurse.post('/belonging/rules', {})).status).toBe(403);
    expect(await read(at('/evidence/room'), nurse)).not.toContain('Write down');
  });

  it('nobody sees what there is not, or another programme’s', async () => {
    const other = await newProgramme(db);
    for (const path of [`/belonging/${other.practice}`, `/belonging/${randomUUID()}`, '/belonging/somewhere', at('/evidence/weather')])
      expect((await lead.get(path)).status, path).toBe(404);
    expect((await lead.post(at('/evidence/returned/fact'), said('yes'))).status).toBe(404);
    expect((await lead.post(at(`/actions/${randomUUID()}/review`))).status).toBe(404);
    expect((await note('room', 'a palace', on('saidOn', '1', '1', '2030'))).status).toBe(422);
    expect((await db.inProgramme(programme.id, allPractices)).length).toBe(1);
  });
});
