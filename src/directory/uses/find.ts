import { randomUUID } from 'node:crypto';
import { type Asker, reach } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Facets, facetsOf } from '../facets.ts';
import { type Found, type Moment, type Standing, standingOf, toFound } from '../found.ts';
import { pageSize, type Search } from '../search.ts';
import { type Service, shownLocation } from '../service.ts';
import { townsLike } from '../store/places.ts';
import { servicesById, type WholeService } from '../store/read.ts';
import type { Reader } from '../store/conditions.ts';
import { addSearch, findSearch, removeSearchesBefore } from '../store/searches.ts';
import { type Answer, answerTo, refusalOf, type SearchRefusal } from './answer.ts';
import { asAsker, momentFor, type PersonNeeds, type Ports } from './needs.ts';

export type Results = Pick<Answer, 'question' | 'place' | 'spelling' | 'loosely' | 'otherNeeds' | 'accessUnsaid' | 'leftOut' | 'many'> & {
  found: Found[];
  facets: Facets;
  total: number;
  page: number;
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
      asAsker(ports, asker, 'find services', (tx) => findIn(tx, momentFor(asker, now()), search, page, 'staff')),

    /** The same for somebody who is not signed in. */
    findPublicly: (programme: Asker['programme'], search: Search, page = 1): Promise<Result<Results, SearchRefusal>> =>
      db.inProgramme(programme.id, async (tx) => {
        const results = await findIn(tx, momentFor({ programme }, now()), search, page, 'anybody');
        return results.ok ? ok({ ...results.value, found: results.value.found.map(withoutNames) }) : results;
      }),

    /** Keeps what was typed, so that it can be named by an id; refuses what could never find anything. */
    keepSearch: (asker: Asker, search: Search): Promise<Result<string, SearchRefusal>> =>
      asAsker(ports, asker, 'find services', async (tx) => {
        const refused = await refusalOf(tx, search);
        if (refused) return refuse(refused);
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

/** Who it was that checked is not for everybody. */
const withoutNames = (found: Found): Found =>
  found.freshness.kind === 'never' ? found : { ...found, freshness: { ...found.freshness, by: null } };

async function findIn(tx: Tx, moment: Moment, search: Search, asked: number, reader: Reader): Promise<Result<Results, SearchRefusal>> {
  const answer = await answerTo(tx, search, moment, reader);
  if (!answer.ok) return answer;
  const { ranked, question, leftOut, many, place, spelling, loosely, otherNeeds, accessUnsaid } = answer.value;
  const page = (asked - 1) * pageSize < ranked.length ? asked : 1;
  const hits = ranked.slice((page - 1) * pageSize, page * pageSize);
  const services = await servicesById(
    tx,
    hits.map((hit) => hit.service),
  );
  const found = services.map((service, nth) => toFound(service, hits[nth]!, { question, search, moment }));
  return ok({
    found,
    total: ranked.length,
    many,
    page,
    place,
    spelling,
    loosely,
    otherNeeds,
    accessUnsaid,
    leftOut,
    question,
    facets: facetsOf(ranked, search),
  });
}
