import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Holding, HoldReason } from '../holding.ts';

type Row = {
  id: string;
  person_id: string;
  support_id: string;
  because: HoldReason;
  connection_id: string | null;
  gap_id: string | null;
  awaits: string;
  words: string;
  since: string;
  review_on: string;
  until: string | null;
  ended_because: NonNullable<Holding['ended']>['because'] | null;
  started_by: string;
  ended_by: string | null;
  row_version: number;
};
/** What a support says of it, so that a caseload is read from one table. */
export type HeldColumns = { held_since: string | null; held_because: HoldReason | null; held_for: string };
type Tables = { holding: Row; support: { id: string; team_id: string; link_worker_id: string } & HeldColumns };
const tables = (tx: Tx) => tx.withTables<Tables>();

/** Answers false when the support is held already. */
export async function addHolding(tx: Tx, holding: Holding): Promise<boolean> {
  if (await openHoldingOf(tx, holding.support)) return false;
  await tables(tx).insertInto('holding').values(toRow(holding)).execute();
  await show(tx, holding);
  return true;
}

/** Over the version that was read; false when somebody else has saved meanwhile. */
export async function saveHolding(tx: Tx, holding: Holding): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('holding')
    .set({ ...toRow(holding), row_version: holding.rowVersion + 1 })
    .where('id', '=', holding.id)
    .where('row_version', '=', holding.rowVersion)
    .executeTakeFirst();
  if (numUpdatedRows > 0) await show(tx, holding);
  return numUpdatedRows > 0;
}

async function show(tx: Tx, { support, ended, since, because, awaits }: Holding): Promise<void> {
  const shown = ended
    ? { held_since: null, held_because: null, held_for: '' }
    : { held_since: since, held_because: because, held_for: awaits };
  await tables(tx).updateTable('support').set(shown).where('id', '=', support).execute();
}

export async function openHoldingOf(tx: Tx, support: string): Promise<Holding | undefined> {
  const row = await tables(tx)
    .selectFrom('holding')
    .selectAll()
    .where('support_id', '=', support)
    .where('until', 'is', null)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function findHolding(tx: Tx, id: string): Promise<Holding | undefined> {
  const row = await tables(tx).selectFrom('holding').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function holdingAwaiting(tx: Tx, connection: string): Promise<Holding | undefined> {
  const row = await tables(tx)
    .selectFrom('holding')
    .selectAll()
    .where('connection_id', '=', connection)
    .where('until', 'is', null)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Newest first. */
export async function holdingsOf(tx: Tx, person: string): Promise<Holding[]> {
  const rows = await tables(tx)
    .selectFrom('holding')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('since', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** What people of a team waited for at some time since that day. */
export async function holdingsInTeam(tx: Tx, team: string, since: string): Promise<Holding[]> {
  const rows = await tables(tx)
    .selectFrom('holding')
    .innerJoin('support', 'support.id', 'holding.support_id')
    .selectAll('holding')
    .where('support.team_id', '=', team)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', since)]))
    .execute();
  return rows.map(fromRow);
}

const toRow = ({ person, support, connection, gap, reviewOn, ended, startedBy, rowVersion, ...same }: Holding): Row => ({
  ...same,
  person_id: person,
  support_id: support,
  connection_id: connection,
  gap_id: gap,
  review_on: reviewOn,
  until: ended?.on ?? null,
  ended_because: ended?.because ?? null,
  started_by: startedBy,
  ended_by: ended?.by ?? null,
  row_version: rowVersion,
});

const fromRow = (row: Selectable<Row>): Holding => ({
  id: row.id,
  person: row.person_id,
  support: row.support_id,
  because: row.because,
  connection: row.connection_id,
  gap: row.gap_id,
  awaits: row.awaits,
  words: row.words,
  since: row.since,
  reviewOn: row.review_on,
  ended: row.until && row.ended_because ? { on: row.until, because: row.ended_because, by: row.ended_by } : null,
  startedBy: row.started_by,
  rowVersion: row.row_version,
});
