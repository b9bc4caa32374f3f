import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { type Capacity, mainRoom, type Telling, units } from '../room.ts';
import { addTelling, latestTellings } from '../store/room.ts';
import { putCapacity } from '../store/save.ts';

export type NewTelling = Omit<Telling, 'id'>;

/** Keeps what somebody said of a service's room, lets search go by it, and notes that it was said. Words stay out of the event. */
export async function tellRoom(tx: Tx, service: string, telling: NewTelling, by: By): Promise<void> {
  const at = telling.updatedAt;
  await addTelling(tx, service, { ...telling, id: randomUUID(), by });
  const main = mainRoom((await latestTellings(tx, [service])).get(service) ?? [], at);
  if (main) await putCapacity(tx, service, main);
  const { unit, available, waitingList, waitWeeks } = telling;
  const code = units.find((each) => each === unit) ?? 'other';
  await recordEvents(tx, [
    { type: 'room-told', subject: { kind: 'service', id: service }, by, at, data: { unit: code, available, waitingList, waitWeeks } },
  ]);
}

/** What whoever has a service's word says of its room in one unit. */
export const setRoom = (tx: Tx, service: string, capacity: Capacity, by: By = { kind: 'system' }): Promise<void> =>
  tellRoom(tx, service, { ...capacity, maximum: null, description: '' }, by);
