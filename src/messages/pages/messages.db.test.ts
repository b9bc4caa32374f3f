import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme, type Somebody, type TestProgramme } from '../../../test/support/programme.ts';
import { openWeb } from '../../../test/support/web.ts';
import type { Database } from '../../platform/database.ts';
import { openDelivery } from '../index.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
});

const signedIn = (who: Somebody, of = programme) => web.signedIn(of.as(who));

/** One letter that has failed, in a programme of its own. */
async function withFailedLetter() {
  const own = await newProgramme(db);
  const person = randomUUID();
  const id = await db.inProgramme(own.id, (tx) =>
    web.modules.messages.queue(tx, {
      template: 'referral-returned',
      about: randomUUID(),
      person,
      to: { account: own.as('nurse').id },
      at: web.clock.now,
    }),
  );
  const failing = openDelivery({
    ...web.modules,
    composers: {
      'referral-returned': () =>
        Promise.resolve({ to: { name: 'Isla Gordon', address: 'nobody' }, subject: 'About Morag', text: 'Morag would rather not.' }),
    },
  });
  await web.jobs.run(failing.handlers);
  return { own, id, person };
}

describe('the page of messages sent', () => {
  it('asks whoever is not signed in to sign in', async () => {
    const answer = await web.nobody.get('/messages');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fmessages');
  });

  it.each(['nurse', 'linkWorker', 'lead', 'evaluator', 'community', 'steering'] as const)('is not open to the %s', async (who) => {
    const visitor = await signedIn(who);
    expect((await visitor.get('/messages')).status).toBe(403);
    expect((await visitor.post(`/messages/${randomUUID()}/retry`)).status).toBe(404);
  });

  it.each(['manager', 'admin'] as const)('is open to the %s, and says when nothing was sent yet', async (who) => {
    const answer = await (await signedIn(who)).get('/messages');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('No messages yet');
  });

  it('says what was sent to whom and why it failed, and not what it said', async () => {
    const { own } = await withFailedLetter();
    const page = await (await (await signedIn('manager', own)).get('/messages')).text();
    expect(page).toContain('Isla Gordon, Referrer');
    expect(page).toContain('no email address');
    expect(page).toContain('21 November 2026, 10:00');
    expect(page).not.toContain('Morag');
  });

  it('does not name the person a letter is for to those who may not see people', async () => {
    const own = await newProgramme(db);
    const person = randomUUID();
    await db.inProgramme(own.id, (tx) =>
      web.modules.messages.queue(tx, { template: 'x', about: person, person, to: { person }, at: web.clock.now }),
    );
    const sending = openDelivery({
      ...web.modules,
      composers: { x: () => Promise.resolve({ to: { name: 'Morag Baird', address: 'morag@example.org' }, subject: 's', text: 't' }) },
    });
    await web.jobs.run(sending.handlers);
    const page = await (await (await signedIn('manager', own)).get('/messages')).text();
    expect(page).toContain('The person');
    expect(page).not.toContain('Morag');
  });

  it('shows one state alone, and minds nothing that is mistyped', async () => {
    const { own, id } = await withFailedLetter();
    const manager = await signedIn('manager', own);
    expect(await (await manager.get('/messages?state=failed')).text()).toContain(id);
    expect(await (await manager.get('/messages?state=sent')).text()).toContain('No messages in this state');
    for (const odd of ['state=constructor', 'state=sent&state=x', 'page=-1', 'page=1e9', 'page=x', 'page=99999']) {
      expect((await manager.get(`/messages?${odd}`)).status).toBe(200);
    }
  });

  it('goes on to older messages fifty at a time', async () => {
    const own = await newProgramme(db);
    await db.inProgramme(own.id, async (tx) => {
      for (let i = 0; i < 51; i++)
        await web.modules.messages.queue(tx, {
          template: `letter-${i}`,
          about: randomUUID(),
          to: { service: randomUUID() },
          at: new Date(web.clock.now.getTime() + i),
        });
    });
    web.jobs.queued.length = 0;
    const manager = await signedIn('manager', own);
    const first = await (await manager.get('/messages')).text();
    expect(first).toContain('letter-50');
    expect(first).not.toContain('letter-0<');
    expect(first).toContain('/messages?page=2');
    const second = await (await manager.get('/messages?page=2')).text();
    expect(second).toContain('letter-0<');
    expect(second).not.toContain('Older messages');
  });
});

describe('trying a failed message again', () => {
  it('queues it anew, once', async () => {
    const { own, id } = await withFailedLetter();
    const manager = await signedIn('manager', own);
    const answer = await manager.post(`/messages/${id}/retry`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/messages?done=message-retried']);
    expect(web.jobs.queued).toEqual([{ name: 'deliver-message', data: { programme: own.id, message: id } }]);
    web.jobs.queued.length = 0;
    expect((await manager.post(`/messages/${id}/retry`)).status).toBe(409);
    expect(web.jobs.queued).toEqual([]);
  });

  it('of another programme, or of none, is the same missing page', async () => {
    const { id } = await withFailedLetter();
    const manager = await signedIn('manager');
    for (const wrong of [id, randomUUID(), 'constructor', '%00']) expect((await manager.post(`/messages/${wrong}/retry`)).status).toBe(404);
  });
});
