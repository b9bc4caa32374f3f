import type { Appointment } from './appointment.ts';
import { overlap, type Span } from './clock.ts';
import type { Session, Slot } from './hours.ts';

export type Offered = {
  worker: string;
  slots: number;
  used: number;
  appointments: number;
  happened: number;
  notThere: number;
  calledOff: number;
};

/** How many times were offered, how many of those were used, and what came of the appointments; for each worker. */
export function offeredBy(workers: readonly string[], slots: readonly Slot[], appointments: readonly Appointment[]): Offered[] {
  const named = (stage: Appointment['stage']['name']) => (each: Appointment) => each.stage.name === stage;
  return workers.map((worker) => {
    const theirs = appointments.filter((each) => each.workers.includes(worker));
    const stand: readonly Span[] = theirs.filter(({ stage }) => stage.name !== 'cancelled');
    const own = slots.filter((slot) => slot.worker === worker);
    return {
      worker,
      slots: own.length,
      used: own.filter((slot) => stand.some((each) => overlap(slot, each))).length,
      appointments: theirs.length,
      happened: theirs.filter(named('happened')).length,
      notThere: theirs.filter(named('not-there')).length,
      calledOff: theirs.filter(named('cancelled')).length,
    };
  });
}

/** On how many days somebody was at a practice: a day with two workers, or two stretches, is one. `practiceOf` a room. */
export function daysAt(sessions: readonly Session[], practiceOf: (room: string) => string | null): Map<string, number> {
  const days = new Map<string, Set<string>>();
  for (const { day, room } of sessions) {
    const practice = room && practiceOf(room);
    if (practice) days.set(practice, (days.get(practice) ?? new Set()).add(day));
  }
  return new Map([...days].map(([practice, each]) => [practice, each.size]));
}
