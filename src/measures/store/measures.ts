import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Measure } from '../measure.ts';
import { type MeasureRow, tables } from './tables.ts';

export async function addMeasures(tx: Tx, measures: readonly Measure[]): Promise<void> {
  if (measures.length) await tables(tx).insertInto('measure').values(measures.map(toRow)).execute();
}

/** Newest first, whatever became of them. */
export async function measuresOf(tx: Tx, person: string): Promise<Measure[]> {
  const rows = await tables(tx)
    .selectFrom('measure')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('taken_on', 'desc')
    .orderBy('added_at', 'desc')
    .execute();
  return rows.map(fromRow);
}

export async function findMeasure(tx: Tx, id: string): Promise<Measure | undefined> {
  const row = await tables(tx).selectFrom('measure').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Nobody else changes it before this transaction ends. */
export async function holdMeasure(tx: Tx, id: string): Promise<Measure | undefined> {
  const row = await tables(tx).selectFrom('measure').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** Saves over the version that was read; answers whether it was still that one. */
export async function saveMeasure(tx: Tx, measure: Measure): Promise<boolean> {
  const { id, ...row } = toRow({ ...measure, rowVersion: measure.rowVersion + 1 });
  const saved = await tables(tx)
    .updateTable('measure')
    .set(row)
    .where('id', '=', id)
    .where('row_version', '=', measure.rowVersion)
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

export async function isVersionUsed(tx: Tx, instrument: string, version: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('measure')
    .select('id')
    .where('instrument', '=', instrument)
    .where('version', '=', version)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const toRow = (measure: Measure): MeasureRow => ({
  id: measure.id,
  person_id: measure.person,
  support_id: measure.support,
  instrument: measure.instrument,
  version: measure.version,
  language: measure.language,
  mode: measure.mode,
  interpreter: measure.interpreter,
  proxy: measure.proxy,
  point: measure.point,
  state: measure.state,
  taken_on: measure.takenOn,
  asked_by: measure.askedBy,
  added_at: measure.addedAt,
  ended_at: measure.endedAt,
  answers: JSON.stringify(measure.answers),
  goals: JSON.stringify(measure.goals),
  scores: JSON.stringify(measure.scores),
  unscored: JSON.stringify(measure.unscored),
  why_not: measure.whyNot,
  note: measure.note,
  alarmed: measure.alarmed,
  row_version: measure.rowVersion,
});

const fromRow = (row: Selectable<MeasureRow>): Measure => ({
  id: row.id,
  person: row.person_id,
  support: row.support_id,
  instrument: row.instrument,
  version: row.version,
  language: row.language,
  mode: row.mode,
  interpreter: row.interpreter,
  proxy: row.proxy,
  point: row.point,
  state: row.state,
  takenOn: row.taken_on,
  askedBy: row.asked_by,
  addedAt: row.added_at,
  endedAt: row.ended_at,
  answers: row.answers as unknown as Measure['answers'],
  goals: row.goals as unknown as Measure['goals'],
  scores: row.scores as unknown as Measure['scores'],
  unscored: row.unscored as unknown as Measure['unscored'],
  whyNot: row.why_not,
  note: row.note,
  alarmed: row.alarmed,
  rowVersion: row.row_version,
});
