import { randomUUID } from 'node:crypto';
import { type Action, type Asker, may, reach } from '../identity/index.ts';
import { type Database, type Tx, uuid } from '../platform/database.ts';
import { recordEvents } from '../platform/events.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { type Found, type Moment, type Standing, standingOf, toFound } from './found.ts';
import { byNeedAndArea, type Gap, type GapRow, mayRemove } from './gap.ts';
import { isRestricted, type Need } from './need.ts';
import { areaOf, type Place } from './place.ts';
import { type Search, wordsOf } from './search.ts';
import { clockIn } from './schedule.ts';
import type { Imported, ImportAsk } from './feed/import.ts';
import { type Service, shownLocation } from './service.ts';
import * as gaps from './store/gaps.ts';
import { findPlace, knowsPlaces, townsLike } from './store/places.ts';
import { servicesById, type WholeService } from './store/read.ts';
import { putServices } from './store/save.ts';
import { searchListings, spellingOf } from './store/search.ts';
import { addSearch, findSearch, removeSearchesBefore } from './store/searches.ts';

export { isNeed, isRestricted, needs, type Need } from './need.ts';
export { toPlace, type Place } from './place.ts';
export { type Capacity, roomAt } from './room.ts';
export { clockIn, nextOf, type Schedule } from './schedule.ts';
export * from './service.ts';
export type { Gap, Why } from './gap.ts';
export type { Imported } from './feed/import.ts';
export type { Found } from './found.ts';
export { anything, type Search } from './search.ts';
export { putPlaces as addPlaces } from './store/places.ts';
/** For whoever puts in many at once, who also records the events of them. */
export { addGap } from './store/gaps.ts';
export { allOrganisations, servicesById, type WholeService } from './store/read.ts';
export { putCapacity as setRoom, putOrganisations as addOrganisations } from './store/save.ts';

/** What of a person a search is filled in with. `place` is a postcode or a town, '' when not known. */
export type PersonNeeds = { name: string; age: number | null; place: string; needs: readonly Need[] };

/** Whoever knows people answers this. */
export type PersonPlace = (tx: Tx, asker: Asker, person: string) => Promise<PersonNeeds | 'not-yours' | undefined>;

export type SearchRefusal = 'unknown-place' | 'distance-without-place';

/** `spelling` is what was looked for in place of what was typed; `loosely` that no service has all of the words; `otherNeeds` that none is listed under the needs, so that they were left out. */
export type Results = {
  found: Found[];
  total: number;
  page: number;
  spelling: string | null;
  loosely: boolean;
  otherNeeds: boolean;
  place: Place | undefined;
};
export type ServicePage = WholeService &
  Standing & { times: { schedule: Service['schedules'][number]; next: Standing['next'] }[]; mayConnect: boolean };
export type NewGap = Pick<Gap, 'needs' | 'why' | 'place' | 'note' | 'person'>;
export type GapReport = { rows: GapRow[]; hidesSmall: boolean; mine: Gap[] };

export type Directory = ReturnType<typeof openDirectory>;

const day = 86_400_000;
const keepSearchesDays = 30;

/** Adds services, or replaces those of the same id, with all that belongs to them and what search knows of them. */
export const addServices = (tx: Tx, services: readonly Service[]): Promise<void> => putServices(tx, services);

/** Reads services from an Open Referral feed. Loaded only when somebody asks for it. */
export const importServices = async (db: Database, ask: ImportAsk): Promise<Imported> =>
  (await import('./feed/import.ts')).importServices(db, ask);

export function openDirectory({ db, now, personPlace }: { db: Database; now: () => Date; personPlace: PersonPlace }) {
  const momentOf = ({ programme: { settings } }: Asker): Moment => ({ now: now(), clock: clockIn(settings.timeZone, now()) });
  const asAsker = <T>(asker: Asker, action: Action, work: (tx: Tx) => Promise<T>): Promise<T> => {
    if (!may(asker, action, {})) throw new Error(`The door let somebody through who may not ${action}.`);
    return db.inProgramme(asker.programme.id, work);
  };

  return {
    /** One page of services, best first; the first page when there is no such one. */
    findServices: (asker: Asker, search: Search, page = 1): Promise<Result<Results, SearchRefusal>> =>
      asAsker(asker, 'find services', async (tx) => {
        const where = await placeOf(tx, search);
        if (!where.ok) return where;
        const { place, words } = where.value;
        const moment = momentOf(asker);
        const asked = { ...search, words, here: place, km: place ? search.km : null, now: moment.now, today: moment.clock.day };
        const answer = await bestAnswer(tx, asked, page);
        const services = await servicesById(
          tx,
          answer.hits.map((hit) => hit.service),
        );
        const found = services.map((service, nth) => toFound(service, answer.hits[nth]!, moment));
        const { hits: _, ...shown } = answer;
        return ok({ ...shown, found, place });
      }),

    /** Keeps what was typed, so that it can be named by an id; refuses what could never find anything. */
    keepSearch: (asker: Asker, search: Search): Promise<Result<string, SearchRefusal>> =>
      asAsker(asker, 'find services', async (tx) => {
        const where = await placeOf(tx, search);
        if (!where.ok) return where;
        const id = randomUUID();
        await addSearch(tx, id, asker.id, search, now());
        return ok(id);
      }),

    searchKept: (asker: Asker, id: string): Promise<Search | undefined> =>
      uuid.test(id) ? asAsker(asker, 'find services', (tx) => findSearch(tx, id, asker.id)) : Promise.resolve(undefined),

    forgetSearches: (programme: string): Promise<void> =>
      db.inProgramme(programme, (tx) => removeSearchesBefore(tx, new Date(now().getTime() - keepSearchesDays * day))),

    /** The person to search for; undefined also when they are not the asker's to see. */
    personFor: async (asker: Asker, person: string): Promise<PersonNeeds | undefined> => {
      const found = uuid.test(person) ? await asAsker(asker, 'find services', (tx) => personPlace(tx, asker, person)) : undefined;
      return found === 'not-yours' ? undefined : found;
    },

    /** Names of towns to offer to somebody who is typing; none when there is no gazetteer. */
    townsLike: (asker: Asker, start = '', limit = 200): Promise<string[]> =>
      asAsker(asker, 'find services', (tx) => townsLike(tx, start, limit)),

    serviceOf: (asker: Asker, id: string): Promise<ServicePage | undefined> =>
      asAsker(asker, 'find services', async (tx) => {
        const [service] = uuid.test(id) ? await servicesById(tx, [id]) : [];
        if (!service) return undefined;
        const moment = momentOf(asker);
        const mayConnect = reach(asker, 'connect') !== '-';
        return {
          ...service,
          ...(!mayConnect && { requestEmail: null, requestPhone: null }),
          ...standingOf(service, service.schedules, moment),
          locations: service.locations.map(shownLocation),
          times: service.schedules.map((schedule) => ({ schedule, next: standingOf(service, [schedule], moment).next })),
          mayConnect,
        };
      }),

    recordGap: (asker: Asker, { needs, why, place, note, person }: NewGap): Promise<Result<string, 'not-yours'>> =>
      asAsker(asker, 'record gap', async (tx) => {
        const theirs = person === null ? null : await personPlace(tx, asker, person);
        if (theirs === undefined || theirs === 'not-yours') return refuse('not-yours');
        const found = place ? await findPlace(tx, place) : undefined;
        const gap: Gap = { id: randomUUID(), needs, why, place, note, person, area: areaOf(found), recordedBy: asker.id, at: now() };
        await gaps.addGap(tx, gap, found);
        await recordEvents(tx, [
          {
            ...aboutGap(asker, gap, now()),
            type: 'gap-recorded',
            data: { needs: needs.filter((need) => !isRestricted(need)), why, area: gap.area },
          },
        ]);
        return ok(gap.id);
      }),

    /** A gap that the asker recorded, and whether they may still take it back. */
    ownGap: (asker: Asker, id: string): Promise<{ gap: Gap; removable: boolean } | undefined> =>
      asAsker(asker, 'record gap', async (tx) => {
        const gap = uuid.test(id) ? await gaps.findGap(tx, id) : undefined;
        return gap?.recordedBy === asker.id ? { gap, removable: mayRemove(gap, asker.id, now()) } : undefined;
      }),

    removeGap: (asker: Asker, id: string): Promise<Result<null, 'not-yours' | 'too-late'>> =>
      asAsker(asker, 'record gap', async (tx) => {
        const gap = uuid.test(id) ? await gaps.findGap(tx, id) : undefined;
        if (!gap || gap.recordedBy !== asker.id) return refuse('not-yours');
        if (!mayRemove(gap, asker.id, now())) return refuse('too-late');
        await gaps.removeGap(tx, id);
        await recordEvents(tx, [{ ...aboutGap(asker, gap, now()), type: 'gap-removed' }]);
        return ok(null);
      }),

    /** What could not be found in the last year. Small numbers, and restricted needs, only for those who support people or answer for it. */
    gapReport: (asker: Asker): Promise<GapReport> =>
      asAsker(asker, 'see gaps', async (tx) => {
        const hidesSmall = !may(asker, 'record gap', {});
        const counts = await gaps.countGaps(tx, new Date(now().getTime() - 365 * day));
        const shown = hidesSmall ? counts.filter(({ need }) => !isRestricted(need)) : counts;
        return { rows: byNeedAndArea(shown), hidesSmall, mine: hidesSmall ? [] : await gaps.gapsRecordedBy(tx, asker.id, 10) };
      }),
  };
}

const aboutGap = (asker: Asker, gap: Gap, at: Date) => ({
  subject: { kind: 'gap', id: gap.id },
  by: { kind: 'account' as const, id: asker.id },
  at,
  ...(gap.person && { person: gap.person }),
});

/** Where to measure from. Without a gazetteer the place's name is looked for like any other word. */
async function placeOf(tx: Tx, { words, place, km }: Search): Promise<Result<{ place: Place | undefined; words: string }, SearchRefusal>> {
  if (!place) return km === null ? ok({ place: undefined, words }) : refuse('distance-without-place');
  const found = await findPlace(tx, place);
  if (found) return ok({ place: found, words });
  return (await knowsPlaces(tx)) ? refuse('unknown-place') : ok({ place: undefined, words: `${words} ${place}` });
}

/** All of the words; else all of them with their spelling put right; else some of them. */
/** What was asked; and where nothing answers it, the same words spelt right, then under any need, then some of the words. */
async function bestAnswer(tx: Tx, asked: Parameters<typeof searchListings>[1], page: number) {
  const typed = wordsOf(asked.words).join(' ');
  const answer = async (words: string, needs: Search['needs'], matching: 'all' | 'some') => {
    const wanted = { ...asked, words, needs };
    const listed = await searchListings(tx, wanted, page, matching);
    const shown = listed.total || page === 1 ? { ...listed, page } : { ...(await searchListings(tx, wanted, 1, matching)), page: 1 };
    return { ...shown, spelling: words === typed ? null : words, loosely: matching === 'some', otherNeeds: needs !== asked.needs };
  };
  const asTyped = await answer(typed, asked.needs, 'all');
  if (asTyped.total || !typed) return asTyped;
  const spelling = await spellingOf(tx, typed);
  let best = spelling === typed ? asTyped : await answer(spelling, asked.needs, 'all');
  if (!best.total && asked.needs.length) best = await answer(spelling, [], 'all');
  return best.total || wordsOf(spelling).length < 2 ? best : answer(spelling, asked.needs, 'some');
}
