import { mapBox, type MapPin } from '../../../design/index.ts';
import type { Programme } from '../../../identity/index.ts';
import type { Directory, Found, Results, Town } from '../../index.ts';
import type { Location } from '../../service.ts';

export type Mapped = { pins: MapPin[]; towns: Town[] };
export type ShownResults = Mapped & Omit<Results, 'found'> & { found: Found[] };

/** A pin where anybody may know that a service is. */
export const pinAt = (label: string, name: string, location: Location | undefined): MapPin[] =>
  location && !location.private && location.latitude !== null && location.longitude !== null
    ? [{ label, name: [name, location.town].filter(Boolean).join(', '), latitude: location.latitude, longitude: location.longitude }]
    : [];

export async function townsAround(directory: Directory, programme: Programme, pins: readonly MapPin[]): Promise<Town[]> {
  const box = mapBox(pins);
  return box ? directory.townsOnMap(programme, box) : [];
}

/** A page of results that anybody may read, numbered, and where they are. */
export async function withMap(directory: Directory, programme: Programme, results: Results): Promise<ShownResults> {
  const hidden = await directory.hiddenServices(
    programme,
    results.found.map(({ id }) => id),
  );
  const found = results.found.filter(({ id }) => !hidden.has(id));
  const pins = found.flatMap(({ name, location }, nth) => pinAt(String(nth + 1), name, location));
  return { ...results, found, pins, towns: await townsAround(directory, programme, pins) };
}
