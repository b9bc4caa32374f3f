import type { Tx } from '../../platform/database.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { addSession } from '../store.ts';

const lasts = 12 * 3600;

/** `lasts` in seconds: told so, the cookie ends with it even where the browser's clock is wrong. */
export type Session = { token: string; lasts: number };

/** Signs an account in, for twelve hours at most. */
export async function startSession(tx: Tx, account: string, at: Date): Promise<Session> {
  const token = newToken();
  await addSession(tx, account, hashOf(token), at, new Date(at.getTime() + lasts * 1000));
  return { token, lasts };
}
