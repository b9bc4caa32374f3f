import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { heldJobs } from '../../../test/support/jobs.ts';
import { heldMail } from '../../../test/support/mail.ts';
import { noPeople } from '../../../test/support/no-people.ts';
import { newProgramme, type TestProgramme } from '../../../test/support/programme.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { accountsById } from '../../identity/index.ts';
import type { Database } from '../../platform/database.ts';
import { eventsAbout } from '../../platform/events.ts';
import { openLog } from '../../platform/log.ts';
import { refuse } from '../../platform/result.ts';
import { type Composer, type Notify, openDelivery, openMessages } from '../index.ts';
import { claimLasts, mostTries } from '../message.ts';

let db: Database;
let programme: TestProgramme;
beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db);
});

const clock = { now: new Date('2026-11-21T10:00:00Z') };
const now = () => clock.now;
const later = (ms: number) => (clock.now = new Date(clock.now.getTime() + ms));
let jobs = heldJobs();
let mail = heldMail();
let composed: number;
beforeEach(() => {
  clock.now = new Date('2026-11-21T10:00:00Z');
  jobs = heldJobs();
  mail = heldMail();
  composed = 0;
});

const returned: Composer = async (tx, about, { to, letter, publicUrl, now: at }) => {
  composed++;
  const nurse = (await accountsById(tx, 'account' in to ? [to.account] : [])).get('account' in to ? to.account : '');
  const url = `${publicUrl}/reply/secret-${composed}`;
  return {
    to: { name: nurse!.name, address: nurse!.email },
    subject: 'Your referral has come back',
    text: letter({
      greeting: nurse!.name,
      paragraphs: [`On ${at.toISOString().slice(0, 10)}.`],
      link: { text: 'See why', url },
      reference: about.slice(0, 8),
    }),
    secrets: [url],
  };
};

const open = (composer: Composer = returned, notify: Notify = mail) => ({
  messages: openMessages({ db, jobs, now }),
  delivery: openDelivery({
    db,
    jobs,
    notify,
    now,
    publicUrl: 'https://bothy.example',
    log: openLog('silent'),
    reaching: noPeople,
    composers: { 'referral-returned': composer },
  }),
});

async function queueOne(messages: ReturnType<typeof open>['messages']) {
  const person = randomUUID();
  const about = randomUUID();
  const id = await db.inProgramme(programme.id, (tx) =>
    messages.queue(tx, { template: 'referral-returned', about, person, to: { account: programme.as('nurse').id }, at: now() }),
  );
  const seen = () =>
    db.inProgramme(programme.id, async (tx) => ({
      message: (await messages.messagesAbout(tx, person))[0]!,
      events: (await eventsAbout(tx, person)).map(({ type, data }) => ({ type, data })),
    }));
  return { id, person, about, seen };
}

describe('a letter', () => {
  it('is queued with ids alone, and sent once the change is saved', async () => {
    const { messages, delivery } = open();
    const { id, seen } = await queueOne(messages);
    expect(jobs.queued).toEqual([{ name: 'deliver-message', data: { programme: programme.id, message: id } }]);
    expect((await seen()).message.state).toBe('queued');

    await jobs.run(delivery.handlers);
    expect(mail.letters).toEqual([
      {
        id: `${id}@bothy.example`,
        to: { name: 'Isla Gordon', address: programme.as('nurse').email },
        subject: 'Your referral has come back',
        text: expect.stringContaining('https://bothy.example/reply/secret-1'),
      },
    ]);
    const { message, events } = await seen();
    expect(message).toMatchObject({
      state: 'sent',
      sentAt: clock.now,
      tries: 1,
      subject: 'Your referral has come back',
      name: 'Isla Gordon',
    });
    expect(events).toEqual([{ type: 'message-sent', data: { template: 'referral-returned' } }]);
  });

  it('leaves no secret link in the copy that we keep', async () => {
    const { messages, delivery } = open();
    const { seen } = await queueOne(messages);
    await jobs.run(delivery.handlers);
    const { text } = (await seen()).message;
    expect(text).toContain('[a link that only the reader was given]');
    expect(text).not.toContain('secret');
  });

  it('is not sent when the change it tells of is not saved', async () => {
    const { messages } = open();
    const person = randomUUID();
    const undone = db.inProgramme(programme.id, async (tx) => {
      await messages.queue(tx, {
        template: 'referral-returned',
        about: randomUUID(),
        person,
        to: { account: programme.as('nurse').id },
        at: now(),
      });
      throw new Error('the referral could not be saved');
    });
    await expect(undone).rejects.toThrow('could not be saved');
    expect(await db.inProgramme(programme.id, (tx) => messages.messagesAbout(tx, person))).toEqual([]);
  });

  it('goes once, however often its job is done', async () => {
    const { messages, delivery } = open();
    const { id, seen } = await queueOne(messages);
    for (let i = 0; i < 3; i++) await delivery.deliver(programme.id, id);
    await Promise.all([delivery.deliver(programme.id, id), delivery.deliver(programme.id, id)]);
    expect(mail.letters).toHaveLength(1);
    expect((await seen()).events).toHaveLength(1);
  });

  it('goes once when two workers take it in the same moment', async () => {
    const { messages, delivery } = open();
    const { id } = await queueOne(messages);
    jobs.queued.length = 0;
    await Promise.all([delivery.deliver(programme.id, id), delivery.deliver(programme.id, id)]);
    await jobs.run(delivery.handlers);
    expect(mail.letters).toHaveLength(1);
  });

  it('is not sent to another programme: its id there is nobody', async () => {
    const { messages, delivery } = open();
    const { id } = await queueOne(messages);
    await delivery.deliver((await newProgramme(db)).id, id);
    expect(mail.letters).toEqual([]);
  });

  it('is stopped, with the reason, when what it would say is no longer so', async () => {
    const { messages, delivery } = open(() => Promise.resolve({ why: 'consent-withdrawn' }));
    const { seen } = await queueOne(messages);
    await jobs.run(delivery.handlers);
    expect(mail.letters).toEqual([]);
    const { message, events } = await seen();
    expect(message).toMatchObject({ state: 'stopped', why: 'consent-withdrawn', text: null });
    expect(events).toEqual([{ type: 'message-stopped', data: { template: 'referral-returned', why: 'consent-withdrawn' } }]);
  });

  it('fails, for a manager to see, when there is no address to send it to', async () => {
    for (const answer of [{ to: { name: 'Walking group', address: '' }, subject: 's', text: 't' }, { why: 'no-address' }]) {
      const { messages, delivery } = open(() => Promise.resolve(answer));
      const { seen } = await queueOne(messages);
      await jobs.run(delivery.handlers);
      expect((await seen()).message).toMatchObject({ state: 'failed', why: 'no-address' });
    }
  });

  it('waiting for a person who withdraws is stopped, and only theirs', async () => {
    const { messages, delivery } = open();
    const [withdrawn, other] = [await queueOne(messages), await queueOne(messages)];
    expect(await db.inProgramme(programme.id, (tx) => messages.stopFor(tx, { person: withdrawn.person }))).toBe(1);
    expect(await db.inProgramme(programme.id, (tx) => messages.stopFor(tx, { about: withdrawn.about }))).toBe(0);
    await jobs.run(delivery.handlers);
    expect(mail.letters.map(({ id }) => id)).toEqual([`${other.id}@bothy.example`]);
    const { message, events } = await withdrawn.seen();
    expect(message).toMatchObject({ state: 'stopped', why: 'withdrawn' });
    expect(events).toEqual([{ type: 'message-stopped', data: { template: 'referral-returned', why: 'withdrawn' } }]);
  });
});

describe('a letter that cannot be sent', () => {
  it('is tried again later, and sent when the mail server is back', async () => {
    const { messages, delivery } = open();
    const { seen } = await queueOne(messages);
    mail.failWith = { code: 'no-connection', again: true };
    await jobs.run(delivery.handlers, clock.now);
    expect((await seen()).message).toMatchObject({ state: 'queued', why: 'no-connection', tries: 1, sentAt: null });
    expect(jobs.queued[0]!.startAfter).toEqual(new Date('2026-11-21T10:01:00Z'));

    mail.failWith = undefined;
    later(60_000);
    await jobs.run(delivery.handlers, clock.now);
    const { message, events } = await seen();
    expect(message).toMatchObject({ state: 'sent', why: null, tries: 2 });
    expect(events.map(({ type }) => type)).toEqual(['message-sent']);
    expect(mail.letters[0]!.text).toContain('secret-2');
  });

  it('has failed after the last try, is told as an event, and leaves no job behind', async () => {
    const { messages, delivery } = open();
    const { seen } = await queueOne(messages);
    mail.failWith = { code: 'no-connection', again: true };
    expect(await jobs.run(delivery.handlers)).toBe(mostTries);
    const { message, events } = await seen();
    expect(message).toMatchObject({ state: 'failed', why: 'no-connection', tries: mostTries });
    expect(events).toEqual([{ type: 'message-failed', data: { template: 'referral-returned', why: 'no-connection' } }]);
  });

  it('has failed at once when the address does not exist', async () => {
    const { messages, delivery } = open();
    const { seen } = await queueOne(messages);
    mail.failWith = { code: 'address-refused', again: false };
    expect(await jobs.run(delivery.handlers)).toBe(1);
    expect((await seen()).message).toMatchObject({ state: 'failed', why: 'address-refused', tries: 1 });
  });

  it('is tried again when writing it or sending it has a fault', async () => {
    const wrongly = open(() => Promise.reject(new Error('a bug')));
    const unwritten = await queueOne(wrongly.messages);
    await jobs.run(wrongly.delivery.handlers, clock.now);
    expect((await unwritten.seen()).message).toMatchObject({ state: 'queued', why: 'could-not-compose', tries: 1 });

    const broken = open(returned, { send: () => Promise.reject(new Error('a bug')) });
    const unsent = await queueOne(broken.messages);
    await jobs.run(broken.delivery.handlers, clock.now);
    expect((await unsent.seen()).message).toMatchObject({ state: 'queued', why: 'could-not-send', tries: 1 });
  });

  it('whose sender died while sending is waited for, then sent by another under the same Message-ID', async () => {
    const { messages, delivery } = open(returned, { send: () => new Promise(() => {}) });
    const { id, seen } = await queueOne(messages);
    jobs.queued.length = 0;
    void delivery.deliver(programme.id, id);
    await expect.poll(async () => (await seen()).message.state).toBe('sending');

    const another = open().delivery;
    await another.deliver(programme.id, id);
    expect(mail.letters).toEqual([]);
    expect(jobs.queued).toEqual([
      { name: 'deliver-message', data: { programme: programme.id, message: id }, startAfter: new Date(clock.now.getTime() + claimLasts) },
    ]);

    later(claimLasts);
    await jobs.run(another.handlers, clock.now);
    expect(mail.letters.map((letter) => letter.id)).toEqual([`${id}@bothy.example`]);
    expect((await seen()).message).toMatchObject({ state: 'sent', tries: 2 });
  });

  it('a failure that is told after it was sent changes nothing', async () => {
    const { messages, delivery } = open();
    const { id, seen } = await queueOne(messages);
    const slow = open(returned, {
      send: async () => {
        later(claimLasts);
        await delivery.deliver(programme.id, id);
        return refuse({ code: 'no-connection', again: true });
      },
    });
    await slow.delivery.deliver(programme.id, id);
    expect((await seen()).message).toMatchObject({ state: 'sent', tries: 2 });
  });
});
