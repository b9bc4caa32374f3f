import type { Tx } from '../../platform/database.ts';
import type { Code } from '../core/codebook.ts';

type CodeRow = {
  id: string;
  shipped: string | null;
  parent_id: string | null;
  name: string;
  colour: string;
  codable: boolean;
  description: string;
  use_when: string;
  not_when: string;
  state: Code['state'];
  into_id: string | null;
  row_version: number;
};
type VersionRow = { code_id: string; version: number; content: string; saved_at: Date; saved_by: string };
const tables = (tx: Tx) => tx.withTables<{ code: CodeRow; code_version: VersionRow }>();

/** A code as somebody left it. */
export type CodeVersion = { version: number; code: Code; at: Date; by: string };

/** The programme's own codes, and those that come with Bothy and were changed here. */
export async function keptCodes(tx: Tx): Promise<Code[]> {
  const rows = await tables(tx).selectFrom('code').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(({ parent_id, use_when, not_when, into_id, row_version, ...row }) => ({
    ...row,
    parent: parent_id,
    useWhen: use_when,
    notWhen: not_when,
    into: into_id,
    rowVersion: row_version,
  }));
}

const toRow = ({ id, shipped, parent, name, colour, codable, description, useWhen, notWhen, state, into }: Code) => ({
  ...{ id, shipped, name, colour, codable, description, state },
  parent_id: parent,
  use_when: useWhen,
  not_when: notWhen,
  into_id: into,
});

/** Saves over the version that was read, 0 for one that nothing was kept of; answers whether it was still that one. */
export async function saveCode(tx: Tx, code: Code, by: string, at: Date): Promise<boolean> {
  const version = code.rowVersion + 1;
  const row = { ...toRow(code), row_version: version };
  const { numInsertedOrUpdatedRows: added = 0n } =
    code.rowVersion === 0
      ? await tables(tx)
          .insertInto('code')
          .values(row)
          .onConflict((c) => c.columns(['programme_id', 'id'] as never).doNothing())
          .executeTakeFirst()
      : {};
  const { numUpdatedRows: changed } =
    code.rowVersion === 0
      ? { numUpdatedRows: added }
      : await tables(tx)
          .updateTable('code')
          .set(row)
          .where('id', '=', code.id)
          .where('row_version', '=', code.rowVersion)
          .executeTakeFirst();
  if (!changed) return false;
  await tables(tx)
    .insertInto('code_version')
    .values({ code_id: code.id, version, content: JSON.stringify({ ...code, rowVersion: version }), saved_at: at, saved_by: by })
    .execute();
  return true;
}

/** The newest first. */
export async function codeVersions(tx: Tx, code: string): Promise<CodeVersion[]> {
  const rows = await tables(tx).selectFrom('code_version').selectAll().where('code_id', '=', code).orderBy('version', 'desc').execute();
  return rows.map(({ version, content, saved_at, saved_by }) => ({
    version,
    code: content as unknown as Code,
    at: saved_at,
    by: saved_by,
  }));
}
