import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, aPerson } from '../../test/support/connected.ts';
import { ownDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { type Somebody, someone } from '../../test/support/someone.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { workOf } from '../work.ts';

type Web = ReturnType<typeof openWeb>;
type Visitor = Awaited<ReturnType<Web['signedIn']>>;

let db: Database;
beforeAll(async () => void (db = await ownDatabase('around')));
afterAll(() => db.close());

let web: Web;
let programme: TestProgramme;
let sam: Visitor;
let lead: Visitor;
let moira: Somebody;
const details = () => ({ email: addressOf(programme), safeContact: { channels: ['email' as const], voicemailOk: null, note: '' } });
beforeEach(async () => {
  web = openWeb(db);
  // A Monday.
  web.clock.now = new Date('2026-11-23T08:00:00Z');
  programme = await newProgramme(db);
  sam = await web.signedIn(programme.as('linkWorker'));
  lead = await web.signedIn(programme.as('lead'));
  moira = await someone(db, programme, { details: details() });
});

const on = (name: string, day: string): Form => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const other = (day: string, time: string, more: Form = {}): Form => ({
  ...{ worker: programme.as('linkWorker').id, kind: 'meeting', slot: 'other', time, minutes: '60', tell: 'yes' },
  ...on('day', day),
  ...more,
});
const bodyOf = async (path: string, visitor = sam) => (await visitor.get(path)).text();
const idOf = async (person = moira.person.id) =>
  [...(await bodyOf(`/people/${person}/appointments`)).matchAll(/appointments\/([0-9a-f-]{36})/g)].at(-1)![1]!;
async function booked(form: Form, person = moira.person.id): Promise<string> {
  expect((await sam.post(`/people/${person}/appointments/new`, form)).status).toBe(303);
  return idOf(person);
}
const later = async (at: string) => {
  web.clock.now = new Date(at);
  sam = await web.signedIn(programme.as('linkWorker'));
};
const version = (page: string) => /name="rowVersion" value="(\d+)"/.exec(page)?.[1] ?? '';
const remindAll = async () => {
  await web.modules.calendar.handlers['remind-of-appointments']();
  await web.jobs.run(workOf(web.modules).handlers, web.clock.now);
};
const reminders = () => web.mail.letters.filter(({ to, text }) => to.address === addressOf(programme) && text.includes('to remind you'));
const hours = (more: Form = {}): Form => ({
  ...{ weekday: '3', starts: '9:00', ends: '13:00', slotMinutes: '60', ...on('from', '2026-11-01') },
  ...more,
});
const hoursPath = (who: Who = 'linkWorker') => `/calendar/hours/${programme.as(who).id}`;
const room = { name: 'Room 3', practice: '', place: 'High Street', gettingThere: '' };
async function aRoom(): Promise<string> {
  expect((await lead.post('/calendar/rooms', { ...room, practice: programme.practice })).status).toBe(303);
  return /rooms\/([0-9a-f-]{36})/.exec(await bodyOf('/calendar/rooms', lead))![1]!;
}

describe('a room', () => {
  it('is kept by the lead, and asked for its name', async () => {
    expect((await sam.get('/calendar/rooms')).status).toBe(403);
    const nameless = await lead.post('/calendar/rooms', { ...room, name: ' ' });
    expect([nameless.status, (await nameless.text()).includes('High Street')]).toEqual([422, true]);
    const id = await aRoom();
    expect((await lead.get(`/calendar/rooms/${programme.id}`)).status).toBe(404);
    expect(await bodyOf(`/calendar/rooms/${id}`, lead)).toContain('High Street');
  });

  it('changed by two at once keeps what the second typed', async () => {
    const path = `/calendar/rooms/${await aRoom()}`;
    const rowVersion = version(await bodyOf(path, lead));
    expect((await lead.post(path, { ...room, rowVersion, place: 'Main Street' })).status).toBe(303);
    const second = await lead.post(path, { ...room, rowVersion, gettingThere: 'By the burn' });
    const page = await second.text();
    expect([second.status, page.includes('By the burn'), page.includes('Main Street')]).toEqual([409, true, true]);
  });

  it('holds one link worker at a time, and nobody once it is given up', async () => {
    const id = await aRoom();
    expect((await lead.post(hoursPath(), hours({ room: id }))).status).toBe(303);
    const taken = await lead.post(hoursPath('otherLinkWorker'), hours({ room: id, starts: '12:00' }));
    expect([taken.status, (await taken.text()).includes('The room has somebody else then')]).toEqual([422, true]);
    const path = `/calendar/rooms/${id}`;
    await lead.post(path, { ...room, ended: 'yes', rowVersion: version(await bodyOf(path, lead)) });
    const gone = await sam.post(`/people/${moira.person.id}/appointments/new`, other('2026-11-26', '10:00', { where: id }));
    expect([gone.status, (await gone.text()).includes('Choose a room from the list')]).toEqual([422, true]);
  });
});

describe('times offered and used', () => {
  it('are seen by the lead, with days in the surgery and nobody’s name', async () => {
    const id = await aRoom();
    await lead.post(hoursPath(), hours({ room: id }));
    await booked(other('2026-11-26', '10:00', { where: id }));
    await later('2026-12-03T18:00:00Z');
    lead = await web.signedIn(programme.as('lead'));
    expect((await sam.get('/calendar/figures')).status).toBe(403);
    const page = (await bodyOf('/calendar/figures', lead)).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(page).toMatch(/Sam Findlay 16 1 1 0 0 0/);
    expect(page).toMatch(/Glenkens Medical Practice 4/);
    expect(page).not.toContain('Kerr');
  });
});

describe('days away', () => {
  const offered = async () => (await bodyOf(`/people/${moira.person.id}/appointments/new`)).includes('Thu 26 Nov, 09:00');

  it('leave no free times, and a time on them is made only by somebody who means it', async () => {
    await lead.post(hoursPath(), hours());
    expect(await offered()).toBe(true);
    expect((await lead.post(`${hoursPath()}/away`, { ...on('awayFrom', '2026-11-27'), ...on('awayTo', '2026-11-26') })).status).toBe(422);
    expect((await lead.post(`${hoursPath()}/away`, { ...on('awayFrom', '2026-11-26'), ...on('awayTo', '2026-11-26') })).status).toBe(303);
    expect(await offered()).toBe(false);
    const asked = await sam.post(`/people/${moira.person.id}/appointments/new`, other('2026-11-26', '10:00'));
    expect([asked.status, (await asked.text()).includes('is away that day')]).toEqual([422, true]);
    const remove = /days\/[0-9a-f-]{36}\/remove/.exec(await bodyOf(`/calendar/hours?who=${programme.as('linkWorker').id}`, lead))![0];
    await lead.post(`${hoursPath()}/${remove}`);
    expect(await offered()).toBe(true);
  });

  it('that were planned with whoever covers leave no free times either', async () => {
    await lead.post(hoursPath(), hours());
    const [account, cover] = [programme.as('linkWorker').id, programme.as('otherLinkWorker').id];
    const planned = await lead.post('/absences', { account, cover, ...on('from', '2026-11-25'), ...on('to', '2026-11-27') });
    expect(planned.status).toBe(303);
    expect(await offered()).toBe(false);
    expect(await bodyOf(`/calendar/hours?who=${account}`, lead)).toContain('Planned with whoever covers');
    expect(await bodyOf('/calendar')).toContain('Away');
  });
});

describe('what is ahead of somebody', () => {
  it('is stopped when they have died, and nobody is reminded', async () => {
    const id = await booked(other('2026-11-26', '10:00'));
    const died = { known: 'yes', ...on('on', '2026-11-22'), saidBy: 'Her daughter', sure: 'yes' };
    expect((await sam.post(`/people/${moira.person.id}/died`, died)).status).toBe(303);
    expect(await bodyOf(`/people/${moira.person.id}/appointments/${id}`)).toContain('All appointments were stopped');
    await later('2026-11-25T10:05:00Z');
    await remindAll();
    expect(reminders()).toEqual([]);
  });

  it('is named on the page that ends their support, and nobody is reminded of it after', async () => {
    await booked(other('2026-11-26', '10:00'));
    const path = `/people/${moira.person.id}/close`;
    expect(await bodyOf(path)).toContain('One appointment is still ahead');
    const rowVersion = version(await bodyOf(path));
    const ended = { support: moira.support.id, rowVersion, because: 'completed', outcome: 'She sings on Tuesdays', tell: 'no' };
    expect((await sam.post(path, ended)).status).toBe(303);
    await later('2026-11-25T10:05:00Z');
    await remindAll();
    expect(reminders()).toEqual([]);
  });

  it('brings no reminder to somebody who no longer agrees to support', async () => {
    await booked(other('2026-11-26', '10:00'));
    const said = { answer: 'refused', how: 'phone' };
    const no = await sam.post(`/people/${moira.person.id}/consent/support`, said);
    expect(no.status).toBe(303);
    await later('2026-11-25T10:05:00Z');
    await remindAll();
    expect(reminders()).toEqual([]);
  });

  it('brings a reminder to whoever has support and did not say no', async () => {
    await booked(other('2026-11-26', '10:00'));
    await later('2026-11-25T10:05:00Z');
    await remindAll();
    expect(reminders()).toHaveLength(1);
  });
});

describe('an appointment that changed meanwhile', () => {
  it('keeps the words of whoever would have called it off', async () => {
    const path = `/people/${moira.person.id}/appointments/${await booked(other('2026-11-26', '10:00'))}`;
    const off = { rowVersion: version(await bodyOf(`${path}/cancel`)), by: 'person', 'reason-person': 'caring', note: 'Her mother fell' };
    const move = { ...other('2026-11-27', '14:00'), rowVersion: off.rowVersion, askedBy: 'us', reason: 'room' };
    expect((await sam.post(`${path}/move`, move)).status).toBe(303);
    const second = await sam.post(`${path}/cancel`, off);
    const page = await second.text();
    expect([second.status, page.includes('Her mother fell'), page.includes('Fri 27 Nov, 14:00')]).toEqual([409, true, true]);
    expect((await sam.post(`${path}/cancel`, { ...off, rowVersion: version(page) })).status).toBe(303);
    const third = await sam.post(`${path}/cancel`, off);
    expect([third.status, (await third.text()).includes('Her mother fell')]).toEqual([409, true]);
    const moved = await sam.post(`${path}/move`, { ...move, bring: 'Her glasses' });
    expect([moved.status, (await moved.text()).includes('Her glasses')]).toEqual([409, true]);
  });

  it('keeps what was written of somebody who was not there', async () => {
    const path = `/people/${moira.person.id}/appointments/${await booked(other('2026-11-26', '10:00'))}/not-there`;
    await later('2026-11-26T11:30:00Z');
    const said = { rowVersion: version(await bodyOf(path)), reason: 'transport', note: 'The bus did not come' };
    expect((await sam.post(path, said)).status).toBe(303);
    const second = await sam.post(path, { ...said, note: 'Rang twice' });
    const page = await second.text();
    expect([second.status, page.includes('Rang twice'), page.includes('They were not there')]).toEqual([409, true, true]);
  });
});

describe('when somebody with support was not there', () => {
  it('it is one fair try to reach them, and they are tried again', async () => {
    const path = `/people/${moira.person.id}/appointments/${await booked(other('2026-11-26', '10:00'))}/not-there`;
    await later('2026-11-26T11:30:00Z');
    expect((await sam.post(path, { rowVersion: version(await bodyOf(path)), reason: 'not-known' })).status).toBe(303);
    const page = await bodyOf(`/people/${moira.person.id}`);
    expect(page).toContain('Visit: they were not there');
    expect(page).toContain('Try to reach them again');
  });

  it('and that is said in the contact form, the appointment is settled with it', async () => {
    const id = await booked(other('2026-11-26', '10:00'));
    await later('2026-11-26T11:30:00Z');
    const contact = `/people/${moira.person.id}/contact`;
    expect(await bodyOf(`${contact}?appointment=${id}`)).toContain(id);
    const said = {
      appointment: id,
      channel: 'visit',
      outcome: 'not-there',
      note: 'The hall was shut',
      ...on('day', '2026-11-26'),
      time: '10:00',
    };
    expect((await sam.post(contact, said)).headers.get('location')).toContain('attempt-saved');
    const page = await bodyOf(`/people/${moira.person.id}/appointments/${id}`);
    expect(page).toContain('They were not there');
    expect(page).toContain('The hall was shut');
    expect(await bodyOf('/tasks')).not.toContain(`/appointments/${id}`);
  });
});

describe('an appointment that took place', () => {
  it('becomes a contact with day, time, length and place filled in, and is then settled', async () => {
    const id = await booked(other('2026-11-26', '10:00', { minutes: '45', where: 'elsewhere', place: 'The library' }));
    await later('2026-11-26T11:30:00Z');
    const contact = `/people/${moira.person.id}/contact`;
    const page = await bodyOf(`${contact}?appointment=${id}`);
    for (const filled of [/name="day-day"[^>]*value="26"/, /name="time"[^>]*value="10:00"/, /name="minutes"[^>]*value="45"/])
      expect(page).toMatch(filled);
    expect(page).toContain('The library');
    const said = {
      appointment: id,
      channel: 'visit',
      outcome: 'met',
      minutes: '45',
      note: 'Talked of the choir',
      ...on('day', '2026-11-26'),
    };
    expect((await sam.post(contact, { ...said, time: '10:00' })).headers.get('location')).toContain('contact-saved');
    expect(await bodyOf(`/people/${moira.person.id}/appointments/${id}`)).toContain('It happened');
  });
});

describe('two records with appointments at one time', () => {
  it('are not made one until one of them is called off', async () => {
    const twin = await aPerson(db, programme, { givenName: 'Móira', familyName: 'Kerr', dateOfBirth: '1964-03-14' });
    await booked(other('2026-11-26', '10:00'));
    const { id: rhona } = programme.as('otherLinkWorker');
    const theirs = { ...other('2026-11-26', '10:30'), worker: rhona };
    const answer = await lead.post(`/people/${twin.id}/appointments/new`, theirs);
    expect(answer.status).toBe(303);
    const path = `/people/${moira.person.id}/same/${twin.id}`;
    const refused = await sam.post(path, { sure: 'yes' });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('Both have an appointment at the same time: Thu 26 Nov, 10:00');
    const off = `/people/${twin.id}/appointments/${await idOf(twin.id)}/cancel`;
    await sam.post(off, { rowVersion: version(await bodyOf(off)), by: 'person', 'reason-person': 'not-said' });
    expect((await sam.post(path, { sure: 'yes' })).status).toBe(303);
  });
});
