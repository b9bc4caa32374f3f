import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Appointment, Asker, Easier, Kind, Reason, Stage, WhyNotThere } from '../appointment.ts';
import type { Span } from '../clock.ts';

type Row = {
  id: string;
  person_id: string;
  kind: Kind;
  starts_at: Date;
  ends_at: Date;
  room_id: string | null;
  place: string;
  bring: string;
  getting_there: string;
  tell: boolean;
  stage: Stage['name'];
  ended_by: Asker | null;
  reason: string | null;
  note: string;
  easier: Easier[];
  answer: 'coming' | 'change' | null;
  answered_at: Date | null;
  wish: string;
  remind_at: Date | null;
  contact_id: string | null;
  made_at: Date;
  made_by: string;
  row_version: number;
};
type WorkerRow = { appointment_id: string; account_id: string; first: boolean; starts_at: Date; ends_at: Date; booked: boolean };
type Tables = { appointment: Row; appointment_worker: WorkerRow };

const tables = (tx: Tx) => tx.withTables<Tables>();

/** Whether the database said that a person, a worker or a room would be in two places at once. */
export const isClash = (error: unknown): boolean => (error as { code?: string }).code === '23P01';

export async function addAppointment(tx: Tx, appointment: Appointment): Promise<void> {
  await tables(tx)
    .insertInto('appointment')
    .values({ ...toRow(appointment), id: appointment.id, person_id: appointment.person, answered_at: null })
    .execute();
  await addWorkers(tx, appointment);
}

/** Saves over the version that was read; answers false when somebody else has saved since. */
export async function saveAppointment(tx: Tx, appointment: Appointment, more: { answeredAt?: Date } = {}): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('appointment')
    .set({
      ...toRow(appointment),
      row_version: appointment.rowVersion + 1,
      ...(more.answeredAt && { answered_at: more.answeredAt }),
    })
    .where('id', '=', appointment.id)
    .where('row_version', '=', appointment.rowVersion)
    .executeTakeFirst();
  if (!numUpdatedRows) return false;
  await tables(tx).deleteFrom('appointment_worker').where('appointment_id', '=', appointment.id).execute();
  await addWorkers(tx, appointment);
  return true;
}

const addWorkers = (tx: Tx, { id, workers, startsAt, endsAt, stage }: Appointment) =>
  tables(tx)
    .insertInto('appointment_worker')
    .values(
      workers.map((worker, index) => ({
        appointment_id: id,
        account_id: worker,
        first: index === 0,
        starts_at: startsAt,
        ends_at: endsAt,
        booked: stage.name === 'booked',
      })),
    )
    .execute();

const select = (tx: Tx) =>
  tables(tx)
    .selectFrom('appointment as a')
    .selectAll('a')
    .select(
      sql<
        string[]
      >`(select array_agg(w.account_id order by w.first desc, w.account_id) from appointment_worker w where w.appointment_id = a.id)`.as(
        'workers',
      ),
    );

export async function findAppointment(tx: Tx, id: string): Promise<Appointment | undefined> {
  const row = await select(tx).where('a.id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function appointmentsOf(tx: Tx, person: string, limit = 200): Promise<Appointment[]> {
  const rows = await select(tx).where('a.person_id', '=', person).orderBy('a.starts_at', 'desc').orderBy('a.id').limit(limit).execute();
  return rows.map(fromRow);
}

/** The person's next one, if they have any ahead. */
export async function nextAppointment(tx: Tx, person: string, now: Date): Promise<Appointment | undefined> {
  const row = await select(tx)
    .where('a.person_id', '=', person)
    .where('a.stage', '=', 'booked')
    .where('a.ends_at', '>', now)
    .orderBy('a.starts_at')
    .limit(1)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Those of these people that begin within the time, whatever came of them. */
export async function appointmentsBetween(tx: Tx, workers: readonly string[], { startsAt, endsAt }: Span): Promise<Appointment[]> {
  if (!workers.length) return [];
  const theirs = tables(tx)
    .selectFrom('appointment_worker')
    .select('appointment_id')
    .where('account_id', 'in', [...workers])
    .where('starts_at', '>=', startsAt)
    .where('starts_at', '<', endsAt);
  const rows = await select(tx).where('a.id', 'in', theirs).orderBy('a.starts_at').orderBy('a.id').execute();
  return rows.map(fromRow);
}

/** What is booked in these rooms within the time, by anybody. */
export async function bookedInRooms(tx: Tx, rooms: readonly string[], { startsAt, endsAt }: Span): Promise<Appointment[]> {
  if (!rooms.length) return [];
  const rows = await select(tx)
    .where('a.room_id', 'in', [...rooms])
    .where('a.stage', '=', 'booked')
    .where('a.starts_at', '<', endsAt)
    .where('a.ends_at', '>', startsAt)
    .execute();
  return rows.map(fromRow);
}

/** What is in the way of this one: the person's, the workers' or the room's. */
export async function clashingWith(tx: Tx, { id, person, workers, room, startsAt, endsAt }: Appointment): Promise<Appointment[]> {
  const theirs = tables(tx)
    .selectFrom('appointment_worker')
    .select('appointment_id')
    .where('account_id', 'in', [...workers]);
  const rows = await select(tx)
    .where('a.stage', '=', 'booked')
    .where('a.id', '<>', id)
    .where('a.starts_at', '<', endsAt)
    .where('a.ends_at', '>', startsAt)
    .where((e) => e.or([e('a.person_id', '=', person), e('a.id', 'in', theirs), ...(room ? [e('a.room_id', '=', room)] : [])]))
    .orderBy('a.starts_at')
    .execute();
  return rows.map(fromRow);
}

/** Held, so that two processes do not remind of the same one. */
export async function holdToRemind(tx: Tx, now: Date, limit: number): Promise<Appointment[]> {
  const rows = await select(tx)
    .where('a.stage', '=', 'booked')
    .where('a.remind_at', '<=', now)
    .orderBy('a.remind_at')
    .limit(limit)
    .forUpdate('a')
    .skipLocked()
    .execute();
  return rows.map(fromRow);
}

/** It is nobody's change, so the version stays. */
export const noteReminded = (tx: Tx, id: string) =>
  tables(tx).updateTable('appointment').set({ remind_at: null }).where('id', '=', id).execute();

const toRow = (a: Appointment) => ({
  kind: a.kind,
  starts_at: a.startsAt,
  ends_at: a.endsAt,
  room_id: a.room,
  place: a.place,
  bring: a.bring,
  getting_there: a.gettingThere,
  tell: a.tell,
  ...stageColumns(a.stage),
  answer: a.answer,
  wish: a.wish,
  remind_at: a.remindAt,
  made_at: a.madeAt,
  made_by: a.madeBy,
  row_version: a.rowVersion,
});

const nothing = { ended_by: null, reason: null, note: '', easier: [], contact_id: null };

function stageColumns(stage: Stage) {
  switch (stage.name) {
    case 'booked':
      return { ...nothing, stage: stage.name };
    case 'happened':
      return { ...nothing, stage: stage.name, contact_id: stage.contact };
    case 'not-there':
      return { ...nothing, stage: stage.name, reason: stage.reason, note: stage.note, easier: [...stage.easier] };
    case 'cancelled':
      return { ...nothing, stage: stage.name, ended_by: stage.by, reason: stage.reason, note: stage.note };
  }
}

function stageOf(row: Row): Stage {
  switch (row.stage) {
    case 'booked':
      return { name: 'booked' };
    case 'happened':
      return { name: 'happened', contact: row.contact_id };
    case 'not-there':
      return { name: 'not-there', reason: row.reason as WhyNotThere, note: row.note, easier: row.easier };
    case 'cancelled':
      return { name: 'cancelled', by: row.ended_by ?? 'us', reason: row.reason as Reason, note: row.note };
  }
}

const fromRow = (row: Row & { workers: string[] | null }): Appointment => ({
  id: row.id,
  person: row.person_id,
  workers: row.workers ?? [],
  kind: row.kind,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  room: row.room_id,
  place: row.place,
  bring: row.bring,
  gettingThere: row.getting_there,
  tell: row.tell,
  stage: stageOf(row),
  answer: row.answer,
  wish: row.wish,
  remindAt: row.remind_at,
  madeAt: row.made_at,
  madeBy: row.made_by,
  rowVersion: row.row_version,
});
