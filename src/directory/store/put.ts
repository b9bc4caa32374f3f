import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** PostgreSQL takes neither NUL nor half a surrogate pair. */
const clean = (_key: string, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value);

/** Rows as one parameter, so that thousands go in one statement. */
export const asJson = (rows: unknown): RawBuilder<unknown> => sql`${JSON.stringify(rows, clean)}::text::jsonb`;

/** Adds rows, or replaces those that have the same id. All rows have the columns of the first. */
export async function putRows(tx: Tx, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  await insert(tx, table, rows, (columns) => {
    const changes = columns.filter((column) => column !== 'id').map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
    return sql`on conflict (programme_id, id) do update set ${sql.join(changes)}`;
  });
}

export const addRows = (tx: Tx, table: string, rows: readonly Record<string, unknown>[]): Promise<void> =>
  insert(tx, table, rows, () => sql``);

async function insert(
  tx: Tx,
  table: string,
  rows: readonly Record<string, unknown>[],
  onConflict: (columns: string[]) => RawBuilder<unknown>,
): Promise<void> {
  if (!rows.length) return;
  const columns = Object.keys(rows[0]!);
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(columns.map((column) => sql.ref(`new.${column}`)))}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${asJson(rows)}) as new
    ${onConflict(columns)}`.execute(tx);
}
