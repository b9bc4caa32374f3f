import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../database.ts';
import { openEventMonth } from '../events.ts';
import type { Jobs } from '../jobs.ts';
import { knownMigrations, migrateTo } from '../migrate.ts';
import { PlainError } from '../plain-error.ts';
import type { Progress } from './back-up.ts';
import { type BackedTable, digestOf, insertRows, migrationsIn, sameText, tablesIn } from './catalogue.ts';
import { type End, type Header, readBackup } from './file.ts';

type Needs = {
  openQueue: (names: readonly string[]) => Promise<Jobs & { stop(): Promise<void> }>;
  leaveOut: readonly string[];
  progress?: Progress;
};

/** Puts a backup into an empty database, whole or not at all, and brings its tables up to date. */
export async function restore(db: Database, file: string, { openQueue, leaveOut, progress }: Needs): Promise<End> {
  const { header, end } = await checked(file);
  await db.asOwner((connection) => prepare(connection, header, leaveOut));
  const queue = end.jobs.length ? await openQueue(end.jobs) : undefined;
  try {
    await db.asOwner((connection) => connection.transaction().execute((tx) => load(tx, file, header, end, { queue, progress })));
  } finally {
    await queue?.stop();
  }
  await db.asOwner((connection) => migrateTo(connection));
  return end;
}

/** Reads the file to its end before anything is touched. */
async function checked(file: string): Promise<{ header: Header; end: End }> {
  let header: Header | undefined;
  let end: End | undefined;
  for await (const line of readBackup(file)) {
    if (line.kind === 'header') header = line.header;
    else if (!header) break;
    if (line.kind === 'end') end = line.end;
  }
  if (!header || !end) throw new PlainError(`${file} is not a backup of Bothy. Nothing was restored.`);
  if (header.format !== 1 || !header.migrations.every((name) => knownMigrations().includes(name))) {
    throw new PlainError(`${file} was taken by a newer Bothy (${header.version}). Restore it with that version or a later one.`);
  }
  return { header, end };
}

/** An empty database at exactly the migrations of the backup. */
async function prepare(connection: Tx, header: Header, leaveOut: readonly string[]): Promise<void> {
  const last = header.migrations.at(-1);
  if (!last) throw new PlainError('This backup holds no tables. Nothing was restored.');
  for (const { name } of await tablesIn(connection, leaveOut)) {
    const { rows } = await sql<{ any: boolean }>`select exists (select from ${sql.table(name)}) as any`.execute(connection);
    if (rows[0]?.any)
      throw new PlainError(
        `The database is not empty: the table ${name} holds something. A backup is only restored into an empty one. Nothing was changed.`,
      );
  }
  const later = (await migrationsIn(connection)).filter((name) => !header.migrations.includes(name));
  if (later.length)
    throw new PlainError(
      `This backup is older than the tables of the database (${later[0]}). Restore it into a new, wholly empty database; it is then brought up to date.`,
    );
  await migrateTo(connection, last);
}

type Load = { queue: Jobs | undefined; progress: Progress | undefined };

async function load(tx: Tx, file: string, header: Header, end: End, { queue, progress }: Load): Promise<void> {
  await sameText(tx);
  for (const month of header.months) await openEventMonth(tx, month);
  const putBack = await loosenRules(tx);
  await loadLines(tx, file, queue, progress);
  for (const statement of putBack) await statement.execute(tx);
  const tables = await tablesIn(tx, []);
  for (const [name, expected] of Object.entries(end.tables)) {
    const table = tables.find((each) => each.name === name);
    const found = table && (await digestOf(tx, table));
    if (found?.rows !== expected.rows || found.digest !== expected.digest) {
      throw new PlainError(
        `The table ${name} did not come back as it was (${found?.rows ?? 0} of ${expected.rows} rows). Nothing was restored.`,
      );
    }
  }
}

async function loadLines(tx: Tx, file: string, queue: Jobs | undefined, progress: Progress | undefined): Promise<void> {
  let table: BackedTable | undefined;
  let waiting: string[] = [];
  let rows = 0;
  const flush = async () => {
    if (table && waiting.length) await insertRows(tx, table, waiting);
    rows += waiting.length;
    if (table && waiting.length) progress?.(table.name, rows);
    waiting = [];
  };
  for await (const line of readBackup(file)) {
    if (line.kind === 'row') {
      waiting.push(line.json);
      if (waiting.length === 500) await flush();
      continue;
    }
    await flush();
    if (line.kind === 'table') {
      table = line;
      rows = 0;
    }
    if (line.kind === 'job') await queue!.enqueue(tx, line.job.name, line.job.data, { startAfter: new Date(line.job.startAfter) });
    if (line.kind === 'sequence' && line.last !== null)
      await sql`select setval(${`public.${line.name}`}::regclass, ${line.last}::bigint)`.execute(tx);
  }
}

/** Rows come table by table, so rules between tables wait till all are in; answers what puts them back, which also checks every row. */
async function loosenRules(tx: Tx): Promise<RawBuilder<unknown>[]> {
  const links = await sql<{ table: string; name: string; definition: string }>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace`.execute(tx);
  const triggers = await sql<{ table: string }>`
    select distinct tgrelid::regclass::text as "table" from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and c.relnamespace = 'public'::regnamespace`.execute(tx);
  for (const { table, name } of links.rows) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(tx);
  for (const { table } of triggers.rows) await sql.raw(`alter table ${table} disable trigger user`).execute(tx);
  return [
    ...triggers.rows.map(({ table }) => sql.raw(`alter table ${table} enable trigger user`)),
    ...links.rows.map(({ table, name, definition }) => sql.raw(`alter table ${table} add constraint ${name} ${definition}`)),
  ];
}
