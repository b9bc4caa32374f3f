import type { Asker } from '../../identity/index.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as core from '../core/story.ts';
import * as store from '../store/stories.ts';
import { flagsOf } from './story-known.ts';
import {
  aboutStory,
  byOf,
  keepAnswers,
  newLink,
  type NotReached,
  type Said,
  storyEvent,
  type StoryPorts,
  todayFor,
} from './story-needs.ts';
import type { Pull } from './story-pull.ts';

type Which = { person: string | null; id: string };
type Stepped = Promise<Result<core.Story, NotReached | core.StepRefusal>>;

/** What a teller says to the wording, as a worker sends it, reads it out, or takes their word. */
export const agreeUses = ({ db, now, post }: StoryPorts, pull: Pull) => ({
  /** Sends the wording to its teller, on a page of their own. */
  sendToCheck: (asker: Asker, which: { person: string; id: string }): Stepped =>
    aboutStory(db, asker, which, async (tx, { story, person }): Promise<Result<core.Story, core.StepRefusal>> => {
      if (person?.died) return refuse('has-died');
      const laid = core.layBefore(story, (await flagsOf(tx, story)).left.length);
      if (!laid.ok) return laid;
      await store.saveStory(tx, laid.value);
      await storyEvent(tx, 'story-sent-to-check', story, byOf(asker), now(), { version: story.version });
      const about = { template: 'story-to-check', about: story.id, person: which.person, to: { person: which.person }, at: now() };
      await post.queue(tx, about);
      return laid;
    }),

  /** A link to their page for the device that the worker holds: to tell, or to look over the wording, as the story has come. */
  openHere: (asker: Asker, which: { person: string; id: string }): Promise<Result<string, NotReached | core.StepRefusal>> =>
    aboutStory(db, asker, which, async (tx, { story, person }): Promise<Result<string, core.StepRefusal>> => {
      if (person?.died) return refuse('has-died');
      if (story.stage === 'asked' || story.stage === 'begun') return ok(await newLink(tx, story.id, 'tell', now()));
      const laid = core.layBefore(story, (await flagsOf(tx, story)).left.length);
      if (!laid.ok) return laid;
      await store.saveStory(tx, laid.value);
      return ok(await newLink(tx, story.id, 'check', now()));
    }),

  /** A new letter, when the first link was lost or is over. */
  sendAgain: (asker: Asker, which: { person: string; id: string }): Stepped =>
    aboutStory(db, asker, which, async (tx, { story, person }): Promise<Result<core.Story, core.StepRefusal>> => {
      if (person?.died) return refuse('has-died');
      if (story.stage !== 'asked' && story.stage !== 'begun') return refuse('told-already');
      await post.queue(tx, {
        template: 'story-invitation',
        about: story.id,
        person: which.person,
        to: { person: which.person },
        at: now(),
      });
      return ok(story);
    }),

  /** They heard the wording, read out to them, and said yes; or, of a worker's own work, the worker stands by it. */
  agreed: (
    asker: Asker,
    which: Which,
    { version, how, ...said }: Said & { version: number; how: (typeof core.agreeings)[number] },
  ): Stepped =>
    aboutStory(db, asker, which, async (tx, { story, person }): Promise<Result<core.Story, core.StepRefusal>> => {
      if (person?.died) return refuse('has-died');
      const laid = core.layBefore(story, (await flagsOf(tx, story)).left.length);
      if (!laid.ok) return laid;
      const by = { at: now(), how: story.person === null ? ('own-work' as const) : how, with: asker.id };
      const approved = core.approve(laid.value, version, by);
      if (!approved.ok) return approved;
      await store.saveStory(tx, approved.value);
      await keepAnswers(tx, pull, approved.value, said, { at: now(), today: todayFor(asker, now()), by: byOf(asker), how: by.how });
      await storyEvent(tx, 'story-approved', story, byOf(asker), now(), { version, how: by.how });
      return approved;
    }),

  /** Whoever the story names has said yes too: who asked, and how. */
  noteOthersYes: (asker: Asker, which: Which, note: string): Stepped =>
    aboutStory(db, asker, which, async (tx, { story }): Promise<Result<core.Story, core.StepRefusal>> => {
      if (story.endedAt) return refuse('ended');
      if (!note.trim()) return refuse('nothing-said');
      const noted = { ...story, othersYes: { note: note.trim(), at: now(), by: asker.id } };
      await store.saveStory(tx, noted);
      await storyEvent(tx, 'story-others-agreed', story, byOf(asker), now());
      return ok(noted);
    }),

  /** The teller takes it back, by word to a worker: from some uses, or all of it. */
  takeBack: (
    asker: Asker,
    which: Which,
    { from, how }: { from: readonly core.Use[] | 'all'; how: (typeof core.agreeings)[number] },
  ): Stepped =>
    aboutStory(db, asker, which, async (tx, { story }): Promise<Result<core.Story, core.StepRefusal>> => {
      const taking = { at: now(), by: byOf(asker), how };
      if (story.endedAt) return refuse('ended');
      if (from === 'all') await pull.pullWhole(tx, story, taking);
      else await pull.pullFrom(tx, story, from, 'taken-back', taking);
      return ok(story);
    }),
});
