import type { Need } from '../directory/index.ts';
import type { Closure } from '../referrals/index.ts';
import { addDays, type CalendarDay } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Next, Task } from './task.ts';

export type Stage = { name: 'open' } | { name: 'closed'; because: Closure; at: Date };

export type Support = {
  id: string;
  person: string;
  referral: string;
  linkWorker: string;
  team: string;
  /** What it is about: first what the referrer named, then what the plan says. */
  needs: readonly Need[];
  startedAt: Date;
  lastContactAt: Date | null;
  stage: Stage;
  next: Next | null;
  rowVersion: number;
};

export type SupportEvent =
  | { type: 'support-begun'; linkWorker: string }
  | { type: 'support-closed'; because: Closure }
  | { type: 'support-reopened'; linkWorker: string };

/** What a decision changes, with the task that it brings. */
export type Change = { state: Support; event: SupportEvent; task?: Task };
export type Refusal = 'not-open' | 'not-closed';

type Begun = Pick<Support, 'id' | 'person' | 'referral' | 'linkWorker' | 'team' | 'needs'>;
type When = { at: Date; today: CalendarDay; withinDays: number; task: string };

/** A referral was accepted: somebody now supports the person, and will first get in touch. */
export function begin(begun: Begun, when: When): Change {
  const state: Support = { ...begun, startedAt: when.at, lastContactAt: null, stage: { name: 'open' }, next: null, rowVersion: 1 };
  return { state, event: { type: 'support-begun', linkWorker: begun.linkWorker }, task: firstContact(state, when) };
}

export function close(support: Support, because: Closure, at: Date): Result<Change, Refusal> {
  if (support.stage.name !== 'open') return refuse('not-open');
  const state: Support = { ...support, stage: { name: 'closed', because, at }, next: null, rowVersion: support.rowVersion + 1 };
  return ok({ state, event: { type: 'support-closed', because } });
}

/** An easy way back: the same support with all its history, with whoever opens it again, who first gets in touch. */
export function reopen(support: Support, linkWorker: string, when: When): Result<Change, Refusal> {
  if (support.stage.name !== 'closed') return refuse('not-closed');
  const state: Support = { ...support, linkWorker, stage: { name: 'open' }, rowVersion: support.rowVersion + 1 };
  return ok({ state, event: { type: 'support-reopened', linkWorker }, task: firstContact(state, when) });
}

const firstContact = ({ id, person, linkWorker }: Support, { at, today, withinDays, task }: When): Task => ({
  id: task,
  person,
  support: id,
  owner: linkWorker,
  kind: 'first-contact',
  about: null,
  dueOn: addDays(today, withinDays),
  note: '',
  addedAt: at,
  done: null,
});

/** The one that a new contact belongs to: open before ended, and the newest of those. */
export const currentOf = (supports: readonly Support[]): Support | undefined =>
  supports.toSorted(
    (a, b) => Number(b.stage.name === 'open') - Number(a.stage.name === 'open') || b.startedAt.getTime() - a.startedAt.getTime(),
  )[0];
