import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { openWeb } from '../../../test/support/web.ts';
import { addPerson, type ContactWishes, letTeamsSee, type NewPerson, noWishes } from '../../people/index.ts';
import type { Database } from '../../platform/database.ts';
import { eventsAbout } from '../../platform/events.ts';
import { type Composer, openDelivery } from '../index.ts';

let db: Database;
let programme: TestProgramme;
let web: ReturnType<typeof openWeb>;
beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db);
});
beforeEach(() => void (web = openWeb(db)));

const appointment: Composer = (_tx, _about, { letter, publicUrl }) =>
  Promise.resolve({
    subject: 'When we meet',
    text: letter({
      greeting: 'Nuala',
      paragraphs: ['We meet on Tuesday at the library.'],
      link: { text: 'See', url: `${publicUrl}/x/s3cret` },
    }),
    short: `We meet on Tuesday: ${publicUrl}/x/s3cret`,
    secrets: [`${publicUrl}/x/s3cret`],
  });

async function queued(who: Partial<NewPerson> = {}, wishes: Partial<ContactWishes> = {}, composer: Composer = appointment) {
  const { person, id } = await db.inProgramme(programme.id, async (tx) => {
    const added = await addPerson(
      tx,
      {
        ...{ givenName: 'Nuala', familyName: 'Byrne', dateOfBirth: '1971-02-03', healthNumber: null, practice: null },
        ...{ phone: '07700 900123', email: 'nuala@example.org', address: '4 Ken View', place: 'Dalry' },
        wishes: { ...noWishes, ...wishes },
        ...who,
      },
      { kind: 'system' },
      web.clock.now,
    );
    await letTeamsSee(tx, [{ person: added.id, team: programme.team }]);
    const to = { person: added.id };
    return {
      person: added.id,
      id: await web.modules.messages.queue(tx, { template: 'x', about: randomUUID(), person: added.id, to, at: web.clock.now }),
    };
  });
  const delivery = openDelivery({ ...web.modules, composers: { x: composer } });
  const run = () => web.jobs.run(delivery.handlers, web.clock.now);
  const seen = () =>
    db.inProgramme(programme.id, async (tx) => ({
      message: (await web.modules.messages.messagesAbout(tx, person))[0]!,
      events: (await eventsAbout(tx, person)).map(({ type, data }) => ({ type, data })),
    }));
  return { id, person, run, seen };
}
const by = (...channels: NonNullable<NewPerson['safeContact']>['channels'][number][]) => ({
  safeContact: { channels, voicemailOk: null, note: '' },
});

describe('a message to a person', () => {
  it('goes by text in its short form, when they like that best', async () => {
    const { run, seen } = await queued(by('text', 'email'));
    await run();
    expect(web.mail.letters).toEqual([]);
    expect(web.mail.texts).toMatchObject([{ to: '07700 900123', text: 'We meet on Tuesday: http://127.0.0.1:3000/x/s3cret' }]);
    const { message, events } = await seen();
    expect(message).toMatchObject({ state: 'sent', way: 'text', text: 'We meet on Tuesday: [a link that only the reader was given]' });
    expect(events).toContainEqual({ type: 'message-sent', data: { template: 'x', way: 'text' } });
  });

  it('goes by mail with a link to ask for no more of them, which our copy does not hold', async () => {
    const { run, seen } = await queued(by('email'));
    await run();
    const [mail] = web.mail.letters;
    expect(mail).toMatchObject({ to: { name: 'Nuala Byrne', address: 'nuala@example.org' }, subject: 'When we meet' });
    expect(mail!.text).toMatch(/\/stop\/[\w-]{43}\n$/);
    expect((await seen()).message.text).not.toContain('/stop/');
  });

  it('is laid out to be printed when they want letters, and holds no link until then', async () => {
    const { run, seen } = await queued(by('letter', 'email'));
    await run();
    expect([web.mail.letters, web.mail.texts]).toEqual([[], []]);
    const { message, events } = await seen();
    expect(message).toMatchObject({ state: 'to-print', way: 'letter' });
    expect(message.text).not.toContain('s3cret');
    expect(events[0]).toEqual({ type: 'message-to-print', data: { template: 'x' } });
  });

  it('is nobody’s to send when nobody has asked how to reach them: it fails where a manager sees it', async () => {
    const { run, seen } = await queued();
    await run();
    expect([web.mail.letters, web.mail.texts]).toEqual([[], []]);
    expect((await seen()).message).toMatchObject({ state: 'failed', why: 'nobody-to-tell' });
  });

  it('waits for the hours that are good for them, and is written only then', async () => {
    let written = 0;
    const counting: Composer = (...args) => (written++, appointment(...args));
    const { run, seen } = await queued(by('text'), { days: [0], from: '09:00', until: '12:00' }, counting);
    await run();
    expect(written).toBe(0);
    expect(web.mail.texts).toEqual([]);
    expect((await seen()).message).toMatchObject({ state: 'queued', why: 'good-time' });
    web.clock.now = new Date('2026-11-23T09:00:00Z');
    await run();
    expect(web.mail.texts).toHaveLength(1);
    expect((await seen()).message).toMatchObject({ state: 'sent', why: null });
  });

  it('says no more than "please ring" when that is all that may be said, and names nobody', async () => {
    const { run } = await queued(by('email'), { says: 'ring-only' });
    await run();
    expect(web.mail.letters).toMatchObject([{ subject: 'Please ring', text: 'Please ring 01644 000000 when it suits you. Thank you.\n' }]);
  });

  it('does not leave when they died while it waited', async () => {
    const { run, seen, person } = await queued(by('text'));
    await db.inProgramme(programme.id, (tx) => sql`update person set died_told_at = ${web.clock.now} where id = ${person}`.execute(tx));
    await run();
    expect([web.mail.letters, web.mail.texts]).toEqual([[], []]);
    expect((await seen()).message).toMatchObject({ state: 'stopped', why: 'died' });
  });

  it('cannot be sent to an address that its writer picked', async () => {
    const picked: Composer = () => Promise.resolve({ to: { name: 'N', address: 'partner@example.org' }, subject: 's', text: 't' });
    const { run, seen } = await queued(by('email'), {}, picked);
    await run();
    expect(web.mail.letters).toEqual([]);
    expect((await seen()).message).toMatchObject({ state: 'queued', why: 'could-not-compose' });
  });

  it('is not sent when its short form is too long for a text message', async () => {
    const long: Composer = () => Promise.resolve({ subject: 's', text: 't', short: 'x'.repeat(301) });
    const { run, seen } = await queued(by('text'), {}, long);
    await run();
    expect(web.mail.texts).toEqual([]);
    expect((await seen()).message).toMatchObject({ why: 'could-not-compose' });
  });
});
