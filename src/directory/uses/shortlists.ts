import { randomUUID } from 'node:crypto';
import { type Asker, may } from '../../identity/index.ts';
import { personWithin } from '../../people/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { mostItems, moved, type Shortlist } from '../shortlist.ts';
import type { ShownService } from '../shown-service.ts';
import { servicesById } from '../store/read.ts';
import * as store from '../store/shortlists.ts';
import { sharingUses } from './shortlist-sharing.ts';
import { type ListPerson, listWithin, noteList, type OpenList, servicesOf, type ShortlistPorts, toListPerson } from './shortlist-needs.ts';

export type Lists = { own: Shortlist[]; ofPeople: { list: Shortlist; person: ListPerson }[] };
export type SeenList = {
  list: Shortlist;
  person: ListPerson | undefined;
  services: { service: ShownService; note: string; rowVersion: number }[];
  links: { count: number; until: Date | null };
};

const day = 86_400_000;

/** Collecting services, for oneself to show to others or for a person whom one supports. */
export function openShortlists(ports: ShortlistPorts) {
  const { db, now } = ports;

  const within = <T>(asker: Asker, work: (tx: Tx) => Promise<T>): Promise<T> => {
    if (!may(asker, 'keep shortlists', {})) throw new Error('The door let somebody through who may not keep shortlists.');
    return db.inProgramme(asker.programme.id, work);
  };
  const onList = <T, E = never>(
    asker: Asker,
    id: string,
    work: (tx: Tx, open: OpenList) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | 'not-found'>> =>
    within(asker, async (tx): Promise<Result<T, E | 'not-found'>> => {
      const open = await listWithin(tx, asker, id);
      return open.ok ? work(tx, open.value) : open;
    });

  return {
    ...sharingUses(ports, onList),

    lists: (asker: Asker): Promise<Lists> =>
      within(asker, async (tx) => {
        const theirs: Lists['ofPeople'] = [];
        for (const { id } of await store.peopleWithLists(tx, asker.id)) {
          const open = await listWithin(tx, asker, id);
          if (open.ok && open.value.person) theirs.push({ list: open.value.list, person: toListPerson(open.value.person) });
        }
        return { own: await store.shortlistsOf(tx, { account: asker.id }), ofPeople: theirs };
      }),

    /** The lists to which a service may be added: a person's, or the asker's own. */
    listsFor: (asker: Asker, person: string | null): Promise<Shortlist[]> =>
      within(asker, async (tx) => {
        if (person === null) return store.shortlistsOf(tx, { account: asker.id });
        const known = await personWithin(tx, asker, 'see person', person);
        return known.ok ? store.shortlistsOf(tx, { person }) : [];
      }),

    begin: (asker: Asker, name: string): Promise<string> =>
      within(asker, async (tx) => {
        const list = await addNew(tx, asker, name, null, now());
        return list.id;
      }),

    /** Adds a service to a list, or to a new one of that name where none is given. */
    add: (
      asker: Asker,
      { list: id, name, service, person }: { list: string | null; name: string; service: string; person: string | null },
    ): Promise<Result<string, 'not-found' | 'full'>> =>
      within(asker, async (tx) => {
        const [known] = uuid.test(service) ? await servicesById(tx, [service]) : [];
        if (!known) return refuse('not-found');
        if (person !== null && !(uuid.test(person) && (await personWithin(tx, asker, 'see person', person)).ok)) return refuse('not-found');
        const open = id === null ? undefined : await listWithin(tx, asker, id);
        if (open && (!open.ok || open.value.list.person !== person)) return refuse('not-found');
        const list = open?.ok ? open.value.list : await addNew(tx, asker, name, person, now());
        if (list.items.length >= mostItems && !list.items.some((item) => item.service === service)) return refuse('full');
        await store.addItem(tx, list.id, service);
        return ok(list.id);
      }),

    see: (asker: Asker, id: string): Promise<Result<SeenList, 'not-found'>> =>
      onList(asker, id, async (tx, { list, person }) =>
        ok({
          list,
          person: person && toListPerson(person),
          services: await servicesOf(tx, asker.programme, list, now()),
          links: await store.linksOf(tx, list.id, now()),
        }),
      ),

    /** A list that was taken away, so that it can be put back. */
    removed: (asker: Asker, id: string): Promise<Shortlist | undefined> =>
      within(asker, async (tx) => {
        const gone = await listWithin(tx, asker, id, { removed: true });
        return gone.ok ? gone.value.list : undefined;
      }),

    rename: (asker: Asker, id: string, name: string, version: number): Promise<Result<null, 'not-found' | 'stale'>> =>
      onList(asker, id, async (tx) => ((await store.renameShortlist(tx, id, name, version)) ? ok(null) : refuse('stale' as const))),

    remove: (asker: Asker, id: string): Promise<Result<null, 'not-found'>> =>
      onList(asker, id, async (tx, { list }) => {
        await store.setShortlistRemoved(tx, id, now());
        await noteList(tx, asker, list, 'shortlist-removed', now());
        return ok(null);
      }),

    restore: (asker: Asker, id: string): Promise<Result<null, 'not-found'>> =>
      within(asker, async (tx) => {
        const gone = await listWithin(tx, asker, id, { removed: true });
        if (!gone.ok) return gone;
        await store.setShortlistRemoved(tx, id, null);
        await noteList(tx, asker, gone.value.list, 'shortlist-restored', now());
        return ok(null);
      }),

    saveNote: (asker: Asker, id: string, service: string, note: string, version: number): Promise<Result<null, 'not-found' | 'stale'>> =>
      onList(asker, id, async (tx, { list }) => {
        if (!list.items.some((item) => item.service === service)) return refuse('not-found' as const);
        return (await store.saveNote(tx, id, service, note, version)) ? ok(null) : refuse('stale' as const);
      }),

    move: (asker: Asker, id: string, service: string, step: 'up' | 'down'): Promise<Result<null, 'not-found'>> =>
      onList(asker, id, async (tx, { list }) => {
        const order = list.items.map((item) => item.service);
        if (!order.includes(service)) return refuse('not-found' as const);
        await store.reorder(tx, id, moved(order, service, step));
        return ok(null);
      }),

    takeOff: (asker: Asker, id: string, service: string): Promise<Result<null, 'not-found'>> =>
      onList(asker, id, async (tx) =>
        uuid.test(service) && (await store.setItemRemoved(tx, id, service, now())) ? ok(null) : refuse('not-found' as const),
      ),

    putBack: (asker: Asker, id: string, service: string): Promise<Result<null, 'not-found'>> =>
      onList(asker, id, async (tx) =>
        uuid.test(service) && (await store.setItemRemoved(tx, id, service, null)) ? ok(null) : refuse('not-found' as const),
      ),

    /** Forgets what was taken away a month ago, and the addresses of mails that have long gone. */
    forgetOld: (programme: string): Promise<void> =>
      db.inProgramme(programme, (tx) =>
        store.forgetShortlistsBefore(tx, {
          removed: new Date(now().getTime() - 30 * day),
          mailed: new Date(now().getTime() - 7 * day),
        }),
      ),
  };
}

async function addNew(tx: Tx, asker: Asker, name: string, person: string | null, at: Date): Promise<Shortlist> {
  const list = { id: randomUUID(), name, account: asker.id, person, madeAt: at };
  await store.addShortlist(tx, list);
  await noteList(tx, asker, list, 'shortlist-begun', at);
  return { ...list, rowVersion: 1, items: [] };
}
