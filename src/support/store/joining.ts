import type { Tx } from '../../platform/database.ts';
import type { Support } from '../support.ts';
import { tables } from './tables.ts';

/** What was still to be done in one support is to be done in another. */
export async function giveTasksTo(tx: Tx, from: string, { id, linkWorker }: Pick<Support, 'id' | 'linkWorker'>): Promise<void> {
  await tables(tx)
    .updateTable('task')
    .set({ support_id: id, owner_id: linkWorker })
    .where('support_id', '=', from)
    .where('done_at', 'is', null)
    .execute();
}
