import { addDays, type CalendarDay } from '../../src/platform/calendar.ts';
import type { By } from '../../src/platform/events.ts';
import { nextOf, reviewAfterDays, type Task, type TaskKind } from '../../src/support/index.ts';
import { account, currentSupport, dayOf, type Path, replaceLast, tell } from './path.ts';

export type NewTask = { kind: TaskKind; dueOn: CalendarDay; note?: string; about?: Task['about'] };

const openSupport = (path: Path) => (currentSupport(path)?.stage.name === 'open' ? currentSupport(path) : undefined);

export function putTask(path: Path, task: Task, by: By, at: Date): void {
  path.tasks.push(task);
  tell(path, 'task-added', { kind: 'task', id: task.id }, by, at, { kind: task.kind, dueOn: task.dueOn });
}

export function addTask(path: Path, { kind, dueOn, note = '', about = null }: NewTask, by: By, at: Date): void {
  const support = openSupport(path)?.id ?? null;
  const owner = currentSupport(path).linkWorker;
  putTask(
    path,
    { id: path.world.random.uuid(), person: path.person.id, support, owner, kind, about, dueOn, note, addedAt: at, done: null },
    by,
    at,
  );
}

export function finishTasks(path: Path, which: (task: Task) => boolean, by: By, at: Date): void {
  path.tasks = path.tasks.map((task) => {
    if (task.done || !which(task)) return task;
    tell(path, 'task-finished', { kind: 'task', id: task.id }, by, at, { kind: task.kind });
    return { ...task, done: { at, by: by.kind === 'account' ? by.id : null } };
  });
}

/** An open support always has something next. */
export function settle(path: Path, by: By, at: Date): void {
  const support = openSupport(path);
  const open = () => path.tasks.filter((task) => !task.done && task.support === support?.id);
  if (support && !open().length) addTask(path, { kind: 'review', dueOn: addDays(dayOf(path, at), reviewAfterDays) }, by, at);
  if (path.supports.length) replaceLast(path.supports, { ...currentSupport(path), next: support ? nextOf(open()) : null });
}

/** Something that the link worker wants to do. */
export function remind(path: Path, at: Date, note: string, dueOn: CalendarDay): void {
  const by = account(currentSupport(path).linkWorker);
  addTask(path, { kind: 'own', dueOn, note }, by, at);
  settle(path, by, at);
}

/** The step that was next has been taken. */
export function takeNextStep(path: Path, at: Date): void {
  const by = account(currentSupport(path).linkWorker);
  finishTasks(path, ({ kind }) => kind === 'next-step', by, at);
  settle(path, by, at);
}
