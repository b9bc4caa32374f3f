import type { Context } from 'hono';
import type { Notify } from './messages/index.ts';
import type { Tiles } from './platform/config.ts';
import type { Database } from './platform/database.ts';
import type { Jobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';

/** What every module stands on. */
export type Ground = {
  db: Database;
  jobs: Jobs;
  notify: Notify;
  log: Log;
  now: () => Date;
  publicUrl: string;
  machineOf: (c: Context) => string;
  tiles?: Tiles | undefined;
};
