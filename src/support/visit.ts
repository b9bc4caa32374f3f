import { ok, refuse, type Result } from '../platform/result.ts';

/** Somebody goes out alone: where, until when, and how to reach them. Only their team may know. */
export type Visit = {
  id: string;
  worker: string;
  team: string;
  person: string | null;
  about: { kind: string; id: string } | null;
  place: string;
  startsAt: Date;
  endsAt: Date;
  mobile: string;
  /** Whom to ring when nothing is heard. */
  ring: string;
  note: string;
  plannedAt: Date;
  arrivedAt: Date | null;
  safeAt: Date | null;
  calledOffAt: Date | null;
  /** They asked for help themselves. */
  helpAt: Date | null;
  /** How often a lead was told that nothing has been heard, and when last. */
  missed: { times: number; at: Date | null };
};

export type VisitState = 'planned' | 'out' | 'overdue' | 'help' | 'safe' | 'called-off';

export function stateOf(visit: Visit, now: Date): VisitState {
  if (visit.safeAt) return 'safe';
  if (visit.calledOffAt) return 'called-off';
  if (visit.helpAt) return 'help';
  if (now > visit.endsAt) return 'overdue';
  return visit.arrivedAt || now >= visit.startsAt ? 'out' : 'planned';
}

export const isOver = ({ safeAt, calledOffAt }: Pick<Visit, 'safeAt' | 'calledOffAt'>): boolean => Boolean(safeAt ?? calledOffAt);

const after = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

/** When a lead is to be told next that nothing has been heard; never, once it is over. */
function missedFrom(visit: Visit, minutes: number): Date | undefined {
  if (isOver(visit)) return undefined;
  const from = visit.missed.at && visit.missed.at > visit.endsAt ? visit.missed.at : visit.endsAt;
  return after(from, minutes);
}

/** However often it is asked, each lateness is noticed once; then again after as long. */
export function miss(visit: Visit, minutes: number, now: Date): Visit | undefined {
  const from = missedFrom(visit, minutes);
  return from && now >= from ? { ...visit, missed: { times: visit.missed.times + 1, at: now } } : undefined;
}

type Step = Result<Visit, 'over'>;
const unlessOver = (visit: Visit, change: Partial<Visit>): Step => (isOver(visit) ? refuse('over') : ok({ ...visit, ...change }));

export const arrive = (visit: Visit, now: Date): Step => unlessOver(visit, { arrivedAt: visit.arrivedAt ?? now });
export const beSafe = (visit: Visit, now: Date): Step => unlessOver(visit, { safeAt: now });
export const callOff = (visit: Visit, now: Date): Step => unlessOver(visit, { calledOffAt: now });
export const askForHelp = (visit: Visit, now: Date): Step => unlessOver(visit, { helpAt: visit.helpAt ?? now });

/** So many minutes more, from the end that was given or from now, whichever is later. */
export const extend = (visit: Visit, minutes: number, now: Date): Step =>
  unlessOver(visit, { endsAt: after(visit.endsAt > now ? visit.endsAt : now, minutes), missed: { times: visit.missed.times, at: null } });
