import { thisProgramme } from '../../identity/index.ts';
import { addDays, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import * as shares from '../store/plan-shares.ts';
import { supportsOf } from '../store/supports.ts';
import { tasksOfPerson } from '../store/tasks.ts';
import { currentOf } from '../support.ts';
import { isOpen } from '../task.ts';
import { addTask, closeTasks } from './tasks.ts';

type Stopped = { kind: 'task' | 'plan-link'; id: string | null; what: string };

/** Nothing is to be done for them any more but to bring their support to its end, in the link worker's own time. */
export async function stopSupportTasks(tx: Tx, { person, by, at }: { person: string; by: By; at: Date }): Promise<Stopped[]> {
  const open = (await tasksOfPerson(tx, person)).filter(isOpen);
  await closeTasks(tx, open, by, at);
  const links = await shares.stopShares(tx, person, at);
  const support = currentOf(await supportsOf(tx, person));
  if (support?.stage.name === 'open') {
    const today = dayIn((await thisProgramme(tx)).settings.timeZone, at);
    await addTask(tx, { person, kind: 'after-death', dueOn: addDays(today, 7), by, at });
  }
  return [
    ...open.map(({ id, kind }) => ({ kind: 'task' as const, id, what: kind })),
    ...(links ? [{ kind: 'plan-link' as const, id: null, what: '' }] : []),
  ];
}

/** Who supports somebody, or did last. */
export async function workerOf(tx: Tx, person: string): Promise<{ worker: string; team: string } | undefined> {
  const support = currentOf(await supportsOf(tx, person));
  return support && { worker: support.linkWorker, team: support.team };
}
