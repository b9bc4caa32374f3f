import type { CalendarDay } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Person } from './person.ts';

/** What was stopped because somebody died. `what` is a code: a template, a kind of task. */
export type Stopped = {
  kind: 'message' | 'task' | 'connection' | 'appointment' | 'measure' | 'plan-link' | 'story';
  id: string | null;
  what: string;
};

export type Death = {
  id: string;
  person: string;
  on: CalendarDay | null;
  saidBy: string;
  recordedAt: Date;
  recordedBy: string;
  /** It turned out to be a mistake. */
  undone: { at: Date; by: string; because: string } | null;
  stopped: readonly Stopped[];
};

export type Said = { on: CalendarDay | null; saidBy: string };
export type DeathRefusal = 'recorded-already' | 'in-future' | 'before-birth';

/** Nobody dies before they are born, on a day that has not come, or twice. */
export function recordDeath(
  person: Pick<Person, 'id' | 'dateOfBirth' | 'died'>,
  { on, saidBy }: Said,
  { id, at, by, today }: { id: string; at: Date; by: string; today: CalendarDay },
): Result<Death, DeathRefusal> {
  if (person.died) return refuse('recorded-already');
  if (on && on > today) return refuse('in-future');
  if (on && on < person.dateOfBirth) return refuse('before-birth');
  return ok({ id, person: person.id, on, saidBy: saidBy.trim(), recordedAt: at, recordedBy: by, undone: null, stopped: [] });
}

/** What was stopped stays stopped: somebody decides of each thing whether it is still right. */
export function undoDeath(death: Death, { at, by, because }: { at: Date; by: string; because: string }): Result<Death, 'undone-already'> {
  return death.undone ? refuse('undone-already') : ok({ ...death, undone: { at, by, because: because.trim() } });
}
