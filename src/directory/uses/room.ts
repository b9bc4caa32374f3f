import { accountsById, type Asker, mayAtAll, may } from '../../identity/index.ts';
import { type CalendarDay, dayIn, instantAt } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Behaviour, BehaviourOf } from '../behaviour.ts';
import { standingOf, type Standing } from '../found.ts';
import type { PauseReason, Telling } from '../room.ts';
import { servicesById, type WholeService } from '../store/read.ts';
import * as store from '../store/room.ts';
import { momentFor } from './needs.ts';
import { beginPause, notePause } from './pause-service.ts';
import { tellRoom } from './tell-room.ts';

/** Whoever is asked to take people on answers how well that goes; undefined when nobody has asked. */
export type RoomPorts = {
  db: Database;
  now: () => Date;
  behaviour: (tx: Tx, whose: BehaviourOf) => Promise<Behaviour | undefined>;
};

/** `by` is the name of a colleague; null for the organisation, through a link, and for Bothy. */
export type ToldOnce = Telling & { by: string | null; byOrganisation: boolean };

/** All that is known of a service's room. `units` are the latest tellings, one of each unit, that still hold or have expired. */
export type ServiceRoom = Standing & {
  service: Pick<WholeService, 'id' | 'name' | 'organisation' | 'organisationName' | 'capacity' | 'status'>;
  units: Telling[];
  pauses: store.FullPause[];
  history: ToldOnce[];
  behaviour: Behaviour | undefined;
};
export type OwnService = Standing & Pick<WholeService, 'id' | 'name' | 'capacity' | 'status'>;
export type OwnServices = { organisation: string; services: OwnService[]; pauses: store.FullPause[]; behaviour: Behaviour | undefined };

export type TellingAsked = Pick<Telling, 'unit' | 'available' | 'maximum' | 'description' | 'waitingList' | 'waitWeeks'> & {
  until: CalendarDay;
};
export type PauseAsked = { reason: PauseReason; note: string; until: CalendarDay | null };

const historyLength = 20;

export type RoomUses = ReturnType<typeof openRoom>;

/** What services say of their room, what they stop for a while, and how they really answer. */
export function openRoom({ db, now, behaviour }: RoomPorts) {
  const inProgramme = <T>(asker: Asker, work: (tx: Tx) => Promise<T>): Promise<T> => db.inProgramme(asker.programme.id, work);

  /** A service of which the asker may tell; the same answer for all others as for one that there is not. */
  async function within(tx: Tx, asker: Asker, id: string): Promise<WholeService | undefined> {
    const [service] = uuid.test(id) ? await servicesById(tx, [id]) : [];
    return service && may(asker, 'tell of service', service) ? service : undefined;
  }
  const telling = <T>(asker: Asker, id: string, work: (tx: Tx, service: WholeService) => Promise<T>): Promise<Result<T, 'not-found'>> =>
    inProgramme(asker, async (tx) => {
      const service = await within(tx, asker, id);
      return service ? ok(await work(tx, service)) : refuse('not-found');
    });
  const byOf = (asker: Asker) => ({ kind: 'account' as const, id: asker.id });

  const begin = (tx: Tx, asker: Asker, of: { organisation: string; service: string | null }, asked: PauseAsked): Promise<string> =>
    beginPause(tx, { ...of, ...asked }, asker.programme.settings.timeZone, byOf(asker), now());

  /** Ends a pause, or begins it again as it was; only on what the asker may tell of. */
  const change = (asker: Asker, id: string, to: 'ended' | 'open'): Promise<Result<store.FullPause, 'not-found'>> =>
    inProgramme(asker, async (tx) => {
      const pause = uuid.test(id) ? await store.holdPause(tx, id) : undefined;
      if (!pause || !may(asker, 'tell of service', { organisation: pause.organisation })) return refuse('not-found');
      if ((pause.endedAt !== null) === (to === 'ended')) return ok(pause);
      await store.endPause(tx, id, to === 'ended' ? byOf(asker) : null, to === 'ended' ? now() : null);
      await notePause(tx, to === 'ended' ? 'service-resumed' : 'service-paused', pause, byOf(asker), now());
      return ok(pause);
    });

  return {
    /** What the asker's own organisation runs; undefined when they belong to none. */
    ownServices: (asker: Asker): Promise<OwnServices | undefined> =>
      inProgramme(asker, async (tx) => {
        const { organisation } = asker;
        if (!organisation || !may(asker, 'tell of service', { organisation })) return undefined;
        const listed = await store.servicesRunBy(tx, organisation);
        const services = await servicesById(
          tx,
          listed.map(({ id }) => id),
        );
        const moment = momentFor(asker, now());
        return {
          organisation,
          services: services.map((service) => ({
            ...{ id: service.id, name: service.name, capacity: service.capacity, status: service.status },
            ...standingOf(service, service.schedules, moment),
          })),
          pauses: await store.pausesNow(tx, organisation, null, now()),
          behaviour: await behaviour(tx, { kind: 'organisation', id: organisation }),
        };
      }),

    /** Undefined when the asker may not tell of this service. */
    roomOf: (asker: Asker, id: string): Promise<ServiceRoom | undefined> =>
      !mayAtAll(asker, 'tell of service')
        ? Promise.resolve(undefined)
        : inProgramme(asker, async (tx) => {
            const service = await within(tx, asker, id);
            if (!service) return undefined;
            const { name, organisation, organisationName, capacity, status } = service;
            const history = await store.tellingsOf(tx, id, historyLength);
            const names = await accountsById(
              tx,
              history.flatMap(({ by }) => (by.kind === 'account' ? [by.id] : [])),
            );
            return {
              service: { id, name, organisation, organisationName, capacity, status },
              ...standingOf(service, service.schedules, momentFor(asker, now())),
              units: ((await store.latestTellings(tx, [id])).get(id) ?? []).filter(({ available }) => available !== null),
              pauses: await store.pausesNow(tx, organisation, id, now()),
              history: history.map(({ by, ...told }) => ({
                ...told,
                by: by.kind === 'account' ? (names.get(by.id)?.name ?? null) : null,
                byOrganisation: by.kind === 'organisation',
              })),
              behaviour: await behaviour(tx, { kind: 'service', id }),
            };
          }),

    tell: (asker: Asker, id: string, { until, ...told }: TellingAsked): Promise<Result<void, 'not-found'>> =>
      telling(asker, id, (tx) => {
        const expiresAt = instantAt(asker.programme.settings.timeZone, until, '00:00');
        return tellRoom(tx, id, { ...told, updatedAt: now(), expiresAt }, byOf(asker));
      }),

    /** What was said of the room in this unit is not known any more. */
    takeBack: (asker: Asker, id: string, unit: string): Promise<Result<void, 'not-found'>> =>
      telling(asker, id, async (tx) => {
        const known = (await store.latestTellings(tx, [id])).get(id)?.find((each) => each.unit === unit && each.available !== null);
        if (!known) return;
        await tellRoom(tx, id, { ...known, available: null, description: '', updatedAt: now(), expiresAt: now() }, byOf(asker));
      }),

    /** Stops taking people in one service, and answers the pause. */
    pause: (asker: Asker, id: string, asked: PauseAsked): Promise<Result<string, 'not-found'>> =>
      telling(asker, id, (tx, { organisation }) => begin(tx, asker, { organisation, service: id }, asked)),

    /** The same in everything that the asker's organisation runs. */
    pauseAll: (asker: Asker, asked: PauseAsked): Promise<Result<string, 'not-found'>> =>
      inProgramme(asker, async (tx) => {
        const { organisation } = asker;
        if (!organisation || !may(asker, 'tell of service', { organisation })) return refuse('not-found');
        return ok(await begin(tx, asker, { organisation, service: null }, asked));
      }),

    resume: (asker: Asker, pause: string) => change(asker, pause, 'ended'),
    pauseAgain: (asker: Asker, pause: string) => change(asker, pause, 'open'),

    /** Readers of changes hear of what was over by itself: room that expired, and pauses that ended. */
    noteWhatIsOver: (programme: string): Promise<void> => db.inProgramme(programme, (tx) => store.touchWhatIsOver(tx, now())),

    /** The first day on which nobody would know any more, when nothing else is said. */
    usualUntil: (asker: Asker): CalendarDay => dayIn(asker.programme.settings.timeZone, new Date(now().getTime() + usualDays * 86_400_000)),
  };
}

/** For so long what a service says of its room is believed, when it says nothing else. */
const usualDays = 28;
