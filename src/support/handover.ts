import { ok, refuse, type Result } from '../platform/result.ts';

/** Somebody's support goes from one worker to another. They hear of it at `tellAt`; until then it can be taken back. */
export type Handover = {
  id: string;
  person: string;
  support: string;
  from: string;
  to: string;
  fromTeam: string;
  /** What the next worker should know, in the words of whoever hands over. */
  note: string;
  /** What went along, to be given back when it is taken back. */
  moved: Moved;
  by: string;
  at: Date;
  tellAt: Date;
  toldAt: Date | null;
  undoneAt: Date | null;
};
export type Moved = { tasks: readonly string[]; connections: readonly string[]; appointments: readonly string[] };

/** Time enough to see a slip, and short enough that the person hears of it from us first. */
export const tellAfterMinutes = 60;

/** Somebody who might take people on. */
export type Candidate = { id: string; team: string | null; supports: boolean; active: boolean; away: boolean; joined: boolean };
export type HandoverRefusal = 'to-themselves' | 'not-active' | 'no-link-worker' | 'lead-says';

/** `agreed`: a lead says so all the same, of somebody who is away just now, has never signed in or belongs to another team. */
export function mayTake(
  { from, team }: { from: string; team: string },
  to: Candidate,
  by: { lead: boolean; agreed: boolean },
): Result<'may', HandoverRefusal> {
  if (to.id === from) return refuse('to-themselves');
  if (!to.active) return refuse('not-active');
  if (!to.supports) return refuse('no-link-worker');
  const unusual = to.away || !to.joined || to.team !== team;
  return unusual && !(by.lead && by.agreed) ? refuse('lead-says') : ok('may');
}

export function undo(handover: Handover, at: Date): Result<Handover, 'told' | 'undone'> {
  if (handover.undoneAt) return refuse('undone');
  return handover.toldAt ? refuse('told') : ok({ ...handover, undoneAt: at });
}

export const isDueToTell = ({ tellAt, toldAt, undoneAt }: Handover, now: Date): boolean => !toldAt && !undoneAt && tellAt <= now;
