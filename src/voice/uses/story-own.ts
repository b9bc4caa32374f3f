import { type Programme, thisProgramme } from '../../identity/index.ts';
import { findPerson, firstNameOf } from '../../people/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf } from '../../platform/secrets.ts';
import * as core from '../core/story.ts';
import * as store from '../store/stories.ts';
import { answersOf } from '../store/story-uses.ts';
import { keepAnswers, type Said, storyEvent, type StoryPorts, type StoryTask } from './story-needs.ts';
import type { Pull } from './story-pull.ts';

/**
 * What somebody sees who opens their own link. The words are there only while they write them, or are asked about them: a link that
 * fell into other hands later shows none.
 */
export type OwnStory = {
  programme: Programme;
  firstName: string;
  page: 'tell' | 'told' | 'check' | 'approved' | 'taken-back';
  /** What they have written so far, or the wording that they are asked about. */
  words: string;
  title: string;
  version: number;
  answers: readonly core.Answer[];
  today: CalendarDay;
  /** The way to the words is over; taking back never is. */
  expired: boolean;
};
export type OwnRefusal = 'unknown' | 'over';
type Held = { story: core.Story; own: OwnStory };

/** For people who tell on a page of their own, by the link that they were given. */
export const ownUses = ({ db, now, limits, tellWorker }: StoryPorts, pull: Pull) => {
  async function behind<T, E = never>(
    token: string,
    work: (tx: Tx, held: Held) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | OwnRefusal>> {
    const link = await db.outsideProgrammes((tx) => store.storyLinkedTo(tx, hashOf(token), now()));
    if (!link) return refuse('unknown');
    return db.inProgramme(link.programme, async (tx): Promise<Result<T, E | OwnRefusal>> => {
      const story = await store.holdStory(tx, link.story);
      const person = story?.person ? await findPerson(tx, story.person) : undefined;
      if (!story || !person) return refuse('unknown');
      if (person.died) return refuse('over');
      const programme = await thisProgramme(tx);
      const page = link.expired ? shut(pageFor(story, link.purpose)) : pageFor(story, link.purpose);
      const own: OwnStory = {
        ...{ programme, page, firstName: firstNameOf(person), version: story.version, expired: link.expired },
        words: page === 'tell' ? story.original : page === 'check' ? story.words : '',
        title: page === 'check' ? story.title : '',
        answers: (await answersOf(tx, [story.id])).get(story.id) ?? [],
        today: dayIn(programme.settings.timeZone, now()),
      };
      return work(tx, { story, own });
    });
  }
  const inform = (tx: Tx, { story, own }: Held, kind: StoryTask) =>
    tellWorker(tx, { person: story.person!, story: story.id, kind, owner: story.askedBy, dueOn: own.today, at: now() });
  const byOf = ({ person }: core.Story): By => ({ kind: 'person', id: person! });

  return {
    /** Counts a wrong token. Answers the seconds to wait, once there have been too many from one machine. */
    countGuess: (machine: string): Promise<number> => limits.guesses.take(machine),

    open: (token: string): Promise<Result<OwnStory, OwnRefusal>> => behind(token, (_tx, { own }) => Promise.resolve(ok(own))),

    /** Keeps what they have written so far; nobody else reads it yet. */
    keep: (token: string, words: string): Promise<Result<'kept', OwnRefusal | core.StepRefusal>> =>
      behind(token, async (tx, { story, own }): Promise<Result<'kept', core.StepRefusal>> => {
        if (own.page !== 'tell') return refuse('told-already');
        const begun = core.begin(story, words);
        if (!begun.ok) return begun;
        await store.saveStory(tx, begun.value);
        return ok('kept');
      }),

    tell: (token: string, words: string): Promise<Result<'told', OwnRefusal | core.StepRefusal>> =>
      behind(token, async (tx, { story, own }): Promise<Result<'told', core.StepRefusal>> => {
        if (own.page !== 'tell') return refuse('told-already');
        const told = core.tell(story, words, now());
        if (!told.ok) return told;
        await store.saveStory(tx, told.value);
        await storyEvent(tx, 'story-told', story, byOf(story), now(), { how: story.how });
        await inform(tx, { story, own }, 'story-told');
        return ok('told');
      }),

    /** They say yes to this wording, and for what it may be used. */
    approve: (
      token: string,
      { version, ...said }: Said & { version: number },
    ): Promise<Result<'approved', OwnRefusal | core.StepRefusal>> =>
      behind(token, async (tx, { story, own }): Promise<Result<'approved', core.StepRefusal>> => {
        if (own.page !== 'check') return refuse('not-checking');
        const approved = core.approve(story, version, { at: now(), how: 'own-page', with: null });
        if (!approved.ok) return approved;
        await store.saveStory(tx, approved.value);
        await keepAnswers(tx, pull, approved.value, said, { at: now(), today: own.today, by: byOf(story), how: 'own-page' });
        await storyEvent(tx, 'story-approved', story, byOf(story), now(), { version, how: 'own-page' });
        return ok('approved');
      }),

    /** Something in it is not right; their worker is told what. */
    notRight: (token: string, said: string): Promise<Result<'noted', OwnRefusal | core.StepRefusal>> =>
      behind(token, async (tx, { story, own }): Promise<Result<'noted', core.StepRefusal>> => {
        if (own.page !== 'check') return refuse('not-checking');
        const back = core.notRight(story, said);
        if (!back.ok) return back;
        await store.saveStory(tx, back.value);
        await storyEvent(tx, 'story-not-right', story, byOf(story), now());
        await inform(tx, { story, own }, 'story-to-change');
        return ok('noted');
      }),

    /** From some uses, or all of it. No account, no reason, and no end to it: also by a link that is over. */
    takeBack: (token: string, from: readonly core.Use[] | 'all'): Promise<Result<'taken-back', OwnRefusal>> =>
      behind(token, async (tx, { story }): Promise<Result<'taken-back', never>> => {
        const taking = { at: now(), by: byOf(story), how: 'own-page' } as const;
        if (from === 'all') await pull.pullWhole(tx, story, taking);
        else if (!story.endedAt) await pull.pullFrom(tx, story, from, 'taken-back', taking);
        return ok('taken-back');
      }),
  };
};

function pageFor({ stage }: core.Story, purpose: store.LinkFor): OwnStory['page'] {
  switch (stage) {
    case 'asked':
    case 'begun':
      return 'tell';
    case 'checking':
      return purpose === 'check' ? 'check' : 'told';
    case 'told':
      return 'told';
    case 'approved':
      return 'approved';
    case 'declined':
    case 'withdrawn':
      return 'taken-back';
  }
}

/** Past its day a link leads to no words. */
const shut = (page: OwnStory['page']): OwnStory['page'] => (page === 'tell' || page === 'check' ? 'told' : page);
