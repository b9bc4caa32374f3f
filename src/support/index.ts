import type { Tx } from '../platform/database.ts';
import * as contacts from './store/contacts.ts';
import { addClosings } from './store/closings.ts';
import { addPlans } from './store/plans.ts';
import { addSupports } from './store/supports.ts';
import * as tasks from './store/tasks.ts';
import type { Task } from './task.ts';
import { reopenUse } from './uses/begin.ts';
import { caseloadUse } from './uses/caseload.ts';
import { closingUses } from './uses/closing.ts';
import { contactUses } from './uses/contacts.ts';
import { letterUse } from './uses/letter.ts';
import type { Ports } from './uses/needs.ts';
import { planUses } from './uses/plan.ts';
import { recordUse } from './uses/record.ts';
import { taskUses } from './uses/tasks.ts';

export { letters } from './letters/closed.ts';
export { beginSupport, type Begun } from './uses/begin.ts';
export { addTask, finishTasks, type NewTask } from './uses/tasks.ts';
export type { CaseloadAsked, CaseloadSeen } from './uses/caseload.ts';
export type { BeforeClosing, CloseRefusal, Ending } from './uses/closing.ts';
export type { AttemptRefusal, BeforeContact, NewAttempt, NewContact } from './uses/contacts.ts';
export type { ClosingLetter } from './uses/letter.ts';
export type { ConnectionLine, ConnectionsOfPerson, NotReached, Ports, Post } from './uses/needs.ts';
export type { PlanSeen } from './uses/plan.ts';
export type { PersonRecord } from './uses/record.ts';
export type { CaseloadRow, Figures, Sort } from './store/caseload.ts';
export type { Attempt, AttemptChannel, Outcome, Protocol } from './attempts.ts';
export type { Closing, GoalReview } from './closing.ts';
export type { Contact, ContactChannel } from './contact.ts';
export type { Goal, Plan, PlanAction, PlanContent } from './plan.ts';
export type { Support } from './support.ts';
export { countOpenOf } from './store/supports.ts';
export type { Task, TaskKind, Which } from './task.ts';
export { taskKinds } from './task.ts';
/** What may happen to a support, decided and not saved; for whoever tells whole stories, such as the demo. */
export * as supportDecisions from './support.ts';
export { nextTryOn, protocolOf } from './attempts.ts';
export { nextOf, reviewAfterDays } from './task.ts';

/** For whoever puts in many at once, who also records the events of them. */
export { addClosings, addPlans, addSupports };
export const { addAttempts, addContacts } = contacts;

/** Also points their supports at what is next. */
export async function addTasks(tx: Tx, many: readonly Task[]): Promise<void> {
  await tasks.addTasks(tx, many);
  await tasks.pointAtNext(tx, [...new Set(many.map(({ support }) => support).filter((id) => id !== null))]);
}

export type Supports = ReturnType<typeof openSupport>;

/** Everything a link worker does with a person, from acceptance to closing. */
export const openSupport = (ports: Ports) => ({
  ...caseloadUse(ports),
  ...recordUse(ports),
  ...contactUses(ports),
  ...taskUses(ports),
  ...planUses(ports),
  ...closingUses(ports),
  ...reopenUse(ports),
  ...letterUse(ports),
});
