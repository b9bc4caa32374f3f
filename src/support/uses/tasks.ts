import { randomUUID } from 'node:crypto';
import { type Asker, thisProgramme } from '../../identity/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as store from '../store/tasks.ts';
import { holdSupport, saveNext, supportsOf } from '../store/supports.ts';
import { currentOf } from '../support.ts';
import { nextOf, reviewIfNone, type Task, type TaskKind, type Which } from '../task.ts';
import { aboutPerson, byOf, type NotReached, type Ports } from './needs.ts';

export type NewTask = {
  person: string;
  kind: TaskKind;
  dueOn: CalendarDay;
  about?: { kind: string; id: string } | undefined;
  /** Whose it is when nobody supports the person any more. */
  owner?: string | undefined;
  note?: string | undefined;
  /** Bothy itself when not said. */
  by?: By | undefined;
  at: Date;
};

/** Gives whoever supports the person something to do. When nobody does, it stands under who did last, or the owner that is named. */
export async function addTask(
  tx: Tx,
  { person, kind, dueOn, about, owner, note = '', by = { kind: 'system' }, at }: NewTask,
): Promise<Task> {
  const support = currentOf(await supportsOf(tx, person));
  const whose = support?.stage.name === 'open' ? support.linkWorker : (owner ?? support?.linkWorker ?? ('id' in by ? by.id : undefined));
  if (!whose) throw new Error('A task needs somebody to do it, and nobody has supported this person.');
  const id = support?.stage.name === 'open' ? support.id : null;
  const task: Task = {
    id: randomUUID(),
    person,
    support: id,
    owner: whose,
    kind,
    about: about ?? null,
    dueOn,
    note,
    addedAt: at,
    done: null,
  };
  await putTasks(tx, [task], by, at);
  if (id) await settle(tx, id, by, at);
  return task;
}

/** Finishes what is open of the named thing, kind or support, and answers how much that was. An open support is never left without a next thing. */
export async function finishTasks(tx: Tx, which: Which, by: By, at: Date): Promise<number> {
  if (!Object.values(which).some((part) => part !== undefined)) throw new Error('Say which tasks are done.');
  const tasks = await store.openTasksAbout(tx, which);
  await closeTasks(tx, tasks, by, at);
  for (const support of supportsIn(tasks)) await settle(tx, support, by, at);
  return tasks.length;
}

/** Puts off what is open of the named thing to another day. */
export async function moveTasks(tx: Tx, which: Which, dueOn: CalendarDay, by: By, at: Date): Promise<void> {
  const tasks = await store.openTasksAbout(tx, which);
  for (const { id, person, kind } of tasks) {
    await store.moveTask(tx, id, dueOn);
    await recordEvents(tx, [{ type: 'task-moved', subject: { kind: 'task', id }, person, by, at, data: { kind, dueOn } }]);
  }
  for (const support of supportsIn(tasks)) await settle(tx, support, by, at);
}

/** Adds and finishes in one go, so that nothing is made only because nothing was left for a moment. */
export async function changeTasks(
  tx: Tx,
  support: string,
  { done, doneIfDue, added }: { done: readonly TaskKind[]; doneIfDue?: { kind: TaskKind; by: CalendarDay }; added: readonly Task[] },
  by: By,
  at: Date,
): Promise<void> {
  const open = await store.openTasksAbout(tx, { support });
  await closeTasks(
    tx,
    open.filter(({ kind, dueOn }) => done.includes(kind) || (kind === doneIfDue?.kind && dueOn <= doneIfDue.by)),
    by,
    at,
  );
  await putTasks(tx, added, by, at);
  await settle(tx, support, by, at);
}

const supportsIn = (tasks: readonly Task[]): string[] =>
  [...new Set(tasks.map(({ support }) => support).filter((id) => id !== null))].sort();

export async function putTasks(tx: Tx, tasks: readonly Task[], by: By, at: Date): Promise<void> {
  await store.addTasks(tx, tasks);
  await recordEvents(
    tx,
    tasks.map((task) => ({
      type: 'task-added',
      subject: { kind: 'task', id: task.id },
      person: task.person,
      by,
      at,
      data: { kind: task.kind, dueOn: task.dueOn },
    })),
  );
}

export async function closeTasks(tx: Tx, tasks: readonly Task[], by: By, at: Date): Promise<void> {
  await store.finishTasks(
    tx,
    tasks.map(({ id }) => id),
    { at, by: by.kind === 'account' ? by.id : null },
  );
  await recordEvents(
    tx,
    tasks.map((task) => ({
      type: 'task-finished',
      subject: { kind: 'task', id: task.id },
      person: task.person,
      by,
      at,
      data: { kind: task.kind },
    })),
  );
}

/** Works out what is next for a support, and sees to it that there is something. */
export async function settle(tx: Tx, id: string, by: By, at: Date): Promise<void> {
  const support = await holdSupport(tx, id);
  if (!support) return;
  const open = support.stage.name === 'open';
  const tasks = await store.openTasksOf(tx, id);
  const today = dayIn((await thisProgramme(tx)).settings.timeZone, at);
  const review = reviewIfNone({ ...support, open }, tasks, { id: randomUUID(), today, at });
  if (review) await putTasks(tx, [review], by, at);
  await saveNext(tx, id, open ? nextOf(review ? [review] : tasks) : null);
}

type Own = { note: string; dueOn: CalendarDay };

/** What a link worker does with tasks from the page. */
export const taskUses = ({ db, now }: Ports) => ({
  addOwnTask: (asker: Asker, person: string, { note, dueOn }: Own): Promise<Result<Task, NotReached>> =>
    aboutPerson(db, asker, 'support person', person, async (tx) =>
      ok(await addTask(tx, { person, kind: 'own', dueOn, note, owner: asker.id, by: byOf(asker), at: now() })),
    ),

  finishTask: (asker: Asker, person: string, id: string): Promise<Result<Task, NotReached | 'done-already'>> =>
    aboutPerson(db, asker, 'support person', person, async (tx) => {
      const task = await openTaskOf(tx, person, id);
      if (!task.ok) return task;
      await finishTasks(tx, { ids: [id] }, byOf(asker), now());
      return task;
    }),

  moveTask: (asker: Asker, person: string, id: string, dueOn: CalendarDay): Promise<Result<Task, NotReached | 'done-already'>> =>
    aboutPerson(db, asker, 'support person', person, async (tx) => {
      const found = await openTaskOf(tx, person, id);
      if (!found.ok) return found;
      const task = found.value;
      await store.moveTask(tx, id, dueOn);
      await recordEvents(tx, [
        { type: 'task-moved', subject: { kind: 'task', id }, person, by: byOf(asker), at: now(), data: { kind: task.kind, dueOn } },
      ]);
      if (task.support) await settle(tx, task.support, byOf(asker), now());
      return ok({ ...task, dueOn });
    }),
});

async function openTaskOf(tx: Tx, person: string, id: string): Promise<Result<Task, 'not-found' | 'done-already'>> {
  const task = uuid.test(id) ? await store.findTask(tx, id) : undefined;
  if (!task || task.person !== person) return refuse('not-found');
  return task.done ? refuse('done-already') : ok(task);
}
