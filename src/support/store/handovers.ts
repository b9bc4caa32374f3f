import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { TaskKind } from '../task.ts';
import type { Handover, Moved } from '../handover.ts';

type Row = {
  id: string;
  person_id: string;
  support_id: string;
  from_id: string;
  to_id: string;
  from_team_id: string;
  note: string;
  /** Written as text, read as what it says. */
  moved: string;
  by_id: string;
  at: Date;
  tell_at: Date;
  told_at: Date | null;
  undone_at: Date | null;
};
type Tables = {
  handover: Row;
  support: { id: string; person_id: string; link_worker_id: string; team_id: string; stage: 'open' | 'closed'; row_version: number };
  task: { id: string; person_id: string; support_id: string | null; owner_id: string; done_at: Date | null };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

export async function addHandover(tx: Tx, handover: Handover): Promise<void> {
  await tables(tx).insertInto('handover').values(toRow(handover)).execute();
}

export async function holdHandover(tx: Tx, id: string): Promise<Handover | undefined> {
  const row = await tables(tx).selectFrom('handover').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function findHandover(tx: Tx, id: string): Promise<Handover | undefined> {
  const row = await tables(tx).selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function saveHandover(tx: Tx, { id, toldAt, undoneAt }: Handover): Promise<void> {
  await tables(tx).updateTable('handover').set({ told_at: toldAt, undone_at: undoneAt }).where('id', '=', id).execute();
}

/** Those of which the person should hear by now. Another process that looks too gets others. */
export async function holdToTell(tx: Tx, now: Date, limit: number): Promise<Handover[]> {
  const rows = await tables(tx)
    .selectFrom('handover')
    .selectAll()
    .where('told_at', 'is', null)
    .where('undone_at', 'is', null)
    .where('tell_at', '<=', now)
    .orderBy('tell_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(fromRow);
}

/** What can still be taken back of what went from this worker, newest first. */
export async function untoldFrom(tx: Tx, account: string): Promise<Handover[]> {
  const rows = await tables(tx)
    .selectFrom('handover')
    .selectAll()
    .where('from_id', '=', account)
    .where('told_at', 'is', null)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** The last that happened to a person. */
export async function lastHandoverOf(tx: Tx, person: string): Promise<Handover | undefined> {
  const row = await tables(tx)
    .selectFrom('handover')
    .selectAll()
    .where('person_id', '=', person)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Gives an open support to another worker, if it is still with this one. */
export async function giveSupport(tx: Tx, id: string, from: string, to: { worker: string; team: string }): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('support')
    .set((cols) => ({ link_worker_id: to.worker, team_id: to.team, row_version: cols('row_version', '+', 1) }))
    .where('id', '=', id)
    .where('link_worker_id', '=', from)
    .where('stage', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** The open tasks of a support that are one worker's go to another. Answers which. */
export async function giveTasks(tx: Tx, support: string, from: string, to: string): Promise<string[]> {
  const given = await tables(tx)
    .updateTable('task')
    .set({ owner_id: to })
    .where('support_id', '=', support)
    .where('owner_id', '=', from)
    .where('done_at', 'is', null)
    .returning('id')
    .execute();
  return given.map(({ id }) => id);
}

/** What stood under a worker alone, about people whose support has ended. Answers how much that was. */
export async function giveLooseTasks(tx: Tx, from: string, to: string): Promise<number> {
  const given = await tables(tx)
    .updateTable('task')
    .set({ owner_id: to })
    .where('support_id', 'is', null)
    .where('owner_id', '=', from)
    .where('done_at', 'is', null)
    .returning('id')
    .execute();
  return given.length;
}

export async function countLooseTasks(tx: Tx, owner: string): Promise<number> {
  const { n } = await tables(tx)
    .selectFrom('task')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('owner_id', '=', owner)
    .where('support_id', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

export type ToHand = {
  person: string;
  support: string;
  team: string;
  nextKind: TaskKind | null;
  nextNote: string;
  nextDue: string | null;
  matters: string;
  weighs: number;
};

/** Whom a worker supports, with what matters to each and what is next: what another would have to know. */
export async function peopleOfWorker(tx: Tx, account: string, heldCountsPercent: number, person?: string): Promise<ToHand[]> {
  const { rows } = await sql<ToHand>`
    select s.person_id as person, s.id as support, s.team_id as team, s.next_kind as "nextKind", s.next_note as "nextNote",
      s.next_due as "nextDue", coalesce(p.what_matters, '') as matters,
      (coalesce(s.weight, s.suggested_weight) * case when s.held_since is null then 100 else ${heldCountsPercent}::int end)::float8 / 100 as weighs
    from support s
    left join lateral (select what_matters from plan_version v
      where v.programme_id = s.programme_id and v.person_id = s.person_id order by version desc limit 1) p on true
    where s.link_worker_id = ${account} and s.stage = 'open' and (${person ?? null}::uuid is null or s.person_id = ${person ?? null}::uuid)
    order by s.next_due nulls last, s.id`.execute(tx);
  return rows;
}

const toRow = ({ person, support, from, to, fromTeam, by, tellAt, toldAt, undoneAt, moved, ...same }: Handover): Row => ({
  ...same,
  person_id: person,
  support_id: support,
  from_id: from,
  to_id: to,
  from_team_id: fromTeam,
  by_id: by,
  tell_at: tellAt,
  told_at: toldAt,
  undone_at: undoneAt,
  moved: JSON.stringify(moved),
});

const fromRow = (row: Selectable<Row>): Handover => ({
  id: row.id,
  person: row.person_id,
  support: row.support_id,
  from: row.from_id,
  to: row.to_id,
  fromTeam: row.from_team_id,
  note: row.note,
  moved: row.moved as unknown as Moved,
  by: row.by_id,
  at: row.at,
  tellAt: row.tell_at,
  toldAt: row.told_at,
  undoneAt: row.undone_at,
});

/** How many people would be left behind by this worker: supported by them, or with something still to do after their support. */
export async function countPeopleWith(tx: Tx, account: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select person_id from support where link_worker_id = ${account} and stage = 'open'
      union select person_id from task where owner_id = ${account} and support_id is null and done_at is null) theirs`.execute(tx);
  return rows[0]!.n;
}
