import type { Ground } from './ground.ts';
import {
  openBelonging,
  openChange,
  openPracticeTools,
  openRounds,
  surveysForPaper,
  recallStory,
  type ReportStories,
} from './embedding/index.ts';
import type { Messages } from './messages/index.ts';
import type { RateLimit } from './platform/rate-limit.ts';
import { addTask } from './support/index.ts';
import {
  approvedStories,
  criteriaChanges,
  forgetCoding,
  needsPart,
  noteUse,
  openCoding,
  openCommunityNeeds,
  openStories,
  openTogether,
  storiesFollow as follow,
  storyForPaper,
  storyForReport,
  takeOutOfPapers,
  type WhenPulled,
} from './voice/index.ts';

export type BelongingGround = Ground & { post: Messages; everyProgramme: () => Promise<string[]>; limits: { guesses: RateLimit } };

/** Who takes a story out of what was made of it, when its teller's yes ends. */
const whenStoryPulled: readonly WhenPulled[] = [
  forgetCoding,
  async (tx, pulled) => {
    if (pulled.uses.includes('practice-report')) await recallStory(tx, pulled);
  },
  async (tx, { uses, why, said }) => {
    if (why === 'taken-back' && uses.includes('team')) await takeOutOfPapers(tx, said);
  },
];
export const storiesFollow = follow(whenStoryPulled);

/** A practice's report shows a story for as long as its teller says yes to that. */
const forReports: ReportStories = {
  forReport: storyForReport,
  shown: (tx, at) => approvedStories(tx, 'practice-report', at),
  noteUse: (tx, { report, ...use }) => noteUse(tx, { ...use, use: 'practice-report', kind: 'practice-report', where: report }),
};

/** Opens what makes social prescribing part of how practices work: embedding and voice. */
export const composeBelonging = (ground: BelongingGround) => ({
  change: openChange(ground),
  index: openBelonging({ ...ground, criteriaChanges }),
  rounds: openRounds(ground),
  stories: openStories(
    { ...ground, tellWorker: (tx, { story, ...task }) => addTask(tx, { ...task, about: { kind: 'story', id: story } }) },
    whenStoryPulled,
  ),
  practiceTools: openPracticeTools({ ...ground, stories: forReports }),
  // `parts`: what else the papers of the steering group show, after its own.
  together: openTogether({ ...ground, parts: [needsPart, surveysForPaper, storyForPaper] }),
  needs: openCommunityNeeds(ground),
  coding: openCoding(ground),
});
