import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Entry, EntryDetails, Register, Sort, Stage, Weight } from '../core/change-entry.ts';
import type { ReadinessAnswers, ReadinessCheck, SiteStart } from '../core/change-readiness.ts';

type EntryRow = {
  id: string;
  site_id: string;
  register: Register;
  what: string;
  sort: Sort | '';
  stage: Stage;
  owner: string;
  how: string;
  evidence: string;
  likelihood: Weight | null;
  impact: Weight | null;
  on_day: CalendarDay | null;
  due_on: CalendarDay | null;
  made_from: string;
  added_at: Date;
  removed_at: Date | null;
  row_version: number;
};
type VersionRow = { entry_id: string; version: number; content: string; at: Date; by_id: string };
type CheckRow = { id: string; site_id: string; answers: string; note: string; checked_at: Date; by_id: string };
type StartRow = { site_id: string; stage: SiteStart['stage']; starts_on: CalendarDay | null; row_version: number };
const tables = (tx: Tx) =>
  tx.withTables<{ site_entry: EntryRow; site_entry_version: VersionRow; readiness_check: CheckRow; site_start: StartRow }>();

const toEntry = (row: EntryRow): Entry => ({
  id: row.id,
  site: row.site_id,
  register: row.register,
  what: row.what,
  sort: row.sort || null,
  stage: row.stage,
  owner: row.owner,
  how: row.how,
  evidence: row.evidence,
  likelihood: row.likelihood,
  impact: row.impact,
  on: row.on_day,
  due: row.due_on,
  madeFrom: row.made_from,
  removedAt: row.removed_at,
  rowVersion: row.row_version,
});
const detailsRow = (entry: EntryDetails) => ({
  what: entry.what,
  sort: entry.sort ?? ('' as const),
  stage: entry.stage,
  owner: entry.owner,
  how: entry.how,
  evidence: entry.evidence,
  likelihood: entry.likelihood,
  impact: entry.impact,
  on_day: entry.on,
  due_on: entry.due,
});

/** What stands in the registers now; of one site, of one register, or of all. */
export async function entriesOf(tx: Tx, which: { site?: string; register?: Register }): Promise<Entry[]> {
  let query = tables(tx).selectFrom('site_entry').selectAll().where('removed_at', 'is', null);
  if (which.site) query = query.where('site_id', '=', which.site);
  if (which.register) query = query.where('register', '=', which.register);
  return (await query.orderBy('added_at').orderBy('due_on').orderBy('id').execute()).map(toEntry);
}

/** Also one that was removed, so that it can come back. */
export async function findEntry(tx: Tx, id: string): Promise<Entry | undefined> {
  const row = await tables(tx).selectFrom('site_entry').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toEntry(row);
}

type Written = { at: Date; by: string };
const version = ({ id, rowVersion }: Entry, content: EntryDetails, { at, by }: Written): VersionRow => {
  const { what, sort, stage, owner, how, evidence, likelihood, impact, on, due } = content;
  const kept = JSON.stringify({ what, sort, stage, owner, how, evidence, likelihood, impact, on, due });
  return { entry_id: id, version: rowVersion, content: kept, at, by_id: by };
};

export async function addEntries(tx: Tx, entries: readonly Entry[], written: Written): Promise<void> {
  if (!entries.length) return;
  await tables(tx)
    .insertInto('site_entry')
    .values(
      entries.map((entry) => ({
        id: entry.id,
        site_id: entry.site,
        register: entry.register,
        ...detailsRow(entry),
        made_from: entry.madeFrom,
        added_at: written.at,
        removed_at: null,
        row_version: entry.rowVersion,
      })),
    )
    .execute();
  await tables(tx)
    .insertInto('site_entry_version')
    .values(entries.map((entry) => version(entry, entry, written)))
    .execute();
}

/** Saves over the version that was read, and keeps what it says as a version; answers whether nobody had changed it since. */
export async function saveEntry(tx: Tx, entry: Entry, written: Written): Promise<boolean> {
  const after = { ...entry, rowVersion: entry.rowVersion + 1 };
  const { numUpdatedRows } = await tables(tx)
    .updateTable('site_entry')
    .set({ ...detailsRow(entry), removed_at: entry.removedAt, row_version: after.rowVersion })
    .where('id', '=', entry.id)
    .where('row_version', '=', entry.rowVersion)
    .executeTakeFirst();
  if (!numUpdatedRows) return false;
  await tables(tx)
    .insertInto('site_entry_version')
    .values(version(after, entry, written))
    .execute();
  return true;
}

export type EntryVersion = { content: EntryDetails; at: Date; by: string };

/** How a line read, the newest first. */
export async function versionsOf(tx: Tx, entry: string): Promise<EntryVersion[]> {
  const rows = await tables(tx)
    .selectFrom('site_entry_version')
    .selectAll()
    .where('entry_id', '=', entry)
    .orderBy('version', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ content, at, by_id }) => ({ content: content as unknown as EntryDetails, at, by: by_id }));
}

/** The checks of a site, the newest first; or the last of every site. */
export async function checksOf(tx: Tx, site?: string): Promise<ReadinessCheck[]> {
  let query = tables(tx).selectFrom('readiness_check').selectAll();
  query = site
    ? query.where('site_id', '=', site).orderBy('checked_at', 'desc')
    : query.distinctOn('site_id').orderBy('site_id').orderBy('checked_at', 'desc');
  return (await query.limit(500).execute()).map((row) => ({
    id: row.id,
    site: row.site_id,
    answers: row.answers as unknown as ReadinessAnswers,
    note: row.note,
    at: row.checked_at,
    by: row.by_id,
  }));
}

export const addCheck = (tx: Tx, check: ReadinessCheck) =>
  tables(tx)
    .insertInto('readiness_check')
    .values({
      id: check.id,
      site_id: check.site,
      answers: JSON.stringify(check.answers),
      note: check.note,
      checked_at: check.at,
      by_id: check.by,
    })
    .execute();

/** What was said of when sites start, by site. */
export async function startsOf(tx: Tx, site?: string): Promise<Map<string, SiteStart>> {
  let query = tables(tx).selectFrom('site_start').selectAll();
  if (site) query = query.where('site_id', '=', site);
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.site_id, { stage: row.stage, startsOn: row.starts_on, rowVersion: row.row_version }]));
}

/** `rowVersion` 0: nothing was said of this site before. Answers whether nobody had changed it since. */
export async function saveStart(tx: Tx, site: string, { stage, startsOn, rowVersion }: SiteStart): Promise<boolean> {
  const saved = { stage, starts_on: startsOn, row_version: rowVersion + 1 };
  if (rowVersion === 0) {
    const added = await tables(tx)
      .insertInto('site_start')
      .values({ site_id: site, ...saved })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tables(tx)
    .updateTable('site_start')
    .set(saved)
    .where('site_id', '=', site)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
