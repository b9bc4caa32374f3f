import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import ICAL from 'ical.js';
import { addressOf, aPerson } from '../../test/support/connected.ts';
import { ownDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Person } from '../people/index.ts';
import type { Database } from '../platform/database.ts';
import { workOf } from '../work.ts';

type Web = ReturnType<typeof openWeb>;
type Visitor = Awaited<ReturnType<Web['signedIn']>>;

let db: Database;
beforeAll(async () => void (db = await ownDatabase('appointments')));
afterAll(() => db.close());

let web: Web;
let programme: TestProgramme;
let sam: Visitor;
let moira: Person;
beforeEach(async () => {
  web = openWeb(db);
  // A Monday.
  web.clock.now = new Date('2026-11-23T08:00:00Z');
  programme = await newProgramme(db);
  sam = await web.signedIn(programme.as('linkWorker'));
  moira = await aPerson(db, programme, { email: addressOf(programme), safeContact: { channels: ['email'], voicemailOk: null, note: '' } });
});

const other = (day: string, time: string, more: Form = {}): Form => {
  const [year = '', month = '', date = ''] = day.split('-');
  return {
    worker: programme.as('linkWorker').id,
    kind: 'meeting',
    slot: 'other',
    'day-day': date,
    'day-month': month,
    'day-year': year,
    time,
    minutes: '60',
    tell: 'yes',
    ...more,
  };
};
const book = (form: Form, person = moira.id) => sam.post(`/people/${person}/appointments/new`, form);
const bodyOf = async (path: string, visitor = sam) => (await visitor.get(path)).text();
async function booked(form: Form, person = moira.id): Promise<string> {
  const answer = await book(form, person);
  if (answer.status !== 303)
    throw new Error(`Not booked: ${answer.status} ${/error-message[^>]*>([\s\S]*?)<\/span>/.exec(await answer.text())?.[1]}`);
  const ids = [...(await bodyOf(`/people/${person}/appointments`)).matchAll(/appointments\/([0-9a-f-]{36})/g)];
  return ids.at(-1)![1]!;
}
const send = () => web.jobs.run(workOf(web.modules).handlers, web.clock.now);
const linkIn = (text: string | undefined) => /http:\/\/127\.0\.0\.1:3000(\/appointment\/[\w-]+)/.exec(text ?? '')?.[1] ?? '';
const version = (page: string) => /name="rowVersion" value="(\d+)"/.exec(page)?.[1] ?? '';
const tasks = () =>
  db.inProgramme(programme.id, async (tx) => {
    const { rows } = await (
      await import('kysely')
    ).sql<{ kind: string }>`select kind from task where done_at is null order by kind`.execute(tx);
    return rows.map(({ kind }) => kind);
  });

describe('an appointment', () => {
  it('is made, stands in the calendar, and is told to the person without a word of why', async () => {
    await booked(other('2026-11-26', '10:00', { bring: 'The letter from the council' }));
    expect(await bodyOf('/calendar')).toContain('Moira Kerr');
    expect(await tasks()).toEqual(['appointment']);
    await send();
    const letter = web.mail.letters.at(-1)!;
    expect(letter.to.address).toBe(addressOf(programme));
    expect(letter.text).toContain('You will meet Sam on Thursday 26 November at 10:00.');
    expect(letter.text).toContain('Please bring: The letter from the council');
    expect(letter.text).not.toMatch(/lonel|need|prescri/i);
  });

  it('is refused when the link worker, or the person, is busy then, and says with what', async () => {
    await booked(other('2026-11-26', '10:00'));
    const jean = await aPerson(db, programme, { givenName: 'Jean', familyName: 'Scott' });
    const answer = await book(other('2026-11-26', '10:30', { bring: 'Her diary' }), jean.id);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('There is already something then: Thu 26 Nov, 10:00 to 11:00, Moira Kerr');
    expect(page).toContain('Her diary');
    expect((await book(other('2026-11-26', '11:00'), jean.id)).status).toBe(303);
  });

  it('is promised once, even when two ask in the same moment', async () => {
    const people = await Promise.all(['Ann', 'Bea', 'Cat'].map((givenName) => aPerson(db, programme, { givenName })));
    const answers = await Promise.all(people.map(({ id }) => book(other('2026-11-27', '09:00'), id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  });

  it('is not made for a time that has gone by, for a minute, or for a day that is none', async () => {
    expect(await (await book(other('2026-11-20', '10:00'))).text()).toContain('That time has gone by');
    expect(await (await book(other('2026-11-26', '10:00', { minutes: '5' }))).text()).toContain('Choose between 15 minutes and 4 hours');
    expect((await book(other('2026-02-31', '10:00'))).status).toBe(422);
    expect((await book(other('2026-11-26', 'noonish'))).status).toBe(422);
    expect((await book({})).status).toBe(422);
    expect((await book(other('2027-03-28', '01:30', { anyway: 'yes' }))).status).toBe(422);
  });

  it('on a bank holiday, or very early, is made only by somebody who says that they mean it', async () => {
    const asked = await book(other('2026-12-25', '10:00'));
    expect(asked.status).toBe(422);
    expect(await asked.text()).toContain('That day is a bank holiday');
    expect((await book(other('2026-12-25', '10:00', { anyway: 'yes' }))).status).toBe(303);
    expect(await (await book(other('2026-11-26', '3:00'))).text()).toContain('That is very early');
  });

  it('cannot be changed by two at once without the second hearing of it', async () => {
    const id = await booked(other('2026-11-26', '10:00'));
    const path = `/people/${moira.id}/appointments/${id}/move`;
    const rowVersion = version(await bodyOf(path));
    const change = { rowVersion, askedBy: 'person', reason: 'transport' };
    expect((await sam.post(path, other('2026-11-26', '14:00', change))).status).toBe(303);
    const second = await sam.post(path, other('2026-11-27', '09:00', { ...change, bring: 'Tea' }));
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Somebody has changed this appointment meanwhile');
    expect(page).toContain('Tea');
    expect(page).toContain('14:00');
  });

  it('is nobody’s business in another programme', async () => {
    const id = await booked(other('2026-11-26', '10:00'));
    const elsewhere = await newProgramme(db);
    const stranger = await web.signedIn(elsewhere.as('linkWorker'));
    expect((await stranger.get(`/people/${moira.id}/appointments/${id}`)).status).toBe(404);
  });
});

describe('a reminder', () => {
  it('goes the day before, once, and not after the appointment was called off', async () => {
    const id = await booked(other('2026-11-26', '10:00'));
    const lost = await booked(other('2026-11-27', '10:00'));
    await send();
    web.mail.letters.length = 0;
    const off = await sam.post(`/people/${moira.id}/appointments/${lost}/cancel`, {
      rowVersion: version(await bodyOf(`/people/${moira.id}/appointments/${lost}/cancel`)),
      by: 'person',
      'reason-person': 'unwell',
    });
    expect(off.status).toBe(303);
    for (const at of ['2026-11-25T10:05:00Z', '2026-11-25T10:15:00Z', '2026-11-26T09:30:00Z', '2026-11-26T10:05:00Z']) {
      web.clock.now = new Date(at);
      await web.modules.calendar.handlers['remind-of-appointments']();
      await send();
    }
    const reminders = web.mail.letters.filter(
      ({ to, text }) => to.address === addressOf(programme) && text.includes('This is to remind you.'),
    );
    expect(reminders).toHaveLength(1);
    expect(reminders[0]!.text).toContain('Thursday 26 November at 10:00');
    expect(id).not.toBe(lost);
  });
});

describe('somebody’s own page', () => {
  const opened = async () => {
    await booked(other('2026-11-26', '10:00'));
    await send();
    const path = linkIn(web.mail.letters.at(-1)?.text);
    return { path, page: await (await web.nobody.get(path)).text() };
  };

  it('says when and where, and nothing of who asked for it or why', async () => {
    const { page } = await opened();
    expect(page).toContain('You will meet Sam on Thursday 26 November at 10:00.');
    expect(page).toContain('bothy-exit');
    expect(page).not.toContain('Kerr');
  });

  it('takes a yes twice without harm', async () => {
    const { path, page } = await opened();
    expect((await web.nobody.post(`${path}/coming`, { rowVersion: version(page) })).status).toBe(303);
    const again = await web.nobody.post(`${path}/coming`, { rowVersion: version(page) });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('You have told us that you will be there.');
  });

  it('takes a wish for another time to the link worker', async () => {
    const { path, page } = await opened();
    expect((await web.nobody.post(`${path}/ask`, { rowVersion: version(page), wish: '' })).status).toBe(422);
    const asked = await web.nobody.post(`${path}/ask`, { rowVersion: version(page), wish: 'After the school run' });
    expect(asked.status).toBe(303);
    expect(await tasks()).toEqual(['appointment', 'appointment-asked']);
  });

  it('calls off, and the page then says so for good', async () => {
    const { path, page } = await opened();
    expect((await web.nobody.post(`${path}/cancel`, { rowVersion: version(page) })).status).toBe(303);
    expect(await (await web.nobody.get(path)).text()).toContain('It is called off');
    expect((await web.nobody.post(`${path}/coming`, { rowVersion: '2' })).status).toBe(409);
    expect(await tasks()).toEqual(['appointment-off']);
  });

  it('lets them choose one of the free times, which is then theirs', async () => {
    const lead = await web.signedIn(programme.as('lead'));
    const hours = {
      weekday: '4',
      starts: '9:00',
      ends: '12:00',
      slotMinutes: '60',
      'from-day': '1',
      'from-month': '11',
      'from-year': '2026',
    };
    expect((await lead.post(`/calendar/hours/${programme.as('linkWorker').id}`, hours)).status).toBe(303);
    const { path, page } = await opened();
    const startsAt = /name="startsAt"[^>]*value="([^"]+)"/.exec(page)![1]!;
    expect(startsAt).toBe('2026-11-27T09:00:00.000Z');
    expect((await web.nobody.post(`${path}/choose`, { rowVersion: version(page), startsAt: '2026-11-27T09:10:00.000Z' })).status).toBe(409);
    expect((await web.nobody.post(`${path}/choose`, { rowVersion: version(page), startsAt })).status).toBe(303);
    expect(await (await web.nobody.get(path)).text()).toContain('Friday 27 November at 09:00');
    await send();
    expect(web.mail.letters.at(-1)!.text).toContain('Your appointment has changed.');
  });

  it('is unknown for a wrong address, and too old once the day has passed', async () => {
    const { path } = await opened();
    expect((await web.nobody.get('/appointment/not-a-token')).status).toBe(404);
    web.clock.now = new Date('2026-11-28T10:00:00Z');
    expect((await web.nobody.get(path)).status).toBe(410);
  });

  it('gives a file for their own calendar that says no more than when and where', async () => {
    const { path } = await opened();
    const file = await (await web.nobody.get(`${path}/appointment.ics`)).text();
    const [event] = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent');
    expect(event!.getFirstPropertyValue('summary')).toBe('Appointment');
    expect(file).not.toMatch(/Moira|Kerr|Sam/);
  });
});

describe('when somebody was not there', () => {
  it('asks what would make it easier, and keeps it', async () => {
    const id = await booked(other('2026-11-26', '10:00'));
    const path = `/people/${moira.id}/appointments/${id}/not-there`;
    expect((await sam.get(path)).status).toBe(409);
    web.clock.now = new Date('2026-11-26T11:30:00Z');
    sam = await web.signedIn(programme.as('linkWorker'));
    const rowVersion = version(await bodyOf(path));
    expect((await sam.post(path, { rowVersion, reason: 'hopeless' })).status).toBe(422);
    const saved = await sam.post(path, {
      rowVersion,
      reason: 'transport',
      easier: ['transport', 'come-to-them'],
      note: 'The bus was late',
    });
    expect(saved.status).toBe(303);
    const page = await bodyOf(`/people/${moira.id}/appointments/${id}`);
    expect(page).toContain('Help with getting there, We come to them');
    expect(page).not.toMatch(/did not attend|DNA|failed/i);
    expect(await tasks()).toEqual([]);
  });

  it('and it was our doing, they get our apology', async () => {
    const id = await booked(other('2026-11-26', '10:00'));
    const path = `/people/${moira.id}/appointments/${id}/cancel`;
    const off = await sam.post(path, { rowVersion: version(await bodyOf(path)), by: 'us', 'reason-us': 'we-are-ill' });
    expect(off.status).toBe(303);
    await send();
    expect(web.mail.letters.at(-1)!.text).toContain('That was our doing, and not yours.');
  });
});

describe('the private calendar of a link worker', () => {
  const addressIn = (page: string) => /http:\/\/127\.0\.0\.1:3000(\/calendar\/feed\/[\w-]+\.ics)/.exec(page)?.[1] ?? '';

  it('holds times and kinds, and not a single name or home', async () => {
    await booked(other('2026-11-26', '10:00', { kind: 'home' }));
    await booked(other('2026-11-27', '10:00', { where: 'elsewhere', place: 'The refuge in Dumfries', bring: 'Her passport' }));
    const path = addressIn(await (await sam.post('/calendar/feed')).text());
    const feed = await web.nobody.get(path);
    expect(feed.headers.get('content-type')).toContain('text/calendar');
    const text = await feed.text();
    expect(text).not.toMatch(/Moira|Kerr|Brae|refuge|passport|Galloway/);
    const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    expect(events.map(({ summary, startDate }) => `${summary} ${startDate.toJSDate().toISOString()}`).sort()).toEqual([
      'Appointment 2026-11-27T10:00:00.000Z',
      'Home visit 2026-11-26T10:00:00.000Z',
    ]);
  });

  it('is not read again when nothing changed, and is read when something did', async () => {
    const path = addressIn(await (await sam.post('/calendar/feed')).text());
    const etag = (await web.nobody.get(path)).headers.get('etag')!;
    const ask = () => web.nobody.request('GET', path, undefined, { 'if-none-match': etag });
    expect((await ask()).status).toBe(304);
    await booked(other('2026-11-26', '10:00'));
    expect((await ask()).status).toBe(200);
  });

  it('stops when it is stopped, and a new address ends the old one', async () => {
    const first = addressIn(await (await sam.post('/calendar/feed')).text());
    expect(await bodyOf('/calendar/feed')).not.toContain(first);
    const second = addressIn(await (await sam.post('/calendar/feed')).text());
    expect((await web.nobody.get(first)).status).toBe(404);
    expect((await web.nobody.get(second)).status).toBe(200);
    await sam.post('/calendar/feed/end');
    expect((await web.nobody.get(second)).status).toBe(404);
  });
});
