import { type Action, type Asker, mayAtAll } from '../../identity/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { refuse, type Result } from '../../platform/result.ts';

export type NotReached = 'not-found' | 'not-yours';

type ToQueue = { template: string; about: string; to: { address: string } | { account: string }; at: Date };
export type Post = { queue(tx: Tx, message: ToQueue): Promise<unknown> };

export const byOf = ({ id }: Pick<Asker, 'id'>): By => ({ kind: 'account', id });

export const todayOf = ({ programme }: Pick<Asker, 'programme'>, at: Date): CalendarDay => dayIn(programme.settings.timeZone, at);

/** Does something that the asker may do in their programme, in one transaction. */
export const within =
  (db: Database) =>
  <T, E = never>(asker: Asker, action: Action, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E | 'not-yours'>> =>
    mayAtAll(asker, action) ? db.inProgramme(asker.programme.id, work) : Promise.resolve(refuse('not-yours'));

type Told = { type: string; kind: string; id: string; by: By; at: Date; data?: Record<string, string | number | boolean | null> };

/** What happened, in the transaction in which it did. */
export const tell = (tx: Tx, { kind, id, ...told }: Told): Promise<void> => recordEvents(tx, [{ ...told, subject: { kind, id } }]);
