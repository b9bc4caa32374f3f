import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { readinessQuestions } from './core/change-readiness.ts';

type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let lead: Visitor;
let sam: Visitor;
let nurse: Visitor;
beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  lead = await web.signedIn(programme.as('lead'));
  sam = await web.signedIn(programme.as('linkWorker'));
  nurse = await web.signedIn(programme.as('nurse'));
});

const here = () => `/belonging/${programme.practice}/change`;
const page = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
const day = (name: string, text: string) => {
  const [year = '', month = '', date = ''] = text.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const entries = async (register: 'plan' | 'barriers' | 'training' | 'risks' | 'commitments') => {
  const seen = await web.modules.belonging.change.registers.seeRegister(programme.as('lead'), programme.practice, register);
  if (!seen.ok) throw new Error(seen.error);
  return seen.value.entries;
};

describe('a site that prepares', () => {
  it('says so to whoever refers from it, who can still send the referral', async () => {
    expect(await page(nurse, '/refer')).not.toContain('has not started');
    expect((await lead.post(`${here()}/start`, { rowVersion: '0' })).status).toBe(422);
    expect((await lead.post(`${here()}/start`, { stage: 'preparing', ...day('startsOn', '2027-02-01'), rowVersion: '0' })).status).toBe(
      303,
    );
    expect(await page(nurse, '/refer')).toContain('starts with social prescribing on 1 February 2027');
    expect((await lead.post(`${here()}/start`, { stage: 'live', rowVersion: '0' })).status).toBe(409);
  });

  it('answers whether it is ready, and makes steps of all that is missing in one press, once', async () => {
    const answers = Object.fromEntries(readinessQuestions.map(({ key }) => [key, 'yes']));
    const half = await lead.post(`${here()}/readiness`, { champion: 'no', note: 'We sat in the kitchen' });
    expect(half.status).toBe(422);
    expect(await half.text()).toContain('We sat in the kitchen');
    await lead.post(`${here()}/readiness`, { ...answers, champion: 'no', room: 'unknown' });
    const seen = await page(lead, `${here()}/readiness`);
    expect(seen).toContain('10 of 12 in place on 21 November 2026');
    expect(seen).toContain('Catriona Reid');
    expect(seen).toContain('Put all 2 into the plan');
    for (const _ of [1, 2]) await lead.post(`${here()}/readiness/plan`);
    expect((await entries('plan')).map(({ madeFrom, due }) => [madeFrom, due])).toEqual([
      ['champion', '2026-11-23'],
      ['room', '2027-01-04'],
    ]);
    await lead.post(`${here()}/readiness/barriers`);
    expect((await entries('barriers')).map(({ what }) => what)).toContain('There is no place to meet people');
  });

  it('has a plan from the usual steps, in which each is done, changed, removed and brought back', async () => {
    await lead.post(`${here()}/plan/template`);
    const [first, second] = await entries('plan');
    expect((await entries('plan')).length).toBe(17);
    const path = `${here()}/plan/${first!.id}`;
    const said = { what: 'Ask Dr Malik to be our champion', sort: 'prepare', owner: 'Catriona Reid', stage: 'doing', rowVersion: '1' };
    expect((await lead.post(path, { ...said, what: '' })).status).toBe(422);
    expect((await lead.post(path, { ...said, evidence: 'https://not a link' })).status).toBe(422);
    expect((await lead.post(path, said)).status).toBe(303);
    const second409 = await lead.post(path, { ...said, owner: 'Somebody else' });
    expect(second409.status).toBe(409);
    expect(await second409.text()).toContain('Somebody else');
    expect((await lead.post(`${path}/move`, { stage: 'done', rowVersion: '2' })).status).toBe(303);
    expect(await page(lead, `${here()}/plan`)).toContain('1 of 17 steps done');
    expect(await page(lead, path)).toContain('How it changed');

    const gone = await lead.post(`${here()}/plan/${second!.id}/remove`);
    expect(await page(lead, gone.headers.get('location')!)).toContain(`Removed: ${second!.what.slice(0, 20)}`);
    expect((await lead.get(`${here()}/plan/${second!.id}`)).status).toBe(404);
    await lead.post(`${here()}/plan/${second!.id}/back`);
    expect((await entries('plan')).length).toBe(17);
    expect(await page(lead, `${here()}/plan/print`)).not.toContain('Mark as done');
  });
});

describe('the registers of a site', () => {
  it('show who is not trained, what weighs most, and what was promised and not kept', async () => {
    expect(await page(lead, `${here()}/training`)).toContain('Isla Gordon: Briefing on social prescribing');
    await lead.post(`${here()}/training`, {
      what: 'Lunch briefing',
      sort: 'briefing',
      owner: 'Isla Gordon',
      stage: 'done',
      ...day('on', '2026-11-03'),
    });
    expect(await page(lead, `${here()}/training`)).toContain('Everybody who works here has what is expected');
    const noWeight = await lead.post(`${here()}/risks`, { what: 'The link worker leaves' });
    expect(noWeight.status).toBe(422);
    expect(await noWeight.text()).toContain('The link worker leaves');
    await lead.post(`${here()}/risks`, { what: 'The link worker leaves', likelihood: '2', impact: '3' });
    expect(await page(lead, `${here()}/risks`)).toContain('High');
    const promised = {
      what: 'A second post from April',
      sort: 'posts',
      owner: 'The health board',
      stage: 'promised',
      ...day('due', '2026-11-01'),
    };
    await lead.post(`${here()}/commitments`, promised);
    expect(await page(sam, '/commitments')).toContain('20 days late');
    expect(await page(sam, '/change')).toMatch(/\d late/);
  });

  it('are read by link workers and changed by leads and managers', async () => {
    expect((await sam.get(here())).status).toBe(200);
    expect(await page(sam, `${here()}/plan`)).not.toContain('Add a step');
    const [entry] = await entries('plan');
    for (const path of ['plan', `plan/${entry!.id}`, `plan/${entry!.id}/remove`, 'readiness', 'start', 'plan/template'])
      expect((await sam.post(`${here()}/${path}`, { what: 'Mine', sort: 'prepare' })).status).toBe(404);
    expect((await nurse.get('/change')).status).toBe(403);
  });

  it('are not there under another site, another register or another programme', async () => {
    const [entry] = await entries('plan');
    const elsewhere = await web.signedIn((await newProgramme(db)).as('lead'));
    for (const path of [
      `${here()}/nothing`,
      `${here()}/risks/${entry!.id}`,
      `/belonging/${programme.team}/change/plan/${entry!.id}`,
      '/belonging/x/change',
    ])
      expect((await lead.get(path)).status).toBe(404);
    expect((await elsewhere.get(here())).status).toBe(404);
  });
});

describe('a problem', () => {
  const told = { what: 'A letter lay on the copier', severity: 'near-miss', ...day('happenedOn', '2026-11-20') };

  it('is reported by anybody of staff, and told to the lead in a letter that says nothing of it', async () => {
    const future = await nurse.post('/incidents/new', { ...told, ...day('happenedOn', '2026-11-22') });
    expect(future.status).toBe(422);
    expect(await future.text()).toContain('A letter lay on the copier');
    const sent = await nurse.post('/incidents/new', { ...told, site: programme.practice });
    expect(sent.status).toBe(303);
    await web.jobs.run(web.modules.delivery.handlers, web.clock.now);
    const letter = web.mail.letters.findLast(({ to }) => to.address === programme.as('lead').email);
    expect(letter?.subject).toBe('A problem was reported');
    expect(letter?.text).not.toContain('copier');
    expect(await page(nurse, '/incidents')).toContain('A letter lay on the copier');
    expect(await page(sam, '/incidents')).not.toContain('A letter lay on the copier');
    const path = sent.headers.get('location')!.split('?')[0]!;
    expect((await sam.get(path)).status).toBe(404);
    expect((await nurse.post(path, { learning: 'Mine', close: 'yes', rowVersion: '1' })).status).toBe(404);

    expect((await lead.post(path, { learning: '', close: 'yes', rowVersion: '1' })).status).toBe(422);
    expect((await lead.post(path, { learning: 'Empty the copier at noon', close: 'yes', rowVersion: '1' })).status).toBe(303);
    expect(await page(nurse, path)).toContain('Empty the copier at noon');
    expect((await lead.post(`${path}/reopen`, { rowVersion: '1' })).status).toBe(409);
    expect((await lead.post(`${path}/reopen`, { rowVersion: '2' })).status).toBe(303);
  });
});
