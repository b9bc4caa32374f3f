import { uuid } from '../../platform/database.ts';
import { hashOf, idFrom } from '../feed/ids.ts';
import { isRaw, isSaid, type Raw } from '../feed/raw.ts';
import type { Document } from '../record.ts';

/** A service with its organisation and places nested in it, taken apart into things with an identity of their own. */
export type Parts = { service: Document; organisations: Document[]; locations: Document[] };

/** Takes a nested service apart. What is shared is left in the service as `{ id }`; what has no UUID is given one, always the same. */
export function splitService(raw: Raw): Parts {
  const { document: id } = identified(raw, 'service');
  const organisation = isRaw(raw['organization']) ? splitOrganisation(raw['organization']) : undefined;
  const locations: Document[] = [];
  const service: Record<string, unknown> = { ...raw, id: id.id };
  if (organisation) service['organization'] = { id: organisation.organisation.id };
  if (Array.isArray(raw['service_at_locations'])) {
    service['service_at_locations'] = raw['service_at_locations'].map((placed: unknown) => {
      if (!isRaw(placed) || !isRaw(placed['location'])) return placed;
      const { document: location } = identified(placed['location'], id.id);
      locations.push(location);
      const at = isSaid(placed['id']) ? placed['id'] : `${id.id} at ${location.id}`;
      return { ...placed, id: idFrom(at), location: { id: location.id } };
    });
  }
  return {
    service: service as Document,
    organisations: organisation ? [organisation.organisation] : [],
    locations: [...locations, ...(organisation?.locations ?? [])],
  };
}

/** The same for an organisation and its places. Its services are entries of their own. */
export function splitOrganisation(raw: Raw): { organisation: Document; locations: Document[] } {
  const { services: _, ...rest } = raw;
  const { document } = identified(rest, 'organisation');
  if (!Array.isArray(raw['locations'])) return { organisation: document, locations: [] };
  const locations: Document[] = [];
  const stubs = raw['locations'].map((location: unknown) => {
    if (!isRaw(location)) return location;
    const whole = identified(location, document.id).document;
    locations.push(whole);
    return { id: whole.id };
  });
  return { organisation: { ...document, locations: stubs }, locations };
}

function identified(raw: Raw, owner: string): { document: Document } {
  const id = isSaid(raw['id']) ? idFrom(raw['id']) : idFrom(`${owner} ${hashOf(JSON.stringify(raw))}`);
  return { document: { ...raw, id } };
}

/** Whether a thing is only named, and told of elsewhere. */
export const isStub = (value: unknown): value is { id: string } =>
  isRaw(value) && Object.keys(value).length === 1 && typeof value['id'] === 'string' && uuid.test(value['id']);
