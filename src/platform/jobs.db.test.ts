import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import type { Database } from './database.ts';
import { type JobData, openQueue, runOwn, type RunningJobs, startJobs, type Work } from './jobs.ts';
import { openLog } from './log.ts';

const log = openLog('silent');
let db: Database;
let programme: TestProgramme;
let running: RunningJobs | undefined;
beforeAll(async () => {
  db = await ownDatabase('jobs');
  programme = await newProgramme(db);
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => db.close());

const start = async (work: Work) => (running = await startJobs(db, work, log));
const queue = async (names: readonly string[]) => (running = await openQueue(db, names, log));
const enqueue = (name: string, data: JobData, options?: { startAfter?: Date }) =>
  db.inProgramme(programme.id, (tx) => running!.enqueue(tx, name, data, options));
const isPolled = { timeout: 15_000 };

/** A handler that keeps what it was given. */
function keeping() {
  const seen: string[] = [];
  return { seen, handler: (data: JobData) => Promise.resolve(void seen.push(data.id!)) };
}

describe('a job', () => {
  it('that was queued with a change is done once the change is saved, and never when it is undone', async () => {
    const { seen, handler } = keeping();
    await start({ handlers: { greet: handler } });
    const undone = db.inProgramme(programme.id, async (tx) => {
      await running!.enqueue(tx, 'greet', { id: 'undone' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await enqueue('greet', { id: 'saved' });
    await enqueue('greet', { id: 'saved later' });
    await expect.poll(() => seen, isPolled).toEqual(['saved', 'saved later']);
    expect(await jobsNamed('greet')).toEqual(['completed', 'completed']);
  });

  it('that may take long is not taken to have died after two minutes', async () => {
    const { handler } = keeping();
    await start({ handlers: { brief: handler, lengthy: handler }, long: ['lengthy'] });
    for (const name of ['brief', 'lengthy']) await enqueue(name, { id: name });
    const { rows } = await db.asOwner((connection) =>
      sql<{ name: string; seconds: number }>`
        select name, expire_seconds as seconds from jobs.job where name in ('brief', 'lengthy') order by name`.execute(connection),
    );
    expect(rows).toEqual([
      { name: 'brief', seconds: 120 },
      { name: 'lengthy', seconds: 14_400 },
    ]);
  });

  it('can be the first of its queue, inside a transaction, though nobody works there', async () => {
    const name = `new-${randomUUID().slice(0, 8)}`;
    await queue([name]);
    await enqueue(name, { id: '1' });
    expect(await jobsNamed(name)).toEqual(['created']);
  });

  it('queued by one process is done by another', async () => {
    await queue(['elsewhere']);
    await enqueue('elsewhere', { id: 'from a command' });
    await running!.stop();
    const { seen, handler } = keeping();
    await start({ handlers: { elsewhere: handler } });
    await expect.poll(() => seen, isPolled).toEqual(['from a command']);
  });

  it('that fails is tried again', async () => {
    const tries: string[] = [];
    await start({
      handlers: {
        falter: (data) => {
          tries.push(data.id!);
          return tries.length < 2 ? Promise.reject(new Error('not yet')) : Promise.resolve();
        },
      },
    });
    await enqueue('falter', { id: 'a' });
    await expect.poll(() => jobsNamed('falter'), isPolled).toEqual(['retry']);
    // Its pause is over: time is not waited for here.
    await db.asOwner((connection) => sql`update jobs.job set start_after = now() where name = 'falter'`.execute(connection));
    await expect.poll(() => jobsNamed('falter'), isPolled).toEqual(['completed']);
    expect(tries).toEqual(['a', 'a']);
  });

  it('for later is not done before its time', async () => {
    const { seen, handler } = keeping();
    await start({ handlers: { later: handler } });
    await enqueue('later', { id: 'in an hour' }, { startAfter: new Date(Date.now() + 3_600_000) });
    await enqueue('later', { id: 'now' });
    await expect.poll(() => seen, isPolled).toEqual(['now']);
    expect((await jobsNamed('later')).toSorted()).toEqual(['completed', 'created']);
  });

  it('for nobody is refused, and the change with it', async () => {
    await queue(['known']);
    await expect(enqueue('unknown', { id: '1' })).rejects.toThrow('unknown');
  });

  it('can be queued by the application, which can remove none and see no more than it must', async () => {
    await queue(['greet']);
    await expect(db.inProgramme(programme.id, (tx) => sql`delete from jobs.job`.execute(tx))).rejects.toThrow('permission denied');
  });
});

describe('a script of the queue that fails', () => {
  it('says why, and leaves its connection out of any transaction', async () => {
    await db.asOwner(async (connection) => {
      await expect(runOwn(connection, 'begin; select 1 / 0; commit')).rejects.toThrow('division by zero');
      await expect(runOwn(connection, 'begin; create table left_over (id int); select 1 / 0; commit')).rejects.toThrow('division by zero');
      const { rows } = await runOwn(connection, `select to_regclass('left_over') as left_over, now() = statement_timestamp() as alone`);
      expect(rows).toEqual([{ left_over: null, alone: true }]);
    });
  });
});

const jobsNamed = async (name: string): Promise<string[]> =>
  (
    await db.asOwner((connection) =>
      sql<{ state: string }>`select state::text from jobs.job where name = ${name} order by created_on`.execute(connection),
    )
  ).rows.map(({ state }) => state);
