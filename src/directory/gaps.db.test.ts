import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody, type TestProgramme } from '../../test/support/programme.ts';
import { fillDirectory } from '../../test/support/services.ts';
import { openWeb } from '../../test/support/web.ts';

const db = await testDatabase();
const web = openWeb(db);
const noon = new Date('2026-11-21T12:00:00Z');

let programme: TestProgramme;
beforeEach(async () => {
  web.clock.now = noon;
  programme = await newProgramme(db);
  await db.inProgramme(programme.id, fillDirectory);
});

async function as(who: Somebody) {
  const visit = await web.signedIn(programme.as(who));
  const read = async (answer: Response) => ({ status: answer.status, to: answer.headers.get('location') ?? '', page: await answer.text() });
  return {
    get: async (path: string) => read(await visit.get(path)),
    post: async (path: string, form: Form) => read(await visit.post(path, form)),
  };
}
type Form = Record<string, string | string[]>;

describe('gaps', () => {
  const form: Form = { gapNeed: ['transport', 'food'], gapPlace: 'Castle Douglas', why: 'none', note: 'Nothing runs on Sundays' };

  it('can be recorded, looked at and taken back by whoever recorded it', async () => {
    const sam = await as('linkWorker');
    const { to } = await sam.post('/gaps', { ...form, link: '?search=11111111-1111-4111-8111-111111111111&for=x y' });
    expect(to).toMatch(/^\/gaps\/[0-9a-f-]{36}\?search=11111111-1111-4111-8111-111111111111&done=gap-recorded$/);
    const own = await sam.get(to);
    expect(own.page).toContain('Nothing runs on Sundays');
    expect((await (await as('otherLinkWorker')).get(to)).status).toBe(404);
    const remove = to.replace(/\?.*/, '/remove');
    expect((await (await as('otherLinkWorker')).post(remove, {})).status).toBe(404);
    expect((await sam.post(remove, {})).to).toBe('/services?done=gap-removed');
    expect((await sam.get(to)).status).toBe(404);
  });

  it('are recorded with one click from a search, with the likeliest reason, and can be changed', async () => {
    const sam = await as('linkWorker');
    const { to } = await sam.post('/services', { words: 'shed', place: 'New Galloway', km: '5', need: ['purpose'] });
    const search = to.slice('/services'.length);
    expect((await sam.get(to)).page).toContain('Nothing here is right: record the gap');
    const recorded = await sam.post(`/services/gap${search}`, { quick: 'yes' });
    expect(recorded.status).toBe(303);
    const own = await sam.get(recorded.to);
    for (const text of ['Purpose or volunteering', 'None is near enough', 'New Galloway', 'Change what is recorded'])
      expect(own.page).toContain(text);
    const gap = recorded.to.replace(/\?.*/, '');
    expect((await sam.post(gap, { gapNeed: [], why: 'cost' })).status).toBe(422);
    const changed = await sam.post(gap, { gapNeed: ['loneliness'], gapPlace: 'Dalbeattie', why: 'cost', note: 'Bus fare' });
    expect(changed.to).toBe(`${gap}?done=gap-changed`);
    const after = (await sam.get(changed.to)).page;
    for (const text of ['It costs too much', 'Dalbeattie', 'Bus fare']) expect(after).toContain(text);
    expect((await (await as('otherLinkWorker')).post(gap, { gapNeed: ['food'], why: 'none' })).status).toBe(404);
    expect((await sam.post('/services/gap', { quick: 'yes' })).status).toBe(404);
    expect((await (await as('nurse')).post(`/services/gap?need=money`, { quick: 'yes' })).status).toBe(403);
  });

  it('can no longer be taken back the next day', async () => {
    const sam = await as('linkWorker');
    const { to } = await sam.post('/gaps', form);
    web.clock.now = new Date('2026-11-21T21:30:00Z');
    const again = await as('linkWorker');
    web.clock.now = new Date('2026-11-22T06:30:00Z');
    const later = await as('linkWorker');
    expect((await again.get(to)).status).toBe(303);
    expect((await later.get(to)).page).toContain('A gap can only be removed on the day it was recorded');
    expect((await later.post(to.replace(/\?.*/, '/remove'), {})).status).toBe(409);
  });

  it('asks for a need and a reason, and keeps the rest', async () => {
    const { status, page } = await (await as('linkWorker')).post('/gaps', { gapPlace: 'Castle Douglas', note: 'No bus', why: 'because' });
    expect(status).toBe(422);
    for (const text of ['Choose what was needed', 'Choose why nothing fitted', 'value="Castle Douglas"', 'No bus'])
      expect(page).toContain(text);
  });

  it('are counted by need and place, small numbers kept from those who must not recognise anybody', async () => {
    const sam = await as('linkWorker');
    for (let n = 0; n < 5; n++) await sam.post('/gaps', { gapNeed: 'transport', gapPlace: 'DG7 1AA', why: 'too-far' });
    await sam.post('/gaps', { gapNeed: 'domestic-abuse', gapPlace: 'DG7 1AA', why: 'full' });
    await sam.post('/gaps', { gapNeed: 'food', gapPlace: '4 Main Street, Home of Moira', why: 'none', note: 'Told by Moira' });
    const staff = (await sam.get('/gaps')).page;
    const evaluator = (await (await as('evaluator')).get('/gaps')).page;
    expect(staff).toContain('Domestic abuse');
    expect(evaluator).toContain('fewer than 5');
    expect(evaluator).toContain('None is near enough');
    expect(evaluator).not.toMatch(/Domestic abuse|1AA|Main Street|Moira|There is no such service/);
    expect((await (await as('nurse')).get('/gaps')).status).toBe(403);
    expect((await (await as('evaluator')).post('/gaps', form)).status).toBe(403);
  });
});
