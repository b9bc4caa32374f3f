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
export { beginSupport } from './uses/begin.ts';
export { addTask, finishTasks } from './uses/tasks.ts';
export type { CaseloadAsked, CaseloadSeen } from './uses/caseload.ts';
export type { BeforeClosing, Ending } from './uses/closing.ts';
export type { BeforeContact } from './uses/contacts.ts';
export type { ClosingLetter } from './uses/letter.ts';
export type { ConnectionLine } from './uses/needs.ts';
export type { PlanSeen } from './uses/plan.ts';
export type { PersonRecord } from './uses/record.ts';
export type { CaseloadRow } from './store/caseload.ts';
export type { Attempt, Protocol } from './attempts.ts';
export type { Closing } from './closing.ts';
export type { Contact } from './contact.ts';
export type { Goal, Plan, PlanAction } from './plan.ts';
export type { Support } from './support.ts';
export { countOpenOf } from './store/supports.ts';
export type { Task, TaskKind } from './task.ts';

/** For demo/, which tells whole stories: what may happen to a support, decided and not saved. */
export * as supportDecisions from './support.ts';
export { nextTryOn, protocolOf } from './attempts.ts';
export { nextOf, reviewAfterDays } from './task.ts';
export type { PlanContent } from './plan.ts';

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
