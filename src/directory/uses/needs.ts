import { type Action, type Asker, may } from '../../identity/index.ts';
import type { Database, Tx } from '../../platform/database.ts';
import type { Moment } from '../found.ts';
import type { Need } from '../need.ts';
import { clockIn } from '../schedule.ts';

/** What of a person a search is filled in with. `place` is a postcode or a town, '' when not known; `accessNeeds` and the language they want an interpreter for, as they were written down. */
export type PersonNeeds = {
  name: string;
  age: number | null;
  place: string;
  needs: readonly Need[];
  accessNeeds?: string;
  interpreter?: string;
};

/** Whoever knows people answers this. */
export type PersonPlace = (tx: Tx, asker: Asker, person: string) => Promise<PersonNeeds | 'not-yours' | undefined>;

export type Ports = { db: Database; now: () => Date; personPlace: PersonPlace };

export const momentFor = ({ programme: { settings } }: Pick<Asker, 'programme'>, now: Date): Moment => ({
  now,
  clock: clockIn(settings.timeZone, now),
  holidays: settings.holidays,
});

/** Work in the asker's programme, for an action that the door has let them through for. */
export function asAsker<T>({ db }: Pick<Ports, 'db'>, asker: Asker, action: Action, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!may(asker, action, {})) throw new Error(`The door let somebody through who may not ${action}.`);
  return db.inProgramme(asker.programme.id, work);
}
