import { type Asker, may } from '../../identity/index.ts';
import { uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { bouncedForDays, remindAfterDays } from '../assurance.ts';
import { stepsBefore, type WorkKind, workKinds } from '../work-list.ts';
import { countProposed } from '../store/change-sets.ts';
import { countOpen } from '../store/matches.ts';
import { servicesById } from '../store/read.ts';
import { countWaiting, hold } from '../store/suggestions.ts';
import * as store from '../store/work-list.ts';
import { changeService, handOf } from './change-service.ts';
import { type FreshnessPorts, todayOf } from './freshness-needs.ts';
import { asAsker } from './needs.ts';

/** What else whoever keeps the directory looks after. */
type AlsoToDo = { name: 'feeds' | 'matches' | 'taxonomies'; href: string; count: number };

export type WorkList = {
  rows: store.WorkRow[];
  total: number;
  perPage: number;
  counts: Partial<Record<WorkKind, number>>;
  suggestions: { waiting: number; late: number };
  others: AlsoToDo[];
};
export type { WorkRow } from '../store/work-list.ts';

const day = 86_400_000;

/** Keeping services checked: what is to be done, and saying that one is right. */
export function checkingUses(ports: FreshnessPorts) {
  const { now, post } = ports;
  return {
    /** What there is to do, of one kind or of any, the most urgent first. */
    workList: (asker: Asker, { kind, page }: { kind: WorkKind | null; page: number }): Promise<WorkList> =>
      asAsker(ports, asker, 'curate directory', async (tx) => {
        const today = todayOf(asker, now());
        const ago = (days: number) => new Date(now().getTime() - days * day);
        const failed = [...(await post.failedAbout(tx, await store.unansweredAsks(tx, ago(bouncedForDays))))];
        const since = { now: now(), ...stepsBefore(today), remindedBefore: ago(remindAfterDays), failed };
        const listed = await store.workOf(tx, since, { kind, order: workKinds, page });
        return {
          ...listed,
          perPage: store.workPerPage,
          suggestions: await countWaiting(tx, today),
          others: [
            { name: 'feeds', href: '/feeds', count: (await countProposed(tx)) + (await store.troubledFeeds(tx)) },
            { name: 'matches', href: '/matches', count: await countOpen(tx) },
            { name: 'taxonomies', href: '/taxonomies', count: await store.unmatchedTerms(tx) },
          ],
        };
      }),

    /** "I checked: this is right today." By whoever may tell of the service. */
    assure: (asker: Asker, id: string): Promise<Result<null, 'not-found'>> =>
      // A community organisation's member reaches only what is theirs; that is looked at below, when it is known whose the service is.
      ports.db.inProgramme(asker.programme.id, async (tx) => {
        if (uuid.test(id)) await hold(tx, 'service', id);
        const [service] = uuid.test(id) ? await servicesById(tx, [id]) : [];
        if (!service || !may(asker, 'tell of service', { organisation: service.organisation })) return refuse('not-found');
        const assured = { assuredAt: todayOf(asker, now()), assuredBy: asker.name };
        await changeService(tx, service, { ...service, ...assured }, handOf(asker, now()), { type: 'service-assured' });
        return ok(null);
      }),
  };
}
