import { isRaw, type Raw } from '../feed/raw.ts';
import type { Document } from '../record.ts';

export type Shared = { organisations: ReadonlyMap<string, Raw>; locations: ReadonlyMap<string, Raw> };

/** A service with its organisation and places put back where they are named; what is not known stays `{ id }`. */
export function assembleService(service: Document, shared: Shared): Raw {
  const { organization, service_at_locations: places } = service;
  return {
    ...service,
    ...(isRaw(organization) && { organization: assembledOrganisation(organization, shared) }),
    ...(Array.isArray(places) && {
      service_at_locations: places.map((placed: unknown) =>
        isRaw(placed) && isRaw(placed['location']) ? { ...placed, location: inPlaceOf(placed['location'], shared.locations) } : placed,
      ),
    }),
  };
}

export function assembleOrganisation(organisation: Document, locations: Shared['locations']): Raw {
  const places = organisation['locations'];
  return Array.isArray(places)
    ? { ...organisation, locations: places.map((place: unknown) => (isRaw(place) ? inPlaceOf(place, locations) : place)) }
    : organisation;
}

const assembledOrganisation = (stub: Raw, { organisations, locations }: Shared): Raw => {
  const whole = organisations.get(String(stub['id']));
  return whole ? assembleOrganisation(whole as Document, locations) : stub;
};

const inPlaceOf = (stub: Raw, known: ReadonlyMap<string, Raw>): Raw => known.get(String(stub['id'])) ?? stub;

/** The ids of what a document names but does not tell. */
export function namedIn(document: Document): { organisations: string[]; locations: string[] } {
  const idIn = (value: unknown): string[] => (isRaw(value) && typeof value['id'] === 'string' ? [value['id']] : []);
  const each = (value: unknown) => (Array.isArray(value) ? value : []);
  return {
    organisations: idIn(document['organization']),
    locations: [
      ...each(document['service_at_locations']).flatMap((placed: unknown) => (isRaw(placed) ? idIn(placed['location']) : [])),
      ...each(document['locations']).flatMap(idIn),
    ],
  };
}
