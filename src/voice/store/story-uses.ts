import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Answer, Use } from '../core/story.ts';

type AnswerRow = {
  story_id: string;
  use: Use;
  turn: number;
  answer: Answer['answer'];
  asked_with: string;
  how: Answer['how'];
  written_by: string | null;
  said_at: Date;
  expires_on: string | null;
};
type UseRow = {
  id: string;
  story_id: string;
  use: Use;
  kind: string;
  where_id: string;
  label: string;
  way: 'shown' | 'printed' | 'mailed';
  who_got: string;
  practice_id: string | null;
  version: number;
  used_at: Date;
  used_by: string | null;
  pulled_at: Date | null;
  recalled_at: Date | null;
  recalled_by: string | null;
  recalled_how: string;
};
const tables = (tx: Tx) => tx.withTables<{ story_answer: AnswerRow; story_use: UseRow }>();

/** Where a story was used, and who got it. */
export type Used = {
  id: string;
  story: string;
  use: Use;
  kind: string;
  where: string;
  label: string;
  way: UseRow['way'];
  whoGot: string;
  practice: string | null;
  version: number;
  usedAt: Date;
  usedBy: string | null;
  pulledAt: Date | null;
  recalled: { at: Date; by: string; how: string } | null;
};

export async function addAnswers(tx: Tx, story: string, answers: readonly Answer[]): Promise<void> {
  if (!answers.length) return;
  await tables(tx)
    .insertInto('story_answer')
    .values(
      answers.map(({ askedWith, writtenBy, saidAt, expiresOn, ...answer }) => ({
        ...answer,
        story_id: story,
        asked_with: askedWith,
        written_by: writtenBy,
        said_at: saidAt,
        expires_on: expiresOn,
      })),
    )
    .execute();
}

/** All answers of these stories, by story. */
export async function answersOf(tx: Tx, stories: readonly string[]): Promise<Map<string, Answer[]>> {
  const rows = stories.length
    ? await tables(tx)
        .selectFrom('story_answer')
        .selectAll()
        .where('story_id', 'in', [...stories])
        .orderBy('turn')
        .execute()
    : [];
  return Map.groupBy(rows.map(fromAnswer), ({ story }) => story);
}

const fromAnswer = (row: Selectable<AnswerRow>): Answer & { story: string } => ({
  story: row.story_id,
  use: row.use,
  turn: row.turn,
  answer: row.answer,
  askedWith: row.asked_with,
  how: row.how,
  writtenBy: row.written_by,
  saidAt: row.said_at,
  expiresOn: row.expires_on,
});

/** The same use is kept once. Answers whether it was new. */
export async function addUse(tx: Tx, used: Omit<Used, 'pulledAt' | 'recalled'>): Promise<boolean> {
  const { story, where, whoGot, practice, usedAt, usedBy, ...row } = used;
  const added = await tables(tx)
    .insertInto('story_use')
    .values({
      ...row,
      story_id: story,
      where_id: where,
      who_got: whoGot,
      practice_id: practice,
      used_at: usedAt,
      used_by: usedBy,
      pulled_at: null,
      recalled_at: null,
      recalled_by: null,
      recalled_how: '',
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function usesOfStories(tx: Tx, stories: readonly string[]): Promise<Used[]> {
  if (!stories.length) return [];
  const rows = await tables(tx)
    .selectFrom('story_use')
    .selectAll()
    .where('story_id', 'in', [...stories])
    .orderBy('used_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromUse);
}

/** What went out on paper or by mail with a story that was taken back since; what is not recalled yet comes first. */
export async function usesToRecall(tx: Tx): Promise<Used[]> {
  const rows = await tables(tx)
    .selectFrom('story_use')
    .selectAll()
    .where('pulled_at', 'is not', null)
    .where('way', '<>', 'shown')
    .orderBy('recalled_at', (order) => order.desc().nullsFirst())
    .orderBy('pulled_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(fromUse);
}

/** Marks where it was used under these consents as pulled. */
export async function pullUses(tx: Tx, story: string, uses: readonly Use[], at: Date): Promise<void> {
  if (!uses.length) return;
  await tables(tx)
    .updateTable('story_use')
    .set({ pulled_at: at })
    .where('story_id', '=', story)
    .where('use', 'in', [...uses])
    .where('pulled_at', 'is', null)
    .execute();
}

/** Answers the story, or nothing when this was no use that waits to be recalled. */
export async function markRecalled(
  tx: Tx,
  id: string,
  { at, by, how }: { at: Date; by: string; how: string },
): Promise<string | undefined> {
  const row = await tables(tx)
    .updateTable('story_use')
    .set({ recalled_at: at, recalled_by: by, recalled_how: how })
    .where('id', '=', id)
    .where('pulled_at', 'is not', null)
    .where('recalled_at', 'is', null)
    .returning('story_id')
    .executeTakeFirst();
  return row?.story_id;
}

const fromUse = (row: Selectable<UseRow>): Used => ({
  id: row.id,
  story: row.story_id,
  use: row.use,
  kind: row.kind,
  where: row.where_id,
  label: row.label,
  way: row.way,
  whoGot: row.who_got,
  practice: row.practice_id,
  version: row.version,
  usedAt: row.used_at,
  usedBy: row.used_by,
  pulledAt: row.pulled_at,
  recalled: row.recalled_at && row.recalled_by ? { at: row.recalled_at, by: row.recalled_by, how: row.recalled_how } : null,
});
