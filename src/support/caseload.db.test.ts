import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { type Somebody, someone } from '../../test/support/someone.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Somebody;
const contact = {
  place: '',
  minutes: 20,
  present: '',
  note: 'Talked',
  nextStep: '',
  nextOn: null,
  debrief: false,
  channel: 'phone',
} as const;

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  const named = (givenName: string, familyName: string) => ({
    givenName,
    familyName,
    place: 'Dalbeattie',
    interpreter: givenName === 'Tomasz' ? 'Polish' : '',
  });
  moira = await someone(db, programme, {
    details: named('Moira', 'Kerr'),
    needs: ['loneliness', 'domestic-abuse'],
    at: new Date('2026-11-10T09:00:00Z'),
  });
  await someone(db, programme, { details: named('Tomasz', 'Wójcik'), needs: ['money'], at: new Date('2026-11-20T09:00:00Z') });
  await someone(db, programme, { details: named('Bill', 'Stewart'), needs: ['activity'], at: new Date('2026-11-12T09:00:00Z') });
  const agnes = await someone(db, programme, {
    details: { ...named('Agnes', 'McMillan'), chosenName: 'Nancy McMillan' },
    at: new Date('2026-11-15T09:00:00Z'),
  });
  await web.modules.support.recordContact(programme.as('linkWorker'), moira.person.id, {
    ...contact,
    happenedAt: new Date('2026-11-19T09:00:00Z'),
    nextStep: 'Ring the choir',
    nextOn: '2026-11-18',
  });
  const ended = await someone(db, programme, { details: named('Jordan', 'Reid'), at: new Date('2026-11-01T09:00:00Z') });
  const ending = {
    because: 'completed',
    goals: [],
    outcome: 'Better',
    didNotWork: '',
    forPractice: '',
    whatNext: '',
    tellReferrer: true,
  } as const;
  await web.modules.support.close(programme.as('linkWorker'), ended.person.id, { support: ended.support.id, rowVersion: 1 }, ending);
  await web.modules.support.reopen(programme.as('otherLinkWorker'), ended.person.id);
  await web.modules.support.close(programme.as('otherLinkWorker'), agnes.person.id, { support: agnes.support.id, rowVersion: 1 }, ending);
});

const read = async (query = '', who: Who = 'linkWorker') => (await (await web.signedIn(programme.as(who))).get(`/caseload${query}`)).text();
const names = (page: string) => [...page.matchAll(/<a href="\/people\/[^"]+">([^<]+)<\/a>/g)].map(([, name]) => name);

describe('the caseload', () => {
  it('puts whoever is most pressing first, late in words', async () => {
    const page = await read();
    expect(names(page)).toEqual(['Moira Kerr', 'Bill Stewart', 'Tomasz Wójcik']);
    expect(page).toContain('3 days late');
    expect(page).toContain('Next step: Ring the choir');
    expect(page).toContain('Polish interpreter');
    expect(page).toMatch(/2<\/span> <span class="bothy-stat__text">need you today/);
  });

  it('never shows a restricted need', async () => {
    const page = await read();
    expect(page).toContain('Loneliness');
    expect(page).not.toContain('Domestic abuse');
  });

  it('can be sorted by name, and by who was longest without contact', async () => {
    expect(names(await read('?sort=name'))).toEqual(['Bill Stewart', 'Moira Kerr', 'Tomasz Wójcik']);
    expect(names(await read('?sort=contact'))).toEqual(['Bill Stewart', 'Moira Kerr', 'Tomasz Wójcik']);
  });

  it('keeps those whose support has ended on a page of their own, by the name they chose', async () => {
    const page = await read('?show=closed');
    expect(names(page)).toEqual(['Nancy McMillan']);
    expect(page).toContain('The support came to its end');
  });

  it('shows a lead the whole team, or one of them', async () => {
    expect(names(await read('', 'lead')).sort()).toEqual(['Bill Stewart', 'Jordan Reid', 'Moira Kerr', 'Tomasz Wójcik']);
    expect(names(await read(`?who=${programme.as('otherLinkWorker').id}`, 'lead'))).toEqual(['Jordan Reid']);
  });

  it('shows a link worker only their own, whatever is asked for', async () => {
    expect(names(await read(`?who=${programme.as('linkWorker').id}`, 'otherLinkWorker'))).toEqual(['Jordan Reid']);
    expect(names(await read('?who=team', 'otherLinkWorker'))).toEqual(['Jordan Reid']);
  });

  it('does not mind an address that makes no sense', async () => {
    for (const query of ['?page=-1', '?page=x', '?sort=shoe-size', '?show=all', '?who=%00', '?page=9999']) {
      const visitor = await web.signedIn(programme.as('linkWorker'));
      expect((await visitor.get(`/caseload${query}`)).status, query).toBe(200);
    }
  });

  it('goes on over several pages', async () => {
    const busy = await newProgramme(db);
    for (let n = 0; n < 51; n++) await someone(db, busy, { details: { familyName: `Kerr${n}` } });
    const visitor = await web.signedIn(busy.as('linkWorker'));
    const first = await (await visitor.get('/caseload')).text();
    expect(names(first)).toHaveLength(50);
    expect(first).toContain('href="/caseload?page=2"');
    expect(names(await (await visitor.get('/caseload?page=2')).text())).toHaveLength(1);
  });

  it('says what to do when it is empty', async () => {
    const quiet = await newProgramme(db);
    const page = await (await (await web.signedIn(quiet.as('linkWorker'))).get('/caseload')).text();
    expect(page).toContain('Nobody is on this caseload yet');
    expect(page).toContain('href="/queue"');
  });
});
