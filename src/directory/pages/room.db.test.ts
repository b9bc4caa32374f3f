import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { aService } from '../../../test/support/connected.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type Somebody, type TestProgramme } from '../../../test/support/programme.ts';
import { fillDirectory } from '../../../test/support/services.ts';
import { openWeb } from '../../../test/support/web.ts';
import { anything } from '../search.ts';
import { servicesFor } from '../record/whole.ts';
import type { Service } from '../service.ts';

const db = await testDatabase();
const web = openWeb(db);
const start = new Date('2026-11-21T10:00:00Z');
let programme: TestProgramme;
let walks: Service;
beforeEach(async () => {
  web.clock.now = start;
  programme = await newProgramme(db);
  walks = await aService(db, programme, { needs: ['loneliness'] });
});

const as = (who: Somebody) => web.signedIn(programme.as(who));
const text = async (answer: Promise<Response>) => {
  const page = await (await answer).text();
  return page
    .slice(page.indexOf('<main'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
};
const inDays = (days: number) => void (web.clock.now = new Date(web.clock.now.getTime() + days * 86_400_000));
const published = async (id = walks.id) => (await db.inProgramme(programme.id, (tx) => servicesFor(tx, [id], 'public', web.clock.now)))[0]!;
const events = async () =>
  (await db.inProgramme(programme.id, (tx) => sql<{ type: string; data: unknown }>`select type, data from event order by seq`.execute(tx)))
    .rows;

const yes = { unit: 'places', answer: 'room', available: '3', 'until-day': '19', 'until-month': '12', 'until-year': '2026' };
const stop = { reason: 'holiday', pauseUntil: 'day', 'pauseDay-day': '5', 'pauseDay-month': '1', 'pauseDay-year': '2027' };

describe('telling of room', () => {
  it('is offered to the organisation for its own services, four weeks ahead', async () => {
    const jean = await as('community');
    expect(await text(jean.get('/our-services'))).toContain('Glenkens walking group Room not known');
    const page = await (await jean.get(`/services/${walks.id}/room`)).text();
    expect(page).toMatch(/name="until-day"[^>]*value="19"/);
    expect(page).toMatch(/name="until-month"[^>]*value="12"/);
  });

  it('shows at once, and is not known any more after its day', async () => {
    const jean = await as('community');
    const told = await jean.post(`/services/${walks.id}/room`, { ...yes, maximum: '12', note: 'Mornings only' });
    expect([told.status, told.headers.get('location')]).toEqual([303, `/services/${walks.id}/room?done=room-told`]);
    const page = await text(jean.get(`/services/${walks.id}/room`));
    expect(page).toContain('Has room: 3 places');
    expect(page).toContain('3 places free of 12. Mornings only');
    expect(page).toContain('Jean Kirkpatrick');
    expect(await text((await as('linkWorker')).get(`/services/${walks.id}`))).toContain('Has room: 3 places');
    inDays(28);
    expect(await text((await as('community')).get('/our-services'))).toContain('Room not known');
  });

  it('counts several things, and publishes each with how many there are', async () => {
    const sam = await as('linkWorker');
    await sam.post(`/services/${walks.id}/room`, { ...yes, maximum: '12' });
    inDays(1);
    const later = await as('linkWorker');
    await later.post(`/services/${walks.id}/room`, { ...yes, unit: 'hours', answer: 'waiting', weeks: '3' });
    const { capacities } = await published();
    expect(capacities).toMatchObject([
      { unit: { name: 'hours' }, available: 0, description: expect.stringContaining('about 3 weeks') as string },
      { unit: { name: 'places' }, available: 3, maximum: 12 },
    ]);
    expect(await text(later.get(`/services/${walks.id}`))).toContain('Waiting list: about 3 weeks');
  });

  it('publishes what has expired as not there, not as none', async () => {
    await (await as('linkWorker')).post(`/services/${walks.id}/room`, { ...yes, answer: 'full' });
    expect((await published())['capacities']).toMatchObject([{ available: 0 }]);
    inDays(30);
    expect(await published()).not.toHaveProperty('capacities');
  });

  it('can be taken back', async () => {
    const sam = await as('linkWorker');
    await sam.post(`/services/${walks.id}/room`, yes);
    inDays(1);
    const later = await as('linkWorker');
    await later.post(`/services/${walks.id}/room/unknown`, { unit: 'places' });
    expect(await text(later.get(`/services/${walks.id}/room`))).toMatch(
      /How it shows now Room not known .*Took back what was said of places/,
    );
    expect(await published()).not.toHaveProperty('capacities');
  });

  it('is noted with numbers, and none of the words', async () => {
    await (await as('community')).post(`/services/${walks.id}/room`, { ...yes, note: 'Ring Morag first' });
    const told = (await events()).find(({ type }) => type === 'room-told');
    expect(told?.data).toEqual({ unit: 'places', available: 3, waitingList: false, waitWeeks: null });
  });

  it('says beside the box what is missing, and loses nothing', async () => {
    const jean = await as('community');
    const answer = await jean.post(`/services/${walks.id}/room`, {
      unit: 'beds',
      answer: 'room',
      available: 'some',
      note: 'Mornings',
      'until-day': '1',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Enter how many are free, such as 3');
    expect(page).toContain('Enter a day after today');
    expect(page).toContain('value="Mornings"');
    expect(page).toContain('value="some"');
  });

  it('takes no numbers that cannot be', async () => {
    const jean = await as('community');
    for (const wrong of [
      { available: '0' },
      { available: '-1' },
      { available: '9999999' },
      { available: '5', maximum: '2' },
      { unit: 'x' },
      { 'until-year': '2126' },
      { answer: 'waiting', weeks: '9999' },
    ])
      expect((await jean.post(`/services/${walks.id}/room`, { ...yes, ...wrong })).status, JSON.stringify(wrong)).toBe(422);
  });

  it('is not for the services of others, nor for those who only look', async () => {
    const others = await db.inProgramme(programme.id, fillDirectory);
    const jean = await as('community');
    for (const path of [`/services/${others.shed.id}/room`, '/services/00000000-0000-4000-8000-000000000000/room']) {
      expect((await jean.get(path)).status).toBe(404);
      expect((await jean.post(path, yes)).status).toBe(404);
    }
    expect((await jean.post(`/services/${others.shed.id}/pause`, stop)).status).toBe(404);
    expect((await (await as('nurse')).get(`/services/${walks.id}/room`)).status).toBe(404);
    expect(await text((await as('nurse')).get(`/services/${walks.id}`))).not.toContain('How it really goes');
  });
});

describe('stopping requests for a while', () => {
  const room = async (who: Somebody = 'linkWorker') => text((await as(who)).get(`/services/${walks.id}`));

  it('shows until when, and ends by itself on the day', async () => {
    const jean = await as('community');
    await jean.post(`/services/${walks.id}/room`, { ...yes, 'until-month': '2', 'until-year': '2027' });
    await jean.post(`/services/${walks.id}/pause`, stop);
    expect(await room()).toContain('Not taking anybody until 5 January 2027');
    web.clock.now = new Date('2027-01-04T23:30:00Z');
    expect(await room()).toContain('Not taking anybody');
    web.clock.now = new Date('2027-01-05T00:00:00Z');
    expect(await room()).toContain('Has room: 3 places');
  });

  it('publishes no room, and says why nobody is taken on', async () => {
    await (await as('linkWorker')).post(`/services/${walks.id}/room`, yes);
    await (await as('linkWorker')).post(`/services/${walks.id}/pause`, { ...stop, pauseNote: 'Morag is ill' });
    const service = await published();
    expect(service).toMatchObject({
      alert: 'Not taking anybody until 5 January 2027.',
      capacities: [{ available: 0, unit: { name: 'places' }, description: 'Not taking anybody until 5 January 2027.' }],
    });
    expect(JSON.stringify(service)).not.toMatch(/Morag|holiday/i);
    web.clock.now = new Date('2027-01-05T00:00:00Z');
    expect(await published()).not.toHaveProperty('alert');
  });

  it('tells those who read changes when it is over', async () => {
    await (await as('linkWorker')).post(`/services/${walks.id}/pause`, stop);
    web.clock.now = new Date('2027-01-05T09:00:00Z');
    await web.modules.room.noteWhatIsOver(programme.id);
    expect((await published())['last_modified']).toBe('2027-01-05T00:00:00.000Z');
    await web.modules.room.noteWhatIsOver(programme.id);
    expect((await published())['last_modified']).toBe('2027-01-05T00:00:00.000Z');
  });

  it('can be undone, and the undoing too', async () => {
    const sam = await as('linkWorker');
    await sam.post(`/services/${walks.id}/pause`, { ...stop, pauseUntil: 'notice' });
    const page = await (await sam.get(`/services/${walks.id}/room`)).text();
    expect(page).toContain('Not taking anybody until further notice');
    const pause = /name="pause" value="([0-9a-f-]{36})"/.exec(page)![1]!;
    const resumed = await sam.post(`/services/${walks.id}/resume`, { pause });
    expect(await room()).toContain('Room not known');
    expect(await text(sam.get(resumed.headers.get('location')!))).toContain('Undo: stop requests again');
    await sam.post(`/services/${walks.id}/resume`, { pause, again: 'yes' });
    expect(await room()).toContain('Not taking anybody for now');
    expect((await events()).map(({ type }) => type).filter((type) => type.startsWith('service-'))).toEqual([
      'service-paused',
      'service-resumed',
      'service-paused',
    ]);
  });

  it('may hold for all that an organisation runs, and for nobody else', async () => {
    const second = await aService(db, programme, { name: 'Glenkens lunch' });
    const others = await db.inProgramme(programme.id, fillDirectory);
    const jean = await as('community');
    expect((await jean.post('/our-services/pause', stop)).headers.get('location')).toBe('/our-services?done=service-paused');
    expect(await text(jean.get('/our-services'))).toContain('No service is taking anybody until 5 January 2027');
    const sam = await as('linkWorker');
    expect(await text(sam.get(`/services/${second.id}`))).toContain('Not taking anybody');
    expect(await text(sam.get(`/services/${others.shed.id}`))).not.toContain('Not taking anybody');
    expect((await sam.post('/our-services/pause', stop)).status).toBe(404);
  });

  it('is not another organisation’s to end', async () => {
    const others = await db.inProgramme(programme.id, fillDirectory);
    const sam = await as('linkWorker');
    await sam.post(`/services/${others.shed.id}/pause`, stop);
    const pause = /name="pause" value="([0-9a-f-]{36})"/.exec(await (await sam.get(`/services/${others.shed.id}/room`)).text())![1]!;
    expect((await (await as('community')).post(`/services/${walks.id}/resume`, { pause })).status).toBe(404);
    expect((await (await as('community')).post('/our-services/resume', { pause: 'nonsense' })).status).toBe(404);
  });

  it('finds it lower, and not among those with room', async () => {
    await aService(db, programme, { name: 'Dalry walking group', needs: ['loneliness'] });
    const sam = await as('linkWorker');
    await sam.post(`/services/${walks.id}/room`, { ...yes, 'until-month': '2', 'until-year': '2027' });
    const names = async (search = {}) => {
      const found = await web.modules.directory.findServices(programme.as('linkWorker'), { ...anything, words: 'walking', ...search });
      return found.ok ? found.value.found.map(({ name }) => name) : [];
    };
    expect(await names()).toEqual(['Glenkens walking group', 'Dalry walking group']);
    await sam.post(`/services/${walks.id}/pause`, stop);
    expect(await names()).toEqual(['Dalry walking group', 'Glenkens walking group']);
    expect(await names({ room: true })).toEqual([]);
    web.clock.now = new Date('2027-01-05T00:00:00Z');
    expect(await names({ room: true })).toEqual(['Glenkens walking group']);
  });

  it('says beside the box what is missing', async () => {
    const answer = await (
      await as('community')
    ).post(`/services/${walks.id}/pause`, {
      pauseUntil: 'day',
      'pauseDay-day': '1',
      'pauseDay-month': '1',
      'pauseDay-year': '2020',
      pauseNote: 'Snow',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Choose why');
    expect(page).toContain('value="Snow"');
  });
});
