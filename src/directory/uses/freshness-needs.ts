import type { Asker, Programme } from '../../identity/index.ts';
import { accountsById } from '../../identity/index.ts';
import type { ToQueue } from '../../messages/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Database, Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import type { From } from '../suggestion.ts';
import { organisationsById } from '../store/read.ts';

export type FreshnessPorts = {
  db: Database;
  now: () => Date;
  post: {
    queue(tx: Tx, letter: ToQueue): Promise<unknown>;
    /** Those of these things about which a letter could not be sent. */
    failedAbout(tx: Tx, ids: readonly string[]): Promise<Set<string>>;
  };
  everyProgramme: () => Promise<string[]>;
  limits: { guesses: RateLimit; newLinks: RateLimit };
};

export const todayOf = ({ programme: { settings } }: { programme: Pick<Programme, 'settings'> }, now: Date) =>
  dayIn(settings.timeZone, now);
export const byOf = (from: From): By => (from.kind === 'public' ? { kind: 'system' } : { kind: from.kind, id: from.id });
export const byAsker = (asker: Asker): By => ({ kind: 'account', id: asker.id });

/** What people and organisations are called, by their ids; who has left nothing to call them by is not among them. */
export async function namesOf(
  tx: Tx,
  ids: { accounts: readonly (string | null)[]; organisations: readonly string[] },
): Promise<Map<string, string>> {
  const accounts = await accountsById(
    tx,
    ids.accounts.filter((id) => id !== null),
  );
  const organisations = ids.organisations.length ? await organisationsById(tx, ids.organisations) : [];
  return new Map([
    ...[...accounts].map(([id, { name }]) => [id, name] as const),
    ...organisations.map(({ id, name }) => [id, name] as const),
  ]);
}
