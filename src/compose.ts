import type { Context } from 'hono';
import { openIdentity } from './identity/index.ts';
import type { Database } from './platform/database.ts';
import type { Jobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import { openRateLimit } from './platform/rate-limit.ts';

export type Ground = { db: Database; jobs: Jobs; log: Log; now: () => Date; publicUrl: string; machineOf: (c: Context) => string };
export type Modules = ReturnType<typeof compose>;

/** Opens every module, in the order in which they need each other. */
export function compose(ground: Ground) {
  const { db, now } = ground;
  const limits = {
    address: openRateLimit(db, 'sign-in-address', { tries: 6, perSeconds: 600 }),
    machine: openRateLimit(db, 'sign-in-machine', { tries: 60, perSeconds: 600 }),
  };
  const identity = openIdentity({ db, now, limits });
  return { ...ground, identity };
}
