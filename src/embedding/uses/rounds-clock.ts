import { dueOn } from '../core/round.ts';
import { holdRound, roundsUnderWay } from '../store/rounds.ts';
import { type Ports, todayHere } from './rounds-needs.ts';
import { closeRound, openRound, remindAll } from './rounds-turn.ts';

/** Opens, reminds of and closes rounds by the calendar. However often it runs, each happens once. */
export const turnRounds =
  ({ db, now, post, everyProgramme }: Ports) =>
  async (): Promise<void> => {
    const faults: unknown[] = [];
    for (const programme of await everyProgramme()) {
      for (const id of await db.inProgramme(programme, roundsUnderWay)) {
        await db
          .inProgramme(programme, async (tx) => {
            const round = await holdRound(tx, id);
            const turned = { by: { kind: 'system' } as const, at: now(), today: await todayHere(tx, now()) };
            if (!round) return;
            const due = dueOn(round, turned.today);
            if (due === 'open') await openRound(tx, post, round, turned);
            if (due === 'remind') await remindAll(tx, post, round, turned);
            if (due === 'close') await closeRound(tx, post, round, turned);
          })
          .catch((fault: unknown) => faults.push(fault));
      }
    }
    if (faults.length) throw new AggregateError(faults, 'Not every survey round could be turned over.');
  };
