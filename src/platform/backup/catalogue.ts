import { sql } from 'kysely';
import type { Tx } from '../database.ts';

export type BackedTable = { name: string; columns: string[] };

/** Every table of ours, from the catalogue, so that a new one cannot be forgotten. Partitions come with their whole; what the database works out itself stays out. */
export async function tablesIn(connection: Tx, leaveOut: readonly string[]): Promise<BackedTable[]> {
  const { rows } = await sql<BackedTable>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and not starts_with(c.relname, 'kysely_')
    group by c.relname order by c.relname`.execute(connection);
  return rows.filter(({ name }) => !leaveOut.includes(name));
}

export async function sequencesIn(connection: Tx): Promise<{ name: string; last: number | null }[]> {
  const { rows } = await sql<{ name: string; last: number | null }>`
    select sequencename::text as name, last_value as last from pg_sequences where schemaname = 'public' order by 1`.execute(connection);
  return rows;
}

/** The first days of the months that have a partition of their own. */
export async function eventMonths(connection: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname::text as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass order by 1`.execute(
    connection,
  );
  return rows.flatMap(({ name }) => /^event_(\d{4})_(\d{2})$/.exec(name)?.slice(1).join('-').concat('-01') ?? []);
}

/** The names of the migrations that this database has been through; none when it is new. */
export async function migrationsIn(connection: Tx): Promise<string[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('public.kysely_migration') is not null as there`.execute(connection);
  if (!rows[0]?.there) return [];
  return (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(connection)).rows.map(({ name }) => name);
}

/** Dates and numbers as text that is the same on every database. */
export const sameText = (tx: Tx) =>
  sql.raw(`set local timezone = 'UTC'; set local datestyle = 'ISO'; set local extra_float_digits = 1`).execute(tx);

const listed = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)));

/** How many rows, and a sum over all of them that does not depend on their order. */
export async function digestOf(tx: Tx, { name, columns }: BackedTable): Promise<{ rows: number; digest: string }> {
  const { rows } = await sql<{ rows: number; digest: string }>`
    select count(*) as rows, coalesce(sum(('x' || substr(md5(row_to_json(t)::text), 1, 15))::bit(60)::bigint), 0)::text as digest
    from (select ${listed(columns)} from ${sql.table(name)}) t`.execute(tx);
  return rows[0]!;
}

/** The rows as JSON, some at a time, so that memory stays flat. */
export async function* rowsOf(tx: Tx, { name, columns }: BackedTable, at = 500): AsyncGenerator<string[]> {
  await sql`declare bothy_rows no scroll cursor for select row_to_json(t)::text as line from (select ${listed(columns)} from ${sql.table(name)}) t`.execute(
    tx,
  );
  for (;;) {
    const { rows } = await sql<{ line: string }>`${sql.raw(`fetch forward ${at} from bothy_rows`)}`.execute(tx);
    if (rows.length) yield rows.map(({ line }) => line);
    if (rows.length < at) break;
  }
  await sql`close bothy_rows`.execute(tx);
}

export const insertRows = (tx: Tx, { name, columns }: BackedTable, rows: readonly string[]) =>
  sql`insert into ${sql.table(name)} (${listed(columns)}) overriding system value
    select ${listed(columns)} from json_populate_recordset(null::${sql.table(name)}, ${`[${rows.join(',')}]`}::json)`.execute(tx);
