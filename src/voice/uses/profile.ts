import { type Asker, mayAtAll, type Programme } from '../../identity/index.ts';
import { type Need, offerByNeed } from '../../directory/index.ts';
import { unplaced } from '../../referrals/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { countedAs, type Place } from '../core/areas-place.ts';
import { indicatorsOf } from '../core/areas-indicator.ts';
import { type CountKind, countKinds, type Counts, type Profile, rowsOf } from '../core/needs-profile.ts';
import { endedPeriods, type Every, type Period } from '../core/needs-profile-period.ts';
import { currentValues } from '../store/areas.ts';
import * as store from '../store/profile.ts';
import { approvedStories } from './story-use.ts';
import { countedNeeds, countsOfPeriod, everywhere } from './needs-counts.ts';
import { byOf, type NotReached, tell, within } from './together-needs.ts';

export type ProfileList = { every: Every | undefined; places: readonly Place[] };
export type ProfileSeen = { profile: Profile; periods: readonly Period[]; places: readonly Place[] };
export type StoryOfNeed = { id: string; words: string };
export type ProfileRefusal = NotReached | 'not-chosen' | 'not-yet';

export const profileUses = ({ db, now }: { db: Database; now: () => Date }) => {
  const may = within(db);
  return {
    seeProfiles: (asker: Asker): Promise<Result<ProfileList, NotReached>> =>
      may(asker, 'see needs', async (tx) => ok({ every: await store.countingOf(tx), places: await placesInUse(tx) })),

    chooseCounting: (asker: Asker, every: Every): Promise<Result<null, NotReached | 'chosen-already'>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<null, 'chosen-already'>> => {
        if (!(await store.chooseCounting(tx, every, asker.id, now()))) return refuse('chosen-already');
        await tell(tx, {
          type: 'needs-counting-chosen',
          kind: 'programme',
          id: asker.programme.id,
          by: byOf(asker),
          at: now(),
          data: { every },
        });
        return ok(null);
      }),

    /** Of a place, or of the whole programme ('all'); in the newest period where none is asked for. */
    seeProfile: (asker: Asker, place: string, period?: string): Promise<Result<ProfileSeen, ProfileRefusal>> =>
      may(asker, 'see needs', (tx) => profileOf(tx, asker.programme, place, period, now())),

    /** Stories with this need that the team may learn from, for whoever is of the team; of every place, so that a small one tells nobody. */
    storiesOfNeed: (asker: Asker, need: Need): Promise<Result<readonly StoryOfNeed[] | undefined, NotReached>> =>
      may(asker, 'see needs', async (tx) => {
        if (!mayAtAll(asker, 'gather stories') && !mayAtAll(asker, 'share stories')) return ok(undefined);
        const stories = await approvedStories(tx, 'team', now());
        return ok(stories.filter(({ needs }) => needs.includes(need)).map(({ id, words }) => ({ id, words })));
      }),
  };
};

const placesInUse = async (tx: Tx): Promise<Place[]> => (await store.allPlaces(tx)).filter(({ retiredAt }) => !retiredAt);

export async function profileOf(
  tx: Tx,
  { settings: { timeZone } }: Pick<Programme, 'settings'>,
  placeId: string,
  asked: string | undefined,
  now: Date,
): Promise<Result<ProfileSeen, ProfileRefusal>> {
  const places = await placesInUse(tx);
  const place = placeId === everywhere ? null : uuid.test(placeId) ? places.find(({ id }) => id === placeId) : undefined;
  if (place === undefined) return refuse('not-found');
  const every = await store.countingOf(tx);
  if (!every) return refuse('not-chosen');
  const periods = endedPeriods(every, dayIn(timeZone, now), every === 'year' ? 3 : 6);
  const period = asked === undefined ? periods[0] : periods.find(({ id }) => id === asked);
  if (!period) return refuse(asked === undefined ? 'not-yet' : 'not-found');

  const key = place ? countedAs(place) : everywhere;
  const counts = await countsOfPeriod(tx, period, timeZone, now);
  const here = counts.filter((each) => each.place === key);
  const countsOf = (need: string): Counts => {
    const count = (kind: CountKind) => here.find((each) => each.kind === kind && each.need === need)?.count ?? null;
    return Object.fromEntries(countKinds.map((kind) => [kind, count(kind)])) as Counts;
  };
  const bound = place ? { key, postcodes: place.postcodes, practices: place.practices } : undefined;
  const profile: Profile = {
    place: place && { id: place.id, name: place.name },
    period,
    countedAt: here[0]?.at ?? now,
    rows: rowsOf(countedNeeds, countsOf, await offerByNeed(tx, bound, now)),
    totals: countsOf(''),
    unplaced: counts.find((each) => each.place === unplaced)?.count ?? null,
    indicators: indicatorsOf(await currentValues(tx), place?.areas ?? []),
  };
  return ok({ profile, periods, places });
}
