import { agreeUses } from './uses/story-agree.ts';
import { gatherUses } from './uses/story-gather.ts';
import { endYeses } from './uses/story-hooks.ts';
import type { StoryPorts } from './uses/story-needs.ts';
import { ownUses } from './uses/story-own.ts';
import { openPull, type WhenPulled } from './uses/story-pull.ts';
import { shareUses } from './uses/story-share.ts';

export { approvedStories, noteUse, storyForReport } from './uses/story-use.ts';
export type { Pulled, WhenPulled } from './uses/story-pull.ts';
export type { Use as StoryUse } from './core/story.ts';

// Design with people: ideas, the steering group, ballots, and what the group owns.
export type { IdeaStage, IdeaVoice, IdeaWay } from './core/suggestion.ts';
export { criteriaChanges } from './store/documents.ts';
export { ideaLetters } from './letters/idea.ts';
export { openTogether, type Together } from './uses/together.ts';
export type { DocumentListed, DocumentSeen, ProposalSeen } from './uses/documents.ts';
export type { Group } from './uses/steering-members.ts';
export type { ActionSeen, MeetingSeen, SteeringHome } from './uses/steering.ts';
export type { IdeaSeen, IdeasSeen } from './uses/suggestions.ts';
export { takeOutOfPapers } from './uses/steering-papers.ts';
// What a community needs.
export { type AreaFileSeen, type AreasRead, type AreasRefusal, importAreas } from './uses/areas.ts';
export type { PlaceDetails, PlacesSeen } from './uses/area-places.ts';
export type { PrioritiesSeen } from './uses/needs-priorities.ts';
export type { ProfileList, ProfileSeen } from './uses/profile.ts';
export { needsPart } from './uses/needs-part.ts';
export { type CommunityNeeds, openCommunityNeeds } from './uses/open-needs.ts';

// Reading stories together.
export type { CodebookSeen, CodeSeen } from './uses/coding-codebook.ts';
export type { AgreementSeen, CompareSeen, Count as CodingCount, FindSeen } from './uses/coding-find.ts';
export type { CodeWords } from './uses/coding-needs.ts';
export type { OwnTable } from './uses/coding-own-table.ts';
export { forgetCoding, type TextRefusal, type TextSeen, type TextsSeen } from './uses/coding-text.ts';
export { type CodingUses, openCoding } from './uses/coding.ts';
export type { Memo as CodingThought } from './store/coding.ts';

export { type BallotSeen } from './uses/ballots.ts';
export { storyForPaper } from './uses/story-part.ts';
export { storiesFollow } from './uses/story-hooks.ts';
export { storyLetters } from './letters/story.ts';
export type { StoriesSeen, StoryLine, StorySeen } from './uses/story-gather.ts';
export type { OwnRefusal as OwnStoryRefusal, OwnStory } from './uses/story-own.ts';
export type { RecallSeen, SharedSeen, SharedStory } from './uses/story-share.ts';
export type { Length as YesLength } from './uses/story-needs.ts';

export type Stories = ReturnType<typeof openStories>;

/** What people tell of how it was for them: asked for, told, looked over, used, and taken back. */
export const openStories = (ports: StoryPorts, whenPulled: readonly WhenPulled[]) => {
  const pull = openPull(whenPulled);
  return {
    ...gatherUses(ports),
    ...agreeUses(ports, pull),
    ...shareUses(ports, pull),
    own: ownUses(ports, pull),
    handlers: {
      'end-story-yeses': async () => {
        for (const programme of await ports.everyProgramme()) await endYeses(ports, pull, programme);
      },
    },
    schedules: { 'end-story-yeses': '10 2 * * *' },
  };
};
