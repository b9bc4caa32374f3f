import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { instantAt } from '../../platform/calendar.ts';
import { listServices } from '../store/listing.ts';
import { servicesById } from '../store/read.ts';
import { touchServices } from '../store/records.ts';
import { addPause, type FullPause, type PauseBy, servicesRunBy } from '../store/room.ts';

export type NewPause = Pick<FullPause, 'organisation' | 'service' | 'reason' | 'note' | 'until'>;

/** Stops requests from now on; the day on which they begin again is one of this time zone. Answers the pause's id. */
export async function beginPause(tx: Tx, asked: NewPause, timeZone: string, by: PauseBy, at: Date): Promise<string> {
  const untilAt = asked.until === null ? null : instantAt(timeZone, asked.until, '00:00');
  const pause: FullPause = { ...asked, id: randomUUID(), untilAt, begunAt: at, begunBy: by, endedAt: null };
  await addPause(tx, pause);
  await notePause(tx, 'service-paused', pause, by, at);
  return pause.id;
}

/** Search and feeds hear of it, and so does the record of what happened. */
export async function notePause(
  tx: Tx,
  type: 'service-paused' | 'service-resumed',
  pause: FullPause,
  by: PauseBy,
  at: Date,
): Promise<void> {
  const services = pause.service ? [pause.service] : (await servicesRunBy(tx, pause.organisation)).map(({ id }) => id);
  await listServices(tx, services);
  await touchServices(tx, services, at);
  const subject = pause.service ? { kind: 'service', id: pause.service } : { kind: 'organisation', id: pause.organisation };
  const { id, reason, until } = pause;
  await recordEvents(tx, [{ type, subject, by, at, data: { pause: id, reason, until } }]);
}

/** An organisation that says it is full asks for no more requests to a service until a day. */
export async function pauseFull(tx: Tx, service: string, until: string, timeZone: string, by: PauseBy, at: Date): Promise<void> {
  const [found] = await servicesById(tx, [service]);
  if (found) await beginPause(tx, { organisation: found.organisation, service, reason: 'full', note: '', until }, timeZone, by, at);
}
