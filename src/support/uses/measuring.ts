import type { Tx } from '../../platform/database.ts';
import { planOf } from '../store/plans.ts';
import { supportsOf } from '../store/supports.ts';
import { currentOf } from '../support.ts';

/** What measures need to know of somebody's support: when it was, whose it is, and the goals that they are on the way to. */
export type BeingMeasured = {
  support: { id: string; startedAt: Date; closedAt: Date | null; linkWorker: string; team: string } | undefined;
  goals: readonly string[];
};

export async function beingMeasured(tx: Tx, person: string): Promise<BeingMeasured> {
  const support = currentOf(await supportsOf(tx, person));
  const plan = await planOf(tx, person);
  const closedAt = support?.stage.name === 'closed' ? support.stage.at : null;
  return {
    support: support && { id: support.id, startedAt: support.startedAt, closedAt, linkWorker: support.linkWorker, team: support.team },
    goals: (plan?.goals ?? []).filter(({ status }) => status !== 'set-aside').map(({ words }) => words),
  };
}
