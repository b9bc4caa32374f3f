import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import { type NewPlace, placeMark, type PlaceOffer } from '../edit.ts';
import { toLocation } from '../feed/map-location.ts';
import { isRaw, rawsIn, textIn } from '../feed/raw.ts';
import { spacedPostcode, toPostcode } from '../place.ts';
import { locationDocument } from '../record/write.ts';
import { type Location, shownLocation } from '../service.ts';
import { placesUsedBy, usesOfPlaces } from '../store/editing.ts';
import { findPlace } from '../store/places.ts';
import { documentsById, privateIds } from '../store/records.ts';
import type { Document } from '../record.ts';

const mostOffered = 60;

/** The places that an organisation is known to be at, and those of `more`, as they are. */
export async function placesAround(tx: Tx, organisation: string, more: readonly string[]): Promise<Map<string, Location>> {
  const record = (await documentsById(tx, 'organisation', [organisation])).get(organisation);
  const own = rawsIn(record?.['locations']).map(({ id }) => textIn(id));
  const ids = [...new Set([...more, ...own, ...(await placesUsedBy(tx, organisation, mostOffered))])].slice(0, mostOffered + more.length);
  return placesOf(tx, ids);
}

/** The places of these ids that are anywhere. */
export async function placesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Location>> {
  const documents = await documentsById(tx, 'location', ids);
  const hidden = await privateIds(tx, 'location', ids);
  return new Map(
    ids.flatMap((id) => {
      const document = documents.get(id);
      const location = document && toLocation(document, id, hidden.has(id), new Map());
      return location ? [[id, location] as const] : [];
    }),
  );
}

/** Places to choose from. Where a private one is, is told to nobody, whoever keeps the directory included. */
export async function offersOf(tx: Tx, places: ReadonlyMap<string, Location>): Promise<PlaceOffer[]> {
  const uses = await usesOfPlaces(tx, [...places.keys()]);
  return [...places.values()].map((location) => {
    const { id, name, address, town, postcode, private: isPrivate } = shownLocation(location);
    return { id, name, address, town, postcode, private: isPrivate, uses: uses.get(id) ?? 0 };
  });
}

/** A place as somebody typed it, where the gazetteer says that its postcode is. */
export async function locatedPlace(tx: Tx, typed: NewPlace, id: string = randomUUID()): Promise<Location> {
  const found = typed.postcode ? await findPlace(tx, typed.postcode) : undefined;
  const exact = found?.kind === 'postcode' ? found : undefined;
  const whole = toPostcode(typed.postcode)?.whole;
  return {
    ...typed,
    id,
    postcode: whole ? spacedPostcode(whole) : typed.postcode,
    latitude: exact?.latitude ?? null,
    longitude: exact?.longitude ?? null,
  };
}

/** The chosen places and those that were added, with the id for the mark of each of these. */
export async function chosenPlaces(
  tx: Tx,
  { chosen, added }: { chosen: readonly string[]; added: readonly NewPlace[] },
  known: ReadonlyMap<string, Location>,
): Promise<{ locations: Location[]; fresh: Location[]; marks: Map<string, string> }> {
  const fresh: Location[] = [];
  for (const place of added) fresh.push(await locatedPlace(tx, place));
  const there = [...known.values()].filter(({ id }) => chosen.includes(id));
  const marks = new Map(fresh.map(({ id }, nth) => [placeMark(nth), id]));
  return { locations: [...there, ...fresh], fresh, marks };
}

export const placeChanges = (fresh: readonly Location[]) =>
  fresh.map((location) => ({ kind: 'location' as const, id: location.id, document: locationDocument(location) }));

/** A place's document after somebody has typed it anew. What else is said of it stays. */
export function editedPlace(document: Document, location: Location): Document {
  const fresh = locationDocument(location);
  const [address] = rawsIn(fresh['addresses']);
  const before = rawsIn(document['addresses']);
  const shown = before.find((each) => textIn(each['address_type']).toLowerCase() === 'physical') ?? before[0];
  const { attention: _, address_2: __, ...kept } = shown ?? {};
  const addresses = address
    ? [{ ...kept, ...address, ...(shown && { id: shown['id'] }) }, ...before.filter((each) => each !== shown)]
    : before.filter((each) => each !== shown);
  const { private: ___, ...bothy } = isRaw(document['bothy']) ? document['bothy'] : {};
  const next = { ...bothy, ...(location.private && { private: true }) };
  const said = { ...document, name: location.name, latitude: location.latitude, longitude: location.longitude, addresses, bothy: next };
  const empty = (value: unknown) =>
    value === null || value === '' || (Array.isArray(value) && !value.length) || (isRaw(value) && !Object.keys(value).length);
  return Object.fromEntries(
    Object.entries(said).filter(([name, value]) => !(name in { name, latitude: 0, longitude: 0, addresses: 0, bothy: 0 } && empty(value))),
  ) as Document;
}
