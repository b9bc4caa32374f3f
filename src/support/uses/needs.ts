import type { Asker } from '../../identity/index.ts';
import { type Person, personWithin } from '../../people/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import { refuse, type Result } from '../../platform/result.ts';
import type { Words } from '../../../locales/en/index.ts';

type State = Parameters<Words['connections']['state']>;

/** A line about a connection: the service, how it stands and since when. A restricted one stays out of letters. */
export type ConnectionLine = { id: string; service: string; status: State[0]; kind: State[1]; statusAt: Date; restricted: boolean };

/** What support needs of others; compose.ts passes them in. */
export type Post = {
  queue(tx: Tx, message: { template: string; about: string; person?: string; to: { account: string }; at: Date }): Promise<unknown>;
};
export type ConnectionsOfPerson = { ofPerson(tx: Tx, person: string): Promise<readonly ConnectionLine[]> };
export type Ports = { db: Database; now: () => Date; post: Post; connections: ConnectionsOfPerson };

export type NotReached = 'not-found' | 'not-yours';

export const byOf = (asker: Asker): By => ({ kind: 'account', id: asker.id });
export const todayFor = (asker: Asker, now: Date): CalendarDay => dayIn(asker.programme.settings.timeZone, now);

/** Does something about a person whom the asker's team knows, in one transaction. */
export function aboutPerson<T, E>(
  db: Database,
  asker: Asker,
  action: 'see person' | 'support person',
  person: string,
  work: (tx: Tx, person: Person) => Promise<Result<T, E>>,
): Promise<Result<T, E | NotReached>> {
  if (!uuid.test(person)) return Promise.resolve(refuse('not-found'));
  return db.inProgramme(asker.programme.id, async (tx): Promise<Result<T, E | NotReached>> => {
    const found = await personWithin(tx, asker, action, person);
    return found.ok ? work(tx, found.value) : found;
  });
}
