import { sql } from 'kysely';
import type { CalendarDay } from './calendar.ts';
import type { Tx } from './database.ts';

/** Who did it: somebody signed in, an organisation or person through their own link, or Bothy itself. */
export type By = { kind: 'account' | 'organisation' | 'person'; id: string } | { kind: 'system' };

/** Ids, codes, dates and counts only. Words about a person never go into an event, so that a person can be erased. */
export type EventData = Record<string, string | number | boolean | null | readonly string[]>;

export type NewEvent = {
  type: string;
  subject: { kind: string; id: string };
  person?: string | undefined;
  by: By;
  at: Date;
  data?: EventData;
};

export type PastEvent = { seq: number; at: Date; type: string; subjectKind: string; subjectId: string; by: By; data: EventData };

type Tables = {
  event: {
    seq?: number;
    at: Date;
    type: string;
    subject_kind: string;
    subject_id: string;
    person_id: string | null;
    by_kind: By['kind'];
    by_id: string | null;
    data: string;
  };
};

/** Written in the transaction of the change that it describes. */
export async function recordEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (!events.length) return;
  await tx.withTables<Tables>().insertInto('event').values(events.map(toRow)).execute();
}

/** What happened to a person, also under the ids of records that were joined to theirs. */
export async function eventsAbout(tx: Tx, person: string, limit = 200): Promise<PastEvent[]> {
  const rows = await newest(tx, limit)
    .where('person_id', 'in', sql<string>`(select records_of(${person}))`)
    .execute();
  return rows.map(toPast);
}

/** The latest about one thing, such as a service. */
export async function eventsOf(tx: Tx, subject: string, limit = 200): Promise<PastEvent[]> {
  const rows = await newest(tx, limit).where('subject_id', '=', subject).execute();
  return rows.map(toPast);
}

const newest = (tx: Tx, limit: number) =>
  tx.withTables<Tables>().selectFrom('event').selectAll().orderBy('at', 'desc').orderBy('seq', 'desc').limit(limit);

const toPast = (row: Omit<Tables['event'], 'seq'> & { seq: number | undefined }): PastEvent => ({
  seq: row.seq!,
  at: row.at,
  type: row.type,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  by: row.by_kind === 'system' ? { kind: 'system' } : { kind: row.by_kind, id: row.by_id! },
  data: row.data as unknown as EventData,
});

/** Makes the part of the event table that holds this day's month, ahead of its first event. Only the owner of the tables may. */
export async function openEventMonth(connection: Tx, day: CalendarDay): Promise<void> {
  await sql`select open_event_month(${day}::date)`.execute(connection);
}

const toRow = ({ type, subject, person, by, at, data = {} }: NewEvent) => ({
  type,
  at,
  subject_kind: subject.kind,
  subject_id: subject.id,
  person_id: person ?? null,
  by_kind: by.kind,
  by_id: 'id' in by ? by.id : null,
  data: JSON.stringify(data),
});
