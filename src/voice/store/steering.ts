import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { About, Action, Decision, Meeting, Outcome, Presence, Stage } from '../core/steering.ts';

type MeetingRow = {
  id: string;
  starts_at: Date;
  place: string;
  call_link: string;
  agenda: string;
  notes: string;
  stage: Stage;
  row_version: number;
};
type DecisionRow = {
  id: string;
  meeting_id: string;
  number: number;
  what: string;
  outcome: Outcome;
  reason: string;
  otherwise: string;
  about_kind: About['kind'] | null;
  about_id: string | null;
  made_at: Date;
  row_version: number;
};
type ActionRow = {
  id: string;
  meeting_id: string;
  decision_id: string | null;
  what: string;
  owner_id: string;
  due_on: CalendarDay;
  done_on: CalendarDay | null;
  came_of_it: string;
  row_version: number;
};
type Tables = {
  steering_meeting: MeetingRow;
  steering_attendance: { meeting_id: string; member_id: string; how: Presence };
  steering_decision: DecisionRow & { made_by: string };
  steering_action: ActionRow;
};
const tables = (tx: Tx) => tx.withTables<Tables>();

const toMeeting = ({ starts_at, call_link, row_version, ...row }: MeetingRow): Meeting => ({
  ...row,
  startsAt: starts_at,
  callLink: call_link,
  rowVersion: row_version,
});
const toMeetingRow = ({ startsAt, callLink, rowVersion, ...meeting }: Meeting): MeetingRow => ({
  ...meeting,
  starts_at: startsAt,
  call_link: callLink,
  row_version: rowVersion,
});

/** The latest first. */
export const allMeetings = async (tx: Tx): Promise<Meeting[]> =>
  (await tables(tx).selectFrom('steering_meeting').selectAll().orderBy('starts_at', 'desc').orderBy('id').limit(200).execute()).map(
    toMeeting,
  );

/** Those that are planned, from about now on, the next first. */
export const meetingsFrom = async (tx: Tx, at: Date): Promise<Meeting[]> => {
  const since = new Date(at.getTime() - 12 * 3_600_000);
  const planned = tables(tx).selectFrom('steering_meeting').selectAll().where('stage', '=', 'planned').where('starts_at', '>=', since);
  return (await planned.orderBy('starts_at').orderBy('id').execute()).map(toMeeting);
};

export async function findMeeting(tx: Tx, id: string): Promise<Meeting | undefined> {
  const row = await tables(tx).selectFrom('steering_meeting').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toMeeting(row);
}

export async function addMeeting(tx: Tx, meeting: Meeting): Promise<void> {
  await tables(tx).insertInto('steering_meeting').values(toMeetingRow(meeting)).execute();
}

export async function saveMeeting(tx: Tx, meeting: Meeting): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('steering_meeting')
    .set(toMeetingRow({ ...meeting, rowVersion: meeting.rowVersion + 1 }))
    .where('id', '=', meeting.id)
    .where('row_version', '=', meeting.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

export async function attendanceOf(tx: Tx, meeting: string): Promise<Map<string, Presence>> {
  const rows = await tables(tx).selectFrom('steering_attendance').select(['member_id', 'how']).where('meeting_id', '=', meeting).execute();
  return new Map(rows.map(({ member_id, how }) => [member_id, how]));
}

export async function setAttendance(tx: Tx, meeting: string, attendance: ReadonlyMap<string, Presence>): Promise<void> {
  await tables(tx).deleteFrom('steering_attendance').where('meeting_id', '=', meeting).execute();
  const rows = [...attendance].map(([member_id, how]) => ({ meeting_id: meeting, member_id, how }));
  if (rows.length) await tables(tx).insertInto('steering_attendance').values(rows).execute();
}

const toDecision = ({ meeting_id, about_kind, about_id, made_at, row_version, ...row }: DecisionRow): Decision => ({
  ...row,
  meeting: meeting_id,
  about: about_kind && about_id ? { kind: about_kind, id: about_id } : null,
  madeAt: made_at,
  rowVersion: row_version,
});
const decisions = (tx: Tx) =>
  tables(tx)
    .selectFrom('steering_decision')
    .select(['id', 'meeting_id', 'number', 'what', 'outcome', 'reason', 'otherwise', 'about_kind', 'about_id', 'made_at', 'row_version'])
    .orderBy('number', 'desc');

export const allDecisions = async (tx: Tx): Promise<Decision[]> => (await decisions(tx).limit(300).execute()).map(toDecision);
export const decisionsOf = async (tx: Tx, meeting: string): Promise<Decision[]> =>
  (await decisions(tx).where('meeting_id', '=', meeting).execute()).map(toDecision).reverse();
export const decisionsAbout = async (tx: Tx, thing: string): Promise<Decision[]> =>
  (await decisions(tx).where('about_id', '=', thing).execute()).map(toDecision);
export async function findDecision(tx: Tx, id: string): Promise<Decision | undefined> {
  const row = await decisions(tx).where('id', '=', id).executeTakeFirst();
  return row && toDecision(row);
}

/** The next number, which nobody else is given before this transaction ends. */
export async function nextNumber(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('steering_decision ' || current_programme()::text))`.execute(tx);
  const { rows } = await sql<{ n: number }>`select coalesce(max(number), 0) + 1 as n from steering_decision`.execute(tx);
  return rows[0]!.n;
}

export async function addDecision(tx: Tx, { meeting, about, madeAt, rowVersion, ...decision }: Decision, by: string): Promise<void> {
  await tables(tx)
    .insertInto('steering_decision')
    .values({
      ...decision,
      meeting_id: meeting,
      about_kind: about?.kind ?? null,
      about_id: about?.id ?? null,
      made_at: madeAt,
      made_by: by,
      row_version: rowVersion,
    })
    .execute();
}

const toAction = ({ meeting_id, decision_id, owner_id, due_on, done_on, came_of_it, row_version, ...row }: ActionRow): Action => ({
  ...row,
  meeting: meeting_id,
  decision: decision_id,
  owner: owner_id,
  dueOn: due_on,
  doneOn: done_on,
  cameOfIt: came_of_it,
  rowVersion: row_version,
});
const actions = (tx: Tx) => tables(tx).selectFrom('steering_action').selectAll().orderBy('due_on').orderBy('id');

export const openActions = async (tx: Tx): Promise<Action[]> => (await actions(tx).where('done_on', 'is', null).execute()).map(toAction);
export const actionsOf = async (tx: Tx, meeting: string): Promise<Action[]> =>
  (await actions(tx).where('meeting_id', '=', meeting).execute()).map(toAction);
export async function findAction(tx: Tx, id: string): Promise<Action | undefined> {
  const row = await actions(tx).where('id', '=', id).executeTakeFirst();
  return row && toAction(row);
}

const toActionRow = ({ meeting, decision, owner, dueOn, doneOn, cameOfIt, rowVersion, ...action }: Action): ActionRow => ({
  ...action,
  meeting_id: meeting,
  decision_id: decision,
  owner_id: owner,
  due_on: dueOn,
  done_on: doneOn,
  came_of_it: cameOfIt,
  row_version: rowVersion,
});

export async function addAction(tx: Tx, action: Action): Promise<void> {
  await tables(tx).insertInto('steering_action').values(toActionRow(action)).execute();
}

export async function saveAction(tx: Tx, action: Action): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('steering_action')
    .set(toActionRow({ ...action, rowVersion: action.rowVersion + 1 }))
    .where('id', '=', action.id)
    .where('row_version', '=', action.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}
