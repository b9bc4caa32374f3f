import type { Tx } from '../../platform/database.ts';
import type { Coding, Passage } from '../core/codebook-passages.ts';

type CodingRow = {
  id: string;
  story_id: string;
  version: number;
  coder_id: string;
  begun_at: Date;
  done_at: Date | null;
  gone_at: Date | null;
};
type PassageRow = {
  id: string;
  coding_id: string;
  code_id: string;
  starts: number;
  ends: number;
  added_at: Date;
  removed_at: Date | null;
};
type MemoRow = { id: string; about: Memo['about']; about_id: string | null; words: string; written_by: string; written_at: Date };
type PlanRow = { coders: number; row_version: number };
const tables = (tx: Tx) => tx.withTables<{ story_coding: CodingRow; passage: PassageRow; coding_memo: MemoRow; coding_plan: PlanRow }>();

export type Memo = { id: string; about: 'story' | 'code' | 'whole'; of: string | null; words: string; by: string; at: Date };

/** All work on stories that were not taken back, each wording by itself, with what is coded in it now. */
export async function allCodings(tx: Tx, story?: string): Promise<Coding[]> {
  let query = tables(tx).selectFrom('story_coding').selectAll().where('gone_at', 'is', null);
  if (story) query = query.where('story_id', '=', story);
  const rows = await query.orderBy('begun_at').orderBy('id').execute();
  if (!rows.length) return [];
  const passages = await tables(tx)
    .selectFrom('passage')
    .selectAll()
    .where('removed_at', 'is', null)
    .where(
      'coding_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('starts')
    .orderBy('ends')
    .orderBy('id')
    .execute();
  const byCoding = Map.groupBy(passages, ({ coding_id }) => coding_id);
  return rows.map((row) => ({
    id: row.id,
    story: row.story_id,
    version: row.version,
    coder: row.coder_id,
    begunAt: row.begun_at,
    doneAt: row.done_at,
    passages: (byCoding.get(row.id) ?? []).map(({ id, code_id, starts, ends }): Passage => ({ id, code: code_id, from: starts, to: ends })),
  }));
}

/** Answers whether it is new: whoever begins twice goes on. One that went with a story's yes begins afresh with the next. */
export async function addCoding(tx: Tx, { id, story, version, coder, begunAt }: Omit<Coding, 'doneAt' | 'passages'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('story_coding')
    .values({ id, story_id: story, version, coder_id: coder, begun_at: begunAt, done_at: null, gone_at: null })
    .onConflict((c) =>
      c
        .columns(['programme_id', 'story_id', 'version', 'coder_id'] as never)
        .doUpdateSet({ begun_at: begunAt, done_at: null, gone_at: null })
        .where('story_coding.gone_at', 'is not', null),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function setDone(tx: Tx, coding: string, doneAt: Date | null): Promise<void> {
  await tables(tx).updateTable('story_coding').set({ done_at: doneAt }).where('id', '=', coding).execute();
}

/** Holds the work on a story still, so that two who finish at once see each other. */
export async function holdCodings(tx: Tx, story: string): Promise<void> {
  await tables(tx).selectFrom('story_coding').select('id').where('story_id', '=', story).forUpdate().execute();
}

export async function addPassages(tx: Tx, coding: string, passages: readonly Passage[], at: Date): Promise<void> {
  if (!passages.length) return;
  await tables(tx)
    .insertInto('passage')
    .values(
      passages.map(({ id, code, from, to }) => ({
        id,
        coding_id: coding,
        code_id: code,
        starts: from,
        ends: to,
        added_at: at,
        removed_at: null,
      })),
    )
    .execute();
}

export async function removePassage(tx: Tx, coding: string, passage: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('passage')
    .set({ removed_at: at })
    .where('id', '=', passage)
    .where('coding_id', '=', coding)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A story was taken back: what was coded in it and thought about it goes. That somebody had coded it is kept, to be counted. */
export async function forgetStory(tx: Tx, story: string, at: Date): Promise<void> {
  const codings = tables(tx).selectFrom('story_coding').select('id').where('story_id', '=', story);
  await tables(tx).deleteFrom('passage').where('coding_id', 'in', codings).execute();
  await tables(tx).deleteFrom('coding_memo').where('about', '=', 'story').where('about_id', '=', story).execute();
  await tables(tx).updateTable('story_coding').set({ gone_at: at }).where('story_id', '=', story).where('gone_at', 'is', null).execute();
}

/** How many stories were coded and have been taken back. */
export async function countGone(tx: Tx): Promise<number> {
  const rows = await tables(tx).selectFrom('story_coding').select('story_id').distinct().where('gone_at', 'is not', null).execute();
  return rows.length;
}

export async function memosAbout(tx: Tx, about: Memo['about'], of: string | null): Promise<Memo[]> {
  const rows = await tables(tx)
    .selectFrom('coding_memo')
    .selectAll()
    .where('about', '=', about)
    .where('about_id', 'is not distinct from', of)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
  return rows.map(toMemo);
}

export async function allMemos(tx: Tx): Promise<Memo[]> {
  return (await tables(tx).selectFrom('coding_memo').selectAll().orderBy('written_at').orderBy('id').execute()).map(toMemo);
}

const toMemo = ({ id, about, about_id, words, written_by, written_at }: MemoRow): Memo => ({
  ...{ id, about, words },
  of: about_id,
  by: written_by,
  at: written_at,
});

export async function addMemo(tx: Tx, { id, about, of, words, by, at }: Memo): Promise<void> {
  await tables(tx).insertInto('coding_memo').values({ id, about, about_id: of, words, written_by: by, written_at: at }).execute();
}

/** Only whoever wrote it. */
export async function removeMemo(tx: Tx, id: string, by: string): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('coding_memo')
    .where('id', '=', id)
    .where('written_by', '=', by)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function codersWanted(tx: Tx): Promise<number> {
  return (await tables(tx).selectFrom('coding_plan').select('coders').executeTakeFirst())?.coders ?? 2;
}

export async function setCodersWanted(tx: Tx, coders: number): Promise<void> {
  await tables(tx)
    .insertInto('coding_plan')
    .values({ coders, row_version: 1 })
    .onConflict((c) => c.columns(['programme_id'] as never).doUpdateSet({ coders }))
    .execute();
}
