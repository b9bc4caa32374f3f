import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Task, Which } from '../task.ts';
import { inParts } from './in-parts.ts';
import { tables, type TaskRow } from './tables.ts';

export async function addTasks(tx: Tx, tasks: readonly Task[]): Promise<void> {
  for (const part of inParts(tasks)) await tables(tx).insertInto('task').values(part.map(toRow)).execute();
}

/** Points open supports at the first of their tasks; for many at once. */
export async function pointAtNext(tx: Tx, supports: readonly string[]): Promise<void> {
  for (const part of inParts(supports)) {
    await sql`
      update support s set next_due = t.due_on, next_kind = t.kind, next_note = t.note
      from (select distinct on (support_id) support_id, due_on, kind, note from task
        where support_id = any(${part}::uuid[]) and done_at is null order by support_id, due_on, kind = 'ask-risks', id) t
      where s.id = t.support_id and s.stage = 'open'`.execute(tx);
  }
}

export async function openTasksOf(tx: Tx, support: string): Promise<Task[]> {
  const rows = await tables(tx)
    .selectFrom('task')
    .selectAll()
    .where('support_id', '=', support)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

export async function openTasksAbout(tx: Tx, { about, kind, support, ids }: Which): Promise<Task[]> {
  let query = tables(tx).selectFrom('task').selectAll().where('done_at', 'is', null);
  if (about) query = query.where('about_id', '=', about);
  if (kind) query = query.where('kind', '=', kind);
  if (support) query = query.where('support_id', '=', support);
  if (ids) query = query.where('id', 'in', [...ids]);
  return (await query.execute()).map(fromRow);
}

export async function tasksOfPerson(tx: Tx, person: string): Promise<Task[]> {
  const rows = await tables(tx)
    .selectFrom('task')
    .selectAll()
    .where('person_id', '=', person)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** What somebody still has to do about people whose support has ended. */
export async function looseTasksOf(tx: Tx, owner: string, limit: number): Promise<Task[]> {
  const query = tables(tx)
    .selectFrom('task')
    .selectAll()
    .where('owner_id', '=', owner)
    .where('done_at', 'is', null)
    .where('support_id', 'is', null);
  return (await query.orderBy('due_on').limit(limit).execute()).map(fromRow);
}

export async function findTask(tx: Tx, id: string): Promise<Task | undefined> {
  const row = await tables(tx).selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function finishTasks(tx: Tx, ids: readonly string[], done: { at: Date; by: string | null }): Promise<void> {
  if (!ids.length) return;
  await tables(tx)
    .updateTable('task')
    .set({ done_at: done.at, done_by: done.by })
    .where('id', 'in', [...ids])
    .execute();
}

export async function moveTask(tx: Tx, id: string, dueOn: string): Promise<void> {
  await tables(tx).updateTable('task').set({ due_on: dueOn }).where('id', '=', id).execute();
}

/** What stood under its owner alone belongs to the support again. */
export async function takeUpTasks(tx: Tx, person: string, support: string): Promise<void> {
  await tables(tx)
    .updateTable('task')
    .set({ support_id: support })
    .where('person_id', '=', person)
    .where('support_id', 'is', null)
    .where('done_at', 'is', null)
    .execute();
}

const toRow = ({ id, person, support, owner, kind, about, dueOn, note, addedAt, done }: Task): TaskRow => ({
  id,
  person_id: person,
  support_id: support,
  owner_id: owner,
  kind,
  about_kind: about?.kind ?? null,
  about_id: about?.id ?? null,
  due_on: dueOn,
  note,
  added_at: addedAt,
  done_at: done?.at ?? null,
  done_by: done?.by ?? null,
});

const fromRow = (row: Selectable<TaskRow>): Task => ({
  id: row.id,
  person: row.person_id,
  support: row.support_id,
  owner: row.owner_id,
  kind: row.kind,
  about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
  dueOn: row.due_on,
  note: row.note,
  addedAt: row.added_at,
  done: row.done_at && { at: row.done_at, by: row.done_by },
});

/** What somebody has to do themselves, whomever it is about, the earliest first. */
export async function ownOpenTasks(tx: Tx, owner: string, limit: number): Promise<Task[]> {
  const query = tables(tx).selectFrom('task').selectAll().where('owner_id', '=', owner).where('done_at', 'is', null);
  return (await query.orderBy('due_on').orderBy('id').limit(limit).execute()).map(fromRow);
}

export async function reopenTask(tx: Tx, id: string): Promise<void> {
  await tables(tx).updateTable('task').set({ done_at: null, done_by: null }).where('id', '=', id).execute();
}
