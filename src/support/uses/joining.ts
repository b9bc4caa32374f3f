import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { closeReferral } from '../../referrals/index.ts';
import { giveTasksTo } from '../store/joining.ts';
import { saveSupport, supportsOf } from '../store/supports.ts';
import { close, type Support } from '../support.ts';
import type { Task } from '../task.ts';
import { record } from './begin.ts';
import { byOf, todayFor } from './needs.ts';
import { putTasks, settle } from './tasks.ts';

const isOpen = ({ stage }: Support): boolean => stage.name === 'open';

/** For people, when two records may be of one person: the supports that are open. */
export const openSupportsOf = async (tx: Tx, person: string): Promise<Support[]> => (await supportsOf(tx, person)).filter(isOpen);

/** For calendar: whether they had support, and none of it goes on. */
export async function hasEnded(tx: Tx, person: string): Promise<boolean> {
  const supports = await supportsOf(tx, person);
  return supports.length > 0 && !supports.some(isOpen);
}

/**
 * For people, in the transaction in which two records become one: this support goes on with whatever was to be done in the others, and those
 * are closed. Each link worker concerned is asked to read what is new, unless they did it themselves.
 */
export async function goOnWith(tx: Tx, asker: Asker, person: string, keep: string | undefined, at: Date): Promise<void> {
  const open = await openSupportsOf(tx, person);
  const kept = open.find(({ id }) => id === keep) ?? open[0];
  if (!kept) return;
  const by = byOf(asker);
  for (const support of open.filter(({ id }) => id !== kept.id)) {
    await giveTasksTo(tx, support.id, kept);
    const change = close(support, 'joined', at);
    if (!change.ok) continue;
    await closeReferral(tx, support.referral, 'joined', by, at);
    await saveSupport(tx, change.value.state);
    await record(tx, change.value, by, at);
  }
  const workers = new Set(open.map(({ linkWorker }) => linkWorker).filter((worker) => worker !== asker.id));
  const tasks = [...workers].map((worker): Task => ({
    id: randomUUID(),
    person,
    support: worker === kept.linkWorker ? kept.id : null,
    owner: worker,
    kind: 'records-joined',
    about: null,
    dueOn: todayFor(asker, at),
    note: '',
    addedAt: at,
    done: null,
  }));
  if (tasks.length) await putTasks(tx, tasks, by, at);
  await settle(tx, kept.id, by, at);
}
