import { type Selectable, sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Action, Check, Schedule, Session, SessionKind, Topic } from '../supervision.ts';
import type { ContactRow, SupportRow } from './tables.ts';

type ScheduleRow = {
  worker_id: string;
  every_weeks: number;
  supervisor_id: string | null;
  outside_name: string;
  set_at: Date;
  row_version: number;
};
type SessionRow = {
  id: string;
  worker_id: string;
  supervisor_id: string | null;
  outside_name: string;
  kind: SessionKind;
  on_day: string;
  stage: Session['stage'];
  moves: number;
  notes: string;
  added_at: Date;
  row_version: number;
};
type TopicRow = { id: string; worker_id: string; contact_id: string | null; words: string; added_at: Date; session_id: string | null };
type ActionRow = { id: string; session_id: string; worker_id: string; what: string; due_on: string; added_at: Date; done_at: Date | null };
type CheckRow = {
  id: string;
  worker_id: string;
  answered_at: Date;
  manageable: number | null;
  supported: number | null;
  rested: number | null;
  shared: boolean;
};
type Tables = {
  supervision: ScheduleRow & { programme_id?: string };
  supervision_session: SessionRow;
  supervision_topic: TopicRow;
  supervision_action: ActionRow;
  wellbeing_check: CheckRow;
  contact: ContactRow;
  support: SupportRow;
};
const tables = (tx: Tx) => tx.withTables<Tables>();

export async function schedulesOf(tx: Tx, workers: readonly string[]): Promise<Schedule[]> {
  if (!workers.length) return [];
  const rows = await tables(tx)
    .selectFrom('supervision')
    .selectAll()
    .where('worker_id', 'in', [...workers])
    .execute();
  return rows.map((row) => ({
    worker: row.worker_id,
    everyWeeks: row.every_weeks,
    supervisor: row.supervisor_id,
    outsideName: row.outside_name,
    setAt: row.set_at,
    rowVersion: row.row_version,
  }));
}

export async function putSchedule(
  tx: Tx,
  { worker, everyWeeks, supervisor, outsideName, setAt }: Omit<Schedule, 'rowVersion'>,
): Promise<void> {
  const said = { every_weeks: everyWeeks, supervisor_id: supervisor, outside_name: outsideName, set_at: setAt };
  await tables(tx)
    .insertInto('supervision')
    .values({ worker_id: worker, ...said, row_version: 1 })
    .onConflict((conflict) => conflict.columns(['programme_id', 'worker_id']).doUpdateSet(said))
    .execute();
}

/** When each was last supervised, and since when they have supported people. */
export async function standings(
  tx: Tx,
  workers: readonly string[],
): Promise<Map<string, { lastHeldOn: CalendarDay | null; since: Date | null }>> {
  if (!workers.length) return new Map();
  const rows = await tables(tx)
    .selectFrom('support')
    .select(({ fn }) => ['link_worker_id as worker', fn.min('started_at').as('since')])
    .where('link_worker_id', 'in', [...workers])
    .groupBy('link_worker_id')
    .execute();
  const held = await tables(tx)
    .selectFrom('supervision_session')
    .select(({ fn }) => ['worker_id as worker', fn.max('on_day').as('last')])
    .where('worker_id', 'in', [...workers])
    .where('stage', '=', 'held')
    .groupBy('worker_id')
    .execute();
  return new Map(
    workers.map((worker) => [
      worker,
      {
        lastHeldOn: held.find((each) => each.worker === worker)?.last ?? null,
        since: rows.find((each) => each.worker === worker)?.since ?? null,
      },
    ]),
  );
}

export async function sessionsOf(tx: Tx, worker: string): Promise<Session[]> {
  const query = tables(tx).selectFrom('supervision_session').selectAll().where('worker_id', '=', worker);
  return (await query.orderBy('on_day', 'desc').limit(60).execute()).map(toSession);
}

/** What somebody supervises that is still to come. */
export async function sessionsBy(tx: Tx, supervisor: string): Promise<Session[]> {
  const query = tables(tx)
    .selectFrom('supervision_session')
    .selectAll()
    .where('supervisor_id', '=', supervisor)
    .where('stage', '=', 'planned');
  return (await query.orderBy('on_day').limit(60).execute()).map(toSession);
}

export async function findSession(tx: Tx, id: string): Promise<Session | undefined> {
  const row = await tables(tx).selectFrom('supervision_session').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toSession(row);
}

export async function addSession(tx: Tx, session: Session): Promise<void> {
  await tables(tx).insertInto('supervision_session').values(fromSession(session)).execute();
}

/** Saves over the version before; false when somebody else saved meanwhile. */
export async function saveSession(tx: Tx, session: Session): Promise<boolean> {
  const { id, ...row } = fromSession(session);
  const query = tables(tx)
    .updateTable('supervision_session')
    .set(row)
    .where('id', '=', id)
    .where('row_version', '=', session.rowVersion - 1);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

/** What a worker has marked to be talked over and has not been: contacts by their own mark, and lines of their own. */
export async function agendaOf(tx: Tx, worker: string): Promise<Topic[]> {
  const contacts = await tables(tx)
    .selectFrom('contact')
    .select(['id', 'person_id', 'happened_at', 'tags'])
    .where('by_id', '=', worker)
    .where('struck_at', 'is', null)
    .where((eb) => eb.or([eb('debrief', '=', true), sql<boolean>`tags @> array['crossed-line']`]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('supervision_topic').select('supervision_topic.id').whereRef('supervision_topic.contact_id', '=', 'contact.id')),
      ),
    )
    .orderBy('happened_at', 'desc')
    .limit(40)
    .execute();
  const own = await tables(tx)
    .selectFrom('supervision_topic')
    .selectAll()
    .where('worker_id', '=', worker)
    .where('session_id', 'is', null)
    .where('contact_id', 'is', null)
    .orderBy('added_at')
    .execute();
  return [
    ...contacts.map(({ id, person_id, happened_at, tags }) => ({
      kind: 'contact' as const,
      id,
      person: person_id,
      at: happened_at,
      crossedLine: tags.includes('crossed-line'),
    })),
    ...own.map(({ id, words, added_at }) => ({ kind: 'own' as const, id, words, at: added_at })),
  ];
}

export async function addTopic(tx: Tx, topic: { id: string; worker: string; words: string; at: Date }): Promise<void> {
  const { id, worker, words, at } = topic;
  await tables(tx)
    .insertInto('supervision_topic')
    .values({ id, worker_id: worker, contact_id: null, words, added_at: at, session_id: null })
    .execute();
}

export async function removeTopic(tx: Tx, worker: string, id: string): Promise<boolean> {
  const query = tables(tx)
    .deleteFrom('supervision_topic')
    .where('id', '=', id)
    .where('worker_id', '=', worker)
    .where('session_id', 'is', null);
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}

/** These were talked over in a session. */
export async function coverTopics(tx: Tx, session: Session, topics: readonly Topic[], at: Date, newId: () => string): Promise<void> {
  for (const topic of topics) {
    if (topic.kind === 'own')
      await tables(tx).updateTable('supervision_topic').set({ session_id: session.id }).where('id', '=', topic.id).execute();
    else
      await tables(tx)
        .insertInto('supervision_topic')
        .values({ id: newId(), worker_id: session.worker, contact_id: topic.id, words: '', added_at: at, session_id: session.id })
        .execute();
  }
}

export async function addActions(tx: Tx, actions: readonly Action[], at: Date): Promise<void> {
  if (!actions.length) return;
  const rows = actions.map(({ id, session, worker, what, dueOn }) => ({
    ...{ id, what, added_at: at, done_at: null },
    session_id: session,
    worker_id: worker,
    due_on: dueOn,
  }));
  await tables(tx).insertInto('supervision_action').values(rows).execute();
}

export async function openActionsOf(tx: Tx, worker: string): Promise<Action[]> {
  const query = tables(tx).selectFrom('supervision_action').selectAll().where('worker_id', '=', worker).where('done_at', 'is', null);
  return (await query.orderBy('due_on').execute()).map(toAction);
}

export async function doneAction(tx: Tx, worker: string, id: string): Promise<Action | undefined> {
  const query = tables(tx).selectFrom('supervision_action').selectAll().where('id', '=', id).where('worker_id', '=', worker);
  const row = await query.where('done_at', 'is not', null).executeTakeFirst();
  return row && toAction(row);
}

export async function actionsIn(tx: Tx, session: string): Promise<Action[]> {
  return (await tables(tx).selectFrom('supervision_action').selectAll().where('session_id', '=', session).orderBy('due_on').execute()).map(
    toAction,
  );
}

export async function setActionDone(tx: Tx, worker: string, id: string, at: Date | null): Promise<boolean> {
  const query = tables(tx).updateTable('supervision_action').set({ done_at: at }).where('id', '=', id).where('worker_id', '=', worker);
  return (await query.where('done_at', at ? 'is' : 'is not', null).executeTakeFirst()).numUpdatedRows > 0n;
}

export async function setActionDay(tx: Tx, worker: string, id: string, dueOn: CalendarDay): Promise<boolean> {
  const query = tables(tx).updateTable('supervision_action').set({ due_on: dueOn }).where('id', '=', id).where('worker_id', '=', worker);
  return (await query.where('done_at', 'is', null).executeTakeFirst()).numUpdatedRows > 0n;
}

export async function addCheck(tx: Tx, { id, worker, at, shared, manageable, supported, rested }: Check): Promise<void> {
  await tables(tx)
    .insertInto('wellbeing_check')
    .values({ id, worker_id: worker, answered_at: at, shared, manageable, supported, rested })
    .execute();
}

export async function checksOf(tx: Tx, worker: string, { sharedOnly = false } = {}): Promise<Check[]> {
  const query = tables(tx).selectFrom('wellbeing_check').selectAll().where('worker_id', '=', worker);
  const rows = await (sharedOnly ? query.where('shared', '=', true) : query).orderBy('answered_at', 'desc').limit(12).execute();
  return rows.map(({ worker_id, answered_at, ...row }) => ({ ...row, worker: worker_id, at: answered_at }));
}

const toSession = (row: Selectable<SessionRow>): Session => ({
  id: row.id,
  worker: row.worker_id,
  supervisor: row.supervisor_id,
  outsideName: row.outside_name,
  kind: row.kind,
  onDay: row.on_day,
  stage: row.stage,
  moves: row.moves,
  notes: row.notes,
  addedAt: row.added_at,
  rowVersion: row.row_version,
});

const fromSession = ({ worker, supervisor, outsideName, onDay, addedAt, rowVersion, ...rest }: Session): SessionRow => ({
  ...rest,
  worker_id: worker,
  supervisor_id: supervisor,
  outside_name: outsideName,
  on_day: onDay,
  added_at: addedAt,
  row_version: rowVersion,
});

const toAction = (row: Selectable<ActionRow>): Action => ({
  id: row.id,
  session: row.session_id,
  worker: row.worker_id,
  what: row.what,
  dueOn: row.due_on,
  done: row.done_at,
});
