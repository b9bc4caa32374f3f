import { accountsById, allTeams } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { Connection } from '../connection.ts';

/** Whom an organisation can ask, and on which number. */
export type Worker = { name: string; phone: string | null };

export async function workerOf(tx: Tx, { linkWorker }: Connection): Promise<Worker | undefined> {
  const worker = (await accountsById(tx, [linkWorker])).get(linkWorker);
  return worker && { name: worker.name, phone: (await allTeams(tx)).find(({ id }) => id === worker.team)?.phone ?? null };
}
