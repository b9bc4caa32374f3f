import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from './database.ts';
import { hashOf } from './secrets.ts';

export type RateLimit = {
  /** Counts one try by this key. Answers 0, or the seconds to wait when there have been too many. */
  take(key: string): Promise<number>;
  forget(key: string): Promise<void>;
};

/** Counted in the database, so that it holds over all processes. Keys are stored as hashes. */
export function openRateLimit(db: Database, name: string, { tries, perSeconds }: { tries: number; perSeconds: number }): RateLimit {
  const query = ({ text, values }: { text: string; values: unknown[] }) =>
    db.asOwner(async (connection) => {
      const { rows } = await connection.executeQuery(CompiledQuery.raw(text, values));
      return { rows, rowCount: rows.length };
    });
  const limiter = new RateLimiterPostgres({
    storeClient: { query },
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points: tries,
    duration: perSeconds,
    clearExpiredByTimeout: false,
  });
  const hidden = (key: string) => hashOf(key).toString('base64url');
  return {
    take: (key) =>
      limiter.consume(hidden(key)).then(
        () => 0,
        (refused: unknown) => {
          if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
          throw refused;
        },
      ),
    forget: async (key) => void (await limiter.delete(hidden(key))),
  };
}
