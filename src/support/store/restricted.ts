import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Fact, FactKind, Opening, OpenReason, Safeguarding, Verdict } from '../restricted.ts';

type FactRow = {
  id: string;
  person_id: string;
  team_id: string;
  kind: FactKind;
  words: string;
  comment: string;
  started_on: string | null;
  ended_on: string | null;
  safeguarding: string;
  hidden_from_person: boolean;
  kept_from: string[];
  kept_from_words: string;
  said_at: Date;
  said_by: string;
  row_version: number;
};
type OpeningRow = {
  id: string;
  person_id: string;
  team_id: string;
  opened_by: string;
  reason: OpenReason;
  words: string;
  opened_at: Date;
  until: Date;
  reviewed_at: Date | null;
  reviewed_by: string | null;
  was_right: Verdict | null;
  review_note: string;
};
type Tables = { restricted_fact: FactRow; glass_opening: OpeningRow };

const tables = (tx: Tx) => tx.withTables<Tables>();

/** Only uses/restricted.ts asks for the words: it alone knows who may read them. */
export async function factsOf(tx: Tx, person: string): Promise<Fact[]> {
  const rows = await tables(tx)
    .selectFrom('restricted_fact')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('said_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

export async function isAnythingRestricted(tx: Tx, person: string): Promise<boolean> {
  const row = await tables(tx).selectFrom('restricted_fact').select('id').where('person_id', '=', person).limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function addFact(tx: Tx, fact: Fact): Promise<void> {
  await tables(tx)
    .insertInto('restricted_fact')
    .values({ ...toRow(fact), id: fact.id, person_id: fact.person, team_id: fact.team, said_at: fact.saidAt, said_by: fact.saidBy })
    .execute();
}

/** Saves over the version that was read; false when somebody else has saved meanwhile. */
export async function updateFact(tx: Tx, fact: Fact): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('restricted_fact')
    .set({ ...toRow(fact), row_version: fact.rowVersion + 1 })
    .where('id', '=', fact.id)
    .where('row_version', '=', fact.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** Newest first. */
export async function openingsOf(tx: Tx, person: string): Promise<Opening[]> {
  const rows = await tables(tx)
    .selectFrom('glass_opening')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromOpening);
}

export async function openingsById(tx: Tx, ids: readonly string[]): Promise<Map<string, Opening>> {
  if (!ids.length) return new Map();
  const rows = await tables(tx)
    .selectFrom('glass_opening')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, fromOpening(row)]));
}

export async function holdOpening(tx: Tx, id: string): Promise<Opening | undefined> {
  const row = await tables(tx).selectFrom('glass_opening').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromOpening(row);
}

export async function addOpening(tx: Tx, { id, person, team, by, reason, words, at, until }: Opening): Promise<void> {
  await tables(tx)
    .insertInto('glass_opening')
    .values({
      id,
      person_id: person,
      team_id: team,
      opened_by: by,
      reason,
      words,
      opened_at: at,
      until,
      reviewed_at: null,
      reviewed_by: null,
      was_right: null,
      review_note: '',
    })
    .execute();
}

export async function saveReview(tx: Tx, id: string, { at, by, verdict, note }: NonNullable<Opening['review']>): Promise<void> {
  await tables(tx)
    .updateTable('glass_opening')
    .set({ reviewed_at: at, reviewed_by: by, was_right: verdict, review_note: note })
    .where('id', '=', id)
    .execute();
}

const toRow = (fact: Fact) => ({
  kind: fact.kind,
  words: fact.words,
  comment: fact.comment,
  started_on: fact.startedOn,
  ended_on: fact.endedOn,
  safeguarding: JSON.stringify(fact.safeguarding ?? {}),
  hidden_from_person: fact.hiddenFromPerson,
  kept_from: [...fact.keptFrom],
  kept_from_words: fact.keptFromWords,
  row_version: fact.rowVersion,
});

const fromRow = (row: Selectable<FactRow>): Fact => {
  const more = row.safeguarding as unknown as Partial<Safeguarding>;
  return {
    id: row.id,
    person: row.person_id,
    team: row.team_id,
    kind: row.kind,
    words: row.words,
    comment: row.comment,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    safeguarding:
      row.kind === 'safeguarding'
        ? { code: more.code ?? '', lookedAfter: more.lookedAfter ?? null, unbornPlan: more.unbornPlan ?? null }
        : null,
    hiddenFromPerson: row.hidden_from_person,
    keptFrom: row.kept_from,
    keptFromWords: row.kept_from_words,
    saidAt: row.said_at,
    saidBy: row.said_by,
    rowVersion: row.row_version,
  };
};

const fromOpening = (row: Selectable<OpeningRow>): Opening => ({
  id: row.id,
  person: row.person_id,
  team: row.team_id,
  by: row.opened_by,
  reason: row.reason,
  words: row.words,
  at: row.opened_at,
  until: row.until,
  review:
    row.reviewed_at && row.reviewed_by && row.was_right
      ? { at: row.reviewed_at, by: row.reviewed_by, verdict: row.was_right, note: row.review_note }
      : null,
});
