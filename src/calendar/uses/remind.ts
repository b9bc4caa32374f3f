import { thisProgramme } from '../../identity/index.ts';
import { saysNoTo } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import { hasEnded } from '../../support/index.ts';
import type { Ports } from './needs.ts';
import { mayRemindNow } from '../reminder.ts';
import { holdToRemind, noteReminded } from '../store/appointments.ts';

const atOnce = 100;

/** Somebody who no longer agrees to support, or whose support has ended, is not written to: whoever ended it talks with them. */
const isStillWanted = async (tx: Tx, person: string): Promise<boolean> =>
  !(await saysNoTo(tx, person, 'support')) && !(await hasEnded(tx, person));

/** However often it runs, nobody is reminded twice; and nobody whose appointment is over, off or about to begin. */
export function openReminding({ db, now, post, everyProgramme }: Ports) {
  const remindSome = (programme: string): Promise<number> =>
    db.inProgramme(programme, async (tx) => {
      const due = await holdToRemind(tx, now(), atOnce);
      const { settings } = due.length ? await thisProgramme(tx) : { settings: undefined };
      for (const { id, person, startsAt } of due) {
        await noteReminded(tx, id);
        if (!settings || !mayRemindNow(startsAt, now(), settings.timeZone) || !(await isStillWanted(tx, person))) continue;
        await post.queue(tx, { template: 'appointment-reminder', about: id, person, to: { person }, at: now() });
      }
      return due.length;
    });

  return {
    async remindAll(): Promise<void> {
      const faults: unknown[] = [];
      for (const programme of await everyProgramme()) {
        try {
          while ((await remindSome(programme)) === atOnce);
        } catch (fault) {
          faults.push(fault);
        }
      }
      if (faults.length) throw new AggregateError(faults, 'Reminders could not be sent in every programme.');
    },
  };
}
