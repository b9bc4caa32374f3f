import type { Need } from '../../directory/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';

/** What a story can be used for. Each is asked, and can be taken back, by itself. */
export const uses = ['team', 'practice-report', 'funders', 'public'] as const;
export type Use = (typeof uses)[number];
/** Who reads it there does not know the person, and may be anybody. */
const wide: readonly Use[] = ['funders', 'public'];

export const tellings = ['own-page', 'together', 'phone', 'written-down'] as const;
export type Telling = (typeof tellings)[number] | 'own-work';
/** How the teller said yes to the final wording. */
export const agreeings = ['in-person', 'phone'] as const;
export type Agreeing = 'own-page' | (typeof agreeings)[number] | 'own-work';

export type Stage = 'asked' | 'begun' | 'told' | 'checking' | 'approved' | 'declined' | 'withdrawn';

export type Story = {
  id: string;
  /** Null: a worker tells of their own work. */
  person: string | null;
  team: string;
  practice: string | null;
  how: Telling;
  stage: Stage;
  askedBy: string;
  addedAt: Date;
  toldAt: Date | null;
  /** As it was told. Never shared. */
  original: string;
  title: string;
  /** The wording that may be shared, once the teller has said yes to this version. */
  words: string;
  needs: readonly Need[];
  version: number;
  approved: { version: number; at: Date; how: Agreeing; with: string | null } | null;
  notRight: string;
  cleared: readonly string[];
  /** The wording names somebody else, as far as can be told. */
  othersNamed: boolean;
  othersYes: { note: string; at: Date; by: string } | null;
  aside: { at: Date } | null;
  decided: { at: Date; by: string; why: string } | null;
  endedAt: Date | null;
  rowVersion: number;
};

/** Changes when the words of the question do. What it says is in locales, under the same name. */
export const askedWith = 'story-2026-11';

export type Answer = {
  use: Use;
  turn: number;
  answer: 'yes' | 'no' | 'taken-back' | 'ended';
  askedWith: string;
  how: Agreeing | 'by-itself';
  writtenBy: string | null;
  saidAt: Date;
  expiresOn: CalendarDay | null;
};

/** How it stands with one use; a yes whose day has passed is over, whether or not anybody has noted that. */
export function standing(answers: readonly Answer[], use: Use, today: CalendarDay): Answer['answer'] | 'not-asked' {
  const last = newest(answers, use);
  if (!last) return 'not-asked';
  return last.expiresOn !== null && last.expiresOn < today ? 'ended' : last.answer;
}

export const newest = (answers: readonly Answer[], use: Use): Answer | undefined =>
  answers.filter((each) => each.use === use).toSorted((a, b) => b.turn - a.turn)[0];

export type WhyNot = 'withdrawn' | 'not-approved' | 'set-aside' | 'no-yes' | 'names-others';

/** Why a story may not be used for this, today; nothing when it may. */
export function whyNot(story: Story, answers: readonly Answer[], use: Use, today: CalendarDay): WhyNot | undefined {
  if (story.endedAt) return 'withdrawn';
  if (story.stage !== 'approved' || story.approved?.version !== story.version) return 'not-approved';
  if (story.aside) return 'set-aside';
  if (standing(answers, use, today) !== 'yes') return 'no-yes';
  return wide.includes(use) && namesOthers(story) ? 'names-others' : undefined;
}

export const namesOthers = ({ othersNamed, othersYes }: Story): boolean => othersNamed && !othersYes;

export type StepRefusal = 'ended' | 'told-already' | 'nothing-told' | 'not-checking' | 'nothing-said' | 'names-left' | 'has-died';

const isOver = ({ stage }: Story) => stage === 'declined' || stage === 'withdrawn';
const canTell = ({ stage }: Story) => stage === 'asked' || stage === 'begun';

/** Keeps what they have written so far; nobody else reads it before they send it. */
export function begin(story: Story, original: string): Result<Story, StepRefusal> {
  if (isOver(story)) return refuse('ended');
  return canTell(story) ? ok({ ...story, stage: 'begun', original }) : refuse('told-already');
}

/** They have told it. The wording to share starts from their own words. */
export function tell(story: Story, original: string, at: Date): Result<Story, StepRefusal> {
  const begun = begin(story, original);
  if (!begun.ok) return begun;
  if (!original.trim()) return refuse('nothing-said');
  return ok({ ...begun.value, stage: 'told', original: original.trim(), toldAt: at });
}

export type Wording = Pick<Story, 'title' | 'words' | 'needs' | 'cleared' | 'othersNamed'>;

/** A change of the words or the title makes a new version, which the teller has not said yes to. */
export function reword(story: Story, wording: Wording): Result<Story, StepRefusal> {
  if (isOver(story)) return refuse('ended');
  if (canTell(story)) return refuse('nothing-told');
  const changed = wording.words !== story.words || wording.title !== story.title;
  if (!changed) return ok({ ...story, ...wording });
  return ok({ ...story, ...wording, stage: 'told', version: story.version + 1, approved: null });
}

/** Lays the wording before the teller. What says who they are has to be out of it by then. */
export function layBefore(story: Story, leftIn: number): Result<Story, StepRefusal> {
  if (isOver(story)) return refuse('ended');
  if (story.aside) return refuse('has-died');
  if (story.version === 0 || canTell(story)) return refuse('nothing-told');
  return leftIn > 0 ? refuse('names-left') : ok({ ...story, stage: story.stage === 'approved' ? 'approved' : 'checking' });
}

/** The teller says yes to this version, and to no other. */
export function approve(story: Story, version: number, by: { at: Date; how: Agreeing; with: string | null }): Result<Story, StepRefusal> {
  if (isOver(story)) return refuse('ended');
  if (story.aside) return refuse('has-died');
  if (story.version !== version || story.version === 0) return refuse('not-checking');
  if (story.stage !== 'checking' && story.stage !== 'approved') return refuse('not-checking');
  return ok({ ...story, stage: 'approved', approved: { version, ...by }, notRight: '' });
}

/** The teller wants something otherwise. */
export function notRight(story: Story, said: string): Result<Story, StepRefusal> {
  if (isOver(story)) return refuse('ended');
  if (story.stage !== 'checking') return refuse('not-checking');
  return said.trim() ? ok({ ...story, stage: 'told', notRight: said.trim() }) : refuse('nothing-said');
}

/** They would rather not, or take it all back. What they said goes from our sight with it. */
export function end(story: Story, at: Date): Result<Story, 'ended'> {
  if (isOver(story)) return refuse('ended');
  const stage = canTell(story) ? 'declined' : 'withdrawn';
  return ok({ ...story, stage, endedAt: at, original: '', notRight: '' });
}

/** A lead has decided about the story of somebody who died. */
export function goOn(story: Story, decided: { at: Date; by: string; why: string }): Result<Story, 'not-aside' | 'nothing-said'> {
  if (!story.aside || isOver(story)) return refuse('not-aside');
  return decided.why.trim() ? ok({ ...story, aside: null, decided: { ...decided, why: decided.why.trim() } }) : refuse('nothing-said');
}

/** A story as lines of a paper; by the same lines it is found there again when it is taken back. */
export const linesOf = ({ title, words }: Pick<Story, 'title' | 'words'>): string[] =>
  [title, ...words.split(/\n{2,}/)].map((line) => line.trim()).filter((line) => line !== '');
