import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { addPerson, findPerson, letTeamsSee, type NewPerson } from './index.ts';

type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let linkWorker: Visitor;
let nurse: Visitor;

const add = (details: Partial<NewPerson>, { known = true } = {}) =>
  db.inProgramme(programme.id, async (tx) => {
    const whole = { givenName: 'Moira', familyName: 'Kerr', dateOfBirth: '1964-03-14', healthNumber: null, practice: programme.practice };
    const person = await addPerson(tx, { ...whole, ...details }, { kind: 'system' }, web.clock.now);
    if (known) await letTeamsSee(tx, [{ person: person.id, team: programme.team }]);
    return person.id;
  });
const person = (id: string) => db.inProgramme(programme.id, (tx) => findPerson(tx, id));
const page = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  linkWorker = await web.signedIn(programme.as('linkWorker'));
  nurse = await web.signedIn(programme.as('nurse'));
});

describe('what is written down about a person', () => {
  it('is shown calmly: what is known, and nothing about what nobody has answered', async () => {
    const id = await add({ pronouns: 'she/her' });
    const answer = await linkWorker.post(`/people/${id}/about/aboutMe`, {
      rowVersion: '0',
      important: 'My singing. I have not sung since Bill.',
    });
    expect(answer.status).toBe(303);
    const shown = await page(linkWorker, `/people/${id}/about`);
    expect(shown).toContain('My singing. I have not sung since Bill.');
    expect(shown).toContain('she/her');
    expect(shown).toContain('14 March 1964');
    expect(shown).not.toContain('My wellness');
    expect(shown).toContain('Not asked yet');
  });

  it('never goes into the event, which says only which questions were answered', async () => {
    const id = await add({});
    await linkWorker.post(`/people/${id}/about/background`, { rowVersion: '0', religion: 'not-said' });
    const events = await db.inProgramme(programme.id, (tx) => eventsAbout(tx, id));
    expect(events[0]).toMatchObject({ type: 'section-saved', data: { section: 'background', fields: ['religion'] } });
    expect(JSON.stringify(events)).not.toContain('not-said');
  });

  it('may stay empty: nothing of it is obligatory', async () => {
    const id = await add({});
    for (const section of ['aboutMe', 'background', 'people', 'rights', 'pregnancy'])
      expect((await linkWorker.post(`/people/${id}/about/${section}`, { rowVersion: '0' })).status).toBe(303);
    expect(await page(linkWorker, `/people/${id}/about`)).toContain('Nobody has to answer any of this');
  });

  it('says why a sensitive question is asked, and that nobody has to answer', async () => {
    const id = await add({});
    const form = await page(linkWorker, `/people/${id}/about/rights`);
    expect(form).toContain('Why we ask');
    expect(form).toContain('Would rather not say');
  });

  it('keeps every version, with who saved it and what changed', async () => {
    const id = await add({});
    await linkWorker.post(`/people/${id}/about/home`, { rowVersion: '0', household: 'alone', gettingIn: 'Side door' });
    await linkWorker.post(`/people/${id}/about/home`, { rowVersion: '1', household: 'partner', gettingIn: 'Side door' });
    const history = await page(linkWorker, `/people/${id}/about/home/history`);
    expect(history).toContain('Version 2');
    expect(history).toContain('Version 1');
    expect(history).toContain('A partner');
    expect(history).toContain('Sam Findlay');
  });

  it('tells the second who saves, shows both, and loses neither', async () => {
    const id = await add({});
    await linkWorker.post(`/people/${id}/about/daily`, { rowVersion: '0', interests: 'Her garden' });
    const late = await linkWorker.post(`/people/${id}/about/daily`, { rowVersion: '0', interests: 'The choir' });
    expect(late.status).toBe(409);
    const both = await late.text();
    expect(both).toContain('Somebody else has changed this meanwhile');
    expect(both).toContain('Her garden');
    expect(both).toContain('The choir');
    const version = /name="rowVersion" value="(\d+)"/.exec(both)![1]!;
    expect((await linkWorker.post(`/people/${id}/about/daily`, { rowVersion: version, interests: 'The choir' })).status).toBe(303);
    expect(await page(linkWorker, `/people/${id}/about`)).toContain('The choir');
  });

  it('says beside each field what cannot be right, and loses nothing typed', async () => {
    const id = await add({});
    const answer = await linkWorker.post(`/people/${id}/about/people`, {
      rowVersion: '0',
      carer: 'astronaut',
      'people-0-phone': 'ring me',
      'people-0-note': 'Her neighbour, a nurse',
      'people-1-name': 'Ann',
      'people-1-born-day': '40',
      'people-1-born-month': '1',
      'people-1-born-year': '2030',
    });
    expect(answer.status).toBe(422);
    const shown = await answer.text();
    for (const said of [
      'Choose from the list',
      'at least 3 digits',
      'Fill this in as well',
      'Enter a date that exists',
      'Her neighbour, a nurse',
    ])
      expect(shown).toContain(said);
    const early = await linkWorker.post(`/people/${id}/about/rights`, {
      rowVersion: '0',
      ...{ 'immigrationFrom-day': '1', 'immigrationFrom-month': '5', 'immigrationFrom-year': '2024' },
      ...{ 'immigrationTo-day': '1', 'immigrationTo-month': '5', 'immigrationTo-year': '2023' },
    });
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('The end must not be before the beginning');
  });

  it('is closed to everybody who is not of their team, and looks then as if it were not there', async () => {
    const id = await add({});
    for (const who of ['nurse', 'manager', 'evaluator', 'community', 'steering', 'admin'] as const) {
      const visitor = await web.signedIn(programme.as(who));
      for (const path of ['about', 'about/aboutMe', 'about/aboutMe/history']) {
        expect((await visitor.get(`/people/${id}/${path}`)).status, who).toBe(404);
      }
      expect((await visitor.post(`/people/${id}/about/aboutMe`, { rowVersion: '0', important: 'x' })).status, who).toBe(404);
    }
    const stranger = await web.signedIn((await newProgramme(db)).as('linkWorker'));
    expect((await stranger.get(`/people/${id}/about`)).status).toBe(404);
    expect((await linkWorker.get(`/people/${id}/about/shoe-size`)).status).toBe(404);
    expect((await linkWorker.get('/people/nobody/about')).status).toBe(404);
    expect((await web.nobody.get(`/people/${id}/about`)).headers.get('location')).toContain('/sign-in');
  });
});

describe('language and access needs', () => {
  it('that were written down before stand in the form, so that nothing is asked twice and nothing is lost', async () => {
    const id = await add({ interpreter: 'Polish', accessNeeds: 'Reads Polish well, English slowly.' });
    expect(await page(linkWorker, `/people/${id}/about`)).toContain('Reads Polish well, English slowly.');
    const form = await page(linkWorker, `/people/${id}/about/communication`);
    expect(form).toContain('value="Polish"');
    expect(form).toContain('Reads Polish well, English slowly.');
  });

  it('reach the caseload and what a service is told, in one line', async () => {
    const id = await add({});
    await linkWorker.post(`/people/${id}/about/communication`, {
      rowVersion: '0',
      language: 'Polish',
      interpreter: 'yes',
      formats: ['large-print'],
      support: ['slowly'],
      note: 'Not through his son.',
    });
    expect(await person(id)).toMatchObject({
      interpreter: 'Polish',
      accessNeeds: 'Large print, speaking slowly and plainly. Not through his son.',
    });
  });

  it('say no interpreter once none is wanted', async () => {
    const id = await add({ interpreter: 'Polish' });
    await linkWorker.post(`/people/${id}/about/communication`, { rowVersion: '0', language: 'Polish', interpreter: 'no' });
    expect((await person(id))!.interpreter).toBe('');
  });
});

describe('people who matter', () => {
  const daughter: Form = { rowVersion: '0', 'people-0-name': 'Ann Kerr', 'people-0-relation': 'child', 'people-0-mayKnow': 'nothing' };
  const row = (html: string) => /name="row" value="([^"]+)"/.exec(html)?.[1] ?? '';

  it('stand with who they are and whether they may be told', async () => {
    const id = await add({});
    await linkWorker.post(`/people/${id}/about/people`, { ...daughter, 'people-0-is': ['emergency', 'next-of-kin'] });
    const shown = await page(linkWorker, `/people/${id}/about`);
    expect(shown).toContain('Ann Kerr · Son or daughter · Ring in an emergency, Next of kin · No, nothing');
  });

  it('can be taken out again, and the others stay', async () => {
    const id = await add({});
    await linkWorker.post(`/people/${id}/about/people`, { ...daughter, 'people-1-name': 'Old Davie' });
    const form = await page(linkWorker, `/people/${id}/about/people`);
    const rowId = /name="people-0-id" value="([^"]+)"/.exec(form)![1]!;
    await linkWorker.post(`/people/${id}/about/people`, {
      ...daughter,
      rowVersion: '1',
      'people-0-id': rowId,
      'people-0-remove': 'yes',
      'people-1-name': 'Old Davie',
    });
    const shown = await page(linkWorker, `/people/${id}/about`);
    expect(shown).toContain('Old Davie');
    expect(shown).not.toContain('Ann Kerr');
  });

  it('are linked with their own record when the link worker may see both', async () => {
    const id = await add({});
    const ann = await add({ givenName: 'Ann', familyName: 'Kerr', dateOfBirth: '1990-01-01' });
    await linkWorker.post(`/people/${id}/about/people`, daughter);
    const form = await page(linkWorker, `/people/${id}/about/people`);
    expect(form).toContain('Yes, link Ann Kerr');
    expect((await linkWorker.post(`/people/${id}/about/people/link`, { row: row(form), other: ann })).status).toBe(303);
    expect(await page(linkWorker, `/people/${id}/about`)).toContain(`href="/people/${ann}"`);
    const again = await page(linkWorker, `/people/${id}/about/people`);
    await linkWorker.post(`/people/${id}/about/people`, {
      ...daughter,
      rowVersion: '2',
      'people-0-id': row(again),
      'people-0-note': 'Rings on Sundays',
    });
    expect(await page(linkWorker, `/people/${id}/about`)).toContain(`href="/people/${ann}"`);
    expect((await linkWorker.post(`/people/${id}/about/people/link`, { row: row(again), other: '' })).status).toBe(303);
    expect(await page(linkWorker, `/people/${id}/about`)).not.toContain(`href="/people/${ann}"`);
  });

  it('are never found out to be supported by somebody who may not see them', async () => {
    const id = await add({});
    const eilidh = await add({ givenName: 'Eilidh', familyName: 'Secret', dateOfBirth: '1991-01-01' }, { known: false });
    await linkWorker.post(`/people/${id}/about/people`, { rowVersion: '0', 'people-0-name': 'Eilidh Secret' });
    const form = await page(linkWorker, `/people/${id}/about/people`);
    expect(form).not.toContain('Is this somebody we support?');
    const rowId = /name="people-0-id" value="([^"]+)"/.exec(form)![1]!;
    const guess = await linkWorker.post(`/people/${id}/about/people/link`, { row: rowId, other: eilidh });
    const none = await linkWorker.post(`/people/${id}/about/people/link`, { row: rowId, other: id });
    expect([guess.status, none.status]).toEqual([404, 404]);
  });
});

describe('sex as it is in the clinical record', () => {
  it('is told and seen by the person’s own practice, and by no link worker anywhere', async () => {
    const id = await add({});
    await linkWorker.post(`/people/${id}/about/identity`, { rowVersion: '0', gender: 'woman' });
    expect((await nurse.post(`/people/${id}/clinical`, { rowVersion: '0', sex: 'male' })).status).toBe(303);
    expect(await page(nurse, `/people/${id}/clinical`)).toContain('Gender Recognition Act');
    expect(await page(nurse, `/people/${id}/clinical`)).toMatch(/value="male" selected|selected="?"? value="male"/);
    for (const path of ['about', 'about/identity', 'about/identity/history', '']) {
      const shown = await page(linkWorker, `/people/${id}${path && `/${path}`}`);
      expect(shown).not.toContain('Sex in the clinical record');
      expect(shown).not.toMatch(/\bMale\b/);
    }
    expect((await linkWorker.get(`/people/${id}/clinical`)).status).toBe(404);
    expect((await linkWorker.get(`/people/${id}/about/clinical`)).status).toBe(404);
    expect((await linkWorker.get(`/people/${id}/about/clinical/history`)).status).toBe(404);
    expect((await linkWorker.post(`/people/${id}/about/clinical`, { rowVersion: '1', sex: 'female' })).status).toBe(404);
  });

  it('is not for another practice', async () => {
    const id = await add({ practice: null });
    expect((await nurse.get(`/people/${id}/clinical`)).status).toBe(404);
    expect((await nurse.post(`/people/${id}/clinical`, { rowVersion: '0', sex: 'male' })).status).toBe(404);
  });

  it('is refused when it is none of the answers, and tells when a colleague was quicker', async () => {
    const id = await add({});
    expect((await nurse.post(`/people/${id}/clinical`, { rowVersion: '0', sex: 'x' })).status).toBe(422);
    await nurse.post(`/people/${id}/clinical`, { rowVersion: '0', sex: 'male' });
    expect((await nurse.post(`/people/${id}/clinical`, { rowVersion: '0', sex: 'female' })).status).toBe(409);
  });
});
