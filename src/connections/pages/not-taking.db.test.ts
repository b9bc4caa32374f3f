import { beforeEach, describe, expect, it } from 'vitest';
import { aPerson, aService, connect, linkInMail, versionOf } from '../../../test/support/connected.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { openWeb } from '../../../test/support/web.ts';
import { type Service, servicesById } from '../../directory/index.ts';
import type { Person } from '../../people/index.ts';
import { ofPerson } from '../index.ts';

const db = await testDatabase();
const web = openWeb(db);
let programme: TestProgramme;
let walks: Service;
let moira: Person;
beforeEach(async () => {
  web.clock.now = new Date('2026-11-23T10:00:00Z');
  programme = await newProgramme(db);
  walks = await aService(db, programme);
  moira = await aPerson(db, programme);
});

const pause = (until: string | null) =>
  web.modules.room.pause(programme.as('community'), walks.id, { reason: 'holiday', note: 'Morag is away', until });
const path = () => `/people/${moira.id}/connect/${walks.id}`;
const connections = () => db.inProgramme(programme.id, (tx) => ofPerson(tx, moira.id));

describe('a service that takes nobody at present', () => {
  it('is said kindly, with another one or a reminder to choose from', async () => {
    await pause('2027-01-05');
    const sam = await web.signedIn(programme.as('linkWorker'));
    const page = await (await sam.get(path())).text();
    expect(page).toContain('Glenkens walking group is not taking anybody at present');
    expect(page).toContain('They take people again from 5 January 2027');
    expect(page).toContain(`href="/services?for=${moira.id}"`);
    expect(page).not.toContain('name="how"');
    expect(page).not.toContain('Morag');
  });

  it('is asked by nobody, however it would be asked', async () => {
    await pause(null);
    const sam = await web.signedIn(programme.as('linkWorker'));
    for (const how of ['asked', 'rung', 'self'])
      for (const step of ['preview', 'send'])
        expect((await sam.post(path(), { how, fields: ['phone'], step, consent: 'yes' })).status).toBe(409);
    expect(await connections()).toEqual([]);
  });

  it('can be remembered for the day on which it takes people again', async () => {
    await pause('2027-01-05');
    const sam = await web.signedIn(programme.as('linkWorker'));
    const page = await (await sam.get(path())).text();
    const typed = Object.fromEntries([...page.matchAll(/name="(note|dueOn)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    expect(typed).toEqual({ note: 'Ask Glenkens walking group again: they took nobody for a while', dueOn: '2027-01-05' });
    expect(page).toContain(`action="/people/${moira.id}/tasks"`);
  });

  it('stops nothing that was asked before, and is asked again when it takes people again', async () => {
    await pause('2027-01-05');
    web.clock.now = new Date('2027-01-05T09:00:00Z');
    await connect(web, programme, { person: moira.id, service: walks.id });
    await pause(null);
    expect((await connections()).map(({ status }) => status)).toEqual(['requested']);
  });
});

describe('an organisation that is full', () => {
  const answer = async (form: Record<string, string>) => {
    await connect(web, programme, { person: moira.id, service: walks.id });
    const link = await linkInMail(web);
    const page = await (await web.nobody.get(link)).text();
    expect(page).toContain('Should requests stop for a while?');
    return web.nobody.post(link, { version: versionOf(page), answer: 'cannot-help', ...form });
  };
  const stopped = async () => (await db.inProgramme(programme.id, (tx) => servicesById(tx, [walks.id])))[0]!.pause?.until;

  it('can stop requests for a while in the same answer, without an account', async () => {
    expect((await answer({ reason: 'full', pauseWeeks: '4' })).status).toBe(303);
    expect(await stopped()).toBe('2026-12-21');
    const sam = await web.signedIn(programme.as('linkWorker'));
    expect(await (await sam.get(`/services/${walks.id}`)).text()).toContain('Not taking anybody until 21 December 2026');
  });

  it.each([
    ['says nothing of it', { reason: 'full', pauseWeeks: '' }],
    ['turns somebody down for another reason', { reason: 'not-eligible', pauseWeeks: '4' }],
    ['asks for what is not offered', { reason: 'full', pauseWeeks: '400' }],
  ])('goes on getting requests when it %s', async (_what, form) => {
    await answer(form);
    expect(await stopped()).toBeUndefined();
  });
});
