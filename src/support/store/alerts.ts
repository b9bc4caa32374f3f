import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Alert, AlertKind } from '../alert.ts';

type Row = {
  id: string;
  kind: AlertKind;
  team_id: string;
  person_id: string | null;
  about_kind: string;
  about_id: string;
  raised_at: Date;
  raised_by: string | null;
  told_at: Date | null;
  times_told: number;
  seen_at: Date | null;
  seen_by: string | null;
  seen_note: string;
  settled_at: Date | null;
  settled_by: string | null;
};
type Tables = { alert: Row };

const tables = (tx: Tx) => tx.withTables<Tables>();
const select = (tx: Tx) => tables(tx).selectFrom('alert').selectAll();

export type NewAlert = Pick<Alert, 'id' | 'kind' | 'team' | 'person' | 'about' | 'raisedAt' | 'raisedBy'>;

/** Answers whether it is new: of one thing there is one alert at a time. */
export async function addAlert(tx: Tx, { id, kind, team, person, about, raisedAt, raisedBy }: NewAlert): Promise<boolean> {
  const added = await tables(tx)
    .insertInto('alert')
    .values({
      id,
      kind,
      team_id: team,
      person_id: person,
      about_kind: about.kind,
      about_id: about.id,
      raised_at: raisedAt,
      raised_by: raisedBy,
      told_at: null,
      times_told: 0,
      seen_at: null,
      seen_by: null,
      seen_note: '',
      settled_at: null,
      settled_by: null,
    })
    .onConflict((c) =>
      c
        .columns(['programme_id', 'kind', 'about_id'] as never)
        .where('settled_at', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .execute();
  return added.length > 0;
}

export async function unsettledOf(tx: Tx, kind: AlertKind, about: string): Promise<Alert | undefined> {
  const row = await select(tx)
    .where('kind', '=', kind)
    .where('about_id', '=', about)
    .where('settled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Puts it before the lead again, and lets it be told of again. */
export async function pressAgain(tx: Tx, id: string): Promise<void> {
  await tables(tx).updateTable('alert').set({ told_at: null, seen_at: null, seen_by: null, seen_note: '' }).where('id', '=', id).execute();
}

/** Those of which nobody has been told yet; kept for this transaction, so that two processes do not both tell. */
export async function holdUntold(tx: Tx, limit: number): Promise<Alert[]> {
  const rows = await select(tx)
    .where('told_at', 'is', null)
    .where('settled_at', 'is', null)
    .where('seen_at', 'is', null)
    .orderBy('raised_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(fromRow);
}

export async function noteTold(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable('alert')
    .set((cols) => ({ told_at: at, times_told: cols('times_told', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function findAlert(tx: Tx, id: string): Promise<Alert | undefined> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function saveSeen(tx: Tx, id: string, seen: NonNullable<Alert['seen']>): Promise<void> {
  await tables(tx).updateTable('alert').set({ seen_at: seen.at, seen_by: seen.by, seen_note: seen.note }).where('id', '=', id).execute();
}

/** Answers those that were open till now. */
export async function settleAlerts(
  tx: Tx,
  { about, kind, person }: { about?: string | undefined; kind?: AlertKind | undefined; person?: string | undefined },
  settled: { at: Date; by: string | null },
): Promise<Alert[]> {
  let those = tables(tx).updateTable('alert').set({ settled_at: settled.at, settled_by: settled.by }).where('settled_at', 'is', null);
  if (about !== undefined) those = those.where('about_id', '=', about);
  if (kind !== undefined) those = those.where('kind', '=', kind);
  if (person !== undefined) those = those.where('person_id', '=', person);
  return (await those.returningAll().execute()).map(fromRow);
}

/** What waits for whoever leads this team, oldest first. */
export async function waitingOf(tx: Tx, team: string): Promise<Alert[]> {
  const rows = await select(tx)
    .where('team_id', '=', team)
    .where('seen_at', 'is', null)
    .where('settled_at', 'is', null)
    .orderBy('raised_at')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** What was dealt with, newest first. */
export async function dealtWithOf(tx: Tx, team: string, limit: number): Promise<Alert[]> {
  const rows = await select(tx)
    .where('team_id', '=', team)
    .where((eb) => eb.or([eb('seen_at', 'is not', null), eb('settled_at', 'is not', null)]))
    .orderBy('raised_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

const fromRow = (row: Selectable<Row>): Alert => ({
  id: row.id,
  kind: row.kind,
  team: row.team_id,
  person: row.person_id,
  about: { kind: row.about_kind, id: row.about_id },
  raisedAt: row.raised_at,
  raisedBy: row.raised_by,
  timesTold: row.times_told,
  seen: row.seen_at && row.seen_by ? { at: row.seen_at, by: row.seen_by, note: row.seen_note } : null,
  settled: row.settled_at && { at: row.settled_at, by: row.settled_by },
});
