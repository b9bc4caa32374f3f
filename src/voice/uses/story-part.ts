import { randomUUID } from 'node:crypto';
import { en } from '../../../locales/en/index.ts';
import type { Programme } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { PaperPart } from '../core/steering-paper.ts';
import { linesOf } from '../core/story.ts';
import { usesOfStories } from '../store/story-uses.ts';
import { approvedStories, noteUse } from './story-use.ts';

/**
 * The newest story that the steering group may read and no paper of theirs has had yet. It is kept as printed, since papers are: when the
 * story is taken back, the paper is called back.
 */
export async function storyForPaper(tx: Tx, _programme: Programme, now: Date): Promise<PaperPart[]> {
  const words = en.stories.paper;
  const stories = await approvedStories(tx, 'team', now);
  const used = await usesOfStories(
    tx,
    stories.map(({ id }) => id),
  );
  const story = stories.find(({ id }) => !used.some((use) => use.story === id && use.kind === 'steering-paper'));
  if (!story) return [];
  const using = { story: story.id, use: 'team', kind: 'steering-paper', where: randomUUID(), way: 'printed' } as const;
  if (!(await noteUse(tx, { ...using, label: words.label, whoGot: words.group, at: now }))) return [];
  return [{ title: words.title, lines: linesOf(story) }];
}
