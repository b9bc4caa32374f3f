/** A part of a paper for the steering group: what is so at this moment, with nothing in it that tells of one person. */
export type PaperPart = {
  title: string;
  lines: readonly string[];
  table?: { head: readonly string[]; rows: readonly (readonly string[])[] };
  href?: string;
};

export { type ApprovedStory, approvedStories, noteUse, storyForReport, type Using } from './uses/story-use.ts';
export type { Pulled, WhenPulled } from './uses/story-pull.ts';
export type { Use as StoryUse } from './core/story.ts';

// Design with people: ideas, the steering group, ballots, and what the group owns.
export type { Ballot, BallotOption, BallotResult } from './core/ballot.ts';
export type { CriteriaChanges } from './core/document.ts';
export { criteriaChanges } from './store/documents.ts';
export { ballotsSeenAbout, openBallot, type BallotSeen, type NewBallot } from './uses/ballots.ts';
