import { randomUUID } from 'node:crypto';
import { type Asker, type Programme, thisProgramme } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { linkDays, namedIn, type Shortlist } from '../shortlist.ts';
import type { ShownService } from '../shown-service.ts';
import { hiddenAmong } from '../store/public.ts';
import * as store from '../store/shortlists.ts';
import { mayMail, noteList, type OpenList, servicesOf, type ShortlistPorts } from './shortlist-needs.ts';

/** A list as whoever has its link sees it: nothing of whose it is. `name` is empty where it is one person's. */
export type SharedList = {
  programme: Programme;
  name: string;
  services: { service: ShownService; note: string }[];
  sensitive: boolean;
};
export type ShareRefusal = 'empty' | { named: string[] };
export type MailRefusal = ShareRefusal | 'no-consent';

type OnList = <T, E>(
  asker: Asker,
  id: string,
  work: (tx: Tx, open: OpenList) => Promise<Result<T, E>>,
) => Promise<Result<T, E | 'not-found'>>;

const day = 86_400_000;
const token = /^[\w-]{43}$/;

/** Showing a shortlist to others: by a link, or by mail. */
export function sharingUses({ db, now, post, limits }: ShortlistPorts, onList: OnList) {
  return {
    /** A new link to a list, which nobody can be told again; refuses while a note names the person whose list it is. */
    share: (asker: Asker, id: string): Promise<Result<string, ShareRefusal | 'not-found'>> =>
      onList(asker, id, async (tx, { list, person }) => {
        const refusal = mayShare(list, person);
        if (refusal) return refuse(refusal);
        const link = await addLink(tx, list.id, now());
        await noteList(tx, asker, list, 'shortlist-shared', now());
        return ok(link);
      }),

    endLinks: (asker: Asker, id: string): Promise<Result<null, 'not-found'>> =>
      onList(asker, id, async (tx, { list }): Promise<Result<null, never>> => {
        await store.endLinks(tx, id, now());
        await noteList(tx, asker, list, 'shortlist-closed', now());
        return ok(null);
      }),

    /** Queues a mail with a link to the list: to the person themselves, where they have said that email is safe, or to an address. */
    mail: (asker: Asker, id: string, to: 'person' | { address: string }): Promise<Result<null, MailRefusal | 'not-found'>> =>
      onList(asker, id, async (tx, { list, person }): Promise<Result<null, MailRefusal>> => {
        const refusal = mayShare(list, person);
        if (refusal) return refuse(refusal);
        const theirs = to === 'person' || to.address.toLowerCase() === person?.email.toLowerCase();
        if (theirs && !(person && mayMail(person))) return refuse('no-consent');
        const mail = randomUUID();
        const letter = { template: 'shortlist', at: now(), ...(person && { person: person.id }) };
        if (theirs) await post.queue(tx, { ...letter, about: list.id, to: { person: person!.id } });
        else {
          await store.addMail(tx, mail, list.id, to.address, now());
          await post.queue(tx, { ...letter, about: list.id, to: { address: mail } });
        }
        await noteList(tx, asker, list, 'shortlist-mailed', now());
        return ok(null);
      }),

    /** Opens the list of a link. */
    shared: async (given: string): Promise<Result<SharedList, 'unknown' | 'ended'>> => {
      const linked = token.test(given) ? await db.outsideProgrammes((tx) => store.linkedTo(tx, hashOf(given), now())) : undefined;
      if (!linked) return refuse('unknown');
      if (linked.ended) return refuse('ended');
      return db.inProgramme(linked.programme, async (tx) => {
        const list = await store.findShortlist(tx, linked.shortlist);
        return list ? ok(await toShared(tx, list, now())) : refuse('ended');
      });
    },

    countGuess: (machine: string): Promise<number> => limits.guesses.take(machine),
  };
}

/** A link that works for a while. Only its hash is kept. */
export async function addLink(tx: Tx, list: string, at: Date): Promise<string> {
  const link = newToken();
  await store.addLink(tx, list, hashOf(link), at, new Date(at.getTime() + linkDays * day));
  return link;
}

export function mayShare(list: Shortlist, person: Person | undefined): ShareRefusal | undefined {
  if (!list.items.length) return 'empty';
  const named = person ? namedIn(list.items, [person.givenName, person.familyName, person.chosenName]) : [];
  return named.length ? { named } : undefined;
}

async function toShared(tx: Tx, list: Shortlist, now: Date): Promise<SharedList> {
  const programme = await thisProgramme(tx);
  const found = await servicesOf(tx, programme, list, now);
  const hidden = await hiddenAmong(
    tx,
    found.map(({ service }) => service.id),
  );
  const services = found.filter(({ service }) => !hidden.has(service.id)).map(({ service, note }) => ({ service, note }));
  return { programme, name: list.person ? '' : list.name, services, sensitive: services.some(({ service }) => service.sensitive) };
}
