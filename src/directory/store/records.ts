import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { DirectoryRecord, Document, Kind, Source, Sources } from '../record.ts';
import { asJson } from './put.ts';

type Row = {
  kind: Kind;
  id: string;
  document: Document;
  version: number;
  changed_at: Date;
  changed_by: Source;
  sources: Sources;
  change_set: string | null;
  removed: boolean;
};

/** The record of a thing as it is to be from now on. */
export type NewRecord = Pick<DirectoryRecord, 'kind' | 'id' | 'document' | 'sources' | 'removed'> & { private: boolean };
export type Written = { by: Source; at: Date | null; changeSet: string | null };

const columns = sql`kind, id, document, version, changed_at, changed_by, sources, change_set, removed`;
const toRecord = ({ changed_at, changed_by, change_set, ...row }: Row): DirectoryRecord => ({
  ...row,
  changedAt: changed_at,
  changedBy: changed_by,
  changeSet: change_set,
});

/** One by one by their key, whatever the database has counted so far: `= any` reads all of a kind while it believes that there are few. */
const among = (ids: readonly string[]) => sql`unnest(${ids}::uuid[]) as asked (asked_id) join directory_record on id = asked_id`;

/** The records there are of these ids, removed ones too, in no order. */
export async function recordsById(tx: Tx, kind: Kind, ids: readonly string[]): Promise<DirectoryRecord[]> {
  if (!ids.length) return [];
  const { rows } = await sql<Row>`
    select ${columns} from ${among(ids)} where kind = ${kind}`.execute(tx);
  return rows.map(toRecord);
}

/** The documents there are of these ids, by id. */
export async function documentsById(tx: Tx, kind: Kind, ids: readonly string[]): Promise<Map<string, Document>> {
  if (!ids.length) return new Map();
  const { rows } = await sql<Pick<Row, 'id' | 'document'>>`
    select id, document from ${among([...new Set(ids)])} where kind = ${kind}`.execute(tx);
  return new Map(rows.map(({ id, document }) => [id, document]));
}

/** Every version of a record, the latest first. */
export async function versionsOf(tx: Tx, kind: Kind, id: string): Promise<DirectoryRecord[]> {
  const { rows } = await sql<Row>`
    select ${columns} from directory_record where kind = ${kind} and id = ${id}
    union all
    select kind, record_id, document, version, changed_at, changed_by, sources, change_set, removed
    from directory_version where kind = ${kind} and record_id = ${id}
    order by version desc`.execute(tx);
  return rows.map(toRecord);
}

/** Those that are private among the records and places of these ids, or are of a private organisation. */
export async function privateIds(tx: Tx, kind: Kind, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from directory_record where kind = ${kind} and id = any(${ids}::uuid[]) and private
    ${kind === 'location' ? sql`union select id from location where id = any(${ids}::uuid[]) and private` : sql``}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Writes records, and keeps what they said before. Without a time, it is now. */
export async function putRecords(tx: Tx, records: readonly NewRecord[], { by, at, changeSet }: Written): Promise<void> {
  if (!records.length) return;
  const rows = asJson(records);
  await sql`
    insert into directory_version (kind, record_id, version, document, changed_at, changed_by, sources, change_set, removed)
    select old.kind, old.id, old.version, old.document, old.changed_at, old.changed_by, old.sources, old.change_set, old.removed
    from directory_record old
    join jsonb_to_recordset(${rows}) as new (kind text, id uuid) on new.kind = old.kind and new.id = old.id`.execute(tx);
  await sql`
    insert into directory_record (kind, id, document, changed_at, changed_by, sources, change_set, removed, private)
    select new.kind, new.id, new.document, coalesce(${at}::timestamptz, now()), ${by}, new.sources, ${changeSet}::uuid, new.removed, new.private
    from jsonb_to_recordset(${rows}) as new (kind text, id uuid, document jsonb, sources jsonb, removed boolean, private boolean)
    on conflict (programme_id, kind, id) do update set document = excluded.document, version = directory_record.version + 1,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by, sources = excluded.sources, change_set = excluded.change_set,
      removed = excluded.removed, private = excluded.private`.execute(tx);
}

/** Notes that what is told of a service has changed, though its document has not: its room, say. */
export async function touchServices(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    update directory_record set changed_at = ${at} where kind = 'service' and id = any(${ids}::uuid[]) and changed_at < ${at}`.execute(tx);
}

/** The services that these organisations run, and those that are at these places. */
export async function servicesAround(tx: Tx, organisations: readonly string[], locations: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from service where organisation_id = any(${organisations}::uuid[])
    union select service_id from service_at_location where location_id = any(${locations}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Services or organisations that are known in the working tables but have no record yet: the next of them after an id, at most so many. */
export async function withoutRecord(tx: Tx, kind: 'organisation' | 'service', after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(kind)} thing
    where (${after}::uuid is null or id > ${after}::uuid)
      and not exists (select from directory_record r where r.kind = ${kind} and r.id = thing.id) order by id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function putTerms(
  tx: Tx,
  services: readonly string[],
  terms: readonly { service: string; term: string; taxonomy: string | null }[],
) {
  await sql`delete from service_term where service_id = any(${services}::uuid[])`.execute(tx);
  await sql`
    insert into service_term (service_id, term_id, taxonomy_id)
    select service, term, taxonomy from jsonb_to_recordset(${asJson(terms)}) as new (service uuid, term uuid, taxonomy uuid)
    on conflict do nothing`.execute(tx);
}
