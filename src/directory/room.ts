/** What a service last said of its room. After `expiresAt` nobody knows. */
export type Capacity = {
  unit: string;
  available: number;
  waitingList: boolean;
  waitWeeks: number | null;
  updatedAt: Date;
  expiresAt: Date;
};

export type Room = { kind: 'room'; available: number } | { kind: 'waiting'; weeks: number | null } | { kind: 'full' } | { kind: 'unknown' };

/** The room that a service has at an instant. */
export function roomAt(capacity: Capacity | null, now: Date): Room {
  if (!capacity || capacity.expiresAt <= now) return { kind: 'unknown' };
  if (capacity.available > 0) return { kind: 'room', available: capacity.available };
  return capacity.waitingList ? { kind: 'waiting', weeks: capacity.waitWeeks } : { kind: 'full' };
}

/** Of two tellings the one that was told later; a service may have told of its room itself since a feed did. */
export const newerRoom = (one: Capacity | null, other: Capacity | null): Capacity | null =>
  one && (!other || one.updatedAt > other.updatedAt) ? one : other;
