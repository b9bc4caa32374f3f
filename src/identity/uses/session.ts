import type { Tx } from '../../platform/database.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { addSession } from '../store.ts';

const hour = 3_600_000;

export type Session = { token: string; endsAt: Date };

/** Signs an account in, for twelve hours at most. */
export async function startSession(tx: Tx, account: string, at: Date): Promise<Session> {
  const token = newToken();
  const endsAt = new Date(at.getTime() + 12 * hour);
  await addSession(tx, account, hashOf(token), at, endsAt);
  return { token, endsAt };
}
