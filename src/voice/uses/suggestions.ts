import { randomUUID } from 'node:crypto';
import { type Asker, mayAtAll, type Programme, thisProgramme } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { tellingOf, type Telling } from '../core/names-somebody.ts';
import * as core from '../core/suggestion.ts';
import type { Idea, IdeaTold, IdeaVoice, IdeaWay, Sorting, SortRefusal, YouSaid } from '../core/suggestion.ts';
import type { Decision, Meeting } from '../core/steering.ts';
import * as store from '../store/suggestions.ts';
import { decisionsAbout, meetingsFrom } from '../store/steering.ts';
import { byOf, type NotReached, type Post, tell, within } from './together-needs.ts';
import { takeOutOfPapers } from './steering-papers.ts';

export type Suggested = { words: string; voice: IdeaVoice; page: string; email: string };
/** `whole`: only for whoever sorts ideas, with what in it may name somebody. */
export type IdeaSeen = {
  idea: IdeaTold;
  decisions: readonly Decision[];
  whole?: { idea: Idea; telling: readonly Telling[]; meetings: readonly Meeting[] };
};
export type IdeasSeen = { ideas: readonly IdeaTold[]; waiting: number; maySort: boolean; raw: ReadonlyMap<string, string> };
export type OwnIdea = { programme: Programme; idea: Idea };
type ChangeRefusal = NotReached | SortRefusal | 'changed-meanwhile';

const token = /^[\w-]{43}$/;

/** What people would like to be otherwise: from anybody, to an answer that everybody may read. */
export const suggestionUses = ({ db, now, post }: { db: Database; now: () => Date; post: Post }) => {
  const may = within(db);

  async function add(tx: Tx, given: Suggested & { came: IdeaWay; typedBy: string | null }, by: By): Promise<{ id: string; link: string }> {
    const id = randomUUID();
    const empty = { told: '', toldBy: null, answer: '', answeredAt: null, meeting: null, publishedAt: null, takenBackAt: null };
    await store.addIdea(tx, { ...given, ...empty, id, madeAt: now(), stage: 'new', rowVersion: 1 });
    await tell(tx, { type: 'idea-suggested', kind: 'idea', id, by, at: now(), data: { came: given.came, page: given.page } });
    return { id, link: await addIdeaLink(tx, id, now()) };
  }

  const change = (
    asker: Asker,
    { id, version }: { id: string; version: number },
    decide: (idea: Idea) => Result<Idea, SortRefusal>,
    type: (after: Idea) => 'idea-sorted' | 'idea-published' | 'idea-unpublished',
  ): Promise<Result<Idea, ChangeRefusal>> =>
    may(asker, 'keep steering', async (tx): Promise<Result<Idea, ChangeRefusal>> => {
      const before = uuid.test(id) ? await store.findIdea(tx, id) : undefined;
      if (!before) return refuse('not-found');
      const after = decide(before);
      if (!after.ok) return after;
      if (!(await store.saveIdea(tx, { ...after.value, rowVersion: version }, asker.id))) return refuse('changed-meanwhile');
      const { stage } = after.value;
      await tell(tx, { type: type(after.value), kind: 'idea', id, by: byOf(asker), at: now(), data: { stage } });
      if (stage !== before.stage) await tellSuggester(tx, after.value, post, now());
      return after;
    });

  return {
    /** Anybody's, without an account. Answers the key to the page that tells what came of it. */
    suggest: (programme: string, given: Suggested): Promise<string> =>
      db.inProgramme(programme, async (tx) => (await add(tx, { ...given, came: 'page', typedBy: null }, { kind: 'system' })).link),

    /** What came on paper, by phone or in a talk, typed in by somebody who works here. */
    typeIn: (asker: Asker, given: Suggested & { came: IdeaWay }): Promise<Result<{ id: string; link: string }, NotReached>> =>
      may(asker, 'see suggestions', async (tx) => ok(await add(tx, { ...given, typedBy: asker.id }, byOf(asker)))),

    seeIdeas: (asker: Asker, stages: readonly Idea['stage'][]): Promise<Result<IdeasSeen, NotReached>> =>
      may(asker, 'see suggestions', async (tx) => {
        const maySort = mayAtAll(asker, 'keep steering');
        const found = (await store.ideasAt(tx, stages)).filter(({ told }) => maySort || told);
        const raw = new Map(maySort ? found.map(({ id, words }) => [id, words]) : []);
        const waiting = (await store.countIdeas(tx)).get('new') ?? 0;
        return ok({ ideas: found.map(core.toldOnly), waiting, maySort, raw });
      }),

    seeIdea: (asker: Asker, id: string): Promise<Result<IdeaSeen, NotReached>> =>
      may(asker, 'see suggestions', async (tx): Promise<Result<IdeaSeen, NotReached>> => {
        const idea = uuid.test(id) ? await store.findIdea(tx, id) : undefined;
        const maySort = mayAtAll(asker, 'keep steering');
        if (!idea || idea.takenBackAt || (!maySort && !idea.told)) return refuse('not-found');
        const decisions = await decisionsAbout(tx, id);
        if (!maySort) return ok({ idea: core.toldOnly(idea), decisions });
        const meetings = await meetingsFrom(tx, now());
        return ok({ idea: core.toldOnly(idea), decisions, whole: { idea, telling: tellingOf(idea.words), meetings } });
      }),

    sortIdea: (asker: Asker, which: { id: string; version: number }, sorting: Sorting): Promise<Result<Idea, ChangeRefusal>> =>
      change(
        asker,
        which,
        (idea) => core.sort(idea, sorting, asker.id, now()),
        () => 'idea-sorted',
      ),

    publishIdea: (asker: Asker, which: { id: string; version: number }, shown: boolean): Promise<Result<Idea, ChangeRefusal>> =>
      change(
        asker,
        which,
        (idea) => core.publish(idea, shown, now()),
        ({ publishedAt }) => (publishedAt ? 'idea-published' : 'idea-unpublished'),
      ),

    youSaid: (programme: Programme): Promise<YouSaid[]> =>
      db.inProgramme(programme.id, async (tx) =>
        (await store.publishedIdeas(tx)).flatMap(({ id, told, answer, stage, publishedAt }) =>
          (stage === 'planned' || stage === 'done' || stage === 'not-now') && publishedAt
            ? [{ id, said: told, answer, stage, on: dayIn(programme.settings.timeZone, publishedAt) }]
            : [],
        ),
      ),

    /** What the link opens, without signing in. */
    openOwnIdea: async (link: string): Promise<OwnIdea | undefined> => {
      const found = await behind(db, link);
      return (
        found &&
        db.inProgramme(found.programme, async (tx) => {
          const idea = await store.findIdea(tx, found.idea);
          return idea && { programme: await thisProgramme(tx), idea };
        })
      );
    },

    /** Whoever has the link takes it back: from the lists, from the public page, and from every paper of the group. */
    takeBackOwnIdea: async (link: string): Promise<boolean> => {
      const found = await behind(db, link);
      if (!found) return false;
      return db.inProgramme(found.programme, async (tx) => {
        const idea = await store.findIdea(tx, found.idea);
        if (!idea) return false;
        if (idea.takenBackAt) return true;
        await takeOutOfPapers(tx, [idea.told]);
        await store.saveIdea(tx, core.takeBack(idea, now()));
        await tell(tx, { type: 'idea-taken-back', kind: 'idea', id: idea.id, by: { kind: 'system' }, at: now() });
        return true;
      });
    },
  };
};

const behind = (db: Database, link: string) =>
  token.test(link) ? db.outsideProgrammes((tx) => store.ideaOfLink(tx, hashOf(link))) : Promise.resolve(undefined);

/** A new key to the page of one idea. Only its hash is kept. */
export async function addIdeaLink(tx: Tx, idea: string, at: Date): Promise<string> {
  const link = newToken();
  await store.addIdeaLink(tx, idea, hashOf(link), at);
  return link;
}

/** Writes to whoever suggested it, if they left an address. */
export const tellSuggester = async (tx: Tx, { id, email }: Pick<Idea, 'id' | 'email'>, post: Post, at: Date): Promise<void> => {
  if (email) await post.queue(tx, { template: 'idea-answered', about: id, to: { address: id }, at });
};

/** What a decision of the group makes of an idea, in its transaction. */
export async function answerIdea(
  tx: Tx,
  id: string,
  { outcome, reason, by, at, post }: { outcome: 'yes' | 'no' | 'later'; reason: string; by: By; at: Date; post: Post },
): Promise<Result<null, 'not-found' | SortRefusal>> {
  const idea = await store.findIdea(tx, id);
  if (!idea || idea.takenBackAt) return refuse('not-found');
  const sorted = core.sort(idea, { ...idea, stage: core.stageAfter(outcome), answer: reason }, idea.toldBy ?? '', at);
  if (!sorted.ok) return sorted;
  if (!(await store.saveIdea(tx, sorted.value))) return refuse('not-found');
  await tell(tx, { type: 'idea-sorted', kind: 'idea', id, by, at, data: { stage: sorted.value.stage } });
  if (sorted.value.stage !== idea.stage) await tellSuggester(tx, sorted.value, post, at);
  return ok(null);
}
