import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Priority, Step } from '../core/needs-profile-priority.ts';

type Row = Omit<Priority, 'place' | 'steps'> & { placeId: string | null; placeName: string | null };

/** Those on the list, and where a moment is given those taken off since; the oldest first. */
export async function priorities(tx: Tx, removedSince: Date | null = null): Promise<Priority[]> {
  const { rows } = await sql<Row>`
    select p.id, p.place_id as "placeId", n.name as "placeName", p.need, p.title, p.why, p.added_at as "addedAt", p.removed_at as "removedAt",
      p.row_version as "rowVersion"
    from needs_priority p left join needs_place n on n.id = p.place_id
    where p.removed_at is null or p.removed_at >= ${removedSince} order by p.added_at, p.id`.execute(tx);
  const steps = await sql<Step & { priority: string }>`
    select id, priority_id as priority, on_day as on, words from needs_priority_step order by on_day desc, at desc`.execute(tx);
  return rows.map(({ placeId, placeName, ...row }) => ({
    ...row,
    place: placeId === null ? null : { id: placeId, name: placeName ?? '' },
    steps: steps.rows.filter(({ priority }) => priority === row.id).map(({ priority: _, ...step }) => step),
  }));
}

type NewPriority = { id: string; place: string | null; need: string; title: string; why: string; at: Date; by: string };

export async function addPriority(tx: Tx, { id, place, need, title, why, at, by }: NewPriority): Promise<void> {
  await sql`
    insert into needs_priority (id, place_id, need, title, why, added_at, added_by)
    values (${id}, ${place}, ${need}, ${title}, ${why}, ${at}, ${by})`.execute(tx);
}

export async function savePriority(
  tx: Tx,
  id: string,
  { title, why, rowVersion }: Pick<Priority, 'title' | 'why' | 'rowVersion'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update needs_priority set title = ${title}, why = ${why}, row_version = row_version + 1
    where id = ${id} and row_version = ${rowVersion}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Off the list, or on it again; answers whether there was anything to change. */
export async function setRemoved(tx: Tx, id: string, at: Date | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update needs_priority set removed_at = ${at} where id = ${id} and (removed_at is null) = ${at !== null}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function addStep(
  tx: Tx,
  { id, priority, on, words, by, at }: Step & { priority: string; by: string; at: Date },
): Promise<void> {
  await sql`
    insert into needs_priority_step (id, priority_id, on_day, words, by_id, at)
    values (${id}, ${priority}, ${on}, ${words}, ${by}, ${at})`.execute(tx);
}
