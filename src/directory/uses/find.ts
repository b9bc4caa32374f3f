import { randomUUID } from 'node:crypto';
import { type Asker, reach } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Found, type Moment, type Standing, standingOf, toFound } from '../found.ts';
import type { Place } from '../place.ts';
import { type Search, wordsOf } from '../search.ts';
import { type Service, shownLocation } from '../service.ts';
import { findPlace, knowsPlaces, townsLike } from '../store/places.ts';
import { servicesById, type WholeService } from '../store/read.ts';
import { searchListings, spellingOf } from '../store/search.ts';
import { addSearch, findSearch, removeSearchesBefore } from '../store/searches.ts';
import { asAsker, momentFor, type PersonNeeds, type Ports } from './needs.ts';

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

const day = 86_400_000;
const keepSearchesDays = 30;

/** Looking for services, and at one of them. */
export function findUses(ports: Ports) {
  const { db, now, personPlace } = ports;
  return {
    /** One page of services, best first; the first page when there is no such one. */
    findServices: (asker: Asker, search: Search, page = 1): Promise<Result<Results, SearchRefusal>> =>
      asAsker(ports, asker, 'find services', (tx) => findIn(tx, momentFor(asker, now()), search, page)),

    /** The same for somebody who is not signed in. */
    findPublicly: (programme: Asker['programme'], search: Search, page = 1): Promise<Result<Results, SearchRefusal>> =>
      db.inProgramme(programme.id, (tx) => findIn(tx, momentFor({ programme }, now()), search, page)),

    /** Keeps what was typed, so that it can be named by an id; refuses what could never find anything. */
    keepSearch: (asker: Asker, search: Search): Promise<Result<string, SearchRefusal>> =>
      asAsker(ports, asker, 'find services', async (tx) => {
        const where = await placeOf(tx, search);
        if (!where.ok) return where;
        const id = randomUUID();
        await addSearch(tx, id, asker.id, search, now());
        return ok(id);
      }),

    searchKept: (asker: Asker, id: string): Promise<Search | undefined> =>
      uuid.test(id) ? asAsker(ports, asker, 'find services', (tx) => findSearch(tx, id, asker.id)) : Promise.resolve(undefined),

    forgetSearches: (programme: string): Promise<void> =>
      db.inProgramme(programme, (tx) => removeSearchesBefore(tx, new Date(now().getTime() - keepSearchesDays * day))),

    /** The person to search for; undefined also when they are not the asker's to see. */
    personFor: async (asker: Asker, person: string): Promise<PersonNeeds | undefined> => {
      const found = uuid.test(person) ? await asAsker(ports, asker, 'find services', (tx) => personPlace(tx, asker, person)) : undefined;
      return found === 'not-yours' ? undefined : found;
    },

    /** Names of towns to offer to somebody who is typing; none when there is no gazetteer. */
    townsLike: (asker: Asker, start = '', limit = 200): Promise<string[]> =>
      asAsker(ports, asker, 'find services', (tx) => townsLike(tx, start, limit)),

    serviceOf: (asker: Asker, id: string): Promise<ServicePage | undefined> =>
      asAsker(ports, asker, 'find services', async (tx) => {
        const [service] = uuid.test(id) ? await servicesById(tx, [id]) : [];
        if (!service) return undefined;
        const moment = momentFor(asker, now());
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
  };
}

async function findIn(tx: Tx, moment: Moment, search: Search, page: number): Promise<Result<Results, SearchRefusal>> {
  const where = await placeOf(tx, search);
  if (!where.ok) return where;
  const { place, words } = where.value;
  const asked = { ...search, words, here: place, km: place ? search.km : null, now: moment.now, today: moment.clock.day };
  const { hits, ...shown } = await bestAnswer(tx, asked, page);
  const services = await servicesById(
    tx,
    hits.map((hit) => hit.service),
  );
  return ok({ ...shown, found: services.map((service, nth) => toFound(service, hits[nth]!, moment)), place });
}

/** Where to measure from. Without a gazetteer the place's name is looked for like any other word. */
async function placeOf(tx: Tx, { words, place, km }: Search): Promise<Result<{ place: Place | undefined; words: string }, SearchRefusal>> {
  if (!place) return km === null ? ok({ place: undefined, words }) : refuse('distance-without-place');
  const found = await findPlace(tx, place);
  if (found) return ok({ place: found, words });
  return (await knowsPlaces(tx)) ? refuse('unknown-place') : ok({ place: undefined, words: `${words} ${place}` });
}

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
