import type { Ground } from './compose.ts';
import { openBelonging, openChange, openPracticeTools, openRounds } from './embedding/index.ts';
import type { Messages } from './messages/index.ts';
import type { Tx } from './platform/database.ts';
import type { RateLimit } from './platform/rate-limit.ts';
import { addTask } from './support/index.ts';
import {
  approvedStories,
  noteUse,
  openStories,
  openTogether,
  storiesFollow as follow,
  storyForReport,
  type WhenPulled,
} from './voice/index.ts';

export type BelongingGround = Ground & { post: Messages; everyProgramme: () => Promise<string[]>; limits: { guesses: RateLimit } };

/** Who takes a story out of what was made of it, when its teller's yes ends. */
const whenStoryPulled: readonly WhenPulled[] = [];
export const storiesFollow = follow(whenStoryPulled);

/** A practice's report shows a story for as long as its teller says yes to that. */
const forReports = {
  forReport: storyForReport,
  shown: (tx: Tx, at: Date) => approvedStories(tx, 'practice-report', at),
  noteUse: (tx: Tx, { report, ...use }: { story: string; report: string; practice: string; label: string; way: 'shown' | 'printed'; whoGot: string; at: Date }) =>
    noteUse(tx, { ...use, use: 'practice-report', kind: 'practice-report', where: report }),
};

/** Opens what makes social prescribing part of how practices work: embedding and voice. */
export const composeBelonging = (ground: BelongingGround) => ({
  change: openChange(ground),
  index: openBelonging(ground),
  rounds: openRounds(ground),
  stories: openStories(
    { ...ground, tellWorker: (tx, { story, ...task }) => addTask(tx, { ...task, about: { kind: 'story', id: story } }) },
    whenStoryPulled,
  ),
  practiceTools: openPracticeTools({ ...ground, stories: forReports }),
  // `parts`: what else the papers of the steering group show, after its own.
  together: openTogether({ ...ground, parts: [] }),
});
