import type { Tx } from '../../platform/database.ts';
import { dayIn } from '../../platform/calendar.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { thisProgramme } from '../../identity/index.ts';
import { addTask, finishTasks } from '../../support/index.ts';
import * as core from '../appointment.ts';
import { appointmentsOf, clashingWith, findAppointment, saveAppointment } from '../store/appointments.ts';
import { aboutIt } from './needs.ts';

/** Calls off all that is ahead of somebody, without a letter: they have died, or want no more of it. Answers what it was. */
export async function stopAppointments(tx: Tx, person: string, by: By, at: Date): Promise<string[]> {
  const ahead = (await appointmentsOf(tx, person)).filter((each) => core.isAhead(each, at));
  for (const before of ahead) {
    const after = core.cancel(before, 'us', 'stopped', '');
    if (!after.ok || !(await saveAppointment(tx, after.value))) continue;
    const data = { endedBy: 'us', reason: 'stopped' };
    await recordEvents(tx, [{ type: 'appointment-cancelled', subject: aboutIt(before.id), person, by, at, data }]);
    await finishTasks(tx, { about: before.id }, by, at);
  }
  return ahead.map(({ id }) => id);
}

/**
 * Gives what is ahead from one link worker to another, inside the transaction of a handover; answers which. What the other has no
 * time for stays where it is, and they have a task to move it.
 */
export async function handOverAppointments(
  tx: Tx,
  { person, from, to, only, by, at }: { person: string; from: string; to: string; only?: readonly string[]; by: By; at: Date },
): Promise<string[]> {
  const theirs = (await appointmentsOf(tx, person)).filter(
    (each) => core.isAhead(each, at) && each.workers.includes(from) && (only?.includes(each.id) ?? true),
  );
  const moved: string[] = [];
  for (const { id } of theirs) {
    const before = await findAppointment(tx, id);
    if (!before) continue;
    const workers = [...new Set(before.workers.map((worker) => (worker === from ? to : worker)))];
    const after = { ...before, workers };
    if ((await clashingWith(tx, after)).length) {
      const dueOn = dayIn((await thisProgramme(tx)).settings.timeZone, at);
      await addTask(tx, { person, kind: 'appointment-to-move', about: aboutIt(id), dueOn, owner: to, by, at });
    } else if (await saveAppointment(tx, after)) {
      moved.push(id);
      await recordEvents(tx, [{ type: 'appointment-handed-over', subject: aboutIt(id), person, by, at, data: { linkWorker: to } }]);
    }
  }
  return moved;
}
