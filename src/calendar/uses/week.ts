import type { Asker, Colleague } from '../../identity/index.ts';
import { nameOf, peopleById } from '../../people/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Days, daysOf } from './days.ts';
import { type AboutAppointments, withNames } from './look.ts';
import { colleaguesOf, type NotReached, type Ports } from './needs.ts';

/** Some days of one link worker, or of the whole team. */
export type CalendarSeen = Days &
  Omit<AboutAppointments, 'appointments'> & {
    colleagues: readonly Colleague[];
    worker: Colleague | undefined;
    /** What pages call each person, by id. */
    called: ReadonlyMap<string, string>;
  };

export const weekUses = ({ db, now }: Ports) => ({
  /** `worker`: whose; 'team' for everybody's, and the asker's own when it is left out. */
  seeCalendar: (
    asker: Asker,
    { from, count, worker }: { from: CalendarDay; count: number; worker?: string | undefined },
  ): Promise<Result<CalendarSeen, NotReached>> =>
    db.inProgramme(asker.programme.id, async (tx): Promise<Result<CalendarSeen, NotReached>> => {
      const colleagues = await colleaguesOf(tx, asker);
      const whose = colleagues.find(({ id }) => id === (worker ?? asker.id));
      if (!whose && worker !== 'team') return refuse('not-found');
      const workers = whose ? [whose.id] : colleagues.map(({ id }) => id);
      const days = await daysOf(tx, asker.programme, workers, { from, count, now: now() });
      const people = await peopleById(
        tx,
        days.appointments.map(({ person }) => person),
      );
      const { names, rooms } = await withNames(tx, days.appointments);
      const called = new Map([...people].map(([id, person]) => [id, nameOf(person)]));
      return ok({ ...days, names, rooms, colleagues, worker: whose, called });
    }),
});
