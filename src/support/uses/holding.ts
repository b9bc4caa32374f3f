import { randomUUID } from 'node:crypto';
import { gapsOfPerson, type Gap } from '../../directory/index.ts';
import type { Person } from '../../people/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { type By, type EventData, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Asker, thisProgramme } from '../../identity/index.ts';
import * as core from '../holding.ts';
import * as store from '../store/holdings.ts';
import { holdSupport, supportsOf } from '../store/supports.ts';
import { moveTask, openTasksOf } from '../store/tasks.ts';
import { currentOf, type Support } from '../support.ts';
import type { Task } from '../task.ts';
import { aboutPerson, byOf, type ConnectionLine, type ConnectionsOfPerson, type NotReached, type Ports, todayFor } from './needs.ts';
import { changeTasks, settle } from './tasks.ts';
import { weighCaseload } from './weighing.ts';

export type BeforeHolding = {
  person: Person;
  support: Support;
  holding: core.Holding | undefined;
  /** What can be waited for: what was asked of services and has not come, and what there was none for. */
  awaited: readonly ConnectionLine[];
  gaps: readonly Gap[];
  today: CalendarDay;
};
type Refused = NotReached | 'not-open' | 'changed-meanwhile' | core.HoldRefusal;

export const holdingUses = ({ db, now, connections }: Ports) => ({
  beforeHolding: (asker: Asker, id: string): Promise<Result<BeforeHolding, NotReached | 'not-open'>> =>
    aboutPerson(db, asker, 'support person', id, async (tx, person) => {
      const support = currentOf(await supportsOf(tx, id));
      if (support?.stage.name !== 'open') return refuse('not-open');
      const awaited = (await connections.ofPerson(tx, id)).filter(({ status }) => core.isStillAwaited(status));
      const gaps = await gapsOfPerson(tx, id);
      const holding = await store.openHoldingOf(tx, support.id);
      return ok({ person, support, holding, awaited, gaps, today: todayFor(asker, now()) });
    }),

  /** The person waits, and support goes on: a day is set on which somebody looks again. */
  hold: (asker: Asker, person: string, asked: core.NewHolding): Promise<Result<core.Holding, Refused>> =>
    aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<core.Holding, Refused>> => {
      const current = currentOf(await supportsOf(tx, person));
      const support = current && (await holdSupport(tx, current.id));
      if (support?.stage.name !== 'open') return refuse('not-open');
      const named = await withName(tx, connections, person, asked);
      if (!named) return refuse('not-found');
      const today = todayFor(asker, now());
      const held = core.hold(named, { id: randomUUID(), person, support: support.id, startedBy: asker.id, today });
      if (!held.ok) return held;
      if (!(await store.addHolding(tx, held.value))) return refuse('changed-meanwhile');
      await record(tx, 'holding-begun', held.value, byOf(asker), now(), {
        because: held.value.because,
        reviewOn: held.value.reviewOn,
        connection: held.value.connection,
        gap: held.value.gap,
      });
      await changeTasks(
        tx,
        support.id,
        { done: ['review', 'holding-review'], added: [reviewOf(support, held.value, now())] },
        byOf(asker),
        now(),
      );
      await weighCaseload(tx, support, byOf(asker), now());
      return held;
    }),

  /** Looked at, and waiting is still right. */
  holdOn: (
    asker: Asker,
    person: string,
    { id, rowVersion, ...asked }: { id: string; rowVersion: number; reviewOn: CalendarDay; words: string },
  ): Promise<Result<core.Holding, Refused>> =>
    aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<core.Holding, Refused>> => {
      const before = await store.findHolding(tx, id);
      if (before?.person !== person) return refuse('not-found');
      const changed = core.holdOn({ ...before, rowVersion }, asked, todayFor(asker, now()));
      if (!changed.ok) return changed.error === 'over' ? refuse('changed-meanwhile') : refuse(changed.error);
      if (!(await store.saveHolding(tx, changed.value))) return refuse('changed-meanwhile');
      const support = await holdSupport(tx, before.support);
      if (support?.stage.name !== 'open') return refuse('not-open');
      await record(tx, 'holding-reviewed', changed.value, byOf(asker), now(), { reviewOn: asked.reviewOn });
      await changeTasks(tx, support.id, { done: ['holding-review'], added: [reviewOf(support, changed.value, now())] }, byOf(asker), now());
      return changed;
    }),

  /** The wait is over, by hand. */
  resume: (asker: Asker, person: string, id: string): Promise<Result<core.Holding, NotReached | 'changed-meanwhile'>> =>
    aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<core.Holding, NotReached | 'changed-meanwhile'>> => {
      const before = await store.findHolding(tx, id);
      if (before?.person !== person) return refuse('not-found');
      return endHolding(tx, before, 'by-hand', byOf(asker), now());
    }),
});

/** Days on which the person waited are not the worker's: what fell due meanwhile is due today, and no earlier. */
async function endHolding(
  tx: Tx,
  before: core.Holding,
  because: 'by-hand' | 'answered' | 'closed',
  by: By,
  at: Date,
): Promise<Result<core.Holding, 'changed-meanwhile'>> {
  const today = dayIn((await thisProgramme(tx)).settings.timeZone, at);
  const support = await holdSupport(tx, before.support);
  const ended = core.endHold(before, { because, by: by.kind === 'account' ? by.id : null, today });
  if (!ended.ok || !support || !(await store.saveHolding(tx, ended.value))) return refuse('changed-meanwhile');
  const days = core.heldDays(ended.value, today);
  await record(tx, 'holding-ended', ended.value, by, at, { because: before.because, ended: because, days });
  if (support.stage.name === 'open' && because !== 'closed') {
    for (const task of await openTasksOf(tx, support.id))
      if (task.dueOn < today && task.kind !== 'holding-review') await moveTask(tx, task.id, today);
    await changeTasks(tx, support.id, { done: ['holding-review'], added: [] }, by, at);
    await settle(tx, support.id, by, at);
    await weighCaseload(tx, support, by, at);
  }
  return ended;
}

/** For connections, when something was heard of one: if somebody waits for it, and it was an answer, the wait is over. */
export const endWaitFor =
  ({ ofPerson }: ConnectionsOfPerson) =>
  async (tx: Tx, connection: string, by: By, at: Date): Promise<void> => {
    const awaiting = await store.holdingAwaiting(tx, connection);
    if (!awaiting) return;
    const line = (await ofPerson(tx, awaiting.person)).find(({ id }) => id === connection);
    if (line && !core.isStillAwaited(line.status)) await endHolding(tx, awaiting, 'answered', by, at);
  };

export async function endHoldingOnClose(tx: Tx, support: string, by: By, at: Date): Promise<void> {
  const open = await store.openHoldingOf(tx, support);
  if (open) await endHolding(tx, open, 'closed', by, at);
}

/** The connection and the gap are this person's; the name of a service that says too much of them stays out of lists. */
async function withName(
  tx: Tx,
  connections: ConnectionsOfPerson,
  person: string,
  asked: core.NewHolding,
): Promise<core.NewHolding | undefined> {
  if (asked.because === 'nowhere' && asked.gap)
    return (await gapsOfPerson(tx, person)).some(({ id }) => id === asked.gap) ? asked : undefined;
  if (asked.because !== 'service' || !asked.connection) return asked;
  const line = (await connections.ofPerson(tx, person)).find(({ id }) => id === asked.connection);
  return line && { ...asked, awaits: line.restricted ? '' : line.service };
}

const reviewOf = ({ linkWorker }: Support, { person, support, reviewOn }: core.Holding, at: Date): Task => ({
  id: randomUUID(),
  person,
  support,
  owner: linkWorker,
  kind: 'holding-review',
  about: null,
  dueOn: reviewOn,
  note: '',
  addedAt: at,
  done: null,
});

const record = (tx: Tx, type: string, { id, person }: core.Holding, by: By, at: Date, data: EventData) =>
  recordEvents(tx, [{ type, subject: { kind: 'holding', id }, person, by, at, data }]);
