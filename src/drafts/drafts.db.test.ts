import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { countRows } from '../../test/support/rows.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { workOf } from '../work.ts';

type Visitor = Awaited<ReturnType<typeof web.signedIn>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let nurse: Visitor;

beforeAll(async () => void (db = await testDatabase()));
beforeEach(async () => {
  web = openWeb(db);
  programme = await newProgramme(db);
  nurse = await web.signedIn(programme.as('nurse'));
});

const ticketIn = (html: string): string => /name="_draft" value="([^"]+)"/.exec(html)?.[1] ?? '';
const openForm = async (visitor: Visitor, page = '/refer') => ticketIn(await (await visitor.get(page)).text());
const keep = (visitor: Pick<Visitor, 'post'>, _draft: string, turn: number, typed: Record<string, string>) =>
  visitor.post('/drafts', { ...typed, _draft, _draftTurn: String(turn) });
const offersIn = (html: string): string[] => [...html.matchAll(/action="\/drafts\/([0-9a-f-]{36})\/go-on"/g)].map(([, id]) => id!);
const whole = {
  givenName: 'Moira',
  familyName: 'Kerr',
  'dateOfBirth-day': '14',
  'dateOfBirth-month': '3',
  'dateOfBirth-year': '1964',
  needs: 'loneliness',
  consent: 'yes',
};

describe('a draft', () => {
  it('is kept while somebody types, and offered when the page is opened again', async () => {
    const answer = await keep(nurse, await openForm(nurse), 1, { note: 'Lost her dog' });
    expect([answer.status, await answer.json()]).toEqual([200, { time: '10:00' }]);
    const page = await (await nurse.get('/refer')).text();
    expect(page).toContain('You began this');
    expect(page).not.toContain('Lost her dog');
    const on = await nurse.post(`/drafts/${offersIn(page)[0]}/go-on`);
    const again = await (await nurse.get(on.headers.get('location')!)).text();
    expect(again).toContain('Lost her dog');
    expect(again).toContain('It is not saved yet');
  });

  it('goes when the form is saved, and a late keeping does not bring it back', async () => {
    const ticket = await openForm(nurse);
    await keep(nurse, ticket, 1, { note: 'Lost her dog' });
    expect((await nurse.post('/refer', { ...whole, _draft: ticket })).headers.get('location')).toContain('/refer/sent/');
    const late = await keep(nurse, ticket, 2, { note: 'Lost her dog' });
    expect(late.status).toBe(410);
    expect(offersIn(await (await nurse.get('/refer')).text())).toEqual([]);
  });

  it('goes on under another ticket when somebody types on in a form that was saved', async () => {
    const ticket = await openForm(nurse);
    await nurse.post('/refer', { ...whole, _draft: ticket });
    const { ticket: fresh } = (await (await keep(nurse, ticket, 1, { note: 'One thing more' })).json()) as { ticket: string };
    expect((await keep(nurse, fresh, 1, { note: 'One thing more' })).status).toBe(200);
  });

  it('is each tab’s own', async () => {
    const [one, two] = [await openForm(nurse), await openForm(nurse)];
    await keep(nurse, one, 1, { note: 'Moira' });
    await keep(nurse, two, 1, { note: 'Tam' });
    expect(offersIn(await (await nurse.get('/refer')).text())).toHaveLength(2);
    await nurse.post('/refer', { ...whole, _draft: one });
    const [left] = offersIn(await (await nurse.get('/refer')).text());
    const taken = await nurse.post(`/drafts/${left}/go-on`);
    expect(await (await nurse.get(taken.headers.get('location')!)).text()).toContain('Tam');
  });

  it('that is taken up in a second tab does not lose what the first tab types on', async () => {
    const first = await openForm(nurse);
    await keep(nurse, first, 1, { note: 'Begun' });
    const [id] = offersIn(await (await nurse.get('/refer')).text());
    await nurse.post(`/drafts/${id}/go-on`);
    const { ticket } = (await (await keep(nurse, first, 2, { note: 'Begun and typed on' })).json()) as { ticket: string };
    await keep(nurse, ticket, 1, { note: 'Begun and typed on' });
    expect(offersIn(await (await nurse.get('/refer')).text())).toHaveLength(2);
  });

  it('is not undone by an older keeping that comes late', async () => {
    const ticket = await openForm(nurse);
    await keep(nurse, ticket, 2, { note: 'The whole sentence' });
    expect((await keep(nurse, ticket, 1, { note: 'The whole sen' })).status).toBe(410);
    const [id] = offersIn(await (await nurse.get('/refer')).text());
    expect(await (await nurse.get(`/refer?draft=${id}`)).text()).toContain('The whole sentence');
  });

  it('stays when what was sent could not be saved', async () => {
    const ticket = await openForm(nurse);
    const refused = await nurse.post('/refer', { note: 'Half of it', _draft: ticket });
    expect(refused.status).toBe(422);
    expect(ticketIn(await refused.text())).toBe(ticket);
    expect(offersIn(await (await nurse.get('/refer')).text())).toHaveLength(1);
  });

  it('can be thrown away', async () => {
    await keep(nurse, await openForm(nurse), 1, { note: 'Never mind' });
    const [id] = offersIn(await (await nurse.get('/refer')).text());
    expect((await nurse.post(`/drafts/${id}/remove`)).headers.get('location')).toBe('/refer?done=draft-thrown-away');
    expect(offersIn(await (await nurse.get('/refer')).text())).toEqual([]);
    expect((await nurse.post(`/drafts/${id}/go-on`)).headers.get('location')).toBe('/drafts?done=draft-gone');
  });

  it('is listed with all that is begun', async () => {
    expect(await (await nurse.get('/drafts')).text()).toContain('Nothing is waiting to be finished');
    await keep(nurse, await openForm(nurse), 1, { note: 'Lost her dog' });
    const page = await (await nurse.get('/drafts')).text();
    expect(page).toContain('A referral');
    expect(page).not.toContain('Lost her dog');
  });

  it('is forgotten after fourteen days without a word', async () => {
    await keep(nurse, await openForm(nurse), 1, { note: 'Long ago' });
    const forget = workOf(web.modules).handlers['forget-drafts']!;
    web.clock.now = new Date('2026-12-05T09:00:00Z');
    await forget({});
    expect(await countRows(db, programme.id, 'draft')).toBe(1);
    web.clock.now = new Date('2026-12-06T09:00:00Z');
    await forget({});
    expect(await countRows(db, programme.id, 'draft')).toBe(0);
  });
});

describe('signed out in the middle', () => {
  it('keeps what was sent, and fills the form again for the same account', async () => {
    const ticket = await openForm(nurse);
    web.clock.now = new Date('2026-11-21T11:30:00Z');
    const sent = await nurse.post('/refer', { ...whole, note: 'Typed for an hour', _draft: ticket });
    const location = sent.headers.get('location')!;
    expect([sent.status, location]).toEqual([303, expect.stringMatching(/^\/sign-in\?next=\/drafts\/[0-9a-f-]{36}&done=kept-for-you$/)]);
    expect(await (await web.nobody.get(location)).text()).toContain('What you typed has been kept');
    const back = await web.signedIn(programme.as('nurse'));
    const page = await back.get(/next=([^&]+)/.exec(location)![1]!);
    expect(await (await back.get(page.headers.get('location')!)).text()).toContain('Typed for an hour');
  });

  it('shows nothing to the colleague who signs in next', async () => {
    const ticket = await openForm(nurse);
    await nurse.post('/sign-out');
    const location = (await web.nobody.post('/refer', { note: 'Only mine', _draft: ticket })).headers.get('location')!;
    const next = /next=([^&]+)/.exec(location)![1]!;
    const colleague = await web.signedIn(programme.as('linkWorker'));
    const answer = await colleague.get(next);
    expect(answer.headers.get('location')).toBe('/caseload');
    for (const page of ['/refer', '/drafts', `/refer?draft=${next.split('/').at(-1)}`])
      expect(await (await colleague.get(page)).text(), page).not.toContain('Only mine');
    expect((await colleague.post(`${next}/go-on`)).headers.get('location')).toBe('/drafts?done=draft-gone');
  });

  it('never saves somebody’s form in the name of the colleague who has signed in meanwhile', async () => {
    const ticket = await openForm(nurse);
    const colleague = await web.signedIn(programme.as('linkWorker'));
    const answer = await colleague.post('/refer', { ...whole, _draft: ticket });
    expect(answer.headers.get('location')).toBe('/caseload?done=kept-for-them');
    expect(await countRows(db, programme.id, 'referral')).toBe(0);
    expect(offersIn(await (await nurse.get('/refer')).text())).toHaveLength(1);
  });

  it('goes on keeping what is typed', async () => {
    const ticket = await openForm(nurse);
    await nurse.post('/sign-out');
    expect((await keep(web.nobody, ticket, 1, { note: 'Still typing' })).status).toBe(401);
    const back = await web.signedIn(programme.as('nurse'));
    expect(offersIn(await (await back.get('/refer')).text())).toHaveLength(1);
  });

  it('keeps nothing under a ticket that we did not give, or gave long ago', async () => {
    const ticket = await openForm(nurse);
    const [words = '', mac] = ticket.split('.');
    const theirs = Buffer.from(words, 'base64url').toString().replace(programme.as('nurse').id, programme.as('lead').id);
    for (const forged of [`${Buffer.from(theirs).toString('base64url')}.${mac}`, `${words}.`, `${words}.AAAA`, 'x', randomUUID(), '\0'])
      expect((await web.nobody.post('/refer', { note: 'x', _draft: forged })).headers.get('location'), forged).toMatch(
        /^\/sign-in\?done=signed-out/,
      );
    web.clock.now = new Date('2026-11-25T10:00:00Z');
    expect((await web.nobody.post('/refer', { note: 'x', _draft: ticket })).headers.get('location')).toMatch(/^\/sign-in\?done=signed-out/);
    expect(await countRows(db, programme.id, 'draft')).toBe(0);
  });

  it('keeps no more than a long form holds', async () => {
    expect((await keep(nurse, await openForm(nurse), 1, { note: 'x'.repeat(400_000) })).status).toBe(422);
    expect(await countRows(db, programme.id, 'draft')).toBe(0);
  });
});
