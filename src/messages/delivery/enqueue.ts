import type { Tx } from '../../platform/database.ts';
import type { Jobs } from '../../platform/jobs.ts';

export const enqueueDelivery = (jobs: Jobs, tx: Tx, programme: string, message: string, startAfter?: Date): Promise<void> =>
  jobs.enqueue(tx, 'deliver-message', { programme, message }, startAfter ? { startAfter } : {});
