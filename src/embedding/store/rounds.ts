import { sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Report } from '../core/round-report.ts';
import type { Kind, Round, Stage } from '../core/round.ts';

type Row = {
  id: string;
  site_id: string;
  site_name: string;
  kind: Kind;
  items: string[];
  general: boolean;
  intervention: string;
  organisation: string;
  languages: string[];
  opens_on: CalendarDay;
  closes_on: CalendarDay;
  least_percent: number;
  stage: Stage;
  reminded_on: CalendarDay | null;
  closed_on: CalendarDay | null;
  invited: Record<string, number>;
  row_version: number;
  made_by: string;
};
type Tables = {
  survey_round: Row;
  survey_report: { round_id: string; report: Report };
  general_wording: { confirmed_on: CalendarDay; confirmed_by: string };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

const toRow = (round: Round) => ({
  site_id: round.site,
  site_name: round.siteName,
  kind: round.kind,
  items: [...round.items],
  general: round.general,
  intervention: round.intervention,
  organisation: round.organisation,
  languages: [...round.languages],
  opens_on: round.opensOn,
  closes_on: round.closesOn,
  least_percent: round.leastPercent,
  stage: round.stage,
  reminded_on: round.remindedOn,
  closed_on: round.closedOn,
});

const fromRow = (row: Omit<Row, 'invited' | 'made_by'>): Round => ({
  id: row.id,
  site: row.site_id,
  siteName: row.site_name,
  kind: row.kind,
  items: row.items,
  general: row.general,
  intervention: row.intervention,
  organisation: row.organisation,
  languages: row.languages,
  opensOn: row.opens_on,
  closesOn: row.closes_on,
  leastPercent: row.least_percent,
  stage: row.stage,
  remindedOn: row.reminded_on,
  closedOn: row.closed_on,
  rowVersion: row.row_version,
});

export async function addRound(tx: Tx, round: Round, by: string): Promise<void> {
  await tables(tx)
    .insertInto('survey_round')
    .values({ ...toRow(round), id: round.id, row_version: round.rowVersion, made_by: by, invited: {} })
    .execute();
}

/** Saves over the version that was read; answers false when somebody else has saved since. */
export async function saveRound(tx: Tx, round: Round): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('survey_round')
    .set({ ...toRow(round), row_version: round.rowVersion + 1 })
    .where('id', '=', round.id)
    .where('row_version', '=', round.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A site with those that have become part of it. */
const within = (site: string) => sql<string>`(
  with recursive part(id) as (select ${site}::uuid union select m.site_id from site_merge m join part on m.into_id = part.id) select id from part)`;

/** Newest first; also those of sites that have become part of this one. */
export async function roundsAt(tx: Tx, site: string): Promise<Round[]> {
  const rows = await tables(tx)
    .selectFrom('survey_round')
    .selectAll()
    .where('site_id', 'in', within(site))
    .orderBy('opens_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

export async function roundAt(tx: Tx, site: string, id: string): Promise<Round | undefined> {
  return (await roundsAt(tx, site)).find((round) => round.id === id);
}

export async function roundById(tx: Tx, id: string): Promise<Round | undefined> {
  const row = await tables(tx).selectFrom('survey_round').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Nobody else answers, opens or closes it until this transaction ends. */
export async function holdRound(tx: Tx, id: string): Promise<Round | undefined> {
  const row = await tables(tx).selectFrom('survey_round').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** Those that the calendar may have something to do with. */
export async function roundsUnderWay(tx: Tx): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('survey_round')
    .select('id')
    .where('stage', 'in', ['planned', 'open'])
    .orderBy('opens_on')
    .execute();
  return rows.map(({ id }) => id);
}

export async function invitedTo(tx: Tx, round: string): Promise<Record<string, number>> {
  const row = await tables(tx).selectFrom('survey_round').select('invited').where('id', '=', round).executeTakeFirst();
  return row?.invited ?? {};
}

export const saveInvited = (tx: Tx, round: string, invited: Readonly<Record<string, number>>) =>
  tables(tx).updateTable('survey_round').set({ invited }).where('id', '=', round).execute();

export async function addReport(tx: Tx, round: string, report: Report): Promise<void> {
  await tables(tx).insertInto('survey_report').values({ round_id: round, report }).execute();
}

/** What there is to tell of each of these rounds, by the round's id. */
export async function reportsOf(tx: Tx, rounds: readonly string[]): Promise<Map<string, Report>> {
  if (!rounds.length) return new Map();
  const rows = await tables(tx)
    .selectFrom('survey_report')
    .selectAll()
    .where('round_id', 'in', [...rounds])
    .execute();
  return new Map(rows.map(({ round_id, report }) => [round_id, report]));
}

type WordingConfirmed = { on: CalendarDay; by: string };

export async function generalWording(tx: Tx): Promise<WordingConfirmed | undefined> {
  const row = await tables(tx).selectFrom('general_wording').selectAll().executeTakeFirst();
  return row && { on: row.confirmed_on, by: row.confirmed_by };
}

export const confirmGeneralWording = (tx: Tx, on: CalendarDay, by: string) =>
  tables(tx)
    .insertInto('general_wording')
    .values({ confirmed_on: on, confirmed_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
