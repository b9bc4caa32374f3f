import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../locales/en/index.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import { changesOf } from '../measures/index.ts';
import type { Database } from '../platform/database.ts';
import { openTasksOf } from './store/tasks.ts';
import { someone, type Somebody } from '../../test/support/someone.ts';

let db: Database;
let programme: TestProgramme;
let web: ReturnType<typeof openWeb>;
let moira: Somebody;
let sam: Awaited<ReturnType<typeof web.signedIn>>;

beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db);
  web = openWeb(db);
  sam = await web.signedIn(programme.as('linkWorker'));
});
beforeEach(async () => {
  moira = await someone(db, programme);
});

const at = (page: string) => `/people/${moira.person.id}${page}`;
const day = (name: string, date: string): Form => {
  const [year, month, of] = date.split('-') as [string, string, string];
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};
const tasks = async () => {
  const open = await db.inProgramme(programme.id, (tx) => openTasksOf(tx, moira.support.id));
  return open.map(({ kind, dueOn }) => `${kind} ${dueOn}`);
};
const planned: Form = {
  rowVersion: '0',
  ...day('lastOn', '2027-01-20'),
  ...day('checkIn-1', '2026-12-20'),
  ...day('checkIn-0', '2026-12-01'),
  whatGoesOn: 'The choir on Tuesdays',
  whoToTurnTo: 'Jean next door',
  talkedThrough: 'yes',
};

describe('an ending that is planned', () => {
  it('puts its days on the worker’s list, and changing it leaves no day twice', async () => {
    expect((await sam.post(at('/ending'), planned)).status).toBe(303);
    expect(await tasks()).toEqual(expect.arrayContaining(['taper-contact 2026-12-01', 'taper-contact 2026-12-20', 'ending 2027-01-20']));
    expect((await sam.post(at('/ending'), { ...planned, rowVersion: '1', ...day('checkIn-1', '2026-12-22') })).status).toBe(303);
    expect((await tasks()).filter((each) => /taper|ending/.test(each)).toSorted()).toEqual([
      'ending 2027-01-20',
      'taper-contact 2026-12-01',
      'taper-contact 2026-12-22',
    ]);
    const print = await (await sam.get(at('/ending/print'))).text();
    for (const said of ['When we stop meeting', 'The choir on Tuesdays', 'Jean next door', '20 January 2027'])
      expect(print).toContain(said);
  });

  it('suggests days that grow further apart, and says when there is no room for any', async () => {
    const suggested = await sam.post(at('/ending'), { ...day('lastOn', '2027-01-20'), whatGoesOn: 'Singing', suggest: 'days' });
    expect(suggested.status).toBe(200);
    const page = await suggested.text();
    expect(page).toMatch(/name="checkIn-0-day"[^>]*value="28"/);
    expect(page).toContain('Singing');
    expect((await sam.post(at('/ending'), { suggest: 'days' })).status).toBe(422);
    expect(await (await sam.post(at('/ending'), { ...day('lastOn', '2026-11-24'), suggest: 'days' })).text()).toContain('There is no room');
  });

  it('says what is wrong with its days beside them, and keeps what was typed', async () => {
    const late = await sam.post(at('/ending'), { ...planned, ...day('checkIn-0', '2027-02-01') });
    expect(late.status).toBe(422);
    const page = await late.text();
    expect(page).toContain('Choose days before the one on which you end');
    expect(page).toContain('Jean next door');
    expect(await (await sam.post(at('/ending'), { ...planned, ...day('lastOn', '2026-11-01') })).text()).toContain('Choose days');
    expect(await (await sam.post(at('/ending'), { ...planned, ...day('lastOn', '2029-01-01') })).text()).toContain('next six months');
    expect(await (await sam.post(at('/ending'), { ...planned, 'lastOn-day': '99' })).text()).toContain('Enter a day');
  });

  it('tells the second of two people who plan it, and shows both', async () => {
    await sam.post(at('/ending'), planned);
    const second = await sam.post(at('/ending'), { ...planned, whatGoesOn: 'Swimming' });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('The choir on Tuesdays');
    expect(page).toContain('Swimming');
  });
});

describe('ending support', () => {
  const contact = { channel: 'phone', note: 'A long talk', time: '9:00', ...day('day', '2026-11-20') };

  it('begins from a draft of what the record says', async () => {
    expect((await sam.post(at('/contact'), contact)).status).toBe(303);
    await sam.post(at('/plan/change'), {
      'goal-0-words': 'Sing again',
      'goal-0-status': 'reached',
      'goal-1-words': 'Walk to the shop',
      'goal-1-status': 'going-on',
    });
    await sam.post(at('/ending'), planned);
    const page = await (await sam.get(at('/close'))).text();
    expect(page).toContain('We were in touch once, on 20 November 2026.');
    expect(page).toContain('They reached: Sing again.');
    expect(page).toContain('Still going on: Walk to the shop.');
    expect(page).toContain('Jean next door');
    expect(page).toContain('Change whatever is not right');
  });

  it('says in the draft how they said that things were at first and now, and which way is better', async () => {
    const worker = programme.as('linkWorker');
    const how = {
      language: 'en',
      mode: 'together',
      interpreter: false,
      proxy: false,
      again: false,
      byHand: false,
      keepPart: false,
    } as const;
    const ask = async (instrument: string, takenOn: string, answers: Record<string, number>) => {
      const point = takenOn === '2026-10-01' ? 'baseline' : 'review';
      const taken = await web.modules.measures.takeMeasure(worker, moira.person.id, instrument, { ...how, point, takenOn, answers });
      expect(taken.ok).toBe(true);
    };
    await ask('ons-loneliness', '2026-10-01', { companionship: 3, 'left-out': 3, isolated: 2, lonely: 1 });
    await ask('ons-loneliness', '2026-11-20', { companionship: 2, 'left-out': 2, isolated: 1, lonely: 3 });
    await ask('ons4', '2026-10-01', { satisfied: 4, worthwhile: 6, happy: 5, anxious: 4 });
    const before = await (await sam.get(at('/close'))).text();
    expect(before).toContain('Missing others (three questions): 8 at first, 5 now (lower is better; ONS loneliness questions).');
    expect(before).not.toContain('Satisfied with life');
    await ask('ons4', '2026-11-20', { satisfied: 6, worthwhile: 6, happy: 4, anxious: 6 });
    const page = await (await sam.get(at('/close'))).text();
    expect(page).toContain('Satisfied with life: 4 at first, 6 now (higher is better; ONS4: personal wellbeing).');
    expect(page).toContain('Things are worthwhile: 6 at first, 6 now too (ONS4: personal wellbeing).');
    expect(page).toContain('Happy yesterday: 5 at first, 4 now (higher is better; ONS4: personal wellbeing).');
    expect(page).toContain('Anxious yesterday: 4 at first, 6 now (lower is better; ONS4: personal wellbeing).');
    const from = (support: string) =>
      db.inProgramme(programme.id, (tx) => changesOf(tx, { person: moira.person.id, support }, '2026-11-21'));
    expect(await from(moira.support.id)).toHaveLength(6);
    expect(await from(randomUUID())).toEqual([]);
  });

  it('offers the person a message with how to come back, which says nothing of why', async () => {
    const ending = {
      support: moira.support.id,
      rowVersion: '1',
      because: 'completed',
      outcome: 'She sings',
      tell: 'no',
      tellPerson: 'yes',
    };
    expect((await sam.post(at('/close'), ending)).status).toBe(303);
    const queued = await db.inProgramme(programme.id, (tx) => web.modules.messages.messagesAbout(tx, moira.person.id));
    const theirs = queued.find(({ template }) => template === 'support-ended-person')!;
    expect(theirs.toKind).toBe('person');
    const composed = await db.inProgramme(programme.id, (tx) =>
      web.modules.composers['support-ended-person']!(tx, theirs.about, {
        to: { person: moira.person.id },
        person: moira.person.id,
        programme: programme.as('linkWorker').programme,
        words: en,
        publicUrl: 'http://127.0.0.1:3000',
        now: web.clock.now,
        letter: ({ greeting, paragraphs }) => [greeting, ...paragraphs].join('\n'),
      }),
    );
    if (!('short' in composed)) throw new Error('nothing to send');
    expect(composed.text).toContain('01644 000000');
    expect(composed.text).not.toContain('sings');
    expect(composed.short).toBe('You can come back to us at any time: ring 01644 000000.');
  });

  it('sends nothing to somebody who has died or was never met', async () => {
    const ending = { support: moira.support.id, rowVersion: '1', because: 'died', tellPerson: 'yes' };
    expect((await sam.post(at('/close'), ending)).status).toBe(303);
    const queued = await db.inProgramme(programme.id, (tx) => web.modules.messages.messagesAbout(tx, moira.person.id));
    expect(queued.filter(({ toKind }) => toKind === 'person')).toEqual([]);
  });
});
