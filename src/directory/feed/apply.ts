import type { Tx } from '../../platform/database.ts';
import type { Organisation, Service } from '../service.ts';
import * as feeds from '../store/feeds.ts';
import { servicesById } from '../store/read.ts';
import { putOrganisations, putServices } from '../store/save.ts';
import type { Shelf, Staged } from './staging.ts';

export type Tally = { added: number; changed: number; unchanged: number };
export type Applied = { organisations: Tally; services: Tally; vanished: number };

type Ask = { feed: string; at: Date; dryRun: boolean; privateLocations: ReadonlySet<string>; onProgress: (applied: number) => void };

/** Saves what is new and what has changed. Nothing is removed because a feed no longer has it. */
export async function applyStaged(
  tx: Tx,
  stage: { organisations: Shelf<Staged<Organisation>>; services: Shelf<Staged<Service>> },
  ask: Ask,
): Promise<Applied> {
  await feeds.waitForTurn(tx);
  const before = await feeds.countOfFeed(tx, ask.feed);
  const hiddenBefore = await feeds.privateAmong(tx, [...ask.privateLocations]);
  const organisations = await applyKind(tx, 'organisation', stage.organisations, ask, putOrganisations);
  const services = await applyKind(tx, 'service', stage.services, ask, async (_tx, changed, there) => {
    const present = new Map((await servicesById(tx, there)).map((service) => [service.id, service]));
    const hidden = await feeds.privateAmong(
      tx,
      changed.flatMap(({ locations }) => locations.map(({ id }) => id)),
    );
    const isHidden = (id: string) => ask.privateLocations.has(id) || hidden.has(id);
    await putServices(
      tx,
      changed.map((service) => ({
        ...service,
        capacity: latestRoom(service.capacity, present.get(service.id)?.capacity ?? null),
        locations: service.locations.map((location) => (isHidden(location.id) ? { ...location, private: true } : location)),
      })),
    );
  });
  if (!ask.dryRun)
    await feeds.relistAt(
      tx,
      [...ask.privateLocations].filter((id) => !hiddenBefore.has(id)),
    );
  return { organisations: organisations.tally, services: services.tally, vanished: before - services.stillThere };
}

/** A service may have told of its room itself, since the feed did. */
const latestRoom = (told: Service['capacity'], known: Service['capacity']): Service['capacity'] => {
  const fromFeed = told && { ...told, updatedAt: new Date(told.updatedAt), expiresAt: new Date(told.expiresAt) };
  return fromFeed && (!known || fromFeed.updatedAt >= known.updatedAt) ? fromFeed : known;
};

async function applyKind<T extends { id: string }>(
  tx: Tx,
  kind: feeds.Kind,
  shelf: Shelf<Staged<T>>,
  { feed, at, dryRun, onProgress }: Ask,
  put: (tx: Tx, values: T[], known: string[]) => Promise<void>,
): Promise<{ tally: Tally; stillThere: number }> {
  const tally = { added: 0, changed: 0, unchanged: 0 };
  let stillThere = 0;
  for await (const batch of shelf.batches()) {
    const ids = batch.map(({ id }) => id);
    const records = await feeds.recordsOf(tx, kind, ids);
    const known = await feeds.knownAmong(tx, kind, ids);
    const changed = batch.filter(({ id, hash }) => !known.has(id) || records.get(id)?.hash !== hash);
    const added = changed.filter(({ id }) => !known.has(id)).length;
    tally.added += added;
    tally.changed += changed.length - added;
    tally.unchanged += batch.length - changed.length;
    stillThere += ids.filter((id) => records.get(id)?.feed === feed).length;
    if (!dryRun) {
      if (changed.length) {
        const there = changed.map(({ id }) => id).filter((id) => known.has(id));
        await put(
          tx,
          changed.map(({ value }) => value),
          there,
        );
      }
      await feeds.markSeen(tx, kind, feed, batch, at);
    }
    if (kind === 'service') onProgress(tally.added + tally.changed + tally.unchanged);
  }
  return { tally, stillThere };
}
