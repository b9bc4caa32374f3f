import { openConnections } from '../../src/connections/index.ts';
import type { Database } from '../../src/platform/database.ts';
import { openRateLimit } from '../../src/platform/rate-limit.ts';
import { programme } from '../programme.ts';

/** Counts how services have answered, as a job does every few minutes, so that the first who looks sees it. */
export async function measureServices(db: Database, now: Date): Promise<void> {
  const none = () => Promise.resolve();
  const limit = openRateLimit(db, 'demo', { tries: 1, perSeconds: 1 });
  const connections = openConnections({
    agreementWith: () => Promise.resolve('fine'),
    db,
    now: () => now,
    post: { queue: none, stopFor: () => Promise.resolve(0) },
    toDo: { addTask: none, finishTasks: none },
    noteRoom: none,
    pauseFull: none,
    everyProgramme: () => Promise.resolve([programme.id]),
    limits: { guesses: limit, newLinks: limit },
  });
  await connections.handlers['measure-services']();
}
