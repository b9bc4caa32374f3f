import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Colleague } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { dated, isSame, type Plan, type PlanContent, withoutEmpty } from '../plan.ts';
import { addVersion, planOf, planVersionsOf } from '../store/plans.ts';
import { setNeeds, supportsOf } from '../store/supports.ts';
import { currentOf } from '../support.ts';
import { aboutPerson, byOf, type NotReached, type Ports, todayFor } from './needs.ts';
import { changeTasks } from './tasks.ts';

export type PlanSeen = {
  person: Person;
  plan: Plan | undefined;
  versions: readonly Plan[];
  needs: PlanContent['needs'];
  names: ReadonlyMap<string, Colleague>;
  /** Whom the person asks about it. */
  worker: string;
};

export const planUses = ({ db, now }: Ports) => ({
  seePlan: (asker: Asker, person: string): Promise<Result<PlanSeen, NotReached>> =>
    aboutPerson(db, asker, 'support person', person, async (tx, found) => {
      const versions = await planVersionsOf(tx, person);
      const support = currentOf(await supportsOf(tx, person));
      const worker = support?.linkWorker ?? asker.id;
      const names = await accountsById(tx, [worker, ...versions.map(({ savedBy }) => savedBy)]);
      const needs = versions[0]?.needs ?? support?.needs ?? [];
      return ok({ person: found, plan: versions[0], versions, needs, names, worker: names.get(worker)?.name ?? asker.name });
    }),

  /** Saves a new version over the one that was read (0 when there was none); `stale` brings what somebody else saved meanwhile. */
  savePlan: (asker: Asker, person: string, typed: PlanContent, version: number): Promise<Result<Plan, NotReached | { stale: Plan }>> =>
    aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<Plan, { stale: Plan }>> => {
      const latest = await planOf(tx, person);
      const content = dated(withoutEmpty(typed), latest, todayFor(asker, now()));
      if (latest && latest.version !== version) return refuse({ stale: latest });
      if (latest && isSame(latest, content)) return ok(latest);
      const plan: Plan = { ...content, id: randomUUID(), person, version: (latest?.version ?? 0) + 1, savedAt: now(), savedBy: asker.id };
      if (!(await addVersion(tx, plan))) return refuse({ stale: (await planOf(tx, person))! });
      const data = { version: plan.version, goals: plan.goals.length, actions: plan.actions.length };
      await recordEvents(tx, [{ type: 'plan-saved', subject: { kind: 'plan', id: plan.id }, person, by: byOf(asker), at: now(), data }]);
      if (plan.needs.length) await setNeeds(tx, person, plan.needs);
      if (plan.reviewOn !== (latest?.reviewOn ?? null)) await planReview(tx, plan, asker);
      return ok(plan);
    }),
});

async function planReview(tx: Parameters<typeof planOf>[0], { person, reviewOn, savedAt }: Plan, asker: Asker): Promise<void> {
  const support = currentOf(await supportsOf(tx, person));
  if (support?.stage.name !== 'open' || !reviewOn) return;
  const review = {
    id: randomUUID(),
    person,
    support: support.id,
    owner: support.linkWorker,
    kind: 'review',
    about: null,
    dueOn: reviewOn,
    note: '',
    addedAt: savedAt,
    done: null,
  } as const;
  await changeTasks(tx, support.id, { done: ['review'], added: [review] }, byOf(asker), savedAt);
}
