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
