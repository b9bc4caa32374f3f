import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Incident, Severity } from '../core/incident.ts';

type Row = {
  id: string;
  site_id: string | null;
  reported_by: string;
  reported_at: Date;
  happened_on: CalendarDay;
  severity: Severity;
  what: string;
  at_once: string;
  learning: string;
  closed_at: Date | null;
  closed_by: string | null;
  row_version: number;
};
const tables = (tx: Tx) => tx.withTables<{ incident: Row }>();

const toIncident = (row: Row): Incident => ({
  id: row.id,
  site: row.site_id,
  reportedBy: row.reported_by,
  reportedAt: row.reported_at,
  happenedOn: row.happened_on,
  severity: row.severity,
  what: row.what,
  atOnce: row.at_once,
  learning: row.learning,
  closed: row.closed_at && row.closed_by ? { at: row.closed_at, by: row.closed_by } : null,
  rowVersion: row.row_version,
});
const told = (incident: Incident) => ({
  happened_on: incident.happenedOn,
  severity: incident.severity,
  what: incident.what,
  at_once: incident.atOnce,
  learning: incident.learning,
  closed_at: incident.closed?.at ?? null,
  closed_by: incident.closed?.by ?? null,
});

/** Open ones first, then the newest. */
export async function incidentsOf(tx: Tx, which: { by?: string; site?: string }): Promise<Incident[]> {
  let query = tables(tx).selectFrom('incident').selectAll();
  if (which.by) query = query.where('reported_by', '=', which.by);
  if (which.site) query = query.where('site_id', '=', which.site);
  const ordered = query
    .orderBy((e) => e('closed_at', 'is not', null))
    .orderBy('reported_at', 'desc')
    .orderBy('id');
  return (await ordered.limit(300).execute()).map(toIncident);
}

export async function findIncident(tx: Tx, id: string): Promise<Incident | undefined> {
  const row = await tables(tx).selectFrom('incident').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toIncident(row);
}

export const addIncident = (tx: Tx, incident: Incident) =>
  tables(tx)
    .insertInto('incident')
    .values({
      id: incident.id,
      site_id: incident.site,
      reported_by: incident.reportedBy,
      reported_at: incident.reportedAt,
      row_version: incident.rowVersion,
      ...told(incident),
    })
    .execute();

/** Answers whether nobody had changed it since the version that was read. */
export async function saveIncident(tx: Tx, incident: Incident): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('incident')
    .set({ ...told(incident), row_version: incident.rowVersion + 1 })
    .where('id', '=', incident.id)
    .where('row_version', '=', incident.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
