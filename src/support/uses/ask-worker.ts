import { thisProgramme } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { supportsOf } from '../store/supports.ts';
import { currentOf } from '../support.ts';
import type { TaskKind } from '../task.ts';
import { addTask } from './tasks.ts';

type Asked = { person: string; kind: TaskKind; about?: { kind: string; id: string }; at: Date };

/** For other modules: something for today, for whoever supports somebody or did last. False when nobody ever has. */
export async function askWorker(tx: Tx, { at, ...asked }: Asked): Promise<boolean> {
  if (!currentOf(await supportsOf(tx, asked.person))) return false;
  const dueOn = dayIn((await thisProgramme(tx)).settings.timeZone, at);
  await addTask(tx, { ...asked, dueOn, at });
  return true;
}
