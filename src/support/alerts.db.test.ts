import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import { workOf } from '../work.ts';
import type { Database } from '../platform/database.ts';
import { raiseAlert, settleAlert } from './index.ts';
import { type Somebody, someone } from '../../test/support/someone.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Somebody;
beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
});
beforeEach(async () => {
  web.clock.now = new Date('2026-11-21T10:00:00Z');
  programme = await newProgramme(db);
  moira = await someone(db, programme, { details: { chosenName: 'Mo Kerr' } });
});

const by = () => ({ kind: 'account', id: programme.as('linkWorker').id }) as const;
const raise = (more: { again?: boolean; about?: { kind: string; id: string } } = {}) =>
  db.inProgramme(programme.id, (tx) =>
    raiseAlert(tx, { kind: 'risk-raised', team: programme.team, person: moira.person.id, by: by(), at: web.clock.now, ...more }),
  );
const settle = (which: Parameters<typeof settleAlert>[1]) =>
  db.inProgramme(programme.id, (tx) => settleAlert(tx, which, by(), web.clock.now));
const minute = () => web.modules.support.watchOver(programme.id);
const letters = async () => {
  await web.jobs.run(workOf(web.modules).handlers, web.clock.now);
  return web.mail.letters.filter(({ to }) => to.address === programme.as('lead').email);
};
const team = async (who: Who = 'lead') => (await web.signedIn(programme.as(who))).get('/team');
const page = async () => (await team()).text();

describe('an alert', () => {
  it('stands on the lead’s page, with the person, who raised it and when', async () => {
    await raise();
    const html = await page();
    expect(html).toContain('Somebody is worried about a person');
    expect(html).toContain('Mo Kerr');
    expect(html).toMatch(/Sam Findlay, 21 November 2026/);
  });

  it('is written to the lead within a minute, once, and names nobody', async () => {
    await raise();
    await minute();
    await minute();
    const sent = await letters();
    expect(sent).toHaveLength(1);
    expect(`${sent[0]!.subject} ${sent[0]!.text}`).toContain('/team');
    for (const name of ['Mo', 'Moira', 'Kerr', 'Sam Findlay']) expect(`${sent[0]!.subject} ${sent[0]!.text}`).not.toContain(name);
  });

  it('is one, however often its cause is noticed', async () => {
    const ids = await Promise.all([raise(), raise(), raise()]);
    expect(new Set(ids).size).toBe(1);
    await minute();
    expect(await letters()).toHaveLength(1);
  });

  it('comes before the lead again when it has become worse', async () => {
    const id = await raise();
    await minute();
    const lead = await web.signedIn(programme.as('lead'));
    await lead.post(`/team/alerts/${id}/seen`, { note: 'Rang Sam' });
    expect(await page()).toContain('Nothing needs you just now');
    await raise();
    expect(await page()).toContain('Nothing needs you just now');
    await raise({ again: true });
    await minute();
    expect(await page()).toContain('I have dealt with this');
    expect(await letters()).toHaveLength(2);
  });

  it('goes only when a lead has said what they did, or its cause is over', async () => {
    const id = await raise();
    web.clock.now = new Date('2027-03-01T10:00:00Z');
    expect(await page()).toContain('Mo Kerr');
    const lead = await web.signedIn(programme.as('lead'));
    const empty = await lead.post(`/team/alerts/${id}/seen`, { note: ' ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Say in a line what you did, or will do');
    const long = await lead.post(`/team/alerts/${id}/seen`, { note: 'x'.repeat(1001) });
    expect([long.status, (await long.text()).includes('x'.repeat(1001))]).toEqual([422, true]);
    const done = await lead.post(`/team/alerts/${id}/seen`, { note: 'Went to see her with Sam' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/team?done=alert-seen']);
    expect(await page()).toMatch(/Nothing needs you just now[\s\S]*Went to see her with Sam[\s\S]*Dealt with by Catriona Reid/);
    const again = await lead.post(`/team/alerts/${id}/seen`, { note: 'Me too' });
    expect(again.status).toBe(409);

    const about = { kind: 'visit', id: randomUUID() };
    await raise({ about });
    await settle({ about: about.id });
    await minute();
    expect(await page()).toContain('It is over: nothing more was needed');
    expect(await letters()).toHaveLength(0);
  });

  it('can be raised again once it is over', async () => {
    const first = await raise();
    await settle({ person: moira.person.id });
    expect(await raise()).not.toBe(first);
  });

  it('is for the lead of that team alone', async () => {
    const id = await raise();
    const elsewhere = await newProgramme(db);
    const visitor = await web.signedIn(elsewhere.as('lead'));
    expect(await (await visitor.get('/team')).text()).not.toContain('Mo Kerr');
    expect((await visitor.post(`/team/alerts/${id}/seen`, { note: 'x' })).status).toBe(404);
    expect((await visitor.post('/team/alerts/none/seen', { note: 'x' })).status).toBe(404);
    expect((await team('linkWorker')).status).toBe(403);
    expect((await web.nobody.get('/team')).status).toBe(303);
  });

  it('goes to the managers when nobody leads the team, and says so', async () => {
    const admin = await web.signedIn(programme.as('admin'));
    await admin.post(`/accounts/${programme.as('lead').id}/disable`, { agreed: 'yes' });
    await raise();
    await minute();
    await letters();
    const sent = web.mail.letters.filter(({ to }) => to.address === programme.as('manager').email);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.text).toContain('nobody who leads that team');
  });
});
