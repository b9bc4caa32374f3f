import { type Asker, type Colleague, mayAtAll, reach, teamMembers } from '../../identity/index.ts';
import { type Person, personWithin } from '../../people/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import { refuse, type Result } from '../../platform/result.ts';
import type { Kind, WhyNotThere } from '../appointment.ts';

type ToQueue = { template: string; about: string; person: string; to: { person: string }; at: Date };
export type Post = {
  queue(tx: Tx, message: ToQueue): Promise<unknown>;
  /** Stops what has not been sent yet about a thing. */
  stopFor(tx: Tx, which: { about: string }): Promise<unknown>;
};

/** Somebody was not there: a try that counts towards reaching them, as kindly as any other. */
export type NotThere = { person: string; by: string; kind: Kind; at: Date; why: WhyNotThere; note: string; againOn: string | null };
export type Ports = {
  db: Database;
  now: () => Date;
  post: Post;
  /** Answers whether their support is open, and so whether it was noted. */
  noteTry(tx: Tx, asker: Asker, tried: NotThere): Promise<boolean>;
  everyProgramme: () => Promise<string[]>;
  limits: { guesses: RateLimit };
};

export type NotReached = 'not-found' | 'not-yours';
export const byOf = (asker: Asker): By => ({ kind: 'account', id: asker.id });
export const aboutIt = (id: string) => ({ kind: 'appointment' as const, id });

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

/** Those whose calendars the asker may keep: themselves, and their team. */
export async function colleaguesOf(tx: Tx, asker: Asker): Promise<Colleague[]> {
  if (!mayAtAll(asker, 'keep calendar') || !asker.team) return [];
  const members = await teamMembers(tx, asker.team);
  return reach(asker, 'keep calendar') === 'own' ? members.filter(({ id }) => id === asker.id) : members;
}
