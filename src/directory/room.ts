import type { CalendarDay } from '../platform/calendar.ts';

/** What a service last said of its room. After `expiresAt` nobody knows. */
export type Capacity = {
  unit: string;
  available: number;
  waitingList: boolean;
  waitWeeks: number | null;
  updatedAt: Date;
  expiresAt: Date;
};

/** In what room is counted, in the order in which pages offer it; feeds have words of their own. */
export const units = ['places', 'beds', 'hours', 'visits', 'parcels'] as const;

/** One telling of the room in one unit. `available` is null when whoever told it took back what they had said. */
export type Telling = Omit<Capacity, 'available'> & { id: string; available: number | null; maximum: number | null; description: string };

export const pauseReasons = ['full', 'holiday', 'staff', 'building', 'money', 'other'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Nobody is taken on before `until`, the day on which they are again; null until whoever paused it says so. `untilAt` is when that day begins there. */
export type Pause = { until: CalendarDay | null; untilAt: Date | null; begunAt: Date };

export type Room =
  | { kind: 'room'; available: number; unit: string }
  | { kind: 'waiting'; weeks: number | null }
  | { kind: 'full' }
  | { kind: 'paused'; until: CalendarDay | null }
  | { kind: 'unknown' };

export const isPaused = (pause: Pause | null, now: Date): pause is Pause =>
  pause !== null && (pause.untilAt === null || pause.untilAt > now);

/** The room that a service has at an instant. A pause ends by itself, and then what was said before counts again. */
export function roomAt(capacity: Capacity | null, now: Date, pause: Pause | null = null): Room {
  if (isPaused(pause, now)) return { kind: 'paused', until: pause.until };
  if (!capacity || capacity.expiresAt <= now) return { kind: 'unknown' };
  if (capacity.available > 0) return { kind: 'room', available: capacity.available, unit: capacity.unit };
  return capacity.waitingList ? { kind: 'waiting', weeks: capacity.waitWeeks } : { kind: 'full' };
}

/** Of two tellings the one that was told later; a service may have told of its room itself since a feed did. */
export const newerRoom = (one: Capacity | null, other: Capacity | null): Capacity | null =>
  one && (!other || one.updatedAt > other.updatedAt) ? one : other;

/** Whether a telling says anything at an instant. */
const isKnown = (telling: Telling, now: Date): telling is Telling & { available: number } =>
  telling.available !== null && telling.expiresAt > now;

/** Of the latest tellings of each unit, the one that search goes by: what was told last and still holds, else what was taken back last. */
export function mainRoom(latest: readonly Telling[], now: Date): Capacity | null {
  const byTime = [...latest].sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  const main = byTime.find((telling) => isKnown(telling, now)) ?? byTime[0];
  if (!main) return null;
  const { unit, available, waitingList, waitWeeks, updatedAt, expiresAt } = main;
  return { unit, available: available ?? 0, waitingList, waitWeeks, updatedAt, expiresAt };
}
