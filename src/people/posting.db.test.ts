import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Composer } from '../messages/index.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { someone } from '../../test/support/someone.ts';
import type { NewPerson } from './index.ts';

let db: Database;
let programme: TestProgramme;
let web: ReturnType<typeof openWeb>;
let sam: Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db);
});
beforeEach(async () => {
  web = openWeb(db);
  sam = await web.signedIn(programme.as('linkWorker'));
});

let made = 0;
const handover: Composer = (_tx, _about, { publicUrl }) => {
  const url = `${publicUrl}/hello/secret-${++made}`;
  return Promise.resolve({
    subject: 'A new link worker',
    text: `Rhona will ring you on Monday. ${url}\n`,
    short: 'Hello.',
    secrets: [url],
  });
};

async function queued(ways: NonNullable<NewPerson['safeContact']>['channels'], details: Partial<NewPerson> = {}) {
  const { person } = await someone(db, programme, {
    details: {
      ...{ givenName: 'Jean', familyName: 'Moffat', address: '2 Kirk Brae', place: 'Dalry', postcode: 'DG7 3XX' },
      safeContact: { channels: ways, voicemailOk: null, note: '' },
      ...details,
    },
  });
  const id = await db.inProgramme(programme.id, (tx) =>
    web.modules.messages.queue(tx, {
      template: 'hello',
      about: randomUUID(),
      person: person.id,
      to: { person: person.id },
      at: web.clock.now,
    }),
  );
  Object.assign(web.modules.composers, { hello: handover });
  await web.jobs.run(web.modules.delivery.handlers, web.clock.now);
  const message = async () =>
    (await db.inProgramme(programme.id, (tx) => web.modules.messages.messagesAbout(tx, person.id))).find((each) => each.id === id)!;
  const events = async () =>
    (await db.inProgramme(programme.id, (tx) => eventsAbout(tx, person.id))).map(({ type, data }) => [type, data['kind']]);
  return { person: person.id, id, message, events };
}

describe('a letter to a person', () => {
  it('stands in the team’s list until it is printed and posted, and then counts as sent', async () => {
    const { person, id, message, events } = await queued(['letter']);
    expect(await (await sam.get('/letters')).text()).toContain('Jean Moffat');
    expect(await events()).toContainEqual(['task-added', 'post-letter']);
    const paper = await (await sam.post(`/letters/${id}/print`)).text();
    expect(paper).toContain('2 Kirk Brae');
    expect(paper).toContain('/hello/secret-');
    expect((await message()).text).not.toContain('secret-');
    expect((await sam.post(`/letters/${id}/posted`)).headers.get('location')).toBe('/letters?done=letter-posted');
    expect(await message()).toMatchObject({ state: 'sent', way: 'letter' });
    expect(await (await sam.get('/letters')).text()).not.toContain(person);
    expect(await events()).toContainEqual(['task-finished', 'post-letter']);
    expect((await sam.post(`/letters/${id}/posted`)).status).toBe(404);
  });

  it('is not printed any more for somebody who died meanwhile', async () => {
    const { person, id } = await queued(['letter']);
    await sam.post(`/people/${person}/died`, { known: 'no', saidBy: 'The practice', sure: 'yes' });
    expect((await sam.post(`/letters/${id}/print`)).status).toBe(404);
    expect(await (await sam.get('/letters')).text()).not.toContain(person);
  });

  it('goes another way when they no longer want letters', async () => {
    const { person, id, message } = await queued(['letter'], { email: 'jean@example.org' });
    await sam.post(`/people/${person}/safe-contact`, { email: '1', rowVersion: '1' });
    expect((await sam.post(`/letters/${id}/print`)).status).toBe(409);
    await web.jobs.run(web.modules.delivery.handlers, web.clock.now);
    expect(await message()).toMatchObject({ state: 'sent', way: 'email' });
  });

  it('of another team is not there', async () => {
    const { id } = await queued(['letter']);
    const other = await newProgramme(db);
    const stranger = await web.signedIn(other.as('linkWorker'));
    for (const each of [id, randomUUID(), 'x'])
      for (const what of ['print', 'posted']) expect((await stranger.post(`/letters/${each}/${what}`)).status).toBe(404);
  });
});

describe('what could not safely be sent', () => {
  it('is given to the link worker with the words to say, who says when they know', async () => {
    const { person, id, message, events } = await queued([]);
    expect(await events()).toContainEqual(['task-added', 'tell-person']);
    const page = await (await sam.get(`/people/${person}/messages`)).text();
    expect(page).toContain('Rhona will ring you on Monday.');
    expect((await sam.post(`/people/${person}/messages/${id}/done`)).headers.get('location')).toBe(
      `/people/${person}/messages?done=message-told`,
    );
    expect(await message()).toMatchObject({ state: 'sent', way: 'by-hand' });
    expect(await events()).toContainEqual(['task-finished', 'tell-person']);
    expect((await sam.post(`/people/${person}/messages/${id}/done`)).status).toBe(409);
  });

  it('may turn out not to be needed', async () => {
    const { person, id, message } = await queued([]);
    expect((await sam.post(`/people/${person}/messages/${id}/not-needed`)).status).toBe(303);
    expect(await message()).toMatchObject({ state: 'stopped', why: 'withdrawn' });
  });

  it('is nobody else’s: a message of another person, or of none, is not there', async () => {
    const one = await queued([]);
    const other = await queued([]);
    for (const id of [other.id, randomUUID(), 'x']) expect((await sam.post(`/people/${one.person}/messages/${id}/done`)).status).toBe(404);
  });
});
