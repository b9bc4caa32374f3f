import { type Selectable, sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Figures } from '../core/report.ts';

export type Report = {
  id: string;
  practice: string;
  /** Its first day. */
  month: CalendarDay;
  version: number;
  from: CalendarDay;
  figures: Figures;
  wouldHelp: string;
  story: { id: string; recalledAt: Date | null } | null;
  madeAt: Date;
  madeBy: string | null;
};
type Row = {
  id: string;
  practice_id: string;
  month: string;
  version: number;
  from_day: string;
  figures: string;
  would_help: string;
  story_id: string | null;
  story_recalled_at: Date | null;
  recall_told_at?: Date | null;
  made_at: Date;
  made_by: string | null;
};
type ReaderRow = { report_id: string; account_id: string; mailed_at: Date | null; opened_at: Date | null };
const tables = (tx: Tx) => tx.withTables<{ practice_report: Row; report_reader: ReaderRow }>();

/** Answers whether it is new: the same month is never made twice. */
export async function addReport(tx: Tx, report: Report): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('practice_report')
    .values({
      id: report.id,
      practice_id: report.practice,
      month: report.month,
      version: report.version,
      from_day: report.from,
      figures: JSON.stringify(report.figures),
      would_help: report.wouldHelp,
      story_id: report.story?.id ?? null,
      story_recalled_at: report.story?.recalledAt ?? null,
      made_at: report.madeAt,
      made_by: report.madeBy,
    })
    .onConflict((c) => c.columns(['programme_id', 'practice_id', 'month', 'version'] as never).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findReport(tx: Tx, id: string): Promise<Report | undefined> {
  const row = await tables(tx).selectFrom('practice_report').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toReport(row);
}

/** Newest month first, each with its newest version first. */
export async function reportsOf(tx: Tx, practice: string): Promise<Report[]> {
  const rows = await tables(tx)
    .selectFrom('practice_report')
    .selectAll()
    .where('practice_id', '=', practice)
    .orderBy('month', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toReport);
}

/** No report shows this story any more. */
export async function takeOutStory(tx: Tx, story: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable('practice_report')
    .set({ story_recalled_at: at })
    .where('story_id', '=', story)
    .where('story_recalled_at', 'is', null)
    .execute();
}

/** The reports whose readers have not been asked yet to destroy copies; from now on they count as asked. */
export async function holdToRecall(tx: Tx, at: Date): Promise<string[]> {
  const rows = await tables(tx)
    .updateTable('practice_report')
    .set({ recall_told_at: at })
    .where('story_recalled_at', 'is not', null)
    .where('recall_told_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export type Reader = { report: string; account: string; mailedAt: Date | null; openedAt: Date | null };

export async function readersOf(tx: Tx, reports: readonly string[]): Promise<Reader[]> {
  if (!reports.length) return [];
  const rows = await tables(tx)
    .selectFrom('report_reader')
    .selectAll()
    .where('report_id', 'in', [...reports])
    .orderBy('mailed_at')
    .orderBy('account_id')
    .execute();
  return rows.map((row) => ({
    report: row.report_id,
    account: row.account_id,
    mailedAt: row.mailed_at,
    openedAt: row.opened_at,
  }));
}

type Noted = { report: string; account: string; at: Date };
/** The first time counts; what was noted before stays. Answers whether this was it. */
export async function noteReader(tx: Tx, what: 'mailed' | 'opened', { report, account, at }: Noted): Promise<boolean> {
  const column = sql.ref(`${what}_at`);
  const { rows } = await sql`
    insert into report_reader (report_id, account_id, ${column}) values (${report}, ${account}, ${at})
    on conflict (programme_id, report_id, account_id) do update set ${column} = excluded.${column} where report_reader.${column} is null
    returning report_id`.execute(tx);
  return rows.length > 0;
}

/** How many reports a practice has had since a day, and how many of them somebody who works there has opened. */
export async function countRead(tx: Tx, practice: string, since: CalendarDay): Promise<{ made: number; read: number }> {
  const { rows } = await sql<{ made: number; read: number }>`
    select count(distinct r.month) as made, count(distinct r.month) filter (where exists (
      select from report_reader o join account a on a.programme_id = o.programme_id and a.id = o.account_id
      where o.programme_id = r.programme_id and o.report_id = r.id and o.opened_at is not null and a.practice_id = r.practice_id)) as read
    from practice_report r where practice_id = ${practice} and month >= ${since}::date`.execute(tx);
  return rows[0] ?? { made: 0, read: 0 };
}

const toReport = (row: Selectable<Row>): Report => ({
  id: row.id,
  practice: row.practice_id,
  month: row.month,
  version: row.version,
  from: row.from_day,
  figures: row.figures as unknown as Figures,
  wouldHelp: row.would_help,
  story: row.story_id === null ? null : { id: row.story_id, recalledAt: row.story_recalled_at },
  madeAt: row.made_at,
  madeBy: row.made_by,
});
