import { sql } from 'kysely';
import type { Need } from '../../directory/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { Agreeing, Stage, Story, Telling } from '../core/story.ts';

type StoryRow = {
  id: string;
  person_id: string | null;
  team_id: string;
  practice_id: string | null;
  how: Telling;
  stage: Stage;
  asked_by: string;
  added_at: Date;
  told_at: Date | null;
  original: string;
  title: string;
  words: string;
  needs: string[];
  version: number;
  approved_version: number | null;
  approved_at: Date | null;
  approved_how: Agreeing | null;
  approved_with: string | null;
  not_right: string;
  cleared: string[];
  others_named: boolean;
  others_yes: string;
  others_yes_at: Date | null;
  others_yes_by: string | null;
  aside_at: Date | null;
  decided_at: Date | null;
  decided_by: string | null;
  decided_why: string;
  ended_at: Date | null;
  row_version: number;
};
type Tables = {
  story: StoryRow;
  story_wording: { story_id: string; version: number; title: string; words: string; written_by: string; written_at: Date };
  story_link: { token_hash: Buffer; story_id: string; purpose: LinkFor; made_at: Date; expires_at: Date };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

export type LinkFor = 'tell' | 'check';

export async function addStory(tx: Tx, story: Story): Promise<void> {
  await tables(tx).insertInto('story').values(toRow(story)).execute();
}

/** Newest first. */
export async function storiesOfPerson(tx: Tx, person: string): Promise<Story[]> {
  const rows = await tables(tx).selectFrom('story').selectAll().where('person_id', '=', person).orderBy('added_at', 'desc').execute();
  return rows.map(fromRow);
}

/** What a worker has told of their own work, newest first. */
export async function storiesByWorker(tx: Tx, worker: string): Promise<Story[]> {
  const rows = await tables(tx)
    .selectFrom('story')
    .selectAll()
    .where('person_id', 'is', null)
    .where('asked_by', '=', worker)
    .orderBy('added_at', 'desc')
    .execute();
  return rows.map(fromRow);
}

/** Newest yes first. */
export async function approvedOnes(tx: Tx): Promise<Story[]> {
  const rows = await tables(tx)
    .selectFrom('story')
    .selectAll()
    .where('stage', '=', 'approved')
    .orderBy('approved_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** Those that wait for a lead to decide, since who told them has died. */
export async function asideOnes(tx: Tx): Promise<Story[]> {
  const rows = await tables(tx).selectFrom('story').selectAll().where('aside_at', 'is not', null).where('ended_at', 'is', null).execute();
  return rows.map(fromRow);
}

export async function findStory(tx: Tx, id: string): Promise<Story | undefined> {
  const row = await tables(tx).selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Nobody else changes it before this transaction ends. */
export async function holdStory(tx: Tx, id: string): Promise<Story | undefined> {
  const row = await tables(tx).selectFrom('story').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** Saves a story that is held. */
export async function saveStory(tx: Tx, story: Story): Promise<void> {
  const { id, ...row } = toRow({ ...story, rowVersion: story.rowVersion + 1 });
  await tables(tx).updateTable('story').set(row).where('id', '=', id).execute();
}

export async function addWording(tx: Tx, { id, version, title, words }: Story, by: string, at: Date): Promise<void> {
  await tables(tx).insertInto('story_wording').values({ story_id: id, version, title, words, written_by: by, written_at: at }).execute();
}

/** A story that was taken back keeps no words anywhere. */
export async function forgetWords(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('story_wording').where('story_id', '=', id).execute();
  await tables(tx).updateTable('story').set({ original: '', words: '', not_right: '', cleared: [] }).where('id', '=', id).execute();
}

export async function addStoryLink(
  tx: Tx,
  { story, purpose, tokenHash, at, expiresAt }: { story: string; purpose: LinkFor; tokenHash: Buffer; at: Date; expiresAt: Date },
): Promise<void> {
  await tables(tx)
    .insertInto('story_link')
    .values({ token_hash: tokenHash, story_id: story, purpose, made_at: at, expires_at: expiresAt })
    .execute();
}

export type LinkedTo = { programme: string; story: string; purpose: LinkFor; expired: boolean };

/** Asked outside programmes: the token alone tells which one is meant. */
export async function storyLinkedTo(tx: Tx, tokenHash: Buffer, at: Date): Promise<LinkedTo | undefined> {
  const { rows } = await sql<LinkedTo>`select programme, story, purpose, expired from story_of_link(${tokenHash}, ${at})`.execute(tx);
  return rows[0];
}

const toRow = (story: Story): StoryRow => ({
  id: story.id,
  person_id: story.person,
  team_id: story.team,
  practice_id: story.practice,
  how: story.how,
  stage: story.stage,
  asked_by: story.askedBy,
  added_at: story.addedAt,
  told_at: story.toldAt,
  original: story.original,
  title: story.title,
  words: story.words,
  needs: [...story.needs],
  version: story.version,
  approved_version: story.approved?.version ?? null,
  approved_at: story.approved?.at ?? null,
  approved_how: story.approved?.how ?? null,
  approved_with: story.approved?.with ?? null,
  not_right: story.notRight,
  cleared: [...story.cleared],
  others_named: story.othersNamed,
  others_yes: story.othersYes?.note ?? '',
  others_yes_at: story.othersYes?.at ?? null,
  others_yes_by: story.othersYes?.by ?? null,
  aside_at: story.aside?.at ?? null,
  decided_at: story.decided?.at ?? null,
  decided_by: story.decided?.by ?? null,
  decided_why: story.decided?.why ?? '',
  ended_at: story.endedAt,
  row_version: story.rowVersion,
});

const fromRow = (row: StoryRow): Story => ({
  id: row.id,
  person: row.person_id,
  team: row.team_id,
  practice: row.practice_id,
  how: row.how,
  stage: row.stage,
  askedBy: row.asked_by,
  addedAt: row.added_at,
  toldAt: row.told_at,
  original: row.original,
  title: row.title,
  words: row.words,
  needs: row.needs as Need[],
  version: row.version,
  approved:
    row.approved_version !== null && row.approved_at && row.approved_how
      ? { version: row.approved_version, at: row.approved_at, how: row.approved_how, with: row.approved_with }
      : null,
  notRight: row.not_right,
  cleared: row.cleared,
  othersNamed: row.others_named,
  othersYes: row.others_yes_at && row.others_yes_by ? { note: row.others_yes, at: row.others_yes_at, by: row.others_yes_by } : null,
  aside: row.aside_at && { at: row.aside_at },
  decided: row.decided_at && row.decided_by ? { at: row.decided_at, by: row.decided_by, why: row.decided_why } : null,
  endedAt: row.ended_at,
  rowVersion: row.row_version,
});
