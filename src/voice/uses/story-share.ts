import { randomUUID } from 'node:crypto';
import { accountsById, allPractices, type Asker, type Colleague, mayAtAll } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as core from '../core/story.ts';
import * as store from '../store/stories.ts';
import { answersOf, markRecalled, type Used, usesOfStories, usesToRecall } from '../store/story-uses.ts';
import { byOf, type NotReached, storyEvent, type StoryPorts, todayFor } from './story-needs.ts';
import type { Pull } from './story-pull.ts';
import { type ApprovedStory, noteUse, shownOf } from './story-use.ts';

/** How a story stands with one use: until which day, or why not. */
type UseStanding = {
  use: core.Use;
  until: CalendarDay | null;
  whyNot: core.WhyNot | undefined;
  said: ReturnType<typeof core.standing>;
};
/** What leads and managers see: the approved wording and what it may be used for. Never who told it, and never what they said first. */
export type SharedStory = ApprovedStory & {
  practiceName: string;
  standings: readonly UseStanding[];
  used: readonly Used[];
  aside: boolean;
  decidedWhy: string;
};
export type SharedSeen = { stories: readonly SharedStory[]; aside: readonly SharedStory[]; toRecall: number; today: CalendarDay };
export type RecallSeen = { uses: readonly (Used & { title: string })[]; names: ReadonlyMap<string, Colleague> };

/** For leads and managers: which stories there are to share, where they went, and what has to be called back. */
export const shareUses = ({ db, now }: StoryPorts, pull: Pull) => {
  const asSharer = <T, E = never>(asker: Asker, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E | NotReached>> =>
    mayAtAll(asker, 'share stories')
      ? db.inProgramme<Result<T, E | NotReached>>(asker.programme.id, work)
      : Promise.resolve(refuse('not-yours'));

  async function shared(tx: Tx, asker: Asker, stories: readonly core.Story[]): Promise<SharedStory[]> {
    const ids = stories.map(({ id }) => id);
    const [answers, used, today] = [await answersOf(tx, ids), await usesOfStories(tx, ids), todayFor(asker, now())];
    const practices = new Map((await allPractices(tx)).map(({ id, name }) => [id, name]));
    return stories.map((story) => ({
      ...shownOf(story, asker.programme.settings.timeZone),
      practiceName: (story.practice && practices.get(story.practice)) || '',
      standings: core.uses.map((use) => {
        const theirs = answers.get(story.id) ?? [];
        const said = core.standing(theirs, use, today);
        const until = said === 'yes' ? (core.newest(theirs, use)?.expiresOn ?? null) : null;
        return { use, said, until, whyNot: core.whyNot(story, theirs, use, today) };
      }),
      used: used.filter((each) => each.story === story.id),
      aside: story.aside !== null,
      decidedWhy: story.decided?.why ?? '',
    }));
  }

  const one = async (tx: Tx, id: string): Promise<core.Story | undefined> => {
    const story = uuid.test(id) ? await store.holdStory(tx, id) : undefined;
    return story && (story.stage === 'approved' || story.aside) && !story.endedAt ? story : undefined;
  };

  return {
    /** Those that may be used for `use` today; without it, all that their tellers have said yes to. */
    seeShared: (asker: Asker, use: core.Use | undefined): Promise<Result<SharedSeen, NotReached>> =>
      asSharer(asker, async (tx) => {
        const all = await shared(tx, asker, await store.approvedOnes(tx));
        const stories = all.filter(
          ({ aside, standings }) => !aside && (!use || standings.some((each) => each.use === use && each.whyNot === undefined)),
        );
        const toRecall = (await usesToRecall(tx)).filter(({ recalled }) => !recalled).length;
        return ok({ stories, aside: await shared(tx, asker, await store.asideOnes(tx)), toRecall, today: todayFor(asker, now()) });
      }),

    seeSharedOne: (asker: Asker, id: string): Promise<Result<SharedStory, NotReached>> =>
      asSharer(asker, async (tx): Promise<Result<SharedStory, NotReached>> => {
        const story = await one(tx, id);
        return story ? ok((await shared(tx, asker, [story]))[0]!) : refuse('not-found');
      }),

    /** Gives the story out to print, and keeps for whom and under which yes. */
    printStory: (
      asker: Asker,
      id: string,
      { use, whoGot }: { use: core.Use; whoGot: string },
    ): Promise<Result<SharedStory, NotReached | 'no-yes'>> =>
      asSharer(asker, async (tx): Promise<Result<SharedStory, NotReached | 'no-yes'>> => {
        const story = await one(tx, id);
        if (!story) return refuse('not-found');
        const using = { story: id, use, kind: 'print', where: randomUUID(), label: '', way: 'printed', whoGot } as const;
        if (!(await noteUse(tx, { ...using, at: now(), by: asker.id }))) return refuse('no-yes');
        return ok((await shared(tx, asker, [story]))[0]!);
      }),

    /** What went out with a story that was taken back since. */
    seeRecalls: (asker: Asker): Promise<Result<RecallSeen, NotReached>> =>
      asSharer(asker, async (tx) => {
        const found = await usesToRecall(tx);
        const titles = new Map<string, string>();
        for (const id of new Set(found.map(({ story }) => story))) titles.set(id, (await store.findStory(tx, id))?.title ?? '');
        const who = found.flatMap(({ recalled, usedBy }) => [recalled?.by, usedBy]).filter((id) => id != null);
        return ok({ uses: found.map((each) => ({ ...each, title: titles.get(each.story) ?? '' })), names: await accountsById(tx, who) });
      }),

    /** The copies have been asked back, or destroyed. */
    recalled: (asker: Asker, id: string, how: string): Promise<Result<'recalled', NotReached>> =>
      asSharer(asker, async (tx): Promise<Result<'recalled', NotReached>> => {
        const of = uuid.test(id) ? await markRecalled(tx, id, { at: now(), by: asker.id, how }) : undefined;
        const story = of && (await store.findStory(tx, of));
        if (!story) return refuse('not-found');
        await storyEvent(tx, 'story-recalled', story, byOf(asker), now());
        return ok('recalled');
      }),

    /** Whether the story of somebody who died goes on being used; with no reason it is taken back. */
    decide: (asker: Asker, id: string, decided: { goOn: boolean; why: string }): Promise<Result<'decided', NotReached | 'nothing-said'>> =>
      asSharer(asker, async (tx): Promise<Result<'decided', NotReached | 'nothing-said'>> => {
        const story = await one(tx, id);
        if (!story?.aside) return refuse('not-found');
        const goesOn = core.goOn(story, { at: now(), by: asker.id, why: decided.why });
        if (!goesOn.ok) return goesOn.error === 'nothing-said' ? refuse('nothing-said') : refuse('not-found');
        if (decided.goOn) await store.saveStory(tx, goesOn.value);
        else
          await pull.pullWhole(
            tx,
            { ...story, aside: null, decided: goesOn.value.decided },
            { at: now(), by: byOf(asker), how: 'in-person' },
          );
        await storyEvent(tx, 'story-decided', story, byOf(asker), now(), { goOn: decided.goOn });
        return ok('decided');
      }),
  };
};
