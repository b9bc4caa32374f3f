import { may } from '../policy.ts';
import type { Asker } from '../asker.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { type EventData, recordEvents } from '../../platform/events.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';

/** Queues a letter in the caller's transaction; whoever sends letters fills it. */
export type Post = { queue(tx: Tx, letter: { template: string; about: string; to: { account: string }; at: Date }): Promise<unknown> };

export type Choice = { id: string; name: string };

export type Ports = {
  db: Database;
  now: () => Date;
  post: Post;
  /** How many people this account supports at present. */
  openWorkOf: (tx: Tx, account: string) => Promise<number>;
  /** Whoever looks after people hears, in the same transaction, that somebody came, went or changed what they do. */
  accountChanged: (tx: Tx, account: string, at: Date) => Promise<void>;
  /** The community organisations that an account can belong to. */
  organisations: (tx: Tx) => Promise<Choice[]>;
  limits: { address: RateLimit; machine: RateLimit };
};

export const mayManage = (asker: Asker): boolean => may(asker, 'manage accounts', {});

/** Names what changed by ids and fields only: who works here is not for the log to tell. */
export const noteChange = (tx: Tx, asker: Asker, at: Date, type: string, subject: { kind: string; id: string }, data: EventData = {}) =>
  recordEvents(tx, [{ type, subject, by: { kind: 'account', id: asker.id }, at, data }]);

/** The work's answer, or this one when another row has the same unique value: addresses are unique over all programmes, most of which cannot be seen. */
export async function unlessTaken<T, U>(work: Promise<T>, taken: U): Promise<T | U> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return taken;
    throw error;
  }
}
