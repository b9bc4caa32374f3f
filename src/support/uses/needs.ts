import type { Asker } from '../../identity/index.ts';
import { type Person, personWithin } from '../../people/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import { refuse, type Result } from '../../platform/result.ts';
import type { AgreedTime } from '../appointment.ts';
import type { Words } from '../../../locales/en/index.ts';

type State = Parameters<Words['connections']['state']>;

/** A line about a connection: the service, how it stands and since when. A restricted one stays out of letters. */
export type ConnectionLine = { id: string; service: string; status: State[0]; kind: State[1]; statusAt: Date; restricted: boolean };

/** What support needs of others; compose.ts passes them in. */
export type Post = {
  queue(
    tx: Tx,
    message: { template: string; about: string; person?: string; to: { account: string } | { person: string }; at: Date },
  ): Promise<unknown>;
};
export type ConnectionsOfPerson = { ofPerson(tx: Tx, person: string): Promise<readonly ConnectionLine[]> };
/** What else of a person goes from one worker to another, in the transaction of a handover; `only` when it is taken back. Answers what went. */
type Moving = (tx: Tx, which: { person: string; from: string; to: string; only?: readonly string[] }) => Promise<readonly string[]>;
export type Moves = { connections: Moving; appointments: Moving };
export type AppointmentsOfPerson = {
  next(tx: Tx, person: string, now: Date): Promise<AgreedTime | undefined>;
  find(tx: Tx, person: string, id: string): Promise<AgreedTime | undefined>;
  countAhead(tx: Tx, person: string, now: Date): Promise<number>;
  /** They were not there, and that is noted as a try already. */
  wasNotThere(tx: Tx, asker: Asker, tried: { person: string; id: string; note: string; at: Date }): Promise<void>;
  /** It took place, and this is what was written down of it. */
  becameContact(tx: Tx, asker: Asker, person: string, id: string, contact: string, at: Date): Promise<void>;
};
/** How somebody said that things were, at first and now. `better` is the way in which it moved. */
export type ScoreChange = {
  name: string;
  scale: string;
  from: number;
  to: number;
  better: 'better' | 'worse' | 'same' | 'no-better-or-worse';
};
export type MeasuresOfPerson = {
  changes(tx: Tx, which: { person: string; support: string }, today: CalendarDay): Promise<readonly ScoreChange[]>;
};
export type Ports = {
  appointments: AppointmentsOfPerson;
  measures: MeasuresOfPerson;
  moves: Moves;
  db: Database;
  now: () => Date;
  post: Post;
  connections: ConnectionsOfPerson;
};

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
