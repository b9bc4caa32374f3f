import { thisProgramme, type Programme } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { chase, type Nudge } from '../chase.ts';
import type { Connection } from '../connection.ts';
import { taskOfSilence } from '../news.ts';
import { holdSilent, noteNudge } from '../store/connections.ts';
import { aboutIt, type Needs } from './needs.ts';
import { lookAtOf } from './save.ts';

const atOnce = 100;
const letters: Partial<Record<Nudge, string>> = { remind: 'connection-reminder', 'ask-attendance': 'connection-ask-attendance' };

/** Looks after silence. However often it runs, each thing is done once; and it never closes anything. */
export function openChasing({ db, now, post, toDo, everyProgramme }: Needs) {
  async function nudge(tx: Tx, programme: Programme, before: Connection): Promise<void> {
    const at = now();
    const { settings } = programme;
    const chased = chase(before, settings, at);
    const state = chased?.state ?? before;
    await noteNudge(tx, state, lookAtOf(state, settings));
    if (!chased) return;
    const template = letters[chased.nudge];
    if (template) await post.queue(tx, { template, about: state.id, person: state.person, to: { service: state.service }, at });
    if (chased.nudge in taskOfSilence) {
      const kind = taskOfSilence[chased.nudge as keyof typeof taskOfSilence];
      await toDo.addTask(tx, {
        person: state.person,
        kind,
        about: aboutIt(state),
        dueOn: dayIn(settings.timeZone, at),
        owner: state.linkWorker,
        at,
      });
    }
    await recordEvents(tx, [
      { type: `connection-${eventOf[chased.nudge]}`, subject: aboutIt(state), person: state.person, by: { kind: 'system' }, at },
    ]);
  }

  /** Answers how many there were. */
  const chaseSome = (programme: string): Promise<number> =>
    db.inProgramme(programme, async (tx) => {
      const silent = await holdSilent(tx, now(), atOnce);
      const whose = silent.length ? await thisProgramme(tx) : undefined;
      for (const connection of silent) await nudge(tx, whose!, connection);
      return silent.length;
    });

  async function chaseWhole(programme: string): Promise<void> {
    while ((await chaseSome(programme)) === atOnce);
  }

  return {
    /** A fault in one programme does not keep the others waiting. */
    async chaseAll(): Promise<void> {
      const faults: unknown[] = [];
      for (const programme of await everyProgramme()) await chaseWhole(programme).catch((fault: unknown) => faults.push(fault));
      if (faults.length) throw new AggregateError(faults, 'Silence could not be looked after in every programme.');
    },
  };
}

const eventOf = {
  remind: 'reminded',
  'ask-attendance': 'attendance-asked',
  'no-answer': 'unanswered',
  'wait-passed': 'wait-passed',
  'no-news': 'unheard',
} as const satisfies Record<Nudge, string>;
