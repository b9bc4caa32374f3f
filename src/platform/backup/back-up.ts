import { sql } from 'kysely';
import type { Database, Tx } from '../database.ts';
import { digestOf, eventMonths, migrationsIn, rowsOf, sameText, sequencesIn, tablesIn } from './catalogue.ts';
import { type Digest, type End, type Header, type QueuedJob, rowLine, writeBackup } from './file.ts';

export type Progress = (table: string, rows: number) => void;
type Options = { leaveOut: readonly string[]; version: string; at: Date; progress?: Progress };

/** Everything in one file, as it stood at one moment, while others go on working. It can be restored on either kind of database. */
export const backUp = (db: Database, file: string, options: Options): Promise<End> =>
  db.asOwner((connection) =>
    connection
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => writeBackup(file, () => linesFor(tx, options))),
  );

async function* linesFor(tx: Tx, { leaveOut, version, at, progress }: Options): AsyncGenerator<string, End> {
  await sameText(tx);
  const header: Header = {
    bothy: 'backup',
    format: 1,
    version,
    migrations: await migrationsIn(tx),
    takenAt: at.toISOString(),
    months: await eventMonths(tx),
  };
  yield lineFor(header);
  const tables: Record<string, Digest> = {};
  for (const table of await tablesIn(tx, leaveOut)) {
    yield lineFor({ table: table.name, columns: table.columns });
    let rows = 0;
    for await (const part of rowsOf(tx, table)) {
      yield part.map(rowLine).join('');
      rows += part.length;
      progress?.(table.name, rows);
    }
    tables[table.name] = await digestOf(tx, table);
  }
  const jobs = await waitingJobs(tx);
  for (const job of jobs) yield lineFor({ job });
  for (const { name, last } of await sequencesIn(tx)) yield lineFor({ sequence: name, last });
  return { tables, jobs: [...new Set(jobs.map(({ name }) => name))] };
}

const lineFor = (value: object): string => `${JSON.stringify(value)}\n`;

/** What was promised and not yet done: a letter that is queued must go after a restore too. What the clock starts comes again by itself. */
async function waitingJobs(tx: Tx): Promise<QueuedJob[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('jobs.job') is not null as there`.execute(tx);
  if (!rows[0]?.there) return [];
  const jobs = await sql<QueuedJob>`
    select name, coalesce(data, '{}'::jsonb) as data, to_json(start_after) #>> '{}' as "startAfter" from jobs.job
    where state in ('created', 'retry', 'active') and not starts_with(name, '__pgboss') and name not in (select name from jobs.schedule) order by start_after`.execute(
    tx,
  );
  return jobs.rows;
}
