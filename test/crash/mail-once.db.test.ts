import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSmtp } from '../../src/messages/adapters/smtp.ts';
import { openDelivery, openMessages } from '../../src/messages/index.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { startJobs } from '../../src/platform/jobs.ts';
import { openLog } from '../../src/platform/log.ts';
import { freshPostgres } from '../support/database.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { noPeople } from '../support/no-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'bothy-crash-'));
let mailbox: Mailbox;
beforeAll(async () => void (mailbox = await openMailbox()));
afterAll(async () => {
  await mailbox.close();
  rmSync(folder, { recursive: true, force: true });
});

async function commitThenDie(url: string): Promise<{ programme: string; message: string }> {
  const child = fork(new URL('queue-and-wait.ts', import.meta.url), [url], { execArgv: ['--import', 'tsx'] });
  const [committed] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('It ended by itself.'))),
  ])) as [{ programme: string; message: string }];
  child.kill('SIGKILL');
  if (child.signalCode === null) await once(child, 'exit');
  return committed;
}

/** What main.ts does, with one letter that can be composed. */
async function start(url: string) {
  const log = openLog('silent');
  const db = await openDatabase(url);
  const now = () => new Date();
  const delivery = openDelivery({
    db,
    now,
    log,
    publicUrl: 'https://bothy.example',
    jobs: { enqueue: () => Promise.reject(new Error('Nothing should have to be tried again.')) },
    notify: openSmtp({ url: mailbox.url, from: 'Bothy <no-reply@bothy.example>' }),
    reaching: noPeople,
    composers: {
      'referral-returned': () =>
        Promise.resolve({
          to: { name: 'Isla Gordon', address: 'isla@practice.example' },
          subject: 'Your referral has come back',
          text: 'Please look.',
        }),
    },
  });
  const jobs = await startJobs(db, { handlers: delivery.handlers }, log);
  const messages = openMessages({ db, jobs, now });
  return { db, messages, stop: () => jobs.stop().then(() => db.close()) };
}

const arrived = (count: number) => expect.poll(() => mailbox.mails.length, { timeout: 30_000 }).toBe(count);
const idOf = (message: string) => `<${message}@bothy.example>`;

it('a letter whose change was saved just before the process was killed arrives exactly once', { timeout: 120_000 }, async () => {
  const url = process.env.TEST_STORE === 'postgres' ? await freshPostgres(`crash_${process.pid}`) : join(folder, 'db');
  const { programme, message } = await commitThenDie(url);
  expect(mailbox.mails).toEqual([]);

  const restarted = await start(url);
  await arrived(1);
  await restarted.stop();

  // A later letter arrives, so the workers of the second restart have been at work; the first has not come again.
  const again = await start(url);
  const later = await again.db.inProgramme(programme, (tx) =>
    again.messages.queue(tx, { template: 'referral-returned', about: randomUUID(), to: { service: randomUUID() }, at: new Date() }),
  );
  await arrived(2);
  await again.stop();
  expect(mailbox.mails.map((mail) => mail.header('message-id'))).toEqual([idOf(message), idOf(later)]);
});
