import { type CalendarDay, weekday } from '../platform/calendar.ts';
import { overlap, type Span, timeOf, whenOf } from './clock.ts';

/** A weekly stretch in which a link worker sees people. `starts` and `ends` are minutes since midnight on the clocks of the programme. */
export type Hours = {
  id: string;
  worker: string;
  weekday: number;
  starts: number;
  ends: number;
  slotMinutes: number;
  room: string | null;
  from: CalendarDay;
  until: CalendarDay | null;
};

export type OtherDay = { id: string; worker: string; from: CalendarDay; to: CalendarDay } & (
  { kind: 'away' } | { kind: 'extra'; starts: number; ends: number; slotMinutes: number; room: string | null }
);

/** A stretch of one day in which people can be seen. */
export type Session = { worker: string; day: CalendarDay; starts: number; ends: number; slotMinutes: number; room: string | null };
export type Slot = Span & { worker: string; day: CalendarDay; time: string; room: string | null };

const holds = (day: CalendarDay, { from, until }: Pick<Hours, 'from' | 'until'>): boolean =>
  from <= day && (until === null || day <= until);

export const isAwayOn = (others: readonly OtherDay[], day: CalendarDay): boolean =>
  others.some((other) => other.kind === 'away' && other.from <= day && day <= other.to);

/** When a day has time for people. Extra days count on a bank holiday too; somebody who is away is away. */
export function sessionsOn(
  day: CalendarDay,
  hours: readonly Hours[],
  others: readonly OtherDay[],
  isHoliday: (day: CalendarDay) => boolean,
): Session[] {
  const awake = (worker: string) =>
    !isAwayOn(
      others.filter((other) => other.worker === worker),
      day,
    );
  const weekly = isHoliday(day) ? [] : hours.filter((each) => each.weekday === weekday(day) && holds(day, each));
  const extra = others.flatMap((other) => (other.kind === 'extra' && other.from === day ? [other] : []));
  return [...weekly, ...extra]
    .filter(({ worker }) => awake(worker))
    .map(({ worker, starts, ends, slotMinutes, room }) => ({ worker, day, starts, ends, slotMinutes, room }))
    .toSorted((a, b) => a.starts - b.starts || a.worker.localeCompare(b.worker));
}

/** The whole slots of a stretch, in order. One that falls into the hour that the clocks skip is none. */
export function slotsOf({ worker, day, starts, ends, slotMinutes, room }: Session, timeZone: string): Slot[] {
  const slots: Slot[] = [];
  for (let at = starts; at + slotMinutes <= ends; at += slotMinutes) {
    const startsAt = whenOf(timeZone, day, timeOf(at));
    if (!startsAt.ok) continue;
    const endsAt = new Date(startsAt.value.getTime() + slotMinutes * 60_000);
    slots.push({ worker, day, time: timeOf(at), room, startsAt: startsAt.value, endsAt });
  }
  return slots;
}

export type Taken = Span & { workers: readonly string[]; room: string | null };

const isFree = (slot: Slot, taken: readonly Taken[]): boolean =>
  !taken.some((each) => overlap(slot, each) && (each.workers.includes(slot.worker) || (slot.room !== null && each.room === slot.room)));

/** Slots that nobody has, in a room that nobody has, later than now. */
export const freeSlots = (slots: readonly Slot[], taken: readonly Taken[], now: Date): Slot[] =>
  slots.filter((slot) => slot.startsAt > now && isFree(slot, taken));

export type HoursRefusal = 'times' | 'dates' | { own: Hours } | { room: Hours };

const sameTime = (a: Hours, b: Hours): boolean =>
  a.weekday === b.weekday &&
  a.starts < b.ends &&
  b.starts < a.ends &&
  (a.until === null || b.from <= a.until) &&
  (b.until === null || a.from <= b.until);

/** Why these hours cannot be added beside the others of the programme; undefined when they can. */
export function hoursRefused(wanted: Hours, others: readonly Hours[]): HoursRefusal | undefined {
  if (wanted.starts + wanted.slotMinutes > wanted.ends) return 'times';
  if (wanted.until !== null && wanted.until < wanted.from) return 'dates';
  const meeting = others.filter((other) => other.id !== wanted.id && sameTime(wanted, other));
  const own = meeting.find(({ worker }) => worker === wanted.worker);
  if (own) return { own };
  const room = wanted.room === null ? undefined : meeting.find((other) => other.room === wanted.room);
  return room && { room };
}
