import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Visit } from '../visit.ts';

type Row = {
  id: string;
  worker_id: string;
  team_id: string;
  person_id: string | null;
  about_kind: string | null;
  about_id: string | null;
  place: string;
  starts_at: Date;
  ends_at: Date;
  mobile: string;
  ring: string;
  note: string;
  planned_at: Date;
  arrived_at: Date | null;
  safe_at: Date | null;
  called_off_at: Date | null;
  help_at: Date | null;
  times_missed: number;
  missed_at: Date | null;
};
type Tables = { visit: Row };

const tables = (tx: Tx) => tx.withTables<Tables>();
const select = (tx: Tx) => tables(tx).selectFrom('visit').selectAll();

export async function addVisit(tx: Tx, visit: Visit): Promise<void> {
  await tables(tx).insertInto('visit').values(toRow(visit)).execute();
}

export async function saveVisit(tx: Tx, visit: Visit): Promise<void> {
  await tables(tx).updateTable('visit').set(toRow(visit)).where('id', '=', visit.id).execute();
}

/** Nobody else changes it meanwhile. */
export async function holdVisit(tx: Tx, id: string): Promise<Visit | undefined> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** Those who are late, and not looked at by another process just now. */
export async function holdLate(tx: Tx, before: Date, limit: number): Promise<Visit[]> {
  const rows = await notOver(tx).where('ends_at', '<=', before).orderBy('ends_at').limit(limit).forUpdate().skipLocked().execute();
  return rows.map(fromRow);
}

const notOver = (tx: Tx) => select(tx).where('safe_at', 'is', null).where('called_off_at', 'is', null);

/** Everything that is not over, soonest end first: of somebody, or of their whole team. */
export async function openVisits(tx: Tx, of: { worker: string } | { team: string }): Promise<Visit[]> {
  const query = 'worker' in of ? notOver(tx).where('worker_id', '=', of.worker) : notOver(tx).where('team_id', '=', of.team);
  return (await query.orderBy('ends_at').orderBy('id').execute()).map(fromRow);
}

export async function latestOf(tx: Tx, worker: string): Promise<Visit | undefined> {
  const row = await select(tx).where('worker_id', '=', worker).orderBy('planned_at', 'desc').limit(1).executeTakeFirst();
  return row && fromRow(row);
}

export async function visitsById(tx: Tx, ids: readonly string[]): Promise<Map<string, Visit>> {
  if (!ids.length) return new Map();
  const rows = await select(tx)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

const toRow = (visit: Visit): Row => ({
  id: visit.id,
  worker_id: visit.worker,
  team_id: visit.team,
  person_id: visit.person,
  about_kind: visit.about?.kind ?? null,
  about_id: visit.about?.id ?? null,
  place: visit.place,
  starts_at: visit.startsAt,
  ends_at: visit.endsAt,
  mobile: visit.mobile,
  ring: visit.ring,
  note: visit.note,
  planned_at: visit.plannedAt,
  arrived_at: visit.arrivedAt,
  safe_at: visit.safeAt,
  called_off_at: visit.calledOffAt,
  help_at: visit.helpAt,
  times_missed: visit.missed.times,
  missed_at: visit.missed.at,
});

const fromRow = (row: Selectable<Row>): Visit => ({
  id: row.id,
  worker: row.worker_id,
  team: row.team_id,
  person: row.person_id,
  about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
  place: row.place,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  mobile: row.mobile,
  ring: row.ring,
  note: row.note,
  plannedAt: row.planned_at,
  arrivedAt: row.arrived_at,
  safeAt: row.safe_at,
  calledOffAt: row.called_off_at,
  helpAt: row.help_at,
  missed: { times: row.times_missed, at: row.missed_at },
});
