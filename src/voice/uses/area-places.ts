import { randomUUID } from 'node:crypto';
import { allPractices, type Asker, type Practice } from '../../identity/index.ts';
import { type Database, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Place, sameGround } from '../core/areas-place.ts';
import { knownAreas } from '../store/areas.ts';
import * as store from '../store/profile.ts';
import { byOf, type NotReached, tell, within } from './together-needs.ts';

export type PlaceDetails = Pick<Place, 'name' | 'areas' | 'postcodes' | 'practices'>;
export type PlacesSeen = { places: readonly Place[]; practices: readonly Practice[]; areas: readonly { area: string; name: string }[] };

/** The places whose needs a programme looks at. */
export const areaPlaceUses = ({ db, now }: { db: Database; now: () => Date }) => {
  const may = within(db);
  return {
    seePlaces: (asker: Asker): Promise<Result<PlacesSeen, NotReached>> =>
      may(asker, 'load areas', async (tx) =>
        ok({ places: await store.allPlaces(tx), practices: await allPractices(tx), areas: await knownAreas(tx) }),
      ),

    addPlace: (asker: Asker, details: PlaceDetails): Promise<Result<string, NotReached>> =>
      may(asker, 'load areas', async (tx) => {
        const id = randomUUID();
        const known = new Set((await allPractices(tx)).map((practice) => practice.id));
        const practices = details.practices.filter((practice) => known.has(practice));
        await store.addPlace(tx, { ...details, practices, id, version: 1, rowVersion: 1, retiredAt: null });
        await tell(tx, { type: 'needs-place-added', kind: 'needs-place', id, by: byOf(asker), at: now() });
        return ok(id);
      }),

    /** `retired`: no longer looked at; what was counted of it stays. */
    changePlace: (
      asker: Asker,
      id: string,
      details: PlaceDetails & { retired: boolean },
      rowVersion: number,
    ): Promise<Result<null, NotReached | { stale: Place }>> =>
      may(asker, 'load areas', async (tx): Promise<Result<null, NotReached | { stale: Place }>> => {
        const before = uuid.test(id) ? await store.findPlace(tx, id) : undefined;
        if (!before) return refuse('not-found');
        const { retired, ...rest } = details;
        const known = new Set((await allPractices(tx)).map((practice) => practice.id));
        const after = { ...rest, practices: rest.practices.filter((practice) => known.has(practice)) };
        const version = sameGround(before, after) ? before.version : before.version + 1;
        const retiredAt = retired ? (before.retiredAt ?? now()) : null;
        if (!(await store.savePlace(tx, { ...before, ...after, version, retiredAt, rowVersion }))) return refuse({ stale: before });
        await tell(tx, { type: 'needs-place-changed', kind: 'needs-place', id, by: byOf(asker), at: now() });
        return ok(null);
      }),
  };
};
