import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Connection } from '../connection.ts';
import type { Packet } from '../packet.ts';
import { isOpen, statuses } from '../status.ts';

type Row = {
  id: string;
  reference: string;
  person_id: string;
  service_id: string;
  organisation_id: string;
  kind: Connection['kind'];
  link_worker_id: string;
  status: Connection['status'];
  reason: Connection['reason'];
  status_reason: string;
  /** Written as text, read as what it says. */
  shared: string | null;
  redacted_fields: string[] | null;
  redacted_at: Date | null;
  consent_id: string | null;
  asked_at: Date;
  status_at: Date;
  heard_at: Date;
  expected_on: string | null;
  nudged_at: Date | null;
  raised_at: Date | null;
  look_at: Date | null;
  attended: boolean;
  row_version: number;
};
const tables = (tx: Tx) => tx.withTables<{ connection: Row }>();
const open = statuses.filter(isOpen);

export async function findConnection(tx: Tx, id: string): Promise<Connection | undefined> {
  const row = await tables(tx).selectFrom('connection').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Held until the transaction ends, so that two people cannot answer at once. */
export async function holdConnection(tx: Tx, id: string): Promise<Connection | undefined> {
  const row = await tables(tx).selectFrom('connection').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** Until the transaction ends, nobody else connects these two. */
export async function holdPair(tx: Tx, person: string, service: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${person} ${service}`}, 7))`.execute(tx);
}

/** `lookAt`: when silence about it is to be looked at. */
export async function addConnections(tx: Tx, connections: readonly { state: Connection; lookAt: Date | null }[]): Promise<void> {
  const rows = connections.map(({ state, lookAt }) => toRow(state, lookAt));
  for (let at = 0; at < rows.length; at += 500) {
    await tables(tx)
      .insertInto('connection')
      .values(rows.slice(at, at + 500))
      .execute();
  }
}

export async function saveConnection(tx: Tx, connection: Connection, lookAt: Date | null): Promise<void> {
  const { id, shared, ...row } = toRow(connection, lookAt);
  await tables(tx)
    .updateTable('connection')
    .set({ ...row, ...(connection.redacted && { shared }), row_version: connection.rowVersion + 1 })
    .where('id', '=', id)
    .execute();
}

/** A reminder is no change: whoever has the page with the answers open can still send it. */
export async function noteNudge(tx: Tx, { id, nudgedAt, raisedAt }: Connection, lookAt: Date | null): Promise<void> {
  await tables(tx)
    .updateTable('connection')
    .set({ nudged_at: nudgedAt, raised_at: raisedAt, look_at: lookAt })
    .where('id', '=', id)
    .execute();
}

/** The open connections of a person that one worker follows go to another: all, or those that are named. Answers which. */
export async function moveConnections(
  tx: Tx,
  { person, from, to, only }: { person: string; from: string; to: string; only?: readonly string[] },
): Promise<string[]> {
  const moved = await tables(tx)
    .updateTable('connection')
    .set({ link_worker_id: to })
    .where('person_id', '=', person)
    .where('link_worker_id', '=', from)
    .where('status', 'in', open)
    .returning('id')
    .$if(only !== undefined, (those) => those.where('id', 'in', [...only!, person]))
    .execute();
  return moved.map(({ id }) => id);
}

export async function findOpen(tx: Tx, person: string, service: string): Promise<Connection | undefined> {
  const row = await tables(tx)
    .selectFrom('connection')
    .selectAll()
    .where('person_id', '=', person)
    .where('service_id', '=', service)
    .where('status', 'in', open)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function connectionsOf(tx: Tx, person: string): Promise<Connection[]> {
  const rows = await tables(tx).selectFrom('connection').selectAll().where('person_id', '=', person).orderBy('asked_at', 'desc').execute();
  return rows.map(fromRow);
}

export const requestsPerPage = 50;

/** What an organisation was asked, and is still about: what waits for its answer first, and the longest waiting first of that. */
export async function requestsTo(tx: Tx, organisation: string, { ended, page }: { ended: boolean; page: number }): Promise<Connection[]> {
  const rows = await tables(tx)
    .selectFrom('connection')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('kind', '!=', 'self')
    .where('status', ended ? 'not in' : 'in', open)
    .where('status', '!=', 'entered-in-error')
    .orderBy((eb) => eb.case().when('status', '=', 'requested').then(0).else(1).end())
    .orderBy('asked_at', ended ? 'desc' : 'asc')
    .orderBy('id')
    .limit(requestsPerPage + 1)
    .offset((page - 1) * requestsPerPage)
    .execute();
  return rows.map(fromRow);
}

/** Connections about which silence is to be looked at by now. Another process that looks too gets others. */
export async function holdSilent(tx: Tx, now: Date, limit: number): Promise<Connection[]> {
  const rows = await tables(tx)
    .selectFrom('connection')
    .selectAll()
    .where('look_at', '<=', now)
    .orderBy('look_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(fromRow);
}

const toRow = (connection: Connection, lookAt: Date | null): Row => ({
  id: connection.id,
  reference: connection.reference,
  person_id: connection.person,
  service_id: connection.service,
  organisation_id: connection.organisation,
  kind: connection.kind,
  link_worker_id: connection.linkWorker,
  status: connection.status,
  reason: connection.reason,
  status_reason: connection.statusReason,
  shared: connection.shared && JSON.stringify(connection.shared),
  redacted_fields: connection.redacted && [...connection.redacted.fields],
  redacted_at: connection.redacted?.at ?? null,
  consent_id: connection.consent,
  asked_at: connection.askedAt,
  status_at: connection.statusAt,
  heard_at: connection.heardAt,
  expected_on: connection.expectedOn,
  nudged_at: connection.nudgedAt,
  raised_at: connection.raisedAt,
  look_at: lookAt,
  attended: connection.attended,
  row_version: connection.rowVersion,
});

const fromRow = (row: Selectable<Row>): Connection => ({
  id: row.id,
  reference: row.reference,
  person: row.person_id,
  service: row.service_id,
  organisation: row.organisation_id,
  kind: row.kind,
  linkWorker: row.link_worker_id,
  status: row.status,
  reason: row.reason,
  statusReason: row.status_reason,
  shared: row.shared as Packet | null,
  redacted: row.redacted_at && { fields: row.redacted_fields ?? [], at: row.redacted_at },
  consent: row.consent_id,
  askedAt: row.asked_at,
  statusAt: row.status_at,
  heardAt: row.heard_at,
  expectedOn: row.expected_on,
  nudgedAt: row.nudged_at,
  raisedAt: row.raised_at,
  attended: row.attended,
  rowVersion: row.row_version,
});
