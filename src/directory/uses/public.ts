import { randomUUID } from 'node:crypto';
import type { Programme } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Gap } from '../gap.ts';
import { isRestricted, type Need, needs } from '../need.ts';
import { areaOf, type Point } from '../place.ts';
import { anything, type Search } from '../search.ts';
import type { Organisation } from '../service.ts';
import { type ShownService, shownService } from '../shown-service.ts';
import { addGap } from '../store/gaps.ts';
import { findPlace, townsLike } from '../store/places.ts';
import * as store from '../store/public.ts';
import { servicesById } from '../store/read.ts';
import { addSearch, findSearch, removePublicSearchesBefore } from '../store/searches.ts';
import { refusalOf, type SearchRefusal } from './answer.ts';
import { missingIn } from './gaps.ts';
import { momentFor, type Ports } from './needs.ts';

export type NeedCount = { need: Need; count: number };
export type OpenOrganisation = { organisation: Organisation; services: ShownService[] };
export type { Town } from '../store/public.ts';

const day = 86_400_000;
/** Counting a million services takes seconds: longer than a page should. */
const countsLast = 300_000;

/** What anybody may read of a programme that publishes its directory, signed in or not. */
export function publicUses({ db, now }: Pick<Ports, 'db' | 'now'>) {
  const counts = forAWhile<NeedCount[]>(now);
  const indexed = forAWhile<number>(now);
  const inside = <T>({ id }: Programme, work: (tx: Tx) => Promise<T>): Promise<T> => db.inProgramme(id, work);

  return {
    /** How many services each need has, in the order of the needs; those that have none are left out. */
    needCounts: (programme: Programme): Promise<NeedCount[]> =>
      counts(programme.id, async () => {
        const rows = new Map((await inside(programme, store.countByNeed)).map(({ need, count }) => [need, count]));
        return needs.flatMap((need) => (rows.has(need) ? [{ need, count: rows.get(need)! }] : []));
      }),

    /** One service; `closed` when it does not run any more. */
    publicService: (programme: Programme, id: string): Promise<Result<ShownService, 'unknown' | { closed: ShownService }>> =>
      inside(programme, async (tx) => {
        const [service] = uuid.test(id) ? await servicesById(tx, [id]) : [];
        if (!service || (await store.hiddenAmong(tx, [id])).size) return refuse('unknown');
        const shown = shownService(service, momentFor({ programme }, now()));
        return shown.status === 'active' ? ok(shown) : refuse({ closed: shown });
      }),

    publicOrganisation: (programme: Programme, id: string): Promise<OpenOrganisation | undefined> =>
      inside(programme, async (tx) => {
        const found = uuid.test(id) ? await store.openOrganisation(tx, id) : undefined;
        if (!found) return undefined;
        const hidden = await store.hiddenAmong(tx, found.services);
        const services = await servicesById(
          tx,
          found.services.filter((each) => !hidden.has(each)),
        );
        const moment = momentFor({ programme }, now());
        return { organisation: found.organisation, services: services.map((service) => shownService(service, moment)) };
      }),

    /** Those of these services that nobody outside may read of. */
    hiddenServices: (programme: Programme, ids: readonly string[]): Promise<Set<string>> =>
      inside(programme, (tx) => store.hiddenAmong(tx, ids)),

    /** Keeps what was typed for a day, so that no words stand in an address; refuses what could never find anything. */
    keepPublicSearch: (programme: Programme, search: Search): Promise<Result<string, SearchRefusal>> =>
      inside(programme, async (tx) => {
        const refused = await refusalOf(tx, search);
        if (refused) return refuse(refused);
        const id = randomUUID();
        await addSearch(tx, id, null, search, now());
        return ok(id);
      }),

    publicSearch: (programme: Programme, id: string): Promise<Search | undefined> =>
      uuid.test(id)
        ? inside(programme, async (tx) => {
            const kept = await findSearch(tx, id, null);
            return kept && { ...anything, ...kept };
          })
        : Promise.resolve(undefined),

    forgetPublicSearches: (programme: string): Promise<void> =>
      db.inProgramme(programme, (tx) => removePublicSearchesBefore(tx, new Date(now().getTime() - day))),

    /** Notes that somebody found nothing right: what they needed and the area, nothing else of what they typed. */
    tellPublicGap: (programme: Programme, search: Search): Promise<void> =>
      inside(programme, async (tx) => {
        const { needs: missed, why, place } = await missingIn(tx, search, momentFor({ programme }, now()));
        const area = areaOf(place ? await findPlace(tx, place) : undefined);
        const gap: Gap = { id: randomUUID(), needs: missed, why, place: '', note: '', person: null, area, recordedBy: null, at: now() };
        await addGap(tx, gap, undefined);
        const data = { needs: missed.filter((need) => !isRestricted(need)), why, area };
        await recordEvents(tx, [{ type: 'gap-told', subject: { kind: 'gap', id: gap.id }, by: { kind: 'system' }, at: now(), data }]);
      }),

    countToIndex: (programme: Programme): Promise<number> =>
      indexed(programme.id, () => inside(programme, (tx) => store.countToIndex(tx, needs.filter(isRestricted)))),

    /** What search engines may be told of; `page` counts from 1. */
    toIndex: (programme: Programme, page: number, perPage: number): Promise<store.Listed[]> =>
      inside(programme, (tx) => store.toIndex(tx, needs.filter(isRestricted), { skip: (page - 1) * perPage, limit: perPage })),

    /** The towns that a map of this part of the world may name. */
    townsOnMap: (programme: Programme, { from, to }: { from: Point; to: Point }): Promise<store.Town[]> =>
      inside(programme, (tx) => store.townsWithin(tx, from, to, 80)),

    /** Names of towns to offer to somebody who is typing. */
    publicTowns: (programme: Programme): Promise<string[]> => inside(programme, (tx) => townsLike(tx, '', 200)),
  };
}

/** Asks once for each key in five minutes, however many want to know. */
function forAWhile<T>(now: () => Date): (key: string, ask: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { until: number; answer: Promise<T> }>();
  return (key, ask) => {
    const known = kept.get(key);
    if (known && known.until > now().getTime()) return known.answer;
    const answer = ask();
    kept.set(key, { until: now().getTime() + countsLast, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
