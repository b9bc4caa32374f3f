import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { aPerson } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database, Tx } from '../platform/database.ts';
import { nameOf, type Person } from './index.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let manager: Visitor;
let worker: Visitor;
let agreed: Person;
let asked: Person;
let formula: Person;

const within = <T>(work: (tx: Tx) => Promise<T>) => db.inProgramme(programme.id, work);
const nhs = (value: string) => ({ system: 'nhs-number' as const, value });

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  manager = await web.signedIn(programme.as('manager'));
  worker = await web.signedIn(programme.as('linkWorker'));
  agreed = await aPerson(db, programme, { givenName: 'Agnes', familyName: 'Muir', healthNumber: nhs('9434765919') });
  asked = await aPerson(db, programme, { givenName: 'Bill', familyName: 'Orr', healthNumber: nhs('9990000018') });
  formula = await aPerson(db, programme, { givenName: '=HYPERLINK("x")', familyName: 'Reid' });
  for (const person of [agreed, asked, formula]) {
    const who = { typed: { ...person, healthNumber: null }, chosen: { person: person.id } };
    const sent = await web.modules.referrals.send(programme.as('nurse'), { who, needs: ['loneliness'], note: 'Only for the team' });
    if (!sent.ok) throw new Error('Not referred');
  }
  for (const person of [agreed, formula]) await worker.post(`/people/${person.id}/consent/evaluation`, { answer: 'given', how: 'phone' });
});

const declared = (changed: Form = {}): Form => ({
  purpose: 'evaluation',
  basis: 'explicit-consent',
  approval: '',
  recipient: 'Dr Shaw, University of the Hills',
  fields: ['name', 'received-on'],
  ...{ 'from-day': '1', 'from-month': '11', 'from-year': '2026', 'to-day': '30', 'to-month': '11', 'to-year': '2026' },
  ...changed,
});

describe('a list with names', () => {
  it('is counted before it leaves, and says of those left out no number that points at them', async () => {
    const answer = await manager.post('/extracts', declared());
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('2 people would be on it');
    expect(page).toContain('Fewer than 5 people left out');
    expect(page).not.toContain('Agnes');
  });

  it('holds only those who agreed, and nothing that a spreadsheet would run', async () => {
    const file = await manager.post('/extracts/people.csv', declared());
    expect(file.headers.get('content-type')).toContain('text/csv');
    const text = await file.text();
    expect(text).toContain('Agnes Muir');
    expect(text).not.toContain('Bill Orr');
    expect(text).toMatch(/'=HYPERLINK/);
    expect(text).not.toContain('Only for the team');
    expect(text).not.toContain('9434765919');
  });

  it('is written down: each person can see that they were on it, and for whom', async () => {
    expect(await (await worker.get(`/people/${agreed.id}/sharing`)).text()).toContain('Dr Shaw, University of the Hills');
    expect(await (await worker.get(`/people/${asked.id}/sharing`)).text()).toContain('They are on no list');
    const { rows } = await within((tx) => sql<{ data: object }>`select data from event where type = 'extract-made'`.execute(tx));
    expect(rows).toEqual([{ data: { purpose: 'evaluation', basis: 'explicit-consent', people: 2, fields: ['name', 'received-on'] } }]);
    expect(await (await manager.get('/extracts')).text()).toContain('2 people');
  });

  it('leaves out at once whoever takes back their yes', async () => {
    web.clock.now = new Date(web.clock.now.getTime() + 60_000);
    await worker.post(`/people/${agreed.id}/consent/evaluation/withdraw`, { how: 'phone' });
    expect(await (await manager.post('/extracts/people.csv', declared())).text()).not.toContain(nameOf(agreed));
  });

  it('needs an approval where nobody is asked, and leaves out who opted out or was never compared', async () => {
    const approved = { basis: 'section-251', approval: '26/CAG/0123', purpose: 'research' };
    const missing = await manager.post('/extracts', declared({ ...approved, approval: '' }));
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('Enter the number of the approval');
    expect(await (await manager.post('/extracts', declared(approved))).text()).toContain('Nobody may be on this list');
    expect((await manager.post('/extracts/people.csv', declared(approved))).headers.get('content-type')).toContain('html');
    const compared = await manager.post('/extracts/opt-outs', { kind: 'opted-out', text: 'NHS number\n999 000 0018\n' });
    expect(compared.headers.get('location')).toBe('/extracts?done=opt-outs-compared');
    const text = await (await manager.post('/extracts/people.csv', declared(approved))).text();
    expect(text).toContain('Agnes Muir');
    expect(text).not.toContain('Bill Orr');
    expect(text).not.toContain('HYPERLINK');
    const kept = await within((tx) =>
      sql<{ n: number }>`select count(*)::int as n from opt_out_list l where l::text like '%9990000018%'`.execute(tx),
    );
    expect(kept.rows[0]!.n).toBe(0);
  });

  it('leaves out who told us themselves, whatever the next list says', async () => {
    await worker.post(`/people/${agreed.id}/opt-out`, { out: 'yes' });
    expect(await (await worker.get(`/people/${agreed.id}/consent`)).text()).toContain('They told us that they have opted out');
    await manager.post('/extracts/opt-outs', { kind: 'cleaned', text: '9434765919 \n 9990000018' });
    const research = declared({ basis: 'section-251', approval: '26/CAG/0123', purpose: 'research' });
    const text = await (await manager.post('/extracts/people.csv', research)).text();
    expect(text).toContain('Bill Orr');
    expect(text).not.toContain('Agnes');
    await worker.post(`/people/${agreed.id}/opt-out`, { out: 'no' });
    expect(await (await worker.get(`/people/${agreed.id}/consent`)).text()).toContain('Nobody has compared them');
  });

  it('is asked for again when something is missing, and nothing typed is lost', async () => {
    for (const wrong of [{ purpose: 'x' }, { recipient: ' ' }, { fields: [] }, { 'to-year': '2025' }, { 'from-day': '31' }]) {
      const answer = await manager.post('/extracts', declared(wrong));
      expect(answer.status, JSON.stringify(wrong)).toBe(422);
      expect(await answer.text()).toContain('There is a problem');
    }
    expect(await (await manager.post('/extracts', declared({ fields: [] }))).text()).toContain('Dr Shaw');
    expect((await manager.post('/extracts/opt-outs', { kind: 'opted-out', text: 'nothing' })).status).toBe(422);
    expect((await manager.post('/extracts/opt-outs', { text: '9990000018' })).status).toBe(422);
  });

  it('is for managers alone, and never for those who evaluate', async () => {
    for (const who of ['nurse', 'linkWorker', 'lead', 'evaluator', 'community', 'steering', 'admin'] as const) {
      const other = await web.signedIn(programme.as(who));
      expect((await other.get('/extracts')).status, who).toBe(403);
      expect((await other.post('/extracts/people.csv', declared())).status, who).toBe(403);
    }
    expect((await web.nobody.get('/extracts')).headers.get('location')).toContain('/sign-in');
    expect((await manager.post(`/people/${agreed.id}/opt-out`, { out: 'yes' })).status).toBe(404);
  });
});
