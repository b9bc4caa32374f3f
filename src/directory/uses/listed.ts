import type { Programme } from '../../identity/index.ts';
import { uuid } from '../../platform/database.ts';
import type { Location, Organisation } from '../service.ts';
import { type ShownService, shownService } from '../shown-service.ts';
import * as store from '../store/listed.ts';
import { servicesById } from '../store/read.ts';
import { momentFor, type Ports } from './needs.ts';

export type { Listing } from '../store/listed.ts';
/** `changedAt` is null for what has no history yet. */
export type ListedService = { service: ShownService; changedAt: Date | null };
export type ListedPlace = { location: Location; changedAt: Date | null };
export type ListedOrganisation = { organisation: Organisation; changedAt: Date | null };

/** The directory as anybody may read it, thing by thing, for the doors of other standards. Ids that are none find nothing. */
export function listedUses({ db, now }: Pick<Ports, 'db' | 'now'>) {
  return {
    /** A page of services in the order of their ids, and how many there are. `number` counts from 1. */
    listedServices: (
      programme: Programme,
      listing: store.Listing,
      { number, size }: { number: number; size: number },
    ): Promise<{ total: number; found: ListedService[] }> =>
      db.inProgramme(programme.id, async (tx) => {
        const total = await store.listedCount(tx, listing);
        const offset = (number - 1) * size;
        const ids = offset < total && size > 0 ? await store.listedIds(tx, listing, { limit: size, offset, now: now() }) : [];
        const services = await servicesById(
          tx,
          ids.map(({ id }) => id),
        );
        const moment = momentFor({ programme }, now());
        const changes = new Map(ids.map(({ id, changedAt }) => [id, changedAt]));
        return {
          total,
          found: services.map((service) => ({ service: shownService(service, moment), changedAt: changes.get(service.id) ?? null })),
        };
      }),

    listedOrganisation: async (programme: Programme, id: string): Promise<ListedOrganisation | undefined> =>
      uuid.test(id) ? db.inProgramme(programme.id, (tx) => store.listedOrganisation(tx, id)) : undefined,

    listedLocation: async (programme: Programme, id: string): Promise<ListedPlace | undefined> =>
      uuid.test(id) ? db.inProgramme(programme.id, (tx) => store.listedLocation(tx, id)) : undefined,
  };
}
