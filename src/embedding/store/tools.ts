import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { noPrompting, type Prompting } from '../core/tools-prompt.ts';
import type { TextVersion, ToolText } from '../core/tools-text.ts';

type TextRow = { name: ToolText; version: number; words: string | null; saved_at: Date; saved_by: string };
type ToolRow = {
  practice_id: string;
  prompts: boolean;
  high_need_area: boolean;
  first_visit: boolean;
  age_from: number | null;
  age_to: number | null;
  would_help: string;
  row_version: number;
};
const tables = (tx: Tx) => tx.withTables<{ tool_text: TextRow; practice_tool: ToolRow }>();

const toVersion = ({ saved_at, saved_by, ...row }: Selectable<TextRow>): TextVersion => ({ ...row, savedAt: saved_at, savedBy: saved_by });

/** Newest first. */
export async function versionsOf(tx: Tx, name: ToolText): Promise<TextVersion[]> {
  const rows = await tables(tx).selectFrom('tool_text').selectAll().where('name', '=', name).orderBy('version', 'desc').execute();
  return rows.map(toVersion);
}

/** What a programme says in its own words now; what is not here is ours. */
export async function ownWords(tx: Tx): Promise<Map<ToolText, string>> {
  const rows = await tables(tx)
    .selectFrom('tool_text')
    .distinctOn('name')
    .select(['name', 'words'])
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.flatMap(({ name, words }) => (words === null ? [] : [[name, words] as const])));
}

/** Answers whether it was the next version: whoever saved over another's is told. */
export async function addVersion(tx: Tx, { name, version, words, savedAt, savedBy }: TextVersion): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('tool_text')
    .values({ name, version, words, saved_at: savedAt, saved_by: savedBy })
    .onConflict((c) => c.columns(['programme_id', 'name', 'version'] as never).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function promptingOf(tx: Tx, practice: string): Promise<Prompting> {
  const row = await tables(tx).selectFrom('practice_tool').selectAll().where('practice_id', '=', practice).executeTakeFirst();
  return row ? toPrompting(row) : noPrompting(practice);
}

export async function allPrompting(tx: Tx): Promise<Prompting[]> {
  return (await tables(tx).selectFrom('practice_tool').selectAll().execute()).map(toPrompting);
}

/** Saves over the version that was read (0: none yet); answers whether nobody else had saved meanwhile. */
export async function savePrompting(tx: Tx, { practice, rowVersion, ...rules }: Prompting): Promise<boolean> {
  const row = {
    prompts: rules.on,
    high_need_area: rules.highNeedArea,
    first_visit: rules.firstVisit,
    age_from: rules.ageFrom,
    age_to: rules.ageTo,
    would_help: rules.wouldHelp,
    row_version: rowVersion + 1,
  };
  if (rowVersion === 0) {
    const added = await tables(tx)
      .insertInto('practice_tool')
      .values({ practice_id: practice, ...row })
      .onConflict((c) => c.columns(['programme_id', 'practice_id'] as never).doNothing())
      .executeTakeFirstOrThrow();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tables(tx)
    .updateTable('practice_tool')
    .set(row)
    .where('practice_id', '=', practice)
    .where('row_version', '=', rowVersion)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

const toPrompting = (row: Selectable<ToolRow>): Prompting => ({
  practice: row.practice_id,
  on: row.prompts,
  highNeedArea: row.high_need_area,
  firstVisit: row.first_visit,
  ageFrom: row.age_from,
  ageTo: row.age_to,
  wouldHelp: row.would_help,
  rowVersion: row.row_version,
});
