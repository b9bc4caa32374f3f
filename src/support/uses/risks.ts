import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Colleague } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type EndRefusal, endRisk, mayNoneBeSaid, type NoKnownRisk, type Risk, type RiskStanding, standingOf } from '../risk.ts';
import { isAnythingRestricted } from '../store/restricted.ts';
import * as store from '../store/risks.ts';
import { supportsOf } from '../store/supports.ts';
import { openTasksAbout } from '../store/tasks.ts';
import { currentOf, type Support } from '../support.ts';
import { raisedFor, type RaisedSeen } from './danger.ts';
import { aboutPerson, byOf, type NotReached, type Ports, todayFor } from './needs.ts';
import { addTask, finishTasks } from './tasks.ts';

export type RisksSeen = { risks: readonly Risk[]; none: NoKnownRisk | undefined; standing: RiskStanding };
export type SafetySeen = RisksSeen & {
  person: Person;
  raised: RaisedSeen;
  restricted: boolean;
  names: ReadonlyMap<string, Colleague>;
};
export type TypedRisk = Pick<Risk, 'kind' | 'level' | 'words' | 'helps' | 'startedOn' | 'reviewOn'>;
type Stale = { stale: Risk };

export async function risksSeen(tx: Tx, person: string): Promise<RisksSeen> {
  const [risks, none] = [await store.risksOf(tx, person), await store.latestNoneOf(tx, person)];
  return { risks, none, standing: standingOf(risks, none) };
}

/** Once somebody is being met, whoever supports them is asked to ask. */
export async function askForRisks(tx: Tx, support: Support, asker: Asker, at: Date): Promise<void> {
  if ((await risksSeen(tx, support.person)).standing !== 'not-asked') return;
  if ((await openTasksAbout(tx, { support: support.id, kind: 'ask-risks' })).length) return;
  await addTask(tx, { person: support.person, kind: 'ask-risks', dueOn: todayFor(asker, at), owner: asker.id, by: byOf(asker), at });
}

export const riskUses = ({ db, now }: Ports) => {
  const note = (tx: Tx, asker: Asker, type: string, id: string, person: string) =>
    recordEvents(tx, [{ type, subject: { kind: 'risk', id }, person, by: byOf(asker), at: now() }]);

  /** Whatever was said of risks, the question has been asked; and an open one is looked at again on its day. */
  async function askedNow(tx: Tx, asker: Asker, person: string, risk?: Risk): Promise<void> {
    const [by, at] = [byOf(asker), now()];
    const support = currentOf(await supportsOf(tx, person));
    if (support) await finishTasks(tx, { support: support.id, kind: 'ask-risks' }, by, at);
    if (!risk) return;
    await finishTasks(tx, { about: risk.id, kind: 'review-risk' }, by, at);
    if (risk.ended || support?.stage.name !== 'open') return;
    await addTask(tx, { person, kind: 'review-risk', about: { kind: 'risk', id: risk.id }, dueOn: risk.reviewOn, by, at });
  }

  const found = async (tx: Tx, person: string, id: string): Promise<Risk | undefined> =>
    (await store.risksOf(tx, person)).find((risk) => risk.id === id);

  return {
    seeSafety: (asker: Asker, person: string): Promise<Result<SafetySeen, NotReached>> =>
      aboutPerson(db, asker, 'see person', person, async (tx, known) => {
        const seen = await risksSeen(tx, person);
        const ids = [...seen.risks.map(({ saidBy }) => saidBy), seen.none?.saidBy].filter((id) => id !== undefined);
        return ok({
          ...seen,
          person: known,
          raised: await raisedFor(tx, asker, person),
          restricted: await isAnythingRestricted(tx, person),
          names: await accountsById(tx, ids),
        });
      }),

    addRisk: (asker: Asker, person: string, typed: TypedRisk): Promise<Result<Risk, NotReached>> =>
      aboutPerson(db, asker, 'support person', person, async (tx) => {
        const risk: Risk = { ...typed, id: randomUUID(), person, ended: null, saidAt: now(), saidBy: asker.id, rowVersion: 1 };
        await store.addRisk(tx, risk);
        await note(tx, asker, 'risk-added', risk.id, person);
        await askedNow(tx, asker, person, risk);
        return ok(risk);
      }),

    /** Saves over the version that was read; `stale` brings what somebody else saved meanwhile. */
    changeRisk: (
      asker: Asker,
      person: string,
      id: string,
      typed: TypedRisk,
      rowVersion: number,
    ): Promise<Result<Risk, NotReached | Stale>> =>
      aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<Risk, NotReached | Stale>> => {
        const before = await found(tx, person, id);
        if (!before) return refuse('not-found');
        const risk = { ...before, ...typed, saidAt: now(), saidBy: asker.id };
        if (!(await store.updateRisk(tx, { ...risk, rowVersion }))) return refuse({ stale: before });
        await note(tx, asker, 'risk-changed', id, person);
        await askedNow(tx, asker, person, risk);
        return ok(risk);
      }),

    endRisk: (
      asker: Asker,
      person: string,
      id: string,
      ending: { on: CalendarDay; why: string },
    ): Promise<Result<Risk, NotReached | EndRefusal>> =>
      aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<Risk, NotReached | EndRefusal>> => {
        const before = await found(tx, person, id);
        if (!before) return refuse('not-found');
        const ended = endRisk(before, ending);
        if (!ended.ok) return ended;
        if (!(await store.updateRisk(tx, ended.value))) return refuse('ended-already');
        await note(tx, asker, 'risk-ended', id, person);
        await askedNow(tx, asker, person, ended.value);
        return ended;
      }),

    sayNoKnownRisk: (asker: Asker, person: string, words: string): Promise<Result<NoKnownRisk, NotReached | 'known-risks'>> =>
      aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<NoKnownRisk, NotReached | 'known-risks'>> => {
        const may = mayNoneBeSaid(await store.risksOf(tx, person));
        if (!may.ok) return may;
        const none: NoKnownRisk = { id: randomUUID(), person, words, saidAt: now(), saidBy: asker.id };
        await store.addNone(tx, none);
        await note(tx, asker, 'no-known-risk', none.id, person);
        await askedNow(tx, asker, person);
        return ok(none);
      }),
  };
};
