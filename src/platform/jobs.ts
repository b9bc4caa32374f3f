import { randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Database, Tx } from './database.ts';
import type { Log } from './log.ts';

/** Ids only: no names, addresses or words about a person in a job. */
export type JobData = Record<string, string>;
export type JobHandler = (data: JobData) => Promise<void>;

export type Jobs = {
  /** Queues work in the caller's transaction: the job exists only if the change does. */
  enqueue(tx: Tx, name: string, data: JobData, options?: { startAfter?: Date }): Promise<void>;
};

export type RunningJobs = Jobs & { stop(): Promise<void> };

/** What this installation knows how to do, by name, and what it does by the clock (cron, in UTC). `long` names what may take hours. */
export type Work = { handlers: Record<string, JobHandler>; schedules?: Record<string, string>; long?: readonly string[] };

/** What has not ended after so long is taken to have died with its process, and is tried again. */
const longSeconds = 4 * 3600;
const options = { retryLimit: 8, retryBackoff: true, retryDelay: 5, expireInSeconds: 120 };

/** Starts the workers. Several processes may share the queue; each job is done by one of them. */
export async function startJobs(db: Database, { handlers, schedules = {}, long = [] }: Work, log: Log): Promise<RunningJobs> {
  const boss = await openBoss(db, log, Object.keys(schedules).length > 0);
  await openQueues(boss, Object.keys(handlers));
  await letTheApplicationEnqueue(db);
  for (const [name, handle] of Object.entries(handlers)) {
    await boss.work<JobData>(name, { pollingIntervalSeconds: 1 }, async ([job]) => {
      if (!job) return;
      await handle(job.data ?? {}).catch((error: unknown) => {
        log.error({ job: name, id: job.id, err: error }, 'A job failed and will be tried again');
        throw error;
      });
    });
  }
  for (const [name, cron] of Object.entries(schedules)) await boss.schedule(name, cron, null, patience(long, name));
  return { enqueue: enqueueWith(boss, Object.keys(handlers), long), stop: () => boss.stop({ graceful: true, timeout: 5000 }) };
}

/** For commands that change things but leave the work to the server: queues, does nothing itself. */
export async function openQueue(db: Database, names: readonly string[], log: Log): Promise<RunningJobs> {
  const boss = await openBoss(db, log, false);
  await openQueues(boss, names);
  await letTheApplicationEnqueue(db);
  return { enqueue: enqueueWith(boss, names), stop: () => boss.stop({ graceful: true, timeout: 5000 }) };
}

async function openBoss(db: Database, log: Log, schedule: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => db.asOwner((connection) => runOwn(connection, text, values)) },
    schema: 'jobs',
    schedule,
    backend: db.kind,
  });
  boss.on('error', (error) => log.error({ err: error }, 'The job queue had a fault'));
  await boss.start();
  return boss;
}

/** pg-boss reads up a queue when it first meets it; inside a caller's transaction that would be a second query, for which PGlite waits for ever. */
async function openQueues(boss: PgBoss, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await boss.createQueue(name, options);
    await boss.findJobs(name, { id: randomUUID() });
  }
}

const patience = (long: readonly string[], name: string) => (long.includes(name) ? { expireInSeconds: longSeconds } : {});

const enqueueWith =
  (boss: PgBoss, names: readonly string[], long: readonly string[] = []): Jobs['enqueue'] =>
  async (tx, name, data, { startAfter } = {}) => {
    if (!names.includes(name)) throw new Error(`There is no queue called ${name}.`);
    const id = await boss.send(name, data, {
      ...(startAfter && { startAfter }),
      ...patience(long, name),
      db: { executeSql: (text, values) => run(tx, text, values) },
    });
    if (!id) throw new Error(`The job ${name} could not be queued.`);
  };

const letTheApplicationEnqueue = (db: Database) =>
  db.asOwner((connection) =>
    run(
      connection,
      'grant usage on schema jobs to bothy_app; grant select, insert, update on all tables in schema jobs to bothy_app; grant execute on all functions in schema jobs to bothy_app',
    ),
  );

/** pg-boss sends whole BEGIN…COMMIT scripts; one that fails must not leave its connection mid-transaction. */
export async function runOwn(connection: Tx, text: string, values?: unknown[]) {
  try {
    return await run(connection, text, values);
  } catch (error) {
    // When the connection itself is lost there is nothing to roll back, and the first error is the one that says why.
    await run(connection, 'rollback').catch(() => {});
    throw error;
  }
}

async function run(db: Tx, text: string, values: unknown[] = []) {
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
  return { rows };
}
