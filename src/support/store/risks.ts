import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { NoKnownRisk, Risk, RiskKind, RiskLevel } from '../risk.ts';

type Row = {
  id: string;
  person_id: string;
  kind: RiskKind;
  level: RiskLevel;
  words: string;
  helps: string;
  started_on: string | null;
  review_on: string;
  ended_on: string | null;
  ended_why: string;
  said_at: Date;
  said_by: string;
  row_version: number;
};
type NoneRow = { id: string; person_id: string; words: string; said_at: Date; said_by: string };
type Tables = { risk: Row; no_known_risk: NoneRow };

const tables = (tx: Tx) => tx.withTables<Tables>();

/** The newest first. */
export async function risksOf(tx: Tx, person: string): Promise<Risk[]> {
  const rows = await tables(tx)
    .selectFrom('risk')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('said_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

export async function latestNoneOf(tx: Tx, person: string): Promise<NoKnownRisk | undefined> {
  const row = await tables(tx)
    .selectFrom('no_known_risk')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('said_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, person: row.person_id, words: row.words, saidAt: row.said_at, saidBy: row.said_by };
}

export async function addRisk(tx: Tx, risk: Risk): Promise<void> {
  await tables(tx)
    .insertInto('risk')
    .values({ ...toRow(risk), id: risk.id, person_id: risk.person })
    .execute();
}

export async function addNone(tx: Tx, { person, saidAt, saidBy, ...rest }: NoKnownRisk): Promise<void> {
  await tables(tx)
    .insertInto('no_known_risk')
    .values({ ...rest, person_id: person, said_at: saidAt, said_by: saidBy })
    .execute();
}

/** Saves over the version that was read; false when somebody else has saved meanwhile. */
export async function updateRisk(tx: Tx, risk: Risk): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('risk')
    .set({ ...toRow(risk), row_version: risk.rowVersion + 1 })
    .where('id', '=', risk.id)
    .where('row_version', '=', risk.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

const toRow = (risk: Risk) => ({
  kind: risk.kind,
  level: risk.level,
  words: risk.words,
  helps: risk.helps,
  started_on: risk.startedOn,
  review_on: risk.reviewOn,
  ended_on: risk.ended?.on ?? null,
  ended_why: risk.ended?.why ?? '',
  said_at: risk.saidAt,
  said_by: risk.saidBy,
  row_version: risk.rowVersion,
});

const fromRow = (row: Selectable<Row>): Risk => ({
  id: row.id,
  person: row.person_id,
  kind: row.kind,
  level: row.level,
  words: row.words,
  helps: row.helps,
  startedOn: row.started_on,
  reviewOn: row.review_on,
  ended: row.ended_on ? { on: row.ended_on, why: row.ended_why } : null,
  saidAt: row.said_at,
  saidBy: row.said_by,
  rowVersion: row.row_version,
});
