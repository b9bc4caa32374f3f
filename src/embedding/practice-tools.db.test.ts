import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';

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
  nurse = await web.signedIn(programme.as('nurse'));
  manager = await web.signedIn(programme.as('manager'));
});
const bodyOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('at the point of referral', () => {
  it('the nurse finds what a link worker does, examples and the question about money, folded away', async () => {
    const page = await bodyOf(nurse, '/refer');
    expect(page.match(/<details(?! class="bothy-nav)/g)!.length).toBeGreaterThanOrEqual(6);
    expect(page).not.toMatch(/<details[^>]* open/);
    expect(text(page)).toContain('The team answers you within 5 days.');
    expect(text(page)).toContain('Do you ever have difficulty making ends meet at the end of the month?');
    expect(text(page)).not.toContain('Suggested at your practice');
  });

  it('and the same help, and all that was typed, when something is missing', async () => {
    const answer = await nurse.post('/refer', { givenName: 'Moira', note: 'On her own since May' });
    expect(answer.status).toBe(422);
    const page = text(await answer.text());
    expect(page).toContain('On her own since May');
    expect(page).toContain('Good and poor referrals');
  });

  it('the question is suggested where the manager said so, and of whom', async () => {
    const path = `/tools/prompts/${programme.practice}`;
    const all = await manager.post(path, { on: 'yes', rowVersion: '0' });
    expect(all.status).toBe(422);
    expect(text(await all.text())).toContain('so that not everybody has to be asked');
    expect((await manager.post(path, { on: 'yes', ageFrom: '64', ageTo: '18', rowVersion: '0' })).status).toBe(422);
    expect(
      (await manager.post(path, { on: 'yes', firstVisit: 'yes', highNeedArea: 'yes', ageFrom: '18', ageTo: '64', rowVersion: '0' })).status,
    ).toBe(303);
    expect(text(await bodyOf(nurse, '/refer'))).toContain(
      'Suggested at your practice when somebody is here for the first time and when somebody is 18 to 64 years old, as many people around you',
    );
    expect(await bodyOf(manager, '/tools')).toContain('Yes, when somebody is here for the first time');
    const late = await manager.post(path, { on: 'yes', ageFrom: '70', wouldHelp: 'A phone number', rowVersion: '0' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Somebody else saved this meanwhile');
    expect(page).toContain('A phone number');
  });
});

describe('the words', () => {
  it('can be changed, looked back at, and brought back, also to our own', async () => {
    const path = '/tools/texts/next';
    expect(await bodyOf(manager, path)).toContain('These are Bothy’s own words');
    expect((await manager.post(path, { words: 'Ring [phone]. Ask for Sam.', version: '0' })).status).toBe(303);
    expect(text(await bodyOf(nurse, '/tools/leaflets/next'))).toContain('Ring 01644 000000. Ask for Sam.');
    expect((await manager.post(path, { words: 'Second thoughts', version: '1' })).status).toBe(303);
    const stale = await manager.post(path, { words: 'From an old page', version: '1' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('From an old page');
    expect((await manager.post(`${path}/restore`, { wanted: '1' })).status).toBe(303);
    expect(text(await bodyOf(nurse, '/tools/leaflets/next'))).toContain('Ask for Sam.');
    expect((await manager.post(`${path}/restore`, { wanted: '0' })).status).toBe(303);
    expect(text(await bodyOf(nurse, '/tools/leaflets/next'))).toContain('Your practice has asked us');
  });

  it('are refused when empty, or when something in brackets would stand on the paper', async () => {
    expect((await manager.post('/tools/texts/money', { words: ' ', version: '0' })).status).toBe(422);
    const answer = await manager.post('/tools/texts/money', { words: 'Fax [fax]', version: '0' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('[fax] is not filled in by itself');
  });

  it('are read by those who refer, and changed by nobody but who keeps them', async () => {
    const evaluator = await web.signedIn(programme.as('evaluator'));
    expect((await evaluator.get('/tools')).status).toBe(403);
    expect((await nurse.get('/tools')).status).toBe(200);
    expect((await nurse.get('/tools/texts/next')).status).toBe(404);
    expect((await nurse.post('/tools/texts/next', { words: 'x', version: '0' })).status).toBe(404);
    for (const path of ['/tools/texts/other', '/tools/leaflets/role-card', `/tools/prompts/${programme.team}`])
      expect((await manager.get(path)).status).toBe(404);
    expect((await manager.post('/tools/texts/next/restore', { wanted: '7' })).status).toBe(404);
  });

  it('are kept, every version, in a list that nobody can change', async () => {
    await manager.post('/tools/texts/next', { words: 'One', version: '0' });
    await expect(db.inProgramme(programme.id, (tx) => sql`update tool_text set words = 'Two'`.execute(tx))).rejects.toThrow();
  });
});
