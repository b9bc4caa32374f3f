import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPerson } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import { addGap, type Need } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';

type Web = ReturnType<typeof openWeb>;
type Visitor = Awaited<ReturnType<Web['signedIn']>>;

let db: Database;
beforeAll(async () => void (db = await testDatabase()));

let web: Web;
let programme: TestProgramme;
let manager: Visitor;
beforeEach(async () => {
  web = openWeb(db);
  web.clock.now = new Date('2026-11-21T10:00:00Z');
  programme = await newProgramme(db);
  manager = await web.signedIn(programme.as('manager'));
});

const text = async (path: string, visitor = manager) =>
  (await (await visitor.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const inProgramme = <T>(work: Parameters<Database['inProgramme']>[1]) => db.inProgramme(programme.id, work) as Promise<T>;

/** So many people referred for a need, each with a postcode. */
async function referred(count: number, need: Need, postcode: string, at = '2026-08-10T10:00:00Z'): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    const { id } = await aPerson(db, programme, { postcode, practice: null, givenName: `Moira${nth}` });
    await inProgramme(async (tx) => {
      await sql`insert into referral (id, reference, person_id, source, team_id, needs, stage, received_at)
        values (${randomUUID()}, ${randomUUID().slice(0, 12)}, ${id}, 'self', ${programme.team}, ${[need]}::text[], 'waiting', ${new Date(at)})`.execute(
        tx,
      );
    });
  }
}
const place = (form: Record<string, string | string[]>) => manager.post('/areas/places/new', { name: 'Upper glen', ...form });
const placeIn = async () => /needs-profile\/([0-9a-f-]{36})/.exec(await (await manager.get('/needs-profile')).text())?.[1] ?? '';
const count = (every = 'quarter') => manager.post('/needs-profile/counting', { every });
const fileIn = (location: string | null) => location ?? '';

describe('what people need in a place', () => {
  it('says how many were referred and what they could not get, and hides one to four', async () => {
    await referred(6, 'loneliness', 'DG7 3AA');
    await referred(3, 'money', 'DG7 3AA');
    await referred(5, 'food', 'DG2 1AA');
    for (let nth = 0; nth < 5; nth++)
      await inProgramme((tx) =>
        addGap(
          tx,
          {
            ...{ id: randomUUID(), needs: ['transport'], why: 'none', place: '', area: 'DG7', note: '', person: null },
            recordedBy: programme.as('linkWorker').id,
            at: new Date('2026-09-01T10:00:00Z'),
          },
          undefined,
        ),
      );
    expect((await count()).status).toBe(303);
    expect((await place({ postcodes: 'dg7' })).status).toBe(303);
    const whole = await text('/needs-profile/all');
    expect(whole).toContain('What people need: The whole programme');
    expect(whole).toContain('14 people referred');
    expect(whole).toContain('Nothing that fitted was found 5 times.');
    const [csv, glen] = [await text('/needs-profile/all/table.csv'), await text(`/needs-profile/${await placeIn()}/table.csv`)];
    expect(csv).toMatch(/Loneliness[^,\r]*,6,/);
    expect(csv).toMatch(/Money[^\r]*Not shown,/);
    expect(glen).toContain(',Everybody,9,');
    expect(glen).not.toMatch(/,3,0/);
  });

  it('is counted once: what is written down later, or bounded otherwise, cannot be compared with it', async () => {
    await referred(6, 'loneliness', 'DG7 3AA');
    await count();
    expect(await text('/needs-profile/all/table.csv')).toContain('Everybody,6,');
    await referred(1, 'loneliness', 'DG7 1AA');
    expect(await text('/needs-profile/all/table.csv')).toContain('Everybody,6,');
    await place({ postcodes: 'DG7' });
    const id = await placeIn();
    expect(await text(`/needs-profile/${id}/table.csv`)).toContain('Everybody,7,');
    expect((await manager.post(`/areas/places/${id}`, { name: 'Upper glen', postcodes: 'DG7 3', rowVersion: '1' })).status).toBe(303);
    // Six of the seven: the one who is left would stand alone.
    expect(await text(`/needs-profile/${id}/table.csv`)).toContain('Everybody,Not shown,');
  });

  it('says of each number what it counts, of which time and from where, and never what is restricted', async () => {
    await referred(6, 'domestic-abuse', 'DG7 3AA');
    await referred(6, 'loneliness', 'DG7 3AA');
    await count('year');
    web.clock.now = new Date('2027-01-09T10:00:00Z');
    manager = await web.signedIn(programme.as('manager'));
    expect(await text('/needs-profile/all')).not.toMatch(/abuse/i);
    expect((await manager.get('/needs-profile/all/needs/domestic-abuse')).status).toBe(404);
    const how = await text('/needs-profile/all/needs/loneliness');
    expect(how).toContain('People referred: 6');
    expect(how).toContain('Referrals received here');
    expect(how).toContain('Counted on 9 January 2027');
    expect(how).not.toContain('Moira');
  });

  it('is not there before it is chosen how people are counted, and that is chosen once', async () => {
    expect((await manager.get('/needs-profile/all')).headers.get('location')).toBe('/needs-profile');
    expect((await manager.post('/needs-profile/counting', {})).status).toBe(422);
    await count('year');
    expect((await count('quarter')).status).toBe(409);
    expect(await text('/needs-profile/all')).toContain('No'.slice(0, 1));
    expect((await manager.get('/needs-profile/nowhere')).status).toBe(404);
    expect((await manager.get('/needs-profile/all?period=2026-Q9')).status).toBe(404);
    const nurse = await web.signedIn(programme.as('nurse'));
    expect((await nurse.get('/needs-profile')).status).toBe(403);
    expect((await nurse.get('/needs-profile/all')).status).toBe(404);
  });
});

describe('figures of areas', () => {
  const rows = 'Area code,Area name,Lives alone (%)\nS01,Dalry,31\nS02,Carsphairn,lots';
  const meaning = { 'column-0': 'area', 'column-1': 'areaName', 'column-2': 'figure', name: 'Census', source: 'NRS', licence: 'OGL' };

  it('are tried, brought in, shown with their source beside the whole, and taken back', async () => {
    expect((await manager.post('/areas', { text: '' })).status).toBe(422);
    const file = fileIn((await manager.post('/areas', { text: rows })).headers.get('location'));
    const missing = await manager.post(file, { ...meaning, source: '', do: 'take' });
    expect(missing.status).toBe(422);
    const again = await missing.text();
    expect(again).toContain('Say who publishes these figures');
    expect(again).toContain('value="Census"');
    const tried = await (await manager.post(file, { ...meaning, year: '2022', do: 'try' })).text();
    expect(tried).toContain('1 figure: 1 indicator of 1 area. Nothing is changed yet.');
    expect(tried).toContain('row 3, “Lives alone (%)”: not a number');
    expect((await manager.post(file, { ...meaning, year: '2022', do: 'take' })).headers.get('location')).toBe('/areas?done=areas-loaded');
    await count();
    expect((await place({ postcodes: 'DG7 3AB' })).status).toBe(422);
    await place({ postcodes: '', areas: ['S01'] });
    const id = await placeIn();
    const shown = await text(`/needs-profile/${id}`);
    expect(shown).toContain('Lives alone, 2022');
    expect(shown).toContain('NRS · OGL');
    const load = /areas\/loads\/([0-9a-f-]{36})\/undo/.exec(await (await manager.get('/areas')).text())?.[1] ?? '';
    expect((await manager.post(`/areas/loads/${load}/undo`)).status).toBe(303);
    expect((await manager.post(`/areas/loads/${load}/undo`)).status).toBe(404);
    expect(await text(`/needs-profile/${id}`)).toContain('No figures of areas have been brought in');
    expect((await manager.post(`/areas/loads/${load}/redo`)).status).toBe(303);
    expect((await manager.post(`/areas/places/${id}`, { name: 'Glen', postcodes: 'DG7', rowVersion: '9' })).status).toBe(409);
  });
});

describe('the short list', () => {
  it('is filled from the profile, voted on, and says what was done', async () => {
    await referred(6, 'loneliness', 'DG7 3AA');
    await referred(8, 'money', 'DG7 3AA');
    await count();
    const lead = await web.signedIn(programme.as('lead'));
    expect((await lead.post('/needs-profile/all/needs/loneliness', { title: '' })).status).toBe(422);
    expect((await lead.post('/needs-profile/all/needs/loneliness', { title: 'Somewhere to sit in the evening' })).status).toBe(303);
    expect((await lead.post('/needs-profile/all/needs/loneliness', { title: 'Again' })).status).toBe(422);
    expect((await lead.post('/needs-priorities/vote', { choose: '1' })).status).toBe(422);
    await lead.post('/needs-profile/all/needs/money', { title: 'Help with forms' });
    const vote = { choose: '1', 'closesOn-day': '30', 'closesOn-month': '11', 'closesOn-year': '2026' };
    expect((await lead.post('/needs-priorities/vote', { ...vote, choose: '9' })).status).toBe(422);
    expect((await lead.post('/needs-priorities/vote', vote)).headers.get('location')).toBe('/needs-priorities?done=needs-vote-opened');
    expect((await lead.post('/needs-priorities/vote', vote)).status).toBe(422);
    const page = await (await lead.get('/needs-priorities')).text();
    expect(page).toContain('A vote is open. 0 of 0 members have voted.');
    const id = /needs-priorities\/([0-9a-f-]{36})\/steps/.exec(page)?.[1] ?? '';
    const step = {
      [`on-${id}-day`]: '20',
      [`on-${id}-month`]: '11',
      [`on-${id}-year`]: '2026',
      [`words-${id}`]: 'The hall is open on Fridays.',
    };
    expect((await lead.post(`/needs-priorities/${id}/steps`, { ...step, [`words-${id}`]: '' })).status).toBe(422);
    expect((await lead.post(`/needs-priorities/${id}/steps`, step)).status).toBe(303);
    expect((await lead.post(`/needs-priorities/${id}`, { [`title-${id}`]: 'Evenings', rowVersion: '7' })).status).toBe(409);
    expect((await lead.post(`/needs-priorities/${id}`, { [`title-${id}`]: 'Evenings', rowVersion: '1' })).status).toBe(303);
    expect((await lead.post(`/needs-priorities/${id}/remove`)).status).toBe(303);
    expect((await lead.post(`/needs-priorities/${id}/put-back`)).status).toBe(303);
    expect((await lead.post(`/needs-priorities/${randomUUID()}/remove`)).status).toBe(404);
    const seen = await text('/needs-priorities', await web.signedIn(programme.as('steering')));
    expect(seen).toContain('Evenings');
    expect(seen).toContain('The hall is open on Fridays.');
    expect(seen).not.toContain('Note something done');
  });
});
