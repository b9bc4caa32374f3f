import type { Asker } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import * as core from '../connection.ts';
import { isOpen } from '../status.ts';
import { connectionsOf, holdConnection } from '../store/connections.ts';
import { type Needs, rulesOf } from './needs.ts';
import { save } from './save.ts';

/** For whoever writes down that a person has died: calls off all that is open, in words that give no reason away. Answers which. */
export const openCallingOff =
  ({ now, post, toDo }: Pick<Needs, 'now' | 'post' | 'toDo'>) =>
  async (tx: Tx, asker: Asker, person: string): Promise<string[]> => {
    const by = { kind: 'account' as const, id: asker.id };
    const called: string[] = [];
    for (const { id, status } of await connectionsOf(tx, person)) {
      const before = isOpen(status) ? await holdConnection(tx, id) : undefined;
      const change = before && core.cancel(before, { reason: 'no-longer-needed', note: '' }, now());
      if (!before || !change?.ok) continue;
      await save(tx, change.value, rulesOf(asker.programme), { by, at: now() });
      await toDo.finishTasks(tx, id, by, now());
      const unsent = await post.stopFor(tx, { about: id });
      const unknown = unsent > 0 && before.status === 'requested' && !before.nudgedAt;
      if (before.kind === 'asked' && !unknown)
        await post.queue(tx, { template: 'connection-cancelled', about: id, person, to: { service: before.service }, at: now() });
      called.push(id);
    }
    return called;
  };
