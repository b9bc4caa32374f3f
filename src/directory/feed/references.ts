import type { Document, Kind } from '../record.ts';
import { isRaw } from './raw.ts';

/** What a document names and does not tell. */
export type Named = { kind: Kind; key: string };

/** The ids that stand in a document for something else, in its order. */
export function namedBy(document: Document): Named[] {
  const named: Named[] = [];
  mapped(document, (kind, key) => {
    named.push({ kind, key });
    return key;
  });
  return named;
}

/** The same document with each name that stands in it put in other words. */
export function mapped(document: Document, to: (kind: Kind, key: string) => string): Document {
  const { organization, service_at_locations: placed, locations } = document;
  const stub = (kind: Kind, value: unknown): unknown =>
    isRaw(value) && typeof value['id'] === 'string' ? { ...value, id: to(kind, value['id']) } : value;
  return {
    ...document,
    ...(isRaw(organization) && { organization: stub('organisation', organization) }),
    ...(Array.isArray(placed) && {
      service_at_locations: placed.map((each: unknown) =>
        isRaw(each) && isRaw(each['location']) ? { ...each, location: stub('location', each['location']) } : each,
      ),
    }),
    ...(Array.isArray(locations) && { locations: locations.map((each: unknown) => stub('location', each)) }),
  };
}
