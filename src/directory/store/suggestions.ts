import { sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Kind } from '../record.ts';
import type { Changes, DeclineReason, From, Part, State, Suggestion } from '../suggestion.ts';

type Row = {
  id: string;
  service_id: string;
  part: Part;
  changes: Changes;
  words: string;
  from_kind: From['kind'];
  from_id: string | null;
  sender_name: string | null;
  sender_role: string | null;
  sender_email: string | null;
  made_at: Date;
  due_on: CalendarDay;
  owner_id: string | null;
  state: State;
  reason: DeclineReason | null;
  answer: string;
  decided_at: Date | null;
  decided_by: string | null;
  same_as: string | null;
  accepted_version: number | null;
  row_version: number;
};

const tables = (tx: Tx) => tx.withTables<{ suggestion: Omit<Row, 'changes'> & { changes: string } }>();

const toSuggestion = (row: Row): Suggestion => ({
  id: row.id,
  service: row.service_id,
  part: row.part,
  changes: row.changes,
  words: row.words,
  from: row.from_kind === 'public' ? { kind: 'public', id: null } : { kind: row.from_kind, id: row.from_id! },
  sender: { name: row.sender_name ?? '', role: row.sender_role ?? '', email: row.sender_email ?? '' },
  madeAt: row.made_at,
  dueOn: row.due_on,
  owner: row.owner_id,
  state: row.state,
  reason: row.reason,
  answer: row.answer,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by,
  sameAs: row.same_as,
  acceptedVersion: row.accepted_version,
  rowVersion: row.row_version,
});

export async function addSuggestion(tx: Tx, suggestion: Suggestion): Promise<void> {
  const { sender, from } = suggestion;
  await tables(tx)
    .insertInto('suggestion')
    .values({
      id: suggestion.id,
      service_id: suggestion.service,
      part: suggestion.part,
      changes: JSON.stringify(suggestion.changes),
      words: suggestion.words,
      from_kind: from.kind,
      from_id: from.id,
      sender_name: sender.name || null,
      sender_role: sender.role || null,
      sender_email: sender.email || null,
      made_at: suggestion.madeAt,
      due_on: suggestion.dueOn,
      owner_id: suggestion.owner,
      state: suggestion.state,
      reason: null,
      answer: '',
      decided_at: null,
      decided_by: null,
      same_as: null,
      accepted_version: null,
      row_version: 1,
    })
    .execute();
}

export async function findSuggestion(tx: Tx, id: string): Promise<Suggestion | undefined> {
  const { rows } = await sql<Row>`select * from suggestion where id = ${id}`.execute(tx);
  return rows[0] && toSuggestion(rows[0]);
}

/** Nobody else decides on it until this transaction ends. */
export async function holdSuggestion(tx: Tx, id: string): Promise<Suggestion | undefined> {
  const { rows } = await sql<Row>`select * from suggestion where id = ${id} for update`.execute(tx);
  return rows[0] && toSuggestion(rows[0]);
}

/** `forget` is how much of who made it goes with this: all, nothing, or all but where to answer them. */
export async function saveSuggestion(tx: Tx, suggestion: Suggestion, forget: 'all' | 'nothing' | 'but-address' = 'nothing'): Promise<void> {
  await tables(tx)
    .updateTable('suggestion')
    .set({
      owner_id: suggestion.owner,
      state: suggestion.state,
      reason: suggestion.reason,
      answer: suggestion.answer,
      decided_at: suggestion.decidedAt,
      decided_by: suggestion.decidedBy,
      same_as: suggestion.sameAs,
      accepted_version: suggestion.acceptedVersion,
      row_version: suggestion.rowVersion + 1,
      ...(forget !== 'nothing' && { sender_name: null, sender_role: null }),
      ...(forget === 'all' && { sender_email: null }),
    })
    .where('id', '=', suggestion.id)
    .execute();
}

export async function removeSuggestion(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('suggestion').where('id', '=', id).execute();
}

/** Forgets the addresses of those who were answered before this. */
export async function forgetSendersBefore(tx: Tx, decidedBefore: Date): Promise<void> {
  await tables(tx)
    .updateTable('suggestion')
    .set({ sender_email: null })
    .where('sender_email', 'is not', null)
    .where('decided_at', '<', decidedBefore)
    .execute();
}

export type Listed = { suggestion: Suggestion; serviceName: string; organisationName: string };

export const suggestionsPerPage = 30;

/** Those that wait, the longest due first; or those that were decided, the latest first. */
export async function suggestionsListed(tx: Tx, waiting: boolean, page: number): Promise<{ rows: Listed[]; total: number }> {
  const which = waiting ? sql`g.state = 'waiting'` : sql`g.state <> 'waiting'`;
  const order = waiting ? sql`g.due_on, g.made_at, g.id` : sql`g.decided_at desc, g.id`;
  const { rows } = await sql<Row & { service_name: string; organisation_name: string; total: number }>`
    select g.*, s.name as service_name, o.name as organisation_name, count(*) over () as total
    from suggestion g join service s on s.id = g.service_id join organisation o on o.id = s.organisation_id
    where ${which} order by ${order} offset ${(page - 1) * suggestionsPerPage} limit ${suggestionsPerPage}`.execute(tx);
  return {
    rows: rows.map((row) => ({ suggestion: toSuggestion(row), serviceName: row.service_name, organisationName: row.organisation_name })),
    total: rows[0]?.total ?? 0,
  };
}

export async function waitingOf(tx: Tx, service: string): Promise<Suggestion[]> {
  const { rows } = await sql<Row>`
    select * from suggestion where service_id = ${service} and state = 'waiting' order by made_at, id limit 50`.execute(tx);
  return rows.map(toSuggestion);
}

export async function countWaiting(tx: Tx, today: CalendarDay): Promise<{ waiting: number; late: number }> {
  const { rows } = await sql<{ waiting: number; late: number }>`
    select count(*) as waiting, count(*) filter (where due_on < ${today}::date) as late from suggestion where state = 'waiting'`.execute(
    tx,
  );
  return rows[0]!;
}

/** Nobody else changes what is known of this thing until this transaction ends. */
export async function hold(tx: Tx, kind: Kind, id: string): Promise<void> {
  await sql`select from ${sql.table(kind)} where id = ${id} for update`.execute(tx);
}
