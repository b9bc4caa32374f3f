import { sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Death, Stopped } from '../death.ts';

type Tables = {
  death: {
    id: string;
    person_id: string;
    died_on: CalendarDay | null;
    said_by: string;
    recorded_at: Date;
    recorded_by: string;
    undone_at: Date | null;
    undone_by: string | null;
    undone_because: string;
  };
  death_stopped: { death_id: string; position: number; kind: Stopped['kind']; thing_id: string | null; what: string };
  person: { id: string; died_told_at: Date | null; died_on: CalendarDay | null; row_version: number };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

/** Nobody else changes the person until this transaction ends. */
export const holdPerson = (tx: Tx, id: string) => tables(tx).selectFrom('person').select('id').where('id', '=', id).forUpdate().execute();

/** Whoever had the person open to change something is told that they changed meanwhile. */
export async function markDied(tx: Tx, id: string, died: { on: CalendarDay | null; toldAt: Date } | null): Promise<void> {
  await tables(tx)
    .updateTable('person')
    .set({ died_told_at: died?.toldAt ?? null, died_on: died?.on ?? null, row_version: sql`row_version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function addDeath(tx: Tx, { id, person, on, saidBy, recordedAt, recordedBy, stopped }: Death): Promise<void> {
  const row = { died_on: on, said_by: saidBy, recorded_at: recordedAt, recorded_by: recordedBy, undone_at: null, undone_by: null };
  await tables(tx)
    .insertInto('death')
    .values({ id, person_id: person, ...row, undone_because: '' })
    .execute();
  const rows = stopped.map((each, position) => ({ death_id: id, position, kind: each.kind, thing_id: each.id, what: each.what }));
  if (rows.length) await tables(tx).insertInto('death_stopped').values(rows).execute();
}

export async function markUndone(tx: Tx, { id, undone }: Death): Promise<void> {
  await tables(tx)
    .updateTable('death')
    .set({ undone_at: undone?.at ?? null, undone_by: undone?.by ?? null, undone_because: undone?.because ?? '' })
    .where('id', '=', id)
    .execute();
}

/** Newest first: the one that stands, if any, and those that were mistakes. */
export async function deathsOf(tx: Tx, person: string): Promise<Death[]> {
  const rows = await tables(tx).selectFrom('death').selectAll().where('person_id', '=', person).orderBy('recorded_at', 'desc').execute();
  const ids = rows.map(({ id }) => id);
  const stopped = ids.length
    ? await tables(tx).selectFrom('death_stopped').selectAll().where('death_id', 'in', ids).orderBy('position').execute()
    : [];
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    on: row.died_on,
    saidBy: row.said_by,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    undone: row.undone_at && row.undone_by ? { at: row.undone_at, by: row.undone_by, because: row.undone_because } : null,
    stopped: stopped.filter((each) => each.death_id === row.id).map(({ kind, thing_id, what }) => ({ kind, id: thing_id, what })),
  }));
}
