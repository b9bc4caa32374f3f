import type { Mark } from './feed.ts';
import { isRaw, type Raw, rawsIn } from './raw.ts';

/**
 * One thing of a feed, and where it stands there. `problem`: why it could not be had whole. `removed`: the feed says that it is no more.
 * `unchanged`: it is there, and says what it said before; of such only the id is told.
 */
export type Entry = {
  kind: 'service' | 'organisation';
  path: string;
  record: unknown;
  problem?: string;
  removed?: true;
  unchanged?: true;
};

/** Everything up to here has been given whole, and a reading that breaks off later may go on from here. */
export type Pause = { kind: 'mark'; mark: Mark };

const marksOfOrganisation = [
  'website',
  'legal_status',
  'year_incorporated',
  'organization_identifiers',
  'tax_status',
  'parent_organization_id',
];

/** What a record of a list is: a service, an organisation with or without its services, or a service at one of its places. */
export function* entriesOf(record: unknown, path: string): Generator<Entry> {
  if (isRaw(record) && isRaw(record['service'])) {
    const { service, ...place } = record;
    yield { kind: 'service', path: `${path}.service`, record: { ...service, service_at_locations: [place] } };
  } else if (isRaw(record) && isOrganisation(record)) {
    yield { kind: 'organisation', path, record };
    const { services: _, ...organization } = record;
    const own = (service: Raw) => ({ organization, ...service });
    yield* rawsIn(record['services']).map((service, nth): Entry => ({
      kind: 'service',
      path: `${path}.services[${nth}]`,
      record: own(service),
    }));
  } else yield { kind: 'service', path, record };
}

const isOrganisation = (record: Raw): boolean =>
  !('status' in record) &&
  !('organization' in record) &&
  (Array.isArray(record['services']) || marksOfOrganisation.some((name) => name in record));
