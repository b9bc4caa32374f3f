import type { Asker } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { NewPlace, PlaceOffer } from '../edit.ts';
import { editedPlace, locatedPlace, offersOf, placesOf } from '../editing/places.ts';
import { holdRecord } from '../store/editing.ts';
import { recordsById } from '../store/records.ts';
import { saveTyped } from './editing-needs.ts';
import { asAsker, type Ports } from './needs.ts';

export type PlaceForm = { id: string; version: number; place: PlaceOffer };

/** Changing a place, on every service that is there. */
export function placeUses(ports: Ports) {
  const { now } = ports;
  const curating = <T>(asker: Asker, work: (tx: Tx) => Promise<T>) => asAsker(ports, asker, 'curate directory', work);
  return {
    placeToEdit: (asker: Asker, id: string): Promise<PlaceForm | undefined> =>
      curating(asker, async (tx) => (await openPlace(tx, id))?.form),

    savePlace: (asker: Asker, id: string, typed: NewPlace, version: number): Promise<Result<null, 'not-found' | 'stale'>> =>
      curating(asker, async (tx) => {
        if (uuid.test(id)) await holdRecord(tx, 'location', id);
        const opened = await openPlace(tx, id);
        if (!opened) return refuse('not-found');
        const { record, location, form } = opened;
        if (record.version !== version) return refuse('stale');
        // A private address is not on the form, so that leaving it empty is to leave it.
        const untouched =
          location.private && typed.private && !typed.name && !typed.address && !typed.postcode && typed.town === location.town;
        const same = (['name', 'address', 'town', 'postcode', 'private'] as const).every((part) => form.place[part] === typed[part]);
        if (untouched || same) return ok(null);
        const moved = (['address', 'town', 'postcode'] as const).some((part) => form.place[part] !== typed[part]) || location.private;
        const found = await locatedPlace(tx, typed, id);
        const { latitude, longitude } = moved ? found : location;
        const after = editedPlace(record.document, { ...found, latitude, longitude });
        await saveTyped(tx, asker, now(), { kind: 'location', before: record.document, after });
        return ok(null);
      }),
  };
}

async function openPlace(tx: Tx, id: string) {
  const [record] = uuid.test(id) ? await recordsById(tx, 'location', [id]) : [];
  const places = record ? await placesOf(tx, [id]) : new Map<string, never>();
  const location = places.get(id);
  const [place] = await offersOf(tx, places);
  if (!record || !location || !place) return undefined;
  const form: PlaceForm = { id, version: record.version, place };
  return { record, location, form };
}
