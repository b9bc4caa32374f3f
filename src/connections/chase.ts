import { addDays, type CalendarDay, instantAt } from '../platform/calendar.ts';
import type { Connection } from './connection.ts';
import { isOpen } from './status.ts';

/** After this long without a word of whether they came, somebody gently asks. */
const attendanceAfterDays = 21;
/** When nobody could say how long a waiting list is, it is looked at again after this long. */
const unknownWaitDays = 84;

export type Rules = { chaseAfterDays: number; timeZone: string };

/** The organisation is asked (`remind`, `ask-attendance`), or the link worker gets a task. */
export type Nudge = 'remind' | 'ask-attendance' | 'no-answer' | 'wait-passed' | 'no-news';
export type Chase = { nudge: Nudge; at: Date };

const DAY = 86_400_000;
const after = (instant: Date, days: number): Date => new Date(instant.getTime() + days * DAY);
const morningAfter = (day: CalendarDay, timeZone: string): Date => instantAt(timeZone, addDays(day, 1), '08:00');

/** What is done about silence next, and when; undefined when it has been handed to the link worker, or nothing is awaited. */
export function nextChase(connection: Connection, { chaseAfterDays, timeZone }: Rules): Chase | undefined {
  const { status, kind, heardAt, nudgedAt, raisedAt, expectedOn, attended } = connection;
  if (!isOpen(status) || raisedAt) return undefined;
  if (status === 'requested') {
    if (nudgedAt) return { nudge: 'no-answer', at: after(nudgedAt, chaseAfterDays) };
    return { nudge: kind === 'asked' ? 'remind' : 'no-answer', at: after(heardAt, chaseAfterDays) };
  }
  if (status === 'on-hold')
    return { nudge: 'wait-passed', at: expectedOn ? morningAfter(expectedOn, timeZone) : after(heardAt, unknownWaitDays) };
  if (attended) return undefined;
  if (nudgedAt) return { nudge: 'no-news', at: after(nudgedAt, attendanceAfterDays) };
  return { nudge: kind === 'asked' ? 'ask-attendance' : 'no-news', at: after(heardAt, attendanceAfterDays) };
}

/** Marks that the nudge was given. The connection itself stays as it is: silence closes nothing. */
export function chase(connection: Connection, rules: Rules, now: Date): { state: Connection; nudge: Nudge } | undefined {
  const next = nextChase(connection, rules);
  if (!next || next.at > now) return undefined;
  const told = next.nudge === 'remind' || next.nudge === 'ask-attendance';
  return { state: { ...connection, ...(told ? { nudgedAt: now } : { raisedAt: now }) }, nudge: next.nudge };
}
