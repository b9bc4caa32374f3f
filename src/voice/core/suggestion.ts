import type { CalendarDay } from '../../platform/calendar.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';

/** From being new to an answer. `not-now` always has a reason. */
export const ideaStages = ['new', 'looking', 'planned', 'done', 'not-now'] as const;
export type IdeaStage = (typeof ideaStages)[number];

/** How it came to us. */
export const ideaWays = ['page', 'paper', 'phone', 'talk'] as const;
export type IdeaWay = (typeof ideaWays)[number];

/** Whose side it comes from; empty where nobody said. */
export const ideaVoices = ['patient', 'carer', 'community', 'practice', 'link-worker', 'partner'] as const;
export type IdeaVoice = (typeof ideaVoices)[number] | '';

export type Idea = {
  id: string;
  /** As it was written. Only whoever sorts ideas reads this: it may name somebody. */
  words: string;
  voice: IdeaVoice;
  came: IdeaWay;
  /** The kind of page on which it was made, such as `/people/:id`: never an address with an id. */
  page: string;
  email: string;
  madeAt: Date;
  typedBy: string | null;
  stage: IdeaStage;
  /** As everybody may read it. Empty until somebody has made sure that it names nobody. */
  told: string;
  toldBy: string | null;
  answer: string;
  answeredAt: Date | null;
  meeting: string | null;
  publishedAt: Date | null;
  takenBackAt: Date | null;
  rowVersion: number;
};

export type Sorting = { told: string; stage: IdeaStage; answer: string; meeting: string | null };
export type SortRefusal = 'taken-back' | 'not-told' | 'no-reason' | 'nothing-to-show';

/** Sorted by somebody who has read it. Whatever goes beyond them needs words that name nobody; a no, and what is done, needs to be explained. */
export function sort(idea: Idea, { told, stage, answer, meeting }: Sorting, by: string, at: Date): Result<Idea, SortRefusal> {
  if (idea.takenBackAt) return refuse('taken-back');
  if (!told && (stage !== 'new' || meeting)) return refuse('not-told');
  if (!answer && (stage === 'not-now' || stage === 'done')) return refuse('no-reason');
  const answered = stage !== idea.stage || answer !== idea.answer;
  const sorted = { ...idea, told, toldBy: told ? by : null, stage, answer, meeting, answeredAt: answered ? at : idea.answeredAt };
  return ok({ ...sorted, publishedAt: mayPublish(sorted) ? idea.publishedAt : null });
}

/** What is shown to everybody: what was said, and what we did or why not. */
const mayPublish = ({ told, stage, answer, takenBackAt }: Pick<Idea, 'told' | 'stage' | 'answer' | 'takenBackAt'>): boolean =>
  takenBackAt === null && told !== '' && answer !== '' && (stage === 'planned' || stage === 'done' || stage === 'not-now');

export function publish(idea: Idea, shown: boolean, at: Date): Result<Idea, SortRefusal> {
  if (shown && !mayPublish(idea)) return refuse(idea.takenBackAt ? 'taken-back' : 'nothing-to-show');
  return ok({ ...idea, publishedAt: shown ? at : null });
}

/** Whoever suggested it wants it back: it goes from every page, and its words go for good. */
export const takeBack = (idea: Idea, at: Date): Idea => ({
  ...idea,
  words: '',
  told: '',
  email: '',
  answer: '',
  publishedAt: null,
  takenBackAt: at,
});

/** What the steering group, and whoever else may look, sees of an idea. */
export type IdeaTold = Pick<Idea, 'id' | 'told' | 'voice' | 'came' | 'page' | 'stage' | 'answer' | 'madeAt' | 'publishedAt'>;
export const toldOnly = ({ id, told, voice, came, page, stage, answer, madeAt, publishedAt }: Idea): IdeaTold => ({
  ...{ id, told, voice, came, page, stage, answer, madeAt, publishedAt },
});

/** What a decision of the group does to the idea that it is about. */
export const stageAfter = (outcome: 'yes' | 'no' | 'later'): IdeaStage =>
  outcome === 'yes' ? 'planned' : outcome === 'no' ? 'not-now' : 'looking';

/** What everybody may read, without an account. */
export type YouSaid = { id: string; said: string; answer: string; stage: 'planned' | 'done' | 'not-now'; on: CalendarDay };
