import type { Tx } from '../../platform/database.ts';
import { type Schedule, usualSchedule } from '../schedule.ts';
import { tables } from './tables.ts';

export type KeptSchedule = { schedule: Schedule; rowVersion: number };

/** The programme's own, or the usual one (version 0) until it has made one. */
export async function keptSchedule(tx: Tx): Promise<KeptSchedule> {
  const row = await tables(tx).selectFrom('measure_schedule').selectAll().executeTakeFirst();
  if (!row) return { schedule: usualSchedule, rowVersion: 0 };
  return { schedule: { ...usualSchedule, ...(row.content as unknown as Schedule) }, rowVersion: row.row_version };
}

/** Saves over the version that was read; answers whether it was still that one. */
export async function saveSchedule(tx: Tx, { schedule, rowVersion }: KeptSchedule): Promise<boolean> {
  const content = JSON.stringify(schedule);
  const saved =
    rowVersion === 0
      ? await tables(tx)
          .insertInto('measure_schedule')
          .values({ content, row_version: 1 })
          .onConflict((c) => c.columns(['programme_id'] as never).doNothing())
          .returning('row_version')
          .executeTakeFirst()
      : await tables(tx)
          .updateTable('measure_schedule')
          .set({ content, row_version: rowVersion + 1 })
          .where('row_version', '=', rowVersion)
          .returning('row_version')
          .executeTakeFirst();
  return saved !== undefined;
}
