import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../src/platform/database.ts';
import type { TestProgramme } from './programme.ts';

/** A story of a worker's own work, approved and with a yes to the team learning from it; how a story comes so far is the stories' own test. */
export const approvedStory = (db: Database, programme: TestProgramme, now: Date, title: string, words: string): Promise<string> =>
  db.inProgramme(programme.id, async (tx) => {
    const id = randomUUID();
    await sql`insert into story (id, team_id, practice_id, how, stage, asked_by, added_at, told_at, title, words, needs, version, approved_version, approved_at, approved_how)
      values (${id}, ${programme.team}, ${programme.practice}, 'own-work', 'approved', ${programme.as('lead').id}, ${now}, ${now}, ${title}, ${words}, '{loneliness}', 1, 1, ${now}, 'own-work')`.execute(
      tx,
    );
    await sql`insert into story_answer (story_id, use, turn, answer, asked_with, how, said_at, expires_on)
      values (${id}, 'team', 1, 'yes', 'story-2026-11', 'own-work', ${now}, '2027-11-01')`.execute(tx);
    return id;
  });
