import type { Asker } from '../../identity/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { type By, type EventData, recordEvents } from '../../platform/events.ts';

/** Queues a letter to a colleague in the caller's transaction. */
export type Post = { queue(tx: Tx, letter: { template: string; about: string; to: { account: string }; at: Date }): Promise<unknown> };
export type ChangePorts = { db: Database; now: () => Date; post: Post; everyProgramme: () => Promise<string[]> };

const byOf = (asker: Asker): By => ({ kind: 'account', id: asker.id });
export const todayOf = (asker: Asker, now: Date): CalendarDay => dayIn(asker.programme.settings.timeZone, now);

export const note = (tx: Tx, asker: Asker, at: Date, type: string, subject: { kind: string; id: string }, data: EventData = {}) =>
  recordEvents(tx, [{ type, subject, by: byOf(asker), at, data }]);
