import type { Database } from './platform/database.ts';
import { openRateLimit } from './platform/rate-limit.ts';

/** How often anybody may try what could be abused. */
export const openLimits = (db: Database) => ({
  address: openRateLimit(db, 'sign-in-address', { tries: 6, perSeconds: 600 }),
  machine: openRateLimit(db, 'sign-in-machine', { tries: 60, perSeconds: 600 }),
  guesses: openRateLimit(db, 'reply-guess', { tries: 20, perSeconds: 900 }),
  newLinks: openRateLimit(db, 'reply-link', { tries: 3, perSeconds: 86_400 }),
  forgottenAddress: openRateLimit(db, 'forgotten-address', { tries: 3, perSeconds: 3600 }),
  forgottenMachine: openRateLimit(db, 'forgotten-machine', { tries: 20, perSeconds: 3600 }),
  publicSearches: openRateLimit(db, 'public-searches', { tries: 600, perSeconds: 600 }),
  publicGaps: openRateLimit(db, 'public-gaps', { tries: 30, perSeconds: 3600 }),
  asking: openRateLimit(db, 'asking', { tries: 10, perSeconds: 3600 }),
  suggesting: openRateLimit(db, 'suggesting', { tries: 10, perSeconds: 3600 }),
});
