import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Separator } from '../csv/decode.ts';

export type CsvFile = { id: string; feed: string | null; name: string; by: string; at: Date; separator: Separator; rows: number };

export async function addFile(tx: Tx, { id, feed, name, by, at, separator, rows }: CsvFile, pieces: readonly string[]): Promise<void> {
  await sql`
    insert into csv_file (id, feed_id, name, brought_by, brought_at, separator, rows)
    values (${id}, ${feed}, ${name}, ${by}, ${at}, ${separator}, ${rows})`.execute(tx);
  for (const [nth, text] of pieces.entries())
    await sql`insert into csv_file_piece (file_id, nth, text) values (${id}, ${nth}, ${text.replaceAll('\0', '')})`.execute(tx);
}

export async function findFile(tx: Tx, id: string): Promise<CsvFile | undefined> {
  const { rows } = await sql<CsvFile>`
    select id, feed_id as feed, name, brought_by as by, brought_at as at, separator, rows from csv_file where id = ${id}`.execute(tx);
  return rows[0];
}

export async function pieceOf(tx: Tx, file: string, nth: number): Promise<string | undefined> {
  const { rows } = await sql<{ text: string }>`select text from csv_file_piece where file_id = ${file} and nth = ${nth}`.execute(tx);
  return rows[0]?.text;
}

export async function noteFeed(tx: Tx, file: string, feed: string): Promise<void> {
  await sql`update csv_file set feed_id = ${feed} where id = ${file}`.execute(tx);
}

export async function removeFile(tx: Tx, id: string): Promise<void> {
  await sql`delete from csv_file where id = ${id}`.execute(tx);
}

/** Files that nobody has taken in. */
export async function removeFilesBefore(tx: Tx, at: Date): Promise<void> {
  await sql`delete from csv_file where brought_at < ${at}`.execute(tx);
}

/** Services that are in the directory, in the order of their ids, after one of them. */
export async function servicesAfter(tx: Tx, id: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from service s where s.id > ${id}
      and not exists (select from directory_record r where r.kind = 'service' and r.id = s.id and r.removed)
    order by s.id limit ${limit}`.execute(tx);
  return rows.map((row) => row.id);
}
