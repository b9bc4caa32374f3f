import { randomUUID } from 'node:crypto';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import { isNeed, isRestricted } from '../../directory/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Priority, type Ranked, ranked } from '../core/needs-profile-priority.ts';
import * as store from '../store/needs-priorities.ts';
import { findPlace } from '../store/profile.ts';
import { ballotsSeenAbout, type BallotSeen, openBallot } from './ballots.ts';
import { everywhere } from './needs-counts.ts';
import { byOf, type NotReached, tell, todayOf, within } from './together-needs.ts';

export type PrioritiesSeen = {
  list: readonly Ranked[];
  removed: readonly Priority[];
  ballot: BallotSeen | undefined;
  mayChange: boolean;
  mayKeep: boolean;
};
export type VoteAsked = { choose: number; closesOn: CalendarDay };

const about = 'needs-profile';
const undoDays = 30;

async function prioritiesOf(tx: Tx, asker: Asker, at: Date): Promise<Pick<PrioritiesSeen, 'list' | 'removed' | 'ballot'>> {
  const all = await store.priorities(tx, new Date(at.getTime() - undoDays * 86_400_000));
  const ballots = await ballotsSeenAbout(tx, asker, about, at);
  return {
    list: ranked(
      all.filter(({ removedAt }) => !removedAt),
      ballots.map(({ result }) => result),
    ),
    removed: all.filter(({ removedAt }) => removedAt),
    ballot: ballots[0],
  };
}

/** What the group picks out of the profile, votes on, and does. */
export const needsPriorityUses = ({ db, now }: { db: Database; now: () => Date }) => {
  const may = within(db);
  const known = async (tx: Tx, id: string) =>
    uuid.test(id) ? (await store.priorities(tx, new Date(0))).find((each) => each.id === id) : undefined;
  const told = (tx: Tx, asker: Asker, type: string, id: string) =>
    tell(tx, { type, kind: 'needs-priority', id, by: byOf(asker), at: now() });

  return {
    seePriorities: (asker: Asker): Promise<Result<PrioritiesSeen, NotReached>> =>
      may(asker, 'see needs', async (tx) =>
        ok({
          ...(await prioritiesOf(tx, asker, now())),
          mayChange: mayAtAll(asker, 'take part in steering'),
          mayKeep: mayAtAll(asker, 'keep steering'),
        }),
      ),

    addPriority: (
      asker: Asker,
      { place, need, title, why }: { place: string; need: string; title: string; why: string },
    ): Promise<Result<string, NotReached | 'there-already'>> =>
      may(asker, 'take part in steering', async (tx): Promise<Result<string, NotReached | 'there-already'>> => {
        const of = place === everywhere ? null : uuid.test(place) ? await findPlace(tx, place) : undefined;
        if (of === undefined || !isNeed(need) || isRestricted(need)) return refuse('not-found');
        const all = await store.priorities(tx);
        if (all.some((each) => each.need === need && (each.place?.id ?? null) === (of?.id ?? null))) return refuse('there-already');
        const id = randomUUID();
        await store.addPriority(tx, { id, place: of?.id ?? null, need, title, why, at: now(), by: asker.id });
        await told(tx, asker, 'needs-priority-added', id);
        return ok(id);
      }),

    changePriority: (
      asker: Asker,
      id: string,
      words: Pick<Priority, 'title' | 'why' | 'rowVersion'>,
    ): Promise<Result<null, NotReached | { stale: Priority }>> =>
      may(asker, 'take part in steering', async (tx): Promise<Result<null, NotReached | { stale: Priority }>> => {
        const before = await known(tx, id);
        if (!before) return refuse('not-found');
        if (!(await store.savePriority(tx, id, words))) return refuse({ stale: before });
        await told(tx, asker, 'needs-priority-changed', id);
        return ok(null);
      }),

    /** Off the list, or on it again. */
    removePriority: (asker: Asker, id: string, removed: boolean): Promise<Result<null, NotReached>> =>
      may(asker, 'take part in steering', async (tx): Promise<Result<null, NotReached>> => {
        if (!(await known(tx, id)) || !(await store.setRemoved(tx, id, removed ? now() : null))) return refuse('not-found');
        await told(tx, asker, removed ? 'needs-priority-removed' : 'needs-priority-put-back', id);
        return ok(null);
      }),

    addStep: (asker: Asker, id: string, { on, words }: { on: CalendarDay; words: string }): Promise<Result<null, NotReached>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<null, NotReached>> => {
        if (!(await known(tx, id))) return refuse('not-found');
        await store.addStep(tx, { id: randomUUID(), priority: id, on, words, by: asker.id, at: now() });
        await told(tx, asker, 'needs-priority-step', id);
        return ok(null);
      }),

    /** Lets the group vote on what is on the list. */
    openVote: (
      asker: Asker,
      question: string,
      { choose, closesOn }: VoteAsked,
    ): Promise<Result<string, NotReached | 'too-few' | 'open-already' | 'in-the-past'>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<string, NotReached | 'too-few' | 'open-already' | 'in-the-past'>> => {
        const { list, ballot } = await prioritiesOf(tx, asker, now());
        if (list.length < 2) return refuse('too-few');
        if (ballot?.open) return refuse('open-already');
        if (closesOn < todayOf(asker, now())) return refuse('in-the-past');
        const options = list.map(({ id, title }) => ({ key: id, text: title }));
        return openBallot(tx, asker, { question, options, choose: Math.min(choose, options.length), closesOn, about }, now());
      }),
  };
};
