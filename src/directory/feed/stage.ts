import type { Organisation, Service } from '../service.ts';
import type { Entry } from './entry.ts';
import { hashOf, idFrom } from './ids.ts';
import { toOrganisation } from './map-organisation.ts';
import { mapService, type Kept } from './map-service.ts';
import { type FeedOrganisation, placeOf, readOrganisation, readService } from './record.ts';
import type { Shelf, Staged } from './staging.ts';

export type Stage = {
  organisations: Shelf<Staged<Organisation>>;
  services: Shelf<Staged<Service>>;
  rejections: Shelf<string>;
};
export type Read = { services: number; organisations: number; rejected: number; privateLocations: Set<string> };

/** Reads a feed to its end: what is good is mapped and put on the shelves, what is not is put aside with its reason. */
export async function stageFeed(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  stage: Stage,
  kept: Kept,
  onProgress: (read: number) => void,
): Promise<Read> {
  const read: Read = { services: 0, organisations: 0, rejected: 0, privateLocations: new Set() };
  const given = { organisations: new Set<string>(), services: new Map<string, string>() };
  const reject = async ({ path, record }: Entry, reason: string) => {
    read.rejected += 1;
    await stage.rejections.add(`${placeOf(path, record)}: ${reason}`);
  };
  const addOrganisation = async (raw: FeedOrganisation) => {
    const id = idFrom(raw.id);
    if (given.organisations.has(id)) return;
    given.organisations.add(id);
    read.organisations += 1;
    await stage.organisations.add(staged(toOrganisation(raw, kept.notKept)));
  };

  let seen = 0;
  for await (const entry of entries) {
    onProgress(++seen);
    if (entry.kind === 'organisation') {
      const organisation = readOrganisation(entry.record);
      if (organisation.ok) await addOrganisation(organisation.value);
      else await reject(entry, organisation.error);
      continue;
    }
    const service = entry.problem === undefined ? readService(entry.record) : { ok: false as const, error: entry.problem };
    if (!service.ok) {
      await reject(entry, service.error);
      continue;
    }
    const id = idFrom(service.value.id);
    const before = given.services.get(id);
    if (before !== undefined) {
      await reject(entry, `id ${id} is that of ${before} too`);
      continue;
    }
    given.services.set(id, entry.path);
    const mapped = mapService(service.value, kept);
    for (const location of mapped.locations) if (location.private) read.privateLocations.add(location.id);
    await addOrganisation(service.value.organization);
    await stage.services.add(staged(mapped));
    read.services += 1;
  }
  return read;
}

const staged = <T extends { id: string }>(value: T): Staged<T> => ({ id: value.id, hash: hashOf(JSON.stringify(value)), value });
