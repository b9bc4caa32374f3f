import { type Selectable, sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { IndexAction } from '../core/index-action.ts';
import { completed, type Rules } from '../core/index-rules.ts';
import { type FactId, type IndicatorId, isIndicator } from '../core/indicator.ts';
import type { Evidences } from '../core/index-evidence.ts';

/** What somebody said of a site. `answer` null: it is not known any more. */
export type Fact = { fact: FactId; answer: string | null; saidOn: CalendarDay; saidBy: string; notedAt: Date; by: string };
export type RulesVersion = { version: number; rules: Rules; why: string; madeAt: Date; by: string };
/** `month` as YYYY-MM. `found` counted as at the end of `countedOn`, by the rules of that version. */
export type Month = { site: string; month: string; countedOn: CalendarDay; rulesVersion: number; found: Evidences };

type FactRow = {
  id: string;
  site_id: string;
  fact: FactId;
  answer: string | null;
  said_on: string;
  said_by: string;
  noted_at: Date;
  by_id: string;
};
type ActionRow = {
  id: string;
  site_id: string;
  indicator: string;
  what: string;
  owner: string;
  began_on: string;
  review_on: string;
  value_at_start: number | null;
  value_at_review: number | null;
  stage: IndexAction['stage'];
  ended_on: string | null;
  by_id: string;
};
type Tables = {
  belonging_fact: FactRow;
  belonging_rules: { version: number; rules: string; why: string; made_at: Date; by_id: string };
  belonging_month: { programme_id?: string; site_id: string; month: string; counted_on: string; rules_version: number; found: string };
  belonging_action: ActionRow;
  site_merge: { site_id: string; into_id: string };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

/** The sites that became part of another, and of which. */
export async function mergedSites(tx: Tx): Promise<Map<string, string>> {
  const rows = await tables(tx).selectFrom('site_merge').select(['site_id', 'into_id']).execute();
  return new Map(rows.map((row) => [row.site_id, row.into_id]));
}

/** All that was said of a site, what holds first. */
export async function factsOf(tx: Tx, site: string): Promise<Fact[]> {
  const rows = await tables(tx)
    .selectFrom('belonging_fact')
    .selectAll()
    .where('site_id', '=', site)
    .orderBy('said_on', 'desc')
    .orderBy('noted_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ fact: row.fact, answer: row.answer, saidOn: row.said_on, saidBy: row.said_by, notedAt: row.noted_at, by: row.by_id },
  }));
}

export async function addFact(tx: Tx, site: string, id: string, { fact, answer, saidOn, saidBy, notedAt, by }: Fact): Promise<void> {
  await tables(tx)
    .insertInto('belonging_fact')
    .values({ id, site_id: site, fact, answer, said_on: saidOn, said_by: saidBy, noted_at: notedAt, by_id: by })
    .execute();
}

/** The newest first. */
export async function rulesVersions(tx: Tx): Promise<RulesVersion[]> {
  const rows = await tables(tx).selectFrom('belonging_rules').selectAll().orderBy('version', 'desc').execute();
  return rows.map(({ rules, made_at, by_id, ...row }) => ({
    ...row,
    rules: completed(rules as unknown as Partial<Rules>),
    madeAt: made_at,
    by: by_id,
  }));
}

/** False when somebody else has made this version meanwhile. */
export async function addRules(tx: Tx, { version, rules, why, madeAt, by }: RulesVersion): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('belonging_rules')
    .values({ version, rules: JSON.stringify(rules), why, made_at: madeAt, by_id: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Of a site, oldest first; the last so many. */
export async function monthsOf(tx: Tx, site: string, limit = 24): Promise<Month[]> {
  const rows = await tables(tx)
    .selectFrom('belonging_month')
    .selectAll()
    .where('site_id', '=', site)
    .orderBy('month', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toMonth).toReversed();
}

/** The newest month of every site that has one. */
export async function newestMonths(tx: Tx): Promise<Map<string, Month>> {
  const { rows } = await sql<Selectable<Tables['belonging_month']>>`
    select distinct on (site_id) site_id, month, counted_on, rules_version, found from belonging_month order by site_id, month desc`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.site_id, toMonth(row)]));
}

/** On which day a month was last counted for each site. */
export async function countedOn(tx: Tx, month: string): Promise<Map<string, CalendarDay>> {
  const rows = await tables(tx).selectFrom('belonging_month').select(['site_id', 'counted_on']).where('month', '=', month).execute();
  return new Map(rows.map((row) => [row.site_id, row.counted_on]));
}

export async function putMonth(tx: Tx, { site, month, countedOn: counted_on, rulesVersion, found }: Month): Promise<void> {
  const row = { counted_on, rules_version: rulesVersion, found: JSON.stringify(found) };
  await tables(tx)
    .insertInto('belonging_month')
    .values({ site_id: site, month, ...row })
    .onConflict((conflict) => conflict.columns(['programme_id', 'site_id', 'month']).doUpdateSet(row))
    .execute();
}

/** Of a site, or everybody's that are open; what began last first. */
export async function actionsOf(tx: Tx, which: { site: string } | 'open'): Promise<(IndexAction & { site: string })[]> {
  const all = tables(tx).selectFrom('belonging_action').selectAll();
  const query = which === 'open' ? all.where('stage', '=', 'open') : all.where('site_id', '=', which.site);
  return (await query.orderBy('began_on', 'desc').orderBy('id').execute()).flatMap((row) =>
    isIndicator(row.indicator) ? [toAction(row, row.indicator)] : [],
  );
}

export async function addAction(tx: Tx, site: string, action: IndexAction, by: string): Promise<void> {
  await tables(tx)
    .insertInto('belonging_action')
    .values({
      ...{ id: action.id, site_id: site, indicator: action.indicator, what: action.what, owner: action.owner },
      ...{ began_on: action.beganOn, review_on: action.reviewOn, value_at_start: action.valueAtStart, by_id: by },
      ...{ value_at_review: null, stage: 'open', ended_on: null },
    })
    .execute();
}

/** False when it is not open any more. */
export async function endAction(tx: Tx, { id, stage, endedOn, valueAtReview }: IndexAction): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('belonging_action')
    .set({ stage, ended_on: endedOn, value_at_review: valueAtReview })
    .where('id', '=', id)
    .where('stage', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const toMonth = (row: Selectable<Tables['belonging_month']>): Month => ({
  site: row.site_id,
  month: row.month,
  countedOn: row.counted_on,
  rulesVersion: row.rules_version,
  found: row.found as unknown as Evidences,
});

const toAction = (row: Selectable<ActionRow>, indicator: IndicatorId): IndexAction & { site: string } => ({
  ...{ id: row.id, site: row.site_id, indicator, what: row.what, owner: row.owner, stage: row.stage },
  beganOn: row.began_on,
  reviewOn: row.review_on,
  endedOn: row.ended_on,
  valueAtStart: row.value_at_start,
  valueAtReview: row.value_at_review,
});
