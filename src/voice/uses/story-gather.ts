import { randomUUID } from 'node:crypto';
import type { Need } from '../../directory/index.ts';
import { accountsById, type Asker, type Colleague, may } from '../../identity/index.ts';
import { type Person, personWithin, saysNoTo } from '../../people/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as core from '../core/story.ts';
import * as store from '../store/stories.ts';
import { answersOf, type Used, usesOfStories } from '../store/story-uses.ts';
import { type Flagged, flagsOf } from './story-known.ts';
import { aboutStory, byOf, newLink, type NotReached, storyEvent, type StoryPorts, todayFor } from './story-needs.ts';

export type StoryLine = { story: core.Story; answers: readonly core.Answer[] };
export type StoriesSeen = {
  person: Person;
  lines: readonly StoryLine[];
  /** Why nobody is asked to tell any more. */
  quiet: 'has-died' | 'said-no' | undefined;
  today: CalendarDay;
};
export type StorySeen = StoryLine & {
  person: Person | null;
  flagged: Flagged;
  used: readonly Used[];
  names: ReadonlyMap<string, Colleague>;
  today: CalendarDay;
};
type StartRefusal = NotReached | 'has-died' | 'said-no';
type Started = { story: core.Story; token: string | undefined };

/** Stories as they are gathered: asked for, told, and written down. */
export const gatherUses = ({ db, now, post }: StoryPorts) => {
  async function linesOf(tx: Tx, stories: readonly core.Story[]): Promise<StoryLine[]> {
    const answers = await answersOf(
      tx,
      stories.map(({ id }) => id),
    );
    return stories.map((story) => ({ story, answers: answers.get(story.id) ?? [] }));
  }
  const quietOf = async (tx: Tx, person: Person) =>
    person.died ? ('has-died' as const) : (await saysNoTo(tx, person.id, 'story')) ? ('said-no' as const) : undefined;

  const blank = (asker: Asker, team: string, how: core.Telling): core.Story => ({
    ...{ id: randomUUID(), person: null, team, practice: null, how, stage: 'asked', askedBy: asker.id, addedAt: now(), toldAt: null },
    ...{ original: '', title: '', words: '', needs: [], version: 0, approved: null, notRight: '', cleared: [], othersNamed: false },
    ...{ othersYes: null, aside: null, decided: null, endedAt: null, rowVersion: 1 },
  });

  return {
    seeStories: async (asker: Asker, person: string): Promise<Result<StoriesSeen, NotReached>> => {
      if (!uuid.test(person)) return refuse('not-found');
      return db.inProgramme(asker.programme.id, async (tx): Promise<Result<StoriesSeen, NotReached>> => {
        const found = await personWithin(tx, asker, 'support person', person);
        if (!found.ok) return found;
        const lines = await linesOf(tx, await store.storiesOfPerson(tx, person));
        return ok({ person: found.value, lines, quiet: await quietOf(tx, found.value), today: todayFor(asker, now()) });
      });
    },

    /** What the asker tells of their own work. */
    ownStories: (asker: Asker): Promise<readonly StoryLine[]> =>
      db.inProgramme(asker.programme.id, async (tx) => linesOf(tx, await store.storiesByWorker(tx, asker.id))),

    /** Asks somebody to tell: by a letter with a link, or by a link for this device. Or begins to write down what they say. */
    startStory: (asker: Asker, person: string, how: (typeof core.tellings)[number]): Promise<Result<Started, StartRefusal>> => {
      if (!uuid.test(person)) return Promise.resolve(refuse('not-found'));
      return db.inProgramme(asker.programme.id, async (tx): Promise<Result<Started, StartRefusal>> => {
        const found = await personWithin(tx, asker, 'support person', person);
        if (!found.ok) return found;
        if (!asker.team) return refuse('not-yours');
        const quiet = await quietOf(tx, found.value);
        if (quiet) return refuse(quiet);
        const story = { ...blank(asker, asker.team, how), person, practice: found.value.practice };
        await store.addStory(tx, story);
        await storyEvent(tx, 'story-asked', story, byOf(asker), now(), { how });
        if (how === 'own-page') await post.queue(tx, { template: 'story-invitation', about: story.id, person, to: { person }, at: now() });
        return ok({ story, token: how === 'together' ? await newLink(tx, story.id, 'tell', now()) : undefined });
      });
    },

    /** A worker begins a story of their own work. */
    startOwnStory: (asker: Asker): Promise<Result<core.Story, NotReached>> =>
      db.inProgramme(asker.programme.id, async (tx): Promise<Result<core.Story, NotReached>> => {
        if (!asker.team || !may(asker, 'gather stories', { team: asker.team })) return refuse('not-yours');
        const story = blank(asker, asker.team, 'own-work');
        await store.addStory(tx, story);
        await storyEvent(tx, 'story-asked', story, byOf(asker), now(), { how: 'own-work' });
        return ok(story);
      }),

    seeStory: (asker: Asker, which: { person: string | null; id: string }): Promise<Result<StorySeen, NotReached>> =>
      aboutStory(db, asker, which, async (tx, { story, person }) => {
        const [line] = await linesOf(tx, [story]);
        const used = await usesOfStories(tx, [story.id]);
        const who = [story.askedBy, story.approved?.with, story.othersYes?.by, story.decided?.by, ...used.map(({ usedBy }) => usedBy)];
        const names = await accountsById(
          tx,
          who.filter((id) => id != null),
        );
        return ok({ ...line!, person, used, names, flagged: await flagsOf(tx, story), today: todayFor(asker, now()) });
      }),

    /** Writes down what was told: as it was said. What somebody writes on their own page is theirs until they send it. */
    writeDown: (
      asker: Asker,
      which: { person: string | null; id: string },
      original: string,
    ): Promise<Result<core.Story, NotReached | core.StepRefusal>> =>
      aboutStory(db, asker, which, async (tx, { story }): Promise<Result<core.Story, core.StepRefusal>> => {
        if (story.how === 'own-page' || story.how === 'together') return refuse('told-already');
        const told = core.tell(story, original, now());
        if (!told.ok) return told;
        await store.saveStory(tx, told.value);
        await storyEvent(tx, 'story-told', story, byOf(asker), now(), { how: story.how });
        return told;
      }),

    /** Saves the wording that is to be shared, over the version that was read. */
    reword: (
      asker: Asker,
      which: { person: string | null; id: string },
      wording: { title: string; words: string; needs: readonly Need[]; cleared: readonly string[]; rowVersion: number },
    ): Promise<Result<core.Story, NotReached | core.StepRefusal | { stale: core.Story }>> =>
      aboutStory(db, asker, which, async (tx, { story }): Promise<Result<core.Story, core.StepRefusal | { stale: core.Story }>> => {
        if (story.rowVersion !== wording.rowVersion) return refuse({ stale: story });
        const { rowVersion: _, ...worded } = wording;
        const { others } = await flagsOf(tx, { ...story, ...worded });
        const saved = core.reword(story, { ...worded, othersNamed: others.length > 0 });
        if (!saved.ok) return saved;
        await store.saveStory(tx, saved.value);
        if (saved.value.version !== story.version) {
          await store.addWording(tx, saved.value, asker.id, now());
          await storyEvent(tx, 'story-worded', story, byOf(asker), now(), { version: saved.value.version, again: story.approved !== null });
        }
        return saved;
      }),
  };
};
