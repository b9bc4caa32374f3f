import { randomUUID } from 'node:crypto';
import type { Asker, Colleague } from '../../identity/index.ts';
import { addDays, type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Hours, hoursRefused, type HoursRefusal, type OtherDay } from '../hours.ts';
import type { Room } from '../room.ts';
import { isClash } from '../store/appointments.ts';
import * as store from '../store/hours.ts';
import { awaySince } from './days.ts';
import { byOf, colleaguesOf, type NotReached, type Ports } from './needs.ts';

export type HoursPage = {
  colleagues: readonly Colleague[];
  worker: Colleague;
  hours: readonly Hours[];
  others: readonly OtherDay[];
  /** Planned with whoever covers, and changed there. */
  absences: readonly OtherDay[];
  rooms: readonly Room[];
};
export type NewHours = Pick<Hours, 'weekday' | 'starts' | 'ends' | 'slotMinutes' | 'room' | 'from' | 'until'>;
export type NewOther =
  | { kind: 'away'; from: CalendarDay; to: CalendarDay }
  | { kind: 'extra'; from: CalendarDay; to: CalendarDay; starts: number; ends: number; slotMinutes: number; room: string | null };
export type AddRefusal = NotReached | HoursRefusal | 'no-room';

export const hoursUses = ({ db, now }: Ports) => {
  const ofColleague = <T, E>(
    asker: Asker,
    worker: string | undefined,
    work: (tx: Tx, whose: Colleague, colleagues: readonly Colleague[]) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | NotReached>> =>
    db.inProgramme(asker.programme.id, async (tx): Promise<Result<T, E | NotReached>> => {
      const colleagues = await colleaguesOf(tx, asker);
      const whose = colleagues.find(({ id }) => id === (worker ?? asker.id));
      return whose ? work(tx, whose, colleagues) : refuse('not-found');
    });
  const today = (asker: Asker) => dayIn(asker.programme.settings.timeZone, now());
  const tell = (tx: Tx, asker: Asker, type: string, worker: string) =>
    recordEvents(tx, [{ type, subject: { kind: 'account', id: worker }, by: byOf(asker), at: now() }]);

  return {
    seeHours: (asker: Asker, worker?: string): Promise<Result<HoursPage, NotReached>> =>
      ofColleague(asker, worker, async (tx, whose, colleagues) =>
        ok({
          colleagues,
          worker: whose,
          hours: await store.hoursSince(tx, today(asker), [whose.id]),
          others: await store.otherDaysSince(tx, today(asker), [whose.id]),
          absences: await awaySince(tx, today(asker), [whose.id]),
          rooms: await store.allRooms(tx),
        }),
      ),

    /** Refused when the worker, or the room, has other hours then. */
    addHours: (asker: Asker, worker: string, wanted: NewHours): Promise<Result<Hours, AddRefusal>> =>
      ofColleague(asker, worker, async (tx, whose): Promise<Result<Hours, AddRefusal>> => {
        const hours: Hours = { ...wanted, id: randomUUID(), worker: whose.id };
        const rooms = await store.allRooms(tx);
        if (hours.room !== null && !rooms.some(({ id, endedAt }) => id === hours.room && endedAt === null)) return refuse('no-room');
        const refused = hoursRefused(hours, await store.hoursSince(tx, hours.from));
        if (refused) return refuse(refused);
        await store.addHours(tx, [hours]);
        await tell(tx, asker, 'hours-changed', whose.id);
        return ok(hours);
      }).catch((error: unknown): Result<Hours, AddRefusal> => {
        if (isClash(error)) return refuse('times');
        throw error;
      }),

    /** From tomorrow on they hold no more; what is booked stays booked. */
    endHours: (asker: Asker, worker: string, id: string): Promise<Result<'ended', NotReached>> =>
      ofColleague(asker, worker, async (tx, whose) => {
        const known = uuid.test(id) && (await store.hoursSince(tx, today(asker), [whose.id])).some((each) => each.id === id);
        if (!known) return refuse('not-found' as const);
        await store.endHours(tx, id, addDays(today(asker), 0));
        await tell(tx, asker, 'hours-changed', whose.id);
        return ok('ended' as const);
      }),

    addOtherDay: (asker: Asker, worker: string, other: NewOther): Promise<Result<OtherDay, NotReached | 'no-room'>> =>
      ofColleague(asker, worker, async (tx, whose): Promise<Result<OtherDay, 'no-room'>> => {
        const rooms = await store.allRooms(tx);
        if (other.kind === 'extra' && other.room !== null && !rooms.some(({ id, endedAt }) => id === other.room && endedAt === null))
          return refuse('no-room');
        const whole: OtherDay = { ...other, id: randomUUID(), worker: whose.id };
        await store.addOtherDay(tx, whole);
        await tell(tx, asker, 'hours-changed', whose.id);
        return ok(whole);
      }),

    removeOtherDay: (asker: Asker, worker: string, id: string): Promise<Result<'removed', NotReached>> =>
      ofColleague(asker, worker, async (tx, whose) => {
        if (!uuid.test(id) || !(await store.removeOtherDay(tx, id, whose.id))) return refuse('not-found' as const);
        await tell(tx, asker, 'hours-changed', whose.id);
        return ok('removed' as const);
      }),
  };
};
