import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Programme, thisProgramme } from '../../identity/index.ts';
import { findPerson, firstNameOf, type Person } from '../../people/index.ts';
import { recordEvents } from '../../platform/events.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf } from '../../platform/secrets.ts';
import type { Plan } from '../plan.ts';
import { isShareOver, type PlanShare, shareDays } from '../share.ts';
import { planOf, planVersionsOf } from '../store/plans.ts';
import * as store from '../store/plan-shares.ts';
import { supportsOf } from '../store/supports.ts';
import { currentOf } from '../support.ts';
import { aboutPerson, byOf, type NotReached, type Ports } from './needs.ts';

const day = 86_400_000;
const token = /^[\w-]{43}$/;

export type SharesSeen = { person: Person; plan: Plan | undefined; shares: readonly PlanShare[] };
/** A plan as the person themselves reads it. */
export type OwnPlan = { programme: Programme; name: string; worker: string; plan: Plan; large: boolean; easy: boolean };

export type PlanSharing = ReturnType<typeof openPlanSharing>;

/** Giving a person their own copy of their plan, in their way. */
export const openPlanSharing = ({ db, now, post, guesses }: Pick<Ports, 'db' | 'now' | 'post'> & { guesses: RateLimit }) => ({
  seeShares: (asker: Asker, person: string): Promise<Result<SharesSeen, NotReached>> =>
    aboutPerson(db, asker, 'support person', person, async (tx, found) =>
      ok({ person: found, plan: await planOf(tx, person), shares: await store.sharesOf(tx, person) }),
    ),

  /** Queues a message with a link to the plan as it stands now. How it reaches them is theirs to have said. */
  sharePlan: (
    asker: Asker,
    person: string,
    { large, easy }: { large: boolean; easy: boolean },
  ): Promise<Result<PlanShare, NotReached | 'no-plan'>> =>
    aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<PlanShare, 'no-plan'>> => {
      const plan = await planOf(tx, person);
      if (!plan) return refuse('no-plan');
      const at = now();
      const expiresAt = new Date(at.getTime() + shareDays * day);
      const when = { sharedAt: at, sharedBy: asker.id, expiresAt, openedAt: null, stoppedAt: null };
      const share: PlanShare = { id: randomUUID(), person, plan: plan.id, large, easy, ...when };
      await store.addShare(tx, share);
      await recordEvents(tx, [{ type: 'plan-shared', subject: { kind: 'plan', id: plan.id }, person, by: byOf(asker), at }]);
      await post.queue(tx, { template: 'plan-shared', about: share.id, person, to: { person }, at });
      return ok(share);
    }),

  /** Ends every link to a plan of this person. */
  stopSharing: (asker: Asker, person: string): Promise<Result<number, NotReached>> =>
    aboutPerson(db, asker, 'support person', person, async (tx) => {
      const stopped = await store.stopShares(tx, person, now());
      if (stopped) {
        const subject = { kind: 'person', id: person };
        await recordEvents(tx, [{ type: 'plan-sharing-stopped', subject, person, by: byOf(asker), at: now(), data: { links: stopped } }]);
      }
      return ok(stopped);
    }),

  /** What the link opens, without signing in. */
  openOwnPlan: async (link: string): Promise<Result<OwnPlan, 'unknown' | 'over'>> => {
    const found = token.test(link) ? await db.outsideProgrammes((tx) => store.shareOfLink(tx, hashOf(link))) : undefined;
    if (!found) return refuse('unknown');
    return db.inProgramme(found.programme, async (tx): Promise<Result<OwnPlan, 'unknown' | 'over'>> => {
      const share = await store.findShare(tx, found.share);
      const person = share && (await findPerson(tx, share.person));
      const plan = share && (await planVersionsOf(tx, share.person)).find(({ id }) => id === share.plan);
      if (!share || !person || !plan) return refuse('unknown');
      if (isShareOver(share, now())) return refuse('over');
      if (!share.openedAt) {
        await store.noteOpened(tx, share.id, now());
        const by = { kind: 'person', id: person.id } as const;
        await recordEvents(tx, [{ type: 'plan-opened', subject: { kind: 'plan', id: plan.id }, person: person.id, by, at: now() }]);
      }
      const worker = currentOf(await supportsOf(tx, person.id))?.linkWorker ?? share.sharedBy;
      const name = (await accountsById(tx, [worker])).get(worker)?.name ?? '';
      const { large, easy } = share;
      return ok({ programme: await thisProgramme(tx), name: firstNameOf(person), worker: name, plan, large, easy });
    });
  },

  /** Seconds to wait for whoever tries many links; 0 when they may go on. */
  countPlanGuess: (machine: string): Promise<number> => guesses.take(machine),
});
