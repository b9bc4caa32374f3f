import type { Asker } from '../../identity/index.ts';
import { accountsById } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Change, ChangeSet } from '../change-set.ts';
import { type Difference, differencesOf } from '../difference.ts';
import { sourceOf } from '../record.ts';
import { applyChangeSet, dropChangeSet, type SetRefusal, undoChangeSet } from '../feed/propose.ts';
import * as sets from '../store/change-sets.ts';
import { allFeeds } from '../store/feeds.ts';
import { asCurator, type FeedPorts, namesIn } from './feed-needs.ts';

export type SeenChange = Change & { differences: (Difference & { source: string | null })[] };
export type SetFilter = { kind: Change['kind'] | ''; action: Change['action'] | ''; page: number };
export type SeenSet = {
  set: ChangeSet;
  feedName: string | null;
  deciderName: string | null;
  changes: SeenChange[];
  /** Feeds, organisations and places by their ids. */
  names: ReadonlyMap<string, string>;
  pages: number;
};

const atOnce = 20;
/** More than this is applied by a job, so that nobody waits for an answer. */
const mostAtOnce = 300;

/** Looking at what is to change, and deciding. */
export function changeSetUses(ports: FeedPorts) {
  const { now, jobs } = ports;
  const decide = (asker: Asker, id: string, work: (tx: Tx) => Promise<Result<ChangeSet, SetRefusal>>) =>
    asCurator(ports, asker, async (tx): Promise<Result<ChangeSet, SetRefusal>> => (uuid.test(id) ? work(tx) : refuse('not-found')));

  return {
    changeSet: (asker: Asker, id: string, { kind, action, page }: SetFilter): Promise<SeenSet | undefined> =>
      asCurator(ports, asker, async (tx) => {
        const set = uuid.test(id) ? await sets.findSet(tx, id) : undefined;
        if (!set || set.state === 'gathering') return undefined;
        const wanted = { kind: kind || undefined, action: action || undefined };
        const changes = await sets.changesOf(tx, id, { ...wanted, limit: atOnce, offset: (page - 1) * atOnce });
        const counted = Object.entries(set.counts).filter(([name]) => {
          const [of, what] = name.split(' ');
          return what !== undefined && of !== 'organisations' && (!kind || of === kind) && (!action || what === action);
        });
        const total = counted.reduce((sum, [, count]) => sum + count, 0);
        const documents = changes.flatMap(({ before, after }) => [after, ...(before ? [before] : [])]);
        const feeds = await allFeeds(tx);
        const proposed = new Map((await sets.documentsIn(tx, id, documents)).map((each) => [`${each.kind} ${each.record}`, each.after]));
        const names = await namesIn(tx, documents, proposed);
        for (const feed of feeds) names.set(`feed:${feed.id}`, feed.name);
        const accounts = await accountsById(tx, set.decidedBy === null ? [] : [set.decidedBy]);
        return {
          set,
          feedName: feeds.find((feed) => feed.id === set.feed)?.name ?? null,
          deciderName: (set.decidedBy && accounts.get(set.decidedBy)?.name) ?? null,
          changes: changes.map((change) => ({ ...change, differences: seenOf(change) })),
          names,
          pages: Math.max(1, Math.ceil(total / atOnce)),
        };
      }),

    /** Of the changes that were shown, only these are wanted. */
    chooseChanges: (
      asker: Asker,
      id: string,
      shown: readonly number[],
      wanted: readonly number[],
    ): Promise<Result<ChangeSet, SetRefusal>> =>
      decide(asker, id, async (tx) => {
        const set = await sets.findSet(tx, id, true);
        if (!set) return refuse('not-found');
        if (set.state !== 'proposed') return refuse('decided');
        const refused = shown.filter((nth) => !wanted.includes(nth));
        await sets.decideOn(
          tx,
          id,
          wanted.filter((nth) => shown.includes(nth)),
          'wanted',
        );
        await sets.decideOn(tx, id, refused, 'refused');
        await sets.countSet(tx, id);
        return ok(set);
      }),

    applySet: (asker: Asker, id: string, rowVersion: number): Promise<Result<ChangeSet, SetRefusal>> =>
      decide(asker, id, async (tx) => {
        const set = await sets.findSet(tx, id, true);
        if (!set || (set.counts['changes'] ?? 0) <= mostAtOnce) return applyChangeSet(tx, id, { at: now(), by: asker.id, rowVersion });
        if (set.state !== 'proposed') return refuse('decided');
        if (set.rowVersion !== rowVersion) return refuse('changed-meanwhile');
        await sets.setState(tx, id, { state: 'applying', decided: { at: now(), by: asker.id } });
        await jobs.enqueue(tx, 'apply-change-set', { programme: asker.programme.id, set: id, account: asker.id });
        return ok({ ...set, state: 'applying' });
      }),

    dropSet: (asker: Asker, id: string): Promise<Result<ChangeSet, SetRefusal>> =>
      decide(asker, id, (tx) => dropChangeSet(tx, id, { at: now(), by: asker.id })),

    undoSet: (asker: Asker, id: string): Promise<Result<ChangeSet, SetRefusal>> =>
      decide(asker, id, async (tx) => {
        const undone = await undoChangeSet(tx, id, { at: now(), by: asker.id });
        return undone.ok ? ok(undone.value.set) : undone;
      }),
  };
}

const seenOf = ({ before, after, sources }: Change): SeenChange['differences'] =>
  differencesOf(before, after)
    .filter(({ field }) => field !== 'id')
    .map((difference) => ({
      ...difference,
      source: difference.after === undefined ? null : ((sources && sourceOf(sources, difference.field)) ?? null),
    }));
