import type { Tx } from '../../platform/database.ts';
import { sql } from 'kysely';
import type { Idea, IdeaStage, IdeaVoice, IdeaWay } from '../core/suggestion.ts';

type Row = {
  id: string;
  words: string;
  voice: IdeaVoice;
  came: IdeaWay;
  page: string;
  email: string;
  made_at: Date;
  typed_by: string | null;
  stage: IdeaStage;
  told: string;
  told_by: string | null;
  answer: string;
  answered_at: Date | null;
  meeting_id: string | null;
  published_at: Date | null;
  published_by: string | null;
  taken_back_at: Date | null;
  row_version: number;
};
type Tables = { idea: Row; idea_link: { token_hash: Buffer; idea_id: string; made_at: Date } };
const tables = (tx: Tx) => tx.withTables<Tables>();

const toIdea = (row: Row): Idea => ({
  id: row.id,
  words: row.words,
  voice: row.voice,
  came: row.came,
  page: row.page,
  email: row.email,
  madeAt: row.made_at,
  typedBy: row.typed_by,
  stage: row.stage,
  told: row.told,
  toldBy: row.told_by,
  answer: row.answer,
  answeredAt: row.answered_at,
  meeting: row.meeting_id,
  publishedAt: row.published_at,
  takenBackAt: row.taken_back_at,
  rowVersion: row.row_version,
});

const toRow = (idea: Idea): Omit<Row, 'published_by'> => ({
  id: idea.id,
  words: idea.words,
  voice: idea.voice,
  came: idea.came,
  page: idea.page,
  email: idea.email,
  made_at: idea.madeAt,
  typed_by: idea.typedBy,
  stage: idea.stage,
  told: idea.told,
  told_by: idea.toldBy,
  answer: idea.answer,
  answered_at: idea.answeredAt,
  meeting_id: idea.meeting,
  published_at: idea.publishedAt,
  taken_back_at: idea.takenBackAt,
  row_version: idea.rowVersion,
});

/** The newest first; those that were taken back are gone. */
const standing = (tx: Tx) =>
  tables(tx).selectFrom('idea').selectAll().where('taken_back_at', 'is', null).orderBy('made_at', 'desc').orderBy('id');

export const ideasAt = async (tx: Tx, stages: readonly IdeaStage[], limit = 200): Promise<Idea[]> =>
  (
    await standing(tx)
      .where('stage', 'in', [...stages])
      .limit(limit)
      .execute()
  ).map(toIdea);

export const ideasFor = async (tx: Tx, meeting: string): Promise<Idea[]> =>
  (await standing(tx).where('meeting_id', '=', meeting).execute()).map(toIdea);

export const publishedIdeas = async (tx: Tx, limit = 200): Promise<Idea[]> =>
  (
    await standing(tx)
      .where('published_at', 'is not', null)
      .clearOrderBy()
      .orderBy('published_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute()
  ).map(toIdea);

export async function findIdea(tx: Tx, id: string): Promise<Idea | undefined> {
  const row = await tables(tx).selectFrom('idea').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toIdea(row);
}

export async function addIdea(tx: Tx, idea: Idea): Promise<void> {
  await tables(tx)
    .insertInto('idea')
    .values({ ...toRow(idea), published_by: null })
    .execute();
}

/** Saves over the version that was read; false when somebody else has saved since. */
export async function saveIdea(tx: Tx, idea: Idea, publishedBy?: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('idea')
    .set({ ...toRow({ ...idea, rowVersion: idea.rowVersion + 1 }), ...(publishedBy && { published_by: publishedBy }) })
    .where('id', '=', idea.id)
    .where('row_version', '=', idea.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

export async function addIdeaLink(tx: Tx, idea: string, tokenHash: Buffer, at: Date): Promise<void> {
  await tables(tx).insertInto('idea_link').values({ token_hash: tokenHash, idea_id: idea, made_at: at }).execute();
}

export async function ideaOfLink(tx: Tx, tokenHash: Buffer): Promise<{ programme: string; idea: string } | undefined> {
  const { rows } = await sql<{ programme: string; idea: string }>`select programme, idea from idea_of_link(${tokenHash})`.execute(tx);
  return rows[0];
}

/** How many stand at each stage. */
export async function countIdeas(tx: Tx): Promise<Map<IdeaStage, number>> {
  const rows = await tables(tx)
    .selectFrom('idea')
    .select((e) => ['stage', e.fn.countAll<number>().as('n')])
    .where('taken_back_at', 'is', null)
    .groupBy('stage')
    .execute();
  return new Map(rows.map(({ stage, n }) => [stage, Number(n)]));
}
