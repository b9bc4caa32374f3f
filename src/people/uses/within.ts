import { type Asker, may } from '../../identity/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Person } from '../person.ts';
import { findPerson, teamsKnowing } from '../store.ts';

export type NotReached = 'not-found' | 'not-yours';
type Action = 'see person' | 'support person' | 'connect' | 'measure';

/** The person, if this asker's reach covers one of the teams that know them. For other modules, inside their transaction. */
export async function personWithin(tx: Tx, asker: Asker, action: Action, id: string): Promise<Result<Person, NotReached>> {
  const person = await findPerson(tx, id);
  if (!person) return refuse('not-found');
  const teams = await teamsKnowing(tx, id);
  return teams.some((team) => may(asker, action, { team })) ? ok(person) : refuse('not-yours');
}

/** Does something about a person whom the asker's team knows, in one transaction. */
export function about<T, E>(
  db: Database,
  asker: Asker,
  action: Action,
  id: string,
  work: (tx: Tx, person: Person) => Promise<Result<T, E>>,
): Promise<Result<T, E | NotReached>> {
  if (!uuid.test(id)) return Promise.resolve(refuse('not-found'));
  return db.inProgramme(asker.programme.id, async (tx): Promise<Result<T, E | NotReached>> => {
    const found = await personWithin(tx, asker, action, id);
    return found.ok ? work(tx, found.value) : found;
  });
}
