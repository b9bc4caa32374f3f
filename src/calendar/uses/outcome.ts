import type { Asker } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { refuse, type Result } from '../../platform/result.ts';
import { finishTasks } from '../../support/index.ts';
import * as core from '../appointment.ts';
import type { Appointment } from '../appointment.ts';
import { findAppointment, saveAppointment } from '../store/appointments.ts';
import { note } from './book.ts';
import { aboutPerson, byOf, type NotReached, type Ports } from './needs.ts';

export type ChangeRefusal = NotReached | core.StageRefusal | { stale: Appointment };
export type Cancelling = { by: core.Asker; reason: core.Reason; note: string; version: number };
export type NotThereSaid = {
  reason: core.WhyNotThere;
  note: string;
  easier: readonly core.Easier[];
  againOn: string | null;
  version: number;
};

export const outcomeUses = ({ db, now, post, noteTry }: Ports) => {
  const change = (
    asker: Asker,
    person: string,
    id: string,
    version: number,
    decide: (before: Appointment) => Result<Appointment, core.StageRefusal>,
    then: (tx: Tx, after: Appointment) => Promise<void>,
  ): Promise<Result<Appointment, ChangeRefusal>> =>
    aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<Appointment, ChangeRefusal>> => {
      const before = uuid.test(id) ? await findAppointment(tx, id) : undefined;
      if (before?.person !== person) return refuse('not-found');
      if (before.rowVersion !== version) return refuse({ stale: before });
      const after = decide(before);
      if (!after.ok) return after;
      if (!(await saveAppointment(tx, after.value))) return refuse({ stale: before });
      await then(tx, after.value);
      return after;
    });

  return {
    /** It will not be, or was not, because somebody said so. When it was us, the person gets our apology. */
    cancelAppointment: (asker: Asker, person: string, id: string, { by, reason, note: why, version }: Cancelling) =>
      change(
        asker,
        person,
        id,
        version,
        (before) => core.cancel(before, by, reason, why),
        async (tx, after) => {
          await note(tx, 'appointment-cancelled', after, asker, now(), { endedBy: by, reason });
          await post.stopFor(tx, { about: id });
          const template = by === 'us' ? 'appointment-sorry' : 'appointment-cancelled';
          if (after.tell && (by === 'us' || after.startsAt > now()))
            await post.queue(tx, { template, about: id, person, to: { person }, at: now() });
          await finishTasks(tx, { about: id }, byOf(asker), now());
        },
      ),

    /** Nobody came to the door, or picked up. It is a try to reach them, and says nothing against them. */
    wasNotThere: (asker: Asker, person: string, id: string, said: NotThereSaid) =>
      change(
        asker,
        person,
        id,
        said.version,
        (before) => core.notThere(before, said, now()),
        async (tx, after) => {
          await note(tx, 'appointment-not-there', after, asker, now(), { reason: said.reason });
          const { kind, startsAt: at } = after;
          await noteTry(tx, asker, { person, by: asker.id, kind, at, why: said.reason, note: said.note, againOn: said.againOn });
          await post.stopFor(tx, { about: id });
          await finishTasks(tx, { about: id }, byOf(asker), now());
        },
      ),
  };
};

/** For whoever has just noted a try to reach somebody who was not there for an appointment. */
export async function becameTry(
  tx: Tx,
  asker: Asker,
  { person, id, note: words, at }: { person: string; id: string; note: string; at: Date },
): Promise<void> {
  const before = uuid.test(id) ? await findAppointment(tx, id) : undefined;
  if (before?.person !== person) return;
  const after = core.notThere(before, { reason: 'not-known', note: words, easier: [] }, at);
  if (!after.ok || !(await saveAppointment(tx, after.value))) return;
  await note(tx, 'appointment-not-there', after.value, asker, at, { reason: 'not-known' });
  await finishTasks(tx, { about: id }, byOf(asker), at);
}

/** For whoever has just written down a contact that began as an appointment. */
export async function becameContact(tx: Tx, asker: Asker, person: string, id: string, contact: string, at: Date): Promise<void> {
  const before = uuid.test(id) ? await findAppointment(tx, id) : undefined;
  if (before?.person !== person) return;
  const after = core.happened(before, contact, at);
  if (!after.ok || !(await saveAppointment(tx, after.value))) return;
  await note(tx, 'appointment-happened', after.value, asker, at);
  await finishTasks(tx, { about: id }, byOf(asker), at);
}
