import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type Merge = { id: string; gone: string; kept: string; at: Date; by: string; undoneAt: Date | null };
type Tables = {
  person: { id: string; merged_into: string | null; merged_at: Date | null };
  person_merge: {
    id: string;
    gone_id: string;
    kept_id: string;
    merged_at: Date;
    merged_by: string;
    undone_at?: Date | null;
    undone_by?: string | null;
  };
  person_merge_row: { merge_id: string; relation: string; before: unknown; after: unknown };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

/** How many rows of each table belong to a person. */
export async function countRowsOf(tx: Tx, person: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ relation: string; count: number }>`
    select relation, count(*)::int as count from person_rows(array[${person}::uuid]) where relation <> 'person' group by relation order by relation`.execute(
    tx,
  );
  return new Map(rows.map(({ relation, count }) => [relation, count]));
}

/** Writes down both records as they are. Everything between this and `endMerge` can be undone. */
export async function beginMerge(tx: Tx, { id, gone, kept, at, by }: Omit<Merge, 'undoneAt'>): Promise<void> {
  await tables(tx).insertInto('person_merge').values({ id, gone_id: gone, kept_id: kept, merged_at: at, merged_by: by }).execute();
  await sql`select note_before_merge(${id}, ${gone}, ${kept})`.execute(tx);
  await sql`select move_person(${gone}, ${kept})`.execute(tx);
}

export async function endMerge(tx: Tx, { id, gone, kept, at }: Omit<Merge, 'undoneAt'>): Promise<void> {
  await tables(tx).updateTable('person').set({ merged_into: kept, merged_at: at }).where('id', '=', gone).execute();
  await sql`select note_after_merge(${id}, ${gone}, ${kept})`.execute(tx);
}

/** Puts back what joining changed. Answers how many things somebody has worked on since; those keep that work. */
export async function takeApart(tx: Tx, { id, gone }: Pick<Merge, 'id' | 'gone'>, { at, by }: { at: Date; by: string }): Promise<number> {
  const { rows } = await sql<{ since: number }>`select undo_merge(${id}, ${gone}) as since`.execute(tx);
  await tables(tx).updateTable('person_merge').set({ undone_at: at, undone_by: by }).where('id', '=', id).execute();
  return rows[0]!.since;
}

/** What was joined into this record and still is, newest first. */
export async function mergesInto(tx: Tx, kept: string): Promise<Merge[]> {
  const rows = await tables(tx)
    .selectFrom('person_merge')
    .selectAll()
    .where('kept_id', '=', kept)
    .where('undone_at', 'is', null)
    .orderBy('merged_at', 'desc')
    .execute();
  return rows.map(({ id, gone_id, kept_id, merged_at, merged_by, undone_at }) => ({
    id,
    gone: gone_id,
    kept: kept_id,
    at: merged_at,
    by: merged_by,
    undoneAt: undone_at ?? null,
  }));
}

/** What was put aside because there can be only one of it, by table. */
export async function putAside(tx: Tx, merge: string): Promise<Map<string, number>> {
  const rows = await tables(tx)
    .selectFrom('person_merge_row')
    .select(({ fn }) => ['relation', fn.countAll<number>().as('count')])
    .where('merge_id', '=', merge)
    .where('after', 'is', null)
    .groupBy('relation')
    .execute();
  return new Map(rows.map(({ relation, count }) => [relation, Number(count)]));
}

/** The record that this one is part of now, through however many joinings. */
export async function joinedInto(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with recursive next(id, into_id) as (
      select id, merged_into from person where id = ${id}
      union select p.id, p.merged_into from person p join next on p.id = next.into_id)
    select id from next where into_id is null and id <> ${id}`.execute(tx);
  return rows[0]?.id;
}
