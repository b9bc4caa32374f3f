import type { Tx } from '../../platform/database.ts';
import type { Answer, AnswerName, RefusalReason } from '../connection.ts';

/** Something heard about a connection, by whom and how. `heard`: a link worker wrote down what they were told on the phone. */
export type HeardAnswer = {
  id: string;
  name: AnswerName;
  note: string;
  weeks: number | null;
  reason: RefusalReason | null;
  by: { kind: 'account' | 'organisation'; id: string };
  heard: boolean;
  at: Date;
};
/** One time that somebody was expected. */
export type Session = { on: string; came: boolean };

type AnswerRow = {
  id: string;
  connection_id: string;
  name: AnswerName;
  note: string;
  weeks: number | null;
  reason: RefusalReason | null;
  by_kind: 'account' | 'organisation';
  by_id: string;
  heard: boolean;
  at: Date;
};
type Tables = { connection_answer: AnswerRow; connection_session: { connection_id: string; held_on: string; came: boolean } };
const tables = (tx: Tx) => tx.withTables<Tables>();

export async function addAnswers(tx: Tx, answers: readonly { connection: string; answer: HeardAnswer }[]): Promise<void> {
  const rows = answers.map(({ connection, answer: { by, ...rest } }) => ({
    ...rest,
    connection_id: connection,
    by_kind: by.kind,
    by_id: by.id,
  }));
  for (let at = 0; at < rows.length; at += 500) {
    await tables(tx)
      .insertInto('connection_answer')
      .values(rows.slice(at, at + 500))
      .execute();
  }
}

export async function answersOf(tx: Tx, connection: string): Promise<HeardAnswer[]> {
  const rows = await tables(tx)
    .selectFrom('connection_answer')
    .selectAll()
    .where('connection_id', '=', connection)
    .orderBy('at', 'desc')
    .execute();
  return rows.map(({ by_kind, by_id, id, name, note, weeks, reason, heard, at }) => ({
    id,
    name,
    note,
    weeks,
    reason,
    heard,
    at,
    by: { kind: by_kind, id: by_id },
  }));
}

/** What was said of the same day before is put right. */
export async function saveSessions(tx: Tx, sessions: readonly { connection: string; session: Session }[]): Promise<void> {
  const rows = sessions.map(({ connection, session: { on, came } }) => ({ connection_id: connection, held_on: on, came }));
  for (let at = 0; at < rows.length; at += 500) {
    await tables(tx)
      .insertInto('connection_session')
      .values(rows.slice(at, at + 500))
      .onConflict((c) =>
        c.columns(['programme_id', 'connection_id', 'held_on'] as never).doUpdateSet(({ ref }) => ({ came: ref('excluded.came') })),
      )
      .execute();
  }
}

export async function sessionsOf(tx: Tx, connection: string): Promise<Session[]> {
  const rows = await tables(tx)
    .selectFrom('connection_session')
    .select(['held_on', 'came'])
    .where('connection_id', '=', connection)
    .orderBy('held_on', 'desc')
    .execute();
  return rows.map(({ held_on, came }) => ({ on: held_on, came }));
}

export const toHeard = (id: string, given: Answer, how: Pick<HeardAnswer, 'by' | 'heard' | 'at'>): HeardAnswer => ({
  id,
  name: given.name,
  note: given.note.trim(),
  weeks: given.name === 'waiting-list' ? given.weeks : null,
  reason: given.name === 'cannot-help' ? given.reason : null,
  ...how,
});
