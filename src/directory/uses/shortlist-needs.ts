import type { Asker } from '../../identity/index.ts';
import type { ToQueue } from '../../messages/index.ts';
import { mayBeSent, nameOf, type Person, personWithin } from '../../people/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type ShownService, shownService } from '../shown-service.ts';
import type { Shortlist } from '../shortlist.ts';
import { servicesById } from '../store/read.ts';
import { findShortlist } from '../store/shortlists.ts';
import { momentFor } from './needs.ts';

export type ShortlistPorts = {
  db: Database;
  now: () => Date;
  post: { queue(tx: Tx, letter: ToQueue): Promise<unknown> };
  limits: { guesses: RateLimit };
};

export type ListPerson = { id: string; name: string; mayMail: boolean };
export type OpenList = { list: Shortlist; person: Person | undefined };

/** A list within the asker's reach: their own, or one of a person whom they may see. The same refusal for every other. */
export async function listWithin(tx: Tx, asker: Asker, id: string, which = { removed: false }): Promise<Result<OpenList, 'not-found'>> {
  const list = uuid.test(id) ? await findShortlist(tx, id, which) : undefined;
  if (!list) return refuse('not-found');
  if (!list.person) return list.account === asker.id ? ok({ list, person: undefined }) : refuse('not-found');
  const person = await personWithin(tx, asker, 'see person', list.person);
  return person.ok ? ok({ list, person: person.value }) : refuse('not-found');
}

/** Somebody may be written to at their own address only when they have said that email is safe. */
export const mayMail = (person: Person): boolean => mayBeSent(person, 'email');

export const toListPerson = (person: Person): ListPerson => ({ id: person.id, name: nameOf(person), mayMail: mayMail(person) });

/** The services of a list in its order. One that has gone from the directory is left out. */
export async function servicesOf(
  tx: Tx,
  programme: Asker['programme'],
  list: Shortlist,
  now: Date,
): Promise<{ service: ShownService; note: string; rowVersion: number }[]> {
  const found = await servicesById(
    tx,
    list.items.map(({ service }) => service),
  );
  const byId = new Map(found.map((service) => [service.id, service]));
  const moment = momentFor({ programme }, now);
  return list.items.flatMap(({ service, note, rowVersion }) => {
    const known = byId.get(service);
    return known ? [{ service: shownService(known, moment), note, rowVersion }] : [];
  });
}

type ListEvent =
  'shortlist-begun' | 'shortlist-removed' | 'shortlist-restored' | 'shortlist-shared' | 'shortlist-closed' | 'shortlist-mailed';

export const noteList = (tx: Tx, asker: Asker, list: Pick<Shortlist, 'id' | 'person'>, type: ListEvent, at: Date): Promise<void> =>
  recordEvents(tx, [
    {
      type,
      subject: { kind: 'shortlist', id: list.id },
      ...(list.person && { person: list.person }),
      by: { kind: 'account', id: asker.id },
      at,
    },
  ]);
