// Commits a change with a letter in the database named by its argument, says so, and waits to be killed before anybody delivers it.
import { randomUUID } from 'node:crypto';
import { openMessages } from '../../src/messages/index.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { openQueue } from '../../src/platform/jobs.ts';
import { openLog } from '../../src/platform/log.ts';
import { newProgramme } from '../support/programme.ts';

const db = await openDatabase(process.argv[2]!);
const jobs = await openQueue(db, ['deliver-message'], openLog('silent'));
const messages = openMessages({ db, jobs, now: () => new Date() });
const programme = await newProgramme(db);
const queue = () =>
  db.inProgramme(programme.id, (tx) =>
    messages.queue(tx, { template: 'referral-returned', about: randomUUID(), to: { account: programme.as('nurse').id }, at: new Date() }),
  );
const message = await queue();

// A second letter is written but not committed when the end comes.
void db.inProgramme(programme.id, async (tx) => {
  await messages.queue(tx, {
    template: 'referral-returned',
    about: randomUUID(),
    to: { account: programme.as('nurse').id },
    at: new Date(),
  });
  process.send?.({ programme: programme.id, message });
  await new Promise(() => {});
});
setInterval(() => {}, 60_000);
