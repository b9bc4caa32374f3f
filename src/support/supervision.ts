import { addDays, type CalendarDay } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';

export const sessionKinds = ['one-to-one', 'group', 'clinical'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** How often somebody is supervised when nobody has said otherwise. */
export const usualWeeks = 6;
/** A session that is a week late is late; a day is a diary. */
const graceDays = 7;

export type Schedule = {
  worker: string;
  everyWeeks: number;
  supervisor: string | null;
  outsideName: string;
  setAt: Date;
  rowVersion: number;
};

export type Session = {
  id: string;
  worker: string;
  supervisor: string | null;
  outsideName: string;
  kind: SessionKind;
  onDay: CalendarDay;
  stage: 'planned' | 'held' | 'called-off';
  moves: number;
  /** Between the two of them. */
  notes: string;
  addedAt: Date;
  rowVersion: number;
};

/** Something to talk over: a contact whose words stay in the person's record, or a line of the worker's own. */
export type Topic =
  { kind: 'contact'; id: string; person: string; at: Date; crossedLine: boolean } | { kind: 'own'; id: string; words: string; at: Date };

export type Action = { id: string; session: string; worker: string; what: string; dueOn: CalendarDay; done: Date | null };

/** By when the next session should be: so many weeks after the last, or after they began. */
export const nextDueOn = (lastHeldOn: CalendarDay | null, since: CalendarDay, everyWeeks: number): CalendarDay =>
  addDays(lastHeldOn ?? since, everyWeeks * 7);

export const isOverdue = (dueOn: CalendarDay, today: CalendarDay): boolean => today > addDays(dueOn, graceDays);

export type SessionRefusal = 'over' | 'stale' | 'not-yet';

export function hold(session: Session, notes: string, version: number, today: CalendarDay): Result<Session, SessionRefusal> {
  if (session.stage !== 'planned') return refuse('over');
  if (session.rowVersion !== version) return refuse('stale');
  if (session.onDay > today) return refuse('not-yet');
  return ok({ ...session, notes, stage: 'held', rowVersion: version + 1 });
}

export function write(session: Session, notes: string, version: number): Result<Session, SessionRefusal> {
  if (session.stage === 'called-off') return refuse('over');
  return session.rowVersion === version ? ok({ ...session, notes, rowVersion: version + 1 }) : refuse('stale');
}

export function move(session: Session, onDay: CalendarDay): Result<Session, SessionRefusal> {
  if (session.stage !== 'planned') return refuse('over');
  return ok({ ...session, onDay, moves: session.moves + 1, rowVersion: session.rowVersion + 1 });
}

export const callOff = (session: Session): Result<Session, SessionRefusal> =>
  session.stage === 'planned' ? ok({ ...session, stage: 'called-off', rowVersion: session.rowVersion + 1 }) : refuse('over');

/** Our own three questions, 0 to 10. Not a validated measure, and never shown as one. */
export const checkQuestions = ['manageable', 'supported', 'rested'] as const;
export type CheckQuestion = (typeof checkQuestions)[number];
export type Check = Record<CheckQuestion, number | null> & { id: string; worker: string; at: Date; shared: boolean };

const low = 3;

/** Somebody who says a low number of anything says enough. */
const isLow = (check: Check): boolean => checkQuestions.some((question) => check[question] !== null && check[question] <= low);

/** Low twice running: help is offered, and nobody else is told unless they choose it. */
export const isLowTwice = (newestFirst: readonly Check[]): boolean => newestFirst.length > 1 && newestFirst.slice(0, 2).every(isLow);

/** Fewer than five workers could be told apart, so their number is not said. */
export const countShown = (count: number, of: number): number | null => (of < 5 ? null : count);
