import type { Asker } from '../../identity/index.ts';
import { nameOf, peopleById } from '../../people/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as supervision from '../store/supervision.ts';
import { findTask, openTasksOf, ownOpenTasks, reopenTask } from '../store/tasks.ts';
import type { Action } from '../supervision.ts';
import type { Task } from '../task.ts';
import { mayUndo } from '../to-do.ts';
import { aboutPerson, byOf, type NotReached, type Ports, todayFor } from './needs.ts';
import { closeTasks, settle } from './tasks.ts';

export type ToDo = { kind: 'task'; dueOn: CalendarDay; task: Task; name: string } | { kind: 'action'; dueOn: CalendarDay; action: Action };
export type ToDoSeen = { today: CalendarDay; items: readonly ToDo[]; finished: ToDo | undefined };

/** Everything that somebody has to do themselves, about whomever it is. */
export const toDoUses = ({ db, now }: Ports) => ({
  seeToDo: (asker: Asker, finished?: string): Promise<ToDoSeen> =>
    db.inProgramme(asker.programme.id, async (tx) => {
      const tasks = await ownOpenTasks(tx, asker.id, 300);
      const done = finished && uuid.test(finished) ? await findTask(tx, finished) : undefined;
      const undoable = done && mayUndo(done.done, asker.id, now()) ? done : undefined;
      const people = await peopleById(
        tx,
        [...tasks, ...(undoable ? [undoable] : [])].map(({ person }) => person),
      );
      const line = (task: Task): ToDo[] => {
        const person = people.get(task.person);
        return person ? [{ kind: 'task', dueOn: task.dueOn, task, name: nameOf(person) }] : [];
      };
      const actions = (await supervision.openActionsOf(tx, asker.id)).map((action): ToDo => ({
        kind: 'action',
        dueOn: action.dueOn,
        action,
      }));
      const items = [...tasks.flatMap(line), ...actions].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
      const action = finished && uuid.test(finished) ? await supervision.doneAction(tx, asker.id, finished) : undefined;
      const undone = undoable ? line(undoable)[0] : action && { kind: 'action' as const, dueOn: action.dueOn, action };
      return { today: todayFor(asker, now()), items, finished: undone };
    }),

  /** Takes back a “done”, and the review that was made only because nothing was left. */
  undoTask: (asker: Asker, id: string): Promise<Result<Task, NotReached | 'too-late'>> =>
    db
      .inProgramme(asker.programme.id, (tx) => (uuid.test(id) ? findTask(tx, id) : Promise.resolve(undefined)))
      .then((found) =>
        found
          ? aboutPerson(db, asker, 'support person', found.person, async (tx): Promise<Result<Task, 'too-late' | 'not-found'>> => {
              const task = await findTask(tx, id);
              if (!task?.done || !mayUndo(task.done, asker.id, now())) return refuse('too-late');
              const made = task.support
                ? (await openTasksOf(tx, task.support)).filter(
                    ({ kind, addedAt }) => kind === 'review' && addedAt.getTime() === task.done!.at.getTime(),
                  )
                : [];
              await reopenTask(tx, id);
              await recordEvents(tx, [
                {
                  type: 'task-reopened',
                  subject: { kind: 'task', id },
                  person: task.person,
                  by: byOf(asker),
                  at: now(),
                  data: { kind: task.kind },
                },
              ]);
              await closeTasks(tx, made, byOf(asker), now());
              if (task.support) await settle(tx, task.support, byOf(asker), now());
              return ok({ ...task, done: null });
            })
          : Promise.resolve(refuse('not-found' as const)),
      ),

  finishAction: (asker: Asker, id: string, done: boolean): Promise<boolean> =>
    db.inProgramme(
      asker.programme.id,
      async (tx) => uuid.test(id) && (await supervision.setActionDone(tx, asker.id, id, done ? now() : null)),
    ),

  moveAction: (asker: Asker, id: string, dueOn: CalendarDay): Promise<boolean> =>
    db.inProgramme(asker.programme.id, async (tx) => uuid.test(id) && (await supervision.setActionDay(tx, asker.id, id, dueOn))),
});
